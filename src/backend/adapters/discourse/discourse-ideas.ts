import type { Idea } from '../../../model/idea.ts';
import { BackendError } from '../../backend-error.ts';
import { createCache } from '../../cache.ts';
import { createHttp, type HttpOptions } from '../../http.ts';
import type { CallOptions, IdeasPort } from '../../ports.ts';
import { readEach } from '../../read-list.ts';
import type { Raw } from '../../read-shape.ts';
import { portOfWhole, wholeIdeas, type WholeIdeas } from '../../whole-ideas.ts';
import { toIdea } from './discourse-mapping.ts';
import type { DiscourseTopic, DiscourseUser } from './discourse-schema.ts';

interface DiscourseOptions extends HttpOptions {
  readonly src: string;
}

/** Pages of 30 topics; a forum lets a reader ask some ten times a second. */
const MAX_PAGES = 40;
/** How long a list is taken to be unchanged while a reader narrows and searches it. */
const KEEP_MS = 60_000;

/** The forum and the address of its list, without `.json`. */
export function listOf(src: string): { readonly base: string; readonly list: string } {
  const url = new URL(src);
  const path = url.pathname.replace(/\.json$/, '').replace(/\/+$/, '');
  const [, root, rest] = /^(.*?)((?:\/c\/|\/tags?\/|\/latest|\/top).*)?$/.exec(path) ?? [];
  const base = `${url.origin}${root ?? ''}/`;
  return { base, list: `${base}${(rest ?? '/latest').slice(1)}` };
}

export function createDiscourseIdeas({
  src,
  ...options
}: DiscourseOptions): Required<Pick<IdeasPort, 'list' | 'get' | 'similar'>> {
  const http = createHttp(options);
  const { base, list } = listOf(src);
  const names = { base, prefix: `${base.replace(/^https?:\/\/|\/$/g, '')}:topic:` };
  const lists = createCache<WholeIdeas>({ ttl: KEEP_MS });

  const fetchAll = async (signal: AbortSignal): Promise<WholeIdeas> => {
    const topics: unknown[] = [];
    const users = new Map<unknown, DiscourseUser>();
    let more = true;
    let page = 0;
    for (; more && page < MAX_PAGES; page++) {
      const url = `${list}.json${page ? `?page=${page}` : ''}`;
      const { data } = await http.json(url, { signal });
      const { users: people, topic_list: topicList } = (data ?? {}) as Raw;
      const { topics: found, more_topics_url: next } = (topicList ?? {}) as Raw;
      if (!(found instanceof Array)) throw new BackendError('invalid', `No list of topics at ${url}`, { url });
      topics.push(
        ...(found as readonly unknown[]).filter((topic) => (topic as DiscourseTopic | null)?.visible !== false),
      );
      if (people instanceof Array) for (const user of people as readonly DiscourseUser[]) users.set(user?.id, user);
      more = typeof next === 'string' && next !== '' && found.length > 0;
    }
    const { items, problems } = readEach(topics, (topic) => toIdea(topic as DiscourseTopic, users, names));
    return wholeIdeas(items, problems, more);
  };
  const load = ({ signal, fresh }: CallOptions): Promise<WholeIdeas> => {
    if (fresh) lists.clear();
    return lists.get('', fetchAll, signal);
  };

  return {
    ...portOfWhole(load),
    /** Lists have no texts, so one topic is asked for. */
    async get(id, { signal } = {}): Promise<Idea> {
      const number = id.startsWith(names.prefix) ? id.slice(names.prefix.length) : '';
      if (!/^\d+$/.test(number)) throw new BackendError('missing', `No idea ${id}`, { url: base });
      const url = `${base}t/${number}.json`;
      const { data } = await http.json(url, { signal });
      try {
        return toIdea(data ?? {}, new Map(), names);
      } catch (cause) {
        throw new BackendError('invalid', `No topic at ${url}`, { url, cause });
      }
    },
  };
}
