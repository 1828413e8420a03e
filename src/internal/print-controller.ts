import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells an element that the page is being printed, early enough to draw all that paper needs. */
export class PrintController implements ReactiveController {
  printing = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrint);
  }

  readonly #onPrint = (event: Event): void => {
    this.printing = event.type === 'beforeprint';
    this.#host.requestUpdate();
  };
}
