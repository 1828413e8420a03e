import { BackendError, type BackendErrorKind, type BlockedReason } from './backend-error.ts';

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

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const PRIVATE =
  /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|\[f[cde])|\.(local|internal|intranet|lan|home\.arpa)$|^[^.:]+$/;

const isLoopback = (host: string): boolean => LOOPBACK.test(host);
const isPrivate = (host: string): boolean => isLoopback(host) || PRIVATE.test(host);

/**
 * Why a browser hid the answer to a request from `page` to `url`, as far as the two addresses tell: http from an https
 * page (loopback is allowed), or an address of the inner network from a page of the outer one.
 */
export function blockedByAddress(url: string, page: string): BlockedReason | undefined {
  const to = new URL(url);
  const from = new URL(page);
  if (from.protocol === 'https:' && to.protocol === 'http:' && !isLoopback(to.hostname)) return 'mixed-content';
  if (/^https?:/.test(page) && isPrivate(to.hostname) && !isPrivate(from.hostname)) return 'local-network';
  return undefined;
}

/**
 * What a `fetch` that rejected without an answer means. In a browser CORS, a Content-Security-Policy and a dead server
 * all look alike, so a request that wants no answer is sent behind it: where that one gets through, the server lives
 * and only the answer was hidden.
 */
export async function errorOfFailure(url: string, cause: unknown, call: typeof fetch): Promise<BackendError> {
  if (globalThis.navigator?.onLine === false) return new BackendError('offline', 'No network', { url, cause });
  const page = globalThis.location?.href;
  if (page) {
    const reason = blockedByAddress(url, page) ?? (await probe(url, page, call));
    if (reason === 'sign-in') return new BackendError('denied', `Sign-in needed at ${url}`, { url, cause, reason });
    if (reason) return new BackendError('blocked', `Answer hidden by the browser: ${reason}`, { url, cause, reason });
  }
  return new BackendError('unknown', `No answer from ${url}`, { url, cause });
}

async function probe(url: string, page: string, call: typeof fetch): Promise<BlockedReason | 'sign-in' | undefined> {
  let violated = false;
  const onViolation = (event: SecurityPolicyViolationEvent): void => {
    violated ||= event.effectiveDirective === 'connect-src';
  };
  const target = globalThis.document;
  target?.addEventListener('securitypolicyviolation', onViolation);
  // A redirect of our own server to a sign-in page elsewhere fails as a whole; unfollowed, it can be seen.
  const sameOrigin = new URL(url).origin === new URL(page).origin;
  const signal = AbortSignal.timeout(1500);
  try {
    const answer = await call(url, { signal, ...(sameOrigin ? { redirect: 'manual' } : { mode: 'no-cors' }) });
    if (!sameOrigin) return 'cors-or-csp';
    return answer.type === 'opaqueredirect' ? 'sign-in' : undefined;
  } catch {
    // The report of the violation is a task of its own, behind the rejection.
    await new Promise((resolve) => setTimeout(resolve));
    return violated ? 'cors-or-csp' : undefined;
  } finally {
    target?.removeEventListener('securitypolicyviolation', onViolation);
  }
}
