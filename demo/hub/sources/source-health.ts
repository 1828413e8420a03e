import type { Selectable } from 'kysely';
import type { Problem } from '../../../src/model/page.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import type { SourceTable } from '../database/tables.ts';

/**
 * `waiting`: not read yet; `good`: the last try went well; `failing`: it failed, and what was read before, if anything,
 * stands in; `stopped`: the source says it is gone for good.
 */
export const SOURCE_STATES = ['waiting', 'good', 'failing', 'stopped'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

type Row = Pick<Selectable<SourceTable>, 'lastSuccessAt' | 'failures' | 'failureKind' | 'failureDetail' | 'stoppedFor'>;

export function stateOf(row: Row | undefined): SourceState {
  if (!row) return 'waiting';
  if (row.stoppedFor !== null) return 'stopped';
  if (row.failures > 0) return 'failing';
  return row.lastSuccessAt ? 'good' : 'waiting';
}

/** What is wrong with it; nothing where it does well. */
export function problemOf(row: Row | undefined): Problem | undefined {
  if (!row || row.failures === 0) return undefined;
  const since = row.stoppedFor === null ? row.lastSuccessAt : null;
  return {
    code: since ? 'stale' : 'source-failed',
    kind: row.failureKind ?? 'unknown',
    ...(row.failureDetail && { detail: row.failureDetail }),
    ...(since && { since: toInstantString(since.getTime()) }),
  };
}
