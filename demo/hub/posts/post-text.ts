import { sql, type Kysely } from 'kysely';
import { htmlToText } from '../../../src/model/html-text.ts';
import { markdownToText } from '../../../src/model/markdown.ts';
import { REPORT_CHAPTERS } from '../../../src/model/post.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { lexeme, namedBy, quoted, readWords, wordsOf, type WordQuery } from '../words/word-search.ts';
import type { PostTexts } from './post-tables.ts';

const topicLexeme = (id: string): string => `topic:${id}`;
const orgLexeme = (id: string): string => `org:${id}`;

export interface SearchedPost {
  readonly title: string;
  readonly teaser: string;
  readonly texts: PostTexts;
  readonly tags: readonly string[];
  readonly topicIds: readonly string[];
  readonly orgId: string | null;
  /** Names of those who wrote it, where they are not people of the hub. */
  readonly authorNames: readonly string[];
}

/** The words of the full text, without marks. */
export function plainTextOf({ content, format, report, body, chapters }: PostTexts): string {
  const read = format === 'markdown' ? markdownToText : htmlToText;
  const parts: string[] = [];
  if (content) parts.push(read(content));
  if (body) parts.push(markdownToText(body));
  for (const chapter of REPORT_CHAPTERS) {
    const written = chapters?.[chapter];
    if (written) parts.push(markdownToText(written));
    const told = report?.[chapter];
    // What a reader has cut out of the text stands there already.
    if (told && !content) parts.push(read(told));
  }
  return parts.join('\n');
}

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/**
 * What a search looks in, as a `tsvector`: folded words, those of the title marked. Topics and organisations stand in it
 * by their ids, so that they may be renamed.
 */
export function searchTextOf(post: SearchedPost): string {
  const inTitle = wordsOf([post.title]);
  const known = new Set(inTitle);
  const rest = wordsOf([post.teaser, ...post.tags, ...post.authorNames, plainTextOf(post.texts)]);
  return [
    ...inTitle.map((word) => `${quoted(word)}:1A`),
    ...rest.filter((word) => !known.has(word)).map(lexeme),
    ...post.topicIds.map((id) => lexeme(topicLexeme(id))),
    ...(post.orgId === null ? [] : [lexeme(orgLexeme(post.orgId))]),
  ].join(' ');
}

/** Adds the words of published posts to those that parts and typing errors are looked up in. */
export async function keepPostWords(transaction: HubTransaction, posts: readonly SearchedPost[]): Promise<void> {
  const all = new Set<string>();
  for (const { title, teaser, tags, authorNames, texts } of posts) {
    for (const word of wordsOf([title, teaser, ...tags, ...authorNames, plainTextOf(texts)])) {
      if (word.length > 2) all.add(word);
    }
  }
  // In one order, so that two who bring the same new words wait for each other and never both.
  const words = [...all].sort();
  await sql`insert into post_word (word)
    select fresh.word from unnest(${words}::text[]) fresh(word)
    where not exists (select from post_word known where known.word = fresh.word)
    on conflict do nothing`.execute(transaction);
}

/** What people type, in the words that posts use. Undefined for a text without words. */
export const readPostSearch = (
  db: Kysely<Tables>,
  directory: Directory,
  q: string | undefined,
): Promise<WordQuery | undefined> =>
  readWords(
    db,
    sql`post_word`,
    (word) => {
      const { topicIds, orgIds } = namedBy(directory, word);
      return [...topicIds.map(topicLexeme), ...orgIds.map(orgLexeme)];
    },
    q,
  );
