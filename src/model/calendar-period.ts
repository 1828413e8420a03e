import { monthGrid } from './month-grid.ts';
import { addDays, addMonths, startOfMonth, startOfWeek, type PlainDate } from './plain-date.ts';

/** Stretch of time that a calendar shows, half-open. */
export interface CalendarPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** A list that begins today. */
  readonly upcoming: boolean;
}

/** The weeks of a month. */
export function monthPeriod(date: PlainDate, firstDay: number): CalendarPeriod {
  const { from, to } = monthGrid(date, firstDay);
  return { from, to, upcoming: false };
}

/** Some days from a date on. */
export const daysPeriod = (from: PlainDate, days: number): CalendarPeriod => ({
  from,
  to: addDays(from, days),
  upcoming: false,
});

/** The week that a date is in; `firstDay` is an ISO weekday. */
export const weekPeriod = (date: PlainDate, firstDay: number): CalendarPeriod =>
  daysPeriod(startOfWeek(date, firstDay), 7);

/**
 * Some months from a date on. In the running month a list begins today: who looks for something to go to does not want
 * what is over.
 */
export function agendaPeriod(date: PlainDate, today: PlainDate, months: number): CalendarPeriod {
  const from = date.slice(0, 7) === today.slice(0, 7) && date < today ? today : date;
  return { from, to: addMonths(from, months), upcoming: from === today };
}

/** A year from a month on: camps are few, and the next one may be far. */
export const campsPeriod = (date: PlainDate): CalendarPeriod => ({
  from: startOfMonth(date),
  to: addMonths(startOfMonth(date), 13),
  upcoming: false,
});
