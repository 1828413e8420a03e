import { sql, type Kysely } from 'kysely';
import type { HubTransaction, Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { namedBy, quoted, readWords, SHORTEST_PART, stemOf, wordsOf, type WordQuery } from '../words/word-search.ts';
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

/** A search among ideas. */
export type IdeaSearch = WordQuery;

/** What people type, in the words that ideas use. Undefined for a text without words. */
export const readSearch = (
  db: Kysely<Tables>,
  directory: Directory,
  q: string | undefined,
): Promise<IdeaSearch | undefined> => readWords(db, sql`idea_word`, (word) => named(directory, word), q);

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
