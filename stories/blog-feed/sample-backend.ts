import { BackendError, type BackendErrorKind } from '../../src/backend/backend-error.ts';
import type { AccountPort, Backend, PostsPort, PostsQuery } from '../../src/backend/ports.ts';
import { portOfWholePosts, wholePosts } from '../../src/backend/whole-posts.ts';
import type { Problem } from '../../src/model/page.ts';
import type { Post } from '../../src/model/post.ts';

/** A source of posts in memory that can only be read. */
export const postsOf = (
  posts: readonly Post[],
  problems: readonly Problem[] = [],
): Backend & { posts: Required<Pick<PostsPort, 'list' | 'get'>> } => ({
  posts: portOfWholePosts(async () => wholePosts(posts, { problems, scheme: [] })),
});

export const silent = (): Backend => ({ posts: { list: () => new Promise(() => undefined) } });

export const failing = (kind: BackendErrorKind): Backend => ({
  posts: { list: () => Promise.reject(new BackendError(kind, `Planned failure of kind ${kind}`)) },
});

/** Answers once and fails from then on. */
export function failingLater(posts: readonly Post[], kind: BackendErrorKind): Backend {
  const [good, bad] = [postsOf(posts), failing(kind)];
  let asked = 0;
  return { posts: { ...good.posts, list: (...call) => (asked++ === 0 ? good : bad).posts!.list(...call) } };
}

/** A backend that tells what it was asked. */
export function watched(backend: Backend): Backend & { readonly asked: PostsQuery[] } {
  const asked: PostsQuery[] = [];
  const { posts } = backend;
  return {
    ...backend,
    posts: {
      ...posts,
      list: (query, options) => {
        asked.push(query);
        return posts!.list(query, options);
      },
    },
    asked,
  };
}

/** Somebody who may write. */
export const member = (): AccountPort => ({
  me: async () => ({
    anonymous: false,
    person: { id: 'ayla', displayName: 'Ayla Mutig' },
    memberships: [{ org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' }, roles: ['member'] }],
    can: [],
  }),
});

/** A source that takes posts, too. */
export const writableOf = (posts: readonly Post[]): Backend => ({
  posts: {
    ...postsOf(posts).posts,
    create: () => Promise.reject(new BackendError('unsupported', 'Nothing is stored here')),
  },
  account: member(),
});
