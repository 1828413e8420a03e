import type { FormValues } from './form-values.ts';
import { filledRows, listOf, readNumber, rowsOf, textOf } from './form-values.ts';
import { isPlainDate, weekday } from './plain-date.ts';
import { fromWallTime, isTimeZone, startOfDay } from './time-zone.ts';
import { addDays } from './plain-date.ts';
import { isSkipped, isTypedRange, isTypedTime, rangeInstants, rangeOf, wallOf, type TypedTime } from './wall-clock.ts';

/**
 * What is wrong with an organiser's form beyond single fields, in the codes of the hub: `order` the end is before the
 * beginning, `out-of-range` longer than a year, `not-found` no such zone, `after-start` a deadline after the beginning,
 * `below-registered` fewer places than people who have one, `outside` not within the camp; and two that only a form knows:
 * `skipped` a time that the clocks leave out that day, `not-that-day` a first date that is not of the days it repeats on.
 */
export const EVENT_FORM_FAULTS = [
  'required',
  'order',
  'out-of-range',
  'not-found',
  'after-start',
  'below-registered',
  'outside',
  'skipped',
  'not-that-day',
] as const;
export type EventFormFault = (typeof EVENT_FORM_FAULTS)[number];

const YEAR_MS = 366 * 86_400_000;

/** By the names of the fields. @param registered how many have a place already */
export function eventFormFaults(values: FormValues, registered = 0): Readonly<Record<string, EventFormFault>> {
  const text = (name: string): string => textOf(values, name);
  const faults: Record<string, EventFormFault> = {};
  const allDay = text('allDay') === 'yes';
  const zone = text('timeZone');
  const hasZone = isTimeZone(zone);
  if (!allDay && zone !== '' && !hasZone) faults['timeZone'] = 'not-found';

  const start: TypedTime = { date: text('startDate'), time: allDay ? '00:00' : text('startTime') };
  const end: TypedTime = { date: text('endDate'), time: allDay ? '00:00' : text('endTime') };
  if (!isTypedTime(start) || !isTypedTime(end)) return faults;
  const clock = hasZone ? zone : 'UTC';
  if (!allDay && isSkipped(start, clock)) faults['startTime'] = 'skipped';
  if (!allDay && isSkipped(end, clock)) faults['endTime'] = 'skipped';
  const begins = allDay ? startOfDay(clock, start.date) : fromWallTime(clock, wallOf(start));
  const finishes = allDay ? startOfDay(clock, addDays(end.date, 1)) : fromWallTime(clock, wallOf(end));
  if (finishes < begins || (allDay && finishes === begins)) {
    faults[allDay || end.date < start.date ? 'endDate' : 'endTime'] = 'order';
  } else if (finishes - begins > YEAR_MS) faults['endDate'] = 'out-of-range';

  checkRepeat(values, start, faults);
  checkRegistration(values, { clock, begins, registered }, faults);
  if (text('kind') === 'camp') checkSlots(values, { clock, begins, finishes }, faults);
  return faults;
}

function checkRepeat(values: FormValues, start: TypedTime, faults: Record<string, EventFormFault>): void {
  const repeat = textOf(values, 'repeat');
  if (repeat === 'weekly') {
    const days = listOf(values, 'weekdays');
    if (days.length > 0 && !days.includes(String(weekday(start.date)))) faults['weekdays'] = 'not-that-day';
  }
  if (repeat === 'dates') {
    const rows = filledRows(rowsOf(values, 'dates'));
    if (rows.length === 0) faults['dates'] = 'required';
  }
  const until = textOf(values, 'until');
  const isRule = repeat === 'weekly' || repeat.startsWith('monthly');
  if (isRule && textOf(values, 'ends') === 'until' && isPlainDate(until) && until < start.date)
    faults['until'] = 'order';
}

function checkRegistration(
  values: FormValues,
  { clock, begins, registered }: { readonly clock: string; readonly begins: number; readonly registered: number },
  faults: Record<string, EventFormFault>,
): void {
  const text = (name: string): string => textOf(values, name);
  const mode = text('registration');
  if (mode !== 'hub' && mode !== 'external') return;
  const moment = (name: 'opens' | 'closes', fallback: string): number | undefined => {
    const typed = { date: text(`${name}Date`), time: text(`${name}Time`) || fallback };
    if (text(`${name}Time`) !== '' && typed.date === '') faults[`${name}Date`] = 'required';
    return isTypedTime(typed) ? fromWallTime(clock, wallOf(typed)) : undefined;
  };
  const opens = moment('opens', '00:00');
  const closes = moment('closes', '23:59');
  if (closes !== undefined && closes > begins) faults['closesDate'] = 'after-start';
  if (opens !== undefined && opens > begins) faults['opensDate'] = 'after-start';
  if (opens !== undefined && closes !== undefined && closes < opens) faults['closesDate'] = 'order';
  const capacity = readNumber(text('capacity'));
  if (mode === 'hub' && capacity < registered) faults['capacity'] = 'below-registered';
}

function checkSlots(
  values: FormValues,
  { clock, begins, finishes }: { readonly clock: string; readonly begins: number; readonly finishes: number },
  faults: Record<string, EventFormFault>,
): void {
  for (const row of filledRows(rowsOf(values, 'slots'))) {
    const range = rangeOf(row);
    if (!isTypedRange(range)) continue;
    const { start, end } = rangeInstants(range, clock);
    if (range.to === range.from) faults['slots'] ??= 'order';
    else if (Date.parse(start) < begins || Date.parse(end) > finishes) faults['slots'] ??= 'outside';
  }
}
