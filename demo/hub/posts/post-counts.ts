import { POST_FACETS, type PostFacet } from '../../../src/model/post-filter.ts';
import { type Entry, type Token, type Tokens } from './post-entry.ts';

/** Chosen values by facet, in the order of `POST_FACETS`; undefined where nothing was chosen. */
export type Chosen = readonly (ReadonlySet<Token> | undefined)[];

export interface FacetValue {
  value: string;
  label?: string;
  count: number;
}

export interface PostCounts {
  readonly total: number;
  readonly facets: Record<PostFacet, FacetValue[]>;
}

/** Values of tags and authors that are told; there may be tens of thousands, and nobody reads on. */
const MOST_VALUES = 200;

const has = (entry: Entry, facet: number, chosen: Chosen): boolean => {
  const wanted = chosen[facet];
  return wanted === undefined || entry.values[facet]!.some((token) => wanted.has(token));
};

export const passes = (entry: Entry, chosen: Chosen): boolean =>
  chosen.every((wanted, facet) => wanted === undefined || has(entry, facet, chosen));

/** The facet that alone keeps an entry out; -1 where none does, undefined where several do. */
function failing(entry: Entry, chosen: Chosen): number | undefined {
  let failed = -1;
  for (let facet = 0; facet < chosen.length; facet += 1) {
    if (chosen[facet] === undefined || has(entry, facet, chosen)) continue;
    if (failed >= 0) return undefined;
    failed = facet;
  }
  return failed;
}

/**
 * The one of a story that a list shows, of those that pass: the hub's own, else the first that told it.
 * @param isWanted whether a post is in the list
 */
export function tellerOf(entry: Entry, isWanted: (entry: Entry) => boolean): Entry | undefined {
  if (!entry.story) return isWanted(entry) ? entry : undefined;
  let best: Entry | undefined;
  for (const other of entry.story) {
    if (!isWanted(other)) continue;
    if (
      !best ||
      (other.own !== best.own ? other.own : other.at < best.at || (other.at === best.at && other.id < best.id))
    ) {
      best = other;
    }
  }
  return best;
}

/**
 * How many stories there are, and how many each choice would leave. A facet's own choice does not narrow its own numbers.
 * @param isFound whether a post is in the list at all, whatever was chosen
 */
export function countPosts(
  entries: readonly Entry[],
  isFound: ((entry: Entry) => boolean) | undefined,
  chosen: Chosen,
  tokens: Tokens,
): { readonly total: number } {
  tokens.reset();
  let total = 0;
  const stories = new Set<readonly Entry[]>();
  for (const entry of entries) {
    if (isFound && !isFound(entry)) continue;
    if (entry.story) {
      stories.add(entry.story);
      continue;
    }
    const failed = failing(entry, chosen);
    if (failed === undefined) continue;
    if (failed === -1) {
      total += 1;
      for (const values of entry.values) for (const token of values) token.count += 1;
    } else for (const token of entry.values[failed]!) token.count += 1;
  }
  for (const story of stories) {
    const shown = story.filter((entry) => !isFound || isFound(entry));
    if (shown.some((entry) => passes(entry, chosen))) total += 1;
    for (let facet = 0; facet < POST_FACETS.length; facet += 1) {
      const counted = new Set<Token>();
      for (const entry of shown) {
        const failed = failing(entry, chosen);
        if (failed === -1 || failed === facet) for (const token of entry.values[facet]!) counted.add(token);
      }
      for (const token of counted) token.count += 1;
    }
  }
  return { total };
}

/** The numbers as a list tells them: the most first, what was chosen even with none. */
export function facetsOf(
  tokens: Tokens,
  chosen: Chosen,
  label: (facet: PostFacet, value: string) => string | undefined,
): Record<PostFacet, FacetValue[]> {
  const facets = {} as Record<PostFacet, FacetValue[]>;
  POST_FACETS.forEach((facet, at) => {
    const wanted = chosen[at];
    const found = [...tokens.all(facet)].filter((token) => token.count > 0 || wanted?.has(token));
    found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    const told = found.filter((token, index) => index < MOST_VALUES || wanted?.has(token));
    facets[facet] = told.map(({ value, count }) => {
      const text = label(facet, value);
      return { value, count, ...(text !== undefined && { label: text }) };
    });
  });
  return facets;
}
