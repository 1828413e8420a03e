import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { Problem } from '../../../model/page.ts';
import { DAY_MS } from '../../../model/plain-date.ts';
import { toInstantString } from '../../../model/time-zone.ts';
import { BackendError } from '../../backend-error.ts';
import { createCache } from '../../cache.ts';
import type { Span } from '../../expand-series.ts';
import { createHttp, type HttpOptions } from '../../http.ts';
import type { EventsPort } from '../../ports.ts';
import { readEach } from '../../read-list.ts';
import { portOfEvents, type WholeEvents } from '../../whole-events.ts';
import { asList, asObject, findFields, formOf, keyOf, nextOf, toEvents } from './drupal-mapping.ts';
import { type DateForm, type DrupalFields, type DrupalResource } from './drupal-schema.ts';

export interface DrupalEventsOptions extends HttpOptions {
  /** Address of the site, with a slash at the end. */
  readonly site: string;
  /** Address of its JSON:API, without a slash at the end. */
  readonly api: string;
  /** `node/event`, where it was named. */
  readonly type?: string;
  readonly fields: DrupalFields;
  readonly timeZone: string;
}

/** What was found out about a list: its address, its fields, what is to come along. */
interface Plan {
  readonly url: string;
  readonly fields: DrupalFields;
  readonly form: DateForm;
  readonly include: readonly string[];
}

/** The limit that Drupal sets by itself. */
const PAGE = 50;
const MAX_PAGES = 100;
const SAMPLE = 10;
const KEEP_MS = 60_000;
const KEEP_SPANS = 24;
/** Field times are kept in UTC or without zone: two days more on each side cost little. */
const MARGIN = 2 * DAY_MS;
/** How long an event without a field for its end may have begun before. */
const REACH_MS = 31 * DAY_MS;
const MAX_INCLUDES = 8;
const JSON_API = 'application/vnd.api+json';
const EVENT_TYPE = /^node--(?:[a-z_]*_)?(?:events?|termine?|veranstaltung(?:en)?)$/;

const isRefused = (error: unknown): boolean =>
  error instanceof BackendError && (error.status === 400 || error.status === 403 || error.status === 422);

/** Names of relationships that events speak of: topics, pictures, places, organisers. */
function includesOf(items: readonly DrupalResource[], { place, organiser }: DrupalFields): readonly string[] {
  const names = new Set<string>();
  for (const { relationships } of items) {
    for (const [name, value] of Object.entries(asObject(relationships))) {
      for (const each of asList(asObject(value).data)) {
        const { type } = asObject(each);
        if (typeof type !== 'string') continue;
        if (type.startsWith('taxonomy_term--') || type === 'file--file' || name === place || name === organiser)
          names.add(name);
        // Whatever field of a medium has the picture: a thumbnail they all have.
        else if (type.startsWith('media--')) names.add(`${name}.thumbnail`);
      }
    }
  }
  return [...names].slice(0, MAX_INCLUDES);
}

/** Conditions that leave to the server what lies outside of a span. */
function filtersOf({ fields, form }: Plan, { from, to }: Span): Readonly<Record<string, string>> {
  const point = (instant: number): string =>
    form === 'epoch-range' ? String(Math.floor(instant / 1000)) : toInstantString(instant).replace('Z', '');
  const condition = (name: string, path: string, operator: string, value: string): [string, string][] => [
    [`filter[${name}][condition][path]`, path],
    [`filter[${name}][condition][operator]`, operator],
    [`filter[${name}][condition][value]`, value],
  ];
  const last = form === 'text' ? `${fields.start}.value` : `${fields.start}.end_value`;
  return Object.fromEntries([
    ...condition('ends', last, '>=', point(from - (form === 'text' ? REACH_MS : MARGIN))),
    ...condition('begins', `${fields.start}.value`, '<=', point(to + MARGIN)),
  ]);
}

/** Content of a Drupal as events, over JSON:API. */
export function createDrupalEvents({
  site,
  api,
  type,
  fields: given,
  timeZone,
  ...options
}: DrupalEventsOptions): Required<Pick<EventsPort, 'list' | 'get'>> {
  const http = createHttp(options);
  const lists = createCache<WholeEvents>({ ttl: KEEP_MS, max: KEEP_SPANS });
  const plans = createCache<Plan>({ ttl: 10 * KEEP_MS, max: 1 });
  const host = site.replace(/^https?:\/\/|\/$/g, '');
  /** Its fields can be asked about, and things be brought along; a site may have closed either. */
  let filters = true;
  let includes = true;

  const document = async (url: string, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>> => {
    const { data } = await http.json(url, { accept: `${JSON_API}, application/json;q=0.5`, signal });
    const answer = asObject(data);
    if (!answer.jsonapi && !answer.data && !answer.links)
      throw new BackendError('invalid', `No JSON:API at ${url}`, { url });
    return answer;
  };
  const itemsOf = (answer: Readonly<Record<string, unknown>>): readonly DrupalResource[] =>
    asList(answer.data).map((each) => asObject(each));

  /** Address of the list: as it was named, or the one content type that sounds like events. */
  const listAt = async (signal: AbortSignal): Promise<string> => {
    if (type) return `${api}/${type}`;
    const links = asObject((await document(api, signal)).links);
    const name = Object.keys(links).find((each) => EVENT_TYPE.test(each));
    if (!name) throw new BackendError('missing', `No type of events at ${api}; ?vr-type= names it`, { url: api });
    return `${api}/${name.replace('--', '/')}`;
  };

  const explore = async (signal: AbortSignal): Promise<Plan> => {
    const url = await listAt(signal);
    const query = new URLSearchParams({
      'page[limit]': String(SAMPLE),
      ...(/\/node\//.test(url) && { sort: '-created' }),
    });
    const items = itemsOf(await document(`${url}?${query.toString()}`, signal));
    const fields = findFields(items, given);
    return { url, fields, form: formOf(items, fields), include: includesOf(items, fields) };
  };

  const readAll = async (plan: Plan, span: Span | undefined, signal: AbortSignal): Promise<WholeEvents> => {
    const query = new URLSearchParams({
      'page[limit]': String(PAGE),
      ...(includes && plan.include.length && { include: plan.include.join(',') }),
      ...(span && filtersOf(plan, span)),
    });
    const items: DrupalResource[] = [];
    const included = new Map<string, DrupalResource>();
    let next: string | undefined = `${plan.url}?${query.toString()}`;
    for (let page = 0; next && page < MAX_PAGES; page++) {
      const answer: Readonly<Record<string, unknown>> = await document(next, signal);
      for (const item of itemsOf(answer)) items.push(item);
      for (const each of asList(answer.included)) included.set(keyOf(each), asObject(each));
      next = nextOf(answer, plan.url);
    }
    const mapping = { prefix: `${host}:`, base: site, timeZone, fields: plan.fields };
    const read = readEach(items, (raw) => toEvents(raw, included, mapping));
    const more: readonly Problem[] = next
      ? [{ code: 'limit-reached', detail: `The first ${items.length} entries` }]
      : [];
    const events: readonly CalendarEvent[] = read.items.flat();
    return { events, problems: [...read.problems, ...more] };
  };

  const load = async (span: Span | undefined, signal: AbortSignal): Promise<WholeEvents> => {
    const plan = await plans.get('', explore, signal);
    if (!plan.fields.start) {
      const detail = `No field of ${plan.url} says when it is; ?vr-start= names it`;
      return { events: [], problems: [{ code: 'unsupported-part', detail }] };
    }
    for (;;) {
      const asked = filters ? span : undefined;
      try {
        return await readAll(plan, asked, signal);
      } catch (error) {
        if (!isRefused(error)) throw error;
        if (asked) filters = false;
        else if (includes && plan.include.length) includes = false;
        else throw error;
      }
    }
  };

  return portOfEvents((span, { signal, fresh }) => {
    if (fresh) {
      lists.clear();
      plans.clear();
    }
    const key = span && filters ? `${span.from} ${span.to}` : '';
    return lists.get(key, (all) => load(span, all), signal);
  }, timeZone);
}
