import type { HelpKind, IdeaReach, IdeaStage, Indicator, Practice, Trial, TrialResult } from './idea.ts';

/** What a form sends. Absent leaves as it is (change) or empty (new); `null` empties. */
export interface IdeaInput {
  readonly title?: string;
  readonly summary?: string;
  readonly body?: string | null;
  readonly problem?: string | null;
  readonly benefitFor?: string | null;
  readonly firstStep?: string | null;
  readonly reach?: IdeaReach;
  readonly topicIds?: readonly string[];
  readonly tags?: readonly string[];
  readonly needs?: readonly { readonly kind: HelpKind; readonly text?: string }[];
  readonly place?: { readonly name: string } | null;
  /** Organisation it belongs to; default the author's own. Strangers name it. */
  readonly orgId?: string;
  readonly attachmentIds?: readonly string[];
  readonly eventId?: string | null;
  /** New ideas: the session of a camp that it comes from, which then names the idea. */
  readonly sessionId?: string;
  readonly lang?: string;
}

/** A step on an idea's way, with what it needs (see `STEP_FIELDS` in `idea-life.ts`). */
export interface TransitionInput {
  readonly to: IdeaStage;
  /** A question (returned), a reason (parked, declined, withdrawn, merged, reopened), or a remark. */
  readonly note?: string;
  /** Person id of the Patin/Pate (teaming). */
  readonly patronId?: string;
  readonly trial?: Omit<Trial, 'result' | 'learned'>;
  /** evaluated */
  readonly result?: TrialResult;
  /** evaluated, stopped */
  readonly learned?: string;
  readonly indicators?: readonly Indicator[];
  /** adopted */
  readonly adoption?: { readonly contact: string; readonly effort: string };
  /** documented; the contact is a person id, by default the author. */
  readonly practice?: Omit<Practice, 'contact'> & { readonly contactId?: string };
  /** merged: id of the idea that this one becomes part of. */
  readonly into?: string;
}

/** What another administration starts with. */
export interface TakeOverInput {
  readonly title?: string;
  readonly summary?: string;
  readonly orgId?: string;
  readonly reach?: IdeaReach;
  readonly trial: Omit<Trial, 'result' | 'learned'>;
  /** What will be done differently, in words. */
  readonly changes?: string;
}
