import type { ReactiveControllerHost } from 'lit';
import { BackendError } from '../backend/backend-error.ts';
import type { Page } from '../model/page.ts';

/** Asks for the page at a cursor, the first without one. */
export type AskPage<T> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;

/** A list that comes page by page. What came stays; a page that failed can be asked for again. */
export class PageLane<T> {
  items: readonly T[] = [];
  /** Number of items over all pages, where the source knows it. */
  total: number | undefined;
  busy = false;
  error: BackendError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #ask: AskPage<T>;
  #next: string | undefined;
  #started = false;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost, ask: AskPage<T>) {
    this.#host = host;
    this.#ask = ask;
  }

  /** There is more behind what came. */
  get hasMore(): boolean {
    return !this.#started || this.#next !== undefined;
  }

  /** Begins with a first page that is there already. */
  start({ items, next, total }: Page<T>): void {
    this.stop();
    this.#started = true;
    this.items = items;
    this.#next = next;
    this.total = total;
    this.error = undefined;
  }

  /** Asks for the next page. */
  more(): void {
    if (this.busy || !this.hasMore) return;
    const abort = (this.#abort = new AbortController());
    this.busy = true;
    this.error = undefined;
    const settle = (finish: () => void): void => {
      if (abort.signal.aborted) return;
      this.busy = false;
      finish();
      this.#host.requestUpdate();
    };
    this.#ask(this.#next, abort.signal).then(
      (page) => settle(() => this.#append(page)),
      (error: unknown) => settle(() => (this.error = asBackendError(error))),
    );
    this.#host.requestUpdate();
  }

  /** Lets go of what is under way. */
  stop(): void {
    this.#abort?.abort();
    this.busy = false;
  }

  #append({ items, next, total }: Page<T>): void {
    this.#started = true;
    this.items = [...this.items, ...items];
    this.#next = next;
    this.total = total;
  }
}

const asBackendError = (error: unknown): BackendError =>
  error instanceof BackendError ? error : new BackendError('unknown', String(error), { cause: error });
