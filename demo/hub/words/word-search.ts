import { sql, type Kysely, type RawBuilder } from 'kysely';
import { isWithinEdits } from '../../../src/model/edit-distance.ts';
import { foldText, foldWords } from '../../../src/model/fold-text.ts';
import type { Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';

/** Shorter parts of compounds find chance ("Rat" in "Beratung"). */
export const SHORTEST_PART = 4;
/** Words of a text that are kept; the longest text that somebody may write has fewer. */
const MOST_WORDS = 4_000;
export const LONGEST_WORD = 60;
/** Compounds of one word that are looked for. */
const MOST_COMPOUNDS = 200;
const MOST_TYPOS = 8;
/** Candidates of one first letter that a word typed wrongly is compared with. */
const MOST_COMPARED = 20_000;

/** Folded words of texts, each once. */
export function wordsOf(texts: readonly (string | undefined)[]): readonly string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of foldText(text ?? '').split(/[^\p{L}\p{N}]+/u)) {
      if (word !== '' && words.size < MOST_WORDS) words.add(word.slice(0, LONGEST_WORD));
    }
  }
  return [...words];
}

/** A lexeme as `tsvector` and `tsquery` read it. */
export const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, (char) => char + char)}'`;

/** A lexeme in a `tsvector`; places do not matter, and one for all is the shortest. */
export const lexeme = (text: string): string => `${quoted(text)}:1`;

/** A word without the ending of its case or number. */
export const stemOf = (word: string): string => /^(.{4,}?)(?:ern|en|er|em|es|e|n|s)$/.exec(word)?.[1] ?? word;

/**
 * What people mean by a word beside itself: compounds that it is a part of, and, where nobody uses it, what is like it.
 * @param known rows of one column `word`: a table, or a query that tells each word once
 * @param options.nearest what is only like the word is left out where a typing error explains it
 */
export async function relatives(
  db: Kysely<Tables>,
  known: RawBuilder<unknown>,
  word: string,
  { nearest = false } = {},
): Promise<readonly string[]> {
  if (word.length < SHORTEST_PART) return [];
  const stem = stemOf(word);
  const { rows: compounds } = await sql<{ word: string }>`
    select word from ${known} known where word like ${`%${stem}%`} order by length(word), word limit ${MOST_COMPOUNDS}`.execute(
    db,
  );
  if (compounds.length > 0) return compounds.map((row) => row.word);
  const errors = word.length < 8 ? 1 : 2;
  const lengths = [-2, -1, 0, 1, 2].filter((more) => Math.abs(more) <= errors).map((more) => word.length + more);
  const { rows: alike } = await sql<{ word: string; likeness: number }>`
    select word, greatest(similarity(word, ${word}), word_similarity(${word}, word)) as likeness
    from ${known} known where word % ${word} or ${word} <% word order by likeness desc, word limit ${MOST_TYPOS}`.execute(
    db,
  );
  const { rows: neighbours } = await sql<{ word: string }>`
    select word from ${known} known where word like ${`${word.slice(0, 1)}%`}
      and length(word) = any(${lengths}::int[]) limit ${MOST_COMPARED}`.execute(db);
  const mistyped = neighbours.filter((row) => isWithinEdits(row.word, word, errors));
  if (nearest && mistyped.length > 0) return mistyped.map((row) => row.word).slice(0, MOST_TYPOS);
  const close = alike.filter(({ likeness }) => likeness >= (mistyped.length > 0 ? 0.6 : 0.45));
  return [...new Set([...mistyped, ...close].map((row) => row.word))].slice(0, MOST_TYPOS);
}

/** Topics, with all below them, and organisations whose names hold the word. */
export function namedBy(
  directory: Directory,
  word: string,
): { readonly topicIds: readonly string[]; readonly orgIds: readonly string[] } {
  const holds = (name: string): boolean => {
    const text = foldText(name);
    return word.length < SHORTEST_PART ? text.split(/[^\p{L}\p{N}]+/u).includes(word) : text.includes(word);
  };
  const topics = directory.topics
    .filter(({ label }) => holds(label.de ?? '') || holds(label.en ?? ''))
    .flatMap(({ id }) => directory.topicKeysWithin(id));
  const orgs = directory.organisations.filter(({ name }) => holds(name));
  return { topicIds: [...new Set(topics)], orgIds: orgs.map(({ id }) => id) };
}

/** A search as PostgreSQL asks for it (`tsquery`), and the same in titles only. */
export interface WordQuery {
  readonly query: string;
  readonly titleQuery: string;
}

/**
 * What people type, in the words that texts use: each must be there, whole, at the start of a word, as a part of a
 * compound, or typed wrongly. Undefined for a text without words.
 * @param known as `relatives` takes it
 * @param named lexemes of what is called by a word
 */
export async function readWords(
  db: Kysely<Tables>,
  known: RawBuilder<unknown>,
  named: (word: string) => readonly string[],
  q: string | undefined,
): Promise<WordQuery | undefined> {
  const words = foldWords(q ?? '').map((word) => word.slice(0, LONGEST_WORD));
  if (words.length === 0) return undefined;
  const groups: string[] = [];
  const inTitle: string[] = [];
  for (const word of words) {
    const found = [...new Set([word, stemOf(word)])];
    const others = [...(await relatives(db, known, word)), ...named(word)].filter(
      (other) => !found.some((start) => other.startsWith(start)),
    );
    const start = word.length > 2 ? ':*' : '';
    groups.push(`(${[...found.map((part) => quoted(part) + start), ...others.map(quoted)].join(' | ')})`);
    const titleStart = start === '' ? ':A' : ':*A';
    inTitle.push(
      `(${[...found.map((part) => quoted(part) + titleStart), ...others.map((part) => `${quoted(part)}:A`)].join(' | ')})`,
    );
  }
  return { query: groups.join(' & '), titleQuery: inTitle.join(' & ') };
}
