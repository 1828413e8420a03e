import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Another process owns the data folder. */
export class DataFolderInUseError extends Error {
  constructor(folder: string, owner: string) {
    super(
      `The data folder ${folder} is already in use by ${owner}. ` +
        'Stop that hub first, or name another folder with DATA_DIR, or use PostgreSQL (DATABASE_URL), which many hubs may share.',
    );
    this.name = 'DataFolderInUseError';
  }
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Start time of the process as the kernel counts it; tells a process from a later one with the same number. */
  readonly started: string;
  readonly since: string;
}

const BEAT_MS = 5_000;
/** A lock of another machine (or container) without a beat for this long belongs to nobody any more. */
const FOREIGN_STALE_MS = 30_000;
const TAKEOVER_STALE_MS = 10_000;

/** Field 22 of `/proc/<pid>/stat`; '' where the system has no such file. */
function processStart(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isRunning({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = processStart(pid);
  return started === '' || now === '' || now === started;
}

function readOwner(path: string): Owner | null {
  try {
    const owner = JSON.parse(readFileSync(path, 'utf8')) as Partial<Owner>;
    return typeof owner.pid === 'number' && typeof owner.host === 'string'
      ? { pid: owner.pid, host: owner.host, started: owner.started ?? '', since: owner.since ?? '' }
      : null;
  } catch {
    return null;
  }
}

const ageOf = (path: string, now: number): number => {
  try {
    return now - statSync(path).mtimeMs;
  } catch {
    return Infinity;
  }
};

const remove = (path: string): void => {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
};

/** `link` makes the lock with its content in one step and fails where there is one: nobody ever reads half a lock. */
function claim(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    remove(draft);
  }
}

export interface DataLock {
  readonly path: string;
  release(): void;
}

/**
 * Makes this process the only one on a data folder, until `release` or its end. The lock of a process that died is
 * taken over.
 * @throws DataFolderInUseError
 */
export function lockDataFolder(folder: string, now: () => number = Date.now): DataLock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'hub.lock');
  const self: Owner = {
    pid: process.pid,
    host: hostname(),
    started: processStart(process.pid),
    since: new Date(now()).toISOString(),
  };
  const content = JSON.stringify(self);
  if (!claim(path, content)) {
    const takeover = `${path}.takeover`;
    if (existsSync(takeover) && ageOf(takeover, now()) > TAKEOVER_STALE_MS) remove(takeover);
    const owner = readOwner(path);
    const alive = owner && (owner.host === self.host ? isRunning(owner) : ageOf(path, now()) < FOREIGN_STALE_MS);
    const word = owner
      ? `process ${owner.pid} on ${owner.host}${owner.since && ` (since ${owner.since})`}`
      : 'another process';
    // Only one of several that all find the lock stale may remove it.
    if (alive || !claim(takeover, content)) throw new DataFolderInUseError(folder, word);
    try {
      if (JSON.stringify(readOwner(path)) !== JSON.stringify(owner))
        throw new DataFolderInUseError(folder, 'another process');
      remove(path);
      if (!claim(path, content)) throw new DataFolderInUseError(folder, 'another process');
    } finally {
      remove(takeover);
    }
  }
  const beat = setInterval(() => {
    const time = new Date(now());
    try {
      utimesSync(path, time, time);
    } catch {
      // The folder was removed under us; the database tells that better than its lock can.
      clearInterval(beat);
    }
  }, BEAT_MS);
  beat.unref();
  return {
    path,
    release() {
      clearInterval(beat);
      if (readOwner(path)?.pid === self.pid && readOwner(path)?.host === self.host) remove(path);
    },
  };
}
