import {
  EVENT_KINDS,
  EVENT_STATUSES,
  type CalendarEvent,
  type Place,
  type Recurrence,
  type RegistrationInfo,
} from '../model/calendar-event.ts';
import type { UntrustedHtml } from '../model/common.ts';
import { addDays, isPlainDate } from '../model/plain-date.ts';
import {
  address,
  flag,
  image,
  list,
  number,
  oneOf,
  org,
  readFields,
  shape,
  sourceRef,
  text,
  topic,
  visibility,
  type Fields,
  type Mutable,
  type Raw,
  type ReadOptions,
  type Reader,
} from './read-shape.ts';
import { hasOffset, readTime, time } from './read-time.ts';

/** What events have that people shape together: `readMeeting` reads it. */
export type MeetingField = 'sessions' | 'programme' | 'circle' | 'me';

/**
 * An event in the names of the model, as a static file or a hub sends it. Fields of a wrong type are left out; times get
 * the one form that `CalendarEvent` promises. What only some events have, `readMeeting` reads besides.
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
  if (!allDay && !hasOffset(raw.start)) event.timeZone ??= options.timeZone;
  return event;
}

const placeShape = shape<Place>({ name: text, address: text, lat: number, lon: number }, ['name'], 'name');

const EVENT: Fields<Omit<CalendarEvent, 'uid' | 'title' | 'start' | 'end' | 'allDay' | MeetingField>> = {
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
  topics: list(topic),
  image,
  links: list(shape<{ url: string; label?: string }>({ url: address, label: text }, ['url'], 'url')),
  registration: shape<RegistrationInfo>(
    {
      mode: oneOf('none', 'external', 'hub'),
      url: address,
      scope: oneOf('date', 'series'),
      capacity: number,
      registered: number,
      waiting: number,
      opensAt: time,
      closesAt: time,
    },
    ['mode'],
  ),
  etag: text,
  id: text,
  lang: text,
  visibility,
  can: list(text),
  createdAt: text,
  updatedAt: text,
  source: sourceRef,
};
