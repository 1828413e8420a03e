import type { OrgRef, Topic } from '../model/common.ts';
import { peerOffersOf, filterOffers } from '../model/offer-filter.ts';
import type { Page, Problem } from '../model/page.ts';
import { PeerCollection, peerOn } from '../model/peer-filter.ts';
import { OFFER_SEARCH_FIELDS, PEER_SEARCH_FIELDS } from '../model/peer-search.ts';
import type { Peer, PeerOffer } from '../model/peer.ts';
import type { SearchField } from '../model/text-search.ts';
import { BackendError } from './backend-error.ts';
import { clearedOf, peerWithoutAddresses } from './no-addresses.ts';
import type { OffersQuery, PeersQuery, PeerVocabulary } from './ports.ts';
import { cutPage } from './read-list.ts';
import type { Raw } from './read-shape.ts';

/** Up to so many are searched without a library. */
export const FEW_PEERS = 2000;
/** More than so many people are not searched in a page: a server does that, and shows each reader what they may see. */
export const MOST_PEERS = 20_000;
/** Problems told at most. */
const MAX_PROBLEMS = 50;
/** Peers read until the page gets its turn. */
const STEP = 100;

/** Finds items by words: how well each fits, by its place; 0 for those that do not. */
export interface WordIndex {
  find(q: string): Generator<undefined, Float64Array>;
}
/** Makes an index in steps: the page's own, or that of a library for long lists. */
export type IndexMaker = <T>(items: readonly T[], fields: readonly SearchField<T>[]) => Generator<undefined, WordIndex>;

export interface PeerSourceOptions {
  /** Reads one. @throws {TypeError} for what makes no sense */
  readonly read: (raw: Raw) => Peer;
  /** Plain date: offers that have run out are gone. */
  readonly today: string;
  /** Topics that the source names by itself. */
  readonly scheme?: readonly Topic[];
  /** The source has more than were fetched. */
  readonly partial?: boolean;
}

/**
 * Places by how well they fit, as far as the page that was asked for needs them in order: while somebody types, thousands
 * fit of which fifty are looked at.
 */
function bestFirst(
  places: readonly number[],
  scores: Float64Array,
  { limit, cursor = '0' }: { readonly limit?: number; readonly cursor?: string },
): readonly number[] {
  const order = (a: number, b: number): number => scores[b]! - scores[a]! || a - b;
  const end = Number(cursor) + (limit ?? Infinity);
  if (!(end < places.length / 4)) return [...places].sort(order);
  const sorted = new Float64Array(places.length);
  for (let rank = 0; rank < places.length; rank++) sorted[rank] = scores[places[rank]!]!;
  sorted.sort();
  const least = sorted[sorted.length - Math.ceil(end)]!;
  const first = places.filter((place) => scores[place]! >= least).sort(order);
  return [...first, ...places.filter((place) => scores[place]! < least)];
}

/** Whether a query has words to look for. */
export const asksWords = (q: string | undefined): q is string => q !== undefined && /[\p{L}\p{N}]/u.test(q);

/**
 * All peers of a source that answers no questions of its own. Work over all of them is done in steps; what was asked of
 * words is answered by an index that is made when it is first needed.
 */
export class PeerBook {
  readonly #collection: PeerCollection;
  readonly #offers: readonly PeerOffer[];
  readonly #problems: readonly Problem[];
  readonly #byId: ReadonlyMap<string, Peer>;

  /** See `read`. */
  constructor(collection: PeerCollection, offers: readonly PeerOffer[], problems: readonly Problem[]) {
    this.#collection = collection;
    this.#offers = offers;
    this.#problems = problems;
    this.#byId = new Map(collection.peers.map((peer) => [peer.id, peer]));
  }

  /** Reads them, each by itself: a bad one becomes a problem. Nobody can be told to do anything, whatever the source says. */
  static *read(
    items: readonly unknown[],
    { read, today, scheme, partial = false }: PeerSourceOptions,
  ): Generator<undefined, PeerBook> {
    const peers: Peer[] = [];
    const problems: Problem[] = [];
    const end = Math.min(items.length, MOST_PEERS);
    for (let index = 0; index < end; index++) {
      const item = items[index];
      const raw = (typeof item === 'object' && item !== null ? item : {}) as Raw;
      try {
        peers.push(peerOn(PeerBook.one(raw, read), today));
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        if (problems.length < MAX_PROBLEMS)
          problems.push({ code: 'invalid-item', detail: error.message.slice(0, 300) });
      }
      if (index % STEP === STEP - 1) yield;
    }
    if (partial || end < items.length) {
      const all = end < items.length ? ` of ${items.length}` : '';
      problems.push({
        code: 'limit-reached',
        detail: `The first ${end}${all} people; a hub searches more than ${MOST_PEERS}`,
      });
    }
    const collection = yield* PeerCollection.gather(peers, scheme && clearedOf(scheme));
    return new PeerBook(collection, peerOffersOf(collection.peers), problems);
  }

  /** One by itself, as in a list. @throws {TypeError} */
  static one(raw: Raw, read: (raw: Raw) => Peer): Peer {
    const { me: _, ...peer } = peerWithoutAddresses(read(raw));
    return { ...peer, can: [] };
  }

  get peers(): readonly Peer[] {
    return this.#collection.peers;
  }

  indexPeers(make: IndexMaker): Generator<undefined, WordIndex> {
    return make(this.#collection.peers, PEER_SEARCH_FIELDS);
  }

  indexOffers(make: IndexMaker): Generator<undefined, WordIndex> {
    return make(this.#offers, OFFER_SEARCH_FIELDS);
  }

  *list({ q, limit, cursor, ...filter }: PeersQuery, index?: WordIndex): Generator<undefined, Page<Peer>> {
    const scores = index && asksWords(q) ? yield* index.find(q) : undefined;
    const { peers } = this.#collection;
    const { positions, facets } = yield* this.#collection.filter(filter, scores);
    const { items, ...page } = cutPage(scores ? bestFirst(positions, scores, { limit, cursor }) : positions, {
      limit,
      cursor,
    });
    return { ...page, items: items.map((position) => peers[position]!), facets, problems: this.#problems };
  }

  /** @throws {BackendError} `missing` */
  get(id: string): Peer {
    const peer = this.#byId.get(id);
    if (!peer) throw new BackendError('missing', `No peer ${id.slice(0, 100)}`);
    return peer;
  }

  *offers({ q, limit, cursor, ...query }: OffersQuery, index?: WordIndex): Generator<undefined, Page<PeerOffer>> {
    const scores = index && asksWords(q) ? yield* index.find(q) : undefined;
    yield;
    const { positions, facets } = filterOffers(this.#offers, this.#collection.topicTree, query, scores);
    const { items, ...page } = cutPage(scores ? bestFirst(positions, scores, { limit, cursor }) : positions, {
      limit,
      cursor,
    });
    return { ...page, items: items.map((position) => this.#offers[position]!), facets, problems: this.#problems };
  }

  /** Topics and organisations that its peers name. */
  vocabulary(): PeerVocabulary {
    const orgs = new Map<string, OrgRef & { readonly id: string }>();
    for (const { org } of this.#collection.peers) {
      const id = org?.id ?? org?.name;
      if (org && id && !orgs.has(id)) orgs.set(id, { ...org, id });
    }
    return { topics: this.#collection.topicTree.all(), orgs: [...orgs.values()], mails: false };
  }
}
