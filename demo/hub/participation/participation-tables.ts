import type { Generated } from 'kysely';

export interface IdeaSupportTable {
  ideaId: string;
  personId: string;
  /** The supporter's organisation at that time. */
  orgId: string | null;
  level: string;
  shown: string;
  note: string | null;
  at: Generated<Date>;
}

export interface IdeaFollowTable {
  ideaId: string;
  personId: string;
  at: Generated<Date>;
}

export interface IdeaCommentTable {
  id: string;
  ideaId: string;
  parentId: string | null;
  /** null where somebody said it without a name. */
  personId: string | null;
  version: Generated<number>;
  kind: string;
  body: string;
  state: string;
  reason: string | null;
  mentionIds: Generated<string[]>;
  createdAt: Generated<Date>;
  editedAt: Date | null;
}

export interface CommentReactionTable {
  commentId: string;
  personId: string;
  reaction: string;
}

export interface HelpOfferTable {
  id: string;
  ideaId: string;
  personId: string;
  kinds: string[];
  hours: string | null;
  text: string | null;
  state: string;
  thanks: string | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export interface ReportTable {
  id: string;
  objectType: string;
  objectId: string;
  ideaId: string;
  personId: string | null;
  reason: string;
  createdAt: Generated<Date>;
  settledAt: Date | null;
  settledBy: string | null;
  settledNote: string | null;
}

declare module '../database/tables.ts' {
  interface Tables {
    ideaSupport: IdeaSupportTable;
    ideaFollow: IdeaFollowTable;
    ideaComment: IdeaCommentTable;
    commentReaction: CommentReactionTable;
    helpOffer: HelpOfferTable;
    report: ReportTable;
  }
}
