import { STEP_FIELDS, stepBetween } from '../../model/idea-life.ts';
import { IDEA_STAGES, type Idea, type IdeaStage } from '../../model/idea.ts';

/** Stages that the reader may move an idea to now. A take-over begins another idea, on the idea's page. */
export const movesOf = ({ can }: Idea): readonly IdeaStage[] =>
  IDEA_STAGES.filter((stage) => stage !== 'transfer' && can.includes(`transition:${stage}`));

/** Whether a step needs something written or chosen. Who was asked a question answers it, too. */
export const needsForm = (from: IdeaStage, to: IdeaStage): boolean =>
  from === 'returned' || (stepBetween(from, to)?.needs.some((need) => STEP_FIELDS[need] !== undefined) ?? true);
