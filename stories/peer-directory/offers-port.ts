import { BackendError } from '../../src/backend/backend-error.ts';
import type { PeersPort } from '../../src/backend/ports.ts';
import type { OfferInput, PeerProfile } from '../../src/model/peer-profile.ts';
import type { PeerMatch, PeerOffer } from '../../src/model/peer.ts';
import type { FacetCount } from '../../src/model/page.ts';
import {
  boardOffers,
  dayIn,
  HENRIK,
  IDA,
  inDays,
  LANGUAGE,
  MIRJA_PEER,
  ownOffers,
  PARTICIPATION,
  PROCESSES,
  ROSA_BRIEF,
  ROSA_PROFILE,
} from './contact-people.ts';

export interface OffersPort extends PeersPort {
  /** What was done, in its order. */
  readonly calls: string[];
  /** Somebody else, or the same person elsewhere, changes an offer. */
  change(id: string, change: Partial<PeerOffer>): void;
}

export const TOPICS = [PARTICIPATION, PROCESSES, LANGUAGE];

/** Who fits, from other organisations first. */
export const MATCHES: readonly PeerMatch[] = [
  {
    peer: MIRJA_PEER,
    score: 0.9,
    why: [{ kind: 'offers-yours', topic: PARTICIPATION }, { kind: 'elsewhere' }],
  },
  {
    peer: { ...HENRIK, headline: 'Zahlen, die man versteht', can: ['contact'] },
    score: 0.6,
    why: [
      { kind: 'seeks-yours', topic: LANGUAGE },
      { kind: 'shared', topic: PROCESSES },
    ],
  },
  { peer: { ...IDA, can: ['contact'], me: { request: 'sent' } }, score: 0.1, why: [{ kind: 'elsewhere' }] },
];

export interface OffersPortOptions {
  readonly board?: readonly PeerOffer[];
  readonly own?: readonly PeerOffer[];
  readonly profile?: Partial<PeerProfile>;
  readonly matches?: readonly PeerMatch[];
}

const version = (etag = '"0"'): number => Number(etag.replaceAll('"', ''));

/** A port that keeps offers, and refuses what was changed meanwhile, as the hub does. */
export function offersPort({
  board = boardOffers(),
  own = ownOffers(),
  profile,
  matches = MATCHES,
}: OffersPortOptions = {}): OffersPort {
  const kept = new Map([...board, ...own].map((offer) => [offer.id, offer]));
  const calls: string[] = [];
  const isMine = ({ peer }: PeerOffer): boolean => peer?.id === ROSA_BRIEF.id;
  const find = (id: string): PeerOffer => {
    const offer = kept.get(id);
    if (!offer) throw new BackendError('missing', `No offer ${id}`, { status: 404 });
    return offer;
  };
  const topicOf = (topic: string): PeerOffer['topic'] =>
    TOPICS.find(({ id }) => id === topic) ?? { id: `wort-${topic}`, label: { de: topic, en: topic } };
  const applied = (offer: PeerOffer, { topic, text, ...rest }: OfferInput): PeerOffer => {
    const { text: before, ...others } = offer;
    const now = text === undefined ? before : (text ?? undefined);
    return {
      ...others,
      ...rest,
      ...(topic && { topic: topicOf(topic) }),
      ...(now && { text: now }),
      etag: `"${version(offer.etag) + 1}"`,
    };
  };
  const counted = (offers: readonly PeerOffer[], valueOf: (offer: PeerOffer) => string): readonly FacetCount[] =>
    [...new Set(offers.map(valueOf))].map((value) => ({
      value,
      count: offers.filter((offer) => valueOf(offer) === value).length,
    }));
  return {
    calls,
    change: (id, change) => void kept.set(id, { ...applied(find(id), {}), ...change }),
    list: async () => ({ items: [], problems: [] }),
    profile: async () => ({ ...ROSA_PROFILE, ...profile }),
    vocabulary: async () => ({ topics: TOPICS, orgs: [], mails: true }),
    matches: async () => ({ items: matches, problems: [] }),
    async offers({ mine, direction, topic, form, q }) {
      const all = [...kept.values()];
      if (mine) return { items: all.filter(isMine), problems: [] };
      const today = dayIn(0);
      const open = all.filter(({ state, until }) => state === 'open' && until >= today);
      const items = open.filter(
        (offer) =>
          (!direction || offer.direction === direction) &&
          (!topic || topic.includes(offer.topic.id)) &&
          (!form || form.includes(offer.form)) &&
          (!q || JSON.stringify(offer).toLowerCase().includes(q.toLowerCase())),
      );
      return {
        items,
        problems: [],
        total: items.length,
        facets: {
          direction: counted(open, (offer) => offer.direction),
          topic: counted(open, (offer) => offer.topic.id),
          form: counted(open, (offer) => offer.form),
        },
      };
    },
    async createOffer(input, options) {
      calls.push(`create ${JSON.stringify(input)} ${options?.idempotencyKey ? 'once' : ''}`);
      const offer = applied(
        {
          id: `m-${kept.size + 10}`,
          direction: 'offer',
          topic: LANGUAGE,
          form: 'talk',
          until: dayIn(30),
          state: 'open',
          peer: ROSA_BRIEF,
          createdAt: inDays(0),
          can: ['update', 'close', 'impulse'],
        },
        input,
      );
      kept.set(offer.id, offer);
      return offer;
    },
    async updateOffer({ id, etag }, input) {
      const offer = find(id);
      if (offer.etag !== etag) throw new BackendError('conflict', 'Planned: changed meanwhile', { status: 412 });
      calls.push(`update ${id} ${JSON.stringify(input)}`);
      const saved = applied(offer, input);
      kept.set(id, saved);
      return saved;
    },
    requestContact: () => Promise.reject(new BackendError('unsupported', 'Not in this story')),
  };
}
