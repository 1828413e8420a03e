import type { CalendarEvent } from './calendar-event.ts';
import { DAY_MS, toEpochDay } from './plain-date.ts';
import { fromInstantString, toWallTime } from './time-zone.ts';

/** An event with the days it covers in the reader's zone, worked out once for all views. */
export interface PlacedEvent {
  readonly event: CalendarEvent;
  /** First and last day it touches, as day counts since 1970-01-01 (both included). */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Minutes after midnight of the first day; -1 for all-day events, which stand first. */
  readonly minute: number;
}

/** Places events on the days of a zone, ordered by day, then all-day before timed, then time, then title. */
export function placeEvents(events: readonly CalendarEvent[], timeZone: string): PlacedEvent[] {
  return events.map((event) => placeEvent(event, timeZone)).sort(compare);
}

function placeEvent(event: CalendarEvent, timeZone: string): PlacedEvent {
  if (event.allDay) {
    const firstDay = toEpochDay(event.start);
    return { event, firstDay, lastDay: Math.max(firstDay, toEpochDay(event.end) - 1), minute: -1 };
  }
  const start = toWallTime(timeZone, fromInstantString(event.start));
  // An event that ends at midnight does not touch the day that begins then.
  const end = Math.max(start, toWallTime(timeZone, fromInstantString(event.end)) - 1);
  const firstDay = Math.floor(start / DAY_MS);
  return {
    event,
    firstDay,
    lastDay: Math.floor(end / DAY_MS),
    minute: Math.floor((start - firstDay * DAY_MS) / 60_000),
  };
}

function compare(a: PlacedEvent, b: PlacedEvent): number {
  return (
    a.firstDay - b.firstDay ||
    a.minute - b.minute ||
    b.lastDay - a.lastDay ||
    (a.event.title < b.event.title ? -1 : a.event.title > b.event.title ? 1 : 0)
  );
}

/** Events of a day, in order; `placed` must be in the order of `placeEvents`. */
export const eventsOfDay = (placed: readonly PlacedEvent[], day: number): PlacedEvent[] =>
  placed.filter((item) => item.firstDay <= day && item.lastDay >= day);

/** Events by the day that a list shows them under: the first day, or `from` for those that began before. */
export function groupByDay(placed: readonly PlacedEvent[], from: number): Map<number, PlacedEvent[]> {
  const days = new Map<number, PlacedEvent[]>();
  for (const item of placed) {
    const day = Math.max(item.firstDay, from);
    const group = days.get(day);
    if (group) group.push(item);
    else days.set(day, [item]);
  }
  return new Map([...days].sort((a, b) => a[0] - b[0]));
}
