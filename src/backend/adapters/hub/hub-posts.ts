import type { Page } from '../../../model/page.ts';
import type { Post } from '../../../model/post.ts';
import { BackendError } from '../../backend-error.ts';
import { parseJson, type Http, type HttpAnswer } from '../../http.ts';
import type { MethodOf } from '../../lazy-port.ts';
import type { CallOptions, PostsPort, WriteOptions } from '../../ports.ts';
import type { Raw, ReadOptions } from '../../read-shape.ts';
import { readFacets } from './hub-idea-answers.ts';
import { readHubList, readItems } from './hub-page.ts';
import { readHubPost, readKeptImage, readPostVocabulary, readPrefill, readSourceHealth } from './hub-post-answers.ts';

/** Every method of the port. */
export type HubPosts = Required<Pick<PostsPort, MethodOf<PostsPort>>>;

export interface HubPostsOptions {
  /** Base of the hub without a slash at the end. */
  readonly base: string;
  readonly timeZone: string;
}

/** The hub's own limit of a page. */
const PAGE = 50;

const searchOf = (query: object): string => {
  const search = new URLSearchParams();
  type Value = string | number | boolean | undefined;
  for (const [name, value] of Object.entries(query) as (readonly [string, Value | readonly Value[]])[]) {
    for (const one of value instanceof Array ? value : [value]) {
      if (one !== undefined && one !== '' && one !== false) search.append(name, String(one));
    }
  }
  return search.size > 0 ? `?${search.toString()}` : '';
};

/** Posts of a hub over its REST (`docs/hub.md`), those that it gathers among them. */
export function createHubPosts(http: Http, { base, timeZone }: HubPostsOptions): HubPosts {
  const options: ReadOptions = { timeZone, base: `${base}/` };
  const at = (...path: readonly string[]): string => `${base}/api/v1/${path.map(encodeURIComponent).join('/')}`;

  const read = <T>(data: unknown, url: string, reader: (raw: Raw, options: ReadOptions) => T): T => {
    try {
      return reader((data ?? {}) as Raw, options);
    } catch (cause) {
      throw new BackendError('invalid', `Not understood: ${url}`, { url, cause });
    }
  };
  const withEtag = (post: Post, { headers }: Pick<HttpAnswer, 'headers'>): Post => {
    const etag = headers.get('etag');
    return etag ? { ...post, etag } : post;
  };
  const get = async <T>(
    url: string,
    reader: (raw: Raw, options: ReadOptions) => T,
    { signal }: CallOptions = {},
  ): Promise<T> => read((await http.json(url, { signal })).data, url, reader);
  const send = async (
    method: string,
    url: string,
    body: unknown,
    { signal, idempotencyKey, ifMatch }: WriteOptions = {},
  ): Promise<Post> => {
    const answer = await http.send(method, url, body, { signal, idempotencyKey, ifMatch });
    return withEtag(read(parseJson(answer), url, readHubPost), answer);
  };

  return {
    async list({ limit = PAGE, ...query }, { signal } = {}): Promise<Page<Post>> {
      const url = `${at('posts')}${searchOf({ ...query, limit: Math.min(limit, PAGE) })}`;
      const data = (await http.json(url, { signal })).data as Raw;
      const { items, problems, total, nextCursor } = readHubList(data, url);
      const good = readItems(items, (raw) => readHubPost(raw, options));
      const facets = readFacets(data['facets'], options);
      return {
        items: good.items,
        problems: [...problems, ...good.problems],
        ...(total === undefined ? {} : { total }),
        ...(nextCursor ? { next: nextCursor } : {}),
        ...(facets && { facets }),
      };
    },
    async get(id, { signal } = {}) {
      const url = at('posts', id);
      const answer = await http.json(url, { signal });
      return withEtag(read(answer.data, url, readHubPost), answer);
    },
    vocabulary: (given) => get(at('posts', 'vocabulary'), readPostVocabulary, given),
    async sources({ signal } = {}) {
      const url = at('sources');
      const { items } = readHubList((await http.json(url, { signal })).data, url);
      return readItems(items, (raw) => readSourceHealth(raw, options)).items;
    },

    prefill: (ideaId, given) => get(at('ideas', ideaId, 'report'), readPrefill, given),
    create: (input, given) => send('POST', at('posts'), input, given),
    update: (id, input, given) => send('PATCH', at('posts', id), input, given),
    step: (id, step, given) => send('POST', at('posts', id, 'steps'), step, given),
    async remove(id, { signal, ifMatch } = {}) {
      await http.send('DELETE', at('posts', id), undefined, { signal, ifMatch });
    },
    async attach(file, { alt }, { signal, onProgress, idempotencyKey } = {}) {
      const url = at('uploads');
      const form = new FormData();
      // Fields before the file: the hub knows them when the file arrives.
      // Every upload has words; those that readers get are the post's own, and decoration has none.
      form.append('alt', alt || file.name);
      form.append('file', file, file.name);
      return read(parseJson(await http.upload(url, form, { signal, onProgress, idempotencyKey })), url, readKeptImage);
    },
  };
}
