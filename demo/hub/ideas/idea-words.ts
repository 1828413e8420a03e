import { sql, type Kysely } from 'kysely';
import { foldWords } from '../../../src/model/fold-text.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { LONGEST_WORD, namedBy, quoted, relatives, SHORTEST_PART, stemOf, wordsOf } from '../words/word-search.ts';
import type { IdeaDocument } from './idea-tables.ts';

const topicLexeme = (id: string): string => `topic:${id}`;
const orgLexeme = (id: string): string => `org:${id}`;

export interface Searched {
  readonly title: string;
  readonly document: IdeaDocument;
  readonly topicIds: readonly string[];
  readonly orgIds: readonly string[];
}

/**
 * What a search looks in, as a `tsvector`: folded words, those of the title marked. Topics and organisations stand in it
 * by their ids, so that they may be renamed.
 */
export function searchTextOf({ title, document, topicIds, orgIds }: Searched): string {
  const { summary, problem, benefitFor, firstStep, body, tags, needs, place } = document;
  const inTitle = wordsOf([title]);
  const needTexts = needs.map(({ text }) => text);
  const rest = wordsOf([summary, ...tags, problem, benefitFor, firstStep, ...needTexts, place?.name, body]);
  return [
    ...inTitle.map((word) => `${quoted(word)}:1A`),
    ...rest.filter((word) => !inTitle.includes(word)).map((word) => `${quoted(word)}:1`),
    ...topicIds.map((id) => `${quoted(topicLexeme(id))}:1`),
    ...orgIds.map((id) => `${quoted(orgLexeme(id))}:1`),
  ].join(' ');
}

/** Adds the words of an idea to those that parts and typing errors are looked up in. */
export async function keepWords(transaction: HubTransaction, { title, document }: Searched): Promise<void> {
  const { summary, problem, benefitFor, firstStep, body, tags, needs, place } = document;
  const needTexts = needs.map(({ text }) => text);
  // In one order, so that two who bring the same new words wait for each other and never both.
  const words = wordsOf([title, summary, ...tags, problem, benefitFor, firstStep, ...needTexts, place?.name, body])
    .filter((word) => word.length > 2)
    .sort();
  await sql`insert into idea_word (word)
    select fresh.word from unnest(${words}::text[]) fresh(word)
    where not exists (select from idea_word known where known.word = fresh.word)
    on conflict do nothing`.execute(transaction);
}

/** Topics and organisations whose names hold the word. */
function named(directory: Directory, word: string): readonly string[] {
  const { topicIds, orgIds } = namedBy(directory, word);
  return [...topicIds.map(topicLexeme), ...orgIds.map(orgLexeme)];
}

/** A search as PostgreSQL asks for it (`tsquery`), and the same in titles only. */
export interface IdeaSearch {
  readonly query: string;
  readonly titleQuery: string;
}

/**
 * What people type, in the words that ideas use: each must be there, whole, at the start of a word, as a part of a
 * compound, or typed wrongly. Undefined for a text without words.
 */
export async function readSearch(
  db: Kysely<Tables>,
  directory: Directory,
  q: string | undefined,
): Promise<IdeaSearch | undefined> {
  const words = foldWords(q ?? '').map((word) => word.slice(0, LONGEST_WORD));
  if (words.length === 0) return undefined;
  const groups: string[] = [];
  const inTitle: string[] = [];
  for (const word of words) {
    const found = [...new Set([word, stemOf(word)])];
    const others = [...(await relatives(db, sql`idea_word`, word)), ...named(directory, word)].filter(
      (lexeme) => !found.some((start) => lexeme.startsWith(start)),
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

/** For each word a `tsquery` that asks for it and for compounds with it; what is like it is left out. */
export async function anyOf(db: Kysely<Tables>, words: readonly string[]): Promise<readonly string[]> {
  const long = words.map(stemOf).filter((word) => word.length >= SHORTEST_PART);
  const parts = long.map(
    (stem) => sql`(select ${stem}::text as stem, word from idea_word where word like ${`%${stem}%`} limit 50)`,
  );
  const { rows } =
    parts.length > 0
      ? await sql<{ stem: string; word: string }>`${sql.join(parts, sql` union all `)}`.execute(db)
      : { rows: [] };
  return words.map((word) => {
    const stem = stemOf(word);
    const compounds = rows.filter((row) => row.stem === stem && !row.word.startsWith(stem));
    return [`${quoted(stem)}:*`, ...compounds.map((row) => quoted(row.word))].join(' | ');
  });
}
