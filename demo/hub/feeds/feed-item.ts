/** One thing that a feed tells of, whatever its form. */
export interface FeedItem {
  /** An address that never changes and names this alone (Atom: `id`); nobody has to be able to open it. */
  readonly id: string;
  /** The page to read it on. */
  readonly url?: string;
  readonly title: string;
  /** Plain text; a line each is a paragraph of its own. */
  readonly summary: string;
  /** The full text, HTML of our own making or of a source that allows it. */
  readonly html?: string;
  /** RFC 3339 instants. */
  readonly published?: string;
  readonly updated?: string;
  /** When it was first seen here: forms that must have a date take it where there is no other. */
  readonly seen?: string;
  readonly authors: readonly string[];
  readonly categories: readonly { readonly term: string; readonly label?: string }[];
  readonly image?: { readonly url: string; readonly alt?: string };
  /** BCP 47. */
  readonly language?: string;
  /** Who published it first, where that was somebody else. */
  readonly source?: { readonly title: string; readonly url?: string };
  /** Name or address of the licence. */
  readonly licence?: string;
}

/** What a feed says of itself. */
export interface FeedHead {
  readonly title: string;
  /** The page that shows the same. */
  readonly home: string;
  /** Where the feed itself is read. */
  readonly self: string;
  readonly language: string;
  /** Who answers for items that name nobody. */
  readonly author: string;
}

/** Before everything: the date of what has none, in forms that must have one. */
export const NO_DATE = '1970-01-01T00:00:00Z';

const HTTP = /^https?:\/\//i;
export const isWebAddress = (text: string | undefined): text is string => text !== undefined && HTTP.test(text);

/** When an item changed last. */
export const changedOf = ({ updated, published, seen }: FeedItem): string => updated ?? published ?? seen ?? NO_DATE;

/** When the latest of them changed: the same items give the same feed to the byte, and so the same ETag. */
export const changedAt = (items: readonly FeedItem[]): string =>
  items.reduce((latest, item) => (changedOf(item) > latest ? changedOf(item) : latest), NO_DATE);
