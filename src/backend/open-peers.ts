import type { Page } from '../model/page.ts';
import type { Peer, PeerOffer } from '../model/peer.ts';
import { asksWords, type IndexMaker, type PeerBook, type WordIndex } from './peer-book.ts';
import type { CallOptions, OffersQuery, PeersPort, PeersQuery, PeerVocabulary } from './ports.ts';
import { runInSlices } from './slices.ts';

/** What a list of peers that is there as a whole can be asked. */
export type ReadPeersPort = Required<Pick<PeersPort, 'list' | 'get' | 'offers' | 'vocabulary'>>;

/** Peers that have been read, wherever they are kept. */
export interface OpenPeers {
  list(query: PeersQuery, signal?: AbortSignal): Promise<Page<Peer>>;
  get(id: string, signal?: AbortSignal): Promise<Peer>;
  offers(query: OffersQuery, signal?: AbortSignal): Promise<Page<PeerOffer>>;
  vocabulary(signal?: AbortSignal): Promise<PeerVocabulary>;
}

/** A book on this thread: work in slices, indexes made once, with the first words that somebody types. */
export class BookOnThread implements OpenPeers {
  readonly #book: PeerBook;
  readonly #maker: () => Promise<IndexMaker>;
  #peers: Promise<WordIndex> | undefined;
  #offers: Promise<WordIndex> | undefined;

  /** @param maker brings the code of the index */
  constructor(book: PeerBook, maker: () => Promise<IndexMaker>) {
    this.#book = book;
    this.#maker = maker;
  }

  async list(query: PeersQuery, signal?: AbortSignal): Promise<Page<Peer>> {
    const index = asksWords(query.q) ? await this.index() : undefined;
    return runInSlices(this.#book.list(query, index), signal);
  }

  get(id: string): Promise<Peer> {
    return Promise.resolve().then(() => this.#book.get(id));
  }

  async offers(query: OffersQuery, signal?: AbortSignal): Promise<Page<PeerOffer>> {
    const index = asksWords(query.q) ? await this.#indexOf('offers') : undefined;
    return runInSlices(this.#book.offers(query, index), signal);
  }

  vocabulary(): Promise<PeerVocabulary> {
    return Promise.resolve(this.#book.vocabulary());
  }

  /** The index of the peers; whoever has asked for it may go, others wait for it, too. */
  index(): Promise<WordIndex> {
    return this.#indexOf('peers');
  }

  #indexOf(what: 'peers' | 'offers'): Promise<WordIndex> {
    const known = what === 'peers' ? this.#peers : this.#offers;
    if (known) return known;
    const book = this.#book;
    const making = this.#maker().then((make) =>
      runInSlices(what === 'peers' ? book.indexPeers(make) : book.indexOffers(make)),
    );
    const forget = (): void => this.#remember(what, undefined);
    making.catch(forget);
    this.#remember(what, making);
    return making;
  }

  #remember(what: 'peers' | 'offers', index: Promise<WordIndex> | undefined): void {
    if (what === 'peers') this.#peers = index;
    else this.#offers = index;
  }
}

/** The index of lists that are not long; its code comes with the first words. */
export const smallIndex = async (): Promise<IndexMaker> => (await import('./small-index.ts')).makeSmallIndex;

/** Questions about peers answered from a list that is here as a whole. */
export function portOfPeers(load: (options: CallOptions) => Promise<OpenPeers>): ReadPeersPort {
  const asked =
    <Q, T>(ask: (peers: OpenPeers, query: Q, signal?: AbortSignal) => Promise<T>) =>
    async (query: Q, options: CallOptions = {}): Promise<T> => {
      const answer = await ask(await load(options), query, options.signal);
      options.signal?.throwIfAborted();
      return answer;
    };
  const vocabulary = asked((peers, _query: undefined, signal) => peers.vocabulary(signal));
  return {
    list: asked((peers, query: PeersQuery, signal) => peers.list(query, signal)),
    get: asked((peers, id: string, signal) => peers.get(id, signal)),
    offers: asked((peers, query: OffersQuery, signal) => peers.offers(query, signal)),
    vocabulary: (options) => vocabulary(undefined, options),
  };
}
