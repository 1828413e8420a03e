import type { IdeaStage } from './idea.ts';

/**
 * Who moves an idea. `organisation`: organisers, moderators and admins of the idea's own organisation; `moderator`:
 * moderators and admins of it; `other-organisation`: a member of another administration; `system`: the hub by itself.
 */
export type IdeaActor = 'author' | 'patron' | 'moderator' | 'organisation' | 'other-organisation' | 'system';

/**
 * What a step needs before it is allowed. `content`: title, summary, reach. `support`: an accepted help offer or an
 * "I join". `consent`: of the authors of both ideas. `confirmation`: of the idea's organisation. `released`: it has been
 * open before; `unreleased`: it has not.
 */
export type StepNeed =
  | 'content'
  | 'question'
  | 'reason'
  | 'lesson'
  | 'support'
  | 'patron'
  | 'trial'
  | 'result'
  | 'adoption'
  | 'confirmation'
  | 'practice'
  | 'into'
  | 'consent'
  | 'take-over'
  | 'released'
  | 'unreleased';

export interface IdeaStep {
  readonly from: IdeaStage;
  readonly to: IdeaStage;
  readonly by: readonly IdeaActor[];
  readonly needs: readonly StepNeed[];
}

const step = (from: IdeaStage, to: IdeaStage, by: readonly IdeaActor[], ...needs: StepNeed[]): IdeaStep => ({
  from,
  to,
  by,
  needs,
});

/**
 * Every step there is; what is not here is refused. Whether somebody may take one is `stepsFor`'s to say, whether what it
 * needs is there the hub's.
 */
export const IDEA_STEPS: readonly IdeaStep[] = [
  step('draft', 'submitted', ['author'], 'content'),
  step('submitted', 'returned', ['moderator'], 'question'),
  step('submitted', 'open', ['moderator', 'system'], 'content'),
  step('returned', 'submitted', ['author'], 'content'),
  step('open', 'teaming', ['author'], 'support', 'patron'),
  step('teaming', 'trying', ['author', 'patron'], 'trial'),
  step('trying', 'evaluated', ['author'], 'result', 'lesson'),
  step('evaluated', 'trying', ['author'], 'trial'),
  step('evaluated', 'adopted', ['author'], 'adoption', 'confirmation'),
  step('adopted', 'documented', ['author'], 'practice'),
  step('adopted', 'transfer', ['other-organisation'], 'take-over'),
  step('documented', 'transfer', ['other-organisation'], 'take-over'),

  step('open', 'parked', ['author', 'moderator', 'system'], 'reason'),
  step('teaming', 'parked', ['author', 'moderator', 'system'], 'reason'),
  step('trying', 'parked', ['author', 'moderator', 'system'], 'reason'),
  step('teaming', 'stopped', ['author', 'patron'], 'lesson'),
  step('trying', 'stopped', ['author', 'patron'], 'lesson'),
  step('evaluated', 'stopped', ['author', 'patron'], 'lesson'),
  step('submitted', 'declined', ['moderator'], 'reason'),
  step('returned', 'declined', ['moderator'], 'reason'),
  step('open', 'declined', ['moderator'], 'reason'),
  step('submitted', 'merged', ['author', 'moderator'], 'into', 'reason', 'consent'),
  step('open', 'merged', ['author', 'moderator'], 'into', 'reason', 'consent'),
  step('teaming', 'merged', ['author', 'moderator'], 'into', 'reason', 'consent'),
  step('draft', 'withdrawn', ['author']),
  step('submitted', 'withdrawn', ['author'], 'reason'),
  step('returned', 'withdrawn', ['author'], 'reason'),
  step('open', 'withdrawn', ['author'], 'reason'),
  step('teaming', 'withdrawn', ['author'], 'reason'),

  step('parked', 'open', ['author', 'moderator'], 'reason'),
  step('stopped', 'open', ['author'], 'reason'),
  step('declined', 'open', ['moderator'], 'reason'),
  step('withdrawn', 'open', ['author'], 'reason', 'released'),
  // Nobody has looked at it yet: it takes the way of every new idea.
  step('withdrawn', 'submitted', ['author'], 'content', 'unreleased'),
];

/** Fields of `TransitionInput` that a form asks for, by what the step needs. */
export const STEP_FIELDS: Readonly<Partial<Record<StepNeed, string>>> = {
  question: 'note',
  reason: 'note',
  lesson: 'learned',
  patron: 'patronId',
  trial: 'trial',
  result: 'result',
  adoption: 'adoption',
  practice: 'practice',
  into: 'into',
};

/** The step between two stages, or undefined where there is none. */
export const stepBetween = (from: IdeaStage, to: IdeaStage): IdeaStep | undefined =>
  IDEA_STEPS.find((each) => each.from === from && each.to === to);

/** Steps that somebody in these parts may take from a stage, whatever they need. */
export function stepsFor(stage: IdeaStage, actors: ReadonlySet<IdeaActor>, released: boolean): readonly IdeaStep[] {
  return IDEA_STEPS.filter(
    ({ from, by, needs }) =>
      from === stage && by.some((actor) => actors.has(actor)) && !needs.includes(released ? 'unreleased' : 'released'),
  );
}

/** Stages in which silence is noticed: 60 days ask the author, 90 days park the idea. */
export const WAITING_STAGES: readonly IdeaStage[] = ['open', 'teaming', 'trying'];
export const REMIND_AFTER_DAYS = 60;
export const PARK_AFTER_DAYS = 90;

/**
 * Names of what stands in an idea's history (`HistoryEntry.action`). `transition` says by `to` what it was; others may
 * come from other sources.
 */
export const HISTORY_ACTIONS = [
  'create',
  'update',
  'widen',
  'narrow',
  'transition',
  'answer',
  'merge-proposed',
  'merge-agreed',
  'merge-refused',
  'merged-in',
  'adoption-asked',
  'adoption-refused',
  'take-over',
  'help-accepted',
  'help-done',
  'help-withdrawn',
] as const;
export type HistoryAction = (typeof HISTORY_ACTIONS)[number];
