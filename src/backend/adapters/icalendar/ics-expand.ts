import { DAY_MS } from '../../../model/plain-date.ts';
import { walkRule } from '../../../model/recurrence/walk-rule.ts';
import { WorkBudget } from '../../../model/recurrence/work-budget.ts';
import type { EventRecord } from './ics-event.ts';
import { instanceKey, repeats, repetitionOf, type Repetition, type Series, type SeriesRule } from './ics-series.ts';
import { LAST_WALL } from './ics-time.ts';
import { instantOf, wallAt, type Zone } from './ics-zone.ts';

/** A half-open range of instants, `[from, to)`. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** One time that an event takes place. Instants, or wall midnights where `record.start.allDay`. */
export interface Occurrence {
  /** Whose words count: the master, or the override that changed this instance. */
  readonly record: EventRecord;
  /** The master of its series; absent for single events and for overrides without one. */
  readonly master?: EventRecord;
  readonly start: number;
  readonly end: number;
  /** Which instance of the series it is: an instant, or a wall midnight where the series is one of whole days. */
  readonly instance?: number;
  readonly changed: boolean;
}

/** The most that one series may cost and give. More than that no reader can make use of. */
const SERIES_STEPS = 60_000;
const SERIES_RESULTS = 20_000;
/** How far wall time and real time may drift apart within an event: no clock is changed by more. */
const CLOCK_CHANGE = 3 * 3_600_000;

const endOf = ({ start, length }: EventRecord, wall: number): number => {
  if (start.allDay) return wall + length.wall;
  return (length.wall === 0 ? instantOf(start.zone, wall) : instantOf(start.zone, wall + length.wall)) + length.exact;
};

/** Repetitions are read once and kept as long as their event. */
const repetitions = new WeakMap<EventRecord, Repetition>();

export function repetitionFor(master: EventRecord): Repetition {
  let known = repetitions.get(master);
  if (!known) repetitions.set(master, (known = repetitionOf(master)));
  return known;
}

/** What the overrides of a series mean for the instances of one master. */
interface Changes {
  readonly keys: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  /** Changes of all later instances, by the instance they begin with, rising. */
  readonly future: readonly { readonly key: number; readonly record: EventRecord }[];
}

const NO_CHANGES: Changes = { keys: new Set(), days: new Set(), future: [] };

function changesOf(series: Series, master: EventRecord, budget: WorkBudget): Changes {
  if (series.overrides.length === 0 || !budget.step(series.overrides.length)) return NO_CHANGES;
  const keys = new Set<number>();
  const days = new Set<number>();
  const future: { key: number; record: EventRecord }[] = [];
  for (const record of series.overrides) {
    if (!record.instance) continue;
    const { key, day } = instanceKey(record.instance, master);
    (day ? days : keys).add(key);
    if (record.andFuture) future.push({ key, record });
  }
  future.sort((a, b) => a.key - b.key);
  return { keys, days, future };
}

/** How far a change of all later instances moves each: wall time in the zone of the override. */
function shiftOf(record: EventRecord, key: number): number {
  const { start } = record;
  return start.wall - (start.allDay ? key : wallAt(start.zone, key));
}

/** Tells the occurrences of one series in a window. */
export class SeriesExpander {
  readonly #window: TimeWindow;
  /** The window in the wall time of the reader, for whole days. */
  readonly #days: TimeWindow;
  readonly #budget: WorkBudget;
  readonly #tell: (occurrence: Occurrence) => void;

  constructor(window: TimeWindow, reader: Zone, budget: WorkBudget, tell: (occurrence: Occurrence) => void) {
    this.#window = window;
    this.#days = { from: wallAt(reader, window.from), to: wallAt(reader, window.to) };
    this.#budget = budget;
    this.#tell = tell;
  }

  /** @returns whether everything could be told; false where a limit cut the series short */
  expand(series: Series): boolean {
    let complete = true;
    const [first] = series.masters;
    for (const record of series.overrides) {
      if (!record.instance) continue;
      const { key } = first ? instanceKey(record.instance, first) : { key: this.#orphanKey(record) };
      this.#offer(record, record.start.wall, key, first, true);
    }
    for (const master of series.masters) {
      if (!repeats(master.component) && series.overrides.length === 0) {
        this.#offer(master, master.start.wall, undefined, undefined, false);
      } else if (!this.#expandMaster(series, master)) complete = false;
    }
    return complete;
  }

  #orphanKey({ instance }: EventRecord): number {
    return instance ? (instance.allDay ? instance.wall : instantOf(instance.zone, instance.wall)) : 0;
  }

  /** Tells the occurrence of a record that starts at a wall time, where it is in the window. */
  #offer(
    record: EventRecord,
    wall: number,
    instance: number | undefined,
    master: EventRecord | undefined,
    changed: boolean,
    exact?: number,
  ): void {
    const { allDay, zone } = record.start;
    const { from, to } = allDay ? this.#days : this.#window;
    const start = allDay ? wall : instantOf(zone, wall);
    if (!(start < to)) return;
    const end =
      exact === undefined
        ? endOf(record, wall)
        : start + (allDay ? Math.max(1, Math.ceil(exact / DAY_MS)) * DAY_MS : exact);
    if (!(end > from || (end === start && start >= from))) return;
    if (start > LAST_WALL) return;
    this.#tell({ record, master, start, end: Math.min(end, LAST_WALL), instance, changed });
  }

  #expandMaster(series: Series, master: EventRecord): boolean {
    const { start, length } = master;
    const repetition = repetitionFor(master);
    const budget = new WorkBudget(SERIES_STEPS, SERIES_RESULTS, this.#budget);
    const changes = changesOf(series, master, budget);
    // Later changes may move instances into the window or make them longer: the walk has to begin and end that much wider.
    let ahead = length.wall + length.exact + CLOCK_CHANGE;
    let behind = CLOCK_CHANGE;
    for (const { key, record } of changes.future) {
      const shift = shiftOf(record, key);
      ahead = Math.max(ahead, record.length.wall + record.length.exact + 2 * DAY_MS + Math.max(0, shift));
      behind = Math.max(behind, 2 * DAY_MS + Math.max(0, -shift));
    }
    const { from, to } = start.allDay ? this.#days : this.#window;
    const wallFrom = (start.allDay ? from : wallAt(start.zone, from)) - ahead;
    const wallTo = (start.allDay ? to : wallAt(start.zone, to)) + behind;

    const walk = ({ rule, until }: SeriesRule, tell: (wall: number) => boolean): void =>
      walkRule(rule, { start: start.wall, from: wallFrom, to: wallTo, until, allDay: start.allDay }, budget, tell);

    const excepted = new Set<number>();
    for (const exception of repetition.exceptions) walk(exception, (wall) => excepted.add(wall) !== undefined);

    // A rule rises, so its own doubles (two wall times in one gap) are neighbours; several sources need a memory.
    const seen = repetition.rules.length + repetition.extra.length > 1 ? new Set<number>() : null;
    let lastKey = NaN;
    const take = (wall: number, exact?: number): boolean => {
      const key = start.allDay ? wall : instantOf(start.zone, wall);
      if (key === lastKey || seen?.has(key)) return true;
      lastKey = key;
      seen?.add(key);
      if (repetition.removed.has(key) || excepted.has(wall) || changes.keys.has(key)) return true;
      const day = Math.floor(wall / DAY_MS) * DAY_MS;
      if (!start.allDay && (repetition.removedDays.has(day) || changes.days.has(day))) return true;
      this.#offerInstance(master, changes, wall, key, exact);
      return true;
    };
    for (const { wall, exact } of repetition.extra) {
      // RDATE with a length of its own wins over the same start by rule.
      if (wall >= wallFrom - (exact ?? 0) && wall <= wallTo) take(wall, exact);
    }
    if (repetition.rules.length === 0) take(start.wall);
    for (const rule of repetition.rules) walk(rule, take);
    return !budget.spent;
  }

  #offerInstance(master: EventRecord, changes: Changes, wall: number, key: number, exact?: number): void {
    const change = changes.future.findLast((entry) => entry.key <= key);
    if (!change) return this.#offer(master, wall, key, master, false, exact);
    const { start } = change.record;
    const own =
      start.allDay === master.start.allDay
        ? (start.allDay ? key : wallAt(start.zone, key)) + shiftOf(change.record, change.key)
        : start.allDay
          ? Math.floor(wall / DAY_MS) * DAY_MS
          : wallAt(start.zone, key);
    this.#offer(change.record, own, key, master, true, exact);
  }
}
