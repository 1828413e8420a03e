import { sql } from 'kysely';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { isNearTitle } from '../../../src/model/post-cluster.ts';
import type { HubTransaction } from '../database/database.ts';
import './post-tables.ts';

const NEAR_MS = 14 * DAY_MS;
/** Posts of two weeks that share a word of a title are few; more are no candidates but chance. */
const MOST_ALIKE = 500;

/** A post as stories are told apart by. */
export interface Told {
  readonly id: string;
  readonly sourceId: string | null;
  readonly storyUrl: string | null;
  readonly storyTitle: string | null;
  readonly announces: readonly string[];
  readonly publishedAt: Date | null;
}

type Known = Told & { readonly cluster: string };

/**
 * The same story has the same address, or one of both points to the other and says no title of its own, or two sources
 * tell it under nearly the same title within two weeks. One source may use a title again: that is a series.
 */
function isSameStory(a: Told, b: Told): boolean {
  if (a.storyUrl !== null && (a.storyUrl === b.storyUrl || b.announces.includes(a.storyUrl))) return true;
  if (b.storyUrl !== null && a.announces.includes(b.storyUrl)) return true;
  if (a.storyTitle === null || b.storyTitle === null || a.sourceId === b.sourceId) return false;
  if (a.publishedAt === null || b.publishedAt === null) return false;
  const apart = Math.abs(a.publishedAt.getTime() - b.publishedAt.getTime());
  return apart <= NEAR_MS && isNearTitle(a.storyTitle, b.storyTitle);
}

/** The longest word of a title, which its near copies mostly share. */
const rarestWord = (title: string): string =>
  title.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');

/** Published posts that may tell the same as some others. */
async function candidates(transaction: HubTransaction, posts: readonly Told[]): Promise<Known[]> {
  const urls = [
    ...new Set(posts.flatMap(({ storyUrl, announces }) => [...(storyUrl ? [storyUrl] : []), ...announces])),
  ];
  const dated = posts.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? []);
  const words = [...new Set(posts.flatMap(({ storyTitle }) => (storyTitle ? [`%${rarestWord(storyTitle)}%`] : [])))];
  const columns = ['id', 'sourceId', 'storyUrl', 'storyTitle', 'announces', 'publishedAt', 'cluster'] as const;
  const published = transaction.selectFrom('post').select(columns).where('state', '=', 'published');
  const byUrl =
    urls.length === 0
      ? []
      : await published
          .where(sql<boolean>`(story_url = any(${urls}::text[]) or announces && ${urls}::text[])`)
          .orderBy('ordinal')
          .execute();
  if (words.length === 0 || dated.length === 0) return byUrl;
  const from = new Date(dated.reduce((a, b) => Math.min(a, b)) - NEAR_MS);
  const until = new Date(dated.reduce((a, b) => Math.max(a, b)) + NEAR_MS);
  const byTitle = await published
    .where('publishedAt', '>=', from)
    .where('publishedAt', '<=', until)
    .where(sql<boolean>`story_title like any(${words}::text[])`)
    .orderBy('ordinal')
    .limit(MOST_ALIKE)
    .execute();
  return [...byUrl, ...byTitle];
}

/** The story that each post belongs to: that of one that is there already, else its own. By the post's id. */
export async function clustersOf(
  transaction: HubTransaction,
  posts: readonly Told[],
): Promise<ReadonlyMap<string, string>> {
  const known = await candidates(transaction, posts);
  const clusters = new Map<string, string>();
  for (const post of posts) {
    const same = known.find((other) => other.id !== post.id && isSameStory(post, other));
    const before = known.find((other) => other.id === post.id);
    const cluster = same?.cluster ?? before?.cluster ?? post.id;
    clusters.set(post.id, cluster);
    known.push({ ...post, cluster });
  }
  return clusters;
}
