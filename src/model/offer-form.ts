import type { CircleInput, ImpulseDateInput, ImpulseInput } from './event-input.ts';
import { filledRows, listOf, readNumber, rowsOf, textOf, type FormValues } from './form-values.ts';
import type { Impulse } from './impulse.ts';
import { isPlainDate } from './plain-date.ts';
import {
  fromWall,
  instantOf,
  isSkipped,
  isTypedRange,
  isTypedTime,
  rangeInstants,
  rangeOf,
  repeatedRanges,
  wallOf,
} from './wall-clock.ts';

/** The forms of impulses and learning circles: texts that can be typed, and what is sent. */

export type OfferFault = 'order' | 'past' | 'skipped' | 'too-few-dates';

/** Meetings that a circle has at least. */
export const LEAST_MEETINGS = 2;
const MINUTE_MS = 60_000;

/** A new impulse, or what a form of it holds now. */
export function impulseInput(values: FormValues, before?: Impulse): ImpulseInput {
  const [title, abstract, orgId] = [textOf(values, 'title'), textOf(values, 'abstract'), textOf(values, 'orgId')];
  const minutes = readNumber(textOf(values, 'minutes'));
  const topicIds = listOf(values, 'topicIds');
  if (!before) {
    return { title, ...(abstract && { abstract }), topicIds, minutes, ...(orgId && { orgId }) };
  }
  const topics = before.topics.map(({ id }) => id);
  return {
    ...(title !== before.title && { title }),
    ...(abstract !== (before.abstract ?? '') && { abstract: abstract || null }),
    ...(minutes !== before.minutes && { minutes }),
    ...(JSON.stringify(topicIds) !== JSON.stringify(topics) && { topicIds }),
  };
}

const placeOf = (values: FormValues): Pick<ImpulseDateInput, 'onlineUrl' | 'place'> => {
  const [url, name] = [textOf(values, 'onlineUrl'), textOf(values, 'place')];
  if (textOf(values, 'attendance') === 'onsite') return name ? { place: { name } } : {};
  return url ? { onlineUrl: url } : {};
};

/** The date of an impulse. */
export function impulseDateInput(values: FormValues, zone: string): ImpulseDateInput {
  const range = rangeOf({ date: textOf(values, 'date'), from: textOf(values, 'time'), to: textOf(values, 'end') });
  const capacity = readNumber(textOf(values, 'capacity'));
  return { ...rangeInstants(range, zone), ...placeOf(values), ...(capacity > 0 && { capacity }) };
}

/** What is wrong with the date of an impulse. @param now epoch ms */
export function impulseDateFaults(values: FormValues, zone: string, now: number): Readonly<Record<string, OfferFault>> {
  const start = { date: textOf(values, 'date'), time: textOf(values, 'time') };
  if (!isTypedTime(start)) return {};
  if (isSkipped(start, zone)) return { time: 'skipped' };
  if (Date.parse(instantOf(start, zone)) <= now) return { date: 'past' };
  return textOf(values, 'end') === start.time ? { end: 'order' } : {};
}

/** The end follows the beginning, as long as the impulse is. */
export function followImpulseDate(values: FormValues, changed: string, minutes: number): FormValues {
  const start = { date: textOf(values, 'date') || '2000-01-01', time: textOf(values, 'time') };
  if (changed !== 'time' || !isTypedTime(start)) return values;
  return { ...values, end: fromWall(wallOf(start) + minutes * MINUTE_MS).time };
}

const HELPERS = ['firstDate', 'from', 'to', 'rhythm', 'meetings'];

/** First date, rhythm and number fill in the dates of a circle; what is changed among them afterwards stays. */
export function followCircle(values: FormValues, changed: string): FormValues {
  if (!HELPERS.includes(changed)) return values;
  const text = (name: string): string => textOf(values, name);
  const first = rangeOf({ date: text('firstDate'), from: text('from'), to: text('to') });
  const count = readNumber(text('meetings'));
  const isWhole = isPlainDate(first.date) && Number.isInteger(count) && count >= 1 && count <= 60;
  if (!isWhole) return values;
  const dates = repeatedRanges(first, readNumber(text('rhythm')) || 7, count);
  return { ...values, dates: dates.map((range) => ({ ...range })) };
}

/** What is wrong with a circle's dates. @param now epoch ms */
export function circleFaults(values: FormValues, zone: string, now: number): Readonly<Record<string, OfferFault>> {
  const ranges = filledRows(rowsOf(values, 'dates')).map(rangeOf);
  if (ranges.length < LEAST_MEETINGS) return { dates: 'too-few-dates' };
  if (!ranges.every(isTypedRange)) return {};
  if (ranges.some(({ date, from }) => isSkipped({ date, time: from }, zone))) return { dates: 'skipped' };
  if (ranges.some(({ from, to }) => from === to)) return { dates: 'order' };
  return ranges.some((range) => Date.parse(rangeInstants(range, zone).start) <= now) ? { dates: 'past' } : {};
}

/** A learning circle that begins. */
export function circleInput(values: FormValues, zone: string): CircleInput {
  const text = (name: string): string => textOf(values, name);
  const dates = filledRows(rowsOf(values, 'dates'))
    .map((row) => rangeInstants(rangeOf(row), zone))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  return {
    title: text('title'),
    ...(text('summary') && { summary: text('summary') }),
    ...(text('guideUrl') && { guideUrl: text('guideUrl') }),
    topicIds: listOf(values, 'topicIds'),
    ...(text('orgId') && { orgId: text('orgId') }),
    places: readNumber(text('places')),
    dates,
    ...placeOf(values),
  };
}
