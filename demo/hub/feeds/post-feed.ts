import { sql, type Kysely } from 'kysely';
import { htmlToText } from '../../../src/model/html-text.ts';
import { markdownToHtml, markdownToText } from '../../../src/model/markdown.ts';
import { REPORT_CHAPTERS, type ReportChapter } from '../../../src/model/post.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { findPeople, type People } from '../accounts/person-refs.ts';
import type { Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { oneLine } from '../http/characters.ts';
import { escapeXml } from '../http/xml.ts';
import type { Hub } from '../hub.ts';
import type { PostDocument, PostTexts } from '../posts/post-tables.ts';
import { sourceLabels } from '../sources/source-store.ts';
import type { FeedItem } from './feed-item.ts';

/** Items of a feed, and rows that are looked at for them: posts of one story are one item. */
const ITEMS = 50;
const ROWS = 200;
/** The id by which lists and feeds know what was written here. */
const OWN = 'hub';

const WORDS = {
  de: {
    warning: 'Inhaltswarnung',
    chapters: {
      situation: 'Ausgangslage',
      approach: 'Vorgehen',
      result: 'Ergebnis',
      pitfalls: 'Stolpersteine',
      contact: 'Kontakt',
    },
  },
  en: {
    warning: 'Content warning',
    chapters: {
      situation: 'Starting point',
      approach: 'Approach',
      result: 'Result',
      pitfalls: 'Pitfalls',
      contact: 'Contact',
    },
  },
} as const satisfies Record<'de' | 'en', { warning: string; chapters: Record<ReportChapter, string> }>;

export interface PostFeedQuery {
  readonly tag?: readonly string[];
  readonly topic?: readonly string[];
  readonly source?: readonly string[];
  readonly report?: boolean;
}

interface PostFeedRow {
  readonly id: string;
  readonly sourceId: string | null;
  readonly personId: string | null;
  readonly cluster: string;
  readonly lang: string | null;
  readonly title: string;
  readonly teaser: string;
  readonly document: PostDocument;
  /** Null where the text may not be handed on. */
  readonly texts: PostTexts | null;
  readonly tags: readonly string[];
  readonly topicIds: readonly string[];
  readonly authorNames: readonly string[];
  readonly url: string | null;
  readonly publishedAt: Date | null;
  readonly modifiedAt: Date | null;
  readonly createdAt: Date;
}

const lower = (words: readonly string[]): string[] => words.map((word) => word.toLowerCase());

function sourceIds(words: readonly string[], labels: ReturnType<typeof sourceLabels>): string[] {
  const wanted = new Set(lower(words));
  return [...labels].flatMap(([id, { label }]) => (wanted.has(id) || wanted.has(label.toLowerCase()) ? [id] : []));
}

/** The newest posts that everybody may read, one of each story: what was written here goes before its copies. */
async function newestPosts(
  db: Kysely<Tables>,
  { config, directory }: Pick<Hub, 'config' | 'directory'>,
  { tag = [], topic = [], source = [], report }: PostFeedQuery,
): Promise<readonly PostFeedRow[]> {
  const conditions = [
    sql`p.state = 'published'`,
    ...(report ? [sql`p.is_report`] : []),
    ...(tag.length > 0
      ? [sql`exists (select from unnest(p.tags) word where lower(word) = any(${lower(tag)}::text[]))`]
      : []),
    ...(topic.length > 0
      ? [sql`p.topic_ids && ${topic.flatMap((word) => [...directory.topicKeysWithin(word)])}::text[]`]
      : []),
    ...(source.length > 0
      ? [
          sql`(p.source_id = any(${sourceIds(source, sourceLabels(config))}::text[])
            or p.source_id is null and ${source.includes(OWN)})`,
        ]
      : []),
  ];
  const { rows } = await sql<PostFeedRow>`
    select p.id, p.source_id, p.person_id, p.cluster, p.lang, p.title, p.teaser, p.document, p.tags, p.topic_ids,
      p.author_names, p.url, p.published_at, p.modified_at, p.created_at,
      case when p.source_id is null or p.document ->> 'licence' is not null then p.texts end as texts
    from post p where ${sql.join(conditions, sql` and `)}
    order by p.published_at desc nulls last, p.id desc limit ${ROWS}`.execute(db);
  const stories = new Map<string, PostFeedRow>();
  for (const row of rows) {
    const known = stories.get(row.cluster);
    if (!known || (known.sourceId !== null && row.sourceId === null)) stories.set(row.cluster, row);
  }
  return [...stories.values()].slice(0, ITEMS);
}

const pictureHtml = (url: string, alt: string): string =>
  `<p><img src="${escapeXml(url)}" alt="${escapeXml(alt)}"></p>`;

/** What was written here: its pictures, and its chapters under their names. */
function ownHtml({ document, texts }: PostFeedRow, base: string, language: 'de' | 'en'): string {
  const [first, ...others] = (document.images ?? []).map(({ id, alt }) => pictureHtml(imageUrl(base, id), alt));
  const chapters = REPORT_CHAPTERS.flatMap((chapter) => {
    const text = texts?.chapters?.[chapter];
    return text ? [`<h2>${WORDS[language].chapters[chapter]}</h2>${markdownToHtml(text)}`] : [];
  });
  return [first ?? '', texts?.body ? markdownToHtml(texts.body) : '', ...chapters, ...others].join('');
}

/** The words of a text that its licence lets us hand on. Not its markup: whoever takes over our feed trusts ours. */
function gatheredHtml({ texts }: PostFeedRow, language: 'de' | 'en'): string {
  const read = texts?.format === 'markdown' ? markdownToText : htmlToText;
  const paragraphs = (text: string): string =>
    read(text)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `<p>${escapeXml(line)}</p>`)
      .join('');
  if (texts?.content) return paragraphs(texts.content);
  return REPORT_CHAPTERS.flatMap((chapter) => {
    const text = texts?.report?.[chapter];
    return text ? [`<h2>${WORDS[language].chapters[chapter]}</h2>${paragraphs(text)}`] : [];
  }).join('');
}

const imageUrl = (base: string, id: string): string => `${base}/api/v1/uploads/${encodeURIComponent(id)}`;

/** The picture that goes before the text: ours, or one that its licence lets us point at. */
function imageOf({ sourceId, document }: PostFeedRow, base: string): FeedItem['image'] {
  if (sourceId !== null) return document.licence ? document.image : undefined;
  const [first] = document.images ?? [];
  return first && { url: imageUrl(base, first.id), alt: first.alt };
}

interface Surroundings {
  readonly base: string;
  /** Address of the page that opens posts by `#vr-post=`. */
  readonly page: string;
  readonly language: 'de' | 'en';
  readonly directory: Directory;
  readonly labels: ReturnType<typeof sourceLabels>;
  readonly people: People;
}

function itemOf(row: PostFeedRow, { base, page, language, directory, labels, people }: Surroundings): FeedItem {
  const { document, sourceId, personId, publishedAt, modifiedAt } = row;
  const { warning, licence, isProtected } = document;
  const source = sourceId === null ? undefined : labels.get(sourceId);
  // Nobody is to read before its warning what a post warns of.
  const isOpen = !warning && !isProtected;
  const html = !isOpen ? '' : sourceId === null ? ownHtml(row, base, language) : gatheredHtml(row, language);
  const image = isOpen ? imageOf(row, base) : undefined;
  const names = [...(personId === null ? [] : [people(personId).displayName]), ...row.authorNames];
  return {
    id: `${base}/api/v1/posts/${encodeURIComponent(row.id)}`,
    url: (sourceId !== null && row.url) || `${page}#vr-post=${encodeURIComponent(row.id)}`,
    title: oneLine(row.title),
    summary: warning ? `${WORDS[language].warning}: ${oneLine(warning)}` : oneLine(row.teaser),
    ...(html && { html }),
    ...(publishedAt && { published: toInstantString(publishedAt.getTime()) }),
    ...((modifiedAt ?? publishedAt) && { updated: toInstantString((modifiedAt ?? publishedAt)!.getTime()) }),
    seen: toInstantString(row.createdAt.getTime()),
    authors: names.length > 0 ? names : source ? [source.label] : [],
    categories: [
      ...row.topicIds.map((id) => ({ term: id, label: directory.topicOf(id).label[language] ?? id })),
      ...row.tags.map((tag) => ({ term: tag })),
    ],
    ...(image && { image }),
    ...(row.lang && { language: row.lang }),
    ...(source && { source: { title: source.label, ...(source.url && { url: source.url }) } }),
    ...(licence && { licence }),
  };
}

/** The page of the site that shows posts. */
export const postsPage = ({ config }: Pick<Hub, 'config'>, base: string): string =>
  new URL(config.pages.posts, `${base}/`).href;

/** What feeds of posts tell: what was written here with its full text, the rest as far as it may be handed on. */
export async function postFeedItems(hub: Hub, query: PostFeedQuery, base: string): Promise<FeedItem[]> {
  const { kysely } = hub.database;
  const { config, directory } = hub;
  const rows = await newestPosts(kysely, hub, query);
  const people = await findPeople(
    hub,
    kysely,
    rows.map(({ personId }) => personId),
  );
  const labels = sourceLabels(config);
  const around = { base, page: postsPage(hub, base), language: config.language, directory, labels, people };
  return rows.map((row) => itemOf(row, around));
}
