import { createCache } from '../../cache.ts';
import { createHttp } from '../../http.ts';
import { lazyPort } from '../../lazy-port.ts';
import type { AdapterOptions, Backend, CallOptions, IdeasPort } from '../../ports.ts';
import { readDocument, type StaticDocument } from './static-document.ts';
import { createStaticEvents } from './static-events.ts';

export interface StaticOptions extends Partial<AdapterOptions> {
  /** The document itself, parsed or as text, in place of `src`. */
  readonly data?: string | object;
}

/** How long a file is taken to be unchanged while a reader looks at one month after another. */
const KEEP_MS = 60_000;

/**
 * A JSON file in the model's own shape, `{events?, ideas?}` with the names of `CalendarEvent` and `Idea`: a backend
 * without a server. Ideas can be read and searched.
 * Recurring events carry `recurrence.rule` (RFC 5545 RRULE) and may be overridden by items with their uid and a
 * `recurrenceId`.
 */
export function createStaticBackend({ src, data, timeZone = 'Europe/Berlin', ...options }: StaticOptions): Backend {
  const http = createHttp(options);
  const files = createCache<StaticDocument>({ ttl: KEEP_MS });
  let given: StaticDocument | undefined;
  const load = async ({ signal, fresh }: CallOptions): Promise<StaticDocument> => {
    signal?.throwIfAborted();
    if (fresh) files.clear();
    if (data !== undefined) return (given ??= readDocument(data, src));
    return files.get('', async (all) => readDocument((await http.json(src ?? '', { signal: all })).data, src), signal);
  };
  return {
    events: createStaticEvents(load, { timeZone }),
    ideas: lazyPort<Pick<Required<IdeasPort>, 'list' | 'get' | 'similar'>>(['list', 'get', 'similar'], async () =>
      (await import('./static-ideas.ts')).createStaticIdeas(load, { timeZone }),
    ),
  };
}
