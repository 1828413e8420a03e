import type { IdeaSort, IdeasQuery } from '../../backend/ports.ts';
import { IDEA_REACHES, IDEA_STAGES } from '../../model/idea.ts';

/** What ideas can be narrowed by, in the order in which readers see it. */
export const FACETS = ['stage', 'topic', 'org', 'reach', 'need'] as const;
export type Facet = (typeof FACETS)[number];

/** Whose ideas: all, the reader's own, those the reader follows, those that wait for a moderator. */
export type Scope = 'all' | 'author' | 'following' | 'queue';

/** What a reader narrows and orders the ideas by; empty lists are no limit. */
export interface BoardFilter extends Readonly<Record<Facet, readonly string[]>> {
  readonly q: string;
  readonly sort: IdeaSort;
  readonly scope: Scope;
}

/** What the page's editor has set, once for all readers. */
export type FixedFilter = Readonly<Partial<Record<Facet, readonly string[]>>>;

export const noFilter = (sort: IdeaSort = 'active'): BoardFilter => ({
  q: '',
  sort,
  scope: 'all',
  stage: [],
  topic: [],
  org: [],
  reach: [],
  need: [],
});

/** Number of choices and searches in use. */
export const usedFilters = (filter: BoardFilter): number =>
  FACETS.reduce((sum, facet) => sum + filter[facet].length, filter.q.trim() === '' ? 0 : 1);

/** The question that a filter asks a source. */
export function queryOf(filter: BoardFilter, fixed: FixedFilter, limit: number): IdeasQuery {
  const q = filter.q.trim();
  const values = (facet: Facet): Partial<Record<Facet, readonly string[]>> => {
    const list = fixed[facet] ?? filter[facet];
    return list.length > 0 ? { [facet]: list } : {};
  };
  return {
    ...(q !== '' && { q }),
    ...values('stage'),
    ...values('topic'),
    ...values('org'),
    ...values('reach'),
    ...values('need'),
    sort: filter.sort,
    ...(filter.scope === 'queue' ? { queue: true } : filter.scope !== 'all' && { mine: filter.scope }),
    limit,
  };
}

/** Attributes by which an editor narrows the ideas for all readers. */
export const FIXED = ['stage', 'topic', 'org', 'reach'] as const;

const KNOWN: Readonly<Partial<Record<Facet, readonly string[]>>> = { stage: IDEA_STAGES, reach: IDEA_REACHES };

/** What the attributes narrow the ideas to; `onUnknown` hears of values that do not exist. */
export function fixedFilter(
  attributes: Readonly<Partial<Record<(typeof FIXED)[number], string | undefined>>>,
  onUnknown: (attribute: string, value: string) => void,
): FixedFilter {
  const fixed: Partial<Record<Facet, readonly string[]>> = {};
  for (const name of FIXED) {
    const known = KNOWN[name];
    // Names of topics and organisations hold blanks; those of stages do not.
    const values = (attributes[name] ?? '').split(known ? /[\s,;]+/ : ';').map((value) => value.trim());
    const kept = values.filter((value) => value !== '' && (known?.includes(value) ?? true));
    for (const value of values) if (value !== '' && !kept.includes(value)) onUnknown(name, value);
    if (kept.length > 0) fixed[name] = kept;
  }
  return fixed;
}
