import type { PeersQuery } from '../../backend/ports.ts';
import { OFFER_DIRECTIONS, type OfferDirection } from '../../model/peer.ts';

/** What people can be narrowed by, in the order in which readers see it. */
export const FACETS = ['org', 'topic', 'language', 'direction', 'available'] as const;
export type Facet = (typeof FACETS)[number];

/** What a reader searches for and narrows by; empty lists are no limit. `available` holds `yes` or nothing. */
export interface DirectoryFilter extends Readonly<Record<Facet, readonly string[]>> {
  readonly q: string;
}

/** What the page's editor has set, once for all readers. */
export type FixedFilter = Readonly<Partial<Record<Facet, readonly string[]>>>;

export const noFilter = (): DirectoryFilter => ({
  q: '',
  org: [],
  topic: [],
  language: [],
  direction: [],
  available: [],
});

/** Number of choices and searches in use. */
export const usedFilters = (filter: DirectoryFilter): number =>
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
export function queryOf(filter: DirectoryFilter, fixed: FixedFilter, limit: number): PeersQuery {
  const q = searchOf(filter.q);
  const of = (facet: Facet): readonly string[] => fixed[facet] ?? filter[facet];
  const values = (facet: 'org' | 'topic' | 'language'): PeersQuery =>
    of(facet).length > 0 ? { [facet]: of(facet) } : {};
  const directions = of('direction') as readonly OfferDirection[];
  return {
    ...(q !== '' && { q }),
    ...values('org'),
    ...values('topic'),
    ...values('language'),
    ...(directions.length > 0 && { direction: directions }),
    ...(of('available').length > 0 && { available: true }),
    limit,
  };
}

/** Attributes by which an editor narrows the list for all readers. */
export const FIXED = ['topic', 'org', 'direction'] as const;

/** What the attributes narrow the list to; `onUnknown` hears of values that do not exist. */
export function fixedFilter(
  attributes: Readonly<Partial<Record<(typeof FIXED)[number], string | undefined>>>,
  onUnknown: (attribute: string, value: string) => void,
): FixedFilter {
  const fixed: Partial<Record<Facet, readonly string[]>> = {};
  for (const name of FIXED) {
    const known: readonly string[] | undefined = name === 'direction' ? OFFER_DIRECTIONS : undefined;
    // Names of topics and organisations hold blanks; directions do not.
    const values = (attributes[name] ?? '').split(known ? /[\s,;]+/ : ';').map((value) => value.trim());
    const kept = values.filter((value) => value !== '' && (known?.includes(value) ?? true));
    for (const value of values) if (value !== '' && !kept.includes(value)) onUnknown(name, value);
    if (kept.length > 0) fixed[name] = kept;
  }
  return fixed;
}
