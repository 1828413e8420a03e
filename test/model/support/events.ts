import type { CalendarEvent } from '../../../src/model/calendar-event.ts';

/** A timed event from one instant to another. */
export const timed = (title: string, start: string, end = start, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: title,
  title,
  start,
  end,
  allDay: false,
  ...more,
});

/** An all-day event; `end` is the day after its last. */
export const wholeDays = (
  title: string,
  start: string,
  end: string,
  more: Partial<CalendarEvent> = {},
): CalendarEvent => ({ uid: title, title, start, end, allDay: true, ...more });
