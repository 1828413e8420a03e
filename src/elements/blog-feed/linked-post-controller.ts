import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { linkedNewReport, linkedPost } from '../../internal/post-link.ts';
import type { Opened } from './feed-part.ts';

/**
 * Follows what the page's address names: a post, or the form for a report. Only the first feed of a page answers: the
 * same post twice helps nobody.
 */
export class LinkedPostController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onLink: (opened: Opened | undefined) => void;

  /** @param onLink undefined: the address names neither any more */
  constructor(host: ReactiveControllerHost & HTMLElement, onLink: (opened: Opened | undefined) => void) {
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
    const [id, idea] = [linkedPost(), linkedNewReport()];
    // A fragment of the page's own says nothing about posts.
    if (!id && idea === undefined && location.hash !== '') return;
    const first = document.querySelector(this.#host.localName);
    if (first && first !== this.#host) return;
    this.#onLink(
      id ? { part: 'post', id } : idea === undefined ? undefined : { part: 'editor', ideaId: idea || undefined },
    );
  };
}
