import { IDEA_ORDER } from '../model/idea-order.ts';
import type { Idea, SimilarItem } from '../model/idea.ts';
import type { Facets, SourceRef } from '../model/page.ts';
import { BackendError } from './backend-error.ts';
import { mergePages } from './merge-pages.ts';
import type { IdeasPort } from './ports.ts';
import { sumFacets } from './sum-facets.ts';

export interface IdeasSource {
  readonly source: SourceRef;
  readonly port: IdeasPort;
}

type Method = Exclude<keyof IdeasPort, 'feedUrl'>;

/** Methods whose first word is the id of an idea: they go where the idea is. */
const OF_AN_IDEA = [
  'update',
  'transition',
  'settle',
  'takeOver',
  'answer',
  'supports',
  'support',
  'follow',
  'comments',
  'comment',
  'participants',
  'helpOffers',
  'offerHelp',
  'settleReports',
] as const satisfies readonly Method[];
/** Methods on something that belongs to an idea. */
const OF_A_PART = ['editComment', 'moveComment', 'react', 'answerHelp'] as const satisfies readonly Method[];
/** Methods for what is new: they go to the first source that takes ideas. */
const OF_NEW_IDEAS = ['create', 'vocabulary', 'audience', 'attach'] as const satisfies readonly Method[];

type Call = (...args: readonly unknown[]) => Promise<unknown>;

/** The methods of a port by name; called on it, since a page's own port may be an object of a class. */
const methodsOf = (port: IdeasPort): Partial<Record<Method, Call>> => port as Partial<Record<Method, Call>>;
const can = ({ port }: IdeasSource, name: Method): boolean => methodsOf(port)[name] !== undefined;

/**
 * Several sources of ideas as one board: in order, each idea once and with the name of its source. What is done with an
 * idea goes to the source that it came from, what is new to the first that takes new ideas. A method is there when one
 * source has it; where the idea's own has not, it fails as unsupported, which its empty `can[]` has told before.
 */
export function mergeIdeas(sources: readonly IdeasSource[]): IdeasPort {
  const homes = new Map<string, IdeasSource>();
  /** Comments by their ids: a report names nothing else. */
  const commentHomes = new Map<string, IdeasSource>();
  const taker = sources.find((each) => can(each, 'create')) ?? sources.find((each) => can(each, 'vocabulary'));

  const stamp = (idea: Idea, home: IdeasSource): Idea => {
    const { source } = home;
    homes.set(idea.id, home);
    return { ...idea, source: { ...source, ...idea.source, label: source.label ?? idea.source?.label } };
  };

  const get: NonNullable<IdeasPort['get']> = async (id, options) => {
    const known = homes.get(id);
    let first: BackendError | undefined;
    for (const home of known ? [known] : sources) {
      if (!can(home, 'get')) continue;
      try {
        return stamp(await home.port.get!(id, options), home);
      } catch (error) {
        if (!(error instanceof BackendError)) throw error;
        // A source that does not have it says less than one that could not answer.
        if (!first || first.kind === 'missing') first = error;
      }
    }
    throw first ?? new BackendError('missing', `No idea ${id}`);
  };
  const homeOf = async (id: string): Promise<IdeasSource> => {
    if (!homes.has(id)) await get(id);
    return homes.get(id)!;
  };
  const call = (home: IdeasSource | undefined, name: Method, args: readonly unknown[]): Promise<unknown> => {
    if (home && can(home, name)) return methodsOf(home.port)[name]!(...args);
    const url = home?.source.url;
    return Promise.reject(new BackendError('unsupported', `No ${name} at ${url ?? 'any source'}`, { url }));
  };

  const list: IdeasPort['list'] = async ({ limit, cursor, sort = 'active', ...query }, options = {}) => {
    const facets: Facets[] = [];
    const page = await mergePages(
      sources.map(({ source, port }) => ({
        source,
        list: async (part) => {
          const answer = await port.list({ ...query, sort, ...part }, options);
          if (answer.facets) facets.push(answer.facets);
          return answer;
        },
      })),
      {
        limit,
        cursor,
        signal: options.signal,
        compare: IDEA_ORDER[sort],
        key: ({ id }) => id,
        stamp: (idea, source) =>
          stamp(
            idea,
            sources.find((each) => each.source === source)!,
          ),
      },
    );
    return facets.length ? { ...page, facets: sumFacets(facets) } : page;
  };

  const port: Record<string, unknown> = { list };
  const has = (name: Method): boolean => sources.some((each) => can(each, name));
  if (has('get')) port.get = get;
  for (const name of OF_AN_IDEA) {
    if (!has(name)) continue;
    port[name] = async (id: string, ...args: unknown[]) => {
      const home = await homeOf(id);
      const answer = await call(home, name, [id, ...args]);
      if (name === 'comments') {
        for (const comment of (answer as { items: readonly { id: string }[] }).items)
          commentHomes.set(comment.id, home);
      }
      return answer;
    };
  }
  for (const name of OF_A_PART) {
    if (!has(name)) continue;
    port[name] = async (part: { readonly ideaId: string }, ...args: unknown[]) =>
      call(await homeOf(part.ideaId), name, [part, ...args]);
  }
  for (const name of OF_NEW_IDEAS) {
    if (taker && can(taker, name)) port[name] = (...args: unknown[]) => call(taker, name, args);
  }
  if (has('report')) {
    port.report = async (object: { readonly type: string; readonly id: string }, ...args: unknown[]) => {
      const home = object.type === 'idea' ? await homeOf(object.id) : commentHomes.get(object.id);
      return call(home ?? sources.find((each) => can(each, 'report')), 'report', [object, ...args]);
    };
  }
  const alike = sources.filter((each) => can(each, 'similar'));
  if (alike.length) {
    port.similar = (async (query, options) => {
      const answers = await Promise.allSettled(alike.map((each) => each.port.similar!(query, options)));
      options?.signal?.throwIfAborted();
      const good = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
      if (!good.length) throw (answers[0] as PromiseRejectedResult).reason;
      return takeTurns(good).slice(0, query.limit ?? 5);
    }) satisfies IdeasPort['similar'];
  }
  const feedUrl = sources.find(({ port: { feedUrl: url } }) => url)?.port.feedUrl;
  return { ...(port as unknown as IdeasPort), ...(feedUrl ? { feedUrl } : {}) };
}

/** The best of each, then the second best of each: ranks of different sources cannot be compared. */
function takeTurns(lists: readonly (readonly SimilarItem[])[]): readonly SimilarItem[] {
  const found = new Map<string, SimilarItem>();
  const longest = Math.max(...lists.map(({ length }) => length));
  for (let rank = 0; rank < longest; rank++) {
    for (const list of lists) {
      const item = list[rank];
      const key = item && `${item.kind} ${item.id}`;
      if (item && key && !found.has(key)) found.set(key, item);
    }
  }
  return [...found.values()];
}
