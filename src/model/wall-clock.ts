import type { FormRow } from './form-values.ts';
import { addDays, isPlainDate, type PlainDate } from './plain-date.ts';
import { fromWallTime, toInstantString, toWallTime } from './time-zone.ts';

/** Dates and times as people type them, in a zone, and the instants that they mean. */

/** `2026-03-12` and `14:00`. */
export interface TypedTime {
  readonly date: PlainDate;
  readonly time: string;
}

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether both are there and make sense. */
export const isTypedTime = ({ date, time }: TypedTime): boolean => isPlainDate(date) && CLOCK.test(time);

/** The wall time that is meant (see time-zone.ts). */
export const wallOf = ({ date, time }: TypedTime): number => Date.parse(`${date}T${time}:00Z`);

export const fromWall = (wall: number): TypedTime => {
  const text = new Date(wall).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
};

/** RFC 3339 instant of what was typed. */
export const instantOf = (typed: TypedTime, zone: string): string => toInstantString(fromWallTime(zone, wallOf(typed)));

/** What the clock shows in the zone at an instant. */
export const typedTime = (instant: string, zone: string): TypedTime => fromWall(toWallTime(zone, Date.parse(instant)));

/** Whether the clocks are put forward over this time, so that there is no such time on that day. */
export const isSkipped = (typed: TypedTime, zone: string): boolean =>
  toWallTime(zone, fromWallTime(zone, wallOf(typed))) !== wallOf(typed);

/** A time on a day, from when to when: a slot of a camp, a meeting of a circle. An end that is not later is the next day's. */
export interface TypedRange {
  readonly date: PlainDate;
  readonly from: string;
  readonly to: string;
}

export const rangeOf = ({ date = '', from = '', to = '' }: FormRow): TypedRange => ({ date, from, to });

export const isTypedRange = ({ date, from, to }: TypedRange): boolean =>
  isTypedTime({ date, time: from }) && isTypedTime({ date, time: to });

/** The instants of a range. */
export const rangeInstants = (
  { date, from, to }: TypedRange,
  zone: string,
): { readonly start: string; readonly end: string } => ({
  start: instantOf({ date, time: from }, zone),
  end: instantOf({ date: to > from ? date : addDays(date, 1), time: to }, zone),
});

/** What the clock shows in the zone over a stretch of time. */
export function typedRange(start: string, end: string, zone: string): TypedRange {
  const { date, time: from } = typedTime(start, zone);
  return { date, from, to: typedTime(end, zone).time };
}

/** The same time on `count` days, `days` apart, beginning with the first. */
export const repeatedRanges = (first: TypedRange, days: number, count: number): readonly TypedRange[] => {
  const ranges: TypedRange[] = [];
  for (let index = 0; index < count; index++) ranges.push({ ...first, date: addDays(first.date, index * days) });
  return ranges;
};
