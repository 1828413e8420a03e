import { sql, type Kysely } from 'kysely';
import { untrustedHtml } from '../../../src/model/common.ts';
import type { AlsoOn, Maturity, MunicipalitySize, Post, PostImage, PostSource } from '../../../src/model/post.ts';
import { REPORT_CHAPTERS } from '../../../src/model/post.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { findPeople, type People } from '../accounts/person-refs.ts';
import type { Caller } from '../authorization/caller.ts';
import type { HubConfig } from '../config/config.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { visibleIdeas } from '../ideas/idea-rules.ts';
import { withShownImages } from '../sources/post-images.ts';
import { OWN_SOURCE } from './post-entry.ts';
import { maySeePost, postDeeds } from './post-rules.ts';
import type { PostRow } from './post-store.ts';
import type { PostTexts } from './post-tables.ts';

/** What a list reads of a post: all but its full text. */
export type ListedPostRow = Omit<PostRow, 'texts' | 'searchText'>;

/** The same story elsewhere, as it is read for it. */
export type OtherPlace = Pick<PostRow, 'id' | 'sourceId' | 'url'>;

/** Page of a post of the hub's own. Without `publicUrl` it is relative to the hub. */
export function postPage({ publicUrl = '', pages }: Pick<HubConfig, 'publicUrl' | 'pages'>, id: string): string {
  const page = pages.posts.startsWith('/') ? `${publicUrl}${pages.posts}` : pages.posts;
  return `${page}#vr-post=${encodeURIComponent(id)}`;
}

/** Where posts come from, as readers are told. Not the address that is read: some of them are secret. */
export function postSource({ title, sources, publicUrl }: HubConfig, sourceId: string | null): PostSource {
  if (sourceId === null) return { id: OWN_SOURCE, label: title, kind: 'hub', ...(publicUrl && { url: publicUrl }) };
  const source = sources.find(({ id }) => id === sourceId);
  const kind = source && source.kind !== ('icalendar' as string) ? (source.kind as PostSource['kind']) : undefined;
  return {
    id: sourceId,
    ...(source && { label: source.label }),
    ...(source?.link && { url: source.link }),
    ...(kind && { kind }),
  };
}

interface Around {
  readonly people: People;
  readonly orgs: (id: string) => NonNullable<Post['org']>;
  readonly ideas: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<string, Omit<PostImage, 'alt'>>;
}

async function findImages(db: Kysely<Tables>, ids: readonly string[]): Promise<Around['images']> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('upload').select(['id', 'width', 'height']).where('id', 'in', ids).execute();
  return new Map(
    rows.map(({ id, width, height }) => [
      id,
      { url: `/api/v1/uploads/${id}`, ...(width && { width }), ...(height && { height }) },
    ]),
  );
}

async function findIdeaTitles(db: Kysely<Tables>, caller: Caller, ids: readonly string[]): Promise<Around['ideas']> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('idea')
    .select(['id', 'title'])
    .where(sql<boolean>`idea.id = any(${ids}::text[])`)
    .where(visibleIdeas(caller))
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

async function lookAround(
  hub: Pick<Hub, 'config' | 'directory' | 'secret'>,
  db: Kysely<Tables>,
  caller: Caller,
  rows: readonly ListedPostRow[],
  everyImage: boolean,
): Promise<Around> {
  const imageIds = rows.flatMap(({ document }) =>
    (document.images ?? []).slice(0, everyImage ? undefined : 1).map(({ id }) => id),
  );
  const [people, orgs, ideas, images] = await Promise.all([
    findPeople(
      hub,
      db,
      rows.map(({ personId }) => personId),
    ),
    findOrganisations(
      hub,
      db,
      rows.flatMap(({ orgId }) => orgId ?? []),
    ),
    findIdeaTitles(
      db,
      caller,
      rows.flatMap(({ ideaId }) => ideaId ?? []),
    ),
    findImages(db, imageIds),
  ]);
  return { people, orgs, ideas, images };
}

const instant = (date: Date | null): string | undefined => (date ? toInstantString(date.getTime()) : undefined);

/** What lists and single answers share. */
function postOf(
  { config, directory }: Pick<Hub, 'config' | 'directory'>,
  caller: Caller,
  row: ListedPostRow,
  others: readonly OtherPlace[],
  { people, orgs, ideas, images }: Around,
): Post {
  const { document, sourceId } = row;
  const own = sourceId === null;
  const first = document.images?.[0];
  const kept = first && images.get(first.id);
  const image = kept ? { ...kept, alt: first.alt } : document.image;
  const publishedAt = instant(row.publishedAt);
  const ideaTitle = row.ideaId === null ? undefined : ideas.get(row.ideaId);
  const alsoOn = others.flatMap((other): AlsoOn[] => {
    const url = other.sourceId === null ? postPage(config, other.id) : other.url;
    return url === null || url === row.url ? [] : [{ url, source: postSource(config, other.sourceId) }];
  });
  const url = own ? postPage(config, row.id) : row.url;
  const isInside = own && caller.kind === 'account';
  const can = isInside ? postDeeds(config, caller, row) : [];
  // Where it stands is told to those who may work on it, and to whoever sees it while it is not public.
  const isTold = isInside && (can.length > 0 || row.personId === caller.person.id || row.state !== 'published');
  const publishAt = instant(row.publishAt);
  // Readers are told of changes since it came out, its writer of the last one at all.
  const updatedAt = instant(isTold ? row.updatedAt : row.modifiedAt);
  return {
    id: row.id,
    ...(url !== null && { url }),
    title: row.title,
    teaser: row.teaser,
    ...(document.warning && { warning: document.warning }),
    ...(image && { image }),
    authors: row.personId === null ? [...(document.authors ?? [])] : [people(row.personId)],
    ...(publishedAt && { publishedAt }),
    ...(updatedAt && { updatedAt }),
    tags: row.tags,
    ...(row.topicIds.length > 0 && { topics: row.topicIds.map((id) => directory.topicOf(id)) }),
    ...(row.orgId !== null && { org: orgs(row.orgId) }),
    ...(row.lang && { lang: row.lang }),
    source: postSource(config, sourceId),
    ...(alsoOn.length > 0 && { alsoOn }),
    // An empty one says that it is a report; its chapters come with the full text.
    ...(row.isReport && { report: {} }),
    ...(row.size && { size: row.size as MunicipalitySize }),
    ...(row.maturity && { maturity: row.maturity as Maturity }),
    // Without its title the idea is not the caller's to see.
    ...(row.ideaId !== null && ideaTitle !== undefined && { ideaId: row.ideaId, ideaTitle }),
    ...(row.words !== null && { words: row.words }),
    ...(document.isProtected && { isProtected: true }),
    ...(document.licence && { licence: document.licence }),
    ...(isTold && {
      state: row.state,
      ...(publishAt && { publishAt }),
      ...(row.question !== null && { question: row.question }),
      can,
    }),
  };
}

/** Posts as a list tells them. `others` are the places where each story is told, too. */
export async function listedPosts(
  hub: Pick<Hub, 'config' | 'directory' | 'secret'>,
  db: Kysely<Tables>,
  caller: Caller,
  rows: readonly ListedPostRow[],
  others: (id: string) => readonly OtherPlace[],
): Promise<Post[]> {
  const around = await lookAround(hub, db, caller, rows, false);
  return rows.map((row) => withShownImages(hub, row.sourceId, postOf(hub, caller, row, others(row.id), around)));
}

/** The full text as everybody may read it. */
export function fullTextOf({
  content,
  format,
  report,
  body,
  chapters,
}: PostTexts): Pick<Post, 'content' | 'format' | 'report'> {
  const text = content ?? body;
  const told: Record<string, string> = {};
  for (const chapter of REPORT_CHAPTERS) {
    const words = report?.[chapter] ?? chapters?.[chapter];
    if (words) told[chapter] = words;
  }
  const written = content === undefined && report === undefined;
  const hasText = text !== undefined && text !== '';
  const hasChapters = Object.keys(told).length > 0;
  const kind = written ? 'markdown' : format;
  return {
    ...(hasText && { content: untrustedHtml(text) }),
    ...(kind && (hasText || hasChapters) && { format: kind }),
    ...(hasChapters && { report: told }),
  };
}

/** Where else the story of a post is told. */
async function otherPlaces(db: Kysely<Tables>, row: PostRow): Promise<readonly OtherPlace[]> {
  if (row.state !== 'published') return [];
  return db
    .selectFrom('post')
    .select(['id', 'sourceId', 'url'])
    .where('cluster', '=', row.cluster)
    .where('state', '=', 'published')
    .where('id', '!=', row.id)
    .orderBy('ordinal')
    .limit(50)
    .execute();
}

/** One post with its full text; what is being written comes with it for those who may change it. */
export async function answerPost(
  hub: Pick<Hub, 'config' | 'directory' | 'secret'>,
  db: Kysely<Tables>,
  caller: Caller,
  row: PostRow,
): Promise<Post | undefined> {
  if (!maySeePost(caller, row)) return undefined;
  const around = await lookAround(hub, db, caller, [row], true);
  const post = postOf(hub, caller, row, await otherPlaces(db, row), around);
  const { texts, document } = row;
  const whole = withShownImages(hub, row.sourceId, { ...post, ...fullTextOf(texts) });
  if (!post.can?.includes('update')) return whole;
  const images = (document.images ?? []).flatMap(({ id, alt }) => {
    const image = around.images.get(id);
    return image ? [{ id, ...image, alt }] : [];
  });
  return { ...whole, teaser: texts.teaser ?? '', body: texts.body ?? '', chapters: texts.chapters ?? {}, images };
}
