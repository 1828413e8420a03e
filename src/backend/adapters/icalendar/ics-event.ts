import type { Problem } from '../../../model/page.ts';
import { DAY_MS } from '../../../model/plain-date.ts';
import { allOf, firstOf, paramOf, textOf, type Component, type Property } from './ics-property.ts';
import { parseDuration, parseTime, type WrittenTime } from './ics-time.ts';
import type { ZoneBook } from './ics-zone-book.ts';
import { instantOf, UTC, type Zone } from './ics-zone.ts';

/** A point in time with the zone it was written for. For whole days only `wall` (a midnight) counts. */
export interface Moment {
  /** Wall time in milliseconds, see time-zone.ts. */
  readonly wall: number;
  readonly allDay: boolean;
  readonly zone: Zone;
  /** Whether it named neither zone nor UTC. */
  readonly floating: boolean;
}

/** How long an event lasts: first so much on the clock on the wall, then so much real time. Milliseconds. */
export interface Length {
  readonly wall: number;
  readonly exact: number;
}

/** A VEVENT whose start could be read: a single event, the master of a series, or an override of one instance. */
export interface EventRecord {
  readonly component: Component;
  /** Made from what the event says where the file gives none. */
  readonly uid: string;
  readonly sequence: number;
  readonly start: Moment;
  readonly length: Length;
  /** Which instance of its series it replaces (RECURRENCE-ID). */
  readonly instance?: Moment;
  /** Whether it replaces all later instances too (RANGE=THISANDFUTURE). */
  readonly andFuture: boolean;
  readonly setting: CalendarSetting;
}

/** What the events of one calendar have in common. */
export interface CalendarSetting {
  readonly zones: ZoneBook;
  /** Zone of floating times: X-WR-TIMEZONE, else the reader's. */
  readonly floating: Zone;
  /** Zone of the reader, in which plain dates begin. */
  readonly reader: Zone;
  report(problem: Problem): void;
}

/** Reads the time of a property; null where it is none. A zone that nobody knows counts as floating. */
export function momentOf(property: Property, setting: CalendarSetting, text = property.value): Moment | null {
  const time = parseTime(text);
  return time && momentAt(time, property, setting);
}

function momentAt(time: WrittenTime, property: Property, setting: CalendarSetting): Moment {
  if (time.dateOnly) return { wall: time.wall, allDay: true, zone: setting.floating, floating: true };
  if (time.utc) return { wall: time.wall, allDay: false, zone: UTC, floating: false };
  const name = property.params === '' ? undefined : paramOf(property, 'TZID');
  const zone = name ? setting.zones.find(name) : null;
  return { wall: time.wall, allDay: false, zone: zone ?? setting.floating, floating: zone === null };
}

const dayFloor = (wall: number): number => Math.floor(wall / DAY_MS) * DAY_MS;

/** DTSTART with VALUE=DATE and a time of day behind it is a date: the parameter says what was meant. */
function startOf(property: Property, setting: CalendarSetting): Moment | null {
  const start = momentOf(property, setting);
  if (start && !start.allDay && property.params !== '' && paramOf(property, 'VALUE')?.toUpperCase() === 'DATE') {
    return { ...start, wall: dayFloor(start.wall), allDay: true };
  }
  return start;
}

/** 32 bits of FNV-1a as hexadecimal, to name what has no name. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** Prefix of the uids that are made up here. */
export const NO_UID = 'no-uid-';

function uidOf(component: Component, start: string): string {
  const uid = textOf(component, 'UID');
  return uid.trim() !== ''
    ? uid
    : `${NO_UID}${hash(`${start}\n${textOf(component, 'SUMMARY')}\n${textOf(component, 'LOCATION')}`)}`;
}

/** Reads one event; null (and a problem) where it has no start that could be read. */
export function readEvent(component: Component, setting: CalendarSetting): EventRecord | null {
  const startProperty = firstOf(component, 'DTSTART');
  const instanceProperty = firstOf(component, 'RECURRENCE-ID');
  const uid = uidOf(component, startProperty?.value ?? '');
  const report = (detail: string, line: number): void =>
    setting.report({ code: 'invalid-item', detail: detail.slice(0, 300), item: uid, line });

  const instance = (instanceProperty && momentOf(instanceProperty, setting)) ?? undefined;
  if (instanceProperty && !instance) {
    report(`RECURRENCE-ID is no time: ${instanceProperty.value.slice(0, 40)}`, instanceProperty.line);
  }
  const start = startProperty ? startOf(startProperty, setting) : instance;
  if (!start) {
    if (startProperty) report(`DTSTART is no time: ${startProperty.value.slice(0, 40)}`, startProperty.line);
    else report('an event without DTSTART', component.line);
    return null;
  }
  const range = instanceProperty && paramOf(instanceProperty, 'RANGE')?.toUpperCase();
  const sequence = Number.parseInt(firstOf(component, 'SEQUENCE')?.value ?? '0', 10);
  return {
    component,
    uid,
    sequence: Number.isFinite(sequence) ? sequence : 0,
    start,
    length: lengthOf(component, start, setting, report),
    instance,
    andFuture: range === 'THISANDFUTURE',
    setting,
  };
}

type Report = (detail: string, line: number) => void;

function lengthOf(component: Component, start: Moment, setting: CalendarSetting, report: Report): Length {
  const standard: Length = { wall: start.allDay ? DAY_MS : 0, exact: 0 };
  const endProperty = firstOf(component, 'DTEND');
  const durationProperty = firstOf(component, 'DURATION');
  if (endProperty) {
    const end = momentOf(endProperty, setting);
    if (end) {
      const length = lengthBetween(start, end);
      if (length.wall + length.exact >= 0) return start.allDay && length.wall === 0 ? standard : length;
      report('DTEND lies before DTSTART', endProperty.line);
      return standard;
    }
    report(`DTEND is no time: ${endProperty.value.slice(0, 40)}`, endProperty.line);
  }
  if (!durationProperty) return standard;
  const duration = parseDuration(durationProperty.value);
  if (!duration?.strict) report(`DURATION cannot be ${durationProperty.value.slice(0, 40)}`, durationProperty.line);
  if (!duration) return standard;
  const { days, time } = duration;
  if (start.allDay) return { wall: Math.max(1, days + Math.ceil(time / DAY_MS)) * DAY_MS, exact: 0 };
  return { wall: days * DAY_MS, exact: time };
}

/**
 * Length from start to end. In one zone it is that of the wall clock, so that a night shift ends at the same hour in the
 * night of the change too, as all large calendars do; between two zones it is real time.
 */
function lengthBetween(start: Moment, end: Moment): Length {
  if (start.allDay) {
    const endDay = dayFloor(end.wall);
    return { wall: (end.wall > endDay ? endDay + DAY_MS : endDay) - start.wall, exact: 0 };
  }
  if (end.allDay || end.zone === start.zone) return { wall: end.wall - start.wall, exact: 0 };
  return { wall: 0, exact: instantOf(end.zone, end.wall) - instantOf(start.zone, start.wall) };
}

/** Dates that a series may name one by one: 68 years of days. */
export const MAX_DATES = 25_000;

/**
 * Values of a property that may be named several times and hold lists, each with the property it stands in; the first
 * `MAX_DATES` of them.
 */
export function* listed(component: Component, name: string): Generator<readonly [Property, string]> {
  let left = MAX_DATES;
  for (const property of allOf(component, name)) {
    for (const text of property.value.split(',', left)) {
      if (text.trim() !== '') yield [property, text.trim()];
      left--;
    }
    if (left <= 0) return;
  }
}
