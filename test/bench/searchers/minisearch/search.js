import MiniSearch from 'minisearch';

/** As its documentation begins: prefixes and errors, without anything for German. */
export function makeSearch(people) {
  const index = new MiniSearch({
    fields: ['name', 'text'],
    searchOptions: { boost: { name: 3 }, prefix: true, fuzzy: 0.2, combineWith: 'AND' },
  });
  index.addAll(people);
  const byId = new Map(people.map((person) => [person.id, person]));
  return (q) =>
    index
      .search(q)
      .slice(0, 10)
      .map(({ id }) => byId.get(id));
}
