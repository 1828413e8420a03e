import { DAY_MS, daysInMonth, weekdayOf } from '../plain-date.ts';
import type { RecurrenceRule, WeekdayPick } from './rule.ts';

/** A day with the parts that rules ask for. `day` counts from 1970-01-01. */
export interface DayParts {
  readonly day: number;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly monthDay: number;
  /** How many days its month has. */
  readonly monthLength: number;
}

export type DayFilter = (parts: DayParts) => boolean;

/** First day of a year, counted from 1970-01-01; also for years under 100. */
export function yearStart(year: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, 0, 1);
  return date.getTime() / DAY_MS;
}

export function dayParts(day: number): DayParts {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  return { day, year, month, monthDay: date.getUTCDate(), monthLength: daysInMonth(year, month) };
}

const bits = (values: readonly number[]): number => {
  let mask = 0;
  for (const value of values) mask |= 1 << (value % 32);
  return mask;
};

/** Position of a day among `length` days, counted from either end, is in the list. */
const listed = (list: readonly number[], fromStart: number, length: number): boolean =>
  list.includes(fromStart) || list.includes(fromStart - length - 1);

/** First day of the first week of a year: the week with at least four days in it (RFC 5545, BYWEEKNO). */
function firstWeek(year: number, weekStart: number): number {
  const first = yearStart(year);
  const late = (weekdayOf(first) - weekStart + 7) % 7;
  return late <= 3 ? first - late : first + 7 - late;
}

function weekFilter(rule: RecurrenceRule): DayFilter {
  // Days are asked for in their order, so the year of weeks found last mostly holds the next one too.
  let start = Infinity;
  let next = -Infinity;
  return ({ day, year }) => {
    if (day < start || day >= next) {
      start = firstWeek(year, rule.weekStart);
      next = firstWeek(year + 1, rule.weekStart);
      if (day < start) [start, next] = [firstWeek(year - 1, rule.weekStart), start];
      else if (day >= next) [start, next] = [next, firstWeek(year + 2, rule.weekStart)];
    }
    return listed(rule.byWeekNo, Math.floor((day - start) / 7) + 1, (next - start) / 7);
  };
}

function nthFilter(picks: readonly WeekdayPick[], within: 'month' | 'year'): DayFilter {
  return ({ day, year, monthDay, monthLength }) => {
    const weekday = weekdayOf(day);
    if (!picks.some((pick) => pick.weekday === weekday)) return false;
    let index = monthDay - 1;
    let length = monthLength;
    if (within === 'year') {
      const start = yearStart(year);
      index = day - start;
      length = yearStart(year + 1) - start;
    }
    const fromStart = Math.floor(index / 7) + 1;
    const fromEnd = -(Math.floor((length - 1 - index) / 7) + 1);
    return picks.some(
      (pick) => pick.weekday === weekday && (pick.nth === 0 || pick.nth === fromStart || pick.nth === fromEnd),
    );
  };
}

/**
 * The rule with the parts filled in that it leaves to DTSTART: month and day of a yearly rule, day of a monthly one,
 * weekday of a weekly one (RFC 5545, 3.3.10, "information not contained in the rule").
 */
export function completeRule(rule: RecurrenceRule, start: DayParts): RecurrenceRule {
  const { frequency } = rule;
  if (rule.byYearDay.length + rule.byMonthDay.length + rule.byDay.length > 0) return rule;
  if (frequency === 'weekly' || (frequency === 'yearly' && rule.byWeekNo.length > 0)) {
    return { ...rule, byDay: [{ weekday: weekdayOf(start.day), nth: 0 }] };
  }
  if (frequency !== 'yearly' && frequency !== 'monthly') return rule;
  const byMonth = frequency === 'yearly' && rule.byMonth.length === 0 ? [start.month] : rule.byMonth;
  return { ...rule, byMonth, byMonthDay: [start.monthDay] };
}

/** What a completed rule asks of a day; null when every day will do. */
export function dayFilter(rule: RecurrenceRule): DayFilter | null {
  const { frequency, byDay, byMonthDay, byMonth } = rule;
  const filters: DayFilter[] = [];
  if (byMonth.length > 0) {
    const mask = bits(byMonth);
    filters.push(({ month }) => (mask & (1 << month)) !== 0);
  }
  if (byMonthDay.length > 0) {
    const fromStart = bits(byMonthDay.filter((day) => day > 0).map((day) => day - 1));
    const fromEnd = bits(byMonthDay.filter((day) => day < 0).map((day) => -day - 1));
    filters.push(
      ({ monthDay, monthLength }) =>
        (fromStart & (1 << (monthDay - 1))) !== 0 || (fromEnd & (1 << (monthLength - monthDay))) !== 0,
    );
  }
  if (rule.byYearDay.length > 0) {
    filters.push(({ day, year }) => {
      const first = yearStart(year);
      return listed(rule.byYearDay, day - first + 1, yearStart(year + 1) - first);
    });
  }
  if (rule.byWeekNo.length > 0 && frequency === 'yearly') filters.push(weekFilter(rule));
  if (byDay.length > 0) {
    const counted = frequency === 'monthly' || (frequency === 'yearly' && rule.byWeekNo.length === 0);
    if (counted && byDay.some((pick) => pick.nth !== 0)) {
      filters.push(nthFilter(byDay, frequency === 'monthly' || byMonth.length > 0 ? 'month' : 'year'));
    } else {
      const mask = bits(byDay.map((pick) => pick.weekday));
      filters.push(({ day }) => (mask & (1 << weekdayOf(day))) !== 0);
    }
  }
  if (filters.length === 0) return null;
  const [only] = filters;
  return filters.length === 1 && only ? only : (parts) => filters.every((filter) => filter(parts));
}
