import { dayAndMonth, monthOnly, shortDay, weekdayName } from '../date-words.ts';
import { fromEpochDay } from '../../model/plain-date.ts';
import type { DateFacts, RuleFacts, RuleWords } from '../recurrence-words.ts';

const ORDINALS: Readonly<Record<number, string>> = {
  1: 'ersten',
  2: 'zweiten',
  3: 'dritten',
  4: 'vierten',
  5: 'fünften',
  [-1]: 'letzten',
  [-2]: 'vorletzten',
  [-3]: 'drittletzten',
  [-4]: 'viertletzten',
  [-5]: 'fünftletzten',
};

/** 1970-01-05 was a Monday. */
const dayName = (weekday: number, locale: string): string => weekdayName(locale, fromEpochDay(3 + weekday), 'long');

const list = (words: readonly string[]): string => new Intl.ListFormat('de', { type: 'conjunction' }).format(words);

const monthNames = ({ months, locale }: RuleFacts): string =>
  list(months.map((month) => monthOnly(locale, `2026-${String(month).padStart(2, '0')}-01`, 'long')));

/** "Montag und Mittwoch", "ersten und dritten Montag", "ersten Montag und letzten Freitag". */
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
  list(days.map((day) => (day > 0 ? `am ${day}.` : `am ${ORDINALS[day]} Tag`)));

function pattern(facts: RuleFacts): string {
  const { freq, interval, days, monthDays, months } = facts;
  const inMonths = months.length > 0 ? ` im ${monthNames(facts)}` : '';
  switch (freq) {
    case 'DAILY':
      return (interval === 1 ? 'täglich' : `alle ${interval} Tage`) + inMonths;
    case 'WEEKLY':
      if (days.length === 0) return (interval === 1 ? 'wöchentlich' : `alle ${interval} Wochen`) + inMonths;
      if (interval > 1) return `alle ${interval} Wochen am ${daysWords(facts)}${inMonths}`;
      if (days.length === 7) return `täglich${inMonths}`;
      if (days.length === 5 && days.every(({ weekday }) => weekday <= 5)) return `montags bis freitags${inMonths}`;
      return `jeden ${daysWords(facts)}${inMonths}`;
    case 'MONTHLY': {
      const ordinals = days.some(({ ordinal }) => ordinal !== 0);
      if (interval > 1) {
        const when = days.length > 0 ? `${ordinals ? 'am' : 'jeden'} ${daysWords(facts)}` : monthDayWords(monthDays);
        return [`alle ${interval} Monate`, when].filter(Boolean).join(' ');
      }
      if (ordinals)
        return months.length > 0 ? `am ${daysWords(facts)}${inMonths}` : `jeden ${daysWords(facts)} im Monat`;
      if (days.length > 0) return `jeden ${daysWords(facts)}${inMonths}`;
      if (months.length > 0 && monthDays.length > 0) return monthDayWords(monthDays) + inMonths;
      return ['monatlich', monthDayWords(monthDays)].filter(Boolean).join(' ') + inMonths;
    }
    case 'YEARLY': {
      const every = interval === 1 ? 'jährlich' : `alle ${interval} Jahre`;
      if (days.length > 0) return `${every} am ${daysWords(facts)}${inMonths}`;
      const [month] = months;
      const [day] = monthDays;
      if (!month || !day) return every + inMonths;
      // A leap year has each day there can be.
      return `${every} am ${dayAndMonth(facts.locale, `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)}`;
    }
  }
}

/** A rule as a German sentence part. */
export const ruleWords: RuleWords = (facts) => {
  const { count, until, locale } = facts;
  const end = until ? `, bis ${shortDay(locale, until)}` : count ? `, ${count}-mal` : '';
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
    ? `${days.length} Termine vom ${whole(locale, first)} bis ${whole(locale, last)}`
    : `${days.length} Termine: ${dayList(facts)}`;
}

/** Dates that a rule leaves out. */
export const exceptWords = (facts: DateFacts): string => `, außer am ${dayList(facts)}`;

/** Dates besides a rule. */
export const alsoWords = (facts: DateFacts): string => `, dazu am ${dayList(facts)}`;
