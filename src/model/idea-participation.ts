import type { OrgRef, PersonRef } from './common.ts';
import type { HelpKind, HelpSize } from './idea.ts';

export const HELP_STATES = ['offered', 'accepted', 'declined', 'withdrawn', 'done'] as const;
export type HelpState = (typeof HELP_STATES)[number];

/** `useful-here` says that the supporter's own administration has the same problem. */
export const SUPPORT_LEVELS = ['interesting', 'useful-here', 'i-join'] as const;
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

/** How a supporter is shown to others. */
export const SUPPORT_SHOWN = ['name', 'org', 'count-only'] as const;
export type SupportShown = (typeof SUPPORT_SHOWN)[number];

/** `concern` is where doubt belongs: there are no votes against an idea. */
export const COMMENT_KINDS = ['comment', 'question', 'concern', 'experience', 'answer'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

export const COMMENT_STATES = ['visible', 'pending', 'hidden', 'removed'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

export const REACTIONS = ['thanks', 'insight', 'heart'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** Who supports, as far as they show themselves. */
export interface IdeaSupport {
  readonly level: SupportLevel;
  readonly person?: PersonRef;
  readonly org?: OrgRef;
  readonly note?: string;
  readonly at: string;
}

export interface HelpOffer {
  readonly id: string;
  readonly ideaId: string;
  readonly kinds: readonly HelpKind[];
  readonly hours?: HelpSize;
  /** Seen by the idea's authors and who offers; others see kinds and hours. */
  readonly text?: string;
  readonly person?: PersonRef;
  readonly state: HelpState;
  readonly thanks?: string;
  readonly createdAt: string;
  /** `accept`, `decline`, `done`, `withdraw`, `thank`. */
  readonly can: readonly string[];
}

export interface IdeaComment {
  readonly id: string;
  readonly ideaId: string;
  readonly parentId?: string;
  readonly kind: CommentKind;
  /** Markdown subset; empty where it was removed or is hidden from the reader. */
  readonly body: string;
  readonly author?: PersonRef;
  readonly anonymous?: boolean;
  readonly state: CommentState;
  /** Why a moderator hid it. */
  readonly reason?: string;
  readonly mentions?: readonly PersonRef[];
  readonly reactions?: Readonly<Partial<Record<Reaction, number>>>;
  readonly me?: { readonly reactions?: readonly Reaction[] };
  readonly createdAt: string;
  readonly editedAt?: string;
  readonly etag?: string;
  /** `update`, `remove`, `hide`, `show`, `reply`, `react`, `report`. */
  readonly can: readonly string[];
}
