import type { OrgRef, PersonRef, Topic, UntrustedHtml } from './common.ts';
import type { SourceRef } from './page.ts';

/** Where posts come from; the reader is told by name and by kind. */
export const POST_SOURCE_KINDS = ['feed', 'wordpress', 'drupal', 'mastodon', 'ghost', 'hub', 'static'] as const;
export type PostSourceKind = (typeof POST_SOURCE_KINDS)[number];

/** A source that posts come from. `label` or `title` is its name, `url` the page that readers may visit. */
export interface PostSource extends SourceRef {
  readonly title?: string;
  readonly kind?: PostSourceKind;
}

/** A picture of a post. Without `alt` it was sent without a description; an empty one says that it is decoration. */
export interface PostImage {
  readonly url: string;
  readonly alt?: string;
  /** Pixels, where the source tells: they reserve the room. */
  readonly width?: number;
  readonly height?: number;
}

/** The same story in another place. */
export interface AlsoOn {
  readonly url: string;
  readonly source: PostSource;
}

/** Chapters of an experience report, in the order in which they are read. */
export const REPORT_CHAPTERS = ['situation', 'approach', 'result', 'pitfalls', 'contact'] as const;
export type ReportChapter = (typeof REPORT_CHAPTERS)[number];

/**
 * What an experience report says in its chapters: text of the source, which may be HTML. `contact` may name addresses:
 * the authors have written them for the public.
 */
export type PostReport = Readonly<Partial<Record<ReportChapter, UntrustedHtml>>>;

/**
 * How large the municipality of a report is, by the classes of the BBSR: `rural` under 5,000 people, `small-town` under
 * 20,000, `medium-town` under 100,000, `city` from there; `county` for a Kreis, `state` for a Land or the federation.
 */
export const MUNICIPALITY_SIZES = ['rural', 'small-town', 'medium-town', 'city', 'county', 'state'] as const;
export type MunicipalitySize = (typeof MUNICIPALITY_SIZES)[number];

/** How far what a report tells of has come: planned, tried, evaluated, part of everyday work, taken over elsewhere. */
export const MATURITIES = ['planned', 'trial', 'evaluated', 'everyday', 'transfer'] as const;
export type Maturity = (typeof MATURITIES)[number];

/** Where a post of the hub stands: `pending` waits for a moderator, `scheduled` for its time. */
export const POST_STATES = ['draft', 'pending', 'returned', 'scheduled', 'published', 'withdrawn'] as const;
export type PostState = (typeof POST_STATES)[number];

/** What a caller may do with a post. */
export const POST_DEEDS = ['update', 'submit', 'publish', 'schedule', 'return', 'withdraw', 'delete'] as const;
export type PostDeed = (typeof POST_DEEDS)[number];

/** A post of a blog, of social media or of the hub (schema.org BlogPosting). */
export interface Post {
  /** Unique within its source. */
  readonly id: string;
  /** The page that the post stands on: http or https. Absent for items without a link. */
  readonly url?: string;
  /** Plain text; empty for a status without one. */
  readonly title: string;
  /** Plain text, at most 400 characters. */
  readonly teaser: string;
  /** The full text, if the source gives it: HTML, or Markdown where `format` says so. */
  readonly content?: UntrustedHtml;
  readonly format?: 'html' | 'markdown';
  /** Words to be read before the rest is opened (content warning). */
  readonly warning?: string;
  readonly image?: PostImage;
  readonly authors: readonly PersonRef[];
  /** RFC 3339 instant. Absent where the source gives none, or one that nobody can read. */
  readonly publishedAt?: string;
  readonly updatedAt?: string;
  /** The source's own words, at most 50. */
  readonly tags: readonly string[];
  readonly topics?: readonly Topic[];
  readonly org?: OrgRef;
  /** BCP 47. */
  readonly lang?: string;
  readonly source?: PostSource;
  /** The same story in other places, this one's own not among them. */
  readonly alsoOn?: readonly AlsoOn[];
  readonly report?: PostReport;
  readonly size?: MunicipalitySize;
  readonly maturity?: Maturity;
  /** The idea that it documents; `ideaTitle` as the caller may see it. */
  readonly ideaId?: string;
  readonly ideaTitle?: string;
  /** Words of the full text, where a list does not carry it; reading time is made of them. */
  readonly words?: number;
  /** The text is behind a password at its source. */
  readonly isProtected?: boolean;
  /** Name of the licence or its address, where the source grants one. */
  readonly licence?: string;

  /** Of posts of the hub that the caller may work on. */
  readonly state?: PostState;
  /** RFC 3339 instant at which a scheduled post comes out. */
  readonly publishAt?: string;
  /** What a moderator asked when returning it. */
  readonly question?: string;
  readonly body?: string;
  readonly chapters?: Readonly<Partial<Record<ReportChapter, string>>>;
  readonly images?: readonly (PostImage & { readonly id: string })[];
  readonly can?: readonly PostDeed[];
  readonly etag?: string;
}

/** Limits of posts that are written on the hub, in grapheme clusters. */
export const POST_LIMITS = {
  title: 120,
  teaser: 400,
  body: 20_000,
  chapter: 5_000,
  tags: 8,
  topics: 5,
  images: 10,
  alt: 300,
  question: 1_000,
} as const;
