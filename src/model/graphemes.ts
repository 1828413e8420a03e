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
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let count = 0;
  for (const _ of segmenter.segment(plain)) count++;
  return count;
}
