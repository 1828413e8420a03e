import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { noFilter, usedFilters, type DirectoryFilter } from './directory-filter.ts';

/** Milliseconds after the last letter until the source is asked. */
const TYPING = 200;

/** What the reader narrows the people to; the source is asked for it a moment behind who is typing. */
export class DirectoryChoice implements ReactiveController {
  filter: DirectoryFilter = noFilter();
  /** The filter as the source is asked. */
  asked: DirectoryFilter = this.filter;
  /** The reader's choice, whose answer is said once it is there. */
  toSay: DirectoryFilter | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #onAsked: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onAsked called when the reader's choice is asked for */
  constructor(host: ReactiveControllerHost, onAsked: () => void) {
    this.#host = host;
    this.#onAsked = onAsked;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  get isFiltered(): boolean {
    return usedFilters(this.asked) > 0;
  }

  /** Sets what is not the reader's own choice. */
  set(change: Partial<DirectoryFilter>): void {
    clearTimeout(this.#timer);
    this.filter = this.asked = { ...this.filter, ...change };
    this.#host.requestUpdate();
  }

  /** @param typing more letters may follow */
  choose(filter: DirectoryFilter, typing = false): void {
    clearTimeout(this.#timer);
    this.filter = filter;
    this.#host.requestUpdate();
    if (typing) this.#timer = setTimeout(() => this.#settle(), TYPING);
    else this.#settle();
  }

  /** All filters away. */
  reset(): void {
    this.choose(noFilter());
  }

  #settle(): void {
    this.set({});
    this.toSay = this.asked;
    this.#onAsked();
  }
}
