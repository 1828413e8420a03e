import type { Topic } from '../model/common.ts';
import type { Problem } from '../model/page.ts';
import { POST_FIELDS, PostCollection } from '../model/post-filter.ts';
import type { Post } from '../model/post.ts';
import { BackendError } from './backend-error.ts';
import type { CallOptions } from './call-options.ts';
import type { WordIndex } from './peer-book.ts';
import type { PostsPort } from './posts-port.ts';
import { cutPage } from './read-list.ts';
import { runInSlices } from './slices.ts';
import { makeSmallIndex } from './small-index.ts';

/** All posts of a source that knows no questions, and what went wrong with some. */
export interface WholePosts {
  readonly collection: PostCollection;
  readonly problems: readonly Problem[];
}

export interface WholePostsOptions {
  readonly problems?: readonly Problem[];
  /** Topics that the source names by itself. */
  readonly scheme?: readonly Topic[];
  /** There are more of them than were fetched. */
  readonly partial?: boolean;
}

/** Of several with one id the first: an address of a post leads to one, and while pages are read posts may move. */
export function wholePosts(
  posts: readonly Post[],
  { problems = [], scheme, partial = false }: WholePostsOptions = {},
): WholePosts {
  const seen = new Set<string>();
  const each = posts.filter(({ id }) => !seen.has(id) && seen.add(id));
  const more: readonly Problem[] = partial ? [{ code: 'limit-reached', detail: `The first ${each.length} posts` }] : [];
  return { collection: new PostCollection(each, scheme), problems: [...problems, ...more] };
}

/** Questions about posts answered from a list that is here as a whole: filters, words, counts, pages. */
export function portOfWholePosts(
  load: (options: CallOptions) => Promise<WholePosts>,
): Required<Pick<PostsPort, 'list' | 'get'>> {
  const indexes = new WeakMap<PostCollection, Promise<WordIndex>>();
  /** Words are indexed with the first search. */
  const indexOf = (collection: PostCollection): Promise<WordIndex> => {
    let index = indexes.get(collection);
    if (!index) indexes.set(collection, (index = runInSlices(makeSmallIndex(collection.posts, POST_FIELDS))));
    return index;
  };
  return {
    async list({ limit, cursor, q = '', mine, queue, ...filter }, options = {}) {
      const { collection, problems } = await load(options);
      options.signal?.throwIfAborted();
      // Nobody has written here, and nothing waits for anybody.
      if (mine || queue) return { items: [], total: 0, problems: [] };
      const scores = q.trim() ? await runInSlices((await indexOf(collection)).find(q), options.signal) : undefined;
      const { items, facets } = collection.filter(filter, scores);
      return { ...cutPage(items, { limit, cursor }), facets, problems };
    },
    async get(id, options = {}) {
      const { collection } = await load(options);
      options.signal?.throwIfAborted();
      const post = collection.posts.find((each) => each.id === id);
      if (!post) throw new BackendError('missing', `No post ${id}`);
      return post;
    },
  };
}
