import type { OrgRef, PersonRef, Topic, Visibility } from './common.ts';
import type { SupportLevel, SupportShown } from './idea-participation.ts';
import type { SourceRef } from './page.ts';

/** Where an idea stands (schema.org creativeWorkStatus). What leads from one to the next: `idea-life.ts`. */
export const IDEA_STAGES = [
  'draft',
  'submitted',
  'returned',
  'open',
  'teaming',
  'trying',
  'evaluated',
  'adopted',
  'documented',
  'transfer',
  'parked',
  'stopped',
  'declined',
  'merged',
  'withdrawn',
] as const;
export type IdeaStage = (typeof IDEA_STAGES)[number];

/** The way of an idea that goes well, in its order: what a board has columns for and a page draws as a line. */
export const IDEA_PATH: readonly IdeaStage[] = [
  'submitted',
  'open',
  'teaming',
  'trying',
  'evaluated',
  'adopted',
  'documented',
  'transfer',
];

/** Within one administration, between administrations, with civil society. Each is seen by more people than the one before. */
export const IDEA_REACHES = ['within', 'between', 'civil'] as const;
export type IdeaReach = (typeof IDEA_REACHES)[number];

/** What somebody can need or give. */
export const HELP_KINDS = [
  'knowledge',
  'time',
  'room',
  'budget',
  'legal',
  'it',
  'design',
  'data',
  'test-site',
  'pilot-users',
  'contact',
  'moderation',
  'decision-maker',
  'documentation',
] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

/** Hours of help: one, two to five, a day, more. */
export const HELP_SIZES = ['1', '2-5', 'day', 'more'] as const;
export type HelpSize = (typeof HELP_SIZES)[number];

export const TRIAL_RESULTS = ['works', 'partly', 'not'] as const;
export type TrialResult = (typeof TRIAL_RESULTS)[number];

/** Longest texts and lists, texts in grapheme clusters. */
export const IDEA_LIMITS = {
  titleMin: 10,
  title: 120,
  summary: 280,
  body: 10_000,
  problem: 1000,
  benefitFor: 1000,
  firstStep: 1000,
  authors: 10,
  orgs: 20,
  topics: 5,
  tags: 8,
  tag: 40,
  needs: 10,
  needText: 140,
  place: 200,
  attachments: 5,
  alt: 300,
  comment: 4000,
  supportNote: 280,
  helpText: 500,
  helpKinds: 4,
  thanks: 280,
  note: 1000,
  answer: 2000,
  hypothesis: 500,
  learned: 2000,
  indicators: 5,
  indicatorName: 80,
  indicatorUnit: 20,
  checklist: 20,
  checklistItem: 200,
  legalBasis: 300,
  effort: 300,
  cost: 300,
} as const;

/** What an idea lacks (schema.org Demand). */
export interface Need {
  readonly kind: HelpKind;
  readonly text?: string;
  /** Who meets it. */
  readonly filledBy?: PersonRef;
}

export interface IdeaPlace {
  readonly name: string;
  /** WGS 84 degrees. */
  readonly lat?: number;
  readonly lon?: number;
  /** Official municipality key. */
  readonly ags?: string;
}

/** A picture or file (schema.org encoding). */
export interface Attachment {
  readonly id: string;
  readonly url: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
  /** What a picture shows; always there for pictures. */
  readonly alt?: string;
}

/** Something counted or measured before and after a trial. */
export interface Indicator {
  readonly name: string;
  readonly unit?: string;
  readonly before?: number;
  readonly after?: number;
}

/** An idea tried in practice (schema.org Action). `start` and `end` are plain dates, `end` the last day. */
export interface Trial {
  readonly hypothesis: string;
  readonly place: string;
  readonly start: string;
  readonly end: string;
  readonly indicators: readonly Indicator[];
  readonly result?: TrialResult;
  readonly learned?: string;
}

/** How others can do the same (schema.org HowTo). */
export interface Practice {
  readonly url?: string;
  readonly postId?: string;
  readonly checklist: readonly string[];
  readonly effort?: string;
  readonly legalBasis?: string;
  readonly cost?: string;
  readonly contact: PersonRef;
  /** SPDX name or words under which the material may be used again. */
  readonly licence?: string;
}

/** A responsible person's answer; `promisedFor` (plain date) says until when there will be one that stands. */
export interface IdeaAnswer {
  readonly text: string;
  readonly by: PersonRef;
  readonly at: string;
  readonly promisedFor?: string;
}

/** An idea named beside another. */
export interface IdeaRef {
  readonly id: string;
  readonly title: string;
  readonly stage?: IdeaStage;
  readonly org?: OrgRef;
}

/** What waits for somebody's consent: a merge for the authors of both, a use in everyday work for the organisation. */
export interface PendingStep {
  readonly to: 'merged' | 'adopted';
  readonly at: string;
  readonly by?: PersonRef;
  /** The idea that this one would become part of. */
  readonly into?: IdeaRef;
  readonly reason?: string;
}

/** One line of what happened (append-only). `note` is a reason, a question or a lesson in somebody's words. */
export interface HistoryEntry {
  readonly at: string;
  readonly by?: PersonRef;
  readonly action: string;
  readonly from?: IdeaStage;
  readonly to?: IdeaStage;
  readonly note?: string;
}

export interface IdeaCounts {
  readonly supports: number;
  /** Different organisations that have the same problem (`useful-here`). */
  readonly usefulHere: number;
  readonly joins: number;
  readonly comments: number;
  readonly helpOffers: number;
  readonly followers: number;
  readonly adoptions: number;
}

/** What the reader has to do with the idea. */
export interface IdeaMe {
  readonly support?: { readonly level: SupportLevel; readonly shown: SupportShown; readonly note?: string };
  readonly following?: boolean;
  readonly author?: boolean;
  readonly offered?: boolean;
}

/** An idea and its way (schema.org CreativeWork). Lists leave out `body`, `problem`, `history` and the like. */
export interface Idea {
  readonly id: string;
  readonly title: string;
  /** Plain text. */
  readonly summary: string;
  /** Markdown subset (`markdown.ts`); reaches the page through `<vr-rich-text>` only. */
  readonly body?: string;
  readonly problem?: string;
  readonly benefitFor?: string;
  readonly firstStep?: string;
  readonly reach?: IdeaReach;
  readonly stage: IdeaStage;
  /** The source's own word for a stage that is none of ours. */
  readonly stageLabel?: string;
  /** Empty for anonymous ideas. */
  readonly authors: readonly PersonRef[];
  readonly anonymous?: boolean;
  /** Organisations that take part; the first is where it began. */
  readonly orgs: readonly OrgRef[];
  readonly unit?: string;
  readonly topics: readonly Topic[];
  readonly tags: readonly string[];
  readonly needs: readonly Need[];
  readonly place?: IdeaPlace;
  readonly attachments: readonly Attachment[];
  readonly counts: IdeaCounts;
  readonly me?: IdeaMe;
  /** Patin/Pate: who opens doors. */
  readonly patron?: PersonRef;
  readonly team?: readonly PersonRef[];
  /** Organisations that say `useful-here` and may be named. */
  readonly usefulTo?: readonly OrgRef[];
  readonly answer?: IdeaAnswer;
  readonly trial?: Trial;
  /** Trials before the present one. */
  readonly pastTrials?: readonly Trial[];
  readonly practice?: Practice;
  readonly adoption?: { readonly contact: string; readonly effort: string };
  readonly links?: {
    readonly mergedInto?: IdeaRef;
    readonly adaptedFrom?: IdeaRef;
    readonly adaptations?: readonly IdeaRef[];
    /** Ideas that became part of this one. */
    readonly merged?: readonly IdeaRef[];
    readonly eventId?: string;
    readonly related?: readonly IdeaRef[];
  };
  readonly pending?: PendingStep;
  /** A merge that waits for the consent of this idea's authors. */
  readonly mergeRequests?: readonly IdeaRef[];
  /** What moderators ask (stage `returned`). */
  readonly question?: string;
  /** Why it rests, ended or was not taken up. */
  readonly reason?: string;
  readonly history?: readonly HistoryEntry[];
  /** Open reports, for moderators. */
  readonly reports?: number;
  /** Page of the source. */
  readonly url?: string;
  readonly source?: SourceRef;
  /** ETag of the answer it came with: `If-Match` of a change. */
  readonly etag?: string;
  readonly lang?: string;
  readonly visibility?: Visibility;
  readonly createdAt?: string;
  readonly updatedAt?: string;
  /** Last time that something happened to it (RFC 3339). */
  readonly activeAt?: string;
  /** What the reader may do: `update`, `support`, `comment`, `transition:<stage>` …, see `IDEA_ACTIONS`. */
  readonly can: readonly string[];
}

/**
 * Names in `can[]`, beside `transition:<stage>` for each stage that the reader may move it to now.
 * `confirm`: consent to the pending step; `refuse`: decline it. `moderate`: hide comments, settle reports, see the queue.
 */
export const IDEA_ACTIONS = [
  'update',
  'attach',
  'widen',
  'support',
  'follow',
  'comment',
  'offer-help',
  'answer-help',
  'answer',
  'confirm',
  'refuse',
  'merge',
  'take-over',
  'moderate',
  'report',
] as const;
export type IdeaAction = (typeof IDEA_ACTIONS)[number];

/** Something like what is being written: another idea, a practice, a meeting, somebody who knows. */
export interface SimilarItem {
  readonly kind: 'idea' | 'practice' | 'event' | 'peer';
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly stage?: IdeaStage;
  readonly org?: OrgRef;
  /** RFC 3339 instant or plain date (`event`). */
  readonly start?: string;
  readonly url?: string;
}
