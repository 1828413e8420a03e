import { type PostFacet } from '../../../src/model/post-filter.ts';
import { sql, type Kysely } from 'kysely';
import type { Post } from '../../../src/model/post.ts';
import type { AccountCaller, Caller } from '../authorization/caller.ts';
import { demandAccount } from '../authorization/can.ts';
import type { Tables } from '../database/database.ts';
import { cursorLength, readCursor, writeCursor } from '../http/cursor.ts';
import type { Hub } from '../hub.ts';
import { visibleIdeas } from '../ideas/idea-rules.ts';
import { Bits } from '../peer-search/bits.ts';
import type { WordQuery } from '../words/word-search.ts';
import { readSomeRows } from './entry-rows.ts';
import { readChoice, type PostFilter } from './post-choice.ts';
import { countPosts, facetsOf, passes, tellerOf, type Chosen, type PostCounts } from './post-counts.ts';
import { entryOf, OWN_SOURCE, Tokens, type Entry } from './post-entry.ts';
import { postIndexOf, type PostIndex } from './post-index.ts';
import { listedPosts, postSource, type ListedPostRow, type OtherPlace } from './post-mapping.ts';
import { queuedPosts } from './post-rules.ts';
import { readPostSearch } from './post-text.ts';

export interface PostListQuery extends PostFilter {
  readonly q?: string;
  readonly idea?: string;
  readonly mine?: boolean;
  readonly queue?: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

export interface PostListPage extends PostCounts {
  readonly items: readonly Post[];
  readonly nextCursor: string | null;
}

/** From so many hits on, a word in the title is no reason to be first. */
const MANY_HITS = 2_000;
/** More own posts, or waiting ones, than anybody reads. */
const MOST_OWN = 2_000;
const LISTED = [
  'id', 'ordinal', 'changed', 'version', 'sourceId', 'guid', 'state', 'orgId', 'personId', 'ideaId', 'lang', 'title',
  'teaser', 'document', 'tags', 'topicIds', 'authorNames', 'size', 'maturity', 'isReport', 'words', 'url', 'storyUrl',
  'storyTitle', 'announces', 'cluster', 'contentHash', 'publishedAt', 'modifiedAt', 'publishAt', 'question', 'seenAt', 'createdAt',
  'updatedAt',
] as const; // prettier-ignore

/** Posts with the words, and those with the words in their title. */
interface Found {
  readonly hits: Bits;
  readonly inTitle: Bits;
  readonly count: number;
}

async function findWords(db: Kysely<Tables>, search: WordQuery): Promise<Found> {
  const { rows } = await sql<{ hits: string | null; fits: string | null; count: number }>`
    select string_agg(ordinal::text, ',') as hits, string_agg(ordinal::text, ',') filter (where fits) as fits,
      count(*)::int as count
    from post_search_hits(${search.query}::tsquery, ${search.titleQuery}::tsquery)`.execute(db);
  const [row] = rows;
  const bits = (text: string | null | undefined): Bits => Bits.of(text ? text.split(',').map(Number) : []);
  return { hits: bits(row?.hits), inTitle: bits(row?.fits), count: row?.count ?? 0 };
}

interface Place {
  readonly entry: Entry;
  readonly fits: number;
}

interface Walk {
  readonly order: readonly Entry[];
  /** Undefined: all of `order` are in the list. */
  readonly isFound: ((entry: Entry) => boolean) | undefined;
  readonly chosen: Chosen;
  /** What comes first though it is older. */
  readonly fits: ((entry: Entry) => boolean) | undefined;
  readonly placeAfter: (key: Pick<Entry, 'at' | 'id'>) => number;
}

/** One more than fits on the page, if there are so many. */
function walk({ order, isFound, chosen, fits, placeAfter }: Walk, limit: number, cursor: string | undefined): Place[] {
  const key = readCursor(cursor, fits ? ['number', 'number', 'string'] : ['number', 'string']);
  const id = String(key?.at(-1));
  const at = Number(key?.at(-2));
  const isWanted = (entry: Entry): boolean => (!isFound || isFound(entry)) && passes(entry, chosen);
  const places: Place[] = [];
  // With words: first those that have them in their title, then the others, each the newest first.
  for (const round of fits ? [1, 0] : [0]) {
    if (fits && key && Number(key[0]) < round) continue;
    const isBehind = key !== undefined && (!fits || Number(key[0]) === round);
    for (let index = isBehind ? placeAfter({ at, id }) : 0; index < order.length; index += 1) {
      const entry = order[index]!;
      if (!isWanted(entry) || (fits && fits(entry) !== (round === 1))) continue;
      if (entry.story && tellerOf(entry, isWanted) !== entry) continue;
      places.push({ entry, fits: round });
      if (places.length > limit) return places;
    }
  }
  return places;
}

/** Rows of a page, and where else each story is told, by id. */
async function readPage(
  db: Kysely<Tables>,
  entries: readonly Entry[],
): Promise<{ readonly rows: readonly ListedPostRow[]; readonly others: (id: string) => readonly OtherPlace[] }> {
  const ids = entries.map(({ id }) => id);
  const otherIds = entries.flatMap(({ story, id }) =>
    (story ?? []).map((other) => other.id).filter((one) => one !== id),
  );
  const [rows, others] = await Promise.all([
    ids.length === 0 ? [] : db.selectFrom('post').select(LISTED).where('id', 'in', ids).execute(),
    otherIds.length === 0
      ? []
      : db.selectFrom('post').select(['id', 'sourceId', 'url']).where('id', 'in', otherIds).execute(),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const otherById = new Map(others.map((row) => [row.id, row]));
  const stories = new Map(entries.map(({ id, story }) => [id, story ?? []]));
  return {
    rows: ids.flatMap((id) => byId.get(id) ?? []),
    others: (id) =>
      (stories.get(id) ?? []).flatMap((other) => (other.id === id ? [] : (otherById.get(other.id) ?? []))),
  };
}

interface KeptCounts {
  readonly version: number;
  readonly counts: PostCounts;
}
const everything = new WeakMap<PostIndex, KeptCounts>();

/** The list of what is published. */
export async function listPosts(hub: Hub, caller: Caller, query: PostListQuery): Promise<PostListPage> {
  const { mine, queue } = query;
  if (mine || queue) return listSome(hub, demandAccount(caller), query);
  const { database, directory } = hub;
  const { kysely } = database;
  const index = postIndexOf(hub);
  await index.follow();
  const search = await readPostSearch(kysely, directory, query.q);
  const found = search && (await findWords(kysely, search));
  const isOfIdea = query.idea === undefined || (await maySeeIdea(kysely, caller, query.idea));
  // From here to the counts nothing waits: the index is the same throughout.
  const isFound =
    found || query.idea !== undefined
      ? ({ ordinal, ideaId }: Entry): boolean =>
          (!found || found.hits.has(ordinal)) && (query.idea === undefined || (isOfIdea && ideaId === query.idea))
      : undefined;
  const chosen = readChoice(hub, query, index.tokens);
  const counts = countAll(hub, index, isFound, chosen);
  const isBest = found && (query.cursor ? cursorLength(query.cursor) === 3 : found.count <= MANY_HITS);
  const fits = isBest ? ({ ordinal }: Entry): boolean => found.inTitle.has(ordinal) : undefined;
  const places = walk(
    { order: index.order, isFound, chosen, fits, placeAfter: (key) => index.placeAfter(key) },
    query.limit,
    query.cursor,
  );
  return pageOf(hub, caller, places, query.limit, fits !== undefined, counts);
}

async function maySeeIdea(db: Kysely<Tables>, caller: Caller, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('idea')
    .select('id')
    .where('id', '=', id)
    .where(visibleIdeas(caller))
    .executeTakeFirst();
  return row !== undefined;
}

function countAll(hub: Hub, index: PostIndex, isFound: Walk['isFound'], chosen: Chosen): PostCounts {
  const isWhole = !isFound && chosen.every((wanted) => wanted === undefined);
  const kept = isWhole ? everything.get(index) : undefined;
  if (kept?.version === index.version) return kept.counts;
  const { total } = countPosts(index.order, isFound, chosen, index.tokens);
  const counts = { total, facets: facetsOf(index.tokens, chosen, labelsOf(hub)) };
  if (isWhole) everything.set(index, { version: index.version, counts });
  return counts;
}

const labelsOf =
  ({ directory, config }: Hub) =>
  (facet: PostFacet, value: string): string | undefined => {
    if (facet === 'topic') return directory.topicOf(value).label[config.language] ?? value;
    if (facet === 'source') return postSource(config, value === OWN_SOURCE ? null : value).label;
    return undefined;
  };

async function pageOf(
  hub: Hub,
  caller: Caller,
  places: readonly Place[],
  limit: number,
  isBest: boolean,
  counts: PostCounts,
): Promise<PostListPage> {
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  const { kysely } = hub.database;
  const { rows, others } = await readPage(
    kysely,
    shown.map(({ entry }) => entry),
  );
  const items = await listedPosts(hub, kysely, caller, rows, others);
  const key = last && [...(isBest ? [last.fits] : []), last.entry.at, last.entry.id];
  return { items, nextCursor: places.length > limit && key ? writeCursor(key) : null, ...counts };
}

/** Lists of the caller's own, and of what waits for them as a moderator; the last written first. */
async function listSome(hub: Hub, caller: AccountCaller, query: PostListQuery): Promise<PostListPage> {
  const { kysely } = hub.database;
  const conditions = [sql`p.source_id is null`];
  if (query.mine) conditions.push(sql`p.person_id = ${caller.person.id}`);
  if (query.queue) conditions.push(queuedPosts(caller));
  if (query.idea !== undefined) conditions.push(sql`p.idea_id = ${query.idea}`);
  const search = await readPostSearch(kysely, hub.directory, query.q);
  if (search) conditions.push(sql`p.search_text @@ ${search.query}::tsquery`);
  const rows = await readSomeRows(kysely, sql.join(conditions, sql` and `), MOST_OWN);
  const tokens = new Tokens();
  const order = rows.map((row) => entryOf(hub, tokens, row));
  const chosen = readChoice(hub, query, tokens);
  const { total } = countPosts(order, undefined, chosen, tokens);
  const counts = { total, facets: facetsOf(tokens, chosen, labelsOf(hub)) };
  const placeAfter = ({ id }: Pick<Entry, 'id'>): number => order.findIndex((entry) => entry.id === id) + 1;
  const places = walk({ order, isFound: undefined, chosen, fits: undefined, placeAfter }, query.limit, query.cursor);
  return pageOf(hub, caller, places, query.limit, false, counts);
}
