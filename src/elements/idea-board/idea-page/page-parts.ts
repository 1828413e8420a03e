import type { BackendError } from '../../../backend/backend-error.ts';
import type { IdeasPort } from '../../../backend/ports.ts';
import type { Idea, IdeaAction, IdeaStage } from '../../../model/idea.ts';

/** A list beside the idea, which comes by a call of its own. */
export interface Part<T> {
  readonly state: 'none' | 'loading' | 'ready' | 'failed';
  readonly items: readonly T[];
  readonly error?: BackendError;
}

export const noPart = { state: 'none', items: [] } as const;

/** What the page says of the last action; it stands until the next one. */
export interface Notice {
  readonly tone: 'done' | 'failed';
  readonly text: string;
}

/** Two versions of the same texts: what the reader wrote, and what somebody else saved in the meantime. */
export interface Conflict {
  readonly form: string;
  readonly rows: readonly { readonly label: string; readonly mine: string; readonly theirs: string }[];
  /** Saves the reader's version over the other. */
  readonly again: () => void;
  /** Keeps the other version. */
  readonly give: () => void;
}

const METHODS: Readonly<Record<IdeaAction, keyof IdeasPort>> = {
  update: 'update',
  attach: 'attach',
  widen: 'update',
  support: 'support',
  follow: 'follow',
  comment: 'comment',
  'offer-help': 'offerHelp',
  'answer-help': 'answerHelp',
  answer: 'answer',
  confirm: 'settle',
  refuse: 'settle',
  merge: 'transition',
  'take-over': 'takeOver',
  moderate: 'moveComment',
  report: 'report',
};

/** Whether the reader may do it and the source can. */
export const mayDo = (idea: Idea, port: IdeasPort | undefined, action: IdeaAction): boolean =>
  idea.can.includes(action) && port?.[METHODS[action]] !== undefined;

/** Steps that the reader may take now, those along the way first. */
export function stepsOf(idea: Idea, port: IdeasPort | undefined): readonly IdeaStage[] {
  if (!port?.transition) return [];
  const steps = idea.can.filter((name) => name.startsWith('transition:')).map((name) => name.slice(11) as IdeaStage);
  const order: readonly IdeaStage[] = [
    'open',
    'submitted',
    'teaming',
    'trying',
    'evaluated',
    'adopted',
    'documented',
    'returned',
    'merged',
    'parked',
    'stopped',
    'declined',
    'withdrawn',
  ];
  const known = order.filter((stage) => steps.includes(stage));
  // From an evaluation the way goes on; another try is the way round.
  return idea.stage === 'evaluated' ? known.sort((a, b) => Number(a === 'trying') - Number(b === 'trying')) : known;
}
