import { BackendError } from './backend-error.ts';
import { createHttp, type HttpOptions } from './http.ts';

/** What the beginning of an answer is, whatever its label says. */
const SIGNS: readonly (readonly [kind: string, text: RegExp])[] = [
  ['icalendar', /^BEGIN:V/i],
  // Before its root a feed may have warnings of the program that wrote it.
  ['feed', /^(?!\{)[^]*?<(rss|feed|rdf:RDF|channel)[\s>]|^\{[^]*"https?:[\\/]*jsonfeed\.org/i],
  ['static', /^\{/],
];

/**
 * The kind of a source whose address does not tell: found by looking at what it answers.
 * @throws {BackendError} as any request; `invalid` when the answer is none of the known kinds
 */
export async function probeKind(url: string, options: Pick<HttpOptions, 'fetch' | 'timeout'>): Promise<string> {
  const { fetch, timeout } = options;
  const { bytes } = await createHttp({ fetch, timeout }).get(url, {
    accept:
      'text/calendar, application/feed+json, application/json, application/rss+xml, application/atom+xml, */*;q=0.1',
  });
  const head = new TextDecoder().decode(bytes.subarray(0, 2048)).trimStart();
  const kind = SIGNS.find(([, text]) => text.test(head))?.[0];
  if (!kind) throw new BackendError('invalid', `Unknown kind of data at ${url}`, { url, reason: 'content-type' });
  return kind;
}
