import type { Idea } from '../../../model/idea.ts';
import { BackendError } from '../../backend-error.ts';
import { createCache } from '../../cache.ts';
import { plainText } from '../../foreign-text.ts';
import { createWritingHttp } from '../../http-write.ts';
import { parseJson, type HttpAnswer, type HttpOptions } from '../../http.ts';
import type { CallOptions, CreatedIdea, CreateOptions, IdeasPort, IdeaVocabulary } from '../../ports.ts';
import { readEach } from '../../read-list.ts';
import type { Raw } from '../../read-shape.ts';
import { portOfWhole, wholeIdeas, type WholeIdeas } from '../../whole-ideas.ts';
import type { WordpressPlace } from './wordpress-adapter.ts';
import { toIdea, toPost } from './wordpress-mapping.ts';
import { toTopic } from './wordpress-values.ts';
import type { WordpressPage } from './wordpress-page.ts';
import type { WpPost, WpTerm } from './wordpress-schema.ts';

interface WordpressIdeasOptions extends HttpOptions, WordpressPlace {
  /** The page around, where it is of the same origin. */
  readonly page?: WordpressPage;
}

/** The API's own limit of a page, and the pages read: 5,000 ideas are what a board shows at most. */
const PAGE = 100;
const MAX_PAGES = 50;
const AT_ONCE = 4;
/** How long a list is taken to be unchanged while a reader narrows and searches it. */
const KEEP_MS = 60_000;
/** A repetition of a sent idea is looked for this long. */
const DAY_MS = 86_400_000;
const EMBED = 'author,wp:term,wp:featuredmedia';

export function createWordpressIdeas({
  site,
  type,
  page,
  ...options
}: WordpressIdeasOptions): Required<Pick<IdeasPort, 'list' | 'get' | 'similar' | 'create' | 'vocabulary'>> {
  const http = createWritingHttp(options);
  const api = `${site}wp-json/wp/v2/`;
  const names = { prefix: `${site.replace(/^https?:\/\/|\/$/g, '')}:${type}:`, base: site };
  const lists = createCache<WholeIdeas>({ ttl: KEEP_MS });
  const read = (raw: Raw): Idea => toIdea(raw, names);
  const address = (path: string, query: Readonly<Record<string, string>>): string =>
    `${api}${path}?${new URLSearchParams(query).toString()}`;

  const fetchPage = (number: number, signal: AbortSignal) =>
    http.json(
      address(type, {
        _embed: EMBED,
        per_page: String(PAGE),
        page: String(number),
        orderby: 'modified',
        order: 'desc',
      }),
      { signal },
    );

  const fetchAll = async (signal: AbortSignal): Promise<WholeIdeas> => {
    const first = await fetchPage(1, signal);
    const posts = [...postsOf(first)];
    const pages = Number(first.headers.get('x-wp-totalpages') ?? '1');
    const last = Math.min(pages, MAX_PAGES);
    for (let number = 2; number <= last; number += AT_ONCE) {
      const batch: Promise<readonly unknown[]>[] = [];
      for (let each = number; each < number + AT_ONCE && each <= last; each++) {
        batch.push(fetchPage(each, signal).then(postsOf, emptyWhenGone));
      }
      for (const answer of await Promise.all(batch)) posts.push(...answer);
    }
    const { items, problems } = readEach(posts, read);
    return wholeIdeas(items, problems, pages > last);
  };

  const load = ({ signal, fresh }: CallOptions): Promise<WholeIdeas> => {
    if (fresh) lists.clear();
    return lists.get('', fetchAll, signal);
  };

  const categories = async (options: CallOptions): Promise<readonly WpTerm[]> => {
    const { data } = await http.json(address('categories', { per_page: String(PAGE) }), { signal: options.signal });
    return data instanceof Array ? (data as readonly WpTerm[]) : [];
  };

  /** @throws {BackendError} `denied`, reason `sign-in`, when nobody is signed in to this WordPress */
  const nonceOf = async (signal: AbortSignal | undefined, fresh: boolean): Promise<string> => {
    const given = fresh ? undefined : page?.nonce();
    if (given) return given;
    const url = `${site}wp-admin/admin-ajax.php?action=rest-nonce`;
    try {
      const { bytes } = await http.get(url, { signal });
      const nonce = new TextDecoder().decode(bytes).trim();
      if (/^[\da-z]{10,}$/i.test(nonce)) return nonce;
    } catch (error) {
      signal?.throwIfAborted();
      // To strangers WordPress answers 400; anything else is a failure of its own.
      if (!(error instanceof BackendError) || error.status !== 400) throw error;
    }
    throw new BackendError('denied', `Nobody is signed in at ${site}`, { url: site, reason: 'sign-in' });
  };

  /** A request of the reader who is signed in, once more with a newer nonce where the page's own has run out. */
  const signed = async <T>(signal: AbortSignal | undefined, run: (nonce: string) => Promise<T>): Promise<T> => {
    try {
      return await run(await nonceOf(signal, false));
    } catch (error) {
      const outdated = error instanceof BackendError && error.problem?.code === 'rest_cookie_invalid_nonce';
      if (!outdated) throw error;
      return run(await nonceOf(signal, true));
    }
  };

  /** The same text of a sending that was never answered: WordPress knows no keys that make it act once. */
  const findSent = async (sent: Raw, nonce: string, signal: AbortSignal | undefined): Promise<WpPost | undefined> => {
    const url = address(type, {
      status: 'pending,draft',
      context: 'edit',
      search: plainText(sent.title),
      per_page: '20',
      after: new Date(Date.now() - DAY_MS).toISOString(),
    });
    try {
      const { data } = await http.json(url, { signal, headers: { 'x-wp-nonce': nonce } });
      const same = ({ title, content }: WpPost): boolean => title?.raw === sent.title && content?.raw === sent.content;
      return data instanceof Array ? (data as readonly WpPost[]).find(same) : undefined;
    } catch (error) {
      signal?.throwIfAborted();
      // Whoever may send but not list their own is not kept from sending.
      if (error instanceof BackendError && (error.status === 400 || error.status === 403)) return undefined;
      throw error;
    }
  };

  return {
    ...portOfWhole(load),

    async vocabulary(options = {}): Promise<IdeaVocabulary> {
      const topics = (await categories(options)).flatMap((term) => toTopic(term) ?? []);
      return { topics, orgs: [], anonymous: false, attachments: { files: 0, bytes: 0, mediaTypes: [] } };
    },

    async create(input, { signal, idempotencyKey, draft = false }: CreateOptions = {}): Promise<CreatedIdea> {
      if (!page) throw new BackendError('unsupported', `${site} is not the site of this page`, { url: site });
      const wanted = new Set(input.topicIds);
      const terms = wanted.size ? await categories({ signal }) : [];
      const ids = terms.flatMap(({ id, slug }) => (wanted.has(String(slug)) && typeof id === 'number' ? [id] : []));
      const sent = toPost(input, draft, ids);
      const post = await signed(signal, async (nonce) => {
        const known = idempotencyKey ? await findSent(sent, nonce, signal) : undefined;
        if (known) return known;
        const answer = await http.send('POST', api + type, sent, { signal, headers: { 'x-wp-nonce': nonce } });
        return parseJson(answer) ?? {};
      });
      lists.clear();
      try {
        return { idea: toIdea(post, names) };
      } catch (cause) {
        throw new BackendError('invalid', `No post from ${api}${type}`, { url: api + type, cause });
      }
    },
  };
}

function postsOf({ data, url }: HttpAnswer & { readonly data: unknown }): readonly unknown[] {
  if (data instanceof Array) return data;
  throw new BackendError('invalid', `No list of posts at ${url}`, { url });
}

/** While pages are read, posts may be taken away, and with them the last page. */
function emptyWhenGone(error: unknown): readonly unknown[] {
  if (error instanceof BackendError && error.problem?.code === 'rest_post_invalid_page_number') return [];
  throw error;
}
