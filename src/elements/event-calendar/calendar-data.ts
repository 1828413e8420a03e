import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { JsonLdController } from '../../internal/json-ld-controller.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';

/** Tells programs that read the page what people see. */
export class CalendarData implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #events: () => readonly CalendarEvent[] | undefined;
  readonly #block: JsonLdController;

  constructor(host: ReactiveControllerHost & HTMLElement, events: () => readonly CalendarEvent[] | undefined) {
    this.#host = host;
    this.#events = events;
    this.#block = new JsonLdController(host);
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdated(): void {
    const events = this.#events();
    if (!events) return;
    const language = this.#host.closest<HTMLElement>('[lang]')?.lang.startsWith('en') ? 'en' : 'de';
    this.#block.show(events, language);
  }
}
