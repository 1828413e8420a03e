import { BackendError } from './backend-error.ts';
import {
  createHttp,
  createRequest,
  type Http,
  type HttpAnswer,
  type HttpOptions,
  type SendOptions,
  type UploadOptions,
} from './http.ts';
import type { Session } from './session.ts';

export interface WritingHttpOptions extends HttpOptions {
  /** Who the requests are signed by; without it they go as the browser sends them. */
  readonly session?: Session;
  /** PUT, PATCH and DELETE go as POST with `X-HTTP-Method-Override`, for proxies that let nothing else through. */
  readonly methodOverride?: boolean;
}

type Headers = Readonly<Record<string, string>>;

/** Milliseconds without progress after which an upload is given up. */
const STALLED = 60_000;

/** The whole way to the network: reads as `createHttp` does, writes, and signs both in. Adapters that write use it. */
export function createWritingHttp(options: WritingHttpOptions = {}): Http {
  const { session, methodOverride, credentials = 'same-origin' } = options;
  const reader = createHttp(options);
  const request = createRequest(options);

  /** Runs a request with the headers of the session, and once more where the session could be renewed. */
  const signed = async <T>(method: string, url: string, run: (headers: Headers) => Promise<T>): Promise<T> => {
    if (!session) return run({});
    const proof = await session.sign(method, url);
    try {
      return await run(proof.headers);
    } catch (error) {
      if (!(error instanceof BackendError) || !session.concerns(error)) throw error;
      const newer = await session.renew(method, url, proof, error);
      try {
        return await run(newer.headers);
      } catch (again) {
        throw again instanceof BackendError && session.concerns(again) ? session.refused(again) : again;
      }
    }
  };

  const headersOf = ({ idempotencyKey, ifMatch, headers }: SendOptions, proof: Headers): Record<string, string> => ({
    accept: 'application/json',
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
    ...(ifMatch ? { 'if-match': ifMatch } : {}),
    ...headers,
    ...proof,
  });

  const send: Http['send'] = (method, url, body, given = {}) => {
    const raw = body === undefined || body instanceof FormData || body instanceof Blob;
    const override = methodOverride && method !== 'POST';
    return signed(method, url, (proof) => {
      given.signal?.throwIfAborted();
      const headers = {
        ...(raw ? {} : { 'content-type': 'application/json' }),
        ...(override ? { 'x-http-method-override': method } : {}),
        ...headersOf(given, proof),
      };
      return request(
        url,
        { method: override ? 'POST' : method, headers, body: raw ? body : JSON.stringify(body) },
        given.signal,
      );
    });
  };

  /** fetch tells nothing of what has left; the older interface does. A `fetch` of the page's own goes before. */
  const transfer = async (url: string, form: FormData, given: UploadOptions, proof: Headers): Promise<HttpAnswer> => {
    const { signal, onProgress, timeout = STALLED } = given;
    signal?.throwIfAborted();
    const headers = headersOf(given, proof);
    const older =
      onProgress && !options.fetch && typeof XMLHttpRequest === 'function'
        ? await import('./http-upload.ts').catch(() => undefined)
        : undefined;
    signal?.throwIfAborted();
    if (older) return older.uploadWithProgress(url, form, { headers, credentials, timeout, signal, onProgress });
    const patient = createRequest({ ...options, timeout: Math.max(timeout, options.timeout ?? 0) });
    const answer = await patient(url, { method: 'POST', headers, body: form }, signal);
    onProgress?.(1);
    return answer;
  };

  return {
    get: (url, given) =>
      signed('GET', url, (proof) => {
        given?.signal?.throwIfAborted();
        return reader.get(url, { ...given, headers: { ...given?.headers, ...proof } });
      }),
    json: (url, given) =>
      signed('GET', url, (proof) => {
        given?.signal?.throwIfAborted();
        return reader.json(url, { ...given, headers: { ...given?.headers, ...proof } });
      }),
    send,
    upload: (url, form, given = {}) => signed('POST', url, (proof) => transfer(url, form, given, proof)),
  };
}
