import type { CalendarEvent } from './calendar-event.ts';
import { addDays, daysBetween, isPlainDate } from './plain-date.ts';
import { fromWallTime, toInstantString, toWallTime } from './time-zone.ts';

/**
 * One date of a series whose whole has changed, as far as can be told without asking: the same day at the new time, and
 * whoever comes to it. A series that turned from hours to days or back has no such date; it is given as it is.
 */
export function dateOfChanged(series: CalendarEvent, before: CalendarEvent, timeZone: string): CalendarEvent {
  const first = series.recurrence?.start ?? series.start;
  const { recurrenceId: planned = before.start } = before;
  if (isPlainDate(first) !== isPlainDate(planned)) return series;
  const recurrenceId = isPlainDate(first) ? planned : atTimeOf(first, planned, series.timeZone ?? timeZone);
  const isMoved = planned !== before.start && recurrenceId === planned;
  const { start, end } = isMoved ? before : { start: recurrenceId, end: endOf(recurrenceId, series) };
  const { registered, waiting } = before.registration ?? {};
  const { registration } = series;
  const counts =
    registration && registration.scope !== 'series' ? { ...registration, registered, waiting } : registration;
  return {
    ...series,
    ...(counts && { registration: counts }),
    ...(before.me && { me: before.me }),
    ...(isMoved && { changed: true }),
    recurrenceId,
    start,
    end,
  };
}

/** The day of one instant at the time of another, by the clocks of a zone. */
function atTimeOf(time: string, day: string, zone: string): string {
  const [clock, date] = [time, day].map((instant) => new Date(toWallTime(zone, Date.parse(instant))).toISOString());
  return toInstantString(fromWallTime(zone, Date.parse(`${date?.slice(0, 10)}${clock?.slice(10)}`)));
}

const endOf = (from: string, { start, end }: CalendarEvent): string =>
  isPlainDate(from)
    ? addDays(from, daysBetween(start, end))
    : toInstantString(Date.parse(from) + Date.parse(end) - Date.parse(start));
