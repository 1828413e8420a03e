import type { FastifyInstance } from 'fastify';
import { BackendError } from '../../../src/backend/backend-error.ts';
import { createFeedBackend } from '../../../src/backend/adapters/feed/feed-adapter.ts';
import type { Hub } from '../hub.ts';
import { readSource, type SourceCopy } from '../sources/source-reader.ts';
import { allowedFor, isWebPort } from './check-address.ts';
import type { CheckAnswer } from './check-answer.ts';
import { failureOf } from './check-failure.ts';
import { feedForm, feedsOfPage, isCalendar, isPage, wordpressOfPage } from './document-kind.ts';
import { feedFindings } from './feed-findings.ts';
import { decodeText } from './text-encoding.ts';

const MOST_BYTES = 5_000_000;
const MOST_SECONDS = 10;
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5';

export interface CheckRequest {
  readonly url: URL;
  /** Address of this hub: what lies here is read without the network. */
  readonly base: string;
  /** The page that is to show the feed, as browsers name it (`https://www.stadt.example`). */
  readonly origin: string;
}

type Reading = Pick<SourceCopy, 'bytes' | 'contentType'> & {
  readonly url: string;
  readonly allowOrigin: string | null;
};

/** An address of the hub itself: the guard would take it for one of its own network, and it is nobody's secret. */
async function readOwn(app: FastifyInstance, { url, origin }: CheckRequest): Promise<Reading> {
  const response = await app.inject({ url: url.pathname + url.search, headers: { origin, accept: ACCEPT } });
  if (response.statusCode >= 400)
    throw new BackendError(response.statusCode === 404 ? 'missing' : 'unknown', `${response.statusCode}`, {
      url: url.href,
      status: response.statusCode,
    });
  const { headers } = response;
  const allowed = headers['access-control-allow-origin'];
  return {
    bytes: response.rawPayload,
    contentType: headers['content-type'] ?? null,
    url: url.href,
    allowOrigin: typeof allowed === 'string' ? allowed : null,
  };
}

async function readForeign({ config }: Hub, { url, origin }: CheckRequest): Promise<Reading> {
  const allowPrivate = allowedFor(url, config.sources);
  if (allowPrivate.length === 0 && !isWebPort(url)) throw new BackendError('denied', 'no web port', { url: url.href });
  const copy = await readSource({
    url: url.href,
    allowPrivate,
    maxBytes: Math.min(config.limits.sourceBytes, MOST_BYTES),
    seconds: Math.min(config.limits.sourceSeconds, MOST_SECONDS),
    folders: [],
    etag: null,
    lastModified: null,
    headers: { accept: ACCEPT, origin },
  });
  const { bytes = new Uint8Array(), contentType = null, allowOrigin = null } = copy ?? {};
  return { bytes, contentType, url: copy?.url ?? url.href, allowOrigin };
}

/** The posts as the widget would show them, by the library's own reader. */
async function postsOf(reading: Reading): ReturnType<ReturnType<typeof createFeedBackend>['posts']['list']> {
  const answer = (): Promise<Response> =>
    Promise.resolve(
      new Response(new Uint8Array(reading.bytes), {
        headers: reading.contentType ? { 'content-type': reading.contentType } : {},
      }),
    );
  return createFeedBackend({ src: reading.url, fetch: answer }).posts.list({});
}

async function analyse(reading: Reading, { url, origin }: CheckRequest, now: number): Promise<CheckAnswer> {
  const final = new URL(reading.url);
  const base = { url: url.href, finalUrl: final.href, findings: [] };
  const { text, encoding, isDoubtful } = decodeText(reading.bytes, reading.contentType);
  if (text.trim() === '') return { ...base, state: 'unreadable', failure: { reason: 'empty', host: final.host } };
  if (isCalendar(text)) return { ...base, state: 'calendar' };
  const form = feedForm(text);
  if (!form) {
    if (!isPage(text)) return { ...base, state: 'other' };
    const wordpress = wordpressOfPage(text, final.href);
    return { ...base, state: 'page', feeds: feedsOfPage(text, final.href), ...(wordpress && { wordpress }) };
  }
  const items = await postsOf(reading).then(
    (page) => page.items,
    (error: unknown) => {
      if (!(error instanceof BackendError) || error.kind !== 'invalid') throw error;
      // Its root is that of a feed, and the reader finds nothing in it.
      return [];
    },
  );
  const { allowOrigin } = reading;
  const isOwn = final.origin === origin;
  return {
    ...base,
    state: 'feed',
    ...feedFindings({
      url: final,
      form,
      title: items[0]?.source?.title ?? items[0]?.source?.label,
      posts: items,
      transport: {
        bytes: reading.bytes.length,
        ...(reading.contentType && { contentType: reading.contentType.slice(0, 200) }),
        encoding,
        https: final.protocol === 'https:',
        cors: {
          origin,
          allowed: isOwn || allowOrigin === '*' || allowOrigin === origin,
          ...(allowOrigin !== null && { header: allowOrigin.slice(0, 200) }),
        },
      },
      isDoubtful,
      isMoved: final.href !== url.href,
      now,
    }),
  };
}

/** Reads an address once and tells what a feed of it would be worth; a bad address is an answer, too. */
export async function checkFeed(hub: Hub, app: FastifyInstance, request: CheckRequest): Promise<CheckAnswer> {
  const { url, base } = request;
  try {
    const reading = await (url.origin === new URL(base).origin ? readOwn(app, request) : readForeign(hub, request));
    return await analyse(reading, request, hub.clock());
  } catch (error) {
    return { url: url.href, state: 'unreadable', failure: failureOf(error, url), findings: [] };
  }
}
