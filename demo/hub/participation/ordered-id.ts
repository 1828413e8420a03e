import { newId } from '../accounts/new-id.ts';

const WIDTH = 4;
const COUNTS = 36 ** WIDTH;
let count = 0;

/**
 * An id that nobody can guess and that sorts by when it was made, so that what was said within one millisecond keeps its
 * order.
 * @param now epoch ms
 */
export function orderedId(now: number): string {
  count = (count + 1) % COUNTS;
  return `${now.toString(36).padStart(9, '0')}${count.toString(36).padStart(WIDTH, '0')}${newId()}`;
}
