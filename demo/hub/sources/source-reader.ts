import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BackendError } from '../../../src/backend/backend-error.ts';
import { errorOfStatus } from '../../../src/backend/http-errors.ts';
import { GuardedClient } from './guarded-client.ts';
import type { HostGate } from './host-gate.ts';

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
  /** Keeps two requests from one host at the same time. */
  readonly gate?: HostGate;
}

const ACCEPT = 'text/calendar, application/calendar+json;q=0.5, text/plain;q=0.3, */*;q=0.1';
export const USER_AGENT = 'Bausteine-Hub (source reader)';

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

async function readHttp(options: ReadOptions): Promise<SourceCopy | null> {
  const url = options.url.replace(/^webcal:/, 'https:');
  const { allowPrivate, maxBytes, seconds, gate } = options;
  const client = new GuardedClient({
    url,
    allowPrivate,
    maxBytes,
    seconds,
    userAgent: USER_AGENT,
    ...(gate && { gate }),
  });
  try {
    const answer = await client.get(url, {
      accept: ACCEPT,
      ...(options.etag && { 'if-none-match': options.etag }),
      ...(options.lastModified && { 'if-modified-since': options.lastModified }),
      ...options.headers,
    });
    const { status, bytes } = answer;
    if (status === 304) return null;
    if (status >= 400) throw errorOfStatus(answer.url, status, answer.headers as unknown as Headers, bytes);
    const header = (name: string): string | null => answer.headers.get(name);
    return {
      bytes,
      contentType: header('content-type'),
      etag: header('etag'),
      lastModified: header('last-modified'),
      url: answer.url,
      allowOrigin: header('access-control-allow-origin'),
    };
  } finally {
    await client.close();
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
