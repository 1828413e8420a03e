import type { Page, Problem } from '../../../model/page.ts';
import { BackendError } from '../../backend-error.ts';
import { readEach } from '../../read-list.ts';
import type { Raw } from '../../read-shape.ts';

/** A list as the hub sends it. */
export interface HubList {
  readonly items: readonly Raw[];
  readonly nextCursor?: string;
  readonly total?: number;
  readonly problems: readonly Problem[];
}

/** @throws {BackendError} `invalid` when the answer has no list in it */
export function readHubList(data: unknown, url: string): HubList {
  const { items, nextCursor, total, problems } = (data ?? {}) as Raw;
  if (!(items instanceof Array)) throw new BackendError('invalid', `No "items" from ${url}`, { url });
  return {
    items: items as Raw[],
    problems: problems instanceof Array ? (problems as Problem[]).filter((problem) => problem?.code) : [],
    ...(typeof nextCursor === 'string' && nextCursor ? { nextCursor } : {}),
    ...(typeof total === 'number' ? { total } : {}),
  };
}

/** Reads each item by itself: a bad one becomes a problem. */
export const readItems = <T>(items: readonly Raw[], read: (raw: Raw) => T): Page<T> =>
  readEach(items, read, ({ uid, id }) => uid ?? id);
