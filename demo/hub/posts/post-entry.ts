import { foldText } from '../../../src/model/fold-text.ts';
import { POST_FACETS, tagKey, type PostFacet } from '../../../src/model/post-filter.ts';
import type { HubConfig } from '../config/config.ts';
import type { Directory } from '../directory/directory.ts';

/** Id under which the hub's own posts are counted. */
export const OWN_SOURCE = 'hub';

/** One value of a facet. Posts that have it share the object, so that counting is adding one. */
export interface Token {
  readonly value: string;
  count: number;
}

/** Values by facet and key, each once. */
export class Tokens {
  readonly #tokens: ReadonlyMap<PostFacet, Map<string, Token>> = new Map(
    POST_FACETS.map((facet) => [facet, new Map()]),
  );

  /** The value under a key; `value` is how it is written, if it is new. */
  of(facet: PostFacet, key: string, value: string): Token {
    const tokens = this.#tokens.get(facet)!;
    let token = tokens.get(key);
    if (!token) tokens.set(key, (token = { value, count: 0 }));
    return token;
  }

  find(facet: PostFacet, key: string): Token | undefined {
    return this.#tokens.get(facet)?.get(key);
  }

  all(facet: PostFacet): Iterable<Token> {
    return this.#tokens.get(facet)!.values();
  }

  reset(): void {
    for (const tokens of this.#tokens.values()) for (const token of tokens.values()) token.count = 0;
  }
}

/** Instant of posts without one: they come last. A number, since it stands in cursors. */
export const UNDATED = Number.MIN_SAFE_INTEGER;

/** A row as an entry is made of it. */
export interface EntryRow {
  readonly ordinal: number;
  readonly id: string;
  readonly sourceId: string | null;
  readonly personId: string | null;
  readonly ideaId: string | null;
  readonly cluster: string;
  /** Epoch ms. */
  readonly at: number | null;
  readonly tags: readonly string[];
  readonly topicIds: readonly string[];
  readonly authorNames: readonly string[];
  /** The name of the person who wrote it here. */
  readonly displayName: string | null;
  readonly size: string | null;
  readonly maturity: string | null;
  readonly isReport: boolean;
}

/** A post as lists order, narrow and count it. */
export interface Entry {
  readonly ordinal: number;
  readonly id: string;
  readonly at: number;
  readonly own: boolean;
  readonly personId: string | null;
  readonly ideaId: string | null;
  readonly cluster: string;
  /** Values by facet, in the order of `POST_FACETS`. */
  readonly values: readonly (readonly Token[])[];
  /** All posts of its story, where there are several. */
  story?: readonly Entry[];
}

/** Newest first; those without a date last. */
export const isBefore = (a: Pick<Entry, 'at' | 'id'>, b: Pick<Entry, 'at' | 'id'>): boolean =>
  a.at > b.at || (a.at === b.at && a.id > b.id);

export type EntrySurroundings = {
  readonly directory: Directory;
  readonly config: Pick<HubConfig, 'language'>;
};

/** The topic itself and those above it. */
function topicsOf({ directory }: EntrySurroundings, ids: readonly string[]): readonly string[] {
  const all = new Set<string>();
  for (const id of ids) {
    for (
      let next: string | undefined = id;
      next !== undefined && !all.has(next);
      next = directory.topicOf(next).broader
    ) {
      all.add(next);
    }
  }
  return [...all];
}

export function entryOf(around: EntrySurroundings, tokens: Tokens, row: EntryRow): Entry {
  const several = (facet: PostFacet, words: readonly string[], keyOf: (word: string) => string): Token[] => [
    ...new Set(words.map((word) => tokens.of(facet, keyOf(word), word))),
  ];
  const one = (facet: PostFacet, value: string | null): Token[] =>
    value === null ? [] : [tokens.of(facet, value, value)];
  const names = row.displayName === null ? row.authorNames : [row.displayName, ...row.authorNames];
  return {
    ordinal: row.ordinal,
    id: row.id,
    at: row.at === null ? UNDATED : Math.round(row.at),
    own: row.sourceId === null,
    personId: row.personId,
    ideaId: row.ideaId,
    cluster: row.cluster,
    values: [
      several('tag', row.tags, tagKey),
      several('author', names, foldText),
      one('source', row.sourceId ?? OWN_SOURCE),
      topicsOf(around, row.topicIds).map((id) => tokens.of('topic', id, id)),
      one('size', row.size),
      one('maturity', row.maturity),
      one('report', row.isReport ? 'yes' : null),
    ],
  };
}
