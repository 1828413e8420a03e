import { dayAndMonth, monthOnly, shortDay, weekdayName } from '../date-words.ts';
import { fromEpochDay } from '../../model/plain-date.ts';
import type { RuleFacts, RuleWords } from '../recurrence-words.ts';

const ORDINALS: Readonly<Record<number, string>> = {
  1: 'ersten',
  2: 'zweiten',
  3: 'dritten',
  4: 'vierten',
  5: 'fünften',
  [-1]: 'letzten',
  [-2]: 'vorletzten',
};

/** 1970-01-05 was a Monday. */
const dayName = (weekday: number, locale: string): string => weekdayName(locale, fromEpochDay(3 + weekday), 'long');

const list = (words: readonly string[]): string => new Intl.ListFormat('de', { type: 'conjunction' }).format(words);

const monthNames = ({ months, locale }: RuleFacts): string =>
  list(months.map((month) => monthOnly(locale, `2026-${String(month).padStart(2, '0')}-01`, 'long')));

function daysWords({ days, locale }: RuleFacts): string {
  return list(
    days.map(({ weekday, ordinal }) =>
      ordinal === 0 ? dayName(weekday, locale) : `${ORDINALS[ordinal] ?? `${ordinal}.`} ${dayName(weekday, locale)}`,
    ),
  );
}

function monthDayWords(days: readonly number[]): string {
  return list(days.map((day) => (day === -1 ? 'letzten Tag' : day < 0 ? `${-day}.-letzten Tag` : `${day}.`)));
}

function pattern(facts: RuleFacts): string {
  const { freq, interval, days, monthDays, months } = facts;
  const inMonths = months.length > 0 && freq !== 'YEARLY' ? ` im ${monthNames(facts)}` : '';
  const workdays = days.length === 5 && days.every(({ weekday, ordinal }) => weekday <= 5 && ordinal === 0);
  switch (freq) {
    case 'DAILY':
      return (interval === 1 ? (workdays ? 'montags bis freitags' : 'täglich') : `alle ${interval} Tage`) + inMonths;
    case 'WEEKLY':
      if (workdays && interval === 1) return `montags bis freitags${inMonths}`;
      if (days.length === 0) return (interval === 1 ? 'wöchentlich' : `alle ${interval} Wochen`) + inMonths;
      return (
        (interval === 1 ? `jeden ${daysWords(facts)}` : `alle ${interval} Wochen am ${daysWords(facts)}`) + inMonths
      );
    case 'MONTHLY': {
      const every = interval === 1 ? 'im Monat' : `alle ${interval} Monate`;
      if (days.length > 0) {
        const ordinals = days.some(({ ordinal }) => ordinal !== 0);
        if (months.length > 0) return `am ${daysWords(facts)}${inMonths}`;
        return interval === 1
          ? `jeden ${daysWords(facts)}${ordinals ? ' im Monat' : ''}`
          : `${every} am ${daysWords(facts)}`;
      }
      const days_ = monthDays.length > 0 ? `am ${monthDayWords(monthDays)}` : '';
      return interval === 1
        ? `monatlich${days_ ? ` ${days_}` : ''}${inMonths}`
        : [every, days_].filter(Boolean).join(' ');
    }
    case 'YEARLY': {
      const every = interval === 1 ? 'jährlich' : `alle ${interval} Jahre`;
      if (days.length > 0)
        return `${every} am ${daysWords(facts)}${months.length > 0 ? ` im ${monthNames(facts)}` : ''}`;
      if (months.length === 1 && monthDays.length === 1 && (monthDays[0] ?? 0) > 0)
        return `${every} am ${dayAndMonth(facts.locale, `2024-${String(months[0]).padStart(2, '0')}-${String(monthDays[0]).padStart(2, '0')}`)}`;
      return months.length > 0 ? `${every} im ${monthNames(facts)}` : every;
    }
  }
}

/** A rule as a German sentence part. */
export const ruleWords: RuleWords = (facts) => {
  const { count, until, locale } = facts;
  const end = until ? `, bis ${shortDay(locale, until)}` : count ? `, ${count}-mal` : '';
  return pattern(facts) + end;
};
