import { foldText } from './fold-text.ts';

/** A stretch of a text; `hit` where a searched word stands. */
export interface MarkedPart {
  readonly text: string;
  readonly hit: boolean;
}

/**
 * A text in its parts, whole words marked that one of the folded words (`foldWords`) occurs in, or that differ from it by
 * a typing error or two, as the search forgives them.
 */
export function markWords(text: string, words: readonly string[]): readonly MarkedPart[] {
  if (words.length === 0) return [{ text, hit: false }];
  const parts: MarkedPart[] = [];
  let plain = '';
  for (const token of text.split(/([\p{L}\p{N}]+)/u)) {
    if (token === '' || !isHit(foldText(token), words)) {
      plain += token;
      continue;
    }
    if (plain !== '') parts.push({ text: plain, hit: false });
    plain = '';
    parts.push({ text: token, hit: true });
  }
  if (plain !== '') parts.push({ text: plain, hit: false });
  return parts;
}

const isHit = (token: string, words: readonly string[]): boolean =>
  words.some((word) => (word.length < 3 ? token.startsWith(word) : token.includes(word)) || isNear(token, word));

/** Typing errors that are forgiven: one from five letters on, two from nine. */
const forgiven = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

/** Whether two words differ by no more letters than is forgiven (Levenshtein, with two rows). */
function isNear(a: string, b: string): boolean {
  const limit = forgiven(b.length);
  if (limit === 0 || Math.abs(a.length - b.length) > limit) return false;
  let before = [0, ...b.split('').map((_, index) => index + 1)];
  // Folded text has letters of one unit; a pair of surrogates only makes the distance longer.
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      now.push(Math.min(change, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1));
    }
    before = now;
  }
  return (before[b.length] ?? Infinity) <= limit;
}
