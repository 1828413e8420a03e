import { readCursor, writeCursor } from '../http/cursor.ts';
import { invalidFields } from '../http/http-problem.ts';
import type { Directory } from '../directory/directory.ts';
import { Bits } from './bits.ts';
import type { PeerIndex } from './peer-index.ts';
import type { MarkFacet } from './peer-text.ts';
import type { PeerView } from './peer-view.ts';
import { TIERS, type PeerHits } from './peer-words.ts';

export const PEER_FACETS = ['org', 'topic', 'language', 'direction', 'available'] as const;
export type PeerFacet = (typeof PEER_FACETS)[number];

/** What a list is narrowed by, as it comes in an address. */
export interface PeerFilter {
  readonly topic?: readonly string[];
  readonly org?: readonly string[];
  readonly language?: readonly string[];
  readonly direction?: readonly string[];
  readonly available?: boolean;
}

export interface FacetValue {
  readonly value: string;
  readonly label?: string;
  readonly count: number;
}

export interface PeerPage {
  /** Ids of persons in their order. */
  readonly ids: readonly string[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly facets: Readonly<Record<PeerFacet, readonly FacetValue[]>>;
}

/** A facet's chosen values, and everybody who has one of them. */
interface Choice {
  readonly values: readonly string[];
  readonly bits: Bits;
}
type Choices = Readonly<Partial<Record<PeerFacet, Choice>>>;

/** Lists and counts of one caller's view. Nothing here asks the database. */
export class PeerList {
  readonly #index: PeerIndex;
  readonly #view: PeerView;
  readonly #directory: Directory;
  readonly #hits: PeerHits | undefined;
  readonly #found: Bits;
  readonly #choices: Choices;
  readonly #topics = new Map<string, Bits>();

  constructor(index: PeerIndex, view: PeerView, directory: Directory, filter: PeerFilter, hits: PeerHits | undefined) {
    this.#index = index;
    this.#view = view;
    this.#directory = directory;
    this.#hits = hits;
    this.#found = hits ? Bits.of(hits.ordinals, index.room).intersect(view.everybody) : view.everybody;
    this.#choices = this.#chosen(filter);
  }

  /** @throws HttpProblem for a cursor of another list */
  page(limit: number, cursor: string | undefined): PeerPage {
    const passing = this.#passing();
    const { ids, nextCursor } = this.#hits
      ? this.#best(passing, this.#hits, limit, cursor)
      : this.#byName(passing, limit, cursor);
    return { ids, nextCursor, total: passing.count(), facets: this.#facets() };
  }

  /** Who is found and passes every choice, but that of one facet. */
  #passing(but?: PeerFacet): Bits {
    const passing = this.#found.clone();
    for (const facet of PEER_FACETS) {
      const choice = this.#choices[facet];
      if (choice && facet !== but) passing.intersect(choice.bits);
    }
    return passing;
  }

  #byName(passing: Bits, limit: number, cursor: string | undefined): Pick<PeerPage, 'ids' | 'nextCursor'> {
    const key = readCursor(cursor, ['string', 'string']);
    const from = key ? this.#index.placeAfter(String(key[0]), String(key[1])) : 0;
    const found = this.#walk((ordinal) => passing.has(ordinal), from, limit + 1);
    const last = this.#index.at(found[limit - 1] ?? -1);
    return {
      ids: this.#idsOf(found.slice(0, limit)),
      nextCursor: found.length > limit && last ? writeCursor([last.sortName, last.personId]) : null,
    };
  }

  /** The best hits first, those that are as good by name. */
  #best(
    passing: Bits,
    hits: PeerHits,
    limit: number,
    cursor: string | undefined,
  ): Pick<PeerPage, 'ids' | 'nextCursor'> {
    const key = readCursor(cursor, ['number', 'string', 'string']);
    const first = key ? Number(key[0]) : TIERS;
    if (!Number.isInteger(first) || first < 1 || first > TIERS) throw notOfThisList();
    const found: number[] = [];
    for (let tier = first; tier > 0 && found.length <= limit; tier -= 1) {
      const from = key && tier === first ? this.#index.placeAfter(String(key[1]), String(key[2])) : 0;
      const has = (ordinal: number): boolean => hits.tiers[ordinal] === tier && passing.has(ordinal);
      found.push(...this.#walk(has, from, limit + 1 - found.length));
    }
    const ordinal = found[limit - 1] ?? -1;
    const last = this.#index.at(ordinal);
    return {
      ids: this.#idsOf(found.slice(0, limit)),
      nextCursor:
        found.length > limit && last ? writeCursor([hits.tiers[ordinal] ?? 1, last.sortName, last.personId]) : null,
    };
  }

  #walk(has: (ordinal: number) => boolean, from: number, most: number): number[] {
    const { order } = this.#index;
    const found: number[] = [];
    for (let place = from; place < order.length && found.length < most; place += 1) {
      const ordinal = order[place]!;
      if (has(ordinal)) found.push(ordinal);
    }
    return found;
  }

  #idsOf(ordinals: readonly number[]): readonly string[] {
    return ordinals.flatMap((ordinal) => this.#index.at(ordinal)?.personId ?? []);
  }

  /** A topic stands for all below it. */
  #withTopic(id: string): Bits {
    let bits = this.#topics.get(id);
    if (!bits) {
      bits = new Bits(this.#index.room);
      for (const key of this.#directory.topicKeysWithin(id)) bits.unite(this.#view.having('topic', key));
      this.#topics.set(id, bits);
    }
    return bits;
  }

  #chosen(filter: PeerFilter): Choices {
    const choice = (values: readonly string[] | undefined, having: (value: string) => Bits): Choice | undefined => {
      if (!values || values.length === 0) return undefined;
      const bits = new Bits(this.#index.room);
      for (const value of values) bits.unite(having(value));
      return { values: [...new Set(values)], bits };
    };
    const by = (facet: MarkFacet) => (value: string) => this.#view.having(facet, value);
    const orgs = filter.org?.map((org) => this.#directory.orgKey(org));
    const topics = filter.topic?.map((topic) => this.#directory.topicKey(topic));
    const choices = {
      org: choice(orgs, (id) => this.#index.orgs.get(id) ?? new Bits()),
      topic: choice(topics, (id) => this.#withTopic(id)),
      language: choice(
        filter.language?.map((language) => language.trim().toLowerCase()),
        by('language'),
      ),
      direction: choice(filter.direction, by('direction')),
      available: choice(filter.available ? ['yes'] : undefined, by('available')),
    };
    return Object.fromEntries(Object.entries(choices).filter(([, one]) => one !== undefined));
  }

  /** Counts as if nothing had been chosen in the facet. Nobody is told of a value that only hidden fields have. */
  #facets(): PeerPage['facets'] {
    const whole = this.#passing();
    const within = (facet: PeerFacet): Bits => (this.#choices[facet] ? this.#passing(facet) : whole);
    const counted = (
      facet: PeerFacet,
      counts: ReadonlyMap<string, number>,
      label?: (value: string) => string | undefined,
    ): readonly FacetValue[] => {
      const all = new Map([...counts].filter(([, count]) => count > 0));
      for (const value of this.#choices[facet]?.values ?? []) if (!all.has(value)) all.set(value, 0);
      return [...all]
        .map(([value, count]) => {
          const text = label?.(value);
          return { value, count, ...(text !== undefined && { label: text }) };
        })
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    };
    const marked = (facet: Exclude<MarkFacet, 'entry' | 'topic'>): readonly FacetValue[] => {
      const base = within(facet);
      const values = this.#index.valuesOf(facet);
      return counted(facet, new Map(values.map((value) => [value, base.countWith(this.#view.having(facet, value))])));
    };
    const topics = within('topic');
    const topicIds = this.#index.valuesOf('topic').flatMap((id) => this.#withBroader(id));
    return {
      org: counted('org', this.#index.countOrgs(within('org'))),
      topic: counted(
        'topic',
        new Map([...new Set(topicIds)].map((id) => [id, topics.countWith(this.#withTopic(id))])),
        (id) => this.#directory.topicOf(id).label.de,
      ),
      language: marked('language'),
      direction: marked('direction'),
      available: marked('available'),
    };
  }

  #withBroader(id: string): readonly string[] {
    const ids: string[] = [];
    for (let next: string | undefined = id; next !== undefined && !ids.includes(next);) {
      ids.push(next);
      next = this.#directory.topicOf(next).broader;
    }
    return ids;
  }
}

const notOfThisList = (): Error =>
  invalidFields([{ field: 'cursor', code: 'format', message: 'is not a cursor of this list' }]);
