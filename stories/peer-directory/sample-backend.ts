import { BackendError, type BackendErrorKind, type BackendErrorOptions } from '../../src/backend/backend-error.ts';
import type { AccountPort, Backend, PeersPort, PeersQuery } from '../../src/backend/ports.ts';
import type { Me } from '../../src/model/account.ts';
import { foldText, foldWords } from '../../src/model/fold-text.ts';
import type { FacetCount, Page, Problem } from '../../src/model/page.ts';
import type { Peer } from '../../src/model/peer.ts';
import { SAMPLE_MATCHES, TOPICS, wholePeer } from './sample-peers.ts';

type Facet = 'org' | 'topic' | 'language' | 'direction' | 'available';

const VALUES: Readonly<Record<Facet, (peer: Peer) => readonly string[]>> = {
  org: ({ org }) => (org?.id ? [org.id] : []),
  topic: ({ offers = [], expertise = [] }) => [
    ...new Set([...offers.map(({ topic }) => topic.id), ...expertise.flatMap(({ topicId }) => topicId ?? [])]),
  ],
  language: ({ languages = [] }) => languages,
  direction: ({ offers = [] }) => [...new Set(offers.map(({ direction }) => direction))],
  available: ({ availability }) => (availability?.state === 'paused' ? [] : ['yes']),
};
const FACETS = Object.keys(VALUES) as Facet[];

const chosen = (query: PeersQuery, facet: Facet): readonly string[] =>
  facet === 'available' ? (query.available ? ['yes'] : []) : (query[facet] ?? []);

const textOf = (peer: Peer): string =>
  foldText(
    [peer.displayName, peer.org?.name, peer.unit, peer.function, peer.headline, peer.bio]
      .concat(peer.offers?.flatMap(({ topic, text }) => [topic.label.de, text]) ?? [])
      .concat(peer.expertise?.map(({ label }) => label) ?? [])
      .join(' '),
  );

/** What people say to a question, as a source with all of them in memory answers. */
export function answer(peers: readonly Peer[], query: PeersQuery, problems: readonly Problem[] = []): Page<Peer> {
  const words = foldWords(query.q ?? '');
  const found = peers.filter((peer) => words.every((word) => textOf(peer).includes(word)));
  const passes = (peer: Peer, facet: Facet): boolean => {
    const wanted = chosen(query, facet);
    return wanted.length === 0 || VALUES[facet](peer).some((value) => wanted.includes(value));
  };
  const label = (facet: Facet, value: string): string | undefined =>
    facet === 'org'
      ? peers.find(({ org }) => org?.id === value)?.org?.name
      : facet === 'topic'
        ? TOPICS[value as keyof typeof TOPICS]?.label.de
        : undefined;
  const count = (facet: Facet): readonly FacetCount[] => {
    const counts = new Map<string, number>();
    for (const peer of found) {
      if (!FACETS.every((other) => other === facet || passes(peer, other))) continue;
      for (const value of VALUES[facet](peer)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([value, number]) => {
      const name = label(facet, value);
      return { value, count: number, ...(name && { label: name }) };
    });
  };
  const all = found.filter((peer) => FACETS.every((facet) => passes(peer, facet)));
  const from = Number(query.cursor ?? 0);
  const to = query.limit ? from + query.limit : all.length;
  return {
    items: all.slice(from, to),
    total: all.length,
    facets: Object.fromEntries(FACETS.map((facet) => [facet, count(facet)])),
    problems,
    ...(to < all.length && { next: String(to) }),
  };
}

/** A source of people in memory that can only be read. */
export const peersOf = (peers: readonly Peer[], problems: readonly Problem[] = []): Backend & { peers: PeersPort } => ({
  peers: {
    list: async (query) => answer(peers, query, problems),
    get: async (id) => {
      const peer = wholePeer(id, peers);
      if (!peer) throw new BackendError('missing', `No person ${id}`, { status: 404 });
      return peer;
    },
  },
});

/** A source that passes on requests, knows who fits, and has a board of what is offered. */
export function networkOf(peers: readonly Peer[], waiting = 2): Backend & { peers: PeersPort } {
  return {
    peers: {
      ...peersOf(peers).peers,
      offers: async () => ({ items: [], total: 0, problems: [] }),
      matches: async () => ({ items: SAMPLE_MATCHES, problems: [] }),
      requests: async () => ({ items: [], total: 0, problems: [], waiting }),
      requestContact: async (input) => ({
        id: 'request',
        box: 'sent',
        peer: peers.find(({ id }) => id === input.toId)!,
        message: input.message,
        reveal: input.reveal,
        state: 'sent',
        createdAt: '2027-03-01T10:00:00Z',
        expiresAt: '2027-03-15T10:00:00Z',
        can: ['withdraw'],
      }),
    },
  };
}

export const silent = (): Backend => ({ peers: { list: () => new Promise(() => undefined) } });

export const failing = (kind: BackendErrorKind, options: BackendErrorOptions = {}): Backend => ({
  peers: { list: () => Promise.reject(new BackendError(kind, `Planned failure of kind ${kind}`, options)) },
});

/** Answers once and fails from then on. */
export function failingLater(peers: readonly Peer[], kind: BackendErrorKind): Backend {
  const [good, bad] = [peersOf(peers), failing(kind)];
  let asked = 0;
  return { peers: { ...good.peers, list: (...call) => (asked++ === 0 ? good : bad).peers!.list(...call) } };
}

/** Who reads: somebody with a role, or nobody yet, who becomes Ayla Mutig by signing in. */
export function accountOf(role: 'member' | 'organiser' | undefined): AccountPort {
  let signedIn = role !== undefined;
  const listeners = new Set<() => void>();
  const me = (): Me =>
    signedIn
      ? {
          anonymous: false,
          person: { id: 'ayla', displayName: 'Ayla Mutig' },
          memberships: [{ org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' }, roles: [role ?? 'member'] }],
          can: [],
        }
      : { anonymous: true, can: [] };
  return {
    me: async () => me(),
    signIn: async () => {
      signedIn = true;
      for (const listener of listeners) listener();
      return true;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
