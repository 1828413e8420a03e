import type { CalendarEvent, Session } from './calendar-event.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import { USUAL_SESSION_MINUTES, type SessionSpan } from './session-conflicts.ts';
import { slotSpans } from './session-grid.ts';
import { boundToInstant, fromWallTime, plainDateAt, toWallTime } from './time-zone.ts';

/** Where a session is put: when, and in which room; without one it is for everybody. */
export interface SessionPlace extends SessionSpan {
  readonly room: string | undefined;
}

const HOUR = 3_600_000;
const FIRST_HOUR = 9;
const LAST_HOUR = 18;
/** Days of a camp that times are made up for. */
const MOST_DAYS = 14;

/**
 * The times at which sessions can be put: the programme's slots; where it has none, the hours of the camp's days, from
 * nine to six where the camp itself does not say when its days begin and end.
 */
export function placeTimes(
  event: Pick<CalendarEvent, 'start' | 'end' | 'allDay' | 'programme'>,
  timeZone: string,
): readonly SessionSpan[] {
  const slots = slotSpans(event.programme);
  if (slots.length > 0) return slots;
  const start = boundToInstant(event.start, timeZone);
  const end = boundToInstant(event.end, timeZone);
  if (!(end > start)) return [];
  const times: SessionSpan[] = [];
  let day: PlainDate = plainDateAt(timeZone, start);
  for (let count = 0; count < MOST_DAYS && day <= plainDateAt(timeZone, end - 1); count++, day = addDays(day, 1)) {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    const first = firstOfDay(start, day, timeZone, midnight, event.allDay);
    const last = Math.min(end, fromWallTime(timeZone, midnight + LAST_HOUR * HOUR));
    const evening = plainDateAt(timeZone, end - 1) === day && !event.allDay ? end : last;
    for (let at = first; at < evening; at += HOUR) times.push({ start: at, end: Math.min(at + HOUR, evening) });
  }
  return times;
}

function firstOfDay(start: number, day: PlainDate, timeZone: string, midnight: number, allDay: boolean): number {
  if (!allDay && plainDateAt(timeZone, start) === day) return start;
  return fromWallTime(timeZone, midnight + FIRST_HOUR * HOUR);
}

/**
 * When a session ends that begins at a time: after the minutes that its hosts ask for where they fit, else with the slot.
 */
export function endOfPlace(start: number, session: Pick<Session, 'minutes'>, times: readonly SessionSpan[]): number {
  const slot = times.find((time) => time.start <= start && start < time.end);
  const wanted = session.minutes ? start + session.minutes * 60_000 : undefined;
  if (!slot) return wanted ?? start + USUAL_SESSION_MINUTES * 60_000;
  return wanted !== undefined && wanted < slot.end ? wanted : slot.end;
}

/** Ends that a session which begins at a time can have: its slot's and those of later ones of the same day. */
export function possibleEnds(start: number, times: readonly SessionSpan[], timeZone: string): readonly number[] {
  const day = plainDateAt(timeZone, start);
  return times.filter((time) => time.end > start && plainDateAt(timeZone, time.start) === day).map(({ end }) => end);
}

/** The value of a field for date and time (`datetime-local`) at an instant. */
export const localTime = (instant: number, timeZone: string): string =>
  new Date(toWallTime(timeZone, instant)).toISOString().slice(0, 16);
