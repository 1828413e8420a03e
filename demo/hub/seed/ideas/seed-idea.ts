import type { NotificationKind } from '../../../../src/model/account.ts';
import type {
  CommentKind,
  HelpState,
  Reaction,
  SupportLevel,
  SupportShown,
} from '../../../../src/model/idea-participation.ts';
import type { HelpKind, HelpSize, IdeaReach, IdeaStage, Indicator, TrialResult } from '../../../../src/model/idea.ts';

/** A trial told by days from the one that the hub is seeded on; negative days have passed. */
export interface SeedTrial {
  readonly hypothesis: string;
  readonly place: string;
  readonly from: number;
  readonly until: number;
  readonly indicators?: readonly Indicator[];
  readonly result?: TrialResult;
  readonly learned?: string;
}

/** One step on the way, so many days ago. Without `by` it is the first author; `null` is the hub itself. */
export interface SeedStep {
  readonly to: IdeaStage;
  readonly ago: number;
  readonly by?: string | null;
  readonly note?: string;
}

export interface SeedComment {
  readonly by: string;
  readonly ago: number;
  readonly kind?: CommentKind;
  readonly text: string;
  readonly hidden?: string;
  readonly reactions?: readonly (readonly [person: string, reaction: Reaction])[];
  readonly replies?: readonly Omit<SeedComment, 'replies'>[];
}

export interface SeedHelp {
  readonly by: string;
  readonly ago: number;
  readonly kinds: readonly HelpKind[];
  readonly hours?: HelpSize;
  readonly text?: string;
  readonly state?: HelpState;
  readonly thanks?: string;
}

export interface SeedSupport {
  readonly by: string;
  readonly level: SupportLevel;
  readonly shown?: SupportShown;
  readonly note?: string;
}

/** One idea of the fictional network. People are named by their key, ideas by theirs. */
export interface SeedIdea {
  /** Names the idea for ever, in its id and in links to it. */
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly body?: string;
  readonly problem?: string;
  readonly benefitFor?: string;
  readonly firstStep?: string;
  readonly org: string;
  /** Further organisations that take part. */
  readonly with?: readonly string[];
  readonly unit?: string;
  readonly reach: IdeaReach;
  /** Empty: without a name. */
  readonly authors: readonly string[];
  readonly topics?: readonly string[];
  readonly tags?: readonly string[];
  readonly needs?: readonly { readonly kind: HelpKind; readonly text?: string; readonly filledBy?: string }[];
  readonly place?: string;
  /** Days since it was begun. */
  readonly begun: number;
  readonly way: readonly SeedStep[];
  readonly patron?: string;
  readonly question?: string;
  readonly reason?: string;
  readonly answer?: { readonly by: string; readonly ago: number; readonly text: string; readonly promisedIn?: number };
  readonly trial?: SeedTrial;
  readonly pastTrials?: readonly SeedTrial[];
  readonly adoption?: { readonly contact: string; readonly effort: string };
  readonly practice?: {
    readonly checklist: readonly string[];
    readonly effort?: string;
    readonly legalBasis?: string;
    readonly cost?: string;
    readonly contact: string;
    readonly licence?: string;
  };
  readonly adaptedFrom?: string;
  readonly changes?: string;
  readonly mergedInto?: string;
  /** It waits for its organisation to confirm that it is everyday work. */
  readonly asksForAdoption?: { readonly ago: number; readonly contact: string; readonly effort: string };
  readonly supports?: readonly SeedSupport[];
  readonly followers?: readonly string[];
  readonly help?: readonly SeedHelp[];
  readonly comments?: readonly SeedComment[];
}

/** What one of the demo's people finds as new. */
export interface SeedNews {
  readonly to: string;
  readonly kind: NotificationKind;
  readonly by?: string;
  readonly idea: string;
  readonly text?: string;
  readonly ago: number;
  readonly read?: boolean;
}
