import { isWorkerUrl, workerUrl, type WorkerName } from './asset-base.ts';
import { trustedPolicy, type TrustedPolicy } from './trusted-types.ts';

/** The part of a policy that starting a worker needs. */
type ScriptUrlPolicy = Pick<TrustedPolicy, 'createScriptURL'>;

/** What all copies of the library on a page share (see internal/runtime.ts), where an element has made it. */
const RUNTIME = Symbol.for('vr.runtime');

interface PolicyHome {
  workerPolicy?: ScriptUrlPolicy | null;
}

const ownHome: PolicyHome = {};

/**
 * The policy `vr` of this page. It can be made only once where the page lists its policies, so a second copy of the
 * library takes the first one's. Null where the page forbids it; undefined where the browser has no Trusted Types.
 */
function policyOf(page: { [RUNTIME]?: PolicyHome; trustedTypes?: unknown }): ScriptUrlPolicy | null | undefined {
  if (!page.trustedTypes) return undefined;
  const home = page[RUNTIME] ?? ownHome;
  if (home.workerPolicy === undefined) {
    const policy = trustedPolicy();
    home.workerPolicy = policy ? onlyOwnWorkers(policy) : null;
  }
  return home.workerPolicy;
}

/** What lies on the runtime is in reach of the whole page, so it vouches for this library's own files only. */
const onlyOwnWorkers = (policy: TrustedPolicy): ScriptUrlPolicy => ({
  createScriptURL(url) {
    if (!isWorkerUrl(url)) throw new TypeError(`not a worker of this library: ${url}`);
    return policy.createScriptURL(url);
  },
});

/**
 * Starts a worker of this library.
 *
 * @returns null where there are none: in Node, under a policy that forbids them, from another origin, in a sandbox. A
 *   worker that the page's `worker-src` forbids is returned and reports `error` instead of its first message.
 */
export function startWorker(name: WorkerName): Worker | null {
  if (typeof Worker !== 'function' || typeof document !== 'object') return null;
  const url = workerUrl(name);
  if (url === null) return null;
  try {
    const policy = policyOf(globalThis as Parameters<typeof policyOf>[0]);
    if (policy === null) return null;
    // TypeScript's Worker takes no trusted address; the browser does.
    const address = policy ? policy.createScriptURL(url) : url;
    return new Worker(address, { type: 'module', name: `vr-${name}` });
  } catch {
    return null;
  }
}
