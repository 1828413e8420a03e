import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { untrustedHtml } from '../../../model/common.ts';
import { addDays, isPlainDate } from '../../../model/plain-date.ts';
import { isTimeZone } from '../../../model/time-zone.ts';
import { kindOfWords, saysOnline } from '../../event-words.ts';
import { foreignTime } from '../../foreign-time.ts';
import { plainText, summaryOf } from '../../foreign-text.ts';
import { readEvent } from '../../read-event.ts';
import type { Raw } from '../../read-shape.ts';
import { EVENT_META, type EventField } from './wordpress-event-schema.ts';
import type { WordpressNames } from './wordpress-mapping.ts';
import { asList, asObject, hasValue, termsOf, toTopic } from './wordpress-values.ts';
import type { WpMedia, WpPost } from './wordpress-schema.ts';

/** Names of fields that the address of the source gives; several parted by commas stand together (day, hour). */
export type FieldNames = Readonly<Partial<Record<EventField, string>>>;

export interface WordpressEventOptions extends WordpressNames {
  readonly fields: FieldNames;
  /** Zone of the site, for times without offset. */
  readonly timeZone: string;
}

/** A field by its path: `termin.beginn` is one in a group. */
function valueAt(fields: Raw, path: string): unknown {
  let value: unknown = fields;
  for (const key of path.split('.')) value = Object.hasOwn(asObject(value), key) ? asObject(value)[key] : undefined;
  // Fields that are no single ones come as lists of one.
  return value instanceof Array && value.length === 1 ? value[0] : value;
}

/** Reads the fields of a post by the names that were given for them, or that are usual. */
export function fieldReader(post: WpPost, given: FieldNames): (name: EventField) => unknown {
  // Fields of plugins stand beside those of WordPress, registered ones in `meta`, those of ACF in `acf`.
  const fields = { ...asObject(post), ...asObject(post.acf), ...asObject(post.meta) };
  return (name) => {
    const named = given[name]?.split(',').map((path) => valueAt(fields, path.trim()));
    if (named) return named.length > 1 ? named.filter(hasValue).join(' ') : named[0];
    return EVENT_META[name].map((key) => valueAt(fields, key)).find(hasValue);
  };
}

/** Yes, as fields say it. */
const isYes = (value: unknown): boolean =>
  value === true || value === 1 || (typeof value === 'string' && /^(1|true|yes|ja|on)$/i.test(value));

const text = (value: unknown): string | undefined =>
  plainText(typeof value === 'number' ? String(value) : value) || undefined;

function imageOf(value: unknown): Raw | undefined {
  const { source_url, alt_text } = asObject(value) as WpMedia;
  return source_url ? { url: source_url, alt: text(alt_text) } : undefined;
}

/** @throws {TypeError} when there is no number, no title or no time that can be read */
export function toPostEvent(post: WpPost, { prefix, base, fields, timeZone }: WordpressEventOptions): CalendarEvent {
  if (!Number.isSafeInteger(post.id)) throw new TypeError('no id');
  const field = fieldReader(post, fields);
  const start = foreignTime(field('start'));
  if (!start)
    throw new TypeError(`start ${(JSON.stringify(field('start')) ?? 'is not there,').slice(0, 40)} is no time`);
  const allDay = isPlainDate(start) || isYes(field('allDay'));
  const end = foreignTime(field('end'));
  const zone = text(field('zone'));
  const known = zone && isTimeZone(zone) ? zone : timeZone;
  const terms = termsOf(post);
  const place = text(field('place'));
  const online = place !== undefined && saysOnline(place);
  const organiser = text(field('organiser'));
  const registration = text(field('registration'));
  const rule = text(field('rule'));
  const id = `${prefix}${String(post.id)}`;
  return readEvent(
    {
      id,
      uid: id,
      title: plainText(post.title?.rendered),
      start: allDay ? start.slice(0, 10) : start,
      // People write the last day; the model's end is the day after. A day in place of an hour says no end.
      end: allDay ? end && addDays(end.slice(0, 10), 1) : end && isPlainDate(end) ? undefined : end,
      allDay,
      ...(zone && known === zone && !allDay && { timeZone: zone }),
      ...(rule && { recurrence: { rule: rule.replace(/^RRULE:/i, '') } }),
      summary: summaryOf(text(post.excerpt?.rendered) ?? text(post.content?.rendered) ?? ''),
      description: typeof post.content?.rendered === 'string' ? untrustedHtml(post.content.rendered) : undefined,
      kind: text(field('kind')) ?? kindOfWords(terms.map(({ name }) => plainText(name))),
      status: text(field('status')),
      ...(place && !online && { place: { name: place, address: text(field('address')) } }),
      ...(online && { attendance: 'online' }),
      onlineUrl: text(field('online')),
      url: post.link,
      ...(organiser && { organiser: { name: organiser } }),
      ...(registration && { registration: { mode: 'external', url: registration } }),
      topics: terms.flatMap((term) => (term.taxonomy === 'post_tag' ? [] : (toTopic(term) ?? []))),
      image: imageOf(asList(post._embedded?.['wp:featuredmedia'])[0]),
      updatedAt: typeof post.modified_gmt === 'string' ? `${post.modified_gmt}Z` : undefined,
    },
    { timeZone: known, base },
  );
}
