import { DAY_MS, weekdayOf } from '../plain-date.ts';
import { dayFilter, dayParts, yearStart, type DayFilter } from './day-filter.ts';
import type { RecurrenceRule } from './rule.ts';

/**
 * The stretches of time that a rule goes by (its years, months, … seconds), numbered from the one DTSTART is in.
 * All times are wall times in milliseconds.
 */
export interface Periods {
  /** First moment of a period. */
  begin(index: number): number;
  /** The period that a moment not before DTSTART is in, or the last one before it where the interval leaves gaps. */
  indexOf(wall: number): number;
  /** The moments of a period that the rule's days (or hours, minutes, seconds) leave, rising. */
  bases(index: number): readonly number[];
  /** The next period that is worth a look after one without bases. */
  after(index: number): number;
  /** How long a base lasts: a day for the rules by days, else an hour, a minute or a second. */
  readonly unit: number;
  /** How many steps of a `WorkBudget` a look at one period is worth. */
  readonly cost: number;
  /** Number of bases in each period after the first, where all have the same. */
  readonly even?: number;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1000;
const NONE: readonly number[] = [];

const dayOf = (wall: number): number => Math.floor(wall / DAY_MS);

const yearOf = (wall: number): number => new Date(wall).getUTCFullYear();

/** Days since 1970-01-01 of the first of a month; `month` counts from January of year 0. */
function monthStart(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  return date.getTime() / DAY_MS;
}

function pushMonth(into: number[], month: number, filter: DayFilter): void {
  const first = monthStart(month);
  const monthLength = monthStart(month + 1) - first;
  const year = Math.floor(month / 12);
  for (let monthDay = 1; monthDay <= monthLength; monthDay++) {
    const day = first + monthDay - 1;
    if (filter({ day, year, month: month - year * 12 + 1, monthDay, monthLength })) into.push(day * DAY_MS);
  }
}

function years(rule: RecurrenceRule, start: number, filter: DayFilter): Periods {
  const origin = yearOf(start);
  const months = rule.byMonth.length > 0 ? rule.byMonth : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  return {
    unit: DAY_MS,
    cost: 2 * months.length,
    begin: (index) => yearStart(origin + index * rule.interval) * DAY_MS,
    indexOf: (wall) => Math.floor((yearOf(wall) - origin) / rule.interval),
    bases(index) {
      const days: number[] = [];
      for (const month of months) pushMonth(days, (origin + index * rule.interval) * 12 + month - 1, filter);
      return days;
    },
    after: (index) => index + 1,
  };
}

function months(rule: RecurrenceRule, start: number, filter: DayFilter): Periods {
  const monthOf = (wall: number): number => yearOf(wall) * 12 + new Date(wall).getUTCMonth();
  const origin = monthOf(start);
  return {
    unit: DAY_MS,
    cost: 2,
    begin: (index) => monthStart(origin + index * rule.interval) * DAY_MS,
    indexOf: (wall) => Math.floor((monthOf(wall) - origin) / rule.interval),
    bases(index) {
      const month = origin + index * rule.interval;
      if (rule.byMonth.length > 0 && !rule.byMonth.includes((((month % 12) + 12) % 12) + 1)) return NONE;
      const days: number[] = [];
      pushMonth(days, month, filter);
      return days;
    },
    after: (index) => index + 1,
  };
}

function weeks(rule: RecurrenceRule, start: number, filter: DayFilter | null): Periods {
  const firstDay = dayOf(start);
  const origin = (firstDay - ((weekdayOf(firstDay) - rule.weekStart + 7) % 7)) * DAY_MS;
  const step = 7 * DAY_MS * rule.interval;
  // The weekdays of a week are the same in each, so they are looked up once; months and the like only where named.
  const offsets = [...new Set(rule.byDay.map((pick) => (pick.weekday - rule.weekStart + 7) % 7))].sort((a, b) => a - b);
  const plain = rule.byMonth.length + rule.byMonthDay.length + rule.byYearDay.length === 0;
  return {
    unit: DAY_MS,
    cost: 1,
    even: plain ? offsets.length : undefined,
    begin: (index) => origin + index * step,
    indexOf: (wall) => Math.floor((wall - origin) / step),
    bases(index) {
      const bases: number[] = [];
      for (const offset of offsets) {
        const base = origin + index * step + offset * DAY_MS;
        if (plain || !filter || filter(dayParts(base / DAY_MS))) bases.push(base);
      }
      return bases;
    },
    after: (index) => index + 1,
  };
}

/** Days, hours, minutes and seconds: one base a period, and larger units that can rule it out as a whole. */
function units(rule: RecurrenceRule, start: number, filter: DayFilter | null, unit: number): Periods {
  const origin = Math.floor(start / unit) * unit;
  const step = unit * rule.interval;
  const limits: { readonly list: ReadonlySet<number>; readonly size: number; readonly of: number }[] = [];
  if (unit <= HOUR_MS && rule.byHour.length > 0) limits.push({ list: new Set(rule.byHour), size: HOUR_MS, of: 24 });
  if (unit <= MINUTE_MS && rule.byMinute.length > 0)
    limits.push({ list: new Set(rule.byMinute), size: MINUTE_MS, of: 60 });
  if (unit <= SECOND_MS && rule.bySecond.length > 0)
    limits.push({ list: new Set(rule.bySecond), size: SECOND_MS, of: 60 });
  let knownDay = NaN;
  let knownAnswer = true;
  const dayPasses = (day: number): boolean => {
    if (!filter) return true;
    if (day !== knownDay) {
      knownDay = day;
      knownAnswer = filter(dayParts(day));
    }
    return knownAnswer;
  };
  /** The end of the day, hour, minute or second that rules the moment out; NaN when nothing does. */
  const barredUntil = (wall: number): number => {
    const day = dayOf(wall);
    if (!dayPasses(day)) return (day + 1) * DAY_MS;
    for (const { list, size, of } of limits) {
      const number = Math.floor(wall / size);
      if (!list.has(((number % of) + of) % of)) return (number + 1) * size;
    }
    return NaN;
  };
  return {
    unit,
    cost: 1,
    even: filter || limits.length > 0 ? undefined : 1,
    begin: (index) => origin + index * step,
    indexOf: (wall) => Math.floor((wall - origin) / step),
    bases(index) {
      const base = origin + index * step;
      return Number.isNaN(barredUntil(base)) ? [base] : NONE;
    },
    after(index) {
      const until = barredUntil(origin + index * step);
      return Math.max(index + 1, Math.ceil((until - origin) / step));
    },
  };
}

/** The periods of a completed rule (see `completeRule`). */
export function periodsOf(rule: RecurrenceRule, start: number): Periods {
  const filter = dayFilter(rule);
  const anyDay: DayFilter = () => true;
  switch (rule.frequency) {
    case 'yearly':
      return years(rule, start, filter ?? anyDay);
    case 'monthly':
      return months(rule, start, filter ?? anyDay);
    case 'weekly':
      return weeks(rule, start, filter);
    case 'daily':
      return units(rule, start, filter, DAY_MS);
    case 'hourly':
      return units(rule, start, filter, HOUR_MS);
    case 'minutely':
      return units(rule, start, filter, MINUTE_MS);
    case 'secondly':
      return units(rule, start, filter, SECOND_MS);
  }
}
