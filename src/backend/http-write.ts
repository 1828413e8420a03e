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
  /**
   * Whether a refusal is the server's own word. With it, a PUT, PATCH or DELETE that something on the way refuses goes once
   * more as that POST, and where this gets through, all later ones go so at once.
   */
  readonly isOwnWord?: (error: BackendError) => boolean;
}

type Headers = Readonly<Record<string, string>>;

/** Milliseconds without progress after which an upload is given up. */
const STALLED = 60_000;

const OVERRIDDEN = /^(PUT|PATCH|DELETE)$/;

/** How firewalls say no to a method: by a status, or by a page for people under 200. */
const isRefusal = ({ status = 0, reason }: BackendError): boolean =>
  status === 403 || status === 405 || status === 501 || reason === 'html';

/** The whole way to the network: reads as `createHttp` does, writes, and signs both in. Adapters that write use it. */
export function createWritingHttp(options: WritingHttpOptions = {}): Http {
  const { session, isOwnWord, credentials = 'same-origin' } = options;
  const reader = createHttp(options);
  const request = createRequest(options);
  let { methodOverride = false } = options;

  const isRefusedOnTheWay = (error: unknown): boolean =>
    error instanceof BackendError && isRefusal(error) && isOwnWord?.(error) === false;

  /**
   * Runs a request with the headers of the session, and once more where the session could be renewed.
   *
   * @param asItIs the method may be what is refused: then the session has nothing to do with it
   */
  const signed = async <T>(
    method: string,
    url: string,
    run: (headers: Headers) => Promise<T>,
    asItIs = false,
  ): Promise<T> => {
    if (!session) return run({});
    const proof = await session.sign(method, url);
    try {
      return await run(proof.headers);
    } catch (error) {
      if (!(error instanceof BackendError) || !session.concerns(error)) throw error;
      if (asItIs && isRefusedOnTheWay(error)) throw error;
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

  const sendAs = (
    method: string,
    asPost: boolean,
    url: string,
    body: unknown,
    given: SendOptions,
  ): Promise<HttpAnswer> => {
    const raw = body === undefined || body instanceof FormData || body instanceof Blob;
    const run = (proof: Headers): Promise<HttpAnswer> => {
      given.signal?.throwIfAborted();
      const headers = {
        ...(raw ? {} : { 'content-type': 'application/json' }),
        ...(asPost ? { 'x-http-method-override': method } : {}),
        ...headersOf(given, proof),
      };
      return request(
        url,
        { method: asPost ? 'POST' : method, headers, body: raw ? body : JSON.stringify(body) },
        given.signal,
      );
    };
    return signed(method, url, run, !asPost && OVERRIDDEN.test(method));
  };

  const send: Http['send'] = async (method, url, body, given = {}) => {
    const overridable = OVERRIDDEN.test(method);
    try {
      return await sendAs(method, overridable && methodOverride, url, body, given);
    } catch (refused) {
      if (!overridable || methodOverride || !isRefusedOnTheWay(refused)) throw refused;
      // The server has not seen it: to send it once more is no repetition. Key and condition go along all the same.
      try {
        const answer = await sendAs(method, true, url, body, given);
        methodOverride = true;
        return answer;
      } catch (error) {
        if (isRefusedOnTheWay(error)) throw refused;
        methodOverride = error instanceof BackendError && (isOwnWord?.(error) ?? false);
        throw error;
      }
    }
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
