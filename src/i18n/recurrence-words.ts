import type { Recurrence } from '../model/calendar-event.ts';
import { isPlainDate, type PlainDate } from '../model/plain-date.ts';
import { plainDateAt } from '../model/time-zone.ts';

/** A rule of RFC 5545, 3.3.10, as far as words can say it. */
export interface RuleFacts {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  /** ISO weekdays, each with its ordinal in the month (0 for every; -1 the last). */
  readonly days: readonly { readonly weekday: number; readonly ordinal: number }[];
  /** Days of the month; negative ones count from its end. */
  readonly monthDays: readonly number[];
  /** 1 to 12. */
  readonly months: readonly number[];
  readonly count: number | undefined;
  readonly until: PlainDate | undefined;
  readonly locale: string;
}

export type RuleWords = (facts: RuleFacts) => string;

/** Dates of a series that has no rule, or that a rule leaves out or has besides. */
export interface DateFacts {
  /** In their order. */
  readonly days: readonly PlainDate[];
  readonly locale: string;
}

/** What a language has to say about series. */
export interface RecurrenceLanguage {
  readonly ruleWords: RuleWords;
  /** "5 Termine: 3. März, 10. März …" */
  readonly datesWords: (facts: DateFacts) => string;
  /** ", außer am 5. Mai" */
  readonly exceptWords: (facts: DateFacts) => string;
  /** ", dazu am 5. Mai" */
  readonly alsoWords: (facts: DateFacts) => string;
}

/** Exceptions from a rule and dates besides it that a sentence can carry; of more it says nothing. */
const FEW = 3;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const SAID = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'COUNT', 'UNTIL', 'WKST']);

/** Ordinals that have a word: no month has a sixth Friday. */
const isSayable = (ordinal: number): boolean => Number.isInteger(ordinal) && Math.abs(ordinal) <= 5;

/** The facts of a rule, or undefined where it is one that no short sentence says rightly. */
export function ruleFacts(recurrence: Recurrence, timeZone: string, locale: string): RuleFacts | undefined {
  const parts = new Map<string, string>();
  for (const part of (recurrence.rule ?? '').toUpperCase().split(';')) {
    const [name = '', value = ''] = part.split('=');
    if (value) parts.set(name.trim(), value.trim());
  }
  const freq = parts.get('FREQ');
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY' && freq !== 'YEARLY') return undefined;
  if ([...parts.keys()].some((name) => !SAID.has(name))) return undefined;
  const numbers = (name: string): number[] => (parts.get(name)?.split(',') ?? []).map(Number);
  const positions = numbers('BYSETPOS');
  const listed = parts.get('BYDAY')?.split(',') ?? [];
  if (positions.length > 1 || (positions.length === 1 && listed.length !== 1)) return undefined;
  const days = listed.map((day) => ({
    weekday: WEEKDAYS.indexOf(day.trim().slice(-2)) + 1,
    ordinal: positions[0] ?? Number(day.trim().slice(0, -2)),
  }));
  const facts: RuleFacts = {
    freq,
    interval: Number(parts.get('INTERVAL') ?? 1),
    days: days.sort((a, b) => (a.ordinal === b.ordinal ? a.weekday - b.weekday : 0)),
    monthDays: numbers('BYMONTHDAY'),
    months: numbers('BYMONTH'),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : undefined,
    until: untilDate(parts.get('UNTIL'), timeZone),
    locale,
  };
  const { interval, count = 1, monthDays, months } = facts;
  const whole = [interval, count, ...months].every((number) => Number.isInteger(number) && number > 0);
  if (!whole || months.some((month) => month > 12)) return undefined;
  if (days.some(({ weekday, ordinal }) => weekday === 0 || !isSayable(ordinal))) return undefined;
  if (monthDays.some((day) => !(day > 0 && day <= 31) && !(day < 0 && isSayable(day)))) return undefined;
  return positions.length === 1 && (freq === 'WEEKLY' || freq === 'DAILY' || months.length > 1)
    ? undefined
    : plainest(facts);
}

/** The same rule in the form that people say it in, or undefined where it combines too much. */
function plainest(facts: RuleFacts): RuleFacts | undefined {
  const { freq, interval, days, monthDays, months } = facts;
  const ordinals = days.filter(({ ordinal }) => ordinal !== 0).length;
  if (days.length > 0 && monthDays.length > 0) return undefined;
  if (ordinals > 0 && ordinals < days.length) return undefined;
  switch (freq) {
    case 'DAILY':
      if (days.length === 0 && monthDays.length === 0) return facts;
      if (interval > 1 || ordinals > 0) return undefined;
      return { ...facts, freq: days.length > 0 ? 'WEEKLY' : 'MONTHLY' };
    case 'WEEKLY':
      return ordinals > 0 || monthDays.length > 0 ? undefined : facts;
    case 'MONTHLY':
      return interval > 1 && months.length > 0 ? undefined : facts;
    case 'YEARLY': {
      if (days.length === 0 && monthDays.length === 0) return facts;
      const isOneDay = months.length === 1 && monthDays.length === 1 && (monthDays[0] ?? 0) > 0;
      if (isOneDay || (ordinals > 0 && months.length > 0)) return facts;
      if (interval > 1 || ordinals > 0) return undefined;
      return { ...facts, freq: days.length > 0 ? 'WEEKLY' : 'MONTHLY' };
    }
  }
}

function untilDate(until: string | undefined, timeZone: string): PlainDate | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(until ?? '');
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, utc] = match;
  const date = `${year}-${month}-${day}`;
  if (!isPlainDate(date)) return undefined;
  return utc ? plainDateAt(timeZone, Date.parse(`${date}T${hour}:${minute}:${second}Z`)) : date;
}

/** Days of a list of instants or plain dates, each once, in their order. */
function daysOf(moments: readonly string[], timeZone: string): readonly PlainDate[] {
  const days = moments.flatMap((moment) => {
    if (isPlainDate(moment)) return [moment];
    const instant = Date.parse(moment);
    return Number.isNaN(instant) ? [] : [plainDateAt(timeZone, instant)];
  });
  return [...new Set(days)].sort();
}

/**
 * "jeden zweiten Dienstag im Monat, bis 30. Juni 2026", "5 Termine: 3. März, 10. März …"; empty where the rule is too odd
 * for a sentence.
 */
export async function recurrenceWords(
  recurrence: Recurrence,
  timeZone: string,
  locale: string,
  language: string,
): Promise<string> {
  const { rule, start, added = [], removed = [] } = recurrence;
  const facts = ruleFacts(recurrence, timeZone, locale);
  if (rule && !facts) return '';
  const words: RecurrenceLanguage =
    language === 'en' ? await import('./en/recurrence.ts') : await import('./de/recurrence.ts');
  const except = daysOf(removed, timeZone);
  if (!facts) {
    const days = daysOf([...(start ? [start] : []), ...added], timeZone).filter((day) => !except.includes(day));
    return days.length > 1 ? words.datesWords({ days, locale }) : '';
  }
  const also = daysOf(added, timeZone);
  return [
    words.ruleWords(facts),
    except.length > 0 && except.length <= FEW ? words.exceptWords({ days: except, locale }) : '',
    also.length > 0 && also.length <= FEW ? words.alsoWords({ days: also, locale }) : '',
  ].join('');
}
