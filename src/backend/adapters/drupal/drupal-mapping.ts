import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { untrustedHtml } from '../../../model/common.ts';
import { addDays, isPlainDate } from '../../../model/plain-date.ts';
import { isTimeZone, toWallTime } from '../../../model/time-zone.ts';
import { kindOfWords, saysOnline } from '../../event-words.ts';
import { foreignTime } from '../../foreign-time.ts';
import { plainText, summaryOf } from '../../foreign-text.ts';
import { readEvent } from '../../read-event.ts';
import type { Raw } from '../../read-shape.ts';
import { FIELD_WORDS, type DateForm, type DrupalFields, type DrupalResource } from './drupal-schema.ts';

/** What came along with a list, by type and id. */
export type Included = ReadonlyMap<string, DrupalResource>;

export interface DrupalOptions {
  readonly prefix: string;
  /** Address of the site, with a slash at the end. */
  readonly base: string;
  readonly timeZone: string;
  readonly fields: DrupalFields;
}

export const asObject = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !(value instanceof Array) ? (value as Raw) : {};

/** One value or several, as a list. */
export const asList = (value: unknown): readonly unknown[] =>
  value instanceof Array ? (value as readonly unknown[]) : value === undefined || value === null ? [] : [value];

export const keyOf = (value: unknown): string => {
  const { type, id } = asObject(value);
  return typeof type === 'string' && typeof id === 'string' ? `${type} ${id}` : '';
};

/** The next page as the list itself names it, on the same server. */
export function nextOf(answer: Readonly<Record<string, unknown>>, base: string): string | undefined {
  const link = asObject(answer.links).next;
  const href = typeof link === 'string' ? link : asObject(link).href;
  if (typeof href !== 'string' || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  const own = new URL(base);
  // Behind a proxy sites tend to write http for themselves.
  if (url.host !== own.host) return undefined;
  url.protocol = own.protocol;
  return url.href;
}

export const text = (value: unknown): string | undefined => plainText(value) || undefined;

/** The address of a link field, or a text that is one; Drupal writes its own pages as `internal:/anmeldung`. */
function addressOf(value: unknown): string | undefined {
  const [first] = asList(value);
  const address =
    typeof first === 'string' ? first : (asObject(first).full_url ?? asObject(first).url ?? asObject(first).uri);
  return typeof address === 'string' ? address.replace(/^(?:internal|base):/, '').replace(/^entity:/, '/') : undefined;
}

/** A field of dates, told from the others by its name and by what is in it. */
export function findFields(items: readonly DrupalResource[], given: DrupalFields): DrupalFields {
  const samples = new Map<string, unknown>();
  for (const { attributes, relationships } of items) {
    for (const [name, value] of Object.entries({ ...asObject(relationships), ...asObject(attributes) }))
      if (value !== null && value !== undefined && !samples.has(name)) samples.set(name, value);
  }
  const isRange = (value: unknown): boolean => 'end_value' in asObject(asList(value)[0]);
  const isTime = (value: unknown): boolean =>
    isRange(value) || foreignTime(typeof value === 'string' ? value : asObject(asList(value)[0]).value) !== undefined;
  const names = [...samples.keys()].filter((name) => !/^(?:created|changed|revision_|publish)/.test(name));
  const timed = names.filter((name) => isTime(samples.get(name)));
  const named = (field: keyof DrupalFields, among: readonly string[]): string | undefined =>
    given[field] ?? among.find((name) => FIELD_WORDS[field].test(name));
  const start =
    given.start ??
    timed.find((name) => isRange(samples.get(name)) && FIELD_WORDS.start.test(name)) ??
    timed.find((name) => isRange(samples.get(name))) ??
    timed.find((name) => FIELD_WORDS.start.test(name));
  const rest = names.filter((name) => name !== start);
  const found = {
    start,
    end: named(
      'end',
      timed.filter((name) => name !== start),
    ),
    place: named('place', rest),
    organiser: named('organiser', rest),
    registration: named('registration', rest),
    online: named('online', rest),
  };
  return Object.fromEntries(Object.entries(found).filter(([, name]) => name));
}

/** How the dates of a field are kept: smart_date counts seconds, the others are texts in UTC. */
export function formOf(items: readonly DrupalResource[], { start }: DrupalFields): DateForm {
  const sample = items
    .map(({ attributes }) => asObject(attributes)[start ?? ''])
    .find((value) => value !== null && value !== undefined);
  const first = asObject(asList(sample)[0]);
  return 'duration' in first || 'rrule' in first ? 'epoch-range' : 'end_value' in first ? 'range' : 'text';
}

interface Times {
  readonly start: string;
  readonly end?: string;
  readonly allDay: boolean;
  readonly timeZone?: string;
}

const midnight = (instant: string, zone: string, seconds: number): boolean => {
  const day = 86_400_000;
  return (((toWallTime(zone, Date.parse(instant)) + seconds * 1000) % day) + day) % day === 0;
};

/** Begin and end of one value of a field of dates. */
function timesOf(value: unknown, end: unknown, zone: string): Times | undefined {
  const range = asObject(value);
  const start = foreignTime('value' in range ? range.value : value);
  if (!start) return undefined;
  const given = foreignTime(range.end_value ?? asObject(asList(end)[0]).value ?? asList(end)[0]);
  if (isPlainDate(start)) return { start, end: given && addDays(given.slice(0, 10), 1), allDay: true };
  const named = typeof range.timezone === 'string' && isTimeZone(range.timezone) ? range.timezone : undefined;
  const last = given && isPlainDate(given) ? undefined : given;
  // Whole days are kept as hours: from midnight to the last minute or second of a day where the site is.
  const place = named ?? zone;
  const isDay =
    /Z$|[+-]\d\d:?\d\d$/.test(start) &&
    last !== undefined &&
    midnight(start, place, 0) &&
    (midnight(last, place, 60) || midnight(last, place, 1));
  if (isDay) {
    const dayOf = (instant: string): string =>
      new Date(toWallTime(place, Date.parse(instant))).toISOString().slice(0, 10);
    return { start: dayOf(start), end: addDays(dayOf(last), 1), allDay: true };
  }
  return { start, ...(last && { end: last }), allDay: false, ...(named && { timeZone: named }) };
}

/** What a relationship leads to, as far as it came along. */
export const related = (
  { relationships }: DrupalResource,
  name: string,
  included: Included,
): readonly DrupalResource[] =>
  asList(asObject(asObject(relationships)[name]).data).flatMap((each) => included.get(keyOf(each)) ?? []);

export const nameOf = ({ attributes }: DrupalResource): string | undefined =>
  text(asObject(attributes).name) ?? text(asObject(attributes).title);

/** A place: a text, an address of the module `address`, or what a relationship leads to. */
function placeOf(value: unknown, entities: readonly DrupalResource[]): Raw | undefined {
  const [first] = asList(value);
  const { organization, address_line1: street, postal_code: code, locality } = asObject(first);
  const address = [text(street), [text(code), text(locality)].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const entity = entities[0];
  const name =
    typeof first === 'string'
      ? text(first)
      : ((entity && nameOf(entity)) ?? text(organization) ?? text(asObject(first).value) ?? address);
  if (!name) return undefined;
  return { name, ...(address && address !== name && { address }) };
}

/** References looked through for a picture: those of one field. */
const MAX_REFERENCES = 40;

/** The first picture among its files, or those of its media; media of media have none, and may lead in circles. */
export function imageOf(resource: DrupalResource, included: Included, ofMedia = false): Raw | undefined {
  for (const value of Object.values(asObject(resource.relationships))) {
    for (const each of asList(asObject(value).data).slice(0, MAX_REFERENCES)) {
      const type = asObject(each).type;
      const entity = included.get(keyOf(each));
      if (!entity) continue;
      if (type === 'file--file') {
        const url = asObject(asObject(entity.attributes).uri).url;
        if (typeof url === 'string' && /\.(?:avif|gif|jpe?g|png|webp)$/i.test(url))
          return { url, alt: text(asObject(asObject(each).meta).alt) };
      } else if (!ofMedia && typeof type === 'string' && type.startsWith('media--')) {
        const found = imageOf(entity, included, true);
        if (found) return found;
      }
    }
  }
  return undefined;
}

/**
 * The events that a resource stands for: one, or one a value where its field of dates has several.
 * @throws {TypeError} when there is no id, no title or no time that can be read
 */
export function toEvents(
  resource: DrupalResource,
  included: Included,
  options: DrupalOptions,
): readonly CalendarEvent[] {
  const { prefix, base, timeZone, fields } = options;
  if (typeof resource.id !== 'string') throw new TypeError('no id');
  const attributes = asObject(resource.attributes);
  const field = (name: keyof DrupalFields): unknown => attributes[fields[name] ?? ''];
  const values = asList(field('start'));
  const times = values.flatMap((value) => timesOf(value, field('end'), timeZone) ?? []);
  if (!times.length) throw new TypeError(`${fields.start ?? 'no field'} is no time`);

  const of = (name: keyof DrupalFields): readonly DrupalResource[] =>
    fields[name] ? related(resource, fields[name], included) : [];
  const special = new Set([fields.place, fields.organiser]);
  const terms = Object.keys(asObject(resource.relationships))
    .filter((name) => !special.has(name))
    .flatMap((name) => related(resource, name, included))
    .filter(({ type }) => typeof type === 'string' && type.startsWith('taxonomy_term--'));
  const body = asObject(
    asList(attributes.body)[0] ?? asList(attributes.field_description ?? attributes.field_beschreibung)[0],
  );
  const html = typeof body.processed === 'string' ? body.processed : undefined;
  const place = placeOf(field('place'), of('place'));
  const online = place !== undefined && saysOnline(place.name as string);
  const [organiser] = of('organiser');
  const organiserName = organiser ? nameOf(organiser) : text(field('organiser'));
  const registration = addressOf(field('registration'));
  const alias = asObject(attributes.path).alias;
  const number = attributes.drupal_internal__nid;
  const page = typeof alias === 'string' && alias ? alias : typeof number === 'number' ? `/node/${number}` : undefined;
  const uid = `${prefix}${resource.id}`;
  const common = {
    id: uid,
    uid,
    title: plainText(attributes.title ?? attributes.name ?? attributes.label),
    summary: summaryOf(text(body.summary) ?? text(html) ?? ''),
    description: html ? untrustedHtml(html) : undefined,
    kind: kindOfWords(terms.flatMap((term) => nameOf(term) ?? [])),
    ...(place && !online && { place }),
    ...(online && { attendance: 'online' }),
    onlineUrl: addressOf(field('online')),
    url: page?.slice(1),
    ...(organiserName && { organiser: { name: organiserName } }),
    ...(registration && { registration: { mode: 'external', url: registration.replace(/^\//, '') } }),
    topics: terms.flatMap((term) => {
      const name = nameOf(term);
      return name ? [{ id: name, label: { de: name } }] : [];
    }),
    image: imageOf(resource, included),
    lang: attributes.langcode === 'und' ? undefined : attributes.langcode,
    createdAt: attributes.created,
    updatedAt: attributes.changed,
  };
  return times.map((time) => {
    const event = readEvent({ ...common, ...time }, { timeZone, base });
    return times.length > 1 ? { ...event, recurrenceId: event.start } : event;
  });
}
