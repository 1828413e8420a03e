/** Recurrence rules as RFC 5545 (3.3.10) writes them, read into numbers. */

export const FREQUENCIES = ['secondly', 'minutely', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A BYDAY value: ISO weekday (1 Monday to 7 Sunday) and which one of the month or year, 0 for each. */
export interface WeekdayPick {
  readonly weekday: number;
  readonly nth: number;
}

/** The last moment of a rule as written: `wall` in milliseconds (see time-zone.ts). */
export interface RuleEnd {
  readonly wall: number;
  readonly utc: boolean;
  readonly dateOnly: boolean;
}

/** RRULE, read. Lists are empty where the part is missing; all numbers are in the ranges of the RFC. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count?: number;
  readonly until?: RuleEnd;
  /** ISO weekday that weeks begin with. */
  readonly weekStart: number;
  readonly bySecond: readonly number[];
  readonly byMinute: readonly number[];
  readonly byHour: readonly number[];
  readonly byDay: readonly WeekdayPick[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
}

/** Thrown by `parseRule`; the message names the part that cannot be read. */
export class RuleError extends Error {}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const UNTIL = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z)?)?$/;

function weekdayNumber(text: string, part: string): number {
  const index = WEEKDAYS.indexOf(text);
  if (index < 0) throw new RuleError(`${part} has no weekday in "${text.slice(0, 20)}"`);
  return index + 1;
}

function numbers(text: string, part: string, most: number, least: number): number[] {
  const found = new Set<number>();
  for (const piece of text.split(',')) {
    const value = piece.trim();
    if (value === '') continue;
    const number = /^[+-]?\d{1,4}$/.test(value) ? Number(value) : NaN;
    const inRange = least < 0 ? number !== 0 && Math.abs(number) <= most : number >= least && number <= most;
    if (!inRange) throw new RuleError(`${part} cannot be ${value.slice(0, 20)}`);
    found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

function positive(text: string, part: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(number >= 1)) throw new RuleError(`${part} must be a whole number from 1, not ${text.slice(0, 20)}`);
  return number;
}

function weekdays(text: string): WeekdayPick[] {
  const picks: WeekdayPick[] = [];
  for (const piece of text.split(',')) {
    const match = /^([+-]?\d{0,2})([A-Z]{2})$/.exec(piece.replace(/\s/g, ''));
    if (!match) throw new RuleError(`BYDAY cannot be ${piece.slice(0, 20)}`);
    const nth = Number(match[1] || 0);
    if (Number.isNaN(nth) || Math.abs(nth) > 53) throw new RuleError(`BYDAY cannot be ${piece.slice(0, 20)}`);
    picks.push({ weekday: weekdayNumber(match[2] ?? '', 'BYDAY'), nth });
  }
  return picks;
}

function ruleEnd(text: string): RuleEnd {
  const match = UNTIL.exec(text);
  if (!match) throw new RuleError(`UNTIL cannot be ${text.slice(0, 20)}`);
  const [, year, month, day, hour, minute, second, zulu] = match;
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  return { wall, utc: zulu !== undefined, dateOnly: hour === undefined };
}

function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const piece of text.split(';')) {
    const equals = piece.indexOf('=');
    if (equals < 0) {
      if (piece.trim() !== '') throw new RuleError(`"${piece.slice(0, 20)}" is no part of a rule`);
      continue;
    }
    parts.set(
      piece.slice(0, equals).trim().toUpperCase(),
      piece
        .slice(equals + 1)
        .trim()
        .toUpperCase(),
    );
  }
  return parts;
}

const KNOWN_PARTS = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'WKST',
  'BYSECOND',
  'BYMINUTE',
  'BYHOUR',
  'BYDAY',
  'BYMONTHDAY',
  'BYYEARDAY',
  'BYWEEKNO',
  'BYMONTH',
  'BYSETPOS',
  'RSCALE',
  'SKIP',
]);

/**
 * Reads the value of RRULE or EXRULE. Throws `RuleError` where a part is missing, unknown or out of its range, so that
 * no series is shown by a rule that was only half understood.
 */
export function parseRule(text: string): RecurrenceRule {
  const parts = partsOf(text);
  for (const name of parts.keys()) {
    if (!KNOWN_PARTS.has(name) && !name.startsWith('X-')) throw new RuleError(`unknown part ${name.slice(0, 20)}`);
  }
  const frequency = (parts.get('FREQ') ?? '').toLowerCase() as Frequency;
  if (!FREQUENCIES.includes(frequency)) throw new RuleError(`FREQ cannot be "${frequency.slice(0, 20)}"`);
  const scale = parts.get('RSCALE') ?? 'GREGORIAN';
  if (scale !== 'GREGORIAN' && scale !== 'ISO8601')
    throw new RuleError(`the calendar ${scale.slice(0, 20)} is not supported`);
  const skip = parts.get('SKIP') ?? 'OMIT';
  if (skip !== 'OMIT') throw new RuleError(`SKIP=${skip.slice(0, 20)} is not supported`);
  const list = (name: string, most: number, least: number) => numbers(parts.get(name) ?? '', name, most, least);
  const count = parts.get('COUNT');
  const until = parts.get('UNTIL');
  const byDay = parts.get('BYDAY');
  return {
    frequency,
    interval: parts.has('INTERVAL') ? positive(parts.get('INTERVAL') ?? '', 'INTERVAL') : 1,
    ...(count ? { count: positive(count, 'COUNT') } : {}),
    ...(until ? { until: ruleEnd(until) } : {}),
    weekStart: parts.has('WKST') ? weekdayNumber(parts.get('WKST') ?? '', 'WKST') : 1,
    bySecond: list('BYSECOND', 60, 0),
    byMinute: list('BYMINUTE', 59, 0),
    byHour: list('BYHOUR', 23, 0),
    byDay: byDay ? weekdays(byDay) : [],
    byMonthDay: list('BYMONTHDAY', 31, -1),
    byYearDay: list('BYYEARDAY', 366, -1),
    byWeekNo: list('BYWEEKNO', 53, -1),
    byMonth: list('BYMONTH', 12, 1),
    bySetPos: list('BYSETPOS', 366, -1),
  };
}
