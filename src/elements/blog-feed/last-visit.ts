import { openDeviceStore, usableStorage } from '../../internal/device-store.ts';

/** Looking again after a shorter time is the same visit, in milliseconds. */
const SAME_VISIT = 30 * 60_000;

interface Visits {
  /** The reader was here last. */
  readonly at: number;
  /** The end of the visit before. */
  readonly before?: number;
}

function read(text: string | undefined): Visits | undefined {
  if (text === undefined) return undefined;
  const [at, before] = text.split(' ').map(Number);
  if (!at) return undefined;
  return { at, ...(before && { before }) };
}

/**
 * When the reader was here before this visit, as an RFC 3339 instant; undefined at the first one, and where nothing may be
 * kept on the device. Notes that they are here now: two times, nothing of what they read.
 */
export function lastVisit(storage: string, of: string): string | undefined {
  const kind = usableStorage(storage);
  if (kind === 'none') return undefined;
  const store = openDeviceStore(kind, 'feed');
  const visits = read(store.get(of));
  const now = Date.now();
  const before = visits && now - visits.at < SAME_VISIT ? visits.before : visits?.at;
  store.set(of, before ? `${now} ${before}` : `${now}`);
  return before === undefined ? undefined : new Date(before).toISOString();
}
