import { BackendError } from './backend-error.ts';
import { createCache } from './cache.ts';
import { errorOfFailure, errorOfStatus } from './http-errors.ts';

export interface HttpOptions {
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds until one try of a request is given up, its body included. Default 10,000. */
  readonly timeout?: number;
  /** Default `same-origin`. */
  readonly credentials?: RequestCredentials;
}

export interface GetOptions {
  /** Value of the `Accept` header. */
  readonly accept?: string;
  /** Media types that will do; any if absent. An answer without a type always passes. */
  readonly types?: RegExp;
  readonly signal?: AbortSignal;
  /** Bytes after which the answer is refused (`invalid`, reason `too-large`). Default 25 MB. */
  readonly maxBytes?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SendOptions {
  readonly signal?: AbortSignal;
  /** Value of `Idempotency-Key`: the same key makes the server act once. */
  readonly idempotencyKey?: string;
  /** Value of `If-Match`: refused with `conflict` when somebody else was faster. */
  readonly ifMatch?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface UploadOptions extends SendOptions {
  /** Told while the bytes leave: their share, 0 to 1, never going back. Without a way to know it is told 1 at the end. */
  readonly onProgress?: (share: number) => void;
  /** Milliseconds without any progress until it is given up. Default 60,000; a large file may take as long as it moves. */
  readonly timeout?: number;
}

/** An answer with a status below 400. */
export interface HttpAnswer {
  /** Where it came from in the end, behind redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** The one way to the network. Everything rejects with `BackendError`, or with the signal's reason after an abort. */
export interface HttpReader {
  /** GET, retried within 4 s after network failures, 502, 503 and 504; shared with others who ask the same meanwhile. */
  get(url: string, options?: GetOptions): Promise<HttpAnswer>;
  /** GET of a JSON document. */
  json(url: string, options?: GetOptions): Promise<HttpAnswer & { readonly data: unknown }>;
}

/** Reading and writing, signed in where the reader is: `createWritingHttp`. */
export interface Http extends HttpReader {
  /** A write, never repeated by itself. `body`: form data and blobs as they are, anything else as JSON. */
  send(method: string, url: string, body?: unknown, options?: SendOptions): Promise<HttpAnswer>;
  /** A POST of files that tells how far it is. An abort stops the transfer. */
  upload(url: string, form: FormData, options?: UploadOptions): Promise<HttpAnswer>;
}

/** One try of one request. */
export type Request = (
  url: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
  maxBytes?: number,
) => Promise<HttpAnswer>;

const MAX_BYTES = 25_000_000;
/** A failed first load is told within 5 s, so no try may begin later than this. */
const RETRY_WINDOW = 4000;
const RETRY_DELAY = 400;

/** In-flight GETs of the page; own `fetch` functions do not share. */
const shared = createCache<HttpAnswer>();

/** The value of a JSON answer. @throws {BackendError} `invalid` when it is none. */
export function parseJson({ bytes, url, status }: HttpAnswer): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = text.trim() ? undefined : 'empty';
    throw new BackendError('invalid', `Not JSON: ${url}`, { url, status, reason, cause });
  }
}

/** Sends requests as they are, once each; reading and writing are built on it. */
export function createRequest(options: HttpOptions): Request {
  const { timeout = 10_000, credentials = 'same-origin' } = options;
  const call: typeof fetch = (input, init) => (options.fetch ?? globalThis.fetch)(input, init);
  return async (url, init, signal, maxBytes = MAX_BYTES) => {
    const late = AbortSignal.timeout(timeout);
    const both = signal ? AbortSignal.any([signal, late]) : late;
    try {
      const response = await call(url, { credentials, ...init, signal: both });
      const bytes = await readBytes(response, maxBytes);
      const from = response.url || url;
      if (response.status >= 400) throw errorOfStatus(from, response.status, response.headers, bytes);
      refuseHtml(response, bytes, from);
      return { url: from, status: response.status, headers: response.headers, bytes };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof BackendError) throw error;
      if (late.aborted) throw new BackendError('timeout', `No answer in ${timeout} ms: ${url}`, { url, cause: error });
      throw await errorOfFailure(url, error, call);
    }
  };
}

export function createHttp(options: HttpOptions = {}): HttpReader {
  const { timeout, credentials } = options;
  const request = createRequest(options);
  const inFlight = options.fetch ? createCache<HttpAnswer>() : shared;

  const tryGet = async (url: string, init: RequestInit, signal: AbortSignal, maxBytes: number): Promise<HttpAnswer> => {
    const deadline = performance.now() + RETRY_WINDOW;
    for (let delay = RETRY_DELAY; ; delay *= 2) {
      try {
        return await request(url, init, signal, maxBytes);
      } catch (error) {
        if (!(error instanceof BackendError) || !isPassing(error)) throw error;
        const wait = error.retryAfter === undefined ? delay * (1 + Math.random() / 4) : error.retryAfter * 1000;
        if (performance.now() + wait > deadline) throw error;
        await pause(wait, signal);
      }
    }
  };

  const get: HttpReader['get'] = async (url, { accept = '*/*', types, signal, maxBytes = MAX_BYTES, headers } = {}) => {
    const sent = { accept, ...headers };
    const key = JSON.stringify([url, sent, credentials, maxBytes, timeout]);
    const answer = await inFlight.get(key, (all) => tryGet(url, { headers: sent }, all, maxBytes), signal);
    const type = answer.headers.get('content-type');
    if (types && type && !types.test(type)) {
      const { status } = answer;
      throw new BackendError('invalid', `${type} from ${url}`, { url: answer.url, status, reason: 'content-type' });
    }
    return answer;
  };

  return {
    get,
    async json(url, rest) {
      const answer = await get(url, { accept: 'application/json', ...rest });
      return { ...answer, data: parseJson(answer) };
    },
  };
}

/** Whether the failure may be gone in a moment. */
const isPassing = ({ kind, status }: BackendError): boolean =>
  status === undefined ? kind === 'unknown' : status >= 502 && status <= 504;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

async function readBytes(response: Response, max: number): Promise<Uint8Array> {
  const { url, status } = response;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > max) {
      await reader?.cancel();
      throw new BackendError('invalid', `More than ${max} bytes from ${url}`, { url, status, reason: 'too-large' });
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/**
 * A page for people where data were asked. The text decides, not the label: calendars are often sent as `text/html`,
 * and pages as `text/plain`. One behind a redirect is nearly always a sign-in.
 */
function refuseHtml({ redirected, status }: Response, bytes: Uint8Array, url: string): void {
  const head = new TextDecoder().decode(bytes.subarray(0, 1024));
  if (!/^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<(!doctype\s+html|html|head|body|meta|title|script)\b/i.test(head))
    return;
  if (redirected) throw new BackendError('denied', `Sign-in page at ${url}`, { url, status, reason: 'sign-in' });
  throw new BackendError('invalid', `HTML from ${url}`, { url, status, reason: 'html' });
}
