const MARKS = /\p{M}+/gu;
const UMLAUT_DIGRAPHS = /(?<![qaeo])([aou])e/g;

/**
 * A search key for German text: lower case, without accents, `ß` as `ss`, and the umlauts in one form however they were
 * typed. *Bürger*, *Buerger* and *Burger* all give `burger`, so each finds the others; `qu`, `eue` and the like keep
 * their e (*neue*, *Quelle*, *aktuell* loses it on both sides alike). Same text, same key: use it on the words searched
 * for and on the text searched in.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'a')
    .replaceAll('œ', 'o')
    .replaceAll('ø', 'o')
    .replace(UMLAUT_DIGRAPHS, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
