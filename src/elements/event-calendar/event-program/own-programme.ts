import { openDeviceStore, type DeviceStore, type StorageKind } from '../../../internal/device-store.ts';

/** Days after the camp that the reader's programme is kept on the device. */
const KEPT_AFTER = 14 * 86_400_000;
const MOST = 500;

interface Kept {
  readonly ids: readonly string[];
  /** Epoch milliseconds after which it means nothing any more. */
  readonly until: number;
}

/** Programmes of this visit, by the source they are about: closing a dialog must not forget them. */
const programmes = new WeakMap<object, Map<string, OwnProgramme>>();

export interface OwnProgrammeOptions {
  /** Whose source it is: the port, or the event where there is none. */
  readonly source: object;
  readonly storage: StorageKind;
  /** Whose and which, see `draftScope`. */
  readonly scope: string;
  /** Epoch milliseconds of the camp's end. */
  readonly end: number;
}

/** The sessions that a reader wants to go to. They are kept as the page's `storage` allows, and told to nobody. */
export class OwnProgramme {
  /** The device does not keep it although it may. */
  refused = false;
  readonly #store: DeviceStore;
  readonly #scope: string;
  readonly #until: number;
  readonly #listeners = new Set<() => void>();
  #ids: readonly string[] | undefined;
  #unhear: (() => void) | undefined;

  /** The programme of this scope; everything on the page that shows it shares one. */
  static of({ source, storage, scope, end }: OwnProgrammeOptions): OwnProgramme {
    const known = programmes.get(source) ?? new Map<string, OwnProgramme>();
    programmes.set(source, known);
    const key = `${storage} ${scope}`;
    const programme =
      known.get(key) ?? new OwnProgramme(openDeviceStore(storage, 'programme'), scope, end + KEPT_AFTER);
    known.set(key, programme);
    return programme;
  }

  /** Use `of`: what shows the same programme shares it. */
  constructor(store: DeviceStore, scope: string, until: number) {
    this.#store = store;
    this.#scope = scope;
    this.#until = until;
  }

  get kind(): StorageKind {
    return this.#store.kind;
  }

  get ids(): readonly string[] {
    this.#ids ??= this.#read();
    return this.#ids;
  }

  has(id: string): boolean {
    return this.ids.includes(id);
  }

  /** Takes a session in, or out again; true when it is in. */
  toggle(id: string): boolean {
    const isIn = !this.has(id);
    this.#write(isIn ? [...this.ids, id].slice(-MOST) : this.ids.filter((each) => each !== id));
    return isIn;
  }

  /** Forgets it, here and on the device. */
  clear(): void {
    this.#write([]);
  }

  /** Calls back after each change, also one of another tab; gives what ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#unhear ??= this.#store.subscribe((key) => {
      if (key !== this.#scope) return;
      this.#ids = undefined;
      this.#tell();
    });
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#unhear?.();
      this.#unhear = undefined;
    };
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #read(): readonly string[] {
    for (const key of this.#store.keys()) {
      const kept = readKept(this.#store.get(key));
      if (!kept || kept.until < Date.now()) this.#store.delete(key);
    }
    return readKept(this.#store.get(this.#scope))?.ids ?? [];
  }

  #write(ids: readonly string[]): void {
    this.#ids = ids;
    this.refused = false;
    if (ids.length === 0) this.#store.delete(this.#scope);
    else this.refused = !this.#store.set(this.#scope, JSON.stringify({ ids, until: this.#until } satisfies Kept));
    this.#tell();
  }
}

/** What a device gives is anybody's text. */
function readKept(text: string | undefined): Kept | undefined {
  if (!text) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
  const { ids, until } = (raw ?? {}) as { readonly ids?: unknown; readonly until?: unknown };
  if (!Array.isArray(ids) || typeof until !== 'number') return undefined;
  return { ids: ids.filter((id): id is string => typeof id === 'string').slice(0, MOST), until };
}
