import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { Page, Problem, SourceRef } from '../../../model/page.ts';
import { DAY_MS } from '../../../model/plain-date.ts';
import { boundToInstant, isTimeZone } from '../../../model/time-zone.ts';
import { BackendError } from '../../backend-error.ts';
import { createCache } from '../../cache.ts';
import type { AdapterOptions, CallOptions, EventsPort } from '../../ports.ts';
import { createCollectionClient, type CollectionAnswer } from './caldav-client.ts';
import { openCalendar, type OpenCalendar } from './calendar-reader.ts';
import { decodeText } from './ics-text.ts';

/** How long a month that was looked at is taken to be unchanged, and how many of them are kept. */
const KEEP_MS = 5 * 60_000;
const KEEP_WINDOWS = 24;
const EMPTY = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';

interface Opened {
  readonly calendar: OpenCalendar;
  readonly problems: readonly Problem[];
}

/** Where calendar programs that know no CalDAV subscribe: the sabre family wants to be asked for the export. */
const subscriptionOf = (src: string): string => {
  const exported = /\/(?:remote|dav|cal|caldav)\.php\//.test(src) && !/[?&]export\b/.test(src);
  return src.replace(/^[a-z]+:/i, 'webcal:') + (exported ? `${src.includes('?') ? '&' : '?'}export` : '');
};

/**
 * Events of a public CalDAV collection (RFC 4791). The server is asked for the months that are looked at (REPORT
 * calendar-query), so that a large collection costs what is seen of it; where it does not answer such questions, or the
 * browser may not ask them, the collection is read as a whole: entry by entry (PROPFIND, calendar-multiget), or as the
 * file that most servers give to a plain GET. Series are expanded here, moved dates included.
 */
export function createCaldavBackend(options: AdapterOptions): { readonly events: EventsPort } {
  const { src, label } = options;
  const timeZone = options.timeZone && isTimeZone(options.timeZone) ? options.timeZone : 'Europe/Berlin';
  const source: SourceRef = { id: src, ...(label ? { label } : {}) };
  const client = createCollectionClient(src, { fetch: options.fetch, timeout: options.timeout });
  const windows = createCache<Opened | null>({ ttl: KEEP_MS, max: KEEP_WINDOWS });

  const open = async ({ files, name, problems }: CollectionAnswer, signal: AbortSignal): Promise<Opened> => {
    const text = files.map((file) => (typeof file === 'string' ? file : decodeText(file))).join('\r\n');
    const named = name && !label ? { ...source, label: name } : source;
    const calendar = await openCalendar(text.trim() ? text : EMPTY, { timeZone, source: named }, signal);
    return { calendar, problems: problems.map((problem) => ({ ...problem, source: named })) };
  };

  const whole = (signal?: AbortSignal): Promise<Opened | null> =>
    windows.get('*', async (all) => open(await client.whole(all), all), signal);

  const within = async (from: number, to: number, { signal, fresh }: CallOptions): Promise<Opened> => {
    if (fresh) windows.clear();
    const some = await windows.get(
      `${from} ${to}`,
      async (all) => {
        // Servers read days and times without a zone as they like: a day more on each side catches them.
        const answer = await client.within(from - DAY_MS, to + DAY_MS, all);
        return answer ? open(answer, all) : null;
      },
      signal,
    );
    return some ?? (await whole(signal))!;
  };

  const named = async (uid: string, recurrenceId: string | undefined, signal?: AbortSignal): Promise<CalendarEvent> => {
    const some = await windows.get(
      `uid ${uid}`,
      async (all) => {
        const answer = await client.named(uid, all);
        // Not every server that answers questions understands this one.
        return answer?.files.length ? open(answer, all) : null;
      },
      signal,
    );
    return (some ?? (await whole(signal))!).calendar.get(uid, recurrenceId, signal);
  };

  const events: EventsPort = {
    async list(query, options = {}): Promise<Page<CalendarEvent>> {
      const from = boundToInstant(query.from, timeZone);
      const to = boundToInstant(query.to, timeZone);
      if (!(from <= to)) throw new BackendError('invalid', `no range of time: from ${query.from} to ${query.to}`);
      options.signal?.throwIfAborted();
      const { calendar, problems } = await within(from, to, options);
      const page = await calendar.list(query, options.signal);
      return problems.length ? { ...page, problems: [...problems, ...page.problems] } : page;
    },
    get: (uid, { recurrenceId, signal } = {}) => named(uid, recurrenceId, signal),
    ...(/^https?:/i.test(src) ? { subscribeUrl: subscriptionOf(src) } : {}),
  };
  return { events };
}
