import type { Post, PostSource } from '../../../model/post.ts';
import { BackendError } from '../../backend-error.ts';
import { createCache } from '../../cache.ts';
import { sourceOf } from '../../foreign-post.ts';
import { createHttp, type HttpOptions } from '../../http.ts';
import { portOfPages, type PostsPart } from '../../paged-posts.ts';
import type { PostsPort } from '../../ports.ts';
import { readEach } from '../../read-list.ts';
import type { Raw } from '../../read-shape.ts';
import { asList, asObject, keyOf, nextOf } from './drupal-mapping.ts';
import { toDrupalPost } from './drupal-post-mapping.ts';
import type { DrupalResource } from './drupal-schema.ts';

export interface DrupalPostsOptions extends HttpOptions {
  readonly src: string;
  readonly label?: string;
  /** Address of the site, with a slash at the end. */
  readonly site: string;
  /** Address of its JSON:API, without a slash at the end. */
  readonly api: string;
  /** `node/article`, where it was named. */
  readonly type?: string;
}

/** A list: where it is, what is to come along, and whether it takes an order. */
interface Plan {
  readonly url: string;
  readonly include: readonly string[];
  readonly sorts: boolean;
}

/** The limit that Drupal sets by itself. */
const PAGE = 50;
const AHEAD = 200;
const SAMPLE = 5;
const KEEP_MS = 600_000;
const MAX_INCLUDES = 8;
const JSON_API = 'application/vnd.api+json';
/** Content types that sound like posts, the likelier first. */
const TYPES = [
  /^node--(?:[a-z_]*_)?(?:erfahrungsbericht|bericht|report)(?:e|en|s)?$/,
  /^node--(?:[a-z_]*_)?blog(?:_?(?:post|beitrag|artikel|article|entry))?s?$/,
  /^node--(?:[a-z_]*_)?(?:article|artikel|beitrag|post)s?$/,
  /^node--(?:[a-z_]*_)?(?:news|aktuelles|meldung|neuigkeit)(?:en|s)?(?:_?(?:item|article))?$/,
];

const isRefused = (error: unknown): boolean =>
  error instanceof BackendError && (error.status === 400 || error.status === 403 || error.status === 422);

/** Names of relationships that posts speak of: tags, pictures, authors. */
function includesOf(items: readonly DrupalResource[]): readonly string[] {
  const names = new Set<string>();
  for (const { relationships } of items) {
    for (const [name, value] of Object.entries(asObject(relationships))) {
      for (const each of asList(asObject(value)['data'])) {
        const { type } = asObject(each);
        if (typeof type !== 'string' || name === 'revision_uid') continue;
        if (/^(?:taxonomy_term--|user--|file--file$)/.test(type) || /^field_aut(?:h)?or$/.test(name)) names.add(name);
        // Whatever field of a medium has the picture: a thumbnail they all have.
        else if (type.startsWith('media--')) names.add(`${name}.thumbnail`);
      }
    }
  }
  return [...names].slice(0, MAX_INCLUDES);
}

/** Content of a Drupal as posts, over JSON:API. */
export function createDrupalPosts({
  src,
  label,
  site,
  api,
  type,
  ...options
}: DrupalPostsOptions): Required<Pick<PostsPort, 'list' | 'get'>> {
  const http = createHttp(options);
  const plans = createCache<Plan>({ ttl: KEEP_MS, max: 1 });
  const source: PostSource = sourceOf({ id: src, url: site, kind: 'drupal' }, label);
  const mapping = { prefix: `${site.replace(/^https?:\/\/|\/$/g, '')}:`, base: site, source };

  const document = async (url: string, signal: AbortSignal): Promise<Raw> => {
    const { data } = await http.json(url, { accept: `${JSON_API}, application/json;q=0.5`, signal });
    const answer = asObject(data);
    if (!answer['jsonapi'] && !answer['data'] && !answer['links'])
      throw new BackendError('invalid', `No JSON:API at ${url}`, { url });
    return answer;
  };

  /** Address of the list: as it was named, or the content type that sounds most like posts. */
  const listAt = async (signal: AbortSignal): Promise<string> => {
    if (type) return `${api}/${type}`;
    const names = Object.keys(asObject((await document(api, signal))['links']));
    const name = TYPES.flatMap((words) => names.find((each) => words.test(each)) ?? [])[0];
    if (!name) throw new BackendError('missing', `No type of posts at ${api}; ?vr-type= names it`, { url: api });
    return `${api}/${name.replace('--', '/')}`;
  };

  const explore = async (signal: AbortSignal): Promise<Plan> => {
    const url = await listAt(signal);
    const sample = async (query: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const asked = new URLSearchParams({ 'page[limit]': String(SAMPLE), ...query });
      const answer = await document(`${url}?${asked.toString()}`, signal);
      return includesOf(asList(answer['data']).map((each) => asObject(each)));
    };
    try {
      return { url, include: await sample({ sort: '-created' }), sorts: true };
    } catch (error) {
      if (!isRefused(error)) throw error;
      return { url, include: await sample({}), sorts: false };
    }
  };

  const toPosts = (answer: Raw) => {
    const included = new Map(asList(answer['included']).map((each) => [keyOf(each), asObject(each)]));
    return readEach(asList(answer['data']), (raw): Post => toDrupalPost(raw, included, mapping));
  };

  /** The same question without what comes along: a site may keep its users, or its media, to itself. */
  const withIncludes = async (plan: Plan, url: string, signal: AbortSignal): Promise<Raw> => {
    if (!plan.include.length) return document(url, signal);
    const asked = new URL(url);
    asked.searchParams.set('include', plan.include.join(','));
    try {
      return await document(asked.href, signal);
    } catch (error) {
      if (!isRefused(error)) throw error;
      asked.searchParams.delete('include');
      return document(asked.href, signal);
    }
  };

  const read = async (page: string | undefined, signal: AbortSignal): Promise<PostsPart> => {
    const plan = await plans.get('', explore, signal);
    const query = new URLSearchParams({ 'page[limit]': String(PAGE), ...(plan.sorts && { sort: '-created' }) });
    const answer = await withIncludes(plan, page ?? `${plan.url}?${query.toString()}`, signal);
    const next = nextOf(answer, plan.url);
    const count = asObject(answer['meta'])['count'];
    const more = next !== undefined && next !== page ? [next] : [];
    return { ...toPosts(answer), more, ...(typeof count === 'number' && { total: count }) };
  };

  return portOfPages({
    read,
    ahead: AHEAD,
    readOne: async (id, signal) => {
      const own = id.startsWith(mapping.prefix) ? id.slice(mapping.prefix.length) : '';
      if (!/^[\w-]{1,64}$/.test(own)) throw new BackendError('missing', `No post ${id}`, { url: api });
      const plan = await plans.get('', explore, signal);
      const [post] = toPosts(await withIncludes(plan, `${plan.url}/${own}`, signal)).items;
      if (!post) throw new BackendError('missing', `No post ${id}`, { url: api });
      return post;
    },
  });
}
