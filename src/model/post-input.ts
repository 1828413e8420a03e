import type { Maturity, MunicipalitySize, PostDeed, ReportChapter } from './post.ts';

/** What somebody writes on the hub. Absent leaves as it is, an empty text takes away. Texts are Markdown (`markdown.ts`). */
export interface PostInput {
  readonly title?: string;
  readonly teaser?: string;
  /** The text of a post that is no report. */
  readonly body?: string;
  /** The chapters of an experience report, Markdown. A post is a report when one of them is filled. */
  readonly chapters?: Readonly<Partial<Record<ReportChapter, string>>>;
  readonly topics?: readonly string[];
  readonly tags?: readonly string[];
  readonly size?: MunicipalitySize | null;
  readonly maturity?: Maturity | null;
  /** Ids of uploads; the first is the post's picture. `alt` is required, an empty one says that it is decoration. */
  readonly images?: readonly { readonly id: string; readonly alt: string }[];
  readonly ideaId?: string | null;
  readonly orgId?: string;
  readonly lang?: string;
}

/** A step of a post: `schedule` needs `publishAt`, `return` a question in `note`, `withdraw` may have a reason. */
export interface PostStep {
  readonly to: Exclude<PostDeed, 'update' | 'delete'>;
  /** RFC 3339 instant. */
  readonly publishAt?: string;
  readonly note?: string;
}

/** What an idea has to say for a report, in the shape in which it is written; nothing of it is stored yet. */
export interface PostPrefill {
  readonly input: PostInput;
  readonly ideaTitle: string;
  /** Chapters that the idea had nothing for. */
  readonly missing: readonly ReportChapter[];
}
