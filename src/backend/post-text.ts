import { plainText } from './foreign-text.ts';

/** What a list may show of a text, in grapheme clusters. */
const TEASER = 400;
const SEGMENTS = new Intl.Segmenter('de', { granularity: 'grapheme' });
/** What programs put behind a beginning that they cut; the list has its own way to the rest. */
const TAIL =
  /\s*(?:\[(?:…|\.{3})\]|(?:…|\.{3})\s*(?:weiterlesen|mehr lesen|read more|continue reading)\b.{0,120}|(?:weiterlesen|continue reading)\b.{0,120}(?:→|»|&gt;|>)\.?)\s*$/iu;

/** The beginning of a text in one line, without tail, at most 400 characters and cut between words. */
export function teaserOf(html: unknown): string {
  const line = plainText(html).replace(/\s+/g, ' ').trim();
  const bare = line.replace(TAIL, '').trimEnd();
  const told = bare && bare !== line && !/[.!?…:]["”“»«)]?$/u.test(bare) ? `${bare} …` : bare || line;
  return cutTeaser(told);
}

/** The same of a text that is plain already. */
export function cutTeaser(line: string): string {
  if (line.length <= TEASER) return line;
  const signs = [...SEGMENTS.segment(line.slice(0, 8 * TEASER))];
  if (signs.length <= TEASER) return signs.map(({ segment }) => segment).join('');
  const cut = line.slice(0, signs[TEASER - 2]!.index);
  const words = cut.replace(/\s+\S*$/u, '');
  return `${(words.length > cut.length / 2 ? words : cut).replace(/[\s,;:–-]+$/u, '')} …`;
}
