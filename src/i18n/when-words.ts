import type { CalendarEvent } from '../model/calendar-event.ts';
import { addDays, DAY_MS, type PlainDate } from '../model/plain-date.ts';
import { toWallTime } from '../model/time-zone.ts';
import { clockTime, shortDay } from './date-words.ts';
import type { CalendarMessages } from './de/calendar.ts';

/** When events are, in sentences. Apart from `date-words.ts`, since a month shows none of them and need not load them. */
interface WallMoment {
  readonly day: PlainDate;
  readonly time: string;
}

function wallMoment(instant: string, timeZone: string): WallMoment {
  const wall = toWallTime(timeZone, Date.parse(instant));
  return {
    day: new Date(wall).toISOString().slice(0, 10),
    time: clockTime(Math.floor((((wall % DAY_MS) + DAY_MS) % DAY_MS) / 60_000)),
  };
}

/** When an event is over: midnight is the end of the day before, 24:00, not the beginning of another. */
function endMoment(event: CalendarEvent, timeZone: string, start: WallMoment): WallMoment {
  const end = wallMoment(event.end, timeZone);
  return end.time === '00:00' && end.day > start.day ? { day: addDays(end.day, -1), time: '24:00' } : end;
}

/** 14:00–16:00 Uhr; the start alone where it goes over days, empty for all-day events. */
export function timeRange(event: CalendarEvent, timeZone: string, words: CalendarMessages): string {
  if (event.allDay) return '';
  const start = wallMoment(event.start, timeZone);
  const end = endMoment(event, timeZone, start);
  if (start.day !== end.day) return words.calendar.clock(start.time);
  return words.calendar.clock(start.time === end.time ? start.time : `${start.time}–${end.time}`);
}

/** Do., 12. März 2026, 14:00–16:00 Uhr; with both days where it lasts longer. */
export function whenWords(event: CalendarEvent, timeZone: string, locale: string, words: CalendarMessages): string {
  if (event.allDay) {
    const last = addDays(event.end, -1);
    return last <= event.start
      ? `${shortDay(locale, event.start)}, ${words.calendar.allDay}`
      : `${shortDay(locale, event.start)} – ${shortDay(locale, last)}`;
  }
  const start = wallMoment(event.start, timeZone);
  const end = endMoment(event, timeZone, start);
  if (start.day === end.day) return `${shortDay(locale, start.day)}, ${timeRange(event, timeZone, words)}`;
  return `${shortDay(locale, start.day)}, ${words.calendar.clock(start.time)} – ${shortDay(locale, end.day)}, ${words.calendar.clock(end.time)}`;
}

/** 14:05, for "Stand: …"; with the day where it is not today's. */
export function sinceWords(
  since: number,
  now: number,
  timeZone: string,
  locale: string,
  words: CalendarMessages,
): string {
  const at = wallMoment(new Date(since).toISOString(), timeZone);
  const today = wallMoment(new Date(now).toISOString(), timeZone).day;
  const time = words.calendar.clock(at.time);
  return at.day === today ? time : `${shortDay(locale, at.day)}, ${time}`;
}
