import { sql } from 'kysely';
import { foldText } from '../../../src/model/fold-text.ts';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import type { HubTransaction } from '../database/database.ts';
import './post-tables.ts';

/** What only tells who followed a link, and where from. */
const TRACKING = /^(?:utm_.*|mtm_.*|pk_.*|fbclid|gclid|mc_[ce]id|ref|source|wt_mc|at_[a-z]+)$/i;
/** Shorter titles ("Neues im Mai") are the same by chance. */
const SHORTEST_TITLE = 24;
const NEAR_DAYS = 14;

/** The address of a story, the same for all ways in which it is linked. */
export function storyUrlOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  // Pages of widgets open a post by what stands behind `#`; elsewhere it is a place in the same text.
  const place = /^#vr-post=/.test(url.hash) ? url.hash : '';
  return `${host}${path}${url.search}${place}`.slice(0, 2000);
}

/** A title as two copies of a story share it; null for one that says too little. */
export function storyTitleOf(title: string): string | null {
  const folded = foldText(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded.length < SHORTEST_TITLE ? null : folded.slice(0, 300);
}

/** A post as stories are told apart by. */
export interface Told {
  readonly id: string;
  readonly sourceId: string | null;
  readonly storyUrl: string | null;
  readonly storyTitle: string | null;
  readonly publishedAt: Date | null;
}

/**
 * The same story has the same address, or, in two sources, the same title within two weeks. One source may use a title
 * again: that is a series.
 */
function isSameStory(a: Told, b: Told): boolean {
  if (a.storyUrl !== null && a.storyUrl === b.storyUrl) return true;
  if (a.storyTitle === null || a.storyTitle !== b.storyTitle || a.sourceId === b.sourceId) return false;
  if (a.publishedAt === null || b.publishedAt === null) return false;
  return Math.abs(a.publishedAt.getTime() - b.publishedAt.getTime()) <= NEAR_DAYS * DAY_MS;
}

type Known = Told & { readonly cluster: string };

function listOf(lists: Map<string, Known[]>, key: string): Known[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}

/** The story that each post belongs to: that of one that is there already, else its own. By the post's id. */
export async function clustersOf(
  transaction: HubTransaction,
  posts: readonly Told[],
): Promise<ReadonlyMap<string, string>> {
  const urls = posts.flatMap(({ storyUrl }) => storyUrl ?? []);
  const titles = posts.flatMap(({ storyTitle }) => storyTitle ?? []);
  const known: readonly Known[] =
    urls.length + titles.length === 0
      ? []
      : await transaction
          .selectFrom('post')
          .select(['id', 'sourceId', 'storyUrl', 'storyTitle', 'publishedAt', 'cluster'])
          .where('state', '=', 'published')
          .where(sql<boolean>`(story_url = any(${urls}::text[]) or story_title = any(${titles}::text[]))`)
          .orderBy('ordinal')
          .execute();
  const byUrl = new Map<string, Known[]>();
  const byTitle = new Map<string, Known[]>();
  const remember = (post: Known): void => {
    if (post.storyUrl !== null) listOf(byUrl, post.storyUrl).push(post);
    if (post.storyTitle !== null) listOf(byTitle, post.storyTitle).push(post);
  };
  known.forEach(remember);
  const clusters = new Map<string, string>();
  for (const post of posts) {
    const candidates = [
      ...(post.storyUrl === null ? [] : (byUrl.get(post.storyUrl) ?? [])),
      ...(post.storyTitle === null ? [] : (byTitle.get(post.storyTitle) ?? [])),
    ];
    const same = candidates.find((other) => other.id !== post.id && isSameStory(post, other));
    const cluster = same?.cluster ?? post.id;
    clusters.set(post.id, cluster);
    remember({ ...post, cluster });
  }
  return clusters;
}
