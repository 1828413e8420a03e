import type { OrgRef, Topic } from '../model/common.ts';
import type { Page, Problem } from '../model/page.ts';
import type { PostInput, PostPrefill, PostStep } from '../model/post-input.ts';
import type { Post, PostSource } from '../model/post.ts';
import type { CallOptions, WriteOptions } from './call-options.ts';

/** Several values of one property widen, several properties narrow. */
export interface PostsQuery {
  /** Words that title, teaser, text, tags or authors must contain; typing errors are forgiven where the source can. */
  readonly q?: string;
  /** Tags, whatever their case. */
  readonly tag?: readonly string[];
  /** Display names of authors. */
  readonly author?: readonly string[];
  /** Ids or names of sources. */
  readonly source?: readonly string[];
  /** Topic ids or labels; topics below them count. */
  readonly topic?: readonly string[];
  readonly size?: readonly string[];
  readonly maturity?: readonly string[];
  /** Only experience reports. */
  readonly report?: boolean;
  /** Posts that document this idea. */
  readonly idea?: string;
  /** What the reader has written, whatever its state. */
  readonly mine?: boolean;
  /** What waits for a moderator. */
  readonly queue?: boolean;
  /** Items a page, at least 1. Without it a source answers all it has, or its first page where it only gives pages. */
  readonly limit?: number;
  readonly cursor?: string;
}

/** Lists carry no full text where a source can leave it out; `get` does. */
export interface PostVocabulary {
  readonly topics: readonly Topic[];
  readonly orgs: readonly (OrgRef & { readonly id: string })[];
  /** Files a post and bytes a file. */
  readonly images: { readonly files: number; readonly bytes: number; readonly mediaTypes: readonly string[] };
  /** What a member publishes is read by somebody else first. */
  readonly moderated: boolean;
}

/** How a source of a hub does, in words of the one who can cure it (made from `problem` by the dictionaries). */
export interface SourceHealth {
  readonly source: PostSource;
  readonly state: 'good' | 'failing' | 'stopped' | 'waiting';
  /** RFC 3339 instants. */
  readonly lastSuccessAt?: string;
  readonly nextTryAt?: string;
  readonly items: number;
  readonly problem?: Problem;
}

/** Addresses of all that is published, for programs that follow it. */
export interface FeedUrls {
  readonly rss?: string;
  readonly atom?: string;
  readonly json?: string;
  readonly opml?: string;
}

/**
 * A source of posts, the newest first; those without a date come last. `list` is the minimum; every other method is a
 * capability, used where `can[]` allows it, too. Facets of a page: `tag`, `author`, `source`, `topic`, `size`,
 * `maturity`, `report` (value `yes`), as far as the source counts them.
 */
export interface PostsPort {
  list(query: PostsQuery, options?: CallOptions): Promise<Page<Post>>;
  /** One post with its full text. */
  get?(id: string, options?: CallOptions): Promise<Post>;
  vocabulary?(options?: CallOptions): Promise<PostVocabulary>;
  sources?(options?: CallOptions): Promise<readonly SourceHealth[]>;

  /** What the trial and practice record of an idea gives for a report. */
  prefill?(ideaId: string, options?: CallOptions): Promise<PostPrefill>;
  /** Makes a draft. */
  create?(input: PostInput, options?: WriteOptions): Promise<Post>;
  update?(id: string, input: PostInput, options?: WriteOptions): Promise<Post>;
  step?(id: string, step: PostStep, options?: WriteOptions): Promise<Post>;
  remove?(id: string, options?: WriteOptions): Promise<void>;
  /** Keeps a picture for a post that will name its id. `onProgress`: share of the bytes sent, 0 to 1. */
  attach?(
    file: File,
    details: { readonly alt: string },
    options?: WriteOptions & { readonly onProgress?: (share: number) => void },
  ): Promise<{ readonly id: string; readonly url: string }>;

  readonly feeds?: FeedUrls;

  /**
   * Calls back when a source that was too late for a list has answered: asked again, `list` has its posts. Gives what ends
   * it.
   */
  watch?(listener: () => void): () => void;
}
