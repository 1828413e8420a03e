/** As far as there is no `Intl.Segmenter`: marks, joiners, modifiers and variation selectors belong to what is before them. */
const ROUGHLY = /\P{M}(?:\p{M}|\u200d\P{M}|\p{Emoji_Modifier})*/gu;

let segmenter: Intl.Segmenter | undefined;

/** How many characters a reader sees in a text: an emoji of several code points and a letter with its accents are one. */
export function countGraphemes(text: string): number {
  const plain = text.normalize('NFC');
  // Nothing in it can be a part of something larger, but a line break of two characters.
  if (/^[\x20-\x7e\n\t]*$/.test(plain)) return plain.length;
  // Older Firefox on managed devices has none.
  if (typeof Intl.Segmenter !== 'function') return plain.replace(/\r\n/g, '\n').match(ROUGHLY)?.length ?? 0;
  let count = 0;
  for (const _ of segmentsOf(plain)) count++;
  return count;
}

/** The first character that a reader sees in a text, whole; empty for an empty text. */
export function firstGrapheme(text: string): string {
  const plain = text.normalize('NFC');
  if (typeof Intl.Segmenter !== 'function') return plain.match(ROUGHLY)?.[0] ?? '';
  for (const { segment } of segmentsOf(plain)) return segment;
  return '';
}

const segmentsOf = (text: string): Iterable<Intl.SegmentData> =>
  (segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })).segment(text);
