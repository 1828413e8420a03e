import { ContextRequest, type ContextCallback } from './context-request.ts';

/** Asks the surroundings of an element for one context and keeps what they answer, until it is closed. */
export class ContextConsumer {
  /** What the nearest provider gives; undefined without one. */
  value: unknown;
  /** A provider has the context, though perhaps not its value yet. */
  claimed = false;

  readonly #element: Element;
  readonly #context: unknown;
  readonly #changed: () => void;
  #unsubscribe: (() => void) | undefined;
  #take: ContextCallback | undefined;

  constructor(element: Element, context: unknown, changed: () => void) {
    this.#element = element;
    this.#context = context;
    this.#changed = changed;
  }

  /** Asks, or asks again if nobody has answered. */
  open(): void {
    if (this.claimed) return;
    this.close();
    // A callback of its own for each asking: a provider that was asked before and answers late is turned away by it.
    const take: ContextCallback = (value, unsubscribe) => {
      if (take !== this.#take) {
        unsubscribe?.();
        return;
      }
      if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
      this.#unsubscribe = unsubscribe;
      this.claimed = value !== undefined;
      if (value === this.value) return;
      this.value = value;
      this.#changed();
    };
    this.#take = take;
    const request = new ContextRequest(this.#context, this.#element, take, true);
    this.#element.dispatchEvent(request);
    this.claimed ||= request.claimed;
  }

  close(): void {
    this.claimed = false;
    this.#unsubscribe?.();
    this.#unsubscribe = this.#take = this.value = undefined;
  }
}
