import { workerUrl, type WorkerName } from './asset-base.ts';

/** The part of the Trusted Types API that is used here; not every browser has it. */
interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

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
function policyOf(page: { [RUNTIME]?: PolicyHome; trustedTypes?: PolicyFactory }): ScriptUrlPolicy | null | undefined {
  if (!page.trustedTypes) return undefined;
  const home = page[RUNTIME] ?? ownHome;
  if (home.workerPolicy === undefined) {
    try {
      home.workerPolicy = page.trustedTypes.createPolicy('vr', {
        createScriptURL(url) {
          // The policy is in reach of the whole page, so it vouches for this library's own file only.
          if (url !== workerUrl('icalendar')) throw new TypeError(`not a worker of this library: ${url}`);
          return url;
        },
      });
    } catch {
      // Forbidden by the page's list of policies. The same work is then done in slices, without a word.
      home.workerPolicy = null;
    }
  }
  return home.workerPolicy;
}

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
    const address = (policy ? policy.createScriptURL(url) : url) as string;
    return new Worker(address, { type: 'module', name: `vr-${name}` });
  } catch {
    return null;
  }
}
