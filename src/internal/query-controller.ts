import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BackendError } from '../backend/backend-error.ts';

/**
 * - `waiting`: no port, or nothing to ask yet
 * - `loading`: an answer is on its way and the reader waits for it (an older one may still be shown)
 * - `ready`, `empty`: the answer to the present query is there
 * - `failed`: told to the reader; tries may go on behind it (`busy`), an older answer may still be shown
 */
export type QueryState = 'waiting' | 'loading' | 'ready' | 'empty' | 'failed';

export interface QueryOptions<P, Q, R> {
  /** Whom to ask; undefined while there is nobody. */
  readonly port: () => P | undefined;
  /** What to ask, plain data; undefined for nothing yet. A change of its JSON asks anew. */
  readonly query: () => Q | undefined;
  /** `fresh`: somebody wants to know how it is now, not how it was a while ago. */
  readonly run: (port: P, query: Q, signal: AbortSignal, fresh: boolean) => Promise<R>;
  /** Whether an answer has nothing to show. Default: `items` is an empty list. */
  readonly isEmpty?: (value: R) => boolean;
}

type Host = ReactiveControllerHost & HTMLElement;

/** After this long without an answer the reader is told, within 5 s with what that takes, while the query goes on. */
const SLOW_AFTER = 4000;
const FIRST_RETRY = 2000;
const LAST_RETRY = 60_000;
/** Seconds of a server's `Retry-After` that are believed. */
const LONGEST_WAIT = 3600;
const RETRIED: ReadonlySet<string> = new Set(['offline', 'timeout', 'busy', 'unknown']);

/**
 * Keeps the answer to one query in step with its host: asks when port or query change, drops stale answers, keeps the
 * last good one through reloads and failures, tries again by itself where that can help, and lets go when the host
 * leaves the page.
 */
export class QueryController<P extends object, Q, R = unknown> implements ReactiveController {
  /** The last good answer, also during reloads and after failures. */
  value: R | undefined;
  /** The query that `value` answers. */
  valueQuery: Q | undefined;
  /** When `value` arrived. */
  since: Date | undefined;
  /** Why the last try failed; undefined after a good one. */
  error: BackendError | undefined;
  /** No answer for a while, though it is still awaited. */
  slow = false;
  /** A request is under way, also one behind a failure. */
  busy = false;

  #state: QueryState = 'waiting';
  readonly #host: Host;
  readonly #options: QueryOptions<P, Q, R>;
  #port: P | undefined;
  #asked = '';
  #abort: AbortController | undefined;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #left = false;

  constructor(host: Host, options: QueryOptions<P, Q, R>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): QueryState {
    return this.#state;
  }

  hostConnected(): void {
    addEventListener('pageshow', this.#onPageShow);
    addEventListener('online', this.#onOnline);
    if (!this.#left) return;
    this.#left = false;
    this.run(false);
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this.#onPageShow);
    removeEventListener('online', this.#onOnline);
    // Moving an element disconnects and connects it at once: only who is still gone afterwards has left.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#left = true;
      this.#stop();
    });
  }

  hostUpdate(): void {
    const port = this.#options.port();
    const query = port && this.#options.query();
    const asked = query === undefined ? '' : JSON.stringify(query);
    if (port === this.#port && asked === this.#asked) return;
    if (port && this.#port && port !== this.#port) this.value = this.valueQuery = this.since = undefined;
    this.#failures = 0;
    this.#asked = asked;
    // Without a port the old one is kept in mind: who comes back to it finds the last good value.
    if (port) this.#port = port;
    if (port && query !== undefined) this.#ask(port, query, 'loading');
    else {
      this.#stop();
      this.#asked = '';
      this.#state = 'waiting';
    }
  }

  /** Asks the source itself again now, whatever is there; `value` stays until the answer comes. */
  run(fresh = true): void {
    const port = this.#options.port();
    const query = port && this.#options.query();
    if (!port || query === undefined || !this.#host.isConnected) return;
    this.#ask(port, query, 'loading', fresh);
    this.#host.requestUpdate();
  }

  /** What the reader's "try again" does: as `run`, and patience starts anew. */
  retry(): void {
    this.#failures = 0;
    this.run();
  }

  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.run();
  };

  readonly #onOnline = (): void => {
    if (this.#state === 'failed') this.run();
  };

  /** `shown` is the state while it lasts: `failed` for tries behind a failure, so that its message does not flicker. */
  #ask(port: P, query: Q, shown: 'loading' | 'failed', fresh = false): void {
    this.#stop();
    const abort = (this.#abort = new AbortController());
    this.#port = port;
    this.#asked = JSON.stringify(query);
    this.#state = shown;
    this.busy = true;
    this.#slowTimer = setTimeout(() => {
      this.slow = true;
      this.#host.requestUpdate();
    }, SLOW_AFTER);
    const settle = (finish: () => void): void => {
      if (this.#abort !== abort) return;
      this.#stop();
      finish();
      this.#host.requestUpdate();
    };
    this.#start(port, query, abort.signal, fresh).then(
      (value) => settle(() => this.#succeed(value, query)),
      (error: unknown) => settle(() => this.#fail(error)),
    );
  }

  /** A port of the page's own may also throw at once. */
  async #start(port: P, query: Q, signal: AbortSignal, fresh: boolean): Promise<R> {
    return this.#options.run(port, query, signal, fresh);
  }

  #succeed(value: R, query: Q): void {
    this.value = value;
    this.valueQuery = query;
    this.since = new Date();
    this.error = undefined;
    this.#failures = 0;
    this.#state = (this.#options.isEmpty ?? hasNoItems)(value) ? 'empty' : 'ready';
  }

  #fail(error: unknown): void {
    this.error = error instanceof BackendError ? error : new BackendError('unknown', String(error), { cause: error });
    this.#state = 'failed';
    if (!RETRIED.has(this.error.kind)) return;
    const delay = Math.min(FIRST_RETRY * 2 ** this.#failures++, LAST_RETRY) * (1 + Math.random() / 4);
    this.#retryTimer = setTimeout(
      () => {
        const port = this.#options.port();
        const query = port && this.#options.query();
        if (!port || query === undefined) return;
        this.#ask(port, query, 'failed');
        this.#host.requestUpdate();
      },
      Math.max(delay, Math.min(this.error.retryAfter ?? 0, LONGEST_WAIT) * 1000),
    );
  }

  /** Ends whatever is under way: the request, the word that it is slow, the next try. */
  #stop(): void {
    clearTimeout(this.#slowTimer);
    clearTimeout(this.#retryTimer);
    const abort = this.#abort;
    this.#abort = undefined;
    this.busy = this.slow = false;
    abort?.abort();
  }
}

const hasNoItems = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'items' in value && !(value.items as readonly unknown[]).length;
