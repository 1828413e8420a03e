import { BackendError, type BackendErrorKind } from '../../backend-error.ts';
import { createCache } from '../../cache.ts';
import { createHttp, type HttpReader } from '../../http.ts';
import type { AdapterOptions, CallOptions, EventsPort } from '../../ports.ts';
import type { Problem, SourceRef } from '../../../model/page.ts';
import { isTimeZone, toInstantString } from '../../../model/time-zone.ts';
import { openCalendar, type OpenCalendar } from './calendar-reader.ts';

export interface IcalendarOptions extends AdapterOptions {
  /** The file itself, where the caller has it already; nothing is fetched then. */
  readonly data?: string | Uint8Array;
  /** `charset` of `data`, where it is bytes and its sender named one. */
  readonly charset?: string;
  /** Bytes after which a file is refused. Default 25 MB. */
  readonly maxBytes?: number;
  /** Milliseconds that a file is kept before it is fetched again. Default 5 minutes. */
  readonly maxAge?: number;
}

const MAX_BYTES = 25_000_000;
const MAX_AGE = 5 * 60_000;
const ACCEPT = 'text/calendar, text/plain;q=0.5, */*;q=0.1';

/** http(s) addresses of a source, in the order in which they are worth a try: `webcal:` says nothing about the scheme. */
export function addressesOf(src: string, pageProtocol: string | undefined): readonly string[] {
  const rest = /^webcals?:(.*)$/i.exec(src.trim())?.[1];
  if (rest === undefined) return [src.trim()];
  return pageProtocol === 'http:' ? [`http:${rest}`, `https:${rest}`] : [`https:${rest}`];
}

async function fetchFirst(
  http: HttpReader,
  addresses: readonly string[],
  maxBytes: number,
  signal: AbortSignal,
): ReturnType<HttpReader['get']> {
  let failure: unknown = new BackendError('missing', 'a source without an address');
  for (const address of addresses) {
    try {
      return await http.get(address, { accept: ACCEPT, maxBytes, signal });
    } catch (error) {
      signal.throwIfAborted();
      failure = error;
    }
  }
  throw failure;
}

/** A file, fresh, or the last good one with the problem that it is old. */
interface LoadedFile {
  readonly calendar: OpenCalendar;
  readonly stale?: Problem;
}

/** Failures that may be over in a while: until then the last good copy answers, for months not yet looked at too. */
const PASSING: ReadonlySet<BackendErrorKind> = new Set(['offline', 'timeout', 'busy', 'unknown']);

const charsetOf = (contentType: string | null): string | undefined =>
  /;\s*charset="?([\w.:-]+)/i.exec(contentType ?? '')?.[1];

/**
 * Events of an iCalendar file (RFC 5545): a file on a server, a `webcal:` address, or a public CalDAV collection, which
 * answers a GET with all its events. Series are expanded; parts that cannot be read become problems of the page.
 *
 * `list` rejects with `BackendError`: the kinds of `http`, or `invalid` with reason `html`, `content-type`, `empty` or
 * `too-large` where the answer is no calendar. While a server that once answered is out of reach, the last copy answers
 * with a problem `stale`.
 */
export function createIcalendarBackend(options: IcalendarOptions): { readonly events: EventsPort } {
  const { src, data, label, maxBytes = MAX_BYTES } = options;
  const timeZone = options.timeZone && isTimeZone(options.timeZone) ? options.timeZone : 'Europe/Berlin';
  const source: SourceRef = { id: src, ...(label ? { label } : {}) };
  const http = createHttp({ fetch: options.fetch, timeout: options.timeout });
  const files = createCache<LoadedFile>({ ttl: options.maxAge ?? MAX_AGE, max: 1 });
  const addresses = addressesOf(src, globalThis.location?.protocol);
  let lastGood: { readonly calendar: OpenCalendar; readonly since: string } | undefined;

  const open = async (signal: AbortSignal): Promise<OpenCalendar> => {
    if (data !== undefined) {
      if (data.length > maxBytes) {
        throw new BackendError('invalid', `more than ${maxBytes} bytes`, { reason: 'too-large' });
      }
      return openCalendar(data, { timeZone, source, charset: options.charset }, signal);
    }
    const answer = await fetchFirst(http, addresses, maxBytes, signal);
    const { url, status } = answer;
    const charset = charsetOf(answer.headers.get('content-type'));
    try {
      return await openCalendar(answer.bytes, { timeZone, source, charset }, signal);
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      const { kind, message, reason } = error;
      throw new BackendError(kind, `${message}: ${url}`, { url, status, reason, cause: error });
    }
  };

  const load = async (signal: AbortSignal): Promise<LoadedFile> => {
    try {
      const calendar = await open(signal);
      lastGood = { calendar, since: toInstantString(Date.now()) };
      return { calendar };
    } catch (error) {
      if (!lastGood || !(error instanceof BackendError) || !PASSING.has(error.kind)) throw error;
      const { calendar, since } = lastGood;
      const detail = error.message.slice(0, 300);
      return { calendar, stale: { code: 'stale', kind: error.kind, detail, since, source } };
    }
  };

  const file = async ({ signal, fresh }: CallOptions): Promise<LoadedFile> => {
    if (fresh) files.clear();
    const loaded = await files.get('', load, signal);
    // An old copy helps for now; the next question tries the server again.
    if (loaded.stale) files.clear();
    return loaded;
  };

  const events: EventsPort = {
    async list(query, options: CallOptions = {}) {
      const { calendar, stale } = await file(options);
      const page = await calendar.list(query, options.signal);
      return stale ? { ...page, problems: [stale, ...page.problems] } : page;
    },
    async get(uid, { recurrenceId, ...options } = {}) {
      return (await file(options)).calendar.get(uid, recurrenceId, options.signal);
    },
    ...(/^(?:https?|webcals?):/i.test(src) ? { subscribeUrl: src.trim().replace(/^[a-z]+:/i, 'webcal:') } : {}),
  };
  return { events };
}
