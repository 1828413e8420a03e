import { compareText, FacetColumn } from './facet-column.ts';
import type { Facets } from './page.ts';
import type { OfferDirection, OfferForm, Peer, PeerBrief, PeerOffer } from './peer.ts';
import type { TopicTree } from './topic-tree.ts';

export interface OfferFilter {
  readonly direction?: OfferDirection;
  readonly topic?: readonly string[];
  readonly form?: readonly OfferForm[];
  /** Those of the reader. */
  readonly mine?: boolean;
}

const OFFER_FACETS = ['direction', 'topic', 'form'] as const;

const briefOf = ({ id, displayName, org, unit, photo }: Peer): PeerBrief => ({
  id,
  displayName,
  ...(org && { org }),
  ...(unit && { unit }),
  ...(photo && { photo }),
});

/** What the peers of a list offer and seek, each with whose it is; the newest first. */
export function peerOffersOf(peers: readonly Peer[]): readonly PeerOffer[] {
  return peers
    .flatMap((peer) => (peer.offers ?? []).map((offer): PeerOffer => ({ ...offer, can: [], peer: briefOf(peer) })))
    .sort((a, b) => compareText(b.createdAt, a.createdAt));
}

/**
 * Places of those that pass, in their order, and counts as if no choice had been made in that property.
 * @param scores how well each fits what was searched for, 0 for not at all; without it all
 */
export function filterOffers(
  offers: readonly PeerOffer[],
  topics: TopicTree,
  filter: OfferFilter,
  scores?: Float64Array,
): { readonly positions: readonly number[]; readonly facets: Facets } {
  const columns = { direction: new FacetColumn(), topic: new FacetColumn(), form: new FacetColumn() };
  for (const { direction, topic, form } of offers) {
    columns.direction.add([direction]);
    columns.topic.add(topics.withBroader(topic.id));
    columns.form.add([form]);
  }
  for (const [id, label] of topics.labels()) columns.topic.label(id, label);
  const wanted = {
    direction: filter.direction ? [filter.direction] : [],
    topic: (filter.topic ?? []).map((value) => topics.idOf(value)),
    form: filter.form ?? [],
  };
  const chosen = OFFER_FACETS.flatMap((name) =>
    wanted[name].length ? [{ name, marks: columns[name].choose(wanted[name]) }] : [],
  );
  const counters = OFFER_FACETS.map((name) => ({ name, counter: columns[name].counter() }));
  const positions: number[] = [];
  for (let position = 0; position < offers.length && !filter.mine; position++) {
    if (scores?.[position] === 0) continue;
    const failed = chosen.filter(({ name, marks }) => !columns[name].has(position, marks));
    if (failed.length === 0) positions.push(position);
    if (failed.length > 1) continue;
    for (const { name, counter } of counters)
      if (!failed.length || failed[0]!.name === name) columns[name].count(position, counter);
  }
  const facets = Object.fromEntries(
    counters.map(({ name, counter }) => [
      name,
      columns[name].facet(counter, chosen.find((each) => each.name === name)?.marks),
    ]),
  );
  return { positions, facets };
}
