import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { linkedIdea } from '../../internal/deep-link.ts';

/** Where mails lead to who wants to see what is new, or have fewer of them. */
const NEWS = '#vr-notifications';

/** What the address names. `news` is the list of what is new; nothing means that no idea is named any more. */
export type Linked = ReturnType<typeof linkedIdea> | 'news';

/**
 * Follows the idea that the page's address names, or the list of what is new. Only the first board of a page answers: the
 * same idea twice helps nobody.
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
    if (linkedIdea() || location.hash === NEWS) this.#look();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#look);
  }

  readonly #look = (): void => {
    const linked: Linked = location.hash === NEWS ? 'news' : linkedIdea();
    // A fragment of the page's own says nothing about ideas.
    if (!linked && location.hash !== '') return;
    const first = document.querySelector(this.#host.localName);
    if (!first || first === this.#host) this.#onLink(linked);
  };
}
