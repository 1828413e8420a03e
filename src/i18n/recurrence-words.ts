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

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const SAID = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'COUNT', 'UNTIL', 'WKST']);

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
    weekday: WEEKDAYS.indexOf(day.slice(-2)) + 1,
    ordinal: positions[0] ?? (Number(day.slice(0, -2)) || 0),
  }));
  return {
    freq,
    interval: Number(parts.get('INTERVAL') ?? 1) || 1,
    days,
    monthDays: numbers('BYMONTHDAY'),
    months: numbers('BYMONTH'),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : undefined,
    until: untilDate(parts.get('UNTIL'), timeZone),
    locale,
  };
}

function untilDate(until: string | undefined, timeZone: string): PlainDate | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(until ?? '');
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, utc] = match;
  const date = `${year}-${month}-${day}`;
  if (!isPlainDate(date)) return undefined;
  return utc ? plainDateAt(timeZone, Date.parse(`${date}T${hour}:${minute}:${second}Z`)) : date;
}

/** "jeden zweiten Dienstag im Monat, bis 30. Juni 2026"; empty where the rule is too odd for a sentence. */
export async function recurrenceWords(
  recurrence: Recurrence,
  timeZone: string,
  locale: string,
  language: string,
): Promise<string> {
  const facts = ruleFacts(recurrence, timeZone, locale);
  if (!facts) return '';
  const { ruleWords } = language === 'en' ? await import('./en/recurrence.ts') : await import('./de/recurrence.ts');
  return ruleWords(facts);
}
