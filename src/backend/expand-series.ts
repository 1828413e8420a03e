import type { CalendarEvent } from '../model/calendar-event.ts';
import type { Problem } from '../model/page.ts';
import { addDays, DAY_MS, daysBetween, fromEpochDay, isPlainDate } from '../model/plain-date.ts';
import { parseRule, RuleError } from '../model/recurrence/rule.ts';
import { walkRule } from '../model/recurrence/walk-rule.ts';
import { WorkBudget } from '../model/recurrence/work-budget.ts';
import { fromWallTime, toInstantString, toWallTime } from '../model/time-zone.ts';
import { readTime } from './read-time.ts';

/** Half-open, epoch ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Steps and occurrences that one answer may cost, and one series of it. */
const ALL_STEPS = 200_000;
const ALL_RESULTS = 20_000;
const SERIES_STEPS = 20_000;
const SERIES_RESULTS = 5_000;

/** Instants have their zone in them; wall times are told apart by day or by minute. */
interface Series {
  readonly master: CalendarEvent;
  readonly zone: string;
  /** Start of each instance that does not come from the rule, by its time. */
  readonly overrides: ReadonlyMap<string, CalendarEvent>;
  readonly removed: ReadonlySet<string>;
}

/**
 * Occurrences of series around a span; some may lie just outside of it. Times are counted in the zone that the series
 * was planned in, so that a weekly meeting at ten stays at ten when the clocks change.
 */
export function expandSeries(
  masters: readonly CalendarEvent[],
  overrides: readonly CalendarEvent[],
  span: Span,
  timeZone: string,
  problems: Problem[],
): CalendarEvent[] {
  const found: CalendarEvent[] = [];
  const byUid = new Map<string, CalendarEvent[]>();
  for (const override of overrides) {
    const those = byUid.get(override.uid);
    if (those) those.push(override);
    else byUid.set(override.uid, [override]);
  }
  const whole = new WorkBudget(ALL_STEPS, ALL_RESULTS);
  for (const master of masters) {
    const zone = master.timeZone ?? 'UTC';
    const own = new Map<string, CalendarEvent>();
    for (const override of byUid.get(master.uid) ?? []) {
      if (!override.recurrenceId) continue;
      const recurrenceId = readTime(override.recurrenceId, master.allDay, zone) ?? override.recurrenceId;
      own.set(recurrenceId, { ...override, recurrenceId, changed: true });
    }
    const series = { master, zone, overrides: own, removed: removedOf(master, zone) };
    found.push(...own.values());
    try {
      const budget = new WorkBudget(SERIES_STEPS, SERIES_RESULTS, whole);
      for (const start of startsOf(series, span, budget)) {
        if (own.has(start) || isRemoved(series, start, timeZone)) continue;
        found.push(instanceAt(master, start));
      }
      if (budget.spent) problems.push({ code: 'limit-reached', item: master.uid });
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      problems.push({ code: 'invalid-item', item: master.uid, detail: error.message });
      found.push(master);
    }
  }
  return found;
}

const wallOf = (time: string, zone: string): number =>
  isPlainDate(time) ? Date.parse(`${time}T00:00:00Z`) : toWallTime(zone, Date.parse(time));

/** Starts of a series, in the form of `CalendarEvent.start`, without those that lie far from the span. */
function startsOf({ master, zone }: Series, span: Span, budget: WorkBudget): ReadonlySet<string> {
  const { allDay, recurrence, start, end } = master;
  const first = wallOf(start, zone);
  const length = Math.max(0, wallOf(end, zone) - first);
  const from = toWallTime(zone, span.from) - length - DAY_MS;
  const to = toWallTime(zone, span.to) + DAY_MS;
  const toTime = (wall: number): string =>
    allDay ? fromEpochDay(Math.floor(wall / DAY_MS)) : toInstantString(fromWallTime(zone, wall));

  const starts = new Set<string>();
  if (first >= from && first <= to) starts.add(start);
  if (recurrence?.rule) {
    const rule = parseRule(recurrence.rule);
    let until: number | undefined;
    if (rule.until) {
      const { wall, utc, dateOnly } = rule.until;
      until = dateOnly ? wall + DAY_MS - 1 : utc && !allDay ? toWallTime(zone, wall) : wall;
    }
    walkRule(rule, { start: first, from, to, until, allDay }, budget, (wall) => {
      starts.add(toTime(wall));
      return true;
    });
  }
  for (const text of recurrence?.added ?? []) {
    const time = readTime(text, allDay, zone);
    if (!time) continue;
    const wall = wallOf(time, zone);
    if (wall >= from && wall <= to) starts.add(time);
  }
  return starts;
}

function removedOf({ allDay, recurrence }: CalendarEvent, zone: string): ReadonlySet<string> {
  const times = new Set<string>();
  for (const text of recurrence?.removed ?? []) {
    const time = isPlainDate(text) ? text : readTime(text, allDay, zone);
    if (time) times.add(time);
  }
  return times;
}

/** A plain date takes away whatever begins on that day. */
function isRemoved({ master, zone, removed }: Series, start: string, timeZone: string): boolean {
  if (!removed.size) return false;
  if (removed.has(start)) return true;
  if (master.allDay) return false;
  const dayZone = master.timeZone ? zone : timeZone;
  return removed.has(fromEpochDay(Math.floor(wallOf(start, dayZone) / DAY_MS)));
}

function instanceAt(master: CalendarEvent, start: string): CalendarEvent {
  const { allDay } = master;
  const end = allDay
    ? addDays(start, daysBetween(master.start, master.end))
    : toInstantString(Date.parse(start) + Date.parse(master.end) - Date.parse(master.start));
  return { ...master, start, end, recurrenceId: start };
}
