import { fromEpochDay } from '../../model/plain-date.ts';
import { dayAndMonth, monthOnly, shortDay, weekdayName } from '../date-words.ts';
import type { RuleFacts, RuleWords } from '../recurrence-words.ts';

const ORDINALS: Readonly<Record<number, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  [-1]: 'last',
  [-2]: 'second to last',
};

/** 1970-01-05 was a Monday. */
const dayName = (weekday: number, locale: string): string => weekdayName(locale, fromEpochDay(3 + weekday), 'long');

const list = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(words);

const monthNames = ({ months, locale }: RuleFacts): string =>
  list(months.map((month) => monthOnly(locale, `2026-${String(month).padStart(2, '0')}-01`, 'long')));

const daysWords = ({ days, locale }: RuleFacts): string =>
  list(
    days.map(({ weekday, ordinal }) =>
      ordinal === 0 ? dayName(weekday, locale) : `${ORDINALS[ordinal] ?? `${ordinal}th`} ${dayName(weekday, locale)}`,
    ),
  );

const monthDayWords = (days: readonly number[]): string =>
  list(days.map((day) => (day === -1 ? 'the last day' : day < 0 ? `day ${-day} from the end` : `day ${day}`)));

function pattern(facts: RuleFacts): string {
  const { freq, interval, days, monthDays, months } = facts;
  const inMonths = months.length > 0 && freq !== 'YEARLY' ? ` in ${monthNames(facts)}` : '';
  const workdays = days.length === 5 && days.every(({ weekday, ordinal }) => weekday <= 5 && ordinal === 0);
  switch (freq) {
    case 'DAILY':
      return (interval === 1 ? (workdays ? 'Monday to Friday' : 'every day') : `every ${interval} days`) + inMonths;
    case 'WEEKLY':
      if (workdays && interval === 1) return `Monday to Friday${inMonths}`;
      if (days.length === 0) return (interval === 1 ? 'every week' : `every ${interval} weeks`) + inMonths;
      return (
        (interval === 1 ? `every ${daysWords(facts)}` : `every ${interval} weeks on ${daysWords(facts)}`) + inMonths
      );
    case 'MONTHLY': {
      const every = interval === 1 ? 'every month' : `every ${interval} months`;
      if (days.length > 0) {
        const ordinals = days.some(({ ordinal }) => ordinal !== 0);
        if (months.length > 0 || interval > 1)
          return `${interval > 1 ? every : ''} on the ${daysWords(facts)}${inMonths}`.trim();
        return ordinals ? `every ${daysWords(facts)} of the month` : `every ${daysWords(facts)}`;
      }
      return `${every}${monthDays.length > 0 ? ` on ${monthDayWords(monthDays)}` : ''}${inMonths}`;
    }
    case 'YEARLY': {
      const every = interval === 1 ? 'every year' : `every ${interval} years`;
      if (days.length > 0)
        return `${every} on the ${daysWords(facts)}${months.length > 0 ? ` of ${monthNames(facts)}` : ''}`;
      if (months.length === 1 && monthDays.length === 1 && (monthDays[0] ?? 0) > 0)
        return `${every} on ${dayAndMonth(facts.locale, `2024-${String(months[0]).padStart(2, '0')}-${String(monthDays[0]).padStart(2, '0')}`)}`;
      return months.length > 0 ? `${every} in ${monthNames(facts)}` : every;
    }
  }
}

/** A rule as an English sentence part. */
export const ruleWords: RuleWords = (facts) => {
  const { count, until, locale } = facts;
  const end = until ? `, until ${shortDay(locale, until)}` : count ? `, ${count} times` : '';
  return pattern(facts) + end;
};
