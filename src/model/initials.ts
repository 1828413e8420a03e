import { firstGrapheme } from './graphemes.ts';

/** Words between given and family name that are no name by themselves. */
const PARTICLES: ReadonlySet<string> = new Set(
  'von vom zu zum zur und van de der den del della di da do dos das du la le el al ten ter af av bin ibn bint y e'.split(
    ' ',
  ),
);

/** What is written before a family name in one word with it. */
const PREFIX = /^(?:(?:al|el|ad|as|at|ar|ash|d|dell)['’ʼ-]|ال(?=\p{L}{2}))/iu;
/** Marks that turn the direction of what follows, and other characters nobody sees. */
const UNSEEN = /[\p{Bidi_Control}\p{Cc}\u200b\u2060\ufeff]/gu;
/** Letters of these scripts join; two initials shall stay two letters. */
const JOINING = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Nko}]/u;
const APART = '\u200c';

/**
 * The initials of a name: the first character of the given and of the family name as readers see it, in capitals where
 * the script has them. Academic titles, particles (`von`, `de`, `al` …) and what stands in brackets do not count;
 * `Kestner, Mara` is read as `Mara Kestner`. A single name has one; a name without letters gives its first character.
 */
export function initialsOf(name: string): string {
  const [first, ...others] = wordsOf(name);
  if (first === undefined) return firstGrapheme(name.replace(UNSEEN, '').trim());
  const last = others.filter((word) => !PARTICLES.has(word.toLowerCase())).at(-1);
  const given = initialOf(first);
  const family = last === undefined ? '' : initialOf(last.replace(PREFIX, '') || last);
  return family !== '' && JOINING.test(given) && JOINING.test(family) ? given + APART + family : given + family;
}

/** The words of a name that count, the given name first. */
function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\([^)]*\)?|\[[^\]]*\]?/gu, ' ');
  const [before = '', ...after] = plain.split(/[,،]/u).map(named);
  const given = after.find((words) => words.length > 0) ?? [];
  const words = [...given, ...before];
  // A particle at the front belongs to a name whose given name is not said: `von Lindenhafen`.
  const start = words.findIndex((word) => !(PARTICLES.has(word) && words.length > 1));
  return words.slice(Math.max(0, start));
}

/** Words with a letter or a figure; `Dr.`, `M.A.` and `Ph.D.` are titles, `J.` and at the front `J.R.` are names. */
const named = (text: string): readonly string[] =>
  text
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .filter((word, at) => !/..[.]$/u.test(word) || (at === 0 && /^(?:\p{L}[.])+$/u.test(word)));

function initialOf(word: string): string {
  const initial = firstGrapheme(word.slice(word.search(/[\p{L}\p{N}]/u)));
  const capital = initial.toUpperCase();
  // The capital of ß is two letters.
  return capital.length === initial.length ? capital : initial;
}
