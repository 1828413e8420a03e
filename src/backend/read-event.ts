import {
  EVENT_KINDS,
  EVENT_STATUSES,
  type CalendarEvent,
  type EventAttendance,
  type EventKind,
  type EventStatus,
  type Place,
  type Recurrence,
  type RegistrationInfo,
  type Session,
} from '../model/calendar-event.ts';
import type { OrgRef, PersonRef, Topic, UntrustedHtml, Visibility } from '../model/common.ts';
import type { SourceRef } from '../model/page.ts';
import { addDays, isPlainDate } from '../model/plain-date.ts';
import { fromWallTime, toInstantString } from '../model/time-zone.ts';

/** JSON as it came: nothing is known of it yet. */
export type Raw = Readonly<Record<string, unknown>>;

export interface ReadOptions {
  /** IANA zone of times without offset. */
  readonly timeZone: string;
  /** Address of the document; relative links start from it. */
  readonly base?: string;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const UTC_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const PLAIN_ADDRESS = /^https?:\/\/[\w.-]+\/[\w./?=&%~+-]*$/;
/** RFC 3339, also without offset; nothing that a browser would guess at. */
const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * An event in the names of the model, as a static file or a hub sends it. Fields of a wrong type are left out; times get
 * the one form that `CalendarEvent` promises.
 * @throws {TypeError} when uid, title or times are not there or make no sense
 */
export function readEvent(raw: Raw, options: ReadOptions): CalendarEvent {
  const title = text(raw.title);
  const uid = text(raw.uid) ?? text(raw.id);
  if (!uid) throw new TypeError('no uid');
  if (!title) throw new TypeError('no title');
  if (typeof raw.start !== 'string') throw new TypeError('no start');
  const allDay = raw.allDay === undefined ? isPlainDate(raw.start) : raw.allDay === true;
  const start = readTime(raw.start, allDay, options.timeZone);
  if (!start) throw new TypeError(`start "${raw.start.slice(0, 40)}" is no time`);
  let end = typeof raw.end === 'string' ? readTime(raw.end, allDay, options.timeZone) : undefined;
  if (end === undefined && raw.end != null) throw new TypeError('end is no time');
  end ??= allDay ? addDays(start, 1) : start;
  if (end < start || (allDay && end === start)) throw new TypeError('end is not after start');

  const event: Mutable<CalendarEvent> = { uid, title, start, end, allDay };
  for (const key of Object.keys(raw)) {
    const value = raw[key];
    const read = value == null ? undefined : readers.get(key)?.(value, options);
    if (read !== undefined) (event as Record<string, unknown>)[key] = read;
  }
  // A series must keep its hour when the clocks change, so the zone that its times were read in is part of it.
  if (!allDay && !raw.start.endsWith('Z') && !TIME.exec(raw.start)?.[2]) event.timeZone ??= options.timeZone;
  return event;
}

/** A time in the model's form: an instant in UTC, or with `allDay` a plain date; undefined when it is neither. */
export function readTime(value: string, allDay: boolean, timeZone: string): string | undefined {
  if (allDay) {
    const date = value.slice(0, 10);
    return isPlainDate(date) ? date : undefined;
  }
  if (UTC_SECONDS.test(value)) return Number.isNaN(Date.parse(value)) ? undefined : value;
  const [, local, offset] = TIME.exec(value) ?? [];
  if (!local) return undefined;
  const ms = offset ? Date.parse(value) : fromWallTime(timeZone, Date.parse(`${local}Z`));
  return Number.isNaN(ms) ? undefined : toInstantString(ms);
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

const object = (value: unknown): Raw | undefined =>
  typeof value === 'object' && value !== null && !(value instanceof Array) ? (value as Raw) : undefined;

const list = <T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] | undefined =>
  value instanceof Array ? value.flatMap((item) => read(item) ?? []) : undefined;

const oneOf = <T extends string>(values: readonly T[]) => {
  const known: ReadonlySet<unknown> = new Set(values);
  return (value: unknown): T | undefined => (known.has(value) ? (value as T) : undefined);
};

/** An address that may stand behind a link: http or https, absolute. */
function address(value: unknown, { base }: ReadOptions): string | undefined {
  if (typeof value !== 'string') return undefined;
  // Thousands of plain addresses pass without the price of a URL object.
  if (PLAIN_ADDRESS.test(value)) return value;
  if (!URL.canParse(value, base)) return undefined;
  const { protocol, href } = new URL(value, base);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

function org(value: unknown, options: ReadOptions): OrgRef | undefined {
  const raw = object(value) ?? { name: value };
  const name = text(raw.name);
  return name ? { id: text(raw.id), name, url: address(raw.url, options) } : undefined;
}

function image(value: unknown, options: ReadOptions): CalendarEvent['image'] {
  const raw = object(value) ?? { url: value };
  const url = address(raw.url, options);
  return url ? { url, alt: typeof raw.alt === 'string' ? raw.alt : undefined } : undefined;
}

function topic(value: unknown): Topic | undefined {
  if (typeof value === 'string') return value ? { id: value, label: { de: value } } : undefined;
  const raw = object(value);
  const id = text(raw?.id);
  if (!raw || !id) return undefined;
  const label = object(raw.label);
  const de = text(label?.de) ?? text(raw.label);
  const en = text(label?.en);
  return {
    id,
    label: de || en ? { ...(de ? { de } : {}), ...(en ? { en } : {}) } : { de: id },
    broader: text(raw.broader),
  };
}

function place(value: unknown): Place | undefined {
  const raw = object(value) ?? { name: value };
  const name = text(raw.name) ?? text(raw.address);
  return name ? { name, address: text(raw.address), lat: number(raw.lat), lon: number(raw.lon) } : undefined;
}

function person(value: unknown, options: ReadOptions): PersonRef | undefined {
  const raw = object(value) ?? { displayName: value };
  const displayName = text(raw.displayName);
  if (!displayName) return undefined;
  return {
    id: text(raw.id),
    displayName,
    org: raw.org ? org(raw.org, options) : undefined,
    photo: image(raw.photo, options),
  };
}

const sessionState = oneOf(['proposed', 'scheduled', 'cancelled'] as const);

function session(value: unknown, options: ReadOptions): Session | undefined {
  const raw = object(value);
  const id = text(raw?.id);
  const title = text(raw?.title);
  if (!raw || !id || !title) return undefined;
  const time = (at: unknown): string | undefined =>
    typeof at === 'string' ? readTime(at, false, options.timeZone) : undefined;
  return {
    id,
    title,
    abstract: text(raw.abstract),
    start: time(raw.start),
    end: time(raw.end),
    room: text(raw.room),
    track: text(raw.track),
    hosts: list(raw.hosts, (host) => person(host, options)),
    state: sessionState(raw.state) ?? 'scheduled',
    interested: number(raw.interested),
    me: object(raw.me) ? { interested: flag(object(raw.me)!.interested) } : undefined,
    ideaId: text(raw.ideaId),
  };
}

const registrationMode = oneOf<RegistrationInfo['mode']>(['none', 'external', 'hub']);

function registration(value: unknown, options: ReadOptions): RegistrationInfo | undefined {
  const raw = object(value);
  const mode = registrationMode(raw?.mode);
  if (!raw || !mode) return undefined;
  return {
    mode,
    url: address(raw.url, options),
    capacity: number(raw.capacity),
    registered: number(raw.registered),
    waiting: number(raw.waiting),
    opensAt: text(raw.opensAt),
    closesAt: text(raw.closesAt),
  };
}

function recurrence(value: unknown): Recurrence | undefined {
  const raw = object(value) ?? { rule: value };
  return {
    rule: text(raw.rule),
    added: list(raw.added, text),
    removed: list(raw.removed, text),
    start: text(raw.start),
  };
}

function source(value: unknown, options: ReadOptions): SourceRef | undefined {
  const raw = object(value);
  const id = text(raw?.id);
  return raw && id ? { id, label: text(raw.label), url: address(raw.url, options) } : undefined;
}

const me = (value: unknown): CalendarEvent['me'] => {
  const raw = object(value);
  return raw && { registered: flag(raw.registered), waitingPosition: number(raw.waitingPosition) };
};

/** How each optional field is read; what is not here does not get in. */
const READERS: {
  readonly [K in Exclude<keyof CalendarEvent, 'uid' | 'title' | 'start' | 'end' | 'allDay'>]-?: (
    value: unknown,
    options: ReadOptions,
  ) => CalendarEvent[K];
} = {
  recurrenceId: text,
  changed: flag,
  recurrence,
  timeZone: text,
  summary: text,
  description: (value) => text(value) as UntrustedHtml | undefined,
  kind: oneOf<EventKind>(EVENT_KINDS),
  status: oneOf<EventStatus>(EVENT_STATUSES),
  attendance: oneOf<EventAttendance>(['onsite', 'online', 'hybrid']),
  place,
  onlineUrl: address,
  url: address,
  organiser: org,
  topics: (value) => list(value, topic),
  image,
  links: (value, options) =>
    list(value, (item) => {
      const raw = object(item) ?? { url: item };
      const url = address(raw.url, options);
      return url ? { url, label: text(raw.label) } : undefined;
    }),
  sessions: (value, options) => list(value, (item) => session(item, options)),
  registration,
  me,
  id: text,
  lang: text,
  visibility: oneOf<Visibility>(['self', 'unit', 'organisation', 'network', 'public']),
  can: (value) => list(value, text),
  createdAt: text,
  updatedAt: text,
  source,
};

const readers: ReadonlyMap<string, (value: unknown, options: ReadOptions) => unknown> = new Map(
  Object.entries(READERS),
);
