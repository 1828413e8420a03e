import { foldText, foldWords } from './fold-text.ts';
import { isWithinEdits } from './edit-distance.ts';

/** A part of an item that words are looked for in. What is found in a heavier one stands higher. */
export interface SearchField<T> {
  readonly weight: number;
  readonly text: (item: T) => string | undefined | readonly (string | undefined)[];
}

export interface SearchOptions {
  /** One word is enough; else each must be found. */
  readonly any?: boolean;
  /** Words that say nothing, folded. */
  readonly without?: ReadonlySet<string>;
}

export interface SearchHit<T> {
  readonly item: T;
  readonly score: number;
  /** How much of what the query says was found, 0 to 1; rare words say more. */
  readonly share: number;
}

/** How well a word fits: as a whole, its beginning, another form of it, a part of a compound, inside, misspelt. */
const WHOLE = 1;
const PREFIX = 0.7;
const FORM = 0.6;
const PART = 0.45;
const INFIX = 0.3;
const TYPO = 0.15;
/** Shortest words that may be the end of a compound, stand inside of one, or be misspelt. */
const MIN_PART = 3;
const MIN_INFIX = 4;
const MIN_TYPO = 4;
/** From this length on a word may have two errors. */
const MIN_TWO_TYPOS = 8;
const ITEMS_A_STEP = 50;
/** Fewer hits than this of a word that nothing begins with, and errors are looked for, too. */
const FEW = 3;

/** Where a term occurs: positions of items, and the weight of the best field at the same place. */
interface Postings {
  readonly items: number[];
  readonly weights: number[];
}

/**
 * An index of words for lists of up to some thousand items, in memory, without a library. German comes first: umlauts in
 * their three spellings are the same (`foldText`), a word is found inside of compounds and in its other forms, and letters
 * that were missed, doubled or swapped are forgiven where nothing else fits.
 */
export class TextIndex<T> {
  readonly #items: readonly T[];
  readonly #terms = new Map<string, Postings>();

  /** @param filled `false`: `inSteps` fills it */
  constructor(items: readonly T[], fields: readonly SearchField<T>[], filled = true) {
    this.#items = items;
    if (filled) for (const work = this.#fill(fields); !work.next().done;);
  }

  /** The same in steps, between which a page gets its turn. */
  static *inSteps<T>(items: readonly T[], fields: readonly SearchField<T>[]): Generator<undefined, TextIndex<T>> {
    const index = new TextIndex(items, fields, false);
    yield* index.#fill(fields);
    return index;
  }

  *#fill(fields: readonly SearchField<T>[]): Generator<undefined, void> {
    // Folding is what an index costs, and texts repeat their words.
    const known = new Map<string, readonly string[]>();
    for (let position = 0; position < this.#items.length; position++) {
      for (const { weight, text } of fields) {
        const value = text(this.#items[position]!);
        for (const part of typeof value === 'string' ? [value] : (value ?? []))
          for (const term of part ? termsOf(part, known) : []) this.#add(term, position, weight);
      }
      if (position % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    }
  }

  /** Items that have the words, the best first; of the same rank in their order. Without words: none. */
  search(query: string, { any = false, without }: SearchOptions = {}): readonly SearchHit<T>[] {
    const words = foldWords(query).filter((word) => !without?.has(word));
    if (!words.length) return [];
    const scores = new Float64Array(this.#items.length);
    const found = new Float64Array(this.#items.length);
    let missing: Uint8Array | undefined;
    let whole = 0;
    for (const word of words) {
      const { best, count } = this.#find(word);
      const rarity = Math.log(1 + this.#items.length / (count || 1));
      whole += rarity;
      missing ??= new Uint8Array(this.#items.length);
      for (const [position, quality] of best.entries()) {
        if (quality === 0) missing[position] = 1;
        else {
          scores[position]! += quality * rarity;
          found[position]! += rarity;
        }
      }
    }
    const hits: { item: T; score: number; share: number; position: number }[] = [];
    for (const [position, score] of scores.entries()) {
      if (score === 0 || (!any && missing?.[position])) continue;
      hits.push({ item: this.#items[position]!, score, share: found[position]! / whole, position });
    }
    return hits.sort((a, b) => b.score - a.score || a.position - b.position);
  }

  #add(term: string, position: number, weight: number): void {
    let postings = this.#terms.get(term);
    if (!postings) this.#terms.set(term, (postings = { items: [], weights: [] }));
    const last = postings.items.length - 1;
    if (postings.items[last] !== position) {
      postings.items.push(position);
      postings.weights.push(weight);
    } else if (weight > postings.weights[last]!) {
      postings.weights[last] = weight;
    }
  }

  /** How well each item has the word, and how many have it at all. */
  #find(word: string): { readonly best: Float64Array; readonly count: number } {
    const best = new Float64Array(this.#items.length);
    let count = 0;
    let spelt = false;
    const take = ({ items, weights }: Postings, quality: number): void => {
      for (let index = 0; index < items.length; index++) {
        const position = items[index]!;
        const score = quality * weights[index]!;
        if (best[position] === 0) count++;
        if (score > best[position]!) best[position] = score;
      }
    };
    const stem = stemOf(word);
    for (const [term, postings] of this.#terms) {
      const quality = qualityOf(term, word, stem);
      if (quality === 0) continue;
      spelt ||= quality >= PREFIX;
      take(postings, quality);
    }
    if (!spelt && count < FEW && word.length >= MIN_TYPO) {
      const errors = word.length < MIN_TWO_TYPOS ? 1 : 2;
      for (const [term, postings] of this.#terms) {
        if (isWithinEdits(term, word, 1)) take(postings, TYPO);
        else if (errors > 1 && isWithinEdits(term, word, 2)) take(postings, TYPO / 2);
      }
    }
    return { best, count };
  }
}

/** A hyphen may be part of a word. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\-‐‑]+/u;

/**
 * What the words of a text are looked up by, folded; of `Bürger-Beteiligung` its parts and the whole.
 * @param known words that were folded before
 */
export function termsOf(text: string, known: Map<string, readonly string[]>): readonly string[] {
  return text.split(BETWEEN_WORDS).flatMap((word) => {
    let terms = known.get(word);
    if (!terms) {
      const parts = foldText(word)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
      known.set(word, (terms = parts.length > 1 ? [...parts, parts.join('')] : parts));
    }
    return terms;
  });
}

/** A word without the ending of its case or number, or undefined where too little would be left. */
export const stemOf = (word: string): string | undefined => /^(.{4,}?)(?:ern|en|er|em|es|e|n|s)$/.exec(word)?.[1];

function qualityOf(term: string, word: string, stem: string | undefined): number {
  const at = term.indexOf(word);
  if (at === 0) return term.length === word.length ? WHOLE : PREFIX;
  if (term === stem) return FORM;
  if (at > 0 && word.length >= MIN_PART && at + word.length === term.length) return PART;
  if (stem && term.endsWith(stem)) return PART;
  return at > 0 && word.length >= MIN_INFIX ? INFIX : 0;
}
