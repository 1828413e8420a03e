import { BackendError, type BackendErrorKind } from '../../backend-error.ts';
import { createCache } from '../../cache.ts';
import { createHttp } from '../../http.ts';
import type { AdapterOptions, CallOptions, PostsPort } from '../../ports.ts';
import { portOfWholePosts, wholePosts, type WholePosts } from '../../whole-posts.ts';
import type { Problem } from '../../../model/page.ts';
import { fromWallTime, isTimeZone, toInstantString } from '../../../model/time-zone.ts';
import { decodeFeed } from './feed-charset.ts';
import { postsOfFeed, sourceOfFeed } from './feed-mapping.ts';
import { readFeed } from './feed-reader.ts';

export interface FeedOptions extends AdapterOptions {
  /** The feed itself, where the caller has it already; nothing is fetched then. */
  readonly data?: string | Uint8Array;
  /** `Content-Type` that `data` came with, where it is bytes. */
  readonly contentType?: string;
  /** Bytes after which a feed is refused. Default 10 MB. */
  readonly maxBytes?: number;
  /** Milliseconds that a feed is kept before it is fetched again. Default 5 minutes. */
  readonly maxAge?: number;
}

const MAX_BYTES = 10_000_000;
const MAX_AGE = 5 * 60_000;
const ACCEPT =
  'application/feed+json, application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1';
/** Failures that may be over in a while: until then the last good copy answers. */
const PASSING: ReadonlySet<BackendErrorKind> = new Set(['offline', 'timeout', 'busy', 'unknown']);

/**
 * Posts of a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, JSON Feed. A feed holds its newest posts only, so words,
 * filters and counts are of those; each has its full text where the feed gives it.
 *
 * Both methods reject with `BackendError`: the kinds of `http` (`timeout` where no answer came in time), or `invalid` with
 * reason `html` (a page for people), `not-a-feed`, `empty` or `too-large`. While a server that once answered is out of
 * reach, the last copy answers with a problem `stale`.
 */
export function createFeedBackend(options: FeedOptions): { readonly posts: PostsPort } {
  const { src, data, label, maxBytes = MAX_BYTES } = options;
  const timeZone = options.timeZone && isTimeZone(options.timeZone) ? options.timeZone : 'Europe/Berlin';
  const http = createHttp({ fetch: options.fetch, timeout: options.timeout });
  const copies = createCache<WholePosts>({ ttl: options.maxAge ?? MAX_AGE, max: 1 });
  let lastGood: { readonly posts: WholePosts; readonly since: string } | undefined;

  const read = async (text: string, url: string): Promise<WholePosts> => {
    // Most feeds are XML; their readers need not wait for the other one.
    const reader = /^\s*\{/.test(text) ? (await import('./json-feed.ts')).readJsonFeed : readFeed;
    const feed = reader(text, { url, toInstant: (wall) => fromWallTime(timeZone, wall) });
    const { items, problems } = postsOfFeed(feed, sourceOfFeed(feed, src, label));
    return wholePosts(items, { problems });
  };

  const open = async (signal: AbortSignal): Promise<WholePosts> => {
    if (data !== undefined) {
      if (data.length > maxBytes)
        throw new BackendError('invalid', `more than ${maxBytes} bytes`, { reason: 'too-large' });
      return read(typeof data === 'string' ? data : decodeFeed(data, options.contentType), src);
    }
    const { bytes, headers, url, status } = await http.get(src, { accept: ACCEPT, maxBytes, signal });
    try {
      return await read(decodeFeed(bytes, headers.get('content-type')), url);
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      const { kind, message, reason } = error;
      throw new BackendError(kind, `${message}: ${url}`, { url, status, reason, cause: error });
    }
  };

  const load = async (signal: AbortSignal): Promise<WholePosts> => {
    try {
      const posts = await open(signal);
      lastGood = { posts, since: toInstantString(Date.now()) };
      return posts;
    } catch (error) {
      if (!lastGood || !(error instanceof BackendError) || !PASSING.has(error.kind)) throw error;
      const { posts, since } = lastGood;
      const source = { id: src, ...(label ? { label } : {}) };
      const stale: Problem = { code: 'stale', kind: error.kind, detail: error.message.slice(0, 300), since, source };
      // An old copy helps for now; the next question tries the server again.
      queueMicrotask(() => copies.clear());
      return { ...posts, problems: [stale, ...posts.problems] };
    }
  };

  const copy = ({ signal, fresh }: CallOptions): Promise<WholePosts> => {
    if (fresh) copies.clear();
    return copies.get('', load, signal);
  };

  return { posts: portOfWholePosts(copy) };
}
