import { fromEpochDay } from '../../model/plain-date.ts';
import { dayAndMonth, monthOnly, shortDay, weekdayName } from '../date-words.ts';
import type { DateFacts, RuleFacts, RuleWords } from '../recurrence-words.ts';

const ORDINALS: Readonly<Record<number, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  [-1]: 'last',
  [-2]: 'second to last',
  [-3]: 'third to last',
  [-4]: 'fourth to last',
  [-5]: 'fifth to last',
};

/** 1970-01-05 was a Monday. */
const dayName = (weekday: number, locale: string): string => weekdayName(locale, fromEpochDay(3 + weekday), 'long');

const list = (words: readonly string[]): string => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);

const monthNames = ({ months, locale }: RuleFacts): string =>
  list(months.map((month) => monthOnly(locale, `2026-${String(month).padStart(2, '0')}-01`, 'long')));

/** "Monday and Wednesday", "first and third Monday", "first Monday and last Friday". */
function daysWords({ days, locale }: RuleFacts): string {
  const [first] = days;
  if (first && first.ordinal !== 0 && days.every(({ weekday }) => weekday === first.weekday)) {
    return `${list(days.map(({ ordinal }) => ORDINALS[ordinal] ?? ''))} ${dayName(first.weekday, locale)}`;
  }
  return list(
    days.map(({ weekday, ordinal }) => [ORDINALS[ordinal], dayName(weekday, locale)].filter(Boolean).join(' ')),
  );
}

const monthDayWords = (days: readonly number[]): string =>
  days.length === 0 ? '' : `on ${list(days.map((day) => (day > 0 ? `day ${day}` : `the ${ORDINALS[day]} day`)))}`;

function pattern(facts: RuleFacts): string {
  const { freq, interval, days, monthDays, months } = facts;
  const inMonths = months.length > 0 ? ` in ${monthNames(facts)}` : '';
  switch (freq) {
    case 'DAILY':
      return (interval === 1 ? 'every day' : `every ${interval} days`) + inMonths;
    case 'WEEKLY':
      if (days.length === 0) return (interval === 1 ? 'every week' : `every ${interval} weeks`) + inMonths;
      if (interval > 1) return `every ${interval} weeks on ${daysWords(facts)}${inMonths}`;
      if (days.length === 7) return `every day${inMonths}`;
      if (days.length === 5 && days.every(({ weekday }) => weekday <= 5)) return `Monday to Friday${inMonths}`;
      return `every ${daysWords(facts)}${inMonths}`;
    case 'MONTHLY': {
      const ordinals = days.some(({ ordinal }) => ordinal !== 0);
      if (interval > 1) {
        const when =
          days.length > 0 ? `on ${ordinals ? 'the' : 'every'} ${daysWords(facts)}` : monthDayWords(monthDays);
        return [`every ${interval} months`, when].filter(Boolean).join(' ');
      }
      if (ordinals)
        return months.length > 0 ? `on the ${daysWords(facts)}${inMonths}` : `every ${daysWords(facts)} of the month`;
      if (days.length > 0) return `every ${daysWords(facts)}${inMonths}`;
      if (months.length > 0 && monthDays.length > 0) return monthDayWords(monthDays) + inMonths;
      return ['every month', monthDayWords(monthDays)].filter(Boolean).join(' ') + inMonths;
    }
    case 'YEARLY': {
      const every = interval === 1 ? 'every year' : `every ${interval} years`;
      if (days.length > 0) return `${every} on the ${daysWords(facts)}${inMonths}`;
      const [month] = months;
      const [day] = monthDays;
      if (!month || !day) return every + inMonths;
      // A leap year has each day there can be.
      return `${every} on ${dayAndMonth(facts.locale, `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)}`;
    }
  }
}

/** A rule as an English sentence part. */
export const ruleWords: RuleWords = (facts) => {
  const { count, until, locale } = facts;
  const end = until
    ? `, until ${shortDay(locale, until)}`
    : count
      ? `, ${count === 1 ? 'once' : `${count} times`}`
      : '';
  return pattern(facts) + end;
};

/** Dates that a list can name; of more, the first and the last. */
const MOST_DATES = 12;

const whole = (locale: string, day: string): string => `${dayAndMonth(locale, day)} ${day.slice(0, 4)}`;

/** Days without their weekdays; the year stands where it changes, and at the end. */
function dayList({ days, locale }: DateFacts): string {
  return list(
    days.map((day, index) => {
      const isLastOfYear = days[index + 1]?.slice(0, 4) !== day.slice(0, 4);
      return isLastOfYear ? whole(locale, day) : dayAndMonth(locale, day);
    }),
  );
}

/** A series without a rule. */
export function datesWords(facts: DateFacts): string {
  const { days, locale } = facts;
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return days.length > MOST_DATES
    ? `${days.length} dates from ${whole(locale, first)} to ${whole(locale, last)}`
    : `${days.length} dates: ${dayList(facts)}`;
}

/** Dates that a rule leaves out. */
export const exceptWords = (facts: DateFacts): string => `, except on ${dayList(facts)}`;

/** Dates besides a rule. */
export const alsoWords = (facts: DateFacts): string => `, and on ${dayList(facts)}`;
