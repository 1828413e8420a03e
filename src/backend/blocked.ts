import type { BlockedReason } from './backend-error.ts';

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
 * Why a browser let a request fail without an answer, where that can be found out. CORS, a Content-Security-Policy and a
 * dead server all look alike, so a request that wants no answer is sent behind it: where that one gets through, the
 * server lives and only the answer was hidden.
 */
export async function whyBlocked(url: string, call: typeof fetch): Promise<BlockedReason | 'sign-in' | undefined> {
  const page = location.href;
  return blockedByAddress(url, page) ?? probe(url, page, call);
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
