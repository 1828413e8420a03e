import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextTask } from '../backend/next-task.ts';

/**
 * A part of an element that is loaded when the element first asks for it. Until it is there `get` gives undefined; the
 * element is drawn anew when it comes. A load that failed is tried again when it is next asked for.
 */
export class LazyPart<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<T>;
  readonly #ahead: (() => boolean) | undefined;
  #part: T | undefined;
  #loading = false;
  #wanted = false;

  /**
   * @param ahead for what is needed when the network fails, and cannot be had any more then: loaded in a quiet moment once
   *   this is true, whether anybody asks or not
   */
  constructor(host: ReactiveControllerHost, load: () => Promise<T>, ahead?: () => boolean) {
    this.#host = host;
    this.#load = load;
    this.#ahead = ahead;
    if (ahead) host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#ahead?.()) return;
    this.#host.removeController(this);
    const soon = globalThis.requestIdleCallback as typeof requestIdleCallback | undefined;
    if (soon) soon(() => this.#start());
    else setTimeout(() => this.#start());
  }

  get(): T | undefined {
    this.#wanted = true;
    this.#start();
    return this.#part;
  }

  #start(): void {
    if (this.#part || this.#loading) return;
    this.#loading = true;
    this.#load()
      // In the classic file a part is there at once: what it draws shall not lengthen the task that asked for it.
      .finally(nextTask)
      .then(
        (part) => {
          this.#part = part;
          this.#loading = false;
          if (this.#wanted) this.#host.requestUpdate();
        },
        (error: unknown) => {
          this.#loading = false;
          console.error(error);
        },
      );
  }
}
