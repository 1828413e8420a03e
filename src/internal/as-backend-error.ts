import { BackendError } from '../backend/backend-error.ts';

/** What a port rejected with, as the one kind of error that there are words for. A port of the page's own may throw anything. */
export const asBackendError = (cause: unknown): BackendError =>
  cause instanceof BackendError ? cause : new BackendError('unknown', String(cause), { cause });

/** A write that cannot go because its source is not there yet, or can no longer do it. */
export const noSource = (): BackendError => new BackendError('timeout', 'No source takes this now');
