import type { Recurrence } from './calendar-event.ts';
import { filledRows, listOf, readNumber, rowsOf, textOf, type FormValues } from './form-values.ts';
import { addDays, daysInMonth, isPlainDate, weekday, type PlainDate } from './plain-date.ts';
import { parseRule, RuleError, type RecurrenceRule } from './recurrence/rule.ts';
import { plainDateAt, startOfDay, toInstantString } from './time-zone.ts';
import { fromWall, instantOf, typedTime, wallOf, type TypedTime } from './wall-clock.ts';

/**
 * How an event repeats, as simple choices. `monthly-nth` is "on the second Tuesday", counted from the first date,
 * `monthly-last` "on the last Tuesday". `kept` is a rule of another kind that a form leaves as it is.
 */
export const REPEATS = ['none', 'weekly', 'monthly-nth', 'monthly-last', 'monthly-day', 'dates', 'kept'] as const;
export type Repeat = (typeof REPEATS)[number];

/** What repetition needs to know of the event it belongs to. */
export interface RepeatFrame {
  readonly allDay: boolean;
  readonly zone: string;
  /** First date of the series. */
  readonly start: TypedTime;
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const dayName = (day: number): string => DAYS[day - 1] ?? 'MO';

/** Which weekday of its month a date is: 1 the first to 5. */
export const ordinalOf = (date: PlainDate): number => Math.ceil(Number(date.slice(8)) / 7);

/** Whether there is no such weekday any more in its month. */
export const isLastOfMonth = (date: PlainDate): boolean =>
  Number(date.slice(8)) > daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))) - 7;

/** The choices that a first date leaves. */
export const repeatsFor = (date: PlainDate, hasForeignRule: boolean): readonly Repeat[] =>
  REPEATS.filter((repeat) =>
    repeat === 'kept'
      ? hasForeignRule
      : repeat === 'monthly-nth'
        ? isPlainDate(date) && ordinalOf(date) < 5
        : repeat === 'monthly-last'
          ? isPlainDate(date) && isLastOfMonth(date)
          : true,
  );

/** What the form's fields of repetition hold for a series. */
export function repeatValues(recurrence: Recurrence | undefined, frame: RepeatFrame): FormValues {
  const { allDay, zone, start } = frame;
  const empty = { repeat: 'none', interval: '1', weekdays: [], ends: 'never', until: '', count: '', dates: [] };
  if (!recurrence?.rule && !recurrence?.added?.length) return empty;
  if (!recurrence.rule) {
    const dates = (recurrence.added ?? []).map((added) => ({
      ...(allDay ? { date: added.slice(0, 10) } : typedTime(added, zone)),
    }));
    return { ...empty, repeat: 'dates', dates };
  }
  let rule: RecurrenceRule;
  try {
    rule = parseRule(recurrence.rule);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { ...empty, repeat: 'kept' };
  }
  const { interval, count, until } = rule;
  const ends = count !== undefined ? 'count' : until ? 'until' : 'never';
  return {
    ...empty,
    ...kindOf(rule, start.date),
    interval: String(interval),
    ends,
    count: count === undefined ? '' : String(count),
    until: until ? (until.utc ? plainDateAt(zone, until.wall) : fromWall(until.wall).date) : '',
  };
}

/** Which simple choice says the same as a rule, or `kept`. */
function kindOf(rule: RecurrenceRule, start: PlainDate): FormValues {
  const { frequency, byDay, byMonthDay, bySetPos } = rule;
  const others = [rule.bySecond, rule.byMinute, rule.byHour, rule.byYearDay, rule.byWeekNo, rule.byMonth];
  if (others.some((list) => list.length > 0)) return { repeat: 'kept' };
  if (
    frequency === 'weekly' &&
    byMonthDay.length === 0 &&
    bySetPos.length === 0 &&
    byDay.every(({ nth }) => nth === 0)
  ) {
    const days = byDay.length > 0 ? byDay.map((pick) => pick.weekday) : [weekday(start)];
    // A first date beside the rule's own days is one that no simple choice says.
    if (!days.includes(weekday(start))) return { repeat: 'kept' };
    return { repeat: 'weekly', weekdays: [...new Set(days)].sort((a, b) => a - b).map(String) };
  }
  if (frequency !== 'monthly') return { repeat: 'kept' };
  const [pick, secondPick] = byDay;
  const [monthDay = Number(start.slice(8)), secondDay] = byMonthDay;
  if (!pick) {
    const isStart = monthDay === Number(start.slice(8)) && secondDay === undefined && bySetPos.length === 0;
    return { repeat: isStart ? 'monthly-day' : 'kept' };
  }
  const [position] = bySetPos;
  const nth = bySetPos.length === 1 && pick.nth === 0 ? position : bySetPos.length === 0 ? pick.nth : 0;
  if (secondPick || byMonthDay.length > 0 || pick.weekday !== weekday(start)) return { repeat: 'kept' };
  if (nth === -1 && isLastOfMonth(start)) return { repeat: 'monthly-last' };
  return { repeat: nth === ordinalOf(start) && nth < 5 ? 'monthly-nth' : 'kept' };
}

/**
 * The recurrence that the fields mean. `before` is the series as it is: what was not touched stays as it was written, and
 * dates that were added or taken out move along with the first.
 */
export function recurrenceOf(
  values: FormValues,
  frame: RepeatFrame,
  before?: { readonly recurrence?: Recurrence; readonly frame: RepeatFrame },
): Pick<Recurrence, 'rule' | 'added' | 'removed'> | null {
  const { allDay, zone, start } = frame;
  const repeat = textOf(values, 'repeat') as Repeat;
  const kept = before?.recurrence;
  if (repeat === 'none' || repeat === ('' as Repeat)) return null;
  const move = (dates: readonly string[] | undefined): readonly string[] | undefined =>
    before && dates?.map((date) => moved(date, before.frame, frame));
  if (repeat === 'dates') {
    const first = allDay ? start.date : instantOf(start, zone);
    const added = filledRows(rowsOf(values, 'dates'))
      .map(({ date = '', time = '' }) => (allDay ? date : instantOf({ date, time: time || start.time }, zone)))
      .filter((date) => date !== first)
      .sort();
    return added.length > 0 ? { added: [...new Set(added)] } : null;
  }
  const rule = repeat === 'kept' ? kept?.rule : ruleOf(values, frame, sameRule(values, before, frame));
  if (!rule) return null;
  const added = kept?.rule ? move(kept.added) : undefined;
  const removed = move(kept?.removed);
  return {
    rule,
    ...(added && added.length > 0 && { added }),
    ...(removed && removed.length > 0 && { removed }),
  };
}

/** The rule as it was written, where the fields still say the same. */
function sameRule(
  values: FormValues,
  before: { readonly recurrence?: Recurrence; readonly frame: RepeatFrame } | undefined,
  frame: RepeatFrame,
): string | undefined {
  const rule = before?.recurrence?.rule;
  if (!rule || before.frame.allDay !== frame.allDay || before.frame.start.date !== frame.start.date) return undefined;
  const was = repeatValues(before.recurrence, before.frame);
  const names = ['repeat', 'interval', 'weekdays', 'ends', 'until', 'count'];
  return names.every((name) => JSON.stringify(was[name]) === JSON.stringify(values[name])) ? rule : undefined;
}

function ruleOf(values: FormValues, { allDay, zone, start }: RepeatFrame, same: string | undefined): string {
  if (same) return same;
  const repeat = textOf(values, 'repeat') as Repeat;
  const interval = readNumber(textOf(values, 'interval'));
  const day = dayName(weekday(start.date));
  const parts: string[] = [`FREQ=${repeat === 'weekly' ? 'WEEKLY' : 'MONTHLY'}`];
  if (interval > 1) parts.push(`INTERVAL=${interval}`);
  if (repeat === 'weekly') {
    const days = [...new Set([weekday(start.date), ...listOf(values, 'weekdays').map(Number)])];
    parts.push(`BYDAY=${days.sort((a, b) => a - b).map(dayName).join(',')}`); // prettier-ignore
  } else if (repeat === 'monthly-nth') parts.push(`BYDAY=${ordinalOf(start.date)}${day}`);
  else if (repeat === 'monthly-last') parts.push(`BYDAY=-1${day}`);
  else parts.push(`BYMONTHDAY=${Number(start.date.slice(8))}`);
  const ends = textOf(values, 'ends');
  const until = textOf(values, 'until');
  if (ends === 'count') parts.push(`COUNT=${readNumber(textOf(values, 'count'))}`);
  else if (ends === 'until' && isPlainDate(until)) {
    // The last second of that day where the event is: UNTIL of timed events is an instant (RFC 5545, 3.3.10).
    const last = toInstantString(startOfDay(zone, addDays(until, 1)) - 1000);
    parts.push(`UNTIL=${(allDay ? until : last).replace(/[-:]/g, '')}`);
  }
  return parts.join(';');
}

/** A date of the old series, where it is in the new one: as far from the first as before, by the clock. */
function moved(date: string, from: RepeatFrame, to: RepeatFrame): string {
  const was = from.allDay ? { date: date.slice(0, 10), time: '00:00' } : typedTime(date, from.zone);
  const first = from.allDay ? { ...from.start, time: '00:00' } : from.start;
  const next = to.allDay ? { ...to.start, time: '00:00' } : to.start;
  const wall = wallOf(was) + (wallOf(next) - wallOf(first));
  return to.allDay ? fromWall(wall).date : instantOf(fromWall(wall), to.zone);
}
