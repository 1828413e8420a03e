import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { announcedBy, storyTitleOf, storyUrlOf } from '../../../src/model/post-cluster.ts';
import { tagKey } from '../../../src/model/post-filter.ts';
import type { Post } from '../../../src/model/post.ts';
import type { Tables } from '../database/database.ts';
import { plainText, shorten } from '../http/characters.ts';
import type { Hub } from '../hub.ts';
import { hashOf } from '../sources/source-reader.ts';
import { clustersOf } from './post-story.ts';
import type { PostDocument, PostTable, PostTexts } from './post-tables.ts';
import { countWords, keepPostWords, plainTextOf, searchTextOf } from './post-text.ts';

/** What answers about posts are made of (see `Changes`): every write to a post touches it. */
export const POSTS_TOPIC = 'post';

/** Type of posts in audit entries and as what shows an upload. */
export const POST = 'post';

export type PostRow = Selectable<PostTable>;

/** Posts a transaction: a large source must not keep everybody else waiting. */
const CHUNK = 200;
const LONGEST_TEXT = 500_000;
/** Days after which every hub has forgotten what is gone. */
const GONE_DAYS = 30;
/** Raised when the same post is to be kept in another way than before. */
const VERSION = 1;

/** Id of a gathered post: the same whenever its source names it. */
export const gatheredPostId = (sourceId: string, guid: string): string => `${sourceId}.${hashOf(guid).slice(0, 24)}`;

function dateOf(text: string | undefined, now: number): Date | null {
  const at = text === undefined ? NaN : Date.parse(text);
  // A date that lies ahead is a mistake; believed, it would stand first for ever.
  return Number.isNaN(at) || at > now + DAY_MS ? null : new Date(at);
}

/** Words once each, whatever their case, the first spelling wins. */
export function distinctWords(words: readonly string[], most: number): string[] {
  const known = new Map<string, string>();
  for (const word of words) {
    const text = shorten(plainText(word).replace(/\s+/g, ' '), 100);
    const key = tagKey(text);
    if (key !== '' && !known.has(key) && known.size < most) known.set(key, text);
  }
  return [...known.values()];
}

type GatheredRow = Insertable<PostTable> &
  Pick<PostRow, 'id' | 'contentHash' | 'storyUrl' | 'storyTitle' | 'announces'> & {
    readonly texts: string;
  };

interface Gathered {
  readonly row: GatheredRow;
  readonly texts: PostTexts;
  readonly publishedAt: Date | null;
}

function gatheredOf(hub: Hub, sourceId: string, post: Post, now: number): Gathered {
  const { directory } = hub;
  const id = gatheredPostId(sourceId, post.id);
  const { image, warning, licence, isProtected, authors, content, format, report } = post;
  const document: PostDocument = {
    ...(image && { image }),
    ...(warning && { warning }),
    ...(licence && { licence }),
    ...(isProtected && { isProtected }),
    ...(authors.length > 0 && { authors: authors.slice(0, 20) }),
  };
  const texts: PostTexts = {
    ...(content && { content: content.slice(0, LONGEST_TEXT) }),
    ...(format && { format }),
    ...(report && Object.keys(report).length > 0 && { report }),
  };
  const title = shorten(plainText(post.title), 500);
  const teaser = shorten(plainText(post.teaser), 400);
  const topicIds = [
    ...new Set(
      (post.topics ?? []).flatMap(
        (topic) => directory.topic(topic.id)?.id ?? directory.topic(topic.label.de ?? '')?.id ?? [],
      ),
    ),
  ];
  const publishedAt = dateOf(post.publishedAt, now);
  const words = countWords(plainTextOf(texts)) || post.words;
  const searched = {
    title,
    teaser,
    texts,
    tags: distinctWords(post.tags, 50),
    topicIds,
    orgId: (post.org && directory.organisation(post.org.id ?? post.org.name)?.id) ?? null,
    authorNames: distinctWords(
      authors.map(({ displayName }) => displayName),
      20,
    ),
  };
  const { texts: _texts, ...columns } = searched;
  const at = new Date(now);
  return {
    texts,
    publishedAt,
    row: {
      ...columns,
      id,
      sourceId,
      guid: post.id.slice(0, 2000),
      state: 'published',
      personId: null,
      ideaId: null,
      lang: post.lang?.slice(0, 40) ?? null,
      document: JSON.stringify(document),
      texts: JSON.stringify(texts),
      size: post.size ?? null,
      maturity: post.maturity ?? null,
      // One that says so by a tag has no chapters.
      isReport: report !== undefined,
      words: words ?? null,
      url: post.url?.slice(0, 2000) ?? null,
      storyUrl: storyUrlOf(post.url) ?? null,
      storyTitle: storyTitleOf(title) ?? null,
      announces: [...announcedBy({ title, content })],
      cluster: id,
      searchText: searchTextOf(searched),
      contentHash: hashOf(
        String(VERSION),
        JSON.stringify([columns, document, texts, post.url, post.publishedAt, post.updatedAt]),
      ),
      publishedAt,
      modifiedAt: dateOf(post.updatedAt, now),
      publishAt: null,
      question: null,
      seenAt: at,
      createdAt: at,
      updatedAt: at,
    },
  };
}

const KEPT = [
  'title', 'teaser', 'document', 'texts', 'tags', 'topicIds', 'authorNames', 'orgId', 'lang', 'size', 'maturity',
  'isReport', 'words', 'url', 'storyUrl', 'storyTitle', 'announces', 'searchText', 'contentHash', 'publishedAt', 'modifiedAt', 'seenAt',
  'updatedAt',
] as const satisfies readonly (keyof PostTable)[]; // prettier-ignore

async function writeChunk(hub: Hub, chunk: readonly Gathered[]): Promise<void> {
  await hub.database.write([POSTS_TOPIC], async (transaction) => {
    await keepPostWords(
      transaction,
      chunk.map(({ row, texts }) => ({ ...(row as unknown as PostRow), texts })),
    );
    const clusters = await clustersOf(
      transaction,
      chunk.map(({ row, publishedAt }) => ({ ...row, sourceId: row.sourceId ?? null, publishedAt })),
    );
    await transaction
      .insertInto('post')
      .values(chunk.map(({ row }) => ({ ...row, cluster: clusters.get(row.id) ?? row.id })))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          ...Object.fromEntries(KEPT.map((column) => [column, eb.ref(`excluded.${column}`)])),
          version: sql<number>`post.version + 1`,
        })),
      )
      .execute();
  });
}

/**
 * Takes over what a source names now: new posts come, changed ones get a new version, and what has not changed is not
 * touched. Feeds carry their newest posts only: what a source names no more stays (see `forgetOldPosts`). Gives the
 * number of posts that are kept of it.
 */
export async function storeGatheredPosts(hub: Hub, sourceId: string, posts: readonly Post[]): Promise<number> {
  const { kysely } = hub.database;
  const now = hub.clock();
  const gathered = new Map(
    posts.slice(0, hub.config.limits.sourceItems).map((post) => {
      const one = gatheredOf(hub, sourceId, post, now);
      return [one.row.id, one];
    }),
  );
  const known = new Map<string, { readonly contentHash: string | null; readonly seenAt: Date | null }>();
  const rows = await kysely
    .selectFrom('post')
    .select(['id', 'contentHash', 'seenAt'])
    .where('sourceId', '=', sourceId)
    .execute();
  for (const row of rows) known.set(row.id, row);
  const changed = [...gathered.values()].filter(({ row }) => known.get(row.id)?.contentHash !== row.contentHash);
  for (let from = 0; from < changed.length; from += CHUNK) await writeChunk(hub, changed.slice(from, from + CHUNK));
  // Once a day is enough to know what its source still names.
  const seen = [...gathered.keys()].filter((id) => {
    const before = known.get(id)?.seenAt;
    return before && now - before.getTime() >= DAY_MS;
  });
  if (seen.length > 0) {
    await hub.database.write([], (transaction) =>
      sql`update post set seen_at = ${new Date(now)} where id = any(${seen}::text[])`.execute(transaction),
    );
  }
  for (const id of gathered.keys()) known.delete(id);
  return known.size + gathered.size;
}

/** Removes what sources say is gone for good, by the ids that they named it by; without ids all of a source. */
export async function removeGatheredPosts(hub: Hub, sourceId: string, guids?: readonly string[]): Promise<void> {
  await hub.database.write([POSTS_TOPIC], (transaction) => {
    let query = transaction.deleteFrom('post').where('sourceId', '=', sourceId);
    if (guids) query = query.where('guid', 'in', guids.length > 0 ? guids : ['']);
    return query.execute();
  });
}

/** Removes what no source has named for `retention.gatheredPostDays`; gives the number. */
export async function forgetOldPosts({ database, config, clock }: Hub): Promise<number> {
  const before = new Date(clock() - config.retention.gatheredPostDays * DAY_MS);
  const { numDeletedRows } = await database.write([POSTS_TOPIC], async (transaction) => {
    await sql`delete from post_gone where at < ${new Date(clock() - GONE_DAYS * DAY_MS)}`.execute(transaction);
    return transaction
      .deleteFrom('post')
      .where('sourceId', 'is not', null)
      .where('seenAt', '<', before)
      .executeTakeFirst();
  });
  return Number(numDeletedRows);
}

/** Removes the posts of sources that are not configured any more. */
export async function forgetUnknownSources({ database, config }: Pick<Hub, 'database' | 'config'>): Promise<void> {
  const ids = config.sources.map(({ id }) => id);
  await database.write([POSTS_TOPIC], (transaction) =>
    transaction
      .deleteFrom('post')
      .where('sourceId', 'is not', null)
      .where('sourceId', 'not in', ids.length > 0 ? ids : [''])
      .execute(),
  );
}

/** By id; `forUpdate` holds it until the transaction ends. */
export async function findPost(
  db: Kysely<Tables>,
  id: string,
  { forUpdate = false }: { readonly forUpdate?: boolean } = {},
): Promise<PostRow | undefined> {
  let query = db.selectFrom('post').selectAll().where('id', '=', id);
  if (forUpdate) query = query.forUpdate();
  return query.executeTakeFirst();
}
