import { boundToInstant, fromWallTime, toInstantString, toWallTime } from '../../../src/model/time-zone.ts';
import { DAY_MS, fromEpochDay, isPlainDate, toEpochDay } from '../../../src/model/plain-date.ts';
import { parseRule, type RecurrenceRule } from '../../../src/model/recurrence/rule.ts';
import { walkRule } from '../../../src/model/recurrence/walk-rule.ts';
import { WorkBudget } from '../../../src/model/recurrence/work-budget.ts';
import type { EventDocument, EventOverride, EventSeries } from './event-document.ts';

/** One date of an event. `start` and `end` as in `CalendarEvent`, `startAt` and `endAt` in epoch ms. */
export interface Occurrence {
  /** Recurrence id; '' where the event does not repeat. */
  readonly recurrenceKey: string;
  readonly start: string;
  readonly end: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly override?: EventOverride;
}

export interface Expansion {
  readonly items: readonly Occurrence[];
  /** The series goes on behind the window. */
  readonly goesOn: boolean;
}

export interface ExpansionWindow {
  /** Epoch ms, half-open. */
  readonly from: number;
  readonly to: number;
}

/** The most dates of one series that are kept: ten years of working days. */
const MOST = 2_600;

/** Wall times of a document: whole days count as UTC, so that no zone gets in between. */
const wallOf = (time: string, zone: string): number =>
  isPlainDate(time) ? toEpochDay(time) * DAY_MS : toWallTime(zone, Date.parse(time));

const timeOf = (wall: number, allDay: boolean, zone: string): string =>
  allDay ? fromEpochDay(Math.floor(wall / DAY_MS)) : toInstantString(fromWallTime(zone, wall));

function untilWall(rule: RecurrenceRule, zone: string): number | undefined {
  const { until } = rule;
  if (!until) return undefined;
  if (until.utc) return toWallTime(zone, until.wall);
  return until.dateOnly ? until.wall + DAY_MS - 1 : until.wall;
}

/** Gives the end of an instance that begins at a time, by the length of the first one. */
function endFinder({ start: first, end: firstEnd, allDay }: EventDocument): (start: string) => string {
  // A nominal length: three days stay three days, and 18 to 20 o'clock stays that over a change of the clocks.
  if (allDay) {
    const days = toEpochDay(firstEnd) - toEpochDay(first);
    return (start) => fromEpochDay(toEpochDay(start) + days);
  }
  const length = Date.parse(firstEnd) - Date.parse(first);
  return (start) => toInstantString(Date.parse(start) + length);
}

/** The date that an override speaks of. */
export function overrideDate(
  document: EventDocument,
  override: EventOverride,
): Pick<Occurrence, 'recurrenceKey' | 'start' | 'end'> {
  const start = override.start ?? override.recurrenceId;
  return { recurrenceKey: override.recurrenceId, start, end: override.end ?? endFinder(document)(start) };
}

/**
 * The dates of an event that begin in a window. A single event answers its one date whatever the window.
 * @param hubZone zone of all-day dates and of documents without one
 */
export function expand(
  document: EventDocument,
  series: EventSeries | null,
  overrides: readonly EventOverride[],
  window: ExpansionWindow,
  hubZone: string,
): Expansion {
  const { allDay } = document;
  const zone = document.timeZone ?? hubZone;
  const instant = (time: string): number => boundToInstant(time, hubZone);
  const make = (recurrenceKey: string, start: string, end: string, override?: EventOverride): Occurrence => ({
    recurrenceKey,
    start,
    end,
    startAt: instant(start),
    endAt: Math.max(instant(start), instant(end)),
    ...(override && { override }),
  });
  if (!series) return { items: [make('', document.start, document.end)], goesOn: false };

  const startWall = wallOf(document.start, zone);
  const endOf = endFinder(document);

  const starts = new Set<string>();
  let goesOn = false;
  const fromWall = wallOf(toInstantString(window.from), zone);
  const toWall = wallOf(toInstantString(window.to), zone);
  if (series.rule === undefined) {
    starts.add(document.start);
  } else {
    const rule = parseRule(series.rule);
    const budget = new WorkBudget(200_000, MOST);
    const until = untilWall(rule, zone);
    const walk = { start: startWall, from: fromWall, to: toWall - 1, allDay, ...(until !== undefined && { until }) };
    walkRule(rule, walk, budget, (wall) => {
      starts.add(timeOf(wall, allDay, zone));
      return true;
    });
    goesOn = rule.count === undefined && (until === undefined || until >= toWall);
    if (rule.count !== undefined) {
      walkRule(rule, { ...walk, from: toWall, to: Infinity }, new WorkBudget(10_000, 1), () => {
        goesOn = true;
        return false;
      });
    }
  }
  for (const added of series.added ?? []) starts.add(added);
  for (const removed of series.removed ?? []) starts.delete(removed);
  const changed = new Map(overrides.map((override) => [override.recurrenceId, override]));
  for (const { recurrenceId } of overrides) starts.add(recurrenceId);

  const items: Occurrence[] = [];
  for (const key of starts) {
    const override = changed.get(key);
    const start = override?.start ?? key;
    const item = make(key, start, override?.end ?? endOf(start), override);
    if (item.startAt < window.to && item.startAt >= window.from) items.push(item);
    else if (item.startAt >= window.to) goesOn = true;
  }
  items.sort((a, b) => a.startAt - b.startAt);
  return { items, goesOn };
}
