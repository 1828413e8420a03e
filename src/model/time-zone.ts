import { DAY_MS, fromEpochDay, isPlainDate, type PlainDate } from './plain-date.ts';

/**
 * Wall-clock times in IANA zones, from the zone data that the platform's `Intl` carries.
 *
 * A *wall time* is written as the milliseconds it would be in UTC: 2026-03-29 02:30 is `Date.UTC(2026, 2, 29, 2, 30)`.
 */

const MINUTE_MS = 60_000;

/** A change of the offset from UTC, in milliseconds. */
export interface Transition {
  /** First instant (epoch ms) at which the new offset holds. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

interface ZoneYear {
  readonly start: number;
  readonly transitions: readonly Transition[];
}

interface ZoneTable {
  readonly format: Intl.DateTimeFormat;
  readonly years: Map<number, ZoneYear>;
  /** The answer given last: a calendar asks for one half year thousands of times. */
  last?: OffsetSpan;
}

const tables = new Map<string, ZoneTable | null>();

function tableOf(zone: string): ZoneTable | null {
  let table = tables.get(zone);
  if (table === undefined) {
    try {
      const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
        era: 'short',
      });
      table = { format, years: new Map() };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      table = null;
    }
    tables.set(zone, table);
  }
  return table;
}

/** Whether the platform knows the zone (IANA names and their aliases, any case). */
export const isTimeZone = (zone: string): boolean => zone !== '' && tableOf(zone) !== null;

function measure(table: ZoneTable, instant: number): number {
  let year = 0,
    month = 0,
    day = 0,
    hour = 0,
    minute = 0,
    second = 0;
  let beforeChrist = false;
  for (const { type, value } of table.format.formatToParts(instant)) {
    if (type === 'year') year = Number(value);
    else if (type === 'month') month = Number(value);
    else if (type === 'day') day = Number(value);
    else if (type === 'hour') hour = Number(value);
    else if (type === 'minute') minute = Number(value);
    else if (type === 'second') second = Number(value);
    else if (type === 'era') beforeChrist = value.startsWith('B');
  }
  const wall = new Date(0);
  wall.setUTCFullYear(beforeChrist ? 1 - year : year, month - 1, day);
  wall.setUTCHours(hour, minute, second);
  return wall.getTime() - Math.floor(instant / 1000) * 1000;
}

/** `Date.UTC` takes the years 0 to 99 for those of the last century. */
const newYear = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);

function yearOf(table: ZoneTable, year: number): ZoneYear {
  let known = table.years.get(year);
  if (known) return known;
  // Offsets hold for weeks at least (the shortest stretch in the zone data, Ramadan in Morocco, is a month), so a look
  // at every half month finds each change; halving then finds its minute.
  const begin = newYear(year) - 2 * DAY_MS;
  const end = newYear(year + 1) + 2 * DAY_MS;
  const transitions: Transition[] = [];
  const start = measure(table, begin);
  let low = begin;
  let before = start;
  while (low < end) {
    const high = Math.min(low + 15 * DAY_MS, end);
    const after = measure(table, high);
    if (after !== before) {
      let left = low;
      let right = high;
      while (right - left > MINUTE_MS) {
        const middle = left + Math.floor((right - left) / 2 / MINUTE_MS) * MINUTE_MS;
        if (measure(table, middle) === before) left = middle;
        else right = middle;
      }
      transitions.push({ at: right, before, after });
    }
    low = high;
    before = after;
  }
  known = { start, transitions };
  if (table.years.size > 400) table.years.clear();
  table.years.set(year, known);
  return known;
}

/** A stretch of time with one offset from UTC, in milliseconds: `[from, to)`, within one year. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const NO_OFFSET: OffsetSpan = { from: -Infinity, to: Infinity, offset: 0 };

/** The offset that holds in the zone at an instant (epoch ms), and how long it does. An unknown zone counts as UTC. */
export function offsetSpanAt(zone: string, instant: number): OffsetSpan {
  const table = zone === 'UTC' ? null : tableOf(zone);
  if (!table) return NO_OFFSET;
  const { last } = table;
  if (last && instant >= last.from && instant < last.to) return last;
  const year = new Date(instant).getUTCFullYear();
  const { start, transitions } = yearOf(table, year);
  let from = newYear(year);
  let to = newYear(year + 1);
  let offset = start;
  for (const { at, after } of transitions) {
    if (instant >= at) {
      from = Math.max(from, at);
      offset = after;
    } else to = Math.min(to, at);
  }
  return (table.last = { from, to, offset });
}

/** Offset from UTC in milliseconds that holds in the zone at an instant (epoch ms). An unknown zone counts as UTC. */
export const offsetAt = (zone: string, instant: number): number => offsetSpanAt(zone, instant).offset;

/** The changes of a zone's offset within a year of UTC, rising; none for an unknown zone. */
export function transitionsIn(zone: string, year: number): readonly Transition[] {
  const table = tableOf(zone);
  if (!table) return [];
  return yearOf(table, year).transitions.filter(({ at }) => new Date(at).getUTCFullYear() === year);
}

/** Wall time in the zone at an instant. */
export const toWallTime = (zone: string, instant: number): number => instant + offsetAt(zone, instant);

/**
 * Instant of a wall time. A time that a change to summer time leaves out takes the offset before the change, one that
 * comes twice is the first of both (RFC 5545, 3.3.5).
 */
export function fromWallTime(zone: string, wall: number): number {
  const before = offsetSpanAt(zone, wall - DAY_MS);
  const early = wall - before.offset;
  if (wall + DAY_MS < before.to) return early;
  const late = wall - offsetAt(zone, wall + DAY_MS);
  if (early === late) return early;
  if (toWallTime(zone, early) === wall) return early;
  if (toWallTime(zone, late) === wall) return late;
  return early;
}

/** The day that it is in the zone at an instant. */
export const plainDateAt = (zone: string, instant: number): PlainDate =>
  fromEpochDay(Math.floor(toWallTime(zone, instant) / DAY_MS));

/** First instant of a day in the zone. */
export const startOfDay = (zone: string, date: PlainDate): number =>
  fromWallTime(zone, Date.parse(`${date}T00:00:00Z`));

/** Epoch ms of a range bound: a plain date (its midnight in the zone) or an RFC 3339 instant. `NaN` where it is neither. */
export const boundToInstant = (bound: string, zone: string): number =>
  isPlainDate(bound) ? startOfDay(zone, bound) : Date.parse(bound);

/** Texts of the days and times of day met last; a list of occurrences asks for the same ones again and again. */
const dayTexts = new Map<number, string>();
const timeTexts = new Map<number, string>();
const instants = new Map<string, number>();
const MAX_KNOWN = 5000;

function remembered<K, V>(known: Map<K, V>, key: K, find: (key: K) => V): V {
  let value = known.get(key);
  if (value === undefined) {
    if (known.size > MAX_KNOWN) known.clear();
    known.set(key, (value = find(key)));
  }
  return value;
}

/** Epoch ms of an RFC 3339 instant; `NaN` where it is none. */
export const fromInstantString = (text: string): number => remembered(instants, text, Date.parse);

/** RFC 3339 in UTC, whole seconds. */
export function toInstantString(instant: number): string {
  const day = Math.floor(instant / DAY_MS);
  const second = Math.floor((instant - day * DAY_MS) / 1000);
  const date = remembered(dayTexts, day, () => fromEpochDay(day));
  return date + remembered(timeTexts, second, () => `T${new Date(second * 1000).toISOString().slice(11, 19)}Z`);
}
