import type { Page, Problem, SourceRef } from '../model/page.ts';
import { BackendError } from './backend-error.ts';

/** Where the reading of one source stands: `cursor` of its page and how many of that page's items are used up. */
interface Position {
  readonly cursor?: string;
  readonly used: number;
}

export interface PagedSource<T> {
  readonly source: SourceRef;
  readonly list: (page: { readonly limit?: number; readonly cursor?: string }) => Promise<Page<T>>;
}

export interface MergeOptions<T> {
  readonly limit?: number;
  /** Cursor of a merged page. */
  readonly cursor?: string;
  readonly signal?: AbortSignal;
  /** Order in which every source answers. */
  readonly compare: (a: T, b: T) => number;
  /** The same for two copies of one thing. */
  readonly key: (item: T) => string;
  /** The item with the name of its source. */
  readonly stamp: (item: T, source: SourceRef) => T;
}

const START: Position = { used: 0 };

/**
 * One page out of several sources, in order and without duplicates. A source that fails costs its own items only and
 * becomes a problem; if all fail, the first error is thrown. The cursor holds the position in each source.
 */
export async function mergePages<T>(sources: readonly PagedSource<T>[], options: MergeOptions<T>): Promise<Page<T>> {
  const { limit, signal, compare, key, stamp } = options;
  const positions = readCursor(options.cursor) ?? sources.map(() => START);
  const answers = await Promise.all(
    sources.map(async ({ list }, index) => {
      const position = positions[index];
      if (!position) return undefined;
      try {
        return await list({ limit, cursor: position.cursor });
      } catch (error) {
        signal?.throwIfAborted();
        return error instanceof BackendError ? error : new BackendError('unknown', String(error), { cause: error });
      }
    }),
  );

  const problems: Problem[] = [];
  const candidates: { item: T; index: number }[] = [];
  let total: number | undefined = 0;
  let firstError: BackendError | undefined;
  let alive = false;
  // A source with more pages may have items right behind its last one: nothing later may go out before them.
  let horizon: T | undefined;
  for (let index = 0; index < sources.length; index++) {
    const answer = answers[index];
    const { source } = sources[index]!;
    if (answer instanceof BackendError) {
      firstError ??= answer;
      problems.push({ code: 'source-failed', kind: answer.kind, detail: answer.message.slice(0, 300), source });
    } else if (answer) {
      alive = true;
      for (const problem of answer.problems) problems.push({ ...problem, source: problem.source ?? source });
      for (const item of answer.items.slice(positions[index]!.used)) candidates.push({ item, index });
      const last = answer.items.at(-1);
      if (answer.next && last && (horizon === undefined || compare(last, horizon) < 0)) horizon = last;
      total = answer.total === undefined || total === undefined ? undefined : total + answer.total;
    }
  }
  if (!alive && firstError) throw firstError;

  candidates.sort((a, b) => compare(a.item, b.item));
  const used = sources.map(() => 0);
  const seen = new Set<string>();
  const items: T[] = [];
  for (const { item, index } of candidates) {
    if (items.length === limit || (horizon !== undefined && compare(item, horizon) > 0)) break;
    used[index]!++;
    const id = key(item);
    if (seen.has(id)) continue;
    seen.add(id);
    const { source } = sources[index]!;
    items.push(stamp(item, source));
  }

  const next = positions.map((position, index): Position | null => {
    const answer = answers[index];
    if (!position || !answer || answer instanceof BackendError) return null;
    const count = position.used + used[index]!;
    if (count < answer.items.length) return { ...position, used: count };
    return answer.next ? { cursor: answer.next, used: 0 } : null;
  });
  return {
    items,
    problems,
    ...(total === undefined ? {} : { total }),
    ...(next.some(Boolean) ? { next: JSON.stringify(next) } : {}),
  };
}

function readCursor(cursor: string | undefined): (Position | null)[] | undefined {
  if (!cursor) return undefined;
  try {
    const positions: unknown = JSON.parse(cursor);
    if (positions instanceof Array) return positions as (Position | null)[];
    throw new TypeError('not a list');
  } catch (cause) {
    throw new BackendError('invalid', 'Unknown cursor', { cause });
  }
}
