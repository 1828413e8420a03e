import { invalidFields } from './http-problem.ts';

/** A place in a list, opaque to clients: the sort key of the last item they got. */
export const writeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * The sort key in a cursor, or undefined where there is none.
 * @throws HttpProblem for a text that is not a cursor of this list
 */
export function readCursor(
  cursor: string | undefined,
  types: readonly ('string' | 'number')[],
): readonly (string | number)[] | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const key = parsedCursor(cursor);
  const fits =
    Array.isArray(key) && key.length === types.length && key.every((part, index) => typeof part === types[index]);
  if (!fits) throw invalidFields([{ field: 'cursor', code: 'format', message: 'is not a cursor of this list' }]);
  return key as (string | number)[];
}

/** Of how many parts the key in a cursor is; 0 for a text that is none. */
export function cursorLength(cursor: string): number {
  const key = parsedCursor(cursor);
  return Array.isArray(key) ? key.length : 0;
}

/** What a cursor holds; undefined for a text that is none. */
function parsedCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
