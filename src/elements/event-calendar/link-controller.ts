import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LinkHost } from './calendar-links.ts';

/** Follows what the page's address names, at first and whenever it changes; what that takes is loaded then. */
export class LinkController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #calendar: LinkHost;
  #wanted = true;

  constructor(host: ReactiveControllerHost, calendar: LinkHost) {
    this.#host = host;
    this.#calendar = calendar;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#onHash);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onHash);
  }

  hostUpdated(): void {
    // Once there is an answer to look in.
    if (!this.#wanted || !this.#calendar.source.query.value) return;
    this.#wanted = false;
    if (!location.hash.startsWith('#vr-')) return;
    import('./calendar-links.ts').then(({ followLink }) => followLink(this.#calendar)).catch(console.error);
  }

  readonly #onHash = (): void => {
    this.#wanted = true;
    this.#host.requestUpdate();
  };
}
