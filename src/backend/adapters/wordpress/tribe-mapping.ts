import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { untrustedHtml } from '../../../model/common.ts';
import { addDays, isPlainDate } from '../../../model/plain-date.ts';
import { isTimeZone } from '../../../model/time-zone.ts';
import { kindOfWords, saysOnline } from '../../event-words.ts';
import { foreignTime } from '../../foreign-time.ts';
import { plainText, summaryOf } from '../../foreign-text.ts';
import { readEvent } from '../../read-event.ts';
import type { Raw, ReadOptions } from '../../read-shape.ts';
import type { TribeEvent, TribeTerm, TribeVenue } from './wordpress-event-schema.ts';
import { asList, asObject, toTopic } from './wordpress-values.ts';

/** Our names of what the add-on for the status of events says. */
const STATUS: Readonly<Record<string, string>> = {
  canceled: 'cancelled',
  cancelled: 'cancelled',
  postponed: 'postponed',
};

/** `false` and empty texts stand where there is nothing. */
const word = (value: unknown): string | undefined => plainText(value) || undefined;

function placeOf(value: unknown): Raw | undefined {
  const { venue, address, zip, city, geo_lat, geo_lng } = asObject(value) as TribeVenue;
  const street = [word(address), [word(zip), word(city)].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const name = word(venue) ?? street;
  if (!name) return undefined;
  const [lat, lon] = [Number(geo_lat), Number(geo_lng)];
  return {
    name,
    ...(street && street !== name && { address: street }),
    ...(lat && lon && { lat, lon }),
  };
}

/** Day, or the time in UTC; where that is not told, the wall time. */
function timeOf(wall: unknown, utc: unknown, allDay: boolean): string | undefined {
  const local = foreignTime(wall);
  if (allDay) return local?.slice(0, 10);
  const instant = foreignTime(utc);
  return instant && !isPlainDate(instant) ? `${instant.replace(/Z$/, '')}Z` : local;
}

/** @throws {TypeError} when there is no id, title or time that can be read */
export function toTribeEvent(raw: TribeEvent, prefix: string, options: ReadOptions): CalendarEvent {
  if (typeof raw.id !== 'number' && typeof raw.id !== 'string') throw new TypeError('no id');
  const zone = typeof raw.timezone === 'string' && isTimeZone(raw.timezone) ? raw.timezone : undefined;
  const allDay = raw.all_day === true || raw.all_day === '1' || raw.all_day === 'yes';
  const start = timeOf(raw.start_date, raw.utc_start_date, allDay);
  const last = timeOf(raw.end_date, raw.utc_end_date, allDay);
  const terms = asList(raw.categories) as readonly TribeTerm[];
  const tags = asList(raw.tags) as readonly TribeTerm[];
  const names = [...terms, ...tags].flatMap(({ name }) => word(name) ?? []);
  const organisers = asList(raw.organizer instanceof Array ? raw.organizer : [raw.organizer]);
  const organiser = organisers
    .map((each) => each as { organizer?: unknown; website?: unknown })
    .find((each) => word(each.organizer));
  const place = placeOf(raw.venue);
  const online = raw.is_virtual === true || (place && saysOnline(place.name as string));
  const image = asObject(raw.image);
  return readEvent(
    {
      id: `${prefix}${raw.id}`,
      uid: `${prefix}${raw.id}`,
      title: plainText(raw.title),
      start,
      // A day that is not over yet: the exclusive end is the day after.
      end: allDay && last ? addDays(last, 1) : last,
      allDay,
      timeZone: allDay ? undefined : zone,
      summary: summaryOf(plainText(raw.excerpt) || plainText(raw.description)),
      description: typeof raw.description === 'string' ? untrustedHtml(raw.description) : undefined,
      kind: kindOfWords(names),
      status: STATUS[String(raw.event_status).toLowerCase()],
      place: online && place && saysOnline(place.name as string) ? undefined : place,
      attendance: online
        ? place && !saysOnline(place.name as string)
          ? 'hybrid'
          : 'online'
        : place
          ? 'onsite'
          : undefined,
      onlineUrl: raw.virtual_url,
      url: raw.url,
      links: raw.website ? [{ url: raw.website }] : undefined,
      organiser: organiser && { name: word(organiser.organizer), url: organiser.website || undefined },
      topics: terms.flatMap((term) => toTopic(term) ?? []),
      image: image.url ? { url: image.url, alt: word(image.alt) } : undefined,
      createdAt: instantOf(raw.date_utc),
      updatedAt: instantOf(raw.modified_utc),
    },
    zone ? { ...options, timeZone: zone } : options,
  );
}

const instantOf = (value: unknown): string | undefined => {
  const time = foreignTime(value);
  return time && !isPlainDate(time) ? `${time.replace(/Z$/, '')}Z` : undefined;
};
