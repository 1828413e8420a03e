import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { OffersQuery, PeersPort, PeerVocabulary } from '../../../backend/ports.ts';
import { asBackendError } from '../../../internal/as-backend-error.ts';
import { unlessAborted } from '../../../internal/unless-aborted.ts';
import type { Facets, Problem } from '../../../model/page.ts';
import type { PeerOffer } from '../../../model/peer.ts';

/** A list of offers on its way. */
export interface OfferLane {
  readonly state: 'idle' | 'loading' | 'ready' | 'failed';
  readonly items: readonly PeerOffer[];
  readonly problems: readonly Problem[];
  readonly facets?: Facets;
  readonly total?: number;
  readonly next?: string;
  readonly error?: BackendError;
}

/** What the board is narrowed to. */
export interface OffersFilter {
  readonly q?: string;
  readonly direction?: string;
  readonly topic?: string;
  readonly form?: string;
}

const PAGE = 20;
/** An own list holds at most as many as an entry may have, and those that have ended. */
const OWN = 50;
const NONE: OfferLane = { state: 'idle', items: [], problems: [] };

const queryOf = ({ q, direction, topic, form }: OffersFilter): OffersQuery =>
  ({
    ...(q && { q }),
    ...(direction && { direction }),
    ...(topic && { topic: [topic] }),
    ...(form && { form: [form] }),
  }) as OffersQuery;

/** What people offer and seek at a source, and what the reader does. */
export class PeerOffersSource implements ReactiveController {
  board = NONE;
  mine = NONE;
  vocabulary: PeerVocabulary | undefined;
  filter: OffersFilter = {};

  readonly #host: ReactiveControllerHost;
  #port: PeersPort | undefined;
  #user: string | undefined;
  #abort = new AbortController();
  #boardAbort = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#boardAbort.abort();
    this.#port = undefined;
  }

  /** Turns to a source, as somebody. True when it is another one than before. */
  use(port: PeersPort | undefined, user: string | undefined): boolean {
    if (port === this.#port && user === this.#user) return false;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#port = port;
    this.#user = user;
    this.mine = NONE;
    if (!port) return true;
    this.loadBoard();
    void this.loadMine();
    if (user !== undefined) void this.#loadVocabulary(port);
    return true;
  }

  narrow(filter: OffersFilter): void {
    this.filter = filter;
    this.loadBoard();
  }

  loadBoard(): void {
    void this.#load(undefined);
  }

  more(): void {
    if (this.board.next && this.board.state !== 'loading') void this.#load(this.board.next);
  }

  async loadMine(): Promise<void> {
    const port = this.#port;
    if (!port?.offers || this.#user === undefined) return;
    const { signal } = this.#abort;
    this.mine = { ...this.mine, state: 'loading' };
    this.#host.requestUpdate();
    try {
      const page = await unlessAborted(port.offers({ mine: true, limit: OWN }, { signal, fresh: true }), signal);
      this.mine = { state: 'ready', items: page.items, problems: page.problems };
    } catch (cause) {
      if (signal.aborted) return;
      this.mine = { ...this.mine, state: 'failed', error: asBackendError(cause) };
    }
    this.#host.requestUpdate();
  }

  /** Puts a changed offer of the reader's in its place, or a new one before all; the board follows. */
  take(offer: PeerOffer): void {
    const { items } = this.mine;
    const isKnown = items.some(({ id }) => id === offer.id);
    this.mine = {
      ...this.mine,
      state: 'ready',
      items: isKnown ? items.map((item) => (item.id === offer.id ? offer : item)) : [offer, ...items],
    };
    this.loadBoard();
  }

  async #load(cursor: string | undefined): Promise<void> {
    const port = this.#port;
    if (!port?.offers) return;
    this.#boardAbort.abort();
    const { signal } = (this.#boardAbort = new AbortController());
    const { error: _, ...before } = this.board;
    this.board = { ...before, state: 'loading' };
    this.#host.requestUpdate();
    try {
      const query = { ...queryOf(this.filter), limit: PAGE, ...(cursor && { cursor }) };
      const { items, problems, total, next, facets } = await unlessAborted(
        port.offers(query, { signal, fresh: true }),
        signal,
      );
      this.board = {
        state: 'ready',
        items: cursor ? [...this.board.items, ...items] : items,
        problems,
        ...(total !== undefined && { total }),
        ...(next && { next }),
        ...(facets ? { facets } : this.board.facets && { facets: this.board.facets }),
      };
    } catch (cause) {
      if (signal.aborted) return;
      this.board = { ...this.board, state: 'failed', error: asBackendError(cause) };
    }
    this.#host.requestUpdate();
  }

  /** Without it topics are words of one's own. */
  async #loadVocabulary(port: PeersPort): Promise<void> {
    const { signal } = this.#abort;
    const loads = port.vocabulary?.({ signal });
    const vocabulary = loads && (await unlessAborted(loads, signal).catch(() => undefined));
    if (signal.aborted) return;
    this.vocabulary = vocabulary;
    this.#host.requestUpdate();
  }
}
