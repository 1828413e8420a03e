import type { PostImage } from '../../../model/post.ts';

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'cdf' | 'json';

/** What an item says, and what a feed says of itself; nothing of it is clean or to be believed. */
export interface FeedItem {
  /** Plain text. */
  readonly title: string;
  /** guid, Atom id or id of JSON Feed, as it is written. */
  readonly id: string | undefined;
  /** Its page: http or https, absolute. */
  readonly url: string | undefined;
  /** HTML. */
  readonly summary: string | undefined;
  /** HTML of the full text. */
  readonly content: string | undefined;
  /** Names; addresses are taken off. */
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** Epoch milliseconds. */
  readonly published: number | undefined;
  readonly updated: number | undefined;
  readonly image: PostImage | undefined;
  readonly language: string | undefined;
  readonly licence: string | undefined;
  /** `xml:base` of the text: what its relative addresses start from. */
  readonly base: string | undefined;
}

/** A feed in one shape for RSS, RDF, Atom, CDF and JSON Feed. */
export interface Feed extends FeedItem {
  readonly format: FeedFormat;
  readonly items: readonly FeedItem[];
  /** Items beyond those that are read of one feed. */
  readonly left: number;
}
