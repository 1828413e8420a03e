/** Where an item came from: one of the addresses an editor named in `src`. */
export interface SourceRef {
  /** Stable within one page: the address itself, or the hub's id of the source. */
  readonly id: string;
  /** The editor's own name for it (attribute `labels`), else what the source calls itself. */
  readonly label?: string;
  /** Where a reader can look at the source. */
  readonly url?: string;
}

/**
 * Something that went wrong with a part of an answer. It is data, not an exception: the good items are still there.
 * The text for people is made from `code` by the dictionaries; `detail` is the technical cause for those who can cure it.
 */
export interface Problem {
  readonly code: 'source-failed' | 'invalid-item' | 'unsupported-part' | 'limit-reached' | 'stale';
  /** Technical cause in English, without personal data, at most 300 characters. */
  readonly detail?: string;
  /** The kind of the failure when a whole source failed (see `BackendError`). */
  readonly kind?: string;
  /** `uid` or `id` of the item that is affected. */
  readonly item?: string;
  /** 1-based line in the source text, where there is one. */
  readonly line?: number;
  readonly source?: SourceRef;
  /** RFC 3339 instant: how old the data are that stand in for the failed ones (`stale`). */
  readonly since?: string;
}

/** How many items of the whole list have a value. */
export interface FacetCount {
  readonly value: string;
  /** The value's name, where it is not one of a closed list. */
  readonly label?: string;
  readonly count: number;
}

/** Counts by property, as if no choice had been made in that property. */
export type Facets = Readonly<Record<string, readonly FacetCount[]>>;

/** One page of a list. Partial failure is part of the result, so that one dead source never blanks a widget. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque cursor of the next page; absent on the last. */
  readonly next?: string;
  /** Number of items over all pages, where the source knows it. */
  readonly total?: number;
  readonly facets?: Facets;
  readonly problems: readonly Problem[];
}

/** A page without items. */
export const emptyPage = <T>(problems: readonly Problem[] = []): Page<T> => ({ items: [], problems });
