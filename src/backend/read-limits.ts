import { list, type Reader } from './read-shape.ts';

/** Readers that believe a source so much and no more; apart from the others, since calendars do without them. */

/** The beginning of a text: what is longer than anybody would write is cut, not between the halves of a character. */
export const textUpTo =
  (most: number): Reader<string> =>
  (value) =>
    typeof value !== 'string' || !value
      ? undefined
      : value.length <= most
        ? value
        : `${value.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** How many there are of something. */
export const count: Reader<number> = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

/** The first so many of a list. */
export const few =
  <T>(most: number, read: Reader<T>): Reader<readonly T[]> =>
  (value, options) =>
    list(read)(value instanceof Array ? value.slice(0, most) : value, options);
