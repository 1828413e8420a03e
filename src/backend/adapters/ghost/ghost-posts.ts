import type { Post, PostSource } from '../../../model/post.ts';
import { BackendError } from '../../backend-error.ts';
import { sourceOf } from '../../foreign-post.ts';
import { createHttp, type HttpOptions } from '../../http.ts';
import { portOfPages, type PostsPart } from '../../paged-posts.ts';
import type { PostsPort } from '../../ports.ts';
import { readEach } from '../../read-list.ts';
import type { Raw } from '../../read-shape.ts';
import type { GhostPlace } from './ghost-adapter.ts';
import { toGhostPost } from './ghost-mapping.ts';

export interface GhostPostsOptions extends HttpOptions, GhostPlace {
  readonly src: string;
  readonly label?: string;
}

/** The API's own limit of a page since version 6. */
const PAGE = 100;
const AHEAD = 500;

const asObject = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});

/** Published posts of a Ghost, the newest first. */
export function createGhostPosts({
  src,
  label,
  api,
  site,
  key,
  filter,
  ...options
}: GhostPostsOptions): Required<Pick<PostsPort, 'list' | 'get'>> {
  const http = createHttp(options);
  const prefix = `${site.replace(/^https?:\/\/|\/$/g, '')}:`;
  const source: PostSource = sourceOf({ id: src, url: site, kind: 'ghost' }, label);
  const toPost = (raw: Raw): Post => toGhostPost(raw, { prefix, site, source });

  const ask = async (path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Raw> => {
    if (!key) throw new BackendError('denied', `${api} needs the key of its Content API: ?key=…`, { url: api });
    const asked = new URLSearchParams({ key, include: 'tags,authors', ...query });
    return asObject((await http.json(`${api}${path}?${asked.toString()}`, { signal })).data);
  };
  const postsOf = (answer: Raw): readonly unknown[] => {
    const { posts } = answer;
    if (posts instanceof Array) return posts as readonly unknown[];
    throw new BackendError('invalid', `No posts at ${api}`, { url: api });
  };

  const read = async (page = '1', signal: AbortSignal): Promise<PostsPart> => {
    const query = { limit: String(PAGE), page, order: 'published_at desc', ...(filter && { filter }) };
    const answer = await ask('posts/', query, signal);
    const { items, problems } = readEach(postsOf(answer), toPost);
    const { pages, total } = asObject(asObject(answer['meta'])['pagination']);
    const more: string[] = [];
    // The first page names all that follow.
    if (page === '1' && typeof pages === 'number')
      for (let next = 2; next <= Math.min(pages, 1000); next++) more.push(String(next));
    return { items, problems, more, ...(typeof total === 'number' && { total }) };
  };

  return portOfPages({
    read,
    ahead: AHEAD,
    readOne: async (id, signal) => {
      const own = id.startsWith(prefix) ? id.slice(prefix.length) : '';
      if (!/^[\w-]{1,64}$/.test(own)) throw new BackendError('missing', `No post ${id}`, { url: api });
      const [post] = readEach(postsOf(await ask(`posts/${own}/`, {}, signal)), toPost).items;
      if (!post) throw new BackendError('missing', `No post ${id}`, { url: api });
      return post;
    },
  });
}
