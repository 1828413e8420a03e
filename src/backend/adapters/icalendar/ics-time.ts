import { DAY_MS } from '../../../model/plain-date.ts';

/** A DATE or DATE-TIME as written (RFC 5545, 3.3.4 and 3.3.5). */
export interface WrittenTime {
  /** Wall time in milliseconds, see time-zone.ts; UTC for times that end in Z or name their offset. */
  readonly wall: number;
  readonly dateOnly: boolean;
  readonly utc: boolean;
}

/** A DURATION: days and weeks follow the calendar, hours and less the clock (RFC 5545, 3.3.6). */
export interface Duration {
  readonly days: number;
  /** Milliseconds. */
  readonly time: number;
}

/** The last moment that RFC 3339 can name. */
export const LAST_WALL = Date.UTC(9999, 11, 31, 23, 59, 59);
/** No event lasts longer than the Gregorian calendar takes to repeat. */
const MAX_DAYS = 146_097;

// ISO 8601 with dashes, colons or an offset is no iCalendar, but cannot be misunderstood either.
const TIME = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

/** Milliseconds of an offset such as `+0100` or `-075258`; NaN where it is none. */
export function parseOffset(text: string): number {
  const match = /^([+-]?)(\d\d):?(\d\d):?(\d\d)?$/.exec(text.trim());
  if (!match) return NaN;
  const size = Number(match[2]) * 3_600_000 + Number(match[3]) * 60_000 + Number(match[4] ?? 0) * 1000;
  return match[1] === '-' ? -size : size;
}

/** Reads a DATE or DATE-TIME; null where it is none or the day does not exist. */
export function parseTime(text: string): WrittenTime | null {
  const match = TIME.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second, suffix] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day) || Number(year) === 0) return null;
  if (hour === undefined) return { wall: date.getTime(), dateOnly: true, utc: false };
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const time = Number(hour) * 3_600_000 + Number(minute) * 60_000 + Math.min(Number(second ?? 0), 59) * 1000;
  if (time > DAY_MS) return null;
  const offset = suffix && suffix.toUpperCase() !== 'Z' ? parseOffset(suffix) : 0;
  return { wall: date.getTime() + time - offset, dateOnly: false, utc: suffix !== undefined };
}

const DURATION = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;
/** Weeks and days behind the T, as some programs write them: not valid, but clear. */
const MISPLACED = /^\+?PT(\d+)([WD])$/i;

/** Reads a DURATION; null where it is none, negative or beyond all reason. `strict` says whether it was written by the rule. */
export function parseDuration(text: string): (Duration & { readonly strict: boolean }) | null {
  const value = text.trim();
  const misplaced = MISPLACED.exec(value);
  if (misplaced) {
    const days = Number(misplaced[1]) * (misplaced[2]?.toUpperCase() === 'W' ? 7 : 1);
    return days <= MAX_DAYS ? { days, time: 0, strict: false } : null;
  }
  const match = DURATION.exec(value);
  if (!match || !/\d/.test(value)) return null;
  const [, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match;
  const whole = Number(weeks) * 7 + Number(days);
  const time = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return whole + time / DAY_MS <= MAX_DAYS ? { days: whole, time, strict: true } : null;
}
