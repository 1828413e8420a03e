import {
  EVENT_KINDS,
  EVENT_STATUSES,
  type CalendarEvent,
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

type Reader<T> = (value: unknown, options: ReadOptions) => T | undefined;
/** How each field of an object is read; what is not here does not get in. */
type Fields<T> = { readonly [K in keyof T]-?: Reader<NonNullable<T[K]>> };
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const UTC_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const PLAIN_ADDRESS = /^https?:\/\/[\w.-]+\/[\w./?=&%~+-]*$/;
const LOCAL_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;
/** RFC 3339, also without offset; nothing that a browser would guess at. */
const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * An event in the names of the model, as a static file or a hub sends it. Fields of a wrong type are left out; times get
 * the one form that `CalendarEvent` promises.
 * @throws {TypeError} when uid, title or times are not there or make no sense
 */
export function readEvent(raw: Raw, options: ReadOptions): CalendarEvent {
  const title = text(raw.title, options);
  const uid = text(raw.uid, options) ?? text(raw.id, options);
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
  readFields(raw, EVENT, options, event);
  // A series must keep its hour when the clocks change, so the zone that its times were read in is part of it.
  if (!allDay && (LOCAL_SECONDS.test(raw.start) || !TIME.exec(raw.start)?.[2])) event.timeZone ??= options.timeZone;
  return event;
}

/** A time in the model's form: an instant in UTC, or with `allDay` a plain date; undefined when it is neither. */
export function readTime(value: string, allDay: boolean, timeZone: string): string | undefined {
  if (allDay) {
    const date = value.slice(0, 10);
    return isPlainDate(date) ? date : undefined;
  }
  if (UTC_SECONDS.test(value)) return Number.isNaN(Date.parse(value)) ? undefined : value;
  if (LOCAL_SECONDS.test(value)) return localTime(value, timeZone);
  const [, local, offset] = TIME.exec(value) ?? [];
  if (!local) return undefined;
  return offset ? instantText(Date.parse(value)) : localTime(local, timeZone);
}

const instantText = (ms: number): string | undefined => (Number.isNaN(ms) ? undefined : toInstantString(ms));

/** Instants of the local times met last, of one zone: events tend to begin at the same full hours of the same days. */
const localTimes = new Map<string, string | undefined>();
const MAX_LOCAL_TIMES = 5000;
let localZone = '';

function localTime(local: string, timeZone: string): string | undefined {
  if (timeZone !== localZone || localTimes.size > MAX_LOCAL_TIMES) localTimes.clear();
  localZone = timeZone;
  let instant = localTimes.get(local);
  if (instant === undefined) {
    instant = instantText(fromWallTime(timeZone, Date.parse(`${local}Z`)));
    localTimes.set(local, instant);
  }
  return instant;
}

const text: Reader<string> = (value) => (typeof value === 'string' && value ? value : undefined);
const number: Reader<number> = (value) => (Number.isFinite(value) ? (value as number) : undefined);
const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

const oneOf =
  <T extends string>(...values: readonly T[]): Reader<T> =>
  (value) =>
    values.includes(value as T) ? (value as T) : undefined;

const list =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value, options) =>
    value instanceof Array ? value.flatMap((item) => read(item, options) ?? []) : undefined;

/** An address that may stand behind a link: http or https, absolute. */
const address: Reader<string> = (value, { base }) => {
  if (typeof value !== 'string') return undefined;
  // Thousands of plain addresses pass without the price of a URL object.
  if (PLAIN_ADDRESS.test(value)) return value;
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
};

const time: Reader<string> = (value, { timeZone }) =>
  typeof value === 'string' ? readTime(value, false, timeZone) : undefined;

/**
 * An object of known fields. Without those in `required` it is nothing; a word in its place stands for the field `word`.
 */
const shape =
  <T extends object>(fields: Fields<T>, required: readonly (keyof T)[] = [], word?: keyof T & string): Reader<T> =>
  (value, options) => {
    const raw: Raw = typeof value === 'object' ? (value as Raw) : word ? { [word]: value } : {};
    const read = readFields(raw, fields, options, {}) as T;
    return required.every((key) => read[key] !== undefined) ? read : undefined;
  };

function readFields(raw: Raw, fields: object, options: ReadOptions, into: object): object {
  // Without a list of keys for each of thousands of events; what a page may have put into all objects is no field.
  for (const key in raw) {
    const value = raw[key];
    if (value == null || !Object.hasOwn(fields, key)) continue;
    const read = (fields as Record<string, Reader<unknown>>)[key]!(value, options);
    if (read !== undefined) (into as Record<string, unknown>)[key] = read;
  }
  return into;
}

const org = shape<OrgRef>({ id: text, name: text, url: address }, ['name'], 'name');
const image = shape<{ url: string; alt?: string }>(
  { url: address, alt: (value) => (typeof value === 'string' ? value : undefined) },
  ['url'],
  'url',
);
const placeShape = shape<Place>({ name: text, address: text, lat: number, lon: number }, ['name'], 'name');
const topicShape = shape<Topic>(
  { id: text, label: shape<{ de?: string; en?: string }>({ de: text, en: text }, [], 'de'), broader: text },
  ['id'],
  'id',
);
const person = shape<PersonRef>({ id: text, displayName: text, org, photo: image }, ['displayName'], 'displayName');

const EVENT: Fields<Omit<CalendarEvent, 'uid' | 'title' | 'start' | 'end' | 'allDay'>> = {
  recurrenceId: text,
  changed: flag,
  recurrence: shape<Recurrence>({ rule: text, added: list(text), removed: list(text), start: text }, [], 'rule'),
  timeZone: text,
  summary: text,
  description: text as Reader<UntrustedHtml>,
  kind: oneOf(...EVENT_KINDS),
  status: oneOf(...EVENT_STATUSES),
  attendance: oneOf('onsite', 'online', 'hybrid'),
  place: (value, options) => {
    const { name, address: street } = value as Partial<Place>;
    return placeShape(!name && street ? { ...(value as Place), name: street } : value, options);
  },
  onlineUrl: address,
  url: address,
  organiser: org,
  topics: list((value, options) => {
    const topic = topicShape(value, options);
    return topic && (topic.label?.de || topic.label?.en ? topic : { ...topic, label: { de: topic.id } });
  }),
  image,
  links: list(shape<{ url: string; label?: string }>({ url: address, label: text }, ['url'], 'url')),
  sessions: list(
    shape<Session>(
      {
        id: text,
        title: text,
        abstract: text,
        start: time,
        end: time,
        room: text,
        track: text,
        hosts: list(person),
        state: oneOf('proposed', 'scheduled', 'cancelled'),
        interested: number,
        me: shape<{ interested?: boolean }>({ interested: flag }),
        ideaId: text,
      },
      ['id', 'title', 'state'],
    ),
  ),
  registration: shape<RegistrationInfo>(
    {
      mode: oneOf('none', 'external', 'hub'),
      url: address,
      capacity: number,
      registered: number,
      waiting: number,
      opensAt: time,
      closesAt: time,
    },
    ['mode'],
  ),
  me: shape<{ registered?: boolean; waitingPosition?: number }>({ registered: flag, waitingPosition: number }),
  id: text,
  lang: text,
  visibility: oneOf<Visibility>('self', 'unit', 'organisation', 'network', 'public'),
  can: list(text),
  createdAt: text,
  updatedAt: text,
  source: shape<SourceRef>({ id: text, label: text, url: address }, ['id']),
};
