import { foldText } from './fold-text.ts';
import { DAY_MS } from './plain-date.ts';
import type { AlsoOn, Post } from './post.ts';

/**
 * The same story in several places: a blog, the social media that point to it, another blog that took it over. Pure; pages
 * and the hub tell stories apart alike.
 */

/** Parts of addresses that only tell who followed a link, and where from. */
const TRACKING = /^(?:utm_.*|mtm_.*|pk_.*|fbclid|gclid|dclid|mc_[ce]id|ref|ref_src|source|wt_mc|at_[a-z]+)$/i;
/** Shorter titles ("Neues im Mai") are the same by chance. */
const SHORTEST_TITLE = 24;
/** Fewer words than this must be the same, all of them. */
const FEW_WORDS = 4;
/** Share of words that two titles of one story have in common. */
const MOST_WORDS = 0.75;
const NEAR_MS = 14 * DAY_MS;
/** Words that more titles have say nothing about a story. */
const COMMON = 60;

/** The address of a story, the same for all ways in which it is linked: no scheme, no `www.`, nothing of who counts. */
export function storyUrlOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  // Pages of widgets open a post by what stands behind `#`; elsewhere it is a place in the same text.
  const place = /^#vr-post=/.test(url.hash) ? url.hash : '';
  return `${host}${path}${url.search}${place}`.slice(0, 2000);
}

/** A title as copies of a story share it; undefined for one that says too little. */
export function storyTitleOf(title: string): string | undefined {
  const folded = foldText(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded.length < SHORTEST_TITLE ? undefined : folded.slice(0, 300);
}

/**
 * Whether two titles, as `storyTitleOf` gives them, may be of one story: a word more or less, or in another order. Numbers
 * must agree, since they tell the parts and years of a series apart.
 */
export const isNearTitle = (a: string, b: string): boolean => a === b || areNear(wordsOf(a), wordsOf(b));

const wordsOf = (title: string): ReadonlySet<string> => new Set(title.split(' '));
const HAS_NUMBER = /\p{N}/u;

function areNear(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let both = 0;
  for (const word of one) if (other.has(word)) both++;
  const all = one.size + other.size - both;
  if (Math.min(one.size, other.size) < FEW_WORDS ? both < all : both / all < MOST_WORDS) return false;
  for (const word of one) if (!other.has(word) && HAS_NUMBER.test(word)) return false;
  for (const word of other) if (!one.has(word) && HAS_NUMBER.test(word)) return false;
  return true;
}

/** Ids that name the same thing wherever they are met: addresses, `tag:` and `urn:`. */
const isGlobalId = (id: string): boolean => /^(?:https?:\/\/|tag:|urn:)\S{4,}/i.test(id);

/** Links of a text that has no title: a status points to the story that it announces. */
export function announcedBy({ title, content }: Pick<Post, 'title' | 'content'>): readonly string[] {
  if (title || !content) return [];
  const found = new Set<string>();
  for (const [, address] of content.matchAll(/<a\s[^>]{0,2000}?href\s*=\s*["']?(https?:\/\/[^\s"'<>]+)/gi)) {
    const url = storyUrlOf(address!.replace(/&amp;/g, '&'));
    if (url?.includes('/')) found.add(url);
    if (found.size === 10) break;
  }
  return [...found];
}

/** A title that was met, when and where. */
interface Told {
  readonly words: ReadonlySet<string>;
  readonly source: string | undefined;
  readonly when: number;
  readonly story: number;
}

/** Tells of each post to which story it belongs: numbers from 0, in the order in which stories are met. */
export class StoryIndex {
  #stories = 0;
  readonly #byAddress = new Map<string, number>();
  /** What is announced before it is there itself. */
  readonly #announced = new Map<string, number>();
  readonly #byWord = new Map<string, Told[]>();

  /** The story of a post, which is known from now on; a new number where it is none of the known ones. */
  add(post: Post): number {
    const addresses = this.#addressesOf(post);
    const announces = announcedBy(post);
    const title = storyTitleOf(post.title);
    const when = title === undefined ? NaN : Date.parse(post.publishedAt ?? '');
    const words = title === undefined || Number.isNaN(when) ? undefined : wordsOf(title);
    const story =
      addresses.map((each) => this.#byAddress.get(each)).find((each) => each !== undefined) ??
      addresses.map((each) => this.#announced.get(each)).find((each) => each !== undefined) ??
      announces.map((each) => this.#byAddress.get(each)).find((each) => each !== undefined) ??
      (words && this.#likeTitled(words, when, post.source?.id)) ??
      this.#stories++;
    for (const each of addresses) if (!this.#byAddress.has(each)) this.#byAddress.set(each, story);
    for (const each of announces) if (!this.#announced.has(each)) this.#announced.set(each, story);
    for (const word of words ?? []) {
      let told = this.#byWord.get(word);
      if (!told) this.#byWord.set(word, (told = []));
      told.push({ words: words!, source: post.source?.id, when, story });
    }
    return story;
  }

  #addressesOf({ id, url }: Post): readonly string[] {
    const story = storyUrlOf(url);
    return [...(story === undefined ? [] : [story]), ...(isGlobalId(id) ? [`id ${id}`] : [])];
  }

  /** A story told elsewhere by nearly this title within two weeks. One source may use a title again: that is a series. */
  #likeTitled(words: ReadonlySet<string>, when: number, source: string | undefined): number | undefined {
    const lists: (readonly Told[])[] = [];
    for (const word of words) lists.push(this.#byWord.get(word) ?? []);
    // Titles that are near share one of their rarer words at least; the others need not be looked at.
    lists.sort((a, b) => a.length - b.length);
    for (const told of lists.slice(0, Math.floor(words.size * (1 - MOST_WORDS)) + 1)) {
      if (told.length > COMMON) break;
      for (const other of told) {
        if (other.source === source || Math.abs(other.when - when) > NEAR_MS) continue;
        if (areNear(other.words, words)) return other.story;
      }
    }
    return undefined;
  }
}

/** What stands for a story: a text with a title says more than a status that points to it. */
const weight = ({ title, url }: Post): number => (title ? 2 : 0) + (url ? 1 : 0);

/** One story as one post, which says where else it stands. The first stands for it, but one with a title before one without. */
export function joinStory(copies: readonly Post[]): Post {
  let best = copies[0]!;
  for (const each of copies) if (weight(each) > weight(best)) best = each;
  if (copies.length === 1) return best;
  const places = new Set<string | undefined>([storyUrlOf(best.url)]);
  const also: AlsoOn[] = [];
  const add = (place: AlsoOn): void => {
    const url = storyUrlOf(place.url);
    if (url === undefined || places.has(url)) return;
    places.add(url);
    also.push(place);
  };
  for (const each of best.alsoOn ?? []) add(each);
  for (const copy of copies) {
    if (copy === best) continue;
    if (copy.url && copy.source) add({ url: copy.url, source: copy.source });
    for (const each of copy.alsoOn ?? []) add(each);
  }
  return also.length > 0 ? { ...best, alsoOn: also } : best;
}

/** Each story once, at the place of its first copy. */
export function clusterPosts(posts: readonly Post[], index = new StoryIndex()): readonly Post[] {
  const stories = new Map<number, Post[]>();
  for (const post of posts) {
    const story = index.add(post);
    const copies = stories.get(story);
    if (copies) copies.push(post);
    else stories.set(story, [post]);
  }
  return [...stories.values()].map(joinStory);
}
