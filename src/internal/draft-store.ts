import { openDeviceStore, type DeviceStore, type StorageKind } from './device-store.ts';
import { warnOnLeaving } from './leave-warning.ts';
import { randomId } from './random-id.ts';

/**
 * - `empty`: nothing has been typed
 * - `unsaved`: typed, and kept in this tab only; the browser asks before it is left
 * - `saved`: kept as storage allows
 * - `elsewhere`: another tab has gone on with the same draft; nothing is overwritten until the person chooses
 */
export type DraftState = 'empty' | 'unsaved' | 'saved' | 'elsewhere';

export interface DraftOptions<T> {
  /** As the editor allows: `none` keeps the draft in this tab's memory. */
  readonly storage: StorageKind;
  /** Whose and which, see `draftScope`. */
  readonly scope: string;
  /** Reads what was kept; undefined for what is no draft of this form. What the device gives is anybody's text. */
  readonly read: (value: unknown) => T | undefined;
  /** Milliseconds that a draft is kept on the device. Default 14 days. */
  readonly ttl?: number;
}

/** A draft of another tab, or of an earlier visit. */
export interface KeptDraft<T> {
  readonly value: T;
  /** Epoch milliseconds of the last change. */
  readonly at: number;
}

interface Written<T> extends KeptDraft<T> {
  readonly tab: string;
}

const DAY = 86_400_000;
const TTL = 14 * DAY;
/** A draft that has to survive a sign-in on another page lives no longer than that takes. */
const HANDOVER_TTL = 30 * 60_000;
const VERSION = 1;
/** Milliseconds between the last key and the write. */
const QUIET = 300;

/**
 * One form's draft.
 *
 * ```ts
 * const draft = new DraftStore<IdeaInput>({ storage, scope: draftScope({ endpoint, user, form }), read });
 * const kept = draft.open();          // when the person begins the form, not before: reads the device
 * draft.save(value);                  // after each change
 * draft.subscribe(() => draft.state === 'elsewhere' && ask(draft.elsewhere));
 * draft.adopt();                      // "Den anderen Stand übernehmen": gives the other tab's
 * draft.keep();                       // "Meinen Stand behalten": writes this tab's over it
 * draft.handOver();                   // right before a sign-in that leaves the page; open() finds it afterwards
 * draft.erase();                      // sent, or given up
 * draft.dispose();                    // the widget leaves the page
 * ```
 *
 * Nothing is read or written before `open` or `save`. What is corrupt, too old or foreign is ignored. Where the device
 * refuses (quota, sandbox), the draft stays in memory, and `state` says `unsaved`.
 */
export class DraftStore<T> {
  readonly #options: DraftOptions<T>;
  readonly #store: DeviceStore;
  readonly #handover: DeviceStore;
  readonly #listeners = new Set<() => void>();
  readonly #tab = randomId();
  #state: DraftState = 'empty';
  #value: T | undefined;
  #elsewhere: KeptDraft<T> | undefined;
  /** Of the other tab's draft that this one has seen and gone on from. */
  #known = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unwatch: (() => void) | undefined;

  constructor(options: DraftOptions<T>) {
    this.#options = options;
    this.#store = openDeviceStore(options.storage, 'draft');
    this.#handover = openDeviceStore('session', 'draft:handover');
  }

  get state(): DraftState {
    return this.#state;
  }

  /** What the other tab has, in state `elsewhere`. */
  get elsewhere(): KeptDraft<T> | undefined {
    return this.#elsewhere;
  }

  /** Calls back after each change of state; gives what ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What was kept of an earlier visit; undefined where there is nothing, or nothing that can be used. */
  open(): KeptDraft<T> | undefined {
    this.#watch();
    const handed = this.#take(this.#handover, HANDOVER_TTL);
    if (handed) {
      this.#handover.delete(this.#keyIn(this.#handover));
      this.save(handed.value);
      return handed;
    }
    const kept = this.#take(this.#store, this.#options.ttl ?? TTL);
    if (!kept) return undefined;
    this.#known = markOf(kept);
    this.#value = kept.value;
    this.#set('saved');
    return kept;
  }

  /** Keeps the value; written when the person pauses. */
  save(value: T): void {
    this.#watch();
    this.#value = value;
    clearTimeout(this.#timer);
    if (this.#state === 'elsewhere') return;
    this.#set('unsaved');
    if (this.#options.storage !== 'none') this.#timer = setTimeout(() => this.#write(), QUIET);
  }

  /** Writes what waits to be written, at once: the page may be going. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.#state === 'unsaved' && this.#options.storage !== 'none') this.#write();
  }

  /** Goes on with the other tab's draft. */
  adopt(): T | undefined {
    const other = this.#elsewhere as Written<T> | undefined;
    if (!other) return undefined;
    this.#known = markOf(other);
    this.#value = other.value;
    this.#elsewhere = undefined;
    this.#set('saved');
    return other.value;
  }

  /** Goes on with this tab's draft, over the other one. */
  keep(): void {
    if (!this.#elsewhere || this.#value === undefined) return;
    this.#known = markOf(this.#elsewhere as Written<T>);
    this.#elsewhere = undefined;
    this.#write();
  }

  /** Lays the draft down for the same form after a sign-in on another page, however it is kept otherwise. */
  handOver(): void {
    if (this.#value === undefined) return;
    this.flush();
    const isLaid = this.#handover.kind === 'session' && this.#handover.set(this.#keyIn(this.#handover), this.#text());
    if (isLaid) warnOnLeaving(this, false);
  }

  /** Forgets the draft, here and on the device. */
  erase(): void {
    clearTimeout(this.#timer);
    this.#value = this.#elsewhere = undefined;
    this.#known = '';
    this.#store.delete(this.#options.scope);
    this.#handover.delete(this.#keyIn(this.#handover));
    this.#set('empty');
  }

  /** Ends listening. What is kept on the device stays. */
  dispose(): void {
    this.flush();
    this.#unwatch?.();
    this.#unwatch = undefined;
    warnOnLeaving(this, false);
  }

  /** Who signs in was somebody else before, or nobody: what is handed over belongs to the form of this tab. */
  #keyIn(store: DeviceStore): string {
    const { scope } = this.#options;
    return store === this.#handover ? scope.replace(/\|[^|]*\|/, '||') : scope;
  }

  #watch(): void {
    if (this.#unwatch) return;
    const unhear = this.#store.subscribe((key) => {
      if (key === this.#options.scope) this.#onOther();
    });
    const onHide = (): void => this.flush();
    if (typeof document === 'object') addEventListener('pagehide', onHide);
    this.#unwatch = () => {
      unhear();
      if (typeof document === 'object') removeEventListener('pagehide', onHide);
    };
  }

  #onOther(): void {
    const other = this.#other();
    // The other tab has sent or given up the draft: this one is alone again with what it shows.
    if (!other && this.#state === 'elsewhere') {
      this.#elsewhere = undefined;
      this.#known = '';
      this.#write();
    } else if (other && this.#value !== undefined) this.#conflict(other);
  }

  /** The other tab's draft that this one does not know. */
  #other(): Written<T> | undefined {
    const kept = this.#take(this.#store, this.#options.ttl ?? TTL);
    return kept && kept.tab !== this.#tab && markOf(kept) !== this.#known ? kept : undefined;
  }

  #conflict(other: Written<T>): void {
    clearTimeout(this.#timer);
    this.#elsewhere = other;
    this.#set('elsewhere');
  }

  #write(): void {
    const other = this.#options.storage === 'local' ? this.#other() : undefined;
    if (other) this.#conflict(other);
    else this.#set(this.#store.set(this.#options.scope, this.#text()) ? 'saved' : 'unsaved');
  }

  #text(): string {
    return JSON.stringify({ v: VERSION, tab: this.#tab, at: Date.now(), value: this.#value });
  }

  #take(store: DeviceStore, ttl: number): Written<T> | undefined {
    const written = readDraft(store.get(this.#keyIn(store)), this.#options.read);
    if (!written) return undefined;
    // What is dated in the future was not written by a clock that can be believed.
    const age = Date.now() - written.at;
    if (age <= ttl && age > -DAY) return written;
    store.delete(this.#keyIn(store));
    return undefined;
  }

  #set(state: DraftState): void {
    const isSafe = state === 'empty' || state === 'saved';
    warnOnLeaving(this, !isSafe);
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

const markOf = ({ tab, at }: Written<unknown>): string => `${tab} ${at}`;

function readDraft<T>(text: string | undefined, read: DraftOptions<T>['read']): Written<T> | undefined {
  if (!text) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { v, tab, at, value } = raw as Record<string, unknown>;
  if (v !== VERSION || typeof tab !== 'string' || typeof at !== 'number') return undefined;
  const good = read(value);
  return good === undefined ? undefined : { tab, at, value: good };
}
