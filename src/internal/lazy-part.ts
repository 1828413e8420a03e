import type { ReactiveControllerHost } from 'lit';

/**
 * A part of an element that is loaded when the element first asks for it. Until it is there `get` gives undefined; the
 * element is drawn anew when it comes. A load that failed is tried again when it is next asked for.
 */
export class LazyPart<T> {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<T>;
  #part: T | undefined;
  #loading = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<T>) {
    this.#host = host;
    this.#load = load;
  }

  get(): T | undefined {
    if (!this.#part && !this.#loading) {
      this.#loading = true;
      this.#load().then(
        (part) => {
          this.#part = part;
          this.#loading = false;
          this.#host.requestUpdate();
        },
        (error: unknown) => {
          this.#loading = false;
          console.error(error);
        },
      );
    }
    return this.#part;
  }
}
