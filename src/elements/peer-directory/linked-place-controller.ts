import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { linkedPlace, type Place } from '../../internal/directory-link.ts';

/**
 * Follows the place in the directory that the page's address names. Only the first directory of a page answers: the same
 * person twice helps nobody.
 */
export class LinkedPlaceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onLink: (place: Place) => void;

  constructor(host: ReactiveControllerHost & HTMLElement, onLink: (place: Place) => void) {
    this.#host = host;
    this.#onLink = onLink;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#look);
    if (location.hash !== '') this.#look();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#look);
  }

  readonly #look = (): void => {
    const place = linkedPlace();
    // A fragment of the page's own says nothing about people.
    if (!place) return;
    const first = document.querySelector(this.#host.localName);
    if (!first || first === this.#host) this.#onLink(place);
  };
}
