import type { PlacedEvent } from './event-days.ts';

/** The part of an event that falls into one week. */
export interface WeekSegment {
  readonly placed: PlacedEvent;
  /** 0 to 6: column it begins in. */
  readonly column: number;
  /** Days it covers in this week, 1 to 7. */
  readonly span: number;
  /** It began before this week, or goes on after it. */
  readonly continues: boolean;
  readonly continued: boolean;
}

export interface WeekLanes {
  /** By lane from the top, then by column: the segment that begins there. */
  readonly lanes: readonly (readonly (WeekSegment | undefined)[])[];
  /** By column: events that found no lane. */
  readonly hidden: readonly number[];
  /** By column: all events of the day. */
  readonly counts: readonly number[];
}

/**
 * Lays the events of a week into at most `maxLanes` lanes: events of several days first, so that their bars do not jump.
 * Costs a few bit operations an event, however many a day has.
 */
export function weekLanes(placed: readonly PlacedEvent[], firstDay: number, maxLanes: number): WeekLanes {
  const lanes: (WeekSegment | undefined)[][] = [];
  const taken: number[] = [];
  const hidden = [0, 0, 0, 0, 0, 0, 0];
  const counts = [0, 0, 0, 0, 0, 0, 0];
  const put = (item: PlacedEvent): void => {
    const column = Math.max(0, item.firstDay - firstDay);
    const last = Math.min(6, item.lastDay - firstDay);
    const span = last - column + 1;
    const mask = ((1 << span) - 1) << column;
    for (let day = column; day <= last; day++) counts[day] = (counts[day] ?? 0) + 1;
    for (let lane = 0; lane < maxLanes; lane++) {
      if (((taken[lane] ?? 0) & mask) !== 0) continue;
      taken[lane] = (taken[lane] ?? 0) | mask;
      const row = (lanes[lane] ??= new Array<WeekSegment | undefined>(7).fill(undefined));
      row[column] = {
        placed: item,
        column,
        span,
        continues: item.firstDay < firstDay,
        continued: item.lastDay > firstDay + 6,
      };
      return;
    }
    for (let day = column; day <= last; day++) hidden[day] = (hidden[day] ?? 0) + 1;
  };
  const inWeek = placed.filter((item) => item.firstDay <= firstDay + 6 && item.lastDay >= firstDay);
  for (const item of inWeek) if (item.lastDay > item.firstDay) put(item);
  for (const item of inWeek) if (item.lastDay === item.firstDay) put(item);
  for (let lane = 0; lane < lanes.length; lane++) lanes[lane] ??= new Array<WeekSegment | undefined>(7).fill(undefined);
  return { lanes, hidden, counts };
}
