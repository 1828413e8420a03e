import type { BackendError, BackendErrorKind } from '../backend/backend-error.ts';

/**
 * - `sending`: on its way
 * - `waiting`: the network or the server is away or busy; tries go on by themselves
 * - `sent`: arrived; `result` is the server's answer
 * - `refused`: the server does not want it as it is (`error` with the problem's fieldErrors); nothing was written
 * - `needs-sign-in`: the person has to sign in (again) before it can go
 */
export const OUTBOX_STATES = ['sending', 'waiting', 'sent', 'refused', 'needs-sign-in'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** A write that waits. Entries are replaced, never changed. */
export interface OutboxEntry<I = unknown, R = unknown> {
  readonly id: string;
  /** What is to be done, in a name that survives a reload, such as `ideas.create`. */
  readonly operation: string;
  /** What it is done with: plain data that JSON can carry. */
  readonly input: I;
  /** The `Idempotency-Key` of all tries, also after a reload. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly addedAt: number;
  readonly state: OutboxState;
  /** Tries that have failed so far. */
  readonly tries: number;
  /** It may have been written though no answer came. */
  readonly doubtful: boolean;
  /** Epoch milliseconds of the next try, while it waits. */
  readonly nextAt?: number;
  /** Why the last try failed. */
  readonly error?: BackendError;
  readonly result?: R;
}

/** What happens to an entry after a failure. */
export type Verdict = 'waiting' | 'refused' | 'needs-sign-in';

const WAITING: ReadonlySet<BackendErrorKind> = new Set(['offline', 'timeout', 'busy', 'blocked']);

/**
 * Whether trying again with the same key can help. What the server did not say clearly may have been written: an answer
 * cut off, a page of a captive portal, a server that died. The same key then brings its first answer.
 */
export function verdictOf(error: BackendError): Verdict {
  const { kind, status, reason } = error;
  if (kind === 'denied') return status === 401 || reason === 'sign-in' ? 'needs-sign-in' : 'refused';
  if (WAITING.has(kind) || status === undefined || status < 400 || status >= 500 || status === 425) return 'waiting';
  return 'refused';
}

/** Refusals that only the contents decide: with the same contents they were refused before, too. */
const BY_CONTENTS: ReadonlySet<number | undefined> = new Set([400, 413, 415, 422]);

/** Whether it is certain that nothing was written. */
export const isUnwritten = ({ state, doubtful, error }: OutboxEntry): boolean =>
  state === 'refused'
    ? !doubtful || BY_CONTENTS.has(error?.status)
    : !doubtful && (state === 'needs-sign-in' || state === 'waiting');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Version of what is kept; another one is none of ours. */
const VERSION = 1;

/** As it is kept on the device: without the answer, which the same key brings again. */
export function writeEntry(entry: OutboxEntry): string {
  const { id, operation, input, key, addedAt, state, tries, doubtful, nextAt } = entry;
  return JSON.stringify({ v: VERSION, id, operation, input, key, addedAt, state, tries, doubtful, nextAt });
}

/** An entry from the device; undefined for anything that is not one of ours, whole. */
export function readEntry<I, R>(text: string | undefined): OutboxEntry<I, R> | undefined {
  if (!text) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
  if (!isRecord(raw) || raw['v'] !== VERSION) return undefined;
  const { id, operation, input, key, addedAt, state, tries, nextAt } = raw;
  if (typeof id !== 'string' || typeof operation !== 'string' || typeof key !== 'string') return undefined;
  if (!/^[\x21-\x7e]{8,200}$/.test(key) || typeof addedAt !== 'number' || typeof tries !== 'number') return undefined;
  if (!OUTBOX_STATES.includes(state as OutboxState)) return undefined;
  return {
    id,
    operation,
    input: input as I,
    key,
    addedAt,
    tries,
    // Its page ended while it was under way: nobody knows how far it came.
    doubtful: raw['doubtful'] !== false || state === 'sending',
    state: state as OutboxState,
    ...(typeof nextAt === 'number' ? { nextAt } : {}),
  };
}
