import type { OrgRef, Topic } from './common.ts';
import { compareText, FacetColumn } from './facet-column.ts';
import { foldText } from './fold-text.ts';
import type { Facets } from './page.ts';
import type { OfferDirection, Peer } from './peer.ts';
import { TopicTree } from './topic-tree.ts';

/** Properties that a list of peers is narrowed by. */
export const PEER_FACETS = ['org', 'topic', 'language', 'direction', 'available'] as const;
export type PeerFacet = (typeof PEER_FACETS)[number];

/** Several values of one property widen, several properties narrow. */
export interface PeerFilter {
  readonly org?: readonly string[];
  readonly topic?: readonly string[];
  readonly language?: readonly string[];
  readonly direction?: readonly OfferDirection[];
  readonly available?: boolean;
}

export interface FilteredPeers {
  /** Places in `PeerCollection.peers`, in its order. */
  readonly positions: readonly number[];
  /** Counts as if no choice had been made in that property; what was chosen is there even with 0. */
  readonly facets: Facets;
}

/** Peers that are looked at until the page gets its turn. */
const STEP = 250;

/** What an organisation of no register is found by. */
const orgValue = ({ id, name }: OrgRef): string => id ?? name;

/** The peer as they are on that day: offers that have run out are gone, and who was away until before is back. */
export function peerOn(peer: Peer, today: string): Peer {
  const { offers, availability } = peer;
  const stands = offers?.filter(({ state, until }) => state === 'open' && (until === '' || until >= today));
  const isBack = availability?.until !== undefined && availability.until < today;
  if (stands?.length === offers?.length && !isBack) return peer;
  return {
    ...peer,
    ...(stands && { offers: stands }),
    ...(isBack && { availability: { state: 'open' } }),
  };
}

/**
 * A list of peers that can be asked again and again, in the order of their folded names. Work over all of them is done in
 * steps (generators), for the page's sake.
 */
export class PeerCollection {
  readonly peers: readonly Peer[];
  readonly #columns: Readonly<Record<PeerFacet, FacetColumn>>;
  readonly #orgs: ReadonlyMap<string, string>;
  readonly #topics: TopicTree;

  /** See `gather`. */
  constructor(
    peers: readonly Peer[],
    columns: Readonly<Record<PeerFacet, FacetColumn>>,
    orgs: ReadonlyMap<string, string>,
    topics: TopicTree,
  ) {
    this.peers = peers;
    this.#columns = columns;
    this.#orgs = orgs;
    this.#topics = topics;
  }

  /** @param scheme topics that the source names by itself; those of the peers' offers are known besides */
  static *gather(peers: readonly Peer[], scheme: readonly Topic[] = []): Generator<undefined, PeerCollection> {
    const byName: { peer: Peer; name: string }[] = [];
    const seen = new Set<string>();
    const topics = new TopicTree(scheme);
    for (const peer of peers) {
      if (seen.has(peer.id)) continue;
      seen.add(peer.id);
      byName.push({ peer, name: foldText(peer.displayName) });
      for (const { topic } of peer.offers ?? []) topics.learn(topic);
      if (byName.length % STEP === 0) yield;
    }
    byName.sort((a, b) => compareText(a.name, b.name) || compareText(a.peer.id, b.peer.id));
    const sorted = byName.map(({ peer }) => peer);
    yield;

    const columns = Object.fromEntries(PEER_FACETS.map((name) => [name, new FacetColumn()])) as Record<
      PeerFacet,
      FacetColumn
    >;
    const orgs = new Map<string, string>();
    for (let position = 0; position < sorted.length; position++) {
      const { org, expertise = [], interests = [], offers = [], languages = [], availability } = sorted[position]!;
      if (org) {
        columns.org.label(orgValue(org), org.name);
        if (!orgs.has(org.name)) orgs.set(org.name, orgValue(org));
      }
      columns.org.add(org ? [orgValue(org)] : []);
      const named = [...expertise, ...interests];
      for (const { topicId, label } of named) if (topicId) topics.learn({ id: topicId, label: { de: label } });
      const own = [...named.map(({ topicId, label }) => topicId ?? label), ...offers.map(({ topic }) => topic.id)];
      columns.topic.add(own.flatMap((id) => topics.withBroader(id)));
      columns.language.add(languages);
      columns.direction.add(offers.map(({ direction }) => direction));
      columns.available.add(availability && availability.state !== 'paused' ? ['yes'] : []);
      if (position % STEP === STEP - 1) yield;
    }
    for (const [id, label] of topics.labels()) columns.topic.label(id, label);
    return new PeerCollection(sorted, columns, orgs, topics);
  }

  /** Topics as far as somebody named them. */
  get topicTree(): TopicTree {
    return this.#topics;
  }

  /**
   * Peers that pass, and the counts of what the list can be narrowed by.
   * @param scores how well each fits what was searched for, 0 for not at all; without it all
   */
  *filter(filter: PeerFilter, scores?: Float64Array): Generator<undefined, FilteredPeers> {
    const columns = this.#columns;
    const chosen = PEER_FACETS.flatMap((name) => {
      const values = this.#chosen(name, filter);
      return values.length ? [{ name, marks: columns[name].choose(values) }] : [];
    });
    const counts = PEER_FACETS.map((name) => ({ name, column: columns[name], counter: columns[name].counter() }));
    const positions: number[] = [];
    for (let position = 0; position < this.peers.length; position++) {
      if (position % (8 * STEP) === 8 * STEP - 1) yield;
      if (scores?.[position] === 0) continue;
      let failed: PeerFacet | undefined;
      let failures = 0;
      for (const { name, marks } of chosen) {
        if (columns[name].has(position, marks)) continue;
        failed = name;
        failures++;
      }
      if (failures === 0) positions.push(position);
      // Missing by two properties it counts nowhere, by one only there, where the choice is not looked at.
      if (failures < 2) {
        for (const { name, column, counter } of counts) if (!failed || failed === name) column.count(position, counter);
      }
    }
    const facets = Object.fromEntries(
      counts.map(({ name, column, counter }) => [
        name,
        column.facet(counter, chosen.find((each) => each.name === name)?.marks),
      ]),
    );
    return { positions, facets };
  }

  /** Editors may name a topic or an organisation by its word. */
  #chosen(name: PeerFacet, filter: PeerFilter): readonly string[] {
    if (name === 'available') return filter.available ? ['yes'] : [];
    const values: readonly string[] = filter[name] ?? [];
    if (name === 'org') return values.map((value) => this.#orgs.get(value) ?? value);
    return name === 'topic' ? values.map((value) => this.#topics.idOf(value)) : values;
  }
}
