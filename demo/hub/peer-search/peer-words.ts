import { sql, type Kysely, type RawBuilder } from 'kysely';
import { foldWords } from '../../../src/model/fold-text.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { LONGEST_WORD, namedBy, quoted, relatives, stemOf } from '../words/word-search.ts';
import { LETTERS } from './peer-text.ts';
import { belongingsOf } from './peer-view.ts';

/** From so many people on who have the words as they were typed, these are no reason to be first. */
const MANY_EXACT = 2_000;
/** Better hits first: all words in the name, in the name somehow, anywhere as they were typed, anywhere. */
export const TIERS = 4;

/** A search: who has what was typed, and how well, by ordinal. */
export interface PeerHits {
  /** 0: no hit; else 1 to `TIERS`, the best highest. */
  readonly tiers: Uint8Array;
  readonly ordinals: readonly number[];
}

/** Which words of the table a caller may know that somebody says. */
function scopesOf(caller: Caller): readonly string[] {
  if (caller.kind === 'anonymous') return ['p'];
  const { orgIds, units } = belongingsOf(caller);
  return ['p', 'n', ...orgIds.map((id) => `o${id}`), ...units.map(({ orgId, unit }) => `u${orgId}\u0001${unit}`)];
}

/** One typed word: what stands for it. Starts are found as beginnings of words, others whole, ids by themselves. */
interface Group {
  readonly starts: readonly string[];
  readonly others: readonly string[];
  readonly ids: readonly string[];
  readonly isLong: boolean;
}

/** A group at some levels; exact: only as it was typed. */
const askedAt = (group: Group, letters: readonly string[], isExact: boolean): string => {
  const end = group.isLong ? ':*' : '';
  const parts: string[] = [];
  for (const letter of letters) {
    for (const start of isExact ? group.starts.slice(0, 1) : group.starts) {
      parts.push(quoted(`${letter}:${start}`) + end);
    }
    for (const id of group.ids) parts.push(quoted(`${letter}#${id}`));
    if (!isExact) for (const other of group.others) parts.push(quoted(`${letter}:${other}`));
  }
  return `(${parts.join(' | ')})`;
};

const askedInName = (group: Group, isExact: boolean): string => {
  const end = group.isLong ? ':*' : '';
  const starts = (isExact ? group.starts.slice(0, 1) : group.starts).map((start) => quoted(start) + end);
  return `(${[...starts, ...(isExact ? [] : group.others.map(quoted))].join(' | ')})`;
};

/** The same of an offer, whose words lie in a row of their own, by who may see it. */
export const askedOfOffer = ({ groups }: PeerSearch): string =>
  groups
    .map((group) => {
      const end = group.isLong ? ':*' : '';
      const starts = group.starts.map((start) => quoted(start) + end);
      return `(${[...starts, ...group.others.map(quoted), ...group.ids.map((id) => quoted(`#${id}`))].join(' | ')})`;
    })
    .join(' & ');

/** A search in the words that people use, as PostgreSQL asks for it. */
export interface PeerSearch {
  readonly groups: readonly Group[];
}

/**
 * What people type, in the words that others use and the caller may know of: whole, at the start of a word, as a part of
 * a compound, typed wrongly. Undefined for a text without words.
 */
export async function readPeerSearch(
  db: Kysely<Tables>,
  directory: Directory,
  caller: Caller,
  q: string,
): Promise<PeerSearch | undefined> {
  const words = foldWords(q).map((word) => word.slice(0, LONGEST_WORD));
  if (words.length === 0) return undefined;
  const scopes = scopesOf(caller);
  const known = sql`(select distinct word from peer_word where scope = any(${scopes}::text[]))`;
  const groups: Group[] = [];
  for (const word of words) {
    const starts = [...new Set([word, stemOf(word)])];
    const { topicIds, orgIds } = namedBy(directory, word);
    groups.push({
      starts,
      others: (await relatives(db, known, word, { nearest: true })).filter(
        (other) => !starts.some((start) => other.startsWith(start)),
      ),
      ids: [...topicIds.map((id) => `topic:${id}`), ...orgIds.map((id) => `org:${id}`)],
      isLong: word.length > 2,
    });
  }
  return { groups };
}

/** Words as they stand, all of them in the same person. Undefined where there are none. */
export function plainSearch(words: readonly string[]): PeerSearch | undefined {
  if (words.length === 0) return undefined;
  const groups = words.map((word) => ({ starts: [word], others: [], ids: [], isLong: false }));
  return { groups };
}

/** What only narrower audiences than `levels` see of each: who has none of it was found before. */
const narrowOnly = (groups: readonly Group[], level: number, isExact: boolean): string =>
  groups.map((group) => askedAt(group, [LETTERS[level]!], isExact)).join(' | ');

/**
 * Ordinals of rows whose words the caller may see have all that was asked, some of them more than once. What has ended by
 * today is no word any more. One index scan an audience: what all of the network see, and what is added for colleagues.
 */
function found(caller: Caller, { groups }: PeerSearch, today: string, isExact: boolean): RawBuilder<unknown> {
  const query = (levels: number): string => {
    const all = groups.map((group) => askedAt(group, LETTERS.slice(0, levels), isExact)).join(' & ');
    return levels > 2 ? `${all} & (${narrowOnly(groups, levels - 1, isExact)})` : all;
  };
  const rows = (levels: number): RawBuilder<unknown> =>
    sql`select ordinal from peer_search_hits(${query(levels)}::tsquery, ${today}::date)`;
  if (caller.kind === 'anonymous') return rows(1);
  const { orgIds, units } = belongingsOf(caller);
  const parts = [rows(2)];
  if (orgIds.length > 0) parts.push(sql`${rows(3)} where org_id = any(${orgIds}::text[])`);
  for (const { orgId, unit } of units) parts.push(sql`${rows(4)} where org_id = ${orgId} and unit = ${unit}`);
  const own = groups.map((group) => askedAt(group, LETTERS, isExact)).join(' & ');
  parts.push(sql`select ordinal from peer_search where person_id = ${caller.person.id}
    and case when good_until < ${today}::date then lasting else words end @@ ${own}::tsquery`);
  return sql.join(parts, sql` union all `);
}

const numbersOf = (text: string | null | undefined): readonly number[] => (text ? text.split(',').map(Number) : []);

/** Everybody who has what was asked, and how well; `most`: so many of them are enough, whoever they are. */
export async function findHits(
  db: Kysely<Tables>,
  caller: Caller,
  search: PeerSearch,
  today: string,
  room: number,
  most?: number,
): Promise<PeerHits> {
  const { groups } = search;
  const inName = (isExact: boolean): string => groups.map((group) => askedInName(group, isExact)).join(' & ');
  const { rows } = await sql<{ hits: string | null; exact: string | null; named: string | null; whole: string | null }>`
    select
      (select string_agg(ordinal::text, ',') from (${found(caller, search, today, false)}
        ${most === undefined ? sql`` : sql`limit ${most}`}) hits) as hits,
      (select string_agg(ordinal::text, ',') from (${found(caller, search, today, true)} limit ${MANY_EXACT}) exact)
        as exact,
      (select string_agg(ordinal::text, ',') from peer_search where names @@ ${inName(false)}::tsquery) as named,
      (select string_agg(ordinal::text, ',') from peer_search where names @@ ${inName(true)}::tsquery) as whole`.execute(
    db,
  );
  const row = rows[0];
  const ordinals = numbersOf(row?.hits);
  const tiers = new Uint8Array(
    Math.max(
      room,
      ordinals.reduce((a, b) => Math.max(a, b), 0),
    ) + 1,
  );
  for (const ordinal of ordinals) tiers[ordinal] = 1;
  const raise = (numbers: readonly number[], tier: number): void => {
    // Only who is a hit at all: names are in the words, too, at the level of the entry.
    for (const number of numbers) if (tiers[number]! > 0 && tiers[number]! < tier) tiers[number] = tier;
  };
  const exact = numbersOf(row?.exact);
  if (exact.length < MANY_EXACT) raise(exact, 2);
  raise(numbersOf(row?.named), 3);
  raise(numbersOf(row?.whole), 4);
  return { tiers, ordinals };
}
