import type { CalendarEvent } from '../../model/calendar-event.ts';
import { placeEvents, type PlacedEvent } from '../../model/event-days.ts';

/** The events that pass the reader's filter, on their days; worked out again only when something of it changed. */
export class PlacedEvents {
  items: readonly PlacedEvent[] = [];
  #inputs: readonly unknown[] = [];

  update(
    events: readonly CalendarEvent[] | undefined,
    timeZone: string,
    filter: ((events: readonly CalendarEvent[]) => readonly CalendarEvent[]) | undefined,
  ): void {
    const inputs = [events, timeZone, filter];
    if (inputs.every((input, index) => input === this.#inputs[index])) return;
    this.#inputs = inputs;
    this.items = placeEvents(filter ? filter(events ?? []) : (events ?? []), timeZone);
  }
}
