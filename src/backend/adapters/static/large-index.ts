import MiniSearch, { type SearchOptions } from 'minisearch';
import { foldWords } from '../../../model/fold-text.ts';
import { stemOf, termsOf, type SearchField } from '../../../model/text-search.ts';
import type { WordIndex } from '../../peer-book.ts';

/** Items indexed, and terms looked up, until the page gets its turn. */
const ITEMS_A_STEP = 50;
const TERMS_A_STEP = 20;
/** Shortest words that may begin others anywhere; shorter ones begin names. */
const MIN_PREFIX = 3;
/** Shortest words that may be the end of a compound, stand inside of one, or be misspelt. */
const MIN_PART = 3;
const MIN_INFIX = 4;
const MIN_TYPO = 4;
/** From this length on a word may have two errors. */
const MIN_TWO_TYPOS = 8;
/** Compounds looked up for a word at most; behind so many nobody misses one. */
const MOST_PARTS = 50;
/** Fewer terms than this that have the word in them, and errors are looked for, too. */
const FEW = 3;

/** How well a term fits: as in the index of shorter lists (`TextIndex`). */
const PREFIX = 0.7;
const FORM = 0.6;
const PART = 0.45;
const INFIX = 0.3;
const TYPO = 0.15;

type Place = { readonly id: number };

/**
 * An index for thousands of items on MiniSearch, whose ranking (BM25+) and tolerance it takes. What German asks for besides
 * is put into the question: parts of compounds, other forms of a word, and errors only where nothing else fits, two
 * swapped neighbours being one error.
 */
class LargeIndex<T> implements WordIndex {
  readonly #engine: MiniSearch<Place>;
  readonly #boost: Readonly<Record<string, number>>;
  readonly #size: number;
  /** All terms in order, one a line: looking into one long text is many times faster than into each. */
  #lines = '';
  readonly #terms = new Set<string>();

  constructor(items: readonly T[], fields: readonly SearchField<T>[]) {
    const textOf = (place: number, field: number): string => {
      const value = fields[field]!.text(items[place]!);
      return typeof value === 'string' ? value : (value ?? []).filter(Boolean).join('\n');
    };
    const folded = new Map<string, readonly string[]>();
    this.#size = items.length;
    this.#boost = Object.fromEntries(fields.map(({ weight }, number) => [number, weight]));
    this.#engine = new MiniSearch<Place>({
      fields: fields.map((_, number) => String(number)),
      extractField: (place, name) => (name === 'id' ? place.id : textOf(place.id, Number(name))),
      tokenize: (text) => [...termsOf(text, folded)],
      processTerm: (word) => (this.#terms.add(word), word),
      autoVacuum: false,
    });
  }

  static *make<T>(items: readonly T[], fields: readonly SearchField<T>[]): Generator<undefined, LargeIndex<T>> {
    const index = new LargeIndex(items, fields);
    for (let id = 0; id < items.length; id++) {
      index.#engine.add({ id });
      if (id % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    }
    index.#lines = `\n${[...index.#terms].sort().join('\n')}\n`;
    return index;
  }

  *find(q: string): Generator<undefined, Float64Array> {
    let scores: Float64Array = new Float64Array(this.#size);
    let isFirst = true;
    for (const word of foldWords(q)) {
      const own = yield* this.#scores(word);
      // Each word must be found.
      if (!isFirst) for (let place = 0; place < own.length; place++) own[place]! *= scores[place]!;
      isFirst = false;
      scores = own;
      yield;
    }
    return scores;
  }

  /** How well each item has the word: by its best term, not by how many of them it has. */
  *#scores(word: string): Generator<undefined, Float64Array> {
    const scores = new Float64Array(this.#size);
    const begins = this.#lines.includes(`\n${word}`);
    if (begins) {
      const everywhere = word.length >= MIN_PREFIX;
      this.#look(word, 1, scores, { prefix: everywhere });
      if (!everywhere) this.#look(word, 1, scores, { prefix: true, fields: ['0'] });
      yield;
    }
    const parts = this.#partsOf(word);
    for (let number = 0; number < parts.length; number++) {
      const [term, weight] = parts[number]!;
      this.#look(term, weight, scores);
      if (number % TERMS_A_STEP === TERMS_A_STEP - 1) yield;
    }
    if (begins || parts.length >= FEW || word.length < MIN_TYPO) return scores;
    for (const swapped of swapsOf(word)) if (this.#terms.has(swapped)) this.#look(swapped, TYPO, scores);
    yield;
    this.#look(word, TYPO, scores, { fuzzy: word.length < MIN_TWO_TYPOS ? 1 : 2 });
    return scores;
  }

  #look(term: string, weight: number, scores: Float64Array, options: SearchOptions = {}): void {
    this.#engine.search(term, {
      ...options,
      boost: this.#boost,
      weights: { prefix: PREFIX, fuzzy: 1 },
      tokenize: (word) => [word],
      processTerm: (word) => word,
      // Each hit is noted here and none is kept: the engine would describe and sort thousands.
      filter: ({ id, score }) => {
        const place = id as number;
        if (score * weight > scores[place]!) scores[place] = score * weight;
        return false;
      },
    });
  }

  /** Terms that end with the word or a form of it, have it inside, or are another form, and how well they fit. */
  #partsOf(word: string): readonly (readonly [term: string, weight: number])[] {
    const found = new Map<string, number>();
    const stem = stemOf(word);
    const collect = (needle: string, weight: number): void => {
      for (let at = this.#lines.indexOf(needle); at >= 0 && found.size < MOST_PARTS;) {
        const start = this.#lines.lastIndexOf('\n', at) + 1;
        const end = this.#lines.indexOf('\n', at + 1);
        const term = this.#lines.slice(start, end);
        // What begins with the word is found already.
        if (start !== at && !found.has(term) && !term.startsWith(word)) found.set(term, weight);
        at = this.#lines.indexOf(needle, end);
      }
    };
    if (stem !== undefined && this.#terms.has(stem)) found.set(stem, FORM);
    if (word.length >= MIN_PART) collect(`${word}\n`, PART);
    if (stem !== undefined) collect(`${stem}\n`, PART);
    if (word.length >= MIN_INFIX) collect(word, INFIX);
    return [...found];
  }
}

/** The word with each two neighbours swapped: for the engine they are two errors, for people one. */
function swapsOf(word: string): readonly string[] {
  const swaps: string[] = [];
  for (let at = 0; at < word.length - 1; at++)
    if (word[at] !== word[at + 1])
      swaps.push(word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
  return swaps;
}

/** Makes the index of a long list in steps. */
export const makeLargeIndex = <T>(
  items: readonly T[],
  fields: readonly SearchField<T>[],
): Generator<undefined, WordIndex> => LargeIndex.make(items, fields);
