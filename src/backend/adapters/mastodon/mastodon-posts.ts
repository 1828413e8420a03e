import type { Post, PostSource } from '../../../model/post.ts';
import { BackendError } from '../../backend-error.ts';
import { createCache } from '../../cache.ts';
import { sourceOf } from '../../foreign-post.ts';
import { createHttp, type HttpOptions } from '../../http.ts';
import { portOfPages, type PostsPart } from '../../paged-posts.ts';
import type { PostsPort } from '../../ports.ts';
import { readEach } from '../../read-list.ts';
import type { MastodonPlace } from './mastodon-adapter.ts';
import { asObject, isPublic, nameOf, toStatusPost } from './mastodon-mapping.ts';
import type { MastodonAccount, MastodonStatus } from './mastodon-schema.ts';

export interface MastodonPostsOptions extends HttpOptions {
  readonly src: string;
  readonly label?: string;
  readonly place: MastodonPlace | undefined;
}

/** The API's own limit of a page. */
const PAGE = 40;
const AHEAD = 80;
const KEEP_ACCOUNT_MS = 3_600_000;

/** Statuses of one account: no replies and no boosts, unless the address asks for them. */
export function createMastodonPosts({
  src,
  label,
  place,
  ...options
}: MastodonPostsOptions): Required<Pick<PostsPort, 'list' | 'get'>> {
  const http = createHttp(options);
  const accounts = createCache<{ readonly id: string; readonly source: PostSource }>({ ttl: KEEP_ACCOUNT_MS });
  const { server = new URL(src).origin, account = '', replies = false, boosts = false, tag } = place ?? {};
  const prefix = `${new URL(server).host}:`;

  const lookUp = async (signal: AbortSignal) => {
    if (!account) throw new BackendError('missing', `No account in ${src}; expected ${server}/@name`, { url: src });
    const url = `${server}/api/v1/accounts/lookup?${new URLSearchParams({ acct: account }).toString()}`;
    const found = asObject((await http.json(url, { signal })).data) as MastodonAccount;
    if (typeof found.id !== 'string') throw new BackendError('invalid', `No account at ${url}`, { url });
    const page = typeof found.url === 'string' ? found.url : src;
    const source: PostSource = { id: src, url: page, title: nameOf(found) || `@${account}`, kind: 'mastodon' };
    return { id: found.id, source: sourceOf(source, label) };
  };

  const readAll = (statuses: readonly unknown[], source: PostSource) =>
    readEach(
      statuses.filter((status) => {
        const { reblog } = asObject(status) as MastodonStatus;
        return isPublic(asObject(status)) && (reblog ? boosts && isPublic(reblog) : true);
      }),
      (raw): Post => toStatusPost(raw, { prefix, base: server, source }),
    );

  const read = async (before: string | undefined, signal: AbortSignal): Promise<PostsPart> => {
    const { id, source } = await accounts.get('', lookUp, signal);
    const query = new URLSearchParams({
      limit: String(PAGE),
      ...(!replies && { exclude_replies: 'true' }),
      ...(!boosts && { exclude_reblogs: 'true' }),
      ...(tag && { tagged: tag }),
      ...(before && { max_id: before }),
    });
    const url = `${server}/api/v1/accounts/${encodeURIComponent(id)}/statuses?${query.toString()}`;
    const { data } = await http.json(url, { signal });
    if (!(data instanceof Array)) throw new BackendError('invalid', `No list of statuses at ${url}`, { url });
    const last = (asObject(data.at(-1)) as MastodonStatus).id;
    // Pages are cut before replies and boosts are taken out, so that a short one is not the last; an empty one is.
    return { ...readAll(data, source), more: typeof last === 'string' && last !== before ? [last] : [] };
  };

  return portOfPages({
    read,
    ahead: AHEAD,
    readOne: async (id, signal) => {
      const own = id.startsWith(prefix) ? id.slice(prefix.length) : '';
      if (!/^\w{1,64}$/.test(own)) throw new BackendError('missing', `No status ${id}`, { url: src });
      const { id: accountId, source } = await accounts.get('', lookUp, signal);
      const { data } = await http.json(`${server}/api/v1/statuses/${own}`, { signal });
      // Anybody's status could be named in a link to this page.
      const isOwn = (asObject(data) as MastodonStatus).account?.id === accountId;
      const [post] = isOwn ? readAll([data], source).items : [];
      if (!post) throw new BackendError('missing', `No status ${id} of ${account}`, { url: src });
      return post;
    },
  });
}
