import { TextIndex, type SearchField } from '../model/text-search.ts';
import type { WordIndex } from './peer-book.ts';

/** The library's own index of words: for up to some thousand items. */
export function* makeSmallIndex<T>(
  items: readonly T[],
  fields: readonly SearchField<T>[],
): Generator<undefined, WordIndex> {
  const places = items.map((_, place) => place);
  const index = yield* TextIndex.inSteps<number>(
    places,
    fields.map(({ weight, text }) => ({ weight, text: (place) => text(items[place]!) })),
  );
  return {
    *find(q) {
      const scores = new Float64Array(items.length);
      yield;
      for (const { item, score } of index.search(q)) scores[item] = score;
      return scores;
    },
  };
}
