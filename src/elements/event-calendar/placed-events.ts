import type { CalendarEvent } from '../../model/calendar-event.ts';
import { placeEvents, type PlacedEvent } from '../../model/event-days.ts';
import { filterEvents, type EventFilter } from '../../model/event-filter.ts';

/** The events that pass the reader's filter, on their days; worked out again only when something of it changed. */
export class PlacedEvents {
  items: readonly PlacedEvent[] = [];
  #inputs: readonly unknown[] = [];

  update(events: readonly CalendarEvent[] | undefined, filter: EventFilter, timeZone: string): void {
    const inputs = [events, filter, timeZone];
    if (inputs.every((input, index) => input === this.#inputs[index])) return;
    this.#inputs = inputs;
    this.items = placeEvents(filterEvents(events ?? [], filter), timeZone);
  }
}
