import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells an element when its column is narrower than a number of its own em: for what style sheets alone cannot do. */
export class NarrowController implements ReactiveController {
  narrow = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #below: number;
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, below: number) {
    this.#host = host;
    this.#below = below;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const size = parseFloat(getComputedStyle(this.#host).fontSize);
      const narrow = (entry?.contentRect.width ?? Infinity) < this.#below * size;
      if (narrow === this.narrow) return;
      this.narrow = narrow;
      // In the next frame: what is drawn within this one changes the height that is observed, which the browser reports
      // to the page as an error of a loop.
      requestAnimationFrame(() => this.#host.requestUpdate());
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
