import type { Page, Problem } from '../model/page.ts';
import { BackendError } from './backend-error.ts';
import type { Raw } from './read-shape.ts';

/** Problems told at most; the rest are of the same source and the same kind. */
const MAX_PROBLEMS = 50;

/** Reads each item by itself: a bad one becomes a problem. */
export function readEach<T>(
  items: readonly unknown[],
  read: (raw: Raw) => T,
  nameOf: (raw: Raw) => unknown = ({ id }) => id,
): Page<T> {
  const good: T[] = [];
  const problems: Problem[] = [];
  for (const item of items) {
    const raw = (typeof item === 'object' && item !== null ? item : {}) as Raw;
    try {
      good.push(read(raw));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      if (problems.length === MAX_PROBLEMS) continue;
      const name = nameOf(raw);
      const named = typeof name === 'string' || typeof name === 'number' ? { item: String(name).slice(0, 300) } : {};
      problems.push({ code: 'invalid-item', detail: error.message.slice(0, 300), ...named });
    }
  }
  return { items: good, problems };
}

/** A part of a list that is there as a whole; the cursor is the position. */
export function cutPage<T>(
  items: readonly T[],
  { limit, cursor }: { readonly limit?: number; readonly cursor?: string },
): Pick<Page<T>, 'items' | 'total' | 'next'> {
  const begin = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isInteger(begin) || begin < 0) throw new BackendError('invalid', 'Unknown cursor');
  const end = limit === undefined ? items.length : begin + Math.max(1, limit);
  return {
    items: items.slice(begin, end),
    total: items.length,
    ...(end < items.length ? { next: String(end) } : {}),
  };
}
