import { BackendError } from '../../backend-error.ts';
import { createCache } from '../../cache.ts';
import { createWritingHttp } from '../../http-write.ts';
import { parseJson, type HttpOptions } from '../../http.ts';
import type { CallOptions, IdeasPort } from '../../ports.ts';
import { readEach } from '../../read-list.ts';
import type { Raw } from '../../read-shape.ts';
import { portOfWhole, wholeIdeas, type WholeIdeas } from '../../whole-ideas.ts';
import { toIdea } from './decidim-mapping.ts';
import { pageQuery, VARIANTS, type DecidimProposal } from './decidim-schema.ts';

interface DecidimOptions extends HttpOptions {
  readonly src: string;
}

const PAGE = 100;
/** 5,000 ideas are what a board shows at most. */
const MAX_PAGES = 50;
/** How long a list is taken to be unchanged while a reader narrows and searches it. */
const KEEP_MS = 60_000;

export interface DecidimPlace {
  readonly api: string;
  readonly component: string;
  /** Address of the component, with a slash at the end. */
  readonly page?: string;
}

/** @throws {BackendError} `unsupported` when the address names no component */
export function placeOf(src: string): DecidimPlace {
  const url = new URL(src);
  const [path, number] = /^\/.*?\/f\/(\d+)(?=\/|$)/.exec(url.pathname) ?? [];
  const component = number ?? /^\d+$/.exec(url.searchParams.get('component') ?? '')?.[0];
  if (!component) throw new BackendError('unsupported', `No component (…/f/29/) in ${src}`, { url: src });
  return { api: `${url.origin}/api`, component, ...(path ? { page: `${url.origin}${path}/` } : {}) };
}

export function createDecidimIdeas({
  src,
  ...options
}: DecidimOptions): Required<Pick<IdeasPort, 'list' | 'get' | 'similar'>> {
  const { api, component, page } = placeOf(src);
  const http = createWritingHttp(options);
  const { host } = new URL(api);
  const names = { host, prefix: `${host}:${component}:`, ...(page ? { component: page } : {}) };
  const lists = createCache<WholeIdeas>({ ttl: KEEP_MS });

  /** Part of an answer, or undefined where this version of Decidim does not know a field. */
  const ask = async (variant: string, after: string | undefined, signal: AbortSignal): Promise<Raw | undefined> => {
    const variables = { component, first: PAGE, ...(after ? { after } : {}) };
    const answer = await http.send('POST', api, { query: pageQuery(variant), variables }, { signal });
    const { data, errors } = (parseJson(answer) ?? {}) as Raw;
    const found = (data as Raw | null | undefined)?.component as Raw | null | undefined;
    const proposals = found?.proposals as Raw | undefined;
    if (proposals) return proposals;
    const messages = errors instanceof Array ? (errors as readonly Raw[]).map(({ message }) => String(message)) : [];
    if (messages.some((message) => /doesn't exist on type/.test(message))) return undefined;
    if (messages.length) throw new BackendError('invalid', `${messages[0]!.slice(0, 200)} (${api})`, { url: api });
    if (found) throw new BackendError('unsupported', `Component ${component} has no proposals`, { url: src });
    throw new BackendError('missing', `No component ${component} at ${api}`, { url: src });
  };

  const fetchAll = async (signal: AbortSignal): Promise<WholeIdeas> => {
    const nodes: unknown[] = [];
    let variant = 0;
    let after: string | undefined;
    let pages = 0;
    do {
      let answer = await ask(VARIANTS[variant]!, after, signal);
      while (!answer && variant + 1 < VARIANTS.length) answer = await ask(VARIANTS[++variant]!, after, signal);
      if (!(answer?.nodes instanceof Array))
        throw new BackendError('invalid', `No proposals from ${api}`, { url: api });
      nodes.push(...(answer.nodes as readonly unknown[]));
      const { hasNextPage, endCursor } = (answer.pageInfo ?? {}) as Raw;
      after = hasNextPage === true && typeof endCursor === 'string' && endCursor !== after ? endCursor : undefined;
    } while (after && ++pages < MAX_PAGES);
    // What a reader may not see stands there as null.
    const proposals = nodes.filter((node) => node !== null);
    const { items, problems } = readEach(proposals, (proposal) => toIdea(proposal as DecidimProposal, names));
    return wholeIdeas(items, problems, after !== undefined);
  };
  const load = ({ signal, fresh }: CallOptions): Promise<WholeIdeas> => {
    if (fresh) lists.clear();
    return lists.get('', fetchAll, signal);
  };
  return portOfWhole(load);
}
