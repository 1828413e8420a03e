import type { Generated, JSONColumnType } from 'kysely';
import type { IdeaReach, IdeaStage, Need, Trial } from '../../../src/model/idea.ts';
import type { Visibility } from '../../../src/model/common.ts';

/** A need as it is kept: who meets it is a person's id. */
export interface KeptNeed extends Omit<Need, 'filledBy'> {
  readonly filledBy?: string;
}

/** What the hub keeps of an idea beside what lists filter, sort and count by. Persons are ids. */
export interface IdeaDocument {
  readonly summary: string;
  readonly body?: string;
  readonly problem?: string;
  readonly benefitFor?: string;
  readonly firstStep?: string;
  readonly tags: readonly string[];
  readonly needs: readonly KeptNeed[];
  readonly place?: { readonly name: string };
  readonly attachmentIds: readonly string[];
  readonly eventId?: string;
  readonly lang: string;
  readonly answer?: { readonly text: string; readonly by: string; readonly at: string; readonly promisedFor?: string };
  readonly trial?: Trial;
  readonly pastTrials?: readonly Trial[];
  readonly adoption?: { readonly contact: string; readonly effort: string };
  readonly practice?: {
    readonly url?: string;
    readonly postId?: string;
    readonly checklist: readonly string[];
    readonly effort?: string;
    readonly legalBasis?: string;
    readonly cost?: string;
    readonly contact: string;
    readonly licence?: string;
  };
  /** What a take-over does differently. */
  readonly changes?: string;
  /** What people have been reminded of already, such as `trial-past:2026-07-01`. */
  readonly reminded?: readonly string[];
}

/** The two ideas of a merge: the one that becomes part, and the one that it becomes part of. */
export type MergeSide = 'from' | 'into';

/** A step that waits for consent. */
export interface KeptPending {
  readonly to: 'merged' | 'adopted';
  readonly at: string;
  readonly by: string | null;
  readonly into?: string;
  readonly reason?: string;
  /** Which ideas of a merge have agreed. */
  readonly consents?: readonly MergeSide[];
  /** Authors of the idea `into` and its organisation: who is asked must see what they are asked about. */
  readonly intoAuthorIds?: readonly string[];
  readonly intoOrgId?: string | null;
  readonly adoption?: { readonly contact: string; readonly effort: string };
}

export interface IdeaTable {
  id: string;
  version: Generated<number>;
  stage: IdeaStage;
  reach: IdeaReach;
  visibility: Visibility;
  orgId: string | null;
  unit: string | null;
  createdBy: string | null;
  anonymous: Generated<boolean>;
  secretHash: string | null;
  authorIds: Generated<string[]>;
  orgIds: Generated<string[]>;
  topicIds: Generated<string[]>;
  needKinds: Generated<string[]>;
  title: string;
  document: JSONColumnType<IdeaDocument>;
  patronId: string | null;
  question: string | null;
  reason: string | null;
  pending: JSONColumnType<KeptPending> | null;
  mergedInto: string | null;
  adaptedFrom: string | null;
  supports: Generated<number>;
  usefulHere: Generated<number>;
  joins: Generated<number>;
  comments: Generated<number>;
  helpOffers: Generated<number>;
  followers: Generated<number>;
  adoptions: Generated<number>;
  held: Generated<number>;
  searchText: string;
  releasedAt: Date | null;
  activeAt: Generated<Date>;
  remindedAt: Date | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export interface IdeaHistoryTable {
  id: Generated<number>;
  ideaId: string;
  at: Generated<Date>;
  personId: string | null;
  action: string;
  fromStage: string | null;
  toStage: string | null;
  note: string | null;
}

declare module '../database/tables.ts' {
  interface Tables {
    idea: IdeaTable;
    ideaHistory: IdeaHistoryTable;
  }
}
