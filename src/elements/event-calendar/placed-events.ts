import type { CalendarEvent } from '../../model/calendar-event.ts';
import { placeEvents, type PlacedEvent } from '../../model/event-days.ts';
import { toEpochDay, type PlainDate } from '../../model/plain-date.ts';
import type { EventSieve } from './calendar-choice.ts';

/** The events that pass the reader's filter, on their days; worked out again only when something of it changed. */
export class PlacedEvents {
  items: readonly PlacedEvent[] = [];
  #inputs: readonly unknown[] = [];

  update(events: readonly CalendarEvent[] | undefined, timeZone: string, sieve: EventSieve | undefined): void {
    const inputs = [events, timeZone, sieve];
    if (inputs.every((input, index) => input === this.#inputs[index])) return;
    this.#inputs = inputs;
    this.items = placeEvents(sieve ? sieve(events ?? []) : (events ?? []), timeZone);
  }
}

/** Events that touch some days, `[from, to)`. */
export function inDays(
  placed: readonly PlacedEvent[],
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): readonly PlacedEvent[] {
  const [first, end] = [toEpochDay(from), toEpochDay(to)];
  return placed.filter((item) => item.firstDay < end && item.lastDay >= first);
}
