/**
 * German text as people search for it. Case, accents and ligatures do not count; `ß` is `ss`.
 *
 * Umlauts are typed in three ways: `Brückfurt`, `Brueckfurt`, `Bruckfurt`. All three fold to the same text: the marks
 * fall away, and so does an `e` that follows a, o or u, except in `aue`, `eue` and `que`, where the u belongs to what is
 * before it (`Auental`, `neuer`, `Quelle`). Both sides of a comparison must be folded. The price is that a few words meet
 * that differ by nothing else (`schon` and `schön`), which a search that shows its hits can bear.
 *
 * Pure and the same in a browser, in a worker and in the hub.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/([ao]|(?<![aeq])u)e/g, '$1');
}

/** The words of a query, folded, without repetition, at most 10. */
export function foldWords(query: string): readonly string[] {
  const words: string[] = [];
  for (const word of foldText(query).split(/[^\p{L}\p{N}]+/u)) {
    if (word !== '' && !words.includes(word) && words.length < 10) words.push(word);
  }
  return words;
}
