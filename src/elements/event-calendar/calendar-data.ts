import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LazyPart } from '../../internal/lazy-part.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';

/** Milliseconds after the first drawing: people come before programs. */
const QUIET = 3000;

/** Tells programs that read the page what people see, once the page is quiet. */
export class CalendarData implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #events: () => readonly CalendarEvent[] | undefined;
  readonly #block: LazyPart<{ show(events: readonly CalendarEvent[], language: 'de' | 'en'): void }>;
  #due = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, events: () => readonly CalendarEvent[] | undefined) {
    this.#host = host;
    this.#events = events;
    this.#block = new LazyPart(host, async () => {
      const { JsonLdController } = await import('../../internal/json-ld-controller.ts');
      return new JsonLdController(host);
    });
    host.addController(this);
  }

  hostUpdated(): void {
    const events = this.#events();
    if (!events) return;
    if (!this.#due) {
      this.#due = performance.now() + QUIET;
      setTimeout(() => this.#host.requestUpdate(), QUIET + 1);
    } else if (performance.now() >= this.#due) {
      const language = this.#host.closest<HTMLElement>('[lang]')?.lang.startsWith('en') ? 'en' : 'de';
      this.#block.get()?.show(events, language);
    }
  }
}
