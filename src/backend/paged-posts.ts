import type { Page, Problem } from '../model/page.ts';
import { POST_FACETS, POST_FIELDS, PostCollection } from '../model/post-filter.ts';
import type { Post } from '../model/post.ts';
import { BackendError } from './backend-error.ts';
import { createCache } from './cache.ts';
import type { CallOptions } from './call-options.ts';
import type { WordIndex } from './peer-book.ts';
import type { PostsPort, PostsQuery } from './posts-port.ts';
import { cutPage } from './read-list.ts';
import { runInSlices } from './slices.ts';
import { makeSmallIndex } from './small-index.ts';

/** A page of a source, the newest first. */
export interface PostsPart {
  readonly items: readonly Post[];
  readonly problems?: readonly Problem[];
  /** Names of the pages behind it, as far as they are known by now: all of them, the next, or none. */
  readonly more: readonly string[];
  /** Items of the whole source, where it tells. */
  readonly total?: number;
}

export interface PagedPostsOptions {
  /** Reads a page by its name; the first has none. */
  readonly read: (page: string | undefined, signal: AbortSignal) => Promise<PostsPart>;
  /** Reads one post that is on no page read so far. */
  readonly readOne?: (id: string, signal: AbortSignal) => Promise<Post>;
  /** Posts that are read at once: what is narrowed, counted and searched. Whoever asks for more pages gets the rest. */
  readonly ahead: number;
}

/** How long a list is taken to be unchanged while a reader narrows and searches it. */
const KEEP_MS = 60_000;
const AT_ONCE = 4;

/** What has been read of a source. */
interface Reading {
  readonly posts: Map<string, Post>;
  readonly problems: Problem[];
  readonly pages: string[];
  total: number | undefined;
  collection: PostCollection | undefined;
}

const isNarrowed = ({ q, idea, ...query }: PostsQuery): boolean =>
  !!q?.trim() ||
  idea !== undefined ||
  POST_FACETS.some((name) => (name === 'report' ? query.report : query[name]?.length));

/**
 * Questions about posts of a source that gives pages and knows no questions. The newest are read at once, so that they can
 * be narrowed, counted and searched; older ones when somebody walks that far.
 */
export function portOfPages({ read, readOne, ahead }: PagedPostsOptions): Required<Pick<PostsPort, 'list' | 'get'>> {
  const readings = createCache<Reading>({ ttl: KEEP_MS });
  const single = createCache<Post>({ ttl: KEEP_MS });
  const steps = createCache<void>();
  const indexes = new WeakMap<PostCollection, Promise<WordIndex>>();
  const numbers = new WeakMap<Reading, number>();
  let count = 0;

  const take = (reading: Reading, { items, problems = [], more, total }: PostsPart): void => {
    // While pages are read posts may move, and come twice.
    for (const post of items) if (!reading.posts.has(post.id)) reading.posts.set(post.id, post);
    reading.problems.push(...problems);
    reading.pages.push(...more);
    reading.total = total ?? reading.total;
    reading.collection = undefined;
  };

  const begin = async (signal: AbortSignal): Promise<Reading> => {
    const reading: Reading = { posts: new Map(), problems: [], pages: [], total: undefined, collection: undefined };
    take(reading, await read(undefined, signal));
    numbers.set(reading, count++);
    return reading;
  };

  /** Reads the next pages; what was read before stays when one fails. */
  const step = async (reading: Reading, signal: AbortSignal): Promise<void> => {
    const names = reading.pages.slice(0, AT_ONCE);
    try {
      const parts = await Promise.all(names.map((name) => read(name, signal)));
      reading.pages.splice(0, names.length);
      for (const part of parts) take(reading, part);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof BackendError)) throw error;
      reading.pages.length = 0;
      reading.problems.push({ code: 'source-failed', kind: error.kind, detail: error.message.slice(0, 300) });
    }
  };

  const open = async (most: number, { signal, fresh }: CallOptions): Promise<Reading> => {
    if (fresh) {
      readings.clear();
      single.clear();
    }
    const reading = await readings.get('', begin, signal);
    while (reading.posts.size < most && reading.pages.length > 0) {
      const key = `${numbers.get(reading)!} ${reading.pages[0]!}`;
      await steps.get(key, (all) => step(reading, all), signal);
    }
    signal?.throwIfAborted();
    return reading;
  };

  const indexOf = (collection: PostCollection): Promise<WordIndex> => {
    let index = indexes.get(collection);
    if (!index) indexes.set(collection, (index = runInSlices(makeSmallIndex(collection.posts, POST_FIELDS))));
    return index;
  };

  return {
    async list({ limit, cursor, ...query }, options = {}): Promise<Page<Post>> {
      // Nobody has written here, and nothing waits for anybody.
      if (query.mine || query.queue) return { items: [], total: 0, problems: [] };
      const narrowed = isNarrowed(query);
      const end = Number(cursor ?? 0) + (limit ?? 0);
      const reading = await open(narrowed || !(end > ahead) ? ahead : end, options);
      const collection = (reading.collection ??= new PostCollection([...reading.posts.values()]));
      const { q = '', ...filter } = query;
      const scores = q.trim() ? await runInSlices((await indexOf(collection)).find(q), options.signal) : undefined;
      const { items, facets } = collection.filter(filter, scores);
      const page = cutPage(items, { limit, cursor });
      const problems = [...reading.problems];
      if (reading.pages.length === 0) return { ...page, facets, problems };
      if (narrowed) {
        problems.push({ code: 'limit-reached', detail: `The newest ${collection.posts.length} posts` });
        return { ...page, facets, problems };
      }
      // Behind what has been read there are more.
      const { items: some, next = String(items.length) } = page;
      return { items: some, next, facets, problems, ...(reading.total !== undefined && { total: reading.total }) };
    },

    async get(id, options = {}) {
      const known = (await open(0, options)).posts.get(id);
      if (known) return known;
      if (!readOne) throw new BackendError('missing', `No post ${id}`);
      return single.get(id, (signal) => readOne(id, signal), options.signal);
    },
  };
}
