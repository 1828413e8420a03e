import { EVENT_KINDS, type CalendarEvent } from '../../../model/calendar-event.ts';
import { emptyPage, type Problem } from '../../../model/page.ts';
import { boundToInstant, toInstantString } from '../../../model/time-zone.ts';
import { BackendError } from '../../backend-error.ts';
import type { HttpReader } from '../../http.ts';
import type { EventsPort, EventsQuery } from '../../ports.ts';
import type { Raw } from '../../read-shape.ts';
import { readHubList, readItems, type HubList } from './hub-page.ts';

export interface HubEventsOptions {
  /** Base of the hub without a slash at the end. */
  readonly base: string;
  readonly timeZone: string;
}

/** The hub's own limit of a page. */
const PAGE = 50;
/** Pages read for a range without `limit`: a month of 1,000 events is more than a reader can use. */
const MAX_PAGES = 20;

export function createHubEvents(http: HttpReader, { base, timeZone }: HubEventsOptions): EventsPort {
  const address = `${base}/api/v1/events`;
  /** What reads events comes while the hub answers: who sends ideas does without it. */
  const whileReading = async <T>(answer: Promise<T>): Promise<[T, (raw: Raw) => CalendarEvent]> => {
    const [read, { readMeeting }] = await Promise.all([answer, import('../../read-meeting.ts')]);
    return [read, (raw) => readMeeting(raw, { timeZone, base: `${base}/` })];
  };

  /** Days are sent as instants: the hub's zone need not be the reader's. */
  const bound = (text: string): string => {
    const instant = boundToInstant(text, timeZone);
    if (Number.isNaN(instant)) throw new BackendError('invalid', `Not a time: ${text.slice(0, 40)}`);
    return toInstantString(instant);
  };

  const page = async (query: EventsQuery, limit: number, signal: AbortSignal | undefined): Promise<HubList> => {
    const { from, to, q, kind, topic, org, cursor } = query;
    const search = new URLSearchParams({ from: bound(from), to: bound(to), limit: String(limit) });
    for (const [name, value] of [
      ['q', q],
      ['kind', kind],
      ['topic', topic],
      ['org', org],
      ['cursor', cursor],
    ] as const)
      if (value) search.set(name, value);
    const url = `${address}?${search.toString()}`;
    return readHubList((await http.json(url, { signal })).data, url);
  };

  /** A page, or all of them where no limit is set. */
  const all = async (
    query: EventsQuery,
    signal: AbortSignal | undefined,
  ): Promise<{ items: Raw[]; problems: Problem[]; total: number | undefined; cursor: string | undefined }> => {
    const { limit } = query;
    const items: Raw[] = [];
    const problems: Problem[] = [];
    let { cursor } = query;
    let total: number | undefined;
    let pages = 0;
    do {
      const answer = await page({ ...query, cursor }, Math.min(limit ?? PAGE, PAGE), signal);
      items.push(...answer.items);
      // The health of the sources is told with every page; once is enough.
      if (!pages) problems.push(...answer.problems);
      total ??= answer.total;
      cursor = answer.nextCursor;
    } while (cursor && limit === undefined && ++pages < MAX_PAGES);
    if (cursor && limit === undefined) {
      problems.push({ code: 'limit-reached', detail: `The first ${items.length} events of the range` });
    }
    return { items, problems, total, cursor };
  };

  return {
    subscribeUrl: `${base}/calendar.ics`,
    subscribeFilters: true,
    feeds: { rss: `${base}/calendar.rss`, json: `${base}/calendar.json` },
    fileUrl: ({ id, recurrenceId }) =>
      id === undefined
        ? undefined
        : `${address}/${encodeURIComponent(id)}.ics${recurrenceId ? `?${new URLSearchParams({ recurrenceId }).toString()}` : ''}`,

    async list(query, { signal } = {}) {
      const { kind } = query;
      // The hub refuses what is no kind of event at all; to a reader it is a kind that nothing is of.
      if (kind && !(EVENT_KINDS as readonly string[]).includes(kind)) return emptyPage();
      const [{ items, problems, total, cursor }, read] = await whileReading(all(query, signal));
      const good = readItems(items, read);
      return {
        items: good.items,
        problems: [...problems, ...good.problems],
        ...(total === undefined ? {} : { total }),
        ...(cursor ? { next: cursor } : {}),
      };
    },

    async get(uid, { signal, recurrenceId } = {}) {
      const search = recurrenceId ? `?${new URLSearchParams({ recurrenceId }).toString()}` : '';
      const url = `${address}/${encodeURIComponent(uid)}${search}`;
      const [{ data, headers }, read] = await whileReading(http.json(url, { signal }));
      const etag = headers.get('etag');
      try {
        const event = read((data ?? {}) as Raw);
        return etag ? { ...event, etag } : event;
      } catch (cause) {
        throw new BackendError('invalid', `No event from ${url}`, { url, cause });
      }
    },
  };
}
