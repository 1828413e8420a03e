import { DAY_MS } from '../plain-date.ts';
import { completeRule, dayParts } from './day-filter.ts';
import { periodsOf, type Periods } from './periods.ts';
import type { RecurrenceRule } from './rule.ts';
import type { WorkBudget } from './work-budget.ts';

/** What of a series is wanted. All times are wall times in milliseconds. */
export interface Walk {
  /** DTSTART. It is the first of the series whether its rule meets it or not (RFC 5545, 3.8.2.4). */
  readonly start: number;
  /** Starts before this one need not be told. */
  readonly from: number;
  /** No start after this one is wanted. */
  readonly to: number;
  /** UNTIL in the wall time of the series, inclusive. */
  readonly until?: number;
  /** Series of whole days have no BYHOUR, BYMINUTE or BYSECOND. */
  readonly allDay: boolean;
}

/** BYHOUR, BYMINUTE and BYSECOND as far as they spread one period; what the rule leaves out comes from DTSTART. */
function timesOf(rule: RecurrenceRule, start: number, unit: number, allDay: boolean): (readonly number[])[] {
  const into = (size: number, of: number): number => ((Math.floor(start / size) % of) + of) % of;
  const pick = (list: readonly number[], size: number, of: number): readonly number[] =>
    allDay || unit <= size ? [0] : list.length > 0 ? list : [into(size, of)];
  return [pick(rule.byHour, 3_600_000, 24), pick(rule.byMinute, 60_000, 60), pick(rule.bySecond, 1000, 60)];
}

/** All the combinations of those times as milliseconds into a period, rising. */
function offsetsOf([hours = [], minutes = [], seconds = []]: readonly (readonly number[])[]): readonly number[] {
  const offsets: number[] = [];
  for (const hour of hours)
    for (const minute of minutes)
      for (const second of seconds) offsets.push(hour * 3_600_000 + minute * 60_000 + Math.min(second, 59) * 1000);
  return offsets;
}

/** BYSETPOS as places in a set of `size`, counted from 0, rising. */
function placesOf(positions: readonly number[], size: number): number[] {
  const places = new Set<number>();
  for (const position of positions) {
    const place = position > 0 ? position - 1 : size + position;
    if (place >= 0 && place < size) places.add(place);
  }
  return [...places].sort((a, b) => a - b);
}

/** Whole periods before `from` that a COUNT can be taken down by without looking at them. */
function skippable(periods: Periods, index: number, from: number, left: number, perPeriod: number): number {
  const wanted = periods.indexOf(from) - 1 - index;
  return Math.max(0, Math.min(wanted, Math.floor((left - 1) / perPeriod)));
}

/**
 * Tells the starts of a series that fall into `[from, to]`, rising and without doubles. Endless rules are entered at `from`, so an old
 * one costs no more than a new one; rules with COUNT are counted from their beginning. The walk ends early when `tell`
 * answers false or the budget is spent.
 */
export function walkRule(rule: RecurrenceRule, walk: Walk, budget: WorkBudget, tell: (wall: number) => boolean): void {
  const { start, from, allDay } = walk;
  const last = Math.min(walk.to, walk.until ?? Infinity);
  if (start > last) return;
  if (start >= from && !(budget.result() && tell(start))) return;
  const whole = completeRule(rule, dayParts(Math.floor(start / DAY_MS)));
  const periods = periodsOf(whole, start);
  const times = timesOf(whole, start, periods.unit, allDay);
  const places = whole.bySetPos;
  const size = times.reduce((product, list) => product * list.length, 1);
  const cost = periods.cost + (places.length >> 4);
  // A list of all the seconds of a day is work too.
  if (!budget.step(size >> 4)) return;
  const offsets = offsetsOf(times);
  const at = (bases: readonly number[], place: number): number =>
    (bases[Math.floor(place / size)] ?? NaN) + (offsets[place % size] ?? NaN);

  let left = whole.count === undefined ? Infinity : whole.count - 1;
  let index = left === Infinity && from > start ? Math.max(0, periods.indexOf(from)) : 0;
  while (left > 0) {
    const begin = periods.begin(index);
    if (!(begin <= last) || !budget.step(cost)) return;
    const bases = periods.bases(index);
    if (bases.length === 0) {
      index = periods.after(index);
      continue;
    }
    const chosen = places.length > 0 ? placesOf(places, bases.length * size) : null;
    const total = chosen ? chosen.length : bases.length * size;
    for (let number = 0; number < total && left > 0; number++) {
      if (!chosen && number % size === 0 && size > 1) {
        // A day of 86,400 times that lies before the window is taken as one.
        const base = bases[number / size] ?? NaN;
        if (base > start && base + periods.unit <= from && left > size) {
          left -= size;
          number += size - 1;
          continue;
        }
      }
      const wall = at(bases, chosen ? (chosen[number] ?? NaN) : number);
      if (wall <= start) continue;
      if (wall > last) return;
      left--;
      if (wall >= from && !(budget.result() && tell(wall))) return;
      if (wall < from && (number & 1023) === 1023 && !budget.step()) return;
    }
    index++;
    if (left !== Infinity && places.length === 0 && periods.even !== undefined && index > 1) {
      const perPeriod = periods.even * size;
      const skipped = skippable(periods, index, from, left, perPeriod);
      index += skipped;
      left -= skipped * perPeriod;
    }
  }
}
