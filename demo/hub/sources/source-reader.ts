import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Agent, fetch as undiciFetch, type Response as UndiciResponse } from 'undici';
import { BackendError } from '../../../src/backend/backend-error.ts';
import { errorOfStatus } from '../../../src/backend/http-errors.ts';
import { addressCheck, checkLiteral, guardedLookup } from './address-guard.ts';

/** A copy of what a source sent. */
export interface SourceCopy {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Where it came from in the end, behind redirects. */
  readonly url?: string;
  /** `Access-Control-Allow-Origin`: whether the pages of browsers could have read it, too. */
  readonly allowOrigin?: string | null;
}

export interface ReadOptions {
  readonly url: string;
  readonly allowPrivate: readonly string[];
  readonly maxBytes: number;
  readonly seconds: number;
  /** Folders that `file:` addresses may lie in. */
  readonly folders: readonly string[];
  /** Validators of the copy at hand. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Added to what is sent anyway, or in place of it. */
  readonly headers?: Readonly<Record<string, string>>;
}

const REDIRECTS = 3;
const REDIRECT_CODES = [301, 302, 303, 307, 308];
const ACCEPT = 'text/calendar, application/calendar+json;q=0.5, text/plain;q=0.3, */*;q=0.1';
const USER_AGENT = 'Bausteine-Hub (calendar reader)';

const tooLarge = (url: string, maxBytes: number): BackendError =>
  new BackendError('invalid', `more than ${maxBytes} bytes`, { url, reason: 'too-large' });

async function readFileSource({ url, folders, maxBytes }: ReadOptions): Promise<SourceCopy | null> {
  let path: string;
  try {
    path = await realpath(fileURLToPath(url));
  } catch (cause) {
    throw new BackendError('missing', 'there is no such file', { url, cause });
  }
  const roots = await Promise.all(folders.map((folder) => realpath(folder).catch(() => null)));
  if (!roots.some((root) => root !== null && path.startsWith(root + sep))) {
    throw new BackendError('denied', 'the file is not in a folder that sources may be read from', { url });
  }
  const { size } = await stat(path);
  if (size > maxBytes) throw tooLarge(url, maxBytes);
  return { bytes: await readFile(path), contentType: null, etag: null, lastModified: null };
}

async function readBody(response: UndiciResponse, url: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    // Counted behind the decompression: a small answer that unpacks to a large one stops here too.
    if (length > maxBytes) throw tooLarge(url, maxBytes);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, length);
}

function nextHop(response: UndiciResponse, url: URL): URL {
  const location = response.headers.get('location');
  if (!location || !URL.canParse(location, url)) {
    throw new BackendError('invalid', `a redirect without an address`, { url: url.href, status: response.status });
  }
  return new URL(location, url);
}

function checkUrl(url: URL): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new BackendError('denied', `${url.protocol} addresses are not read`, { url: url.href });
  }
  if (url.username || url.password)
    throw new BackendError('denied', 'addresses with a password are not read', { url: url.href });
}

async function readHttp(options: ReadOptions): Promise<SourceCopy | null> {
  const isAllowed = addressCheck(options.allowPrivate);
  const agent = new Agent({
    connect: { lookup: guardedLookup(isAllowed), timeout: 5_000 },
    headersTimeout: options.seconds * 1000,
    maxResponseSize: -1,
  });
  // One deadline for all hops and the whole body: a source that drips keeps no chunk waiting, and still ends.
  const signal = AbortSignal.timeout(options.seconds * 1000);
  let url = new URL(options.url.replace(/^webcal:/, 'https:'));
  try {
    for (let hop = 0; hop <= REDIRECTS; hop += 1) {
      checkUrl(url);
      checkLiteral(url.hostname, isAllowed);
      const response = await undiciFetch(url, {
        dispatcher: agent,
        redirect: 'manual',
        signal,
        headers: {
          accept: ACCEPT,
          'user-agent': USER_AGENT,
          ...(options.etag && { 'if-none-match': options.etag }),
          ...(options.lastModified && { 'if-modified-since': options.lastModified }),
          ...options.headers,
        },
      });
      if (REDIRECT_CODES.includes(response.status)) {
        await response.body?.cancel();
        url = nextHop(response, url);
        continue;
      }
      if (response.status === 304) return null;
      const bytes = await readBody(response, url.href, options.maxBytes);
      if (response.status >= 400)
        throw errorOfStatus(url.href, response.status, response.headers as unknown as Headers, bytes);
      const header = (name: string): string | null => response.headers.get(name);
      return {
        bytes,
        contentType: header('content-type'),
        etag: header('etag'),
        lastModified: header('last-modified'),
        url: url.href,
        allowOrigin: header('access-control-allow-origin'),
      };
    }
    throw new BackendError('invalid', `more than ${REDIRECTS} redirects`, { url: options.url });
  } catch (error) {
    if (error instanceof BackendError) throw error;
    if (signal.aborted)
      throw new BackendError('timeout', `no whole answer in ${options.seconds} s`, { url: url.href, cause: error });
    const cause = (error as Error).cause;
    if (cause instanceof BackendError) throw cause;
    const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? (error as Error).message;
    throw new BackendError('unknown', `no answer: ${code}`, { url: url.href, cause: error });
  } finally {
    await agent.destroy();
  }
}

/**
 * Reads a source once; null when it has not changed since the copy whose validators were given. The hub is no proxy:
 * only configured addresses come in here, and each connection is checked.
 * @throws BackendError
 */
export const readSource = (options: ReadOptions): Promise<SourceCopy | null> =>
  options.url.startsWith('file:') ? readFileSource(options) : readHttp(options);

export const hashOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\u0000');
  return hash.digest('base64url');
};
