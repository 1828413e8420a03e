import type { FacetCount, Facets } from '../model/page.ts';

/** The counts of all sources together, a value under its first name. */
export function sumFacets(all: readonly Facets[]): Facets {
  const sums = new Map<string, Map<string, FacetCount>>();
  for (const facets of all) {
    for (const [name, counts] of Object.entries(facets)) {
      let sum = sums.get(name);
      if (!sum) sums.set(name, (sum = new Map<string, FacetCount>()));
      for (const each of counts) {
        const known = sum.get(each.value);
        sum.set(each.value, known ? { ...each, ...known, count: known.count + each.count } : each);
      }
    }
  }
  return Object.fromEntries(
    [...sums].map(([name, sum]) => [name, [...sum.values()].sort((a, b) => b.count - a.count)]),
  );
}
