import type { PostsQuery } from '../../backend/ports.ts';
import { MATURITIES, MUNICIPALITY_SIZES } from '../../model/post.ts';

/** What posts can be narrowed by, in the order in which readers see it. */
export const FACETS = ['report', 'topic', 'size', 'maturity', 'source', 'author', 'tag'] as const;
export type Facet = (typeof FACETS)[number];

/** What a reader searches for and narrows by; empty lists are no limit. `report` holds `yes` or nothing. */
export interface FeedFilter extends Readonly<Record<Facet, readonly string[]>> {
  readonly q: string;
}

/** What the page's editor has set, once for all readers. */
export type FixedFilter = Readonly<Partial<Record<Facet, readonly string[]>>>;

export const noFilter = (): FeedFilter => ({
  q: '',
  report: [],
  topic: [],
  size: [],
  maturity: [],
  source: [],
  author: [],
  tag: [],
});

/** Number of choices and searches in use. */
export const usedFilters = (filter: FeedFilter): number =>
  FACETS.reduce((sum, facet) => sum + filter[facet].length, filter.q.trim() === '' ? 0 : 1);

/** Longest search that is asked for; the rest of what was pasted cannot help. */
const LONGEST = 200;

/** What was typed, as it is asked for: without characters that nobody sees, in one line, at most 200 characters. */
export const searchOf = (typed: string): string =>
  typed
    .replace(/[\p{Cc}\p{Bidi_Control}\u200b\ufeff]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    // Half of a character may stand at the cut.
    .replace(/[\ud800-\udbff]$/, '');

/** The question that a filter asks a source. */
export function queryOf(filter: FeedFilter, fixed: FixedFilter, limit: number): PostsQuery {
  const q = searchOf(filter.q);
  const of = (facet: Facet): readonly string[] => fixed[facet] ?? filter[facet];
  const chosen = FACETS.filter((facet) => facet !== 'report' && of(facet).length > 0);
  return {
    ...(q !== '' && { q }),
    ...Object.fromEntries(chosen.map((facet) => [facet, of(facet)])),
    ...(of('report').length > 0 && { report: true }),
    limit,
  };
}

/** What the attributes `tag`, `topic` and `report` narrow the list to. */
export function fixedFilter({
  tag,
  topic,
  report,
}: {
  readonly tag: string | undefined;
  readonly topic: string | undefined;
  readonly report: boolean;
}): FixedFilter {
  const values = (text = ''): readonly string[] =>
    text
      .split(';')
      .map((value) => value.trim())
      .filter(Boolean);
  const [tags, topics] = [values(tag), values(topic)];
  return {
    ...(tags.length > 0 && { tag: tags }),
    ...(topics.length > 0 && { topic: topics }),
    ...(report && { report: ['yes'] }),
  };
}

/** The values of a facet that are a closed list, in their order. */
export const closedValues = (facet: Facet): readonly string[] | undefined =>
  facet === 'size' ? MUNICIPALITY_SIZES : facet === 'maturity' ? MATURITIES : undefined;
