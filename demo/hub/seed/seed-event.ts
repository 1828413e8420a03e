import { addDays, DAY_MS, startOfMonth, startOfWeek, toEpochDay, weekday } from '../../../src/model/plain-date.ts';
import { fromWallTime, plainDateAt, toInstantString } from '../../../src/model/time-zone.ts';
import type { Programme, Session } from '../../../src/model/calendar-event.ts';
import type { EventContent, EventOverride, EventSeries } from '../events/event-document.ts';
import type { NewStoredEvent } from '../events/event-store.ts';

/** A moment told by week (0 is the one that the hub is started in), ISO weekday and time on the clock. */
export interface SeedMoment {
  readonly week: number;
  readonly weekday: number;
  /** `HH:MM`; without it the whole day. */
  readonly at?: string;
}

/** A stretch of a camp. */
export interface SeedSlot {
  /** Day of the event, from 0. */
  readonly day: number;
  readonly at: string;
  readonly minutes: number;
}

/** A session of a camp; a proposal has neither day nor time. */
export interface SeedSession
  extends Pick<Session, 'title' | 'abstract' | 'room' | 'track' | 'state'>, Partial<SeedSlot> {
  readonly minutes: number;
  /** Keys of people of the demo; names of guests. */
  readonly hosts?: readonly string[];
  /** How many are interested. */
  readonly interested?: number;
}

/** One changed date of a series: the how-manieth, from 0. */
export interface SeedChange {
  readonly index: number;
  readonly days?: number;
  readonly at?: string;
  readonly minutes?: number;
  readonly content?: EventOverride['content'];
}

export interface SeedEvent extends Omit<EventContent, 'organiser' | 'sessions' | 'registration' | 'programme'> {
  /** Names the event for ever, in its id and in links to it. */
  readonly key: string;
  readonly org: string;
  readonly when: SeedMoment | 'today';
  /** Length of a timed event. */
  readonly minutes?: number;
  /** Length of an all-day event. */
  readonly days?: number;
  /** Every so many weeks, that many times. */
  readonly weekly?: { readonly every: number; readonly times: number; readonly without?: readonly number[] };
  /** Every first, second … such weekday of a month, that many times; `when` says the month and the weekday. */
  readonly monthly?: { readonly nth: number; readonly times: number };
  readonly changes?: readonly SeedChange[];
  readonly sessions?: readonly SeedSession[];
  readonly programme?: Omit<Programme, 'slots'> & { readonly slots?: readonly SeedSlot[] };
  /** `registered` and `waiting` are people who have registered (see `seed-meetings`). */
  readonly registration?: Omit<NonNullable<EventContent['registration']>, 'opensAt' | 'closesAt'> & {
    /** How many days before the event registration closes. */
    readonly closesDaysBefore?: number;
  };
}

const ZONE = 'Europe/Berlin';
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Monday of the week that counts as this one. At a weekend it is the coming week: its days are still ahead. */
export const seedMonday = (now: number): string => startOfWeek(addDays(plainDateAt(ZONE, now), 2));

/** The n-th such weekday of the month that a day is in. */
export function nthWeekday(day: string, nth: number, isoWeekday: number): string {
  const first = startOfMonth(day);
  return addDays(first, ((isoWeekday - weekday(first) + 7) % 7) + (nth - 1) * 7);
}

function dayOf(now: number, { when, monthly }: SeedEvent): string {
  if (when === 'today') return plainDateAt(ZONE, now);
  const monday = seedMonday(now);
  const day = addDays(monday, when.week * 7 + when.weekday - 1);
  return monthly ? nthWeekday(day, monthly.nth, when.weekday) : day;
}

const wall = (day: string, at: string): number =>
  toEpochDay(day) * DAY_MS + (Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5))) * 60_000;

const instant = (day: string, at: string, minutes = 0): string =>
  toInstantString(fromWallTime(ZONE, wall(day, at)) + minutes * 60_000);

/** When a session of a seed event is; undefined for a proposal. */
export function seedSpan(
  event: SeedEvent,
  { day, at, minutes }: Partial<SeedSlot>,
  now: number,
): { readonly start: string; readonly end: string } | undefined {
  if (day === undefined || at === undefined) return undefined;
  const date = addDays(dayOf(now, event), day);
  return { start: instant(date, at), end: instant(date, at, minutes) };
}

function seriesOf(event: SeedEvent, day: string): EventSeries | null {
  const { weekly, monthly, when } = event;
  if (when === 'today') return null;
  if (monthly) return { rule: `FREQ=MONTHLY;BYDAY=${monthly.nth}${DAYS[when.weekday - 1]};COUNT=${monthly.times}` };
  if (!weekly) return null;
  const removed = (weekly.without ?? []).map((index) => {
    const date = addDays(day, index * weekly.every * 7);
    return when.at ? instant(date, when.at) : date;
  });
  const every = weekly.every > 1 ? `;INTERVAL=${weekly.every}` : '';
  return { rule: `FREQ=WEEKLY${every};COUNT=${weekly.times}`, ...(removed.length > 0 && { removed }) };
}

function overridesOf(event: SeedEvent, day: string): EventOverride[] {
  const { weekly, when, changes = [], minutes = 60 } = event;
  if (when === 'today') return [];
  return changes.map(({ index, days = 0, at = when.at ?? '00:00', minutes: own, content = {} }) => {
    const planned = addDays(day, index * (weekly?.every ?? 1) * 7);
    const date = addDays(planned, days);
    const moved = days !== 0 || at !== when.at || own !== undefined;
    return {
      recurrenceId: instant(planned, when.at ?? '00:00'),
      ...(moved && { start: instant(date, at), end: instant(date, at, own ?? minutes) }),
      content,
    };
  });
}

/**
 * A seed event as a row, placed around `now` (epoch ms).
 * @param createdBy id of the person who made it, where there is one
 */
export function seedRow(event: SeedEvent, now: number, createdBy: string | null = null): NewStoredEvent {
  const day = dayOf(now, event);
  const {
    key,
    org,
    when,
    minutes = 60,
    days = 1,
    weekly: _weekly,
    monthly: _monthly,
    changes: _changes,
    registration,
    sessions: _sessions,
    programme,
    ...content
  } = event;
  const at = when === 'today' ? undefined : when.at;
  const allDay = at === undefined;
  const { closesDaysBefore, registered: _registered, waiting: _waiting, ...mode } = registration ?? { mode: 'none' };
  const slots = programme?.slots?.flatMap((slot) => seedSpan(event, slot, now) ?? []);
  return {
    id: `demo-${key}`,
    sourceId: null,
    uid: `demo-${key}`,
    visibility: 'public',
    orgId: org,
    unit: null,
    createdBy,
    document: {
      ...(content as EventContent),
      organiser: { id: org, name: org },
      ...(programme && { programme: { ...programme, slots: slots ?? [] } }),
      registration: {
        ...mode,
        ...(closesDaysBefore !== undefined && { closesAt: instant(addDays(day, -closesDaysBefore), '18:00') }),
      },
      start: allDay ? day : instant(day, at),
      end: allDay ? addDays(day, days) : instant(day, at, minutes),
      allDay,
      ...(!allDay && { timeZone: ZONE }),
      lang: 'de',
    },
    series: seriesOf(event, day),
    overrides: overridesOf(event, day),
  };
}
