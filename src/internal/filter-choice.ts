import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds after the last letter until the source is asked. */
const TYPING = 200;

export interface FilterChoiceOptions<F> {
  /** Nothing chosen; `before` is what `reset` takes away. */
  readonly none: (before?: F) => F;
  /** Called when the reader's choice is asked for. */
  readonly onAsked: () => void;
}

/** What the reader narrows a list to; the source is asked for it a moment behind who is typing. */
export class FilterChoice<F extends object> implements ReactiveController {
  filter: F;
  /** The filter as the source is asked. */
  asked: F;
  /** The reader's choice, whose answer is said once it is there. */
  toSay: F | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #options: FilterChoiceOptions<F>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: FilterChoiceOptions<F>) {
    this.#host = host;
    this.#options = options;
    this.filter = this.asked = options.none();
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Sets what is not the reader's own choice. */
  set(change: Partial<F>): void {
    clearTimeout(this.#timer);
    this.filter = this.asked = { ...this.filter, ...change };
    this.#host.requestUpdate();
  }

  /** @param typing more letters may follow */
  choose(filter: F, typing = false): void {
    clearTimeout(this.#timer);
    this.filter = filter;
    this.#host.requestUpdate();
    if (typing) this.#timer = setTimeout(() => this.#settle(), TYPING);
    else this.#settle();
  }

  /** All filters away. */
  reset(): void {
    this.choose(this.#options.none(this.filter));
  }

  #settle(): void {
    this.set({});
    this.toSay = this.asked;
    this.#options.onAsked();
  }
}
