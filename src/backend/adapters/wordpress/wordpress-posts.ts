import type { Post, PostSource } from '../../../model/post.ts';
import { BackendError } from '../../backend-error.ts';
import { sourceOf } from '../../foreign-post.ts';
import { createHttp, type HttpAnswer, type HttpOptions } from '../../http.ts';
import { portOfPages, type PostsPart } from '../../paged-posts.ts';
import type { PostsPort } from '../../ports.ts';
import { readEach } from '../../read-list.ts';
import type { Raw } from '../../read-shape.ts';
import { toBlogPost } from './wordpress-post-mapping.ts';

export interface WordpressPostsOptions extends HttpOptions {
  readonly src: string;
  readonly label?: string;
  /** Address of the site, with a slash at the end. */
  readonly site: string;
  /** Name of the post type in the REST API. */
  readonly type: string;
  /** Conditions of the address, in the API's own names. */
  readonly conditions: Readonly<Record<string, string>>;
}

/** The API's own limit of a page. */
const PAGE = 100;
const AHEAD = 500;
const EMBED = 'author,wp:term,wp:featuredmedia';
/** What plugins for search engines add to each post is often more than the post. */
const FIELDS = 'id,date_gmt,modified_gmt,link,title,content,excerpt,lang,_links,_embedded';

/** Published posts of a WordPress, over its REST API. Sticky ones stand where their dates say. */
export function createWordpressPosts({
  src,
  label,
  site,
  type,
  conditions,
  ...options
}: WordpressPostsOptions): Required<Pick<PostsPort, 'list' | 'get'>> {
  const http = createHttp(options);
  const api = `${site}wp-json/wp/v2/${type}`;
  const prefix = `${site.replace(/^https?:\/\/|\/$/g, '')}:${type}:`;
  const source: PostSource = sourceOf({ id: src, url: site, kind: 'wordpress' }, label);
  const toPost = (raw: Raw): Post => toBlogPost(raw, { prefix, base: site, source });
  const ask = (path: string, query: Readonly<Record<string, string>>, signal: AbortSignal) => {
    const asked = new URLSearchParams({ _embed: EMBED, _fields: FIELDS, ...query });
    return http.json(`${api}${path}?${asked.toString()}`, { signal });
  };

  const read = async (page = '1', signal: AbortSignal): Promise<PostsPart> => {
    const number = Number(page);
    let answer: HttpAnswer & { readonly data: unknown };
    try {
      answer = await ask('', { ...conditions, per_page: String(PAGE), page, orderby: 'date', order: 'desc' }, signal);
    } catch (error) {
      // While pages are read posts may be taken away, and with them the last page.
      if (number > 1 && error instanceof BackendError && error.problem?.['code'] === 'rest_post_invalid_page_number')
        return { items: [], more: [] };
      throw error;
    }
    const { data, headers } = answer;
    if (!(data instanceof Array)) throw new BackendError('invalid', `No list of posts at ${answer.url}`, { url: api });
    const { items, problems } = readEach(data, toPost);
    const [pages, total] = [headers.get('x-wp-totalpages'), headers.get('x-wp-total')];
    // Other origins read these headers only where nothing between has taken them away.
    const last = pages === null ? (data.length === PAGE ? number + 1 : number) : Number(pages);
    const more: string[] = [];
    if (number === 1 || pages === null) for (let next = number + 1; next <= last; next++) more.push(String(next));
    return { items, problems, more, ...(total !== null && { total: Number(total) }) };
  };

  return portOfPages({
    read,
    ahead: AHEAD,
    readOne: async (id, signal) => {
      const number = id.startsWith(prefix) ? id.slice(prefix.length) : '';
      if (!/^\d{1,15}$/.test(number)) throw new BackendError('missing', `No post ${id}`, { url: api });
      const { data } = await ask(`/${number}`, {}, signal);
      try {
        return toPost(data as Raw);
      } catch (cause) {
        throw new BackendError('invalid', `No post at ${api}/${number}`, { url: api, cause });
      }
    },
  });
}
