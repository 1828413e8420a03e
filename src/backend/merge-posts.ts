import type { FacetCount, Facets, Page, SourceRef } from '../model/page.ts';
import { joinStory, StoryIndex } from '../model/post-cluster.ts';
import { comparePosts, tagKey } from '../model/post-filter.ts';
import type { Post } from '../model/post.ts';
import { BackendError } from './backend-error.ts';
import type { MethodOf } from './lazy-port.ts';
import { mergePages, type PagedSource } from './merge-pages.ts';
import type { PostsPort } from './posts-port.ts';
import { shortHash } from './short-hash.ts';
import { sumFacets } from './sum-facets.ts';

export interface PostsSource {
  readonly source: SourceRef;
  readonly port: PostsPort;
}

export interface MergePostsOptions {
  /** Milliseconds that a source may take longer than the one that answered last. Default 800. */
  readonly grace?: number;
}

type Method = MethodOf<Omit<PostsPort, 'watch'>>;
type Call = (...args: readonly unknown[]) => Promise<unknown>;

/** Between the mark of a source and the id or cursor that it knows itself. */
const MARK = '~';
const LATE = `late${MARK}`;
/** So that the others are shown within a second after the slowest of them. */
const GRACE_MS = 800;
/** Walks through pages that are remembered; whoever asks for more begins anew somewhere. */
const MOST_WALKS = 50;

/** Methods on one post, which go where it is; those without a post go where posts are written. */
const OF_A_POST = ['update', 'step', 'remove'] as const satisfies readonly Method[];
const OF_THE_WRITER = ['vocabulary', 'sources', 'prefill', 'create', 'attach'] as const satisfies readonly Method[];

/** The methods of a port by name; called on it, since a page's own port may be an object of a class. */
const methodsOf = (port: PostsPort): Partial<Record<Method, Call>> => port as unknown as Partial<Record<Method, Call>>;
const can = ({ port }: PostsSource, name: Method): boolean => methodsOf(port)[name] !== undefined;

interface Ranked {
  readonly post: Post;
  readonly rank: number;
}

/** What has been shown on the pages before: stories, and whether what stood for them had a title. */
interface Walk {
  readonly index: StoryIndex;
  readonly stories: Map<string, number>;
  readonly shown: Map<number, boolean>;
}

/**
 * Several sources of posts as one stream, each story once: the newest first, or with words the best of each, then the
 * second best. A source that fails costs its own posts only. One that is slow does not keep the others waiting: who has not
 * answered soon after the slowest that did is told as a problem, stays in the walk through the pages, and calls those
 * who `watch` when it has answered. What is written goes to the source that takes it; ids of the others carry a mark of
 * their source.
 */
export function mergePosts(sources: readonly PostsSource[], { grace = GRACE_MS }: MergePostsOptions = {}): PostsPort {
  const writer = sources.find((each) => can(each, 'create')) ?? sources.find((each) => can(each, 'vocabulary'));
  const primary = writer ?? sources[0];
  const marks = new Map(
    sources.map((each) => [each, each === primary ? '' : `${shortHash(each.source.id).slice(0, 6)}${MARK}`]),
  );
  const walks = new Map<string, Walk>();
  const listeners = new Set<() => void>();

  const homeOf = (id: string): { readonly home: PostsSource | undefined; readonly own: string } => {
    const home = sources.find((each) => each !== primary && id.startsWith(marks.get(each)!));
    return { home: home ?? primary, own: home ? id.slice(marks.get(home)!.length) : id };
  };
  const stamp = (post: Post, home: PostsSource): Post => {
    const { id, url, label } = home.source;
    const { source = { id, ...(url && { url }) } } = post;
    const named = label !== undefined && source.id === id ? { ...source, label } : source;
    return { ...post, id: `${marks.get(home)}${post.id}`, source: named };
  };
  const call = (home: PostsSource | undefined, name: Method, args: readonly unknown[]): Promise<unknown> => {
    if (home && can(home, name)) return methodsOf(home.port)[name]!(...args);
    const url = home?.source.url;
    return Promise.reject(new BackendError('unsupported', `No ${name} at ${url ?? 'any source'}`, { url }));
  };

  const list: PostsPort['list'] = async ({ limit, cursor, ...query }, options = {}) => {
    const hasWords = !!query.q?.trim();
    const fetched: Post[] = [];
    const facets: Facets[] = [];
    let isAnswered = false;
    const hurry = new Hurry(grace);
    const told = query.mine || query.queue ? sources.filter((each) => each === primary) : sources;
    const asked = told.map((home): PagedSource<Ranked> => ({
      source: home.source,
      list: async (part) => {
        const { start, own } = readStart(part.cursor);
        const answer = home.port.list({ ...query, limit: part.limit, cursor: own }, options);
        const page = await hurry.wait(answer);
        if (page === LATE) {
          const arrive = (): void => {
            for (const listener of listeners) if (isAnswered) listener();
          };
          // One that fails in the end has nothing to bring.
          answer.then(arrive, () => undefined);
          const { source } = home;
          const detail = `No answer yet from ${source.url ?? source.id}`;
          return {
            items: [],
            problems: [{ code: 'source-failed', kind: 'timeout', detail, source }],
            next: `${LATE}${part.cursor ?? ''}`,
          };
        }
        const { items, next, facets: counts, ...rest } = page;
        if (counts) facets.push(counts);
        const ranked = items.map((post, index) => ({ post: stamp(post, home), rank: start + index }));
        for (const { post } of ranked) fetched.push(post);
        return {
          ...rest,
          items: ranked,
          ...(next !== undefined && { next: `${start + items.length}${MARK}${next}` }),
        };
      },
    }));
    const merged = await mergePages(asked, {
      limit,
      cursor,
      signal: options.signal,
      compare: hasWords ? (a, b) => a.rank - b.rank : (a, b) => comparePosts(a.post, b.post),
      key: ({ post }) => post.id,
      stamp: (item) => item,
    });
    isAnswered = true;
    const walk = walkOf(cursor === undefined ? undefined : JSON.stringify([query, cursor]));
    const items = showNew(
      walk,
      merged.items.map(({ post }) => post),
      fetched,
    );
    if (merged.next !== undefined) keepWalk(JSON.stringify([query, merged.next]), walk);
    const counts = facets.length > 0 ? { facets: oneSpelling(sumFacets(facets)) } : {};
    return { ...merged, items, ...counts } satisfies Page<Post>;
  };

  /** A walk that goes on; pages may be asked for twice, so that each goes on from a copy. */
  const walkOf = (at: string | undefined): Walk => {
    const known = at === undefined ? undefined : walks.get(at);
    return known
      ? { ...known, shown: new Map(known.shown) }
      : { index: new StoryIndex(), stories: new Map(), shown: new Map() };
  };
  const keepWalk = (at: string, walk: Walk): void => {
    walks.set(at, walk);
    for (const old of walks.keys()) {
      if (walks.size <= MOST_WALKS) break;
      walks.delete(old);
    }
  };

  const port: Record<string, unknown> = {
    list,
    watch: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const has = (name: Method): boolean => sources.some((each) => can(each, name));
  for (const name of OF_THE_WRITER) {
    const home = primary && can(primary, name) ? primary : sources.find((each) => can(each, name));
    if (home) port[name] = (...args: unknown[]) => call(home, name, args);
  }
  if (has('get'))
    port['get'] = (async (id, options) => {
      const { home, own } = homeOf(id);
      return stamp((await call(home, 'get', [own, options])) as Post, home!);
    }) satisfies PostsPort['get'];
  for (const name of OF_A_POST) {
    if (!has(name)) continue;
    port[name] = async (id: string, ...args: unknown[]) => {
      const { home, own } = homeOf(id);
      const answer = await call(home, name, [own, ...args]);
      return answer ? stamp(answer as Post, home!) : answer;
    };
  }
  const feeds = (writer ?? sources.find((each) => each.port.feeds))?.port.feeds;
  return { ...(port as unknown as PostsPort), ...(feeds && { feeds }) };
}

/** Lets those who answer soon not wait for those who do not: each answer gives the others a little more time. */
class Hurry {
  readonly #grace: number;
  readonly #waiting = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(grace: number) {
    this.#grace = grace;
  }

  /** What is answered, or that it is late. Rejects as the answer does. */
  async wait<T>(answer: Promise<T>): Promise<T | typeof LATE> {
    let giveUp: (() => void) | undefined;
    const late = new Promise<typeof LATE>((resolve) => {
      giveUp = () => resolve(LATE);
      this.#waiting.add(giveUp);
    });
    try {
      const first = await Promise.race([answer, late]);
      if (first !== LATE) {
        clearTimeout(this.#timer);
        this.#waiting.delete(giveUp!);
        if (this.#waiting.size > 0) this.#timer = setTimeout(() => this.#giveUpAll(), this.#grace);
      }
      return first;
    } finally {
      this.#waiting.delete(giveUp!);
      if (this.#waiting.size === 0) clearTimeout(this.#timer);
    }
  }

  #giveUpAll(): void {
    for (const giveUp of this.#waiting) giveUp();
  }
}

/** Posts of stories that were not shown before, each with the other places it was fetched from. */
function showNew({ index, stories, shown }: Walk, items: readonly Post[], fetched: readonly Post[]): readonly Post[] {
  const storyOf = (post: Post): number => {
    let story = stories.get(post.id);
    if (story === undefined) stories.set(post.id, (story = index.add(post)));
    return story;
  };
  const copies = new Map<number, Post[]>();
  for (const post of items) {
    const story = storyOf(post);
    // A status that pointed to a story does not keep the story itself away.
    if (shown.has(story) && (shown.get(story) || !post.title)) continue;
    const known = copies.get(story);
    if (known) known.push(post);
    else copies.set(story, [post]);
  }
  const here = new Set(items);
  for (const post of fetched) if (!here.has(post)) copies.get(storyOf(post))?.push(post);
  const posts: Post[] = [];
  for (const [story, all] of copies) {
    const post = joinStory(all);
    shown.set(story, post.title !== '');
    posts.push(post);
  }
  return posts;
}

/** Tags are one, whatever their case; each keeps its most frequent spelling. */
function oneSpelling(facets: Facets): Facets {
  const tags = new Map<string, FacetCount>();
  for (const each of facets['tag'] ?? []) {
    const key = tagKey(each.value);
    const known = tags.get(key);
    tags.set(key, known ? { ...known, count: known.count + each.count } : each);
  }
  return { ...facets, tag: [...tags.values()].sort((a, b) => b.count - a.count) };
}

/** Where a source's page begins, and its own cursor; a late one begins where it was asked to. */
function readStart(cursor: string | undefined): { readonly start: number; readonly own?: string } {
  let at = cursor;
  while (at?.startsWith(LATE)) at = at.slice(LATE.length);
  const [, start, own] = /^(\d+)~([^]*)$/.exec(at ?? '') ?? [];
  return start === undefined ? { start: 0 } : { start: Number(start), own: own! };
}
