export interface CacheOptions {
  /** Milliseconds that a value is kept; 0 shares only what is under way. */
  readonly ttl?: number;
  /** Values kept at most; the oldest goes first. Default 50. */
  readonly max?: number;
}

interface Entry<T> {
  readonly value: Promise<T>;
  readonly abort: AbortController;
  callers: number;
  /** `performance.now()` after which the value is stale; infinite while under way. */
  until: number;
}

/** Answers by key: one load for all who ask at the same time, kept for a while, failures never. */
export interface Cache<T> {
  /**
   * The value of a key. `load` gets a signal that fires only when every caller has given up; an abort of one rejects
   * for that one alone, with its signal's reason.
   */
  get(key: string, load: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  clear(): void;
}

export function createCache<T>({ ttl = 0, max = 50 }: CacheOptions = {}): Cache<T> {
  const entries = new Map<string, Entry<T>>();

  const open = (key: string, load: (signal: AbortSignal) => Promise<T>): Entry<T> => {
    const abort = new AbortController();
    const drop = (): void => {
      if (entries.get(key) === entry) entries.delete(key);
    };
    const entry: Entry<T> = { value: load(abort.signal), abort, callers: 0, until: Infinity };
    entry.value.then(() => {
      entry.until = performance.now() + ttl;
      if (!ttl) drop();
    }, drop);
    abort.signal.addEventListener('abort', drop);
    entries.set(key, entry);
    for (const old of entries.keys()) {
      if (entries.size <= max) break;
      entries.delete(old);
    }
    return entry;
  };

  return {
    get(key, load, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      let entry = entries.get(key);
      if (!entry || entry.until < performance.now()) entry = open(key, load);
      const shared = entry;
      shared.callers++;
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          reject(signal?.reason as Error);
          if (--shared.callers === 0 && shared.until === Infinity) shared.abort.abort(signal?.reason);
        };
        signal?.addEventListener('abort', leave);
        shared.value.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
      });
    },
    clear: () => entries.clear(),
  };
}
