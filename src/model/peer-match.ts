import type { OrgRef, Topic } from './common.ts';
import { foldText } from './fold-text.ts';
import type { MatchReason, Peer, PeerMatch, PeerOffer } from './peer.ts';

/** What a match says of a person: what they wrote themselves, as far as the reader may see it. */
export type MatchedPerson = Pick<Peer, 'id' | 'org' | 'expertise' | 'interests' | 'offers'>;

export interface MatchOptions {
  /** The network's topics: labels in both languages mean the same, and fields of topics are known by them. */
  readonly topics?: readonly Topic[];
  /** Whether two organisations are of one kind or in one place. */
  readonly isNear?: (one: OrgRef, other: OrgRef) => boolean;
  /** Plain date; offers that end before it are over. */
  readonly today?: string;
  /** The most matches; default: all. */
  readonly limit?: number;
}

/** What a whole fit of each part counts (together 1). */
const TOPICS = 0.5;
const OFFERS = 0.3;
const NEAR = 0.1;
const ELSEWHERE = 0.1;
/** So many shared topics are a whole fit: who names many is not fitted worse. */
const ENOUGH = 3;
/** A topic of the same field counts half. */
const FIELD = 0.5;
/** Reasons of one kind that are told; more are noise. */
const MOST_TOLD = 3;

/** A topic of the scheme, or a word of somebody's own. */
interface Named {
  readonly key: string;
  readonly topic: Topic;
}

/** Topics by what people call them, and which of them belong to one field. */
class Scheme {
  readonly #byName = new Map<string, Topic>();
  readonly #byId = new Map<string, Topic>();

  constructor(topics: readonly Topic[]) {
    for (const topic of topics) {
      this.#byId.set(topic.id, topic);
      for (const label of [topic.label.de, topic.label.en]) if (label) this.#byName.set(foldText(label), topic);
    }
  }

  named(label: string, id?: string): Named {
    const topic =
      (id === undefined ? undefined : this.#byId.get(id)) ?? this.#byId.get(label) ?? this.#byName.get(foldText(label));
    return topic
      ? { key: topic.id, topic }
      : { key: `word ${foldText(label).trim()}`, topic: { id: id ?? label, label: { de: label, en: label } } };
  }

  /** How near two topics are: the same, one above the other or side by side, or nothing to each other. */
  nearness(one: Named, other: Named): number {
    if (one.key === other.key) return 1;
    const above = this.#above(one.key);
    const otherAbove = this.#above(other.key);
    const isAbove = above.includes(other.key) || otherAbove.includes(one.key);
    return isAbove || (above[0] !== undefined && above[0] === otherAbove[0]) ? FIELD : 0;
  }

  /** Topics above one, the nearest first. */
  #above(key: string): readonly string[] {
    const ids: string[] = [];
    let next = this.#byId.get(key)?.broader;
    while (next !== undefined && !ids.includes(next)) {
      ids.push(next);
      next = this.#byId.get(next)?.broader;
    }
    return ids;
  }
}

const distinct = (all: readonly Named[]): readonly Named[] => [...new Map(all.map((one) => [one.key, one])).values()];

/** Somebody's topics, and what they offer and seek, read once. */
interface Side {
  readonly topics: readonly Named[];
  readonly offered: readonly Named[];
  readonly sought: readonly Named[];
}

function sideOf({ expertise, interests, offers }: MatchedPerson, scheme: Scheme, today: string | undefined): Side {
  const stands = ({ state, until }: PeerOffer): boolean =>
    state === 'open' && (today === undefined || until === '' || until >= today);
  const own = (offers ?? []).filter(stands);
  const topicOf = ({ topic }: PeerOffer): Named => scheme.named(topic.label.de ?? topic.label.en ?? topic.id, topic.id);
  const said = [...(expertise ?? []), ...(interests ?? [])].map(({ label, topicId }) => scheme.named(label, topicId));
  const towards = (direction: string): readonly Named[] =>
    distinct(own.filter((offer) => offer.direction === direction).map(topicOf));
  return {
    topics: distinct([...said, ...own.map(topicOf)]),
    offered: towards('offer'),
    sought: towards('seek'),
  };
}

/** For each of the reader's topics the nearest of the other's. */
function meetings(
  mine: readonly Named[],
  theirs: readonly Named[],
  scheme: Scheme,
): readonly { readonly nearness: number; readonly topic: Topic }[] {
  const found: { nearness: number; topic: Topic }[] = [];
  for (const one of mine) {
    let nearness = 0;
    let topic = one.topic;
    for (const other of theirs) {
      const near = scheme.nearness(one, other);
      if (near > nearness) [nearness, topic] = [near, other.topic];
    }
    if (nearness > 0) found.push({ nearness, topic });
  }
  return found.sort((a, b) => b.nearness - a.nearness);
}

const isElsewhere = (one: OrgRef | undefined, other: OrgRef | undefined): boolean =>
  one !== undefined && other !== undefined && (one.id ?? one.name) !== (other.id ?? other.name);

function reasons(kind: MatchReason['kind'], topics: readonly Topic[]): readonly MatchReason[] {
  const distinctTopics = [...new Map(topics.map((topic) => [topic.id, topic])).values()];
  return distinctTopics.slice(0, MOST_TOLD).map((topic) => ({ kind, topic }));
}

/**
 * Who fits the reader, the best first, each with the reasons: topics that both name (half of the score; those of one field
 * count half), offers that meet what is sought (0.3), the same kind of organisation or the same place (0.1), another
 * organisation (0.1). Of two who fit as well, the one from elsewhere comes first. Nobody is a match by organisation alone.
 *
 * It knows what people wrote and nothing of what they did; the same people always give the same answer.
 */
export function matchPeers<T extends Peer>(
  reader: MatchedPerson,
  peers: readonly T[],
  { topics = [], isNear, today, limit = Infinity }: MatchOptions = {},
): readonly (PeerMatch & { readonly peer: T })[] {
  const scheme = new Scheme(topics);
  const mine = sideOf(reader, scheme, today);
  const matches: { peer: T; score: number; why: readonly MatchReason[]; elsewhere: boolean }[] = [];
  for (const peer of peers) {
    if (peer.id === reader.id) continue;
    const theirs = sideOf(peer, scheme, today);
    const shared = meetings(mine.topics, theirs.topics, scheme);
    const seeks = meetings(mine.offered, theirs.sought, scheme);
    const offers = meetings(mine.sought, theirs.offered, scheme);
    if (shared.length + seeks.length + offers.length === 0) continue;
    const enough = Math.min(ENOUGH, mine.topics.length);
    const strength = Math.min(1, shared.reduce((sum, { nearness }) => sum + nearness, 0) / enough);
    const meeting = Math.max(0, ...[...seeks, ...offers].map(({ nearness }) => nearness));
    const near = reader.org !== undefined && peer.org !== undefined && (isNear?.(reader.org, peer.org) ?? false);
    const elsewhere = isElsewhere(reader.org, peer.org);
    const score = TOPICS * strength + OFFERS * meeting + (near ? NEAR : 0) + (elsewhere ? ELSEWHERE : 0);
    // What an offer says already is not told again as a topic.
    const told = new Set([...seeks, ...offers].map(({ topic }) => topic.id));
    const rest = shared.filter(({ topic }) => !told.has(topic.id));
    const why: MatchReason[] = [
      ...reasons('seeks-yours', seeks.map(({ topic }) => topic)),
      ...reasons('offers-yours', offers.map(({ topic }) => topic)),
      ...reasons('shared', rest.filter(({ nearness }) => nearness === 1).map(({ topic }) => topic)),
      ...reasons('broader', rest.filter(({ nearness }) => nearness < 1).map(({ topic }) => topic)),
      ...(near ? [{ kind: 'near' } as const] : []),
      ...(elsewhere ? [{ kind: 'elsewhere' } as const] : []),
    ]; // prettier-ignore
    matches.push({ peer, score: Math.round(score * 1_000) / 1_000, why, elsewhere });
  }
  const order = ({ peer }: { readonly peer: T }): string => `${foldText(peer.displayName)} ${peer.id}`;
  return matches
    .sort((a, b) => b.score - a.score || Number(b.elsewhere) - Number(a.elsewhere) || (order(a) < order(b) ? -1 : 1))
    .slice(0, limit)
    .map(({ peer, score, why }) => ({ peer, score, why }));
}
