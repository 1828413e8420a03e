import type { PostImage } from '../../../model/post.ts';

/** What a feed says, in one shape for RSS, RDF, Atom, CDF and JSON Feed; nothing of it is clean or to be believed. */
export interface Feed {
  readonly format: FeedFormat;
  /** Plain text. */
  readonly title: string;
  readonly id?: string;
  /** The page that the feed is about. */
  readonly url?: string;
  /** HTML. */
  readonly description?: string;
  readonly language?: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly image?: string;
  /** Epoch milliseconds of its last change. */
  readonly updated?: number;
  /** Minutes between two questions, as the feed asks for (`ttl`, `sy:updatePeriod`). */
  readonly ttl?: number;
  readonly licence?: string;
  /** Where older items are (RFC 5005, `next_url` of JSON Feed). */
  readonly next?: string;
  readonly items: readonly FeedItem[];
  /** Items beyond those that are read of one feed. */
  readonly left?: number;
}

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'cdf' | 'json';

export interface FeedItem {
  /** guid, Atom id or id of JSON Feed, as it is written. */
  readonly id?: string;
  /** http or https, absolute. */
  readonly url?: string;
  /** Plain text. */
  readonly title: string;
  /** HTML. */
  readonly summary?: string;
  /** HTML of the full text, where it is another than the summary. */
  readonly content?: string;
  /** Names; addresses are taken off. */
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** Epoch milliseconds. */
  readonly published?: number;
  readonly updated?: number;
  readonly image?: PostImage;
  readonly language?: string;
  readonly licence?: string;
  /** Content warning. */
  readonly warning?: string;
  /** `xml:base` of the text: what its relative addresses start from. */
  readonly base?: string;
}

/** Items that are read of one feed, and tags of one item. */
export const FEED_LIMITS = { items: 2000, tags: 50, authors: 20 } as const;
