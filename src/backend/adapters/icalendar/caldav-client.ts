import type { Problem } from '../../../model/page.ts';
import { BackendError } from '../../backend-error.ts';
import { createHttp, createRequest, type HttpAnswer, type HttpOptions } from '../../http.ts';
import { CONTENTS, entriesAt, eventNamed, eventsWithin } from './caldav-requests.ts';
import { readMultistatus, type DavResponse } from './dav-multistatus.ts';
import { decodeText } from './ics-text.ts';

/** Calendars as a collection gave them. */
export interface CollectionAnswer {
  /** Files of iCalendar, each whole. */
  readonly files: readonly (string | Uint8Array)[];
  readonly name?: string;
  readonly problems: readonly Problem[];
}

export interface CollectionClient {
  /** What reaches into a range (epoch ms); undefined where the server does not answer such questions. */
  within(from: number, to: number, signal: AbortSignal): Promise<CollectionAnswer | undefined>;
  /** The event with a UID; undefined where the server does not answer such questions. */
  named(uid: string, signal: AbortSignal): Promise<CollectionAnswer | undefined>;
  /** All there is, by whatever way the server lets it be had. */
  whole(signal: AbortSignal): Promise<CollectionAnswer>;
}

/** Entries of a collection that are read one by one or in portions, where it answers no questions. */
const MAX_ENTRIES = 2000;
const PORTION = 100;
const AT_ONCE = 6;
const MAX_BYTES = 25_000_000;
const XML = 'application/xml; charset=utf-8';

/**
 * Whether the server, or what stands before it, does not know the method or the question. A browser cannot see why a
 * request was stopped (no CORS for REPORT), so that counts as well; a server that is busy or wants a sign-in does not.
 */
const isRefusal = ({ kind, status }: BackendError): boolean =>
  kind === 'unsupported' ||
  kind === 'blocked' ||
  status === 400 ||
  status === 403 ||
  status === 404 ||
  status === 500 ||
  (kind === 'unknown' && status === undefined) ||
  (kind === 'invalid' && status !== 413);

/** Servers of the sabre family answer a GET of the collection only with this query. */
const exportAddress = (collection: string): string => {
  const url = new URL(collection);
  url.searchParams.set('export', '');
  return url.href.replace(/export=(?=&|$)/, 'export');
};

/** Address of the collection, with the slash at the end that servers want. */
const collectionAt = (src: string): string => {
  const url = new URL(src);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  url.hash = '';
  return url.href;
};

/** Speaks to one public collection (RFC 4791), by GET where nothing else goes through. */
export function createCollectionClient(src: string, options: HttpOptions): CollectionClient {
  const base = collectionAt(src);
  const request = createRequest(options);
  const http = createHttp(options);
  let asks = true;
  /** Nothing but plain reading came back from there: what browsers ask about first does not get through. */
  let plain = false;

  const dav = async (
    method: 'REPORT' | 'PROPFIND',
    body: string,
    signal: AbortSignal,
  ): Promise<readonly DavResponse[]> => {
    const headers = { depth: '1', 'content-type': XML, accept: 'application/xml, text/xml' };
    const { bytes, url, status } = await request(base, { method, headers, body }, signal, MAX_BYTES);
    const responses = readMultistatus(decodeText(bytes));
    if (!responses) {
      throw new BackendError('invalid', `No multistatus from ${url}`, { url, status, reason: 'content-type' });
    }
    return responses;
  };

  const filesOf = (responses: readonly DavResponse[]): CollectionAnswer => {
    const files: string[] = [];
    const problems: Problem[] = [];
    for (const { href, status, texts } of responses) {
      const data = texts.get('calendar-data');
      if (data?.trim()) files.push(data);
      // RFC 4791, 7.8: 507 for the collection itself says that there would have been more.
      else if (status === 507) problems.push({ code: 'limit-reached', detail: `The server gave a part of ${base}` });
      else if (status !== undefined && status >= 400)
        problems.push({ code: 'unsupported-part', detail: `${status} for ${href.slice(0, 200)}` });
    }
    return { files, problems: problems.slice(0, 20) };
  };

  const ask = async (body: string, signal: AbortSignal): Promise<CollectionAnswer | undefined> => {
    if (!asks) return undefined;
    try {
      return filesOf(await dav('REPORT', body, signal));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof BackendError) || !isRefusal(error)) throw error;
      asks = false;
      plain = error.status === undefined;
      return undefined;
    }
  };

  const get = (address: string, signal: AbortSignal): Promise<HttpAnswer> =>
    http.get(address, { accept: 'text/calendar, */*;q=0.1', maxBytes: MAX_BYTES, signal });

  const oneByOne = async (hrefs: readonly string[], signal: AbortSignal): Promise<CollectionAnswer> => {
    const files: Uint8Array[] = [];
    const problems: Problem[] = [];
    for (let at = 0; at < hrefs.length; at += AT_ONCE) {
      const batch = hrefs.slice(at, at + AT_ONCE).map((href) => get(new URL(href, base).href, signal));
      for (const answer of await Promise.allSettled(batch)) {
        if (answer.status === 'fulfilled') files.push(answer.value.bytes);
        else if (problems.length < 20)
          problems.push({ code: 'unsupported-part', detail: String(answer.reason).slice(0, 300) });
      }
      signal.throwIfAborted();
    }
    return { files, problems };
  };

  /** The entries of the collection by name, then what they hold. */
  const listed = async (signal: AbortSignal): Promise<CollectionAnswer> => {
    const responses = await dav('PROPFIND', CONTENTS, signal);
    const origin = new URL(base).origin;
    const entries = responses.filter(
      ({ href, texts, types }) =>
        !types.has('collection') &&
        URL.canParse(href, base) &&
        // A list of addresses elsewhere is no reason to go there.
        new URL(href, base).origin === origin &&
        /text\/calendar|^$/i.test(texts.get('getcontenttype') ?? (/\.ics$/i.test(href) ? '' : 'no calendar')),
    );
    const hrefs = entries.slice(0, MAX_ENTRIES).map(({ href }) => href);
    const name = responses
      .find(({ types }) => types.has('calendar'))
      ?.texts.get('displayname')
      ?.trim();
    const more: readonly Problem[] =
      entries.length > hrefs.length ? [{ code: 'limit-reached', detail: `The first ${hrefs.length} entries` }] : [];
    const answers: CollectionAnswer[] = [];
    try {
      for (let at = 0; at < hrefs.length; at += PORTION) {
        answers.push(filesOf(await dav('REPORT', entriesAt(hrefs.slice(at, at + PORTION)), signal)));
      }
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof BackendError) || !isRefusal(error)) throw error;
      answers.splice(0, answers.length, await oneByOne(hrefs, signal));
    }
    return {
      files: answers.flatMap(({ files }) => files),
      problems: [...more, ...answers.flatMap(({ problems }) => problems)],
      ...(name && { name }),
    };
  };

  const asFile = async (address: string, signal: AbortSignal): Promise<CollectionAnswer> => {
    const { bytes, url, status } = await get(address, signal);
    if (/^\s*BEGIN:V/i.test(decodeText(bytes.subarray(0, 200)))) return { files: [bytes], problems: [] };
    throw new BackendError('invalid', `No calendar from ${url}`, { url, status, reason: 'content-type' });
  };

  return {
    within: (from, to, signal) => ask(eventsWithin(from, to), signal),
    named: (uid, signal) => ask(eventNamed(uid), signal),
    async whole(signal) {
      const file = (all: AbortSignal): Promise<CollectionAnswer> => asFile(base, all);
      const exported = (all: AbortSignal): Promise<CollectionAnswer> => asFile(exportAddress(base), all);
      let failure: BackendError | undefined;
      for (const way of plain ? [file, exported] : [listed, file, exported]) {
        try {
          return await way(signal);
        } catch (error) {
          signal.throwIfAborted();
          if (!(error instanceof BackendError)) throw error;
          // That a method is not known says less than anything else that a server can say.
          if (!failure || failure.kind === 'unsupported') failure = error;
          if (!isRefusal(error) || error.status === undefined) break;
        }
      }
      // What stopped all ways may be over with the next question.
      asks = true;
      plain = false;
      throw failure!;
    },
  };
}
