import uFuzzy from '@leeoniya/ufuzzy';

/** One error a word, letters of other alphabets, as its documentation says for Latin with marks. */
export function makeSearch(people) {
  const fuzzy = new uFuzzy({ intraMode: 1, unicode: true, interSplit: "[^\\p{L}\\d']+", intraSplit: '\\p{Ll}\\p{Lu}' });
  const lines = uFuzzy.latinize(people.map(({ name, text }) => `${name} ${text}`));
  return (q) => {
    const [places, info, order] = fuzzy.search(lines, uFuzzy.latinize([q])[0], 0, 1e5);
    if (!places) return [];
    return (order ? order.map((at) => info.idx[at]) : places).slice(0, 10).map((place) => people[place]);
  };
}
