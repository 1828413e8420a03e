import { DAY_MS } from '../../../model/plain-date.ts';
import { parseRule, RuleError, type RecurrenceRule, type RuleEnd } from '../../../model/recurrence/rule.ts';
import { listed, MAX_DATES, momentOf, type CalendarSetting, type EventRecord, type Moment } from './ics-event.ts';
import { allOf, type Component } from './ics-property.ts';
import { parseDuration, parseTime } from './ics-time.ts';
import { instantOf, UTC, wallAt } from './ics-zone.ts';

/** A rule with its UNTIL in the wall time of the series. */
export interface SeriesRule {
  readonly rule: RecurrenceRule;
  readonly until?: number;
}

/** A start that is named by RDATE, with its own length where it was given as PERIOD. */
export interface ExtraStart {
  /** Wall time of the series. */
  readonly wall: number;
  /** Real time in milliseconds. */
  readonly exact?: number;
}

/**
 * What happens under one UID in one file: its masters (mostly one, none where the file holds changed instances only),
 * and the overrides of instances.
 */
export interface Series {
  readonly uid: string;
  readonly masters: readonly EventRecord[];
  readonly overrides: readonly EventRecord[];
}

/** How a master repeats. Instances are named by *keys*: the instant of a timed one, the wall midnight of a whole day. */
export interface Repetition {
  readonly rules: readonly SeriesRule[];
  readonly exceptions: readonly SeriesRule[];
  readonly extra: readonly ExtraStart[];
  /** Keys that EXDATE takes away. */
  readonly removed: ReadonlySet<number>;
  /** Days (wall midnights) that EXDATE takes away from a timed series. */
  readonly removedDays: ReadonlySet<number>;
}

const dayOf = (wall: number): number => Math.floor(wall / DAY_MS) * DAY_MS;

/** Whether the event has anything that repeats it. */
export const repeats = (component: Component): boolean =>
  component.properties.some(({ name }) => name === 'RRULE' || name === 'RDATE' || name === 'EXDATE');

/** The name of an instance within the series of `master`; `day` where a plain date names an instance of a timed series. */
export function instanceKey(moment: Moment, master: EventRecord): { key: number; day: boolean } {
  const { start, setting } = master;
  if (start.allDay) return { key: dayNamedBy(moment, setting), day: false };
  if (moment.allDay) return { key: dayOf(moment.wall), day: true };
  const zone = moment.floating ? start.zone : moment.zone;
  return { key: instantOf(zone, moment.wall), day: false };
}

/**
 * Exchange names the days of an all-day series by midnights: with a zone their date counts as written; in UTC they are
 * midnights of the reader's country, unless they are midnights in UTC itself.
 */
function dayNamedBy(moment: Moment, setting: CalendarSetting): number {
  if (moment.zone === UTC && moment.wall % DAY_MS !== 0) return dayOf(wallAt(setting.reader, moment.wall));
  return dayOf(moment.wall);
}

/**
 * UNTIL in the wall time of the series. A series with a zone must give it in UTC (RFC 5545, 3.3.10), so a forgotten Z
 * changes nothing; a plain date takes the whole day in; Exchange ends its all-day series at a midnight of its country.
 */
function untilOf(end: RuleEnd, start: Moment, setting: CalendarSetting): number {
  if (end.dateOnly) return end.wall + DAY_MS - 1;
  if (start.allDay)
    return end.utc && end.wall % DAY_MS !== 0 ? dayOf(wallAt(setting.reader, end.wall)) : dayOf(end.wall);
  return start.floating && !end.utc ? end.wall : wallAt(start.zone, end.wall);
}

/** RRULE, RDATE, EXDATE and EXRULE of a master. Parts that cannot be read are reported and left out. */
export function repetitionOf(master: EventRecord): Repetition {
  const { component, start, uid, setting } = master;
  const report = (detail: string, line: number): void =>
    setting.report({ code: 'invalid-item', detail: detail.slice(0, 300), item: uid, line });

  const rulesOf = (name: string): SeriesRule[] => {
    const rules: SeriesRule[] = [];
    for (const { value, line } of allOf(component, name)) {
      try {
        const rule = parseRule(value);
        rules.push({ rule, until: rule.until && untilOf(rule.until, start, setting) });
      } catch (error) {
        if (!(error instanceof RuleError)) throw error;
        report(`${name}: ${error.message}`, line);
      }
    }
    return rules;
  };

  const datesOf = function* (name: string): ReturnType<typeof listed> {
    let dates = 0;
    for (const entry of listed(component, name)) {
      if (++dates === MAX_DATES) {
        const detail = `only the first ${MAX_DATES} values of ${name} are read`;
        setting.report({ code: 'limit-reached', detail, item: uid, line: entry[0].line });
      }
      yield entry;
    }
  };

  const removed = new Set<number>();
  const removedDays = new Set<number>();
  for (const [property, text] of datesOf('EXDATE')) {
    const moment = momentOf(property, setting, text);
    if (!moment) {
      report(`EXDATE cannot be ${text.slice(0, 40)}`, property.line);
      continue;
    }
    const { key, day } = instanceKey(moment, master);
    (day ? removedDays : removed).add(key);
  }

  const extra: ExtraStart[] = [];
  for (const [property, text] of datesOf('RDATE')) {
    const [from = '', to] = text.split('/');
    const moment = momentOf(property, setting, from);
    if (!moment) {
      report(`RDATE cannot be ${text.slice(0, 40)}`, property.line);
      continue;
    }
    // A PERIOD says when it begins, be it as a date; a plain date of a timed series means the usual hour of that day.
    const wall = to !== undefined && moment.allDay ? moment.wall : wallOfExtra(moment, master);
    extra.push({ wall, exact: to === undefined ? undefined : periodLength(moment, to) });
  }
  extra.sort((a, b) => a.wall - b.wall);
  return { rules: rulesOf('RRULE'), exceptions: rulesOf('EXRULE'), extra, removed, removedDays };
}

/** An RDATE in the wall time of its series. */
function wallOfExtra(moment: Moment, { start, setting }: EventRecord): number {
  if (start.allDay) return dayNamedBy(moment, setting);
  if (moment.allDay) return moment.wall + (start.wall - dayOf(start.wall));
  if (moment.floating || moment.zone === start.zone) return moment.wall;
  return wallAt(start.zone, instantOf(moment.zone, moment.wall));
}

/** Length of a PERIOD in milliseconds; undefined (the length of the series) where its end cannot be read. */
function periodLength(start: Moment, to: string): number | undefined {
  const duration = parseDuration(to);
  if (duration) return duration.days * DAY_MS + duration.time;
  const end = parseTime(to);
  if (!end) return undefined;
  const length = end.utc
    ? end.wall - instantOf(start.zone, start.wall)
    : instantOf(start.zone, end.wall) - instantOf(start.zone, start.wall);
  return length >= 0 ? length : undefined;
}

/** Puts the events of a file together by UID. */
export function groupSeries(records: readonly EventRecord[]): Series[] {
  const byUid = new Map<string, { masters: EventRecord[]; overrides: EventRecord[] }>();
  for (const record of records) {
    let group = byUid.get(record.uid);
    if (!group) byUid.set(record.uid, (group = { masters: [], overrides: [] }));
    (record.instance ? group.overrides : group.masters).push(record);
  }
  const series: Series[] = [];
  for (const [uid, { masters, overrides }] of byUid) {
    series.push({ uid, masters: newestMasters(masters), overrides: newestOverrides(overrides) });
  }
  return series;
}

/**
 * Several masters under one UID: the highest SEQUENCE is the one that holds (RFC 5545, 3.8.7.4). Where no number tells
 * them apart, programs have given one UID to different events: all are kept, copies once.
 */
function newestMasters(masters: readonly EventRecord[]): readonly EventRecord[] {
  if (masters.length < 2) return masters;
  const highest = masters.reduce((most, { sequence }) => Math.max(most, sequence), 0);
  const seen = new Map<string, EventRecord>();
  for (const master of masters) {
    if (master.sequence !== highest) continue;
    const { wall, allDay, zone } = master.start;
    seen.set(`${allDay ? 'day' : instantOf(zone, wall)} ${wall}`, master);
  }
  return [...seen.values()];
}

/** Of several overrides of one instance the highest SEQUENCE holds, else the last. */
function newestOverrides(overrides: readonly EventRecord[]): readonly EventRecord[] {
  if (overrides.length < 2) return overrides;
  const newest = new Map<string, EventRecord>();
  for (const override of overrides) {
    const { instance } = override;
    if (!instance) continue;
    const key = `${instance.allDay} ${instance.allDay ? instance.wall : instantOf(instance.zone, instance.wall)}`;
    const known = newest.get(key);
    if (!known || known.sequence <= override.sequence) newest.set(key, override);
  }
  return [...newest.values()];
}
