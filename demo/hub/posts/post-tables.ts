import type { Generated, JSONColumnType } from 'kysely';
import type { PersonRef } from '../../../src/model/common.ts';
import type { PostReport, PostImage, PostState, ReportChapter } from '../../../src/model/post.ts';

/** What lists show of a post beside the columns of its row. */
export interface PostDocument {
  readonly image?: PostImage;
  readonly warning?: string;
  readonly licence?: string;
  readonly isProtected?: boolean;
  /** Of gathered posts, as their source names them. */
  readonly authors?: readonly PersonRef[];
  /** Of posts that were written here. */
  readonly images?: readonly { readonly id: string; readonly alt: string }[];
}

/** The full text of a post: what was gathered, or what was written here, in Markdown. */
export interface PostTexts {
  readonly content?: string;
  readonly format?: 'html' | 'markdown';
  readonly report?: PostReport;
  /** As its author wrote it; the row has one that is made of the text where there is none. */
  readonly teaser?: string;
  readonly body?: string;
  readonly chapters?: Readonly<Partial<Record<ReportChapter, string>>>;
}

/** One post, the hub's own (`sourceId` null) or gathered. */
export interface PostTable {
  id: string;
  ordinal: Generated<number>;
  /** The database's to say. */
  changed: Generated<string>;
  version: Generated<number>;
  sourceId: string | null;
  guid: string | null;
  state: PostState;
  orgId: string | null;
  personId: string | null;
  ideaId: string | null;
  lang: string | null;
  title: string;
  teaser: string;
  document: JSONColumnType<PostDocument>;
  texts: JSONColumnType<PostTexts>;
  tags: string[];
  topicIds: string[];
  authorNames: string[];
  size: string | null;
  maturity: string | null;
  isReport: boolean;
  words: number | null;
  url: string | null;
  storyUrl: string | null;
  storyTitle: string | null;
  announces: Generated<string[]>;
  cluster: string;
  searchText: string;
  contentHash: string | null;
  publishedAt: Date | null;
  modifiedAt: Date | null;
  publishAt: Date | null;
  question: string | null;
  seenAt: Date | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

declare module '../database/tables.ts' {
  interface Tables {
    post: PostTable;
  }
}
