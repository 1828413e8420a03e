import type { CalendarEvent, EventStatus, Place, Session } from './calendar-event.ts';
import { htmlToText } from './html-text.ts';
import { addDays, isPlainDate } from './plain-date.ts';
import { scriptJson } from './script-json.ts';

/** What JSON can say. */
type Json = string | number | boolean | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export interface JsonLdOptions {
  /** Language of topics and texts; an event's own `lang` goes before. */
  readonly language: 'de' | 'en';
  /** Address under which a reader finds the event on this page, for events without a page of their own. */
  readonly link?: (event: CalendarEvent) => string | undefined;
}

/** schema.org EventStatusType; it has no word for what is not certain yet. */
const STATUS: Readonly<Record<EventStatus, string>> = {
  scheduled: 'EventScheduled',
  tentative: 'EventScheduled',
  cancelled: 'EventCancelled',
  postponed: 'EventPostponed',
  'moved-online': 'EventMovedOnline',
};

const LEARNING = new Set(['workshop', 'impulse', 'learning-circle']);
/** As long as search engines show anything of it. */
const MAX_DESCRIPTION = 1000;

const schema = (word: string): string => `https://schema.org/${word}`;

/** May be read by everybody: sources without a word on it are public themselves. */
const isPublic = ({ visibility }: CalendarEvent): boolean => visibility === undefined || visibility === 'public';

/** The last day in place of the day after: schema.org ends with the day it names. */
const endOf = (end: string): string => (isPlainDate(end) ? addDays(end, -1) : end);

function placeOf({ name, address, lat, lon }: Place): JsonObject {
  const geo = lat !== undefined && lon !== undefined;
  return {
    '@type': 'Place',
    name,
    address: address ?? name,
    geo: geo ? { '@type': 'GeoCoordinates', latitude: lat, longitude: lon } : undefined,
  };
}

const roomOf = (room: string): JsonObject => ({ '@type': 'Place', name: room, address: room });

/** Where it is: on site, online, or both; online without an address of its own it is found where the event is. */
function locationOf({ place, onlineUrl, attendance, registration }: CalendarEvent, url: string | undefined): Json[] {
  const online =
    onlineUrl ?? (attendance === 'online' || attendance === 'hybrid' ? (registration?.url ?? url) : undefined);
  return [
    ...(place && attendance !== 'online' ? [placeOf(place)] : []),
    ...(online ? [{ '@type': 'VirtualLocation', url: online }] : []),
  ];
}

function modeOf({ attendance, place, onlineUrl, status }: CalendarEvent): string {
  if (status === 'moved-online' || attendance === 'online') return 'OnlineEventAttendanceMode';
  if (attendance === 'hybrid' || (!attendance && place && onlineUrl)) return 'MixedEventAttendanceMode';
  return !attendance && !place && onlineUrl ? 'OnlineEventAttendanceMode' : 'OfflineEventAttendanceMode';
}

/** A place in the event, as far as registration is asked for; what it costs nobody has told. */
function offerOf({ registration, can }: CalendarEvent, url: string | undefined): JsonObject | undefined {
  if (!registration || registration.mode === 'none') return undefined;
  const { capacity, registered, opensAt, closesAt } = registration;
  const full = capacity !== undefined && registered !== undefined && registered >= capacity;
  return {
    '@type': 'Offer',
    url: registration.url ?? url,
    availability: full ? schema('SoldOut') : can?.length === 0 ? undefined : schema('InStock'),
    validFrom: opensAt,
    validThrough: closesAt,
  };
}

/** A session without the names of its hosts: being on a page is not being in an index of persons. */
function subEvent({ title, start, end, room, abstract }: Session): JsonObject {
  return {
    '@type': 'Event',
    name: title,
    startDate: start,
    endDate: end,
    location: room ? roomOf(room) : undefined,
    description: abstract?.slice(0, MAX_DESCRIPTION),
  };
}

/** One event as schema.org Event, for programs that read pages. */
export function eventJsonLd(event: CalendarEvent, { language, link }: JsonLdOptions): JsonObject {
  const { kind, status = 'scheduled', recurrenceId, organiser, registration, topics, sessions } = event;
  const url = event.url ?? link?.(event);
  const text = event.summary ?? htmlToText(event.description ?? '');
  const moved = event.changed && recurrenceId !== undefined && recurrenceId !== event.start && status === 'scheduled';
  const location = locationOf(event, url);
  const planned = sessions?.filter(({ state, start }) => state === 'scheduled' && start);
  const capacity = registration?.capacity;
  return {
    '@context': 'https://schema.org',
    '@type': kind && LEARNING.has(kind) ? 'EducationEvent' : 'Event',
    identifier: recurrenceId ? `${event.uid}#${recurrenceId}` : event.uid,
    name: event.title,
    startDate: event.start,
    endDate: endOf(event.end),
    previousStartDate: moved ? recurrenceId : undefined,
    eventStatus: schema(moved ? 'EventRescheduled' : STATUS[status]),
    eventAttendanceMode: schema(modeOf(event)),
    location: location.length > 1 ? location : location[0],
    description: text ? text.slice(0, MAX_DESCRIPTION) : undefined,
    image: event.image?.url,
    url,
    inLanguage: event.lang ?? language,
    keywords: topics?.length ? topics.map(({ id, label }) => label[language] ?? label.de ?? id).join(', ') : undefined,
    organizer: organiser && { '@type': 'Organization', name: organiser.name, url: organiser.url },
    offers: offerOf(event, url),
    maximumAttendeeCapacity: capacity,
    remainingAttendeeCapacity:
      capacity !== undefined && registration?.registered !== undefined
        ? Math.max(0, capacity - registration.registered)
        : undefined,
    superEvent: recurrenceId ? { '@type': 'EventSeries', identifier: event.uid, name: event.title } : undefined,
    subEvent: planned?.length ? planned.map(subEvent) : undefined,
  };
}

/**
 * The text of a data block (`application/ld+json`) for the first so many events that everybody may see; '' where there
 * are none. Nothing in it can end the `<script>` around it.
 */
export function eventsJsonLd(events: readonly CalendarEvent[], options: JsonLdOptions, most = 50): string {
  const shown = events.filter(isPublic).slice(0, most);
  return shown.length ? scriptJson(shown.map((event) => eventJsonLd(event, options))) : '';
}
