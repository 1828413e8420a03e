/**
 * Arithmetic on plain dates (`2026-03-12`, RFC 3339 full-date) in the proleptic Gregorian calendar.
 * Days are counted from 1970-01-01, so no time zone can get in between.
 */
export type PlainDate = string;

export const DAY_MS = 86_400_000;

const PLAIN_DATE = /^\d{4}-\d\d-\d\d$/;

/** Whether the text is a date that exists in the calendar. */
export function isPlainDate(text: string): boolean {
  if (!PLAIN_DATE.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month);
}

/** Day counts of the dates met last: the events of a month stand on few days, and reading a date has its price. */
const epochDays = new Map<PlainDate, number>();
const MAX_DATES = 2000;

/** Days since 1970-01-01. */
export function toEpochDay(date: PlainDate): number {
  let day = epochDays.get(date);
  if (day === undefined) {
    day = Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);
    if (epochDays.size >= MAX_DATES) epochDays.clear();
    epochDays.set(date, day);
  }
  return day;
}

export const fromEpochDay = (day: number): PlainDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const addDays = (date: PlainDate, days: number): PlainDate => fromEpochDay(toEpochDay(date) + days);

/** `to - from` in days. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => toEpochDay(to) - toEpochDay(from);

/** ISO weekday of a day count: 1 Monday to 7 Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** ISO weekday: 1 Monday to 7 Sunday. */
export const weekday = (date: PlainDate): number => weekdayOf(toEpochDay(date));

export const startOfMonth = (date: PlainDate): PlainDate => `${date.slice(0, 7)}-01`;

/** Days of a month, 1 to 12, by the rule itself: `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** The same day some months on; the last of the month where that day does not exist (31 January + 1 = 28 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** First day of the week that the date is in; `firstDay` is an ISO weekday (1 Monday to 7 Sunday). */
export const startOfWeek = (date: PlainDate, firstDay = 1): PlainDate =>
  addDays(date, -((weekday(date) - firstDay + 7) % 7));
