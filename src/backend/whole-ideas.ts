import { IdeaCollection } from '../model/idea-filter.ts';
import { similarIdeas } from '../model/idea-similar.ts';
import type { Idea } from '../model/idea.ts';
import type { Problem } from '../model/page.ts';
import { BackendError } from './backend-error.ts';
import type { CallOptions, IdeasPort } from './ports.ts';
import { cutPage } from './read-list.ts';

/** All ideas of a source that knows no questions, and what went wrong with some. */
export interface WholeIdeas {
  readonly collection: IdeaCollection;
  readonly problems: readonly Problem[];
  /** There are more of them than were fetched. */
  readonly partial?: boolean;
}

/** Of several with one id the first: an address of an idea leads to one, and while pages are read ideas may move. */
export function wholeIdeas(ideas: readonly Idea[], problems: readonly Problem[] = [], partial = false): WholeIdeas {
  const seen = new Set<string>();
  return {
    collection: new IdeaCollection(ideas.filter(({ id }) => !seen.has(id) && seen.add(id))),
    problems,
    partial,
  };
}

/** Questions about ideas answered from a list that is here as a whole: filters, words, counts, pages. */
export function portOfWhole(
  load: (options: CallOptions) => Promise<WholeIdeas>,
): Required<Pick<IdeasPort, 'list' | 'get' | 'similar'>> {
  return {
    async list({ limit, cursor, ...filter }, options = {}) {
      const { collection, problems, partial } = await load(options);
      options.signal?.throwIfAborted();
      const { items, facets } = collection.filter(filter);
      const more: readonly Problem[] = partial
        ? [{ code: 'limit-reached', detail: `The first ${collection.ideas.length} ideas` }]
        : [];
      return { ...cutPage(items, { limit, cursor }), facets, problems: [...problems, ...more] };
    },
    async get(id, options = {}) {
      const { collection } = await load(options);
      const idea = collection.ideas.find((each) => each.id === id);
      if (!idea) throw new BackendError('missing', `No idea ${id}`);
      return idea;
    },
    async similar(query, options = {}) {
      const { collection } = await load(options);
      options.signal?.throwIfAborted();
      return similarIdeas(collection.index, query);
    },
  };
}
