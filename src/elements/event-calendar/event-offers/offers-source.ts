import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { EventsPort, EventVocabulary, ImpulsesQuery } from '../../../backend/ports.ts';
import { asBackendError } from '../../../internal/as-backend-error.ts';
import { Deeds } from '../../../internal/deeds.ts';
import { unlessAborted } from '../../../internal/unless-aborted.ts';
import type { Impulse, LearningCircle } from '../../../model/impulse.ts';
import type { Problem } from '../../../model/page.ts';

/** A list on its way. */
export interface Loaded<T> {
  readonly state: 'idle' | 'loading' | 'ready' | 'failed';
  readonly items: readonly T[];
  readonly problems: readonly Problem[];
  readonly total?: number;
  readonly next?: string;
  readonly error?: BackendError;
}

export type OffersFilter = Pick<ImpulsesQuery, 'q' | 'topic' | 'mine'>;

const PAGE = 20;
const none = <T>(): Loaded<T> => ({ state: 'idle', items: [], problems: [] });
const NOTHING: EventVocabulary = { topics: [], orgs: [], offers: false, mails: false };

/**
 * Impulses and circles of a source, and what is done with them. One dead list does not take the other along; the same
 * content is sent under the same key.
 */
export class OffersSource implements ReactiveController {
  impulses = none<Impulse>();
  circles = none<LearningCircle>();
  vocabulary: EventVocabulary = NOTHING;
  filter: OffersFilter = {};
  readonly deeds: Deeds;

  readonly #host: ReactiveControllerHost;
  #port: EventsPort | undefined;
  #user: string | undefined;
  #abort = new AbortController();
  #listAbort = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.deeds = new Deeds(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#listAbort.abort();
    this.#port = undefined;
  }

  /** Turns to a source, as somebody. */
  use(port: EventsPort | undefined, user: string | undefined): void {
    if (port === this.#port && user === this.#user) return;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.deeds.reset();
    this.#port = port;
    this.#user = user;
    if (!port) return;
    this.loadImpulses();
    this.loadCircles();
    void this.#loadVocabulary(port, this.#abort.signal);
  }

  narrow(filter: OffersFilter): void {
    this.filter = filter;
    this.loadImpulses();
  }

  loadImpulses(): void {
    void this.#load(undefined);
  }

  more(): void {
    if (this.impulses.next) void this.#load(this.impulses.next);
  }

  loadCircles(): void {
    const port = this.#port;
    if (!port?.circles) return;
    const { signal } = this.#abort;
    this.circles = { ...this.circles, state: 'loading' };
    void unlessAborted(port.circles({ signal, fresh: true }), signal).then(
      ({ items, problems }) => {
        this.circles = { state: 'ready', items, problems };
        this.#host.requestUpdate();
      },
      (cause: unknown) => {
        if (signal.aborted) return;
        this.circles = { ...this.circles, state: 'failed', error: asBackendError(cause) };
        this.#host.requestUpdate();
      },
    );
    this.#host.requestUpdate();
  }

  /** Puts a changed impulse in its place, or a new one before all. */
  take(impulse: Impulse): void {
    const { items } = this.impulses;
    const isKnown = items.some(({ id }) => id === impulse.id);
    this.impulses = {
      ...this.impulses,
      items: isKnown ? items.map((item) => (item.id === impulse.id ? impulse : item)) : [impulse, ...items],
    };
    this.#host.requestUpdate();
  }

  async #load(cursor: string | undefined): Promise<void> {
    const port = this.#port;
    if (!port?.impulses) return;
    this.#listAbort.abort();
    const { signal } = (this.#listAbort = new AbortController());
    this.impulses = { ...this.impulses, state: 'loading' };
    this.#host.requestUpdate();
    try {
      const query = { ...this.filter, limit: PAGE, ...(cursor && { cursor }) };
      const page = await unlessAborted(port.impulses(query, { signal, fresh: true }), signal);
      const items = cursor ? [...this.impulses.items, ...page.items] : page.items;
      const { problems, total, next } = page;
      this.impulses = { state: 'ready', items, problems, ...(total !== undefined && { total }), ...(next && { next }) };
    } catch (cause) {
      if (signal.aborted) return;
      this.impulses = { ...this.impulses, state: 'failed', error: asBackendError(cause) };
    }
    this.#host.requestUpdate();
  }

  /** Without it there are no forms, but all can be read. */
  async #loadVocabulary(port: EventsPort, signal: AbortSignal): Promise<void> {
    const loads = port.vocabulary?.({ signal });
    this.vocabulary = loads ? await unlessAborted(loads, signal).catch(() => NOTHING) : NOTHING;
    if (!signal.aborted) this.#host.requestUpdate();
  }
}
