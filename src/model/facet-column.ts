import type { FacetCount } from './page.ts';

/** Values told at most of one property; nobody looks through more of them. */
const MOST_VALUES = 300;

/**
 * One property of a long list, which values each item has, as numbers: a list of 20,000 is counted anew with each letter
 * that somebody types.
 */
export class FacetColumn {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  /** Values of all items one behind the other; `#ends` tells where those of an item end. */
  readonly #values: number[] = [];
  readonly #ends: number[] = [];
  readonly #labels = new Map<string, string>();

  /** Values of the next item, each once. */
  add(values: Iterable<string>): void {
    for (const value of new Set(values)) this.#values.push(this.#numberOf(value));
    this.#ends.push(this.#values.length);
  }

  /** Name of a value for people; the first that is told stands. */
  label(value: string, label: string): void {
    if (!this.#labels.has(value)) this.#labels.set(value, label);
  }

  /** Marks for `has`, one a value. */
  choose(values: readonly string[]): Uint8Array {
    const numbers = values.map((value) => this.#numberOf(value));
    const chosen = new Uint8Array(this.#names.length);
    for (const number of numbers) chosen[number] = 1;
    return chosen;
  }

  /** Whether an item has one of the chosen values. */
  has(position: number, chosen: Uint8Array): boolean {
    const end = this.#ends[position]!;
    for (let at = position ? this.#ends[position - 1]! : 0; at < end; at++) if (chosen[this.#values[at]!]) return true;
    return false;
  }

  /** Room for `count`. */
  counter(): Uint32Array {
    return new Uint32Array(this.#names.length);
  }

  count(position: number, into: Uint32Array): void {
    const end = this.#ends[position]!;
    for (let at = position ? this.#ends[position - 1]! : 0; at < end; at++) into[this.#values[at]!]!++;
  }

  /** Values that somebody has, and those that were chosen; the most frequent first, then by name. */
  facet(counts: Uint32Array, chosen?: Uint8Array): readonly FacetCount[] {
    const facet: FacetCount[] = [];
    for (let number = 0; number < this.#names.length; number++) {
      const value = this.#names[number]!;
      const count = counts[number] ?? 0;
      if (count === 0 && !chosen?.[number]) continue;
      const label = this.#labels.get(value);
      facet.push({ value, count, ...(label ? { label } : {}) });
    }
    facet.sort((a, b) => b.count - a.count || compareText(a.label ?? a.value, b.label ?? b.value));
    return facet.filter(({ value }, rank) => rank < MOST_VALUES || chosen?.[this.#numbers.get(value)!]);
  }

  #numberOf(value: string): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#names.push(value) - 1;
      this.#numbers.set(value, number);
    }
    return number;
  }
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
