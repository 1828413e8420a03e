import type { PlacedEvent } from './event-days.ts';
import { DAY_MS } from './plain-date.ts';
import { fromInstantString, toWallTime } from './time-zone.ts';

const DAY_MINUTES = 1440;
/** Minutes that an event takes at least: shorter ones could neither be read nor hit. */
const SHORTEST = 30;

/** The part of an event that falls onto one day, in minutes of its wall clock. */
export interface DaySegment {
  readonly placed: PlacedEvent;
  /** 0 to 1440. */
  readonly start: number;
  readonly end: number;
  /** It began the day before, or goes on the day after. */
  readonly continues: boolean;
  readonly continued: boolean;
}

/** A segment with its place among those at the same time. */
export interface PackedSegment extends DaySegment {
  /** From 0. */
  readonly column: number;
  /** Columns it may take, at least 1. */
  readonly span: number;
  /** Columns of all that overlap, directly or through others. */
  readonly columns: number;
}

export interface PackedDay {
  readonly segments: readonly PackedSegment[];
  /** Segments that found no column. */
  readonly hidden: number;
}

/**
 * Whether an event stands above the hours: all-day ones and those of a day and longer, whose bars would fill the grid.
 */
export function isAboveHours({ event, firstDay, lastDay }: PlacedEvent): boolean {
  if (event.allDay) return true;
  if (firstDay === lastDay) return false;
  return lastDay - firstDay > 1 || fromInstantString(event.end) - fromInstantString(event.start) >= DAY_MS;
}

/**
 * What of the timed events falls onto a day. Minutes are the wall clock's: on the day on which clocks are set forward an
 * event from 1:30 to 3:30 takes two hours of the grid and one of life; where the clock goes back, an event that would end
 * before it begins keeps its shortest height.
 */
export function daySegments(placed: readonly PlacedEvent[], day: number, timeZone: string): DaySegment[] {
  const segments: DaySegment[] = [];
  for (const item of placed) {
    if (item.firstDay > day || item.lastDay < day || isAboveHours(item)) continue;
    const continues = item.firstDay < day;
    const continued = item.lastDay > day;
    const wall = toWallTime(timeZone, fromInstantString(item.event.end));
    const end = continued ? DAY_MINUTES : Math.round((wall - day * DAY_MS) / 60_000);
    const start = continues ? 0 : item.minute;
    segments.push({ placed: item, start, end: Math.max(start, Math.min(end, DAY_MINUTES)), continues, continued });
  }
  return segments;
}

/**
 * Puts segments that overlap side by side: each takes the first free column, groups that touch share their number of
 * columns, and a segment grows to its right as far as nobody stands there. More than `most` beside each other, or `limit`
 * on the day, are counted and not drawn.
 */
export function packDay(segments: readonly DaySegment[], most = 4, limit = 40): PackedDay {
  const sorted = [...segments].sort((a, b) => a.start - b.start || b.end - a.end);
  const packed: PackedSegment[] = [];
  let hidden = 0;
  let group: { segment: DaySegment; top: number; bottom: number; column: number }[] = [];
  let groupEnd = -1;
  const close = (): void => {
    const columns = Math.max(0, ...group.map(({ column }) => column)) + 1;
    for (const { segment, top, bottom, column } of group) {
      let span = 1;
      const isFree = (wanted: number): boolean =>
        !group.some((other) => other.column === wanted && other.top < bottom && other.bottom > top);
      while (column + span < columns && isFree(column + span)) span++;
      packed.push({ ...segment, column, span, columns });
    }
    group = [];
  };
  for (const segment of sorted) {
    // At the end of the day there is no room downwards.
    const top = Math.min(segment.start, DAY_MINUTES - SHORTEST);
    const bottom = Math.max(segment.end, top + SHORTEST);
    if (top >= groupEnd) {
      close();
      groupEnd = -1;
    }
    let column = 0;
    while (group.some((other) => other.column === column && other.bottom > top)) column++;
    if (column >= most || packed.length + group.length >= limit) {
      hidden++;
      continue;
    }
    group.push({ segment: { ...segment, start: top, end: bottom }, top, bottom, column });
    groupEnd = Math.max(groupEnd, bottom);
  }
  close();
  return { segments: packed, hidden };
}

/** Week of the year by ISO 8601 (its Thursday decides), as a date's day count has it. */
export function weekNumber(day: number): number {
  const thursday = day + 3 - ((((day + 3) % 7) + 7) % 7);
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const first = Math.floor(new Date(0).setUTCFullYear(year, 0, 1) / DAY_MS);
  return Math.floor((thursday - first) / 7) + 1;
}
