import type { CalendarEvent } from '../model/calendar-event.ts';
import { eventsJsonLd } from '../model/event-json-ld.ts';
import { DataBlockController } from './data-block-controller.ts';
import { eventLink } from './event-link.ts';

/** The events that a widget shows, for programs. */
export class JsonLdController extends DataBlockController {
  /** Those that not everybody may see are left out. */
  show(events: readonly CalendarEvent[], language: 'de' | 'en'): void {
    // A frame without an address of its own has none to give either.
    const link = /^https?:/.test(location.protocol)
      ? ({ uid, recurrenceId }: CalendarEvent) => eventLink(uid, recurrenceId)
      : undefined;
    this.tell(events, () => eventsJsonLd(events, { language, link }));
  }
}
