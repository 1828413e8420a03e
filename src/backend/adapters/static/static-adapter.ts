import { createCache } from '../../cache.ts';
import { createHttp, parseJson, type HttpAnswer } from '../../http.ts';
import { lazyPort } from '../../lazy-port.ts';
import type { ReadPeersPort } from '../../open-peers.ts';
import type { AdapterOptions, Backend, CallOptions, IdeasPort, PostsPort } from '../../ports.ts';
import { readDocument, type StaticDocument } from './static-document.ts';
import { createStaticEvents } from './static-events.ts';

export interface StaticOptions extends Partial<AdapterOptions> {
  /** The document itself, parsed or as text, in place of `src`. */
  readonly data?: string | object;
}

/** The text of a document, and what it says. */
export interface StaticFile {
  readonly data: string | object | Uint8Array;
  document(): StaticDocument;
}

/** How long a file is taken to be unchanged while a reader looks at one month after another. */
const KEEP_MS = 60_000;

/**
 * A JSON file in the model's own shape, `{events?, ideas?, peers?, posts?}` with the names of `CalendarEvent`, `Idea`, `Peer`
 * and `Post`: a backend without a server. Ideas, peers and posts can be read and searched.
 * Recurring events carry `recurrence.rule` (RFC 5545 RRULE) and may be overridden by items with their uid and a
 * `recurrenceId`.
 */
export function createStaticBackend({
  src,
  data,
  label,
  timeZone = 'Europe/Berlin',
  ...options
}: StaticOptions): Backend {
  const http = createHttp(options);
  const files = createCache<StaticFile>({ ttl: KEEP_MS });
  const fileOf = (content: StaticFile['data'], read: () => unknown): StaticFile => {
    let document: StaticDocument | undefined;
    return { data: content, document: () => (document ??= readDocument(read(), src)) };
  };
  const given = data === undefined ? undefined : fileOf(data, () => data);
  const open = async ({ signal, fresh }: CallOptions): Promise<StaticFile> => {
    signal?.throwIfAborted();
    if (fresh) files.clear();
    const fetched = async (all: AbortSignal): Promise<StaticFile> => {
      const answer: HttpAnswer = await http.get(src ?? '', { accept: 'application/json', signal: all });
      return fileOf(answer.bytes, () => parseJson(answer));
    };
    return given ?? files.get('', fetched, signal);
  };
  const load = async (options: CallOptions): Promise<StaticDocument> => (await open(options)).document();
  return {
    events: createStaticEvents(load, { timeZone }),
    ideas: lazyPort<Pick<Required<IdeasPort>, 'list' | 'get' | 'similar'>>(['list', 'get', 'similar'], async () =>
      (await import('./static-ideas.ts')).createStaticIdeas(load, { timeZone }),
    ),
    peers: lazyPort<ReadPeersPort>(['list', 'get', 'offers', 'vocabulary'], async () =>
      (await import('./static-peers.ts')).createStaticPeers(open, { timeZone, base: src }),
    ),
    posts: lazyPort<Required<Pick<PostsPort, 'list' | 'get'>>>(['list', 'get'], async () =>
      (await import('./static-posts.ts')).createStaticPosts(load, { timeZone, src, label }),
    ),
  };
}
