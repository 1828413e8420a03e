import type { PlainDate } from '../model/plain-date.ts';
import { dateFormat } from './intl-cache.ts';

/** Dates and times in words, in one locale. Plain dates are formatted in UTC, so no zone can shift them. */
const utc = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`);

/** März 2026 */
export const monthName = (locale: string, date: PlainDate): string =>
  dateFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(utc(date));

/** Donnerstag, 12. März 2026 */
export const longDay = (locale: string, date: PlainDate): string =>
  dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    utc(date),
  );

/** Do., 12. März 2026 */
export const shortDay = (locale: string, date: PlainDate): string =>
  dateFormat(locale, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(utc(date))
    .replace(/^(\p{L}{2}),/u, '$1.,');

/** 9.–15. März 2026 */
export const spanOfDays = (locale: string, from: PlainDate, last: PlainDate): string =>
  dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(
    utc(from),
    utc(last),
  );

/** 12. März */
export const dayAndMonth = (locale: string, date: PlainDate): string =>
  dateFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(utc(date));

/** Do (short) or Donnerstag (long). */
export const weekdayName = (locale: string, date: PlainDate, width: 'short' | 'long'): string =>
  dateFormat(locale, { weekday: width, timeZone: 'UTC' }).format(utc(date));

/** März or Mär */
export const monthOnly = (locale: string, date: PlainDate, width: 'short' | 'long'): string =>
  dateFormat(locale, { month: width, timeZone: 'UTC' }).format(utc(date));

/** 14:05, always by 24 hours: what German administrations write, also in English. */
export function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
