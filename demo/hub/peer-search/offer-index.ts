import type { PeerView } from './peer-view.ts';

/** An offer as it is read: the widest level that sees it, direction, topic, form, last day. */
export type ReadOffer = readonly [number, string, string, string, string];

/** Offers that are alike in all that a list is narrowed by. */
export interface OfferKind {
  readonly direction: string;
  readonly topic: string;
  readonly form: string;
}

interface Kind extends OfferKind {
  readonly level: number;
  readonly until: string;
}

/** What people of the index offer and seek, in memory: a database takes many times as long to count it. */
export class OfferIndex {
  readonly #numbers = new Map<string, number>();
  readonly #kinds: Kind[] = [];
  /** Numbers of kinds by the ordinal of whose offers they are. */
  readonly #offers = new Map<number, readonly number[]>();

  put(ordinal: number, offers: readonly ReadOffer[]): void {
    if (offers.length === 0) this.#offers.delete(ordinal);
    else
      this.#offers.set(
        ordinal,
        offers.map((offer) => this.#numberOf(offer)),
      );
  }

  remove(ordinal: number): void {
    this.#offers.delete(ordinal);
  }

  #numberOf([level, direction, topic, form, until]: ReadOffer): number {
    const key = `${level} ${direction} ${form} ${until} ${topic}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#kinds.push({ level, direction, topic, form, until }) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  /** Every offer that stands today and its reader may see. */
  #each(view: PeerView, today: string, visit: (number: number, kind: Kind, ordinal: number) => void): void {
    for (const [ordinal, numbers] of this.#offers) {
      if (!view.everybody.has(ordinal)) continue;
      const seen = view.levelOf(ordinal);
      for (const number of numbers) {
        const kind = this.#kinds[number]!;
        if (kind.level <= seen && kind.until >= today) visit(number, kind, ordinal);
      }
    }
  }

  /** How many there are of each kind. Topics that are not `known` count as one, without a name. */
  count(
    view: PeerView,
    today: string,
    known: ReadonlySet<string>,
  ): readonly (OfferKind & { readonly count: number })[] {
    const counts = new Uint32Array(this.#kinds.length);
    this.#each(view, today, (number) => (counts[number]! += 1));
    const groups = new Map<string, OfferKind & { count: number }>();
    counts.forEach((count, number) => {
      if (count === 0) return;
      const { direction, form, topic: said } = this.#kinds[number]!;
      const topic = known.has(said) ? said : '';
      const key = `${direction} ${form} ${topic}`;
      const group = groups.get(key);
      if (group) group.count += count;
      else groups.set(key, { direction, form, topic, count });
    });
    return [...groups.values()];
  }

  /** Ordinals of who has an offer of a kind. */
  whoHas(view: PeerView, today: string, isWanted: (kind: OfferKind) => boolean): readonly number[] {
    const found = new Set<number>();
    this.#each(view, today, (_number, kind, ordinal) => {
      if (isWanted(kind)) found.add(ordinal);
    });
    return [...found];
  }
}
