import { BackendError } from '../backend/backend-error.ts';
import { openDeviceStore, type DeviceStore, type StorageKind } from './device-store.ts';
import { warnOnLeaving } from './leave-warning.ts';
import { isUnwritten, readEntry, verdictOf, writeEntry, type OutboxEntry } from './outbox-entry.ts';
import { randomId } from './random-id.ts';
import { onSecondChance } from './second-chance.ts';
import { runAlone } from './single-sender.ts';
import { unlessAborted } from './unless-aborted.ts';

export type { OutboxEntry, OutboxState } from './outbox-entry.ts';

export interface OutboxOptions<I, R> {
  /** As the editor allows: `none` keeps entries in this tab's memory and warns before it is left with unsent ones. */
  readonly storage: StorageKind;
  /** Whose and which: endpoint, person and form, as in `draftScope`. Entries of another scope are never touched. */
  readonly scope: string;
  /** Does the write of one entry, with `entry.key` as its `idempotencyKey`. It rejects with `BackendError`. */
  readonly run: (entry: OutboxEntry<I, R>, signal: AbortSignal) => Promise<R>;
  /**
   * Whether the person of the scope is still the one who reads, asked before each try; false lets the entry wait for a
   * sign-in. Without it a write made in a name would go as a stranger's when the session has ended meanwhile.
   */
  readonly mayGo?: (signal: AbortSignal) => Promise<boolean>;
  /**
   * Milliseconds after which an entry is not repeated by itself any more, because the server may have forgotten its key.
   * Default 40 hours; a hub keeps keys for 48.
   */
  readonly maxAge?: number;
  /** Milliseconds before the second try, and at most: each further one waits twice as long. Default a second, five minutes. */
  readonly delays?: readonly [first: number, last: number];
}

export interface OutboxOrder<I> {
  /** What is to be done, in a name that survives a reload, such as `ideas.create`. */
  readonly operation: string;
  /** Plain data; files go before, by `attach`, and are named by their ids. */
  readonly input: I;
  /** Own name of the entry; a second order of the same name is the first. Default: made up. */
  readonly id?: string;
}

const DELAYS = [1000, 5 * 60_000] as const;
const MAX_AGE = 40 * 3_600_000;
/** Seconds of a server's `Retry-After` that are believed. */
const LONGEST_WAIT = 3600;

/**
 * Writes that wait until they have arrived: through dead networks, busy servers, reloads (where storage allows) and
 * several tabs, each once.
 *
 * ```ts
 * const outbox = new Outbox<IdeaInput, CreatedIdea>({
 *   storage: 'session',
 *   scope: draftScope({ endpoint, user, form: 'idea-submission' }),
 *   run: ({ input, key }, signal) => port.create!(input, { idempotencyKey: key, signal }),
 *   mayGo: async (signal) => (await account.me({ signal })).person?.id === user,
 * });
 * const stop = outbox.subscribe((entries) => this.requestUpdate());
 * outbox.resume();                                   // what a reload left; only where the person has begun to use the form
 * const { id } = outbox.enqueue({ operation: 'ideas.create', input });
 * const entry = await outbox.settled(id);            // sent, refused or needs-sign-in
 * if (entry.state === 'sent') { show(entry.result); outbox.forget(id); }
 * outbox.retry(id);                                  // "Erneut senden", and after a sign-in
 * outbox.dispose();                                  // the widget leaves the page; what waits stays kept
 * ```
 *
 * A write may have arrived though its answer did not, so an entry that has been tried cannot be changed: `withdraw` gives
 * it back only where nothing was written. What is kept of a sent entry stays until `forget`, without the answer: after a
 * reload the same key brings the server's first answer again.
 */
export class Outbox<I = unknown, R = unknown> {
  readonly #options: OutboxOptions<I, R>;
  readonly #store: DeviceStore;
  readonly #entries = new Map<string, OutboxEntry<I, R>>();
  /** Entries that the device has; of those, one that is gone was removed by another tab. */
  readonly #kept = new Set<string>();
  /** Entries that had arrived before this page, whose answer is asked for again. */
  readonly #replays = new Set<string>();
  readonly #listeners = new Set<(entries: readonly OutboxEntry<I, R>[]) => void>();
  /** Ends everything that is under way. */
  #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working = false;
  #unwatch: (() => void) | undefined;

  constructor(options: OutboxOptions<I, R>) {
    this.#options = options;
    this.#store = openDeviceStore(options.storage, `outbox:${options.scope}`);
  }

  /** The oldest first. */
  get entries(): readonly OutboxEntry<I, R>[] {
    return [...this.#entries.values()].sort((a, b) => a.addedAt - b.addedAt);
  }

  readonly get = (id: string): OutboxEntry<I, R> | undefined => this.#entries.get(id);

  /** Calls back after each change; gives what ends it. */
  subscribe(listener: (entries: readonly OutboxEntry<I, R>[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads what the device keeps from before, and sends it. Until it is called, or something is enqueued, nothing is read. */
  resume(): void {
    this.#listen();
    for (const id of this.#store.keys()) this.#load(id);
    this.#changed();
    void this.#work();
  }

  /** Keeps a write and sends it as soon as that is possible. */
  enqueue({ operation, input, id = randomId() }: OutboxOrder<I>): OutboxEntry<I, R> {
    this.#listen();
    const known = this.#entries.get(id) ?? this.#load(id);
    if (known) return known;
    // Times of the same millisecond would lose the order.
    const addedAt = Math.max(Date.now(), ...this.entries.map((entry) => entry.addedAt + 1));
    const entry: OutboxEntry<I, R> = {
      id,
      operation,
      input,
      key: randomId(),
      addedAt,
      state: 'sending',
      tries: 0,
      doubtful: false,
    };
    this.#put(entry);
    void this.#work();
    return entry;
  }

  /** The entry when it waits for nothing but a person: sent, refused, or needs-sign-in. */
  settled(id: string): Promise<OutboxEntry<I, R>> {
    return new Promise((resolve, reject) => {
      const look = (): boolean => {
        const entry = this.#entries.get(id);
        if (entry && (entry.state === 'sending' || entry.state === 'waiting')) return false;
        if (entry) resolve(entry);
        else reject(new Error(`No entry ${id}`));
        return true;
      };
      if (look()) return;
      const stop = this.subscribe(() => {
        if (look()) stop();
      });
    });
  }

  /** Tries one, or all, now: what waits, what needed a sign-in, and (asked for by its id) what was refused. */
  retry(id?: string): void {
    const isMeant = ({ state }: OutboxEntry<I, R>): boolean =>
      state === 'waiting' || state === 'needs-sign-in' || (id !== undefined && state === 'refused');
    for (const entry of this.entries) {
      if ((id !== undefined && entry.id !== id) || !isMeant(entry)) continue;
      // The server may have forgotten a key that old: repeating it is a new write, and the person wants it.
      const fresh = this.#isTooOld(entry) ? { key: randomId(), addedAt: Date.now() } : {};
      this.#put({ ...entry, ...fresh, state: 'sending', nextAt: undefined });
    }
    void this.#work();
  }

  /** Takes an entry back, for changing it, where it is certain that nothing was written; else undefined. */
  withdraw(id: string): I | undefined {
    const entry = this.#entries.get(id);
    if (!entry || !isUnwritten(entry)) return undefined;
    this.forget(id);
    return entry.input;
  }

  /** Removes an entry: its confirmation has been shown, or the person gives it up. */
  forget(id: string): void {
    this.#entries.delete(id);
    this.#kept.delete(id);
    this.#store.delete(id);
    this.#changed();
  }

  /** Forgets all entries of its scope, here and on the device. */
  purge(): void {
    this.#stop();
    for (const id of this.#store.keys()) this.#store.delete(id);
    this.#entries.clear();
    this.#changed();
  }

  /** Ends sending and listening; what waits stays kept where storage allows. */
  dispose(): void {
    this.#stop();
    this.#unwatch?.();
    this.#unwatch = undefined;
    warnOnLeaving(this, false);
  }

  #listen(): void {
    if (this.#unwatch) return;
    const unhear = onSecondChance(this.#onChance);
    const unwatch = this.#store.subscribe((id) => {
      const before = this.#entries.get(id);
      const entry = readEntry<I, R>(this.#store.get(id));
      // Another tab has shown the confirmation, or given it up; an answer that this one has stays.
      if (!entry) this.#entries.delete(id);
      else if (before?.state !== 'sent') this.#entries.set(id, entry);
      this.#changed();
      this.#plan();
    });
    this.#unwatch = () => {
      unhear();
      unwatch();
    };
  }

  /** The network, or the reader, is back: what waits need not wait longer, unless the server has named a time. */
  readonly #onChance = (): void => {
    for (const entry of this.entries) {
      if (entry.state === 'waiting' && entry.error?.retryAfter === undefined)
        this.#put({ ...entry, nextAt: undefined });
    }
    void this.#work();
  };

  #load(id: string): OutboxEntry<I, R> | undefined {
    const known = this.#entries.get(id);
    const entry = known ?? readEntry<I, R>(this.#store.get(id));
    if (!entry || entry.id !== id) return undefined;
    // Whatever was under way ended with its page. One that had arrived is asked for its answer again.
    if (known) return entry;
    this.#kept.add(id);
    if (entry.state === 'sent') this.#replays.add(id);
    this.#entries.set(id, entry.state === 'sent' ? { ...entry, state: 'sending' } : entry);
    return entry;
  }

  #put(entry: OutboxEntry<I, R>): void {
    this.#entries.set(entry.id, entry);
    if (this.#store.set(entry.id, writeEntry(entry))) this.#kept.add(entry.id);
    else this.#kept.delete(entry.id);
    this.#changed();
  }

  #changed(): void {
    const isUnsafe = ({ id }: OutboxEntry): boolean => this.#store.kind === 'none' || !this.#kept.has(id);
    warnOnLeaving(
      this,
      this.entries.some((entry) => entry.state !== 'sent' && entry.state !== 'refused' && isUnsafe(entry)),
    );
    for (const listener of [...this.#listeners]) listener(this.entries);
  }

  #isTooOld({ addedAt, tries }: OutboxEntry<I, R>): boolean {
    return tries > 0 && Date.now() - addedAt > (this.#options.maxAge ?? MAX_AGE);
  }

  /** The next entry whose time has come. */
  #due(): OutboxEntry<I, R> | undefined {
    return this.entries.find(
      ({ state, nextAt = 0 }) => state === 'sending' || (state === 'waiting' && nextAt <= Date.now()),
    );
  }

  /** Sends what is due, one after the other, in one tab at a time. */
  async #work(): Promise<void> {
    if (this.#working || !this.#due()) {
      if (!this.#working) this.#plan();
      return;
    }
    this.#working = true;
    const { signal } = this.#abort;
    const sendAll = async (): Promise<void> => {
      for (let entry = this.#due(); entry && !signal.aborted; entry = this.#due()) await this.#send(entry, signal);
    };
    try {
      if (this.#store.kind === 'local') await runAlone(`outbox:${this.#options.scope}`, sendAll, signal);
      else await sendAll();
    } finally {
      if (!signal.aborted) this.#working = false;
    }
    if (!signal.aborted) this.#plan();
  }

  async #send(due: OutboxEntry<I, R>, signal: AbortSignal): Promise<void> {
    // Another tab may have sent it while this one waited for its turn.
    if (this.#store.kind === 'local' && this.#kept.has(due.id)) {
      const kept = readEntry<I, R>(this.#store.get(due.id));
      const isSentElsewhere = kept?.state === 'sent' && !this.#replays.has(due.id);
      if (!kept || isSentElsewhere || (kept.tries > due.tries && kept.state !== 'sending')) {
        if (kept) this.#entries.set(due.id, kept);
        else this.#entries.delete(due.id);
        this.#changed();
        return;
      }
    }
    if (this.#isTooOld(due)) {
      const error = new BackendError('timeout', 'Too old to be repeated with the same key');
      this.#put({ ...due, state: 'refused', error, nextAt: undefined });
      return;
    }
    const entry: OutboxEntry<I, R> = { ...due, state: 'sending', nextAt: undefined };
    this.#put(entry);
    try {
      const { run, mayGo } = this.#options;
      if (mayGo && !(await mayGo(signal))) {
        throw new BackendError('denied', 'Somebody else reads now', { reason: 'sign-in' });
      }
      const result = await unlessAborted(run(entry, signal), signal);
      if (!signal.aborted) this.#put({ ...entry, state: 'sent', error: undefined, result });
    } catch (cause) {
      if (signal.aborted) return;
      this.#fail(entry, cause);
    }
  }

  #fail(entry: OutboxEntry<I, R>, cause: unknown): void {
    // It was given up meanwhile.
    if (!this.#entries.has(entry.id)) return;
    const error = cause instanceof BackendError ? cause : new BackendError('unknown', String(cause), { cause });
    const state = verdictOf(error);
    const tries = entry.tries + 1;
    const [first, last] = this.#options.delays ?? DELAYS;
    const delay = Math.min(first * 2 ** (tries - 1), last) * (1 + Math.random() / 4);
    const asked = Math.min(error.retryAfter ?? 0, LONGEST_WAIT) * 1000;
    const nextAt = state === 'waiting' ? Date.now() + Math.max(delay, asked) : undefined;
    // Who is told to come slower was not served; after anything else nobody knows.
    const doubtful = entry.doubtful || (state === 'waiting' && error.status !== 429);
    this.#put({ ...entry, state, tries, error, nextAt, doubtful });
  }

  /** Wakes up for the next try. */
  #plan(): void {
    clearTimeout(this.#timer);
    if (this.#working) return;
    if (this.#due()) {
      void this.#work();
      return;
    }
    const times = this.entries.flatMap(({ state, nextAt = 0 }) => (state === 'waiting' ? [nextAt] : []));
    if (times.length === 0) return;
    const delay = Math.max(0, Math.min(...times) - Date.now());
    this.#timer = setTimeout(() => void this.#work(), Math.min(delay, LONGEST_WAIT * 1000));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#working = false;
    const abort = this.#abort;
    this.#abort = new AbortController();
    abort.abort();
  }
}
