import { BackendError, type BackendErrorKind } from './backend-error.ts';

const KIND_OF_STATUS: Readonly<Record<number, BackendErrorKind>> = {
  400: 'invalid',
  401: 'denied',
  403: 'denied',
  404: 'missing',
  405: 'unsupported',
  406: 'unsupported',
  408: 'timeout',
  409: 'conflict',
  410: 'missing',
  412: 'conflict',
  413: 'invalid',
  415: 'unsupported',
  422: 'invalid',
  429: 'busy',
  501: 'unsupported',
  503: 'busy',
  504: 'timeout',
};

/** Seconds of a `Retry-After` header (RFC 9110, 10.2.3: seconds or a date), or undefined. */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after');
  if (!text) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

/** The error of an answer whose status is 400 or above; `body` may carry RFC 9457 problem details. */
export function errorOfStatus(url: string, status: number, headers: Headers, body: Uint8Array): BackendError {
  let problem: Record<string, unknown> | undefined;
  if (/^application\/([\w.-]+\+)?json/i.test(headers.get('content-type') ?? '')) {
    try {
      const parsed: unknown = JSON.parse(new TextDecoder().decode(body));
      if (typeof parsed === 'object' && parsed !== null) problem = parsed as Record<string, unknown>;
    } catch {
      problem = undefined; // The status alone says enough.
    }
  }
  return new BackendError(KIND_OF_STATUS[status] ?? 'unknown', `${status} from ${url}`, {
    url,
    status,
    problem,
    retryAfter: retryAfterOf(headers, Date.now()),
    ...(status === 413 ? { reason: 'too-large' as const } : {}),
  });
}

/** The error of a `fetch` that rejected without an answer. Its finer reasons are loaded when they are needed. */
export async function errorOfFailure(url: string, cause: unknown, call: typeof fetch): Promise<BackendError> {
  if (globalThis.navigator?.onLine === false) return new BackendError('offline', 'No network', { url, cause });
  // Without the file there is no reason to be had: then the server of the page itself is away.
  const find = globalThis.location && (await import('./blocked.ts').catch(() => undefined));
  const reason = await find?.whyBlocked(url, call);
  const kind = reason === 'sign-in' ? 'denied' : reason ? 'blocked' : 'unknown';
  return new BackendError(kind, `No answer from ${url}`, { url, cause, reason });
}
