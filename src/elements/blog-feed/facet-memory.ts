import type { Facets } from '../../model/page.ts';
import { closedValues, FACETS, type Facet, type FeedFilter } from './feed-filter.ts';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
}

/** Sources tell no more values of one property. */
const MOST_TOLD = 300;

/** Keeps every value that ever was there where it was: nothing moves while the reader chooses. */
export class FacetMemory {
  readonly #known = new Map<Facet, Map<string, string>>();
  #facets: Facets | undefined;

  /** @param nameOf names of values that are the same in every source */
  learn(facets: Facets | undefined, nameOf: (facet: Facet, value: string) => string | undefined): void {
    this.#facets = facets;
    for (const facet of FACETS) {
      const known = this.#known.get(facet) ?? new Map<string, string>();
      const order = closedValues(facet);
      const values = [...(facets?.[facet] ?? [])].sort((a, b) =>
        order ? order.indexOf(a.value) - order.indexOf(b.value) : b.count - a.count,
      );
      for (const { value, label } of values)
        known.set(value, nameOf(facet, value) ?? known.get(value) ?? label ?? value);
      for (const [value, label] of known) known.set(value, nameOf(facet, value) ?? label);
      this.#known.set(
        facet,
        order ? new Map([...known].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))) : known,
      );
    }
  }

  /** Number of values that the reader may choose between. */
  size(facet: Facet): number {
    return this.#known.get(facet)?.size ?? 0;
  }

  label(facet: Facet, value: string): string {
    return this.#known.get(facet)?.get(value) ?? value;
  }

  options(facet: Facet, filter: FeedFilter): readonly FacetOption[] {
    const counts = new Map(this.#facets?.[facet]?.map(({ value, count }) => [value, count]));
    const chosen = new Set(filter[facet]);
    // Where a source tells the most frequent values alone, the others are not none: they are not offered.
    const told =
      counts.size < MOST_TOLD ? () => true : (value: string): boolean => counts.has(value) || chosen.has(value);
    const known = [...(this.#known.get(facet) ?? [])].filter(([value]) => told(value));
    return known.map(([value, label]) => ({
      value,
      label,
      count: counts.get(value) ?? 0,
      checked: chosen.has(value),
    }));
  }
}
