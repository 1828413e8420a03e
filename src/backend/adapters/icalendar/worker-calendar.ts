import { workerCalls } from '../../worker-calls.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { CalendarRequest } from './calendar-messages.ts';
import type { OpenCalendar } from './calendar-reader.ts';
import type { CalendarOptions } from './ics-calendar.ts';

/** Reads a file in the page's calendar worker, which all large files of a page share; null where there can be none. */
export async function openInWorker(
  data: string | Uint8Array,
  options: CalendarOptions,
  signal?: AbortSignal,
): Promise<OpenCalendar | null> {
  const calls = await workerCalls('icalendar');
  if (!calls) return null;
  const kept = calls.number();
  const ask = (request: CalendarRequest, stop?: AbortSignal): Promise<unknown> => calls.ask(request, stop);
  await ask({ ask: 'read', kept, data, options }, signal);
  const open: OpenCalendar = {
    list: async (query, stop) => {
      // A query may carry more than a message can; only what is asked goes over.
      const { from, to, q, kind, topic, org, limit, cursor } = query;
      const plain = { from, to, q, kind, topic, org, limit, cursor };
      return (await ask({ ask: 'list', kept, query: plain }, stop)) as Awaited<ReturnType<OpenCalendar['list']>>;
    },
    get: async (uid, recurrenceId, stop) => (await ask({ ask: 'get', kept, uid, recurrenceId }, stop)) as CalendarEvent,
  };
  calls.keepFor(open, kept);
  return open;
}
