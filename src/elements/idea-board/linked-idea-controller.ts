import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { linkedIdea } from '../../internal/deep-link.ts';

type Linked = ReturnType<typeof linkedIdea>;

/**
 * Follows the idea that the page's address names. Only the first board of a page answers: the same idea twice helps
 * nobody.
 */
export class LinkedIdeaController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onLink: (linked: Linked) => void;

  constructor(host: ReactiveControllerHost & HTMLElement, onLink: (linked: Linked) => void) {
    this.#host = host;
    this.#onLink = onLink;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#look);
    if (linkedIdea()) this.#look();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#look);
  }

  readonly #look = (): void => {
    const linked = linkedIdea();
    // A fragment of the page's own says nothing about ideas.
    if (!linked && location.hash !== '') return;
    const first = document.querySelector(this.#host.localName);
    if (!first || first === this.#host) this.#onLink(linked);
  };
}
