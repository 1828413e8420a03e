/** Where a page may keep what a person has typed: nowhere but in memory, as long as the tab, or on the device. */
export const STORAGE_KINDS = ['none', 'session', 'local'] as const;
export type StorageKind = (typeof STORAGE_KINDS)[number];

/** Everything that this library ever keeps on a device begins with it. */
const PREFIX = 'vr:';

/**
 * Texts by key under one prefix. Where the device has no storage for us (sandboxed frames, a quota that is full, a person
 * who forbids it), it says so by `false` and the caller keeps to memory.
 */
export interface DeviceStore {
  readonly kind: StorageKind;
  get(key: string): string | undefined;
  /** false: it could not be kept. */
  set(key: string, text: string): boolean;
  delete(key: string): void;
  keys(): readonly string[];
  /** Calls back when another tab has changed a key; gives what ends it. */
  subscribe(listener: (key: string) => void): () => void;
}

function areaOf(kind: StorageKind): Storage | undefined {
  try {
    if (kind === 'local') return globalThis.localStorage;
    if (kind === 'session') return globalThis.sessionStorage;
  } catch (error) {
    // SecurityError: a sandboxed frame, or a browser that keeps nothing.
    if (!(error instanceof DOMException)) throw error;
  }
  return undefined;
}

/** Where something is kept in truth: nowhere where the page names no place, or the browser gives none. */
export const usableStorage = (wanted: string): StorageKind =>
  STORAGE_KINDS.find((kind) => kind === wanted && areaOf(kind)) ?? 'none';

/** Runs what may be refused by the device. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return otherwise;
  }
}

/** The keys of our own that begin with a text, whole. */
function ownKeys(area: Storage, beginning: string): string[] {
  const found: string[] = [];
  for (let index = 0; index < area.length; index++) {
    const key = area.key(index);
    if (key?.startsWith(beginning)) found.push(key);
  }
  return found;
}

/** Nothing is touched before the first call of a method. `name` keeps what different parts store apart. */
export function openDeviceStore(kind: StorageKind, name: string): DeviceStore {
  const beginning = `${PREFIX}${name}:`;
  const memory = new Map<string, string>();
  return {
    kind,
    get(key) {
      const area = areaOf(kind);
      if (!area) return memory.get(key);
      return attempt(() => area.getItem(beginning + key), null) ?? undefined;
    },
    set(key, text) {
      const area = areaOf(kind);
      if (!area) {
        memory.set(key, text);
        return kind === 'none';
      }
      return attempt(() => {
        area.setItem(beginning + key, text);
        return true;
      }, false);
    },
    delete(key) {
      memory.delete(key);
      const area = areaOf(kind);
      if (area) attempt(() => area.removeItem(beginning + key), undefined);
    },
    keys() {
      const area = areaOf(kind);
      if (!area) return [...memory.keys()];
      return attempt(() => ownKeys(area, beginning), []).map((key) => key.slice(beginning.length));
    },
    subscribe(listener) {
      const onStorage = (event: StorageEvent): void => {
        if (event.storageArea !== areaOf('local')) return;
        if (event.key?.startsWith(beginning)) listener(event.key.slice(beginning.length));
      };
      if (kind !== 'local' || typeof addEventListener !== 'function') return () => undefined;
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}

/** Forgets everything of this library on the device; with a `name`, what that part has stored. */
export function purgeDevice(name = ''): void {
  for (const kind of ['session', 'local'] as const) {
    const area = areaOf(kind);
    if (!area) continue;
    const keys = attempt(() => ownKeys(area, PREFIX + name), []);
    for (const key of keys) attempt(() => area.removeItem(key), undefined);
  }
}

/** Forgets what was typed and not sent, when its person signs out. What was sent and still waits goes on waiting. */
export const forgetDrafts = (): void => purgeDevice('draft:');
