import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isOffersLinked, linkedEvent, linkedNewImpulse } from '../../internal/deep-link.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';

export interface LinkedEventOptions {
  /** Whether there is an answer to look in. */
  readonly isReady: () => boolean;
  readonly find: (
    uid: string,
    recurrenceId: string | undefined,
  ) => CalendarEvent | undefined | Promise<CalendarEvent | undefined>;
  readonly open: (event: CalendarEvent) => void;
  /** Opens impulses and learning circles; with a title the form for a new impulse. */
  readonly openOffers: (newImpulse: string | undefined) => void;
}

/**
 * Opens the event, or the offers, that the page's address names. Only the first calendar of a page that is more than a column answers:
 * two dialogs for one link help nobody.
 */
export class LinkedEventController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: LinkedEventOptions;
  #looked = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: LinkedEventOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#open);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#open);
  }

  hostUpdated(): void {
    if (this.#looked || !this.#options.isReady()) return;
    this.#looked = true;
    this.#open();
  }

  readonly #open = (): void => {
    const linked = linkedEvent();
    if (!linked && !isOffersLinked()) return;
    const first = document.querySelector(`${this.#host.localName}:not([without-controls])`);
    if (first && first !== this.#host) return;
    if (!linked) return this.#options.openOffers(linkedNewImpulse());
    void Promise.resolve(this.#options.find(linked.uid, linked.recurrenceId)).then((event) => {
      if (event && this.#host.isConnected) this.#options.open(event);
    });
  };
}
