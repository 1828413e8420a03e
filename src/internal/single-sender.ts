import { openDeviceStore } from './device-store.ts';
import { randomId } from './random-id.ts';

/** Milliseconds that a lease holds without being renewed: a tab that was closed blocks the others no longer than this. */
const LEASE = 6000;
const RENEW = 2000;
/** Two tabs that take a free lease at once see after this long whose stayed. */
const SETTLE = 40;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });

/**
 * Runs `work` in one tab at a time, in turn. By the browser's locks where there are any; on an http intranet by a lease
 * in the storage that the tabs share. The lease is a courtesy, not a guarantee: what must not happen twice carries an
 * Idempotency-Key.
 *
 * @param signal ends the waiting; the work itself looks at it too
 */
export async function runAlone(name: string, work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  if (locks) {
    try {
      await locks.request(`vr:${name}`, { signal }, work);
      return;
    } catch (error) {
      if (signal.aborted) return;
      // Sandboxed frames have locks and may not use them.
      if (!(error instanceof DOMException) || error.name !== 'SecurityError') throw error;
    }
  }
  await runByLease(name, work, signal);
}

interface Lease {
  readonly owner: string;
  readonly until: number;
}

function readLease(text: string | undefined): Lease | undefined {
  const [, owner, until] = /^([0-9a-f]{32}) (\d{1,15})$/.exec(text ?? '') ?? [];
  return owner && until ? { owner, until: Number(until) } : undefined;
}

async function runByLease(name: string, work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const store = openDeviceStore('local', 'lease');
  const owner = randomId();
  const take = (): boolean => store.set(name, `${owner} ${Date.now() + LEASE}`);
  while (!signal.aborted) {
    const held = readLease(store.get(name));
    // A clock that was put back must not lock for hours.
    const isFree = !held || held.owner === owner || held.until < Date.now() || held.until > Date.now() + LEASE;
    if (isFree) {
      // Where nothing can be kept, no other tab sees our entries either.
      if (!take()) break;
      await pause(SETTLE * (1 + Math.random()), signal);
      if (readLease(store.get(name))?.owner === owner) break;
    } else await pause(Math.min(RENEW, Math.max(SETTLE, held.until - Date.now())), signal);
  }
  if (signal.aborted) return;
  const timer = setInterval(take, RENEW);
  try {
    await work();
  } finally {
    clearInterval(timer);
    if (readLease(store.get(name))?.owner === owner) store.delete(name);
  }
}
