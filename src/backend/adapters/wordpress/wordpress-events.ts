import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { Problem } from '../../../model/page.ts';
import { DAY_MS } from '../../../model/plain-date.ts';
import { isTimeZone, toInstantString, toWallTime } from '../../../model/time-zone.ts';
import { BackendError } from '../../backend-error.ts';
import { createCache } from '../../cache.ts';
import type { Span } from '../../expand-series.ts';
import { createHttp, type HttpOptions } from '../../http.ts';
import type { EventsPort } from '../../ports.ts';
import { readEach } from '../../read-list.ts';
import type { Raw } from '../../read-shape.ts';
import { portOfEvents, type WholeEvents } from '../../whole-events.ts';
import { toTribeEvent } from './tribe-mapping.ts';
import { fieldReader, toPostEvent, type FieldNames } from './wordpress-event-mapping.ts';
import { asObject } from './wordpress-values.ts';

export interface WordpressEventsOptions extends HttpOptions {
  /** Address of the site, with a slash at the end. */
  readonly site: string;
  /** The post type that was named. Without it The Events Calendar is asked, then the types that sound like events. */
  readonly type?: string;
  readonly fields: FieldNames;
  /** Zone of times without offset, where the site does not say its own. */
  readonly timeZone: string;
}

const PAGE = 100;
/** The limit that The Events Calendar sets by itself. */
const TRIBE_PAGE = 50;
const MAX_PAGES = 50;
const AT_ONCE = 4;
const KEEP_MS = 60_000;
const KEEP_SPANS = 24;
/** An event that began so long before a month may still reach into it. */
const REACH_MS = 31 * DAY_MS;
const EMBED = 'wp:term,wp:featuredmedia';
const EVENT_TYPE = /^(?:tribe_)?(?:events?|termine?|veranstaltung(?:en)?|kalender|calendar)$/i;

/** The Events Calendar knows neither page nor route: then the site is without it, or an older one. */
const isAway = (error: unknown): boolean =>
  error instanceof BackendError && (error.kind === 'missing' || error.problem?.code === 'rest_no_route');

/** Events of a WordPress: those of The Events Calendar, or posts of a type with fields that say when. */
export function createWordpressEvents({
  site,
  type,
  fields,
  timeZone,
  ...options
}: WordpressEventsOptions): Required<Pick<EventsPort, 'list' | 'get'>> {
  const http = createHttp(options);
  const root = `${site}wp-json/`;
  const host = site.replace(/^https?:\/\/|\/$/g, '');
  const lists = createCache<WholeEvents>({ ttl: KEEP_MS, max: KEEP_SPANS });
  let typeFound: string | null | undefined = type;
  let zoneFound: string | undefined;

  const address = (path: string, query: Readonly<Record<string, string>>): string =>
    `${root}${path}?${new URLSearchParams(query).toString()}`;

  /** Pages 2 to the last, some at a time; one that has gone meanwhile is empty. */
  const restOf = async (
    pages: number,
    fetchPage: (number: number) => Promise<readonly unknown[]>,
  ): Promise<readonly unknown[]> => {
    const items: unknown[] = [];
    const last = Math.min(pages, MAX_PAGES);
    for (let number = 2; number <= last; number += AT_ONCE) {
      const batch: Promise<readonly unknown[]>[] = [];
      for (let each = number; each < number + AT_ONCE && each <= last; each++) {
        batch.push(
          fetchPage(each).catch((error: unknown) => {
            if (error instanceof BackendError && (error.status === 400 || error.status === 404)) return [];
            throw error;
          }),
        );
      }
      for (const answer of await Promise.all(batch)) for (const item of answer) items.push(item);
    }
    return items;
  };

  const limitOf = (pages: number, count: number): readonly Problem[] =>
    pages > MAX_PAGES ? [{ code: 'limit-reached', detail: `The first ${count} events` }] : [];

  const tribe = async (span: Span | undefined, signal: AbortSignal): Promise<WholeEvents> => {
    const wall = (instant: number): string =>
      toInstantString(toWallTime(timeZone, instant)).replace('T', ' ').replace('Z', '');
    const now = Date.now();
    const range = span ?? { from: now - 366 * DAY_MS, to: now + 2 * 366 * DAY_MS };
    const query = {
      per_page: String(TRIBE_PAGE),
      start_date: wall(range.from - REACH_MS),
      end_date: wall(range.to + DAY_MS),
      status: 'publish',
    };
    const fetchPage = async (number: number): Promise<Raw> => {
      const url = address('tribe/events/v1/events', { ...query, page: String(number) });
      const { data } = await http.json(url, { signal });
      if (asObject(data).events instanceof Array) return asObject(data);
      throw new BackendError('invalid', `No list of events at ${url}`, { url });
    };
    const first = await fetchPage(1);
    const pages = Number(first.total_pages) || 1;
    const raw = [
      ...(first.events as readonly unknown[]),
      ...(await restOf(pages, async (number) => (await fetchPage(number)).events as readonly unknown[])),
    ];
    const { items, problems } = readEach(raw, (each) => toTribeEvent(each, `${host}:event:`, { timeZone, base: site }));
    return { events: datesApart(items), problems: [...problems, ...limitOf(pages, items.length)] };
  };

  /** The zone that the site says its times are in. */
  const zoneOf = async (signal: AbortSignal): Promise<string> => {
    if (zoneFound) return zoneFound;
    try {
      const { data } = await http.json(`${root}?_fields=timezone_string,gmt_offset`, { signal });
      const { timezone_string: name, gmt_offset: offset } = asObject(data);
      if (typeof name === 'string' && isTimeZone(name)) return (zoneFound = name);
      const hours = Number(offset);
      const counted = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
      if (offset !== undefined && hours !== 0 && isTimeZone(counted)) return (zoneFound = counted);
    } catch (error) {
      signal.throwIfAborted();
      // The index may be closed while the list is open.
      if (!(error instanceof BackendError)) throw error;
    }
    return (zoneFound = timeZone);
  };

  /** A type of the site whose name sounds like events, by the name that its list has. */
  const findType = async (signal: AbortSignal): Promise<string | null> => {
    const { data } = await http.json(address('wp/v2/types', {}), { signal });
    for (const [name, each] of Object.entries(asObject(data))) {
      const base = asObject(each).rest_base;
      if (typeof base === 'string' && (EVENT_TYPE.test(name) || EVENT_TYPE.test(base))) return base;
    }
    return null;
  };

  const posts = async (name: string, signal: AbortSignal): Promise<WholeEvents> => {
    let pages = 1;
    const fetchPage = async (number: number): Promise<readonly unknown[]> => {
      const url = address(`wp/v2/${name}`, { _embed: EMBED, per_page: String(PAGE), page: String(number) });
      const { data, headers } = await http.json(url, { signal });
      if (!(data instanceof Array)) throw new BackendError('invalid', `No list of posts at ${url}`, { url });
      if (number === 1) pages = Number(headers.get('x-wp-totalpages')) || 1;
      return data as readonly unknown[];
    };
    const [first, zone] = await Promise.all([fetchPage(1), zoneOf(signal)]);
    const all = [...first, ...(await restOf(pages, fetchPage))];
    if (all.length && !all.some((post) => fieldReader(asObject(post), fields)('start') !== undefined)) {
      const detail = `No post of ${name} has a field that says when it is; ?vr-start= names it`;
      return { events: [], problems: [{ code: 'unsupported-part', detail }] };
    }
    const mapping = { prefix: `${host}:${name}:`, base: site, fields, timeZone: zone };
    const { items, problems } = readEach(all, (post) => toPostEvent(post, mapping));
    return { events: items, problems: [...problems, ...limitOf(pages, items.length)] };
  };

  const load = async (span: Span | undefined, signal: AbortSignal | undefined): Promise<WholeEvents> => {
    if (typeFound === undefined) {
      try {
        const key = span ? `${span.from} ${span.to}` : '';
        return await lists.get(key, (all) => tribe(span, all), signal);
      } catch (error) {
        if (!isAway(error)) throw error;
        typeFound = await findType(signal ?? AbortSignal.timeout(options.timeout ?? 10_000));
      }
    }
    if (typeFound === null) {
      typeFound = undefined;
      throw new BackendError('missing', `No events at ${site}; ?vr-type= names their post type`, { url: site });
    }
    const name = typeFound;
    return lists.get('', (all) => posts(name, all), signal);
  };

  return portOfEvents((span, { signal, fresh }) => {
    if (fresh) lists.clear();
    return load(span, signal);
  }, timeZone);
}

/** Dates of a series come one by one; those that share a number are told apart by their start. */
function datesApart(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const count = new Map<string, number>();
  for (const { uid } of events) count.set(uid, (count.get(uid) ?? 0) + 1);
  return events.map((event) => (count.get(event.uid)! > 1 ? { ...event, recurrenceId: event.start } : event));
}
