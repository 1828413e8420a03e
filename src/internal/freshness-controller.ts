import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Calls back every so often while the page is seen, and at once when it is seen again after longer than that. A page in
 * the background asks nothing.
 */
export class FreshnessController implements ReactiveController {
  readonly #every: number;
  readonly #look: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0;

  /** @param every milliseconds */
  constructor(host: ReactiveControllerHost, every: number, look: () => void) {
    this.#every = every;
    this.#look = look;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#due = performance.now() + this.#every;
    this.#onVisibility();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    clearTimeout(this.#timer);
  }

  readonly #onVisibility = (): void => {
    clearTimeout(this.#timer);
    if (document.visibilityState !== 'visible') return;
    this.#timer = setTimeout(
      () => {
        this.#due = performance.now() + this.#every;
        this.#onVisibility();
        this.#look();
      },
      Math.max(0, this.#due - performance.now()),
    );
  };
}
