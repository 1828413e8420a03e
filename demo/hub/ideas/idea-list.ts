import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { IdeaSort } from '../../../src/backend/ports.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import { cursorLength, readCursor, writeCursor } from '../http/cursor.ts';
import { invalidFields } from '../http/http-problem.ts';
import { all, choiceConditions, ownConditions, type Chosen, type IdeaFilter } from './idea-conditions.ts';
import { visibleIdeas, type IdeaRow } from './idea-rules.ts';
import type { IdeaSearch } from './idea-words.ts';

export interface IdeaListQuery extends IdeaFilter {
  readonly q?: string;
  readonly sort?: IdeaSort;
  readonly limit: number;
  readonly cursor?: string;
}

const LISTED = [
  'id', 'version', 'stage', 'reach', 'visibility', 'orgId', 'unit', 'createdBy', 'anonymous', 'secretHash', 'authorIds',
  'orgIds', 'topicIds', 'needKinds', 'title', 'document', 'patronId', 'question', 'reason', 'pending', 'mergedInto',
  'adaptedFrom', 'supports', 'usefulHere', 'joins', 'comments', 'helpOffers', 'followers', 'adoptions', 'held',
  'releasedAt', 'activeAt', 'remindedAt', 'createdAt', 'updatedAt',
] as const; // prettier-ignore

export interface IdeaListPage {
  readonly rows: readonly IdeaRow[];
  readonly nextCursor: string | null;
}

/** Orders by their columns, all of them descending, so that one comparison of rows finds the next page. */
const ORDERS = {
  active: ['active_at', 'id'],
  new: ['created_at', 'id'],
  support: ['supports', 'active_at', 'id'],
  'needs-help': ['wants_help', 'active_at', 'id'],
  // What has the words in its title comes first.
  fit: ['fits', 'active_at', 'id'],
} as const;
/** From so many hits on, a word in the title is no reason to be first. */
const MANY_HITS = 2_000;
type Order = keyof typeof ORDERS;
type Column = (typeof ORDERS)[Order][number];

const isTime = (column: Column): boolean => column === 'active_at' || column === 'created_at';

function readKey(order: Order, cursor: string | undefined): readonly (string | number)[] | undefined {
  const columns: readonly Column[] = ORDERS[order];
  const key = readCursor(
    cursor,
    columns.map((column) => (column === 'id' || isTime(column) ? 'string' : 'number')),
  );
  columns.forEach((column, index) => {
    if (key && isTime(column) && Number.isNaN(Date.parse(String(key[index])))) {
      throw invalidFields([{ field: 'cursor', code: 'format', message: 'is not a cursor of this list' }]);
    }
  });
  return key;
}

/** A column as the index holds it, and a value of a cursor as the column holds it. */
function columnOf(column: Column, search: IdeaSearch | undefined): RawBuilder<unknown> {
  if (column === 'fits') return sql`(idea.search_text @@ ${search?.titleQuery ?? ''}::tsquery)`;
  return sql.ref(`idea.${column}`);
}

function valueOf(column: Column, value: string | number | undefined): RawBuilder<unknown> {
  // Microseconds would be lost in a Date; the text keeps them.
  if (isTime(column)) return sql`${value}::text::timestamptz`;
  if (column === 'fits' || column === 'wants_help') return sql`${value === 1}::boolean`;
  return column === 'id' ? sql`${value}::text` : sql`${value}::int`;
}

/** What stands in a cursor, selected beside the row. */
function keyOf(column: Column, search: IdeaSearch | undefined): RawBuilder<unknown> {
  const place = columnOf(column, search);
  if (isTime(column)) return sql`to_char(${place} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return column === 'fits' || column === 'wants_help' ? sql`${place}::int` : place;
}

/**
 * With words and without a sort, what has them in its title comes first. A word that very many ideas have says little:
 * then the newest activity is first, which an index knows. A walk goes on in the order that it began with.
 */
function orderOf({ sort, cursor }: IdeaListQuery, search: IdeaSearch | undefined, total: number): Order {
  if (sort !== undefined || !search) return sort ?? 'active';
  if (cursor) return cursorLength(cursor) === ORDERS.fit.length ? 'fit' : 'active';
  return total > MANY_HITS ? 'active' : 'fit';
}

/**
 * One page of ideas that the caller may see. A walk by cursors meets each once, whatever is written meanwhile.
 * @param total number of ideas over all pages
 */
export async function listIdeas(
  db: Kysely<Tables>,
  caller: Caller,
  query: IdeaListQuery,
  chosen: Chosen,
  search: IdeaSearch | undefined,
  total: number,
): Promise<IdeaListPage> {
  const order = orderOf(query, search, total);
  const columns: readonly Column[] = ORDERS[order];
  const conditions: RawBuilder<unknown>[] = [
    visibleIdeas(caller),
    ...ownConditions(query, caller),
    ...choiceConditions(chosen),
  ];
  if (search) conditions.push(sql`idea.search_text @@ ${search.query}::tsquery`);
  const after = readKey(order, query.cursor);
  if (after) {
    const left = columns.map((column) => columnOf(column, search));
    const right = columns.map((column, index) => valueOf(column, after[index]));
    conditions.push(sql`(${sql.join(left)}) < (${sql.join(right)})`);
  }
  const sorted = columns.map((column) => sql`${columnOf(column, search)} desc`);
  const keys = columns.map((column) => keyOf(column, search));
  const { rows } = await sql<{ id: string; key: (string | number)[] }>`
    select idea.id, json_build_array(${sql.join(keys)}) as key from idea where ${all(conditions)}
    order by ${sql.join(sorted)} limit ${query.limit + 1}`.execute(db);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const ids = page.map(({ id }) => id);
  const found = new Map<string, IdeaRow>();
  if (ids.length > 0) {
    const rowsOfPage = await db.selectFrom('idea').select(LISTED).where('id', 'in', ids).execute();
    // Nobody reads what a search looks in; it is as long as the texts themselves.
    for (const row of rowsOfPage) found.set(row.id, { ...row, searchText: '' });
  }
  return {
    rows: ids.flatMap((id) => found.get(id) ?? []),
    nextCursor: rows.length > query.limit && last ? writeCursor(last.key) : null,
  };
}
