import type { Maturity, MunicipalitySize, PostState, ReportChapter } from '../../../../src/model/post.ts';

/** What one thing was before and after, as a pair of bars. */
export interface SeedBars {
  readonly before: number;
  readonly after: number;
}

/** One post of the fictional network. People are named by their key, ideas by theirs. */
export interface SeedPost {
  /** Names the post for ever, in its id and in links to it. */
  readonly key: string;
  readonly title: string;
  readonly teaser: string;
  /** The text of a post that is no report. */
  readonly body?: string;
  /** Of reports, Markdown. */
  readonly chapters?: Readonly<Partial<Record<ReportChapter, string>>>;
  readonly by: string;
  readonly org: string;
  /** The idea that it tells of. */
  readonly idea?: string;
  /** The practice of its idea names it as its report. */
  readonly isPractice?: true;
  readonly topics: readonly string[];
  readonly tags: readonly string[];
  readonly size?: MunicipalitySize;
  readonly maturity?: Maturity;
  /** Default: German. */
  readonly lang?: string;
  /** Default: published. */
  readonly state?: PostState;
  /** Days since it came out, or was handed in. */
  readonly ago: number;
  /** Days until a scheduled one comes out. */
  readonly in?: number;
  /** A chart of what was measured; its words tell the same. */
  readonly chart?: { readonly bars: readonly SeedBars[]; readonly alt: string };
}
