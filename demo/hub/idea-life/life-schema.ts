import { Type, type Static } from 'typebox';
import { IDEA_LIMITS, IDEA_REACHES, IDEA_STAGES, TRIAL_RESULTS } from '../../../src/model/idea.ts';
import { HttpUrl, Id, oneOf } from '../http/shared-schemas.ts';

const strict = { additionalProperties: false } as const;

/** Room for the longest text that counts as short enough: a character that people see may be several units. */
const Words = (limit: number) => Type.Optional(Type.String({ maxLength: limit * 8 }));
const PlainDate = Type.Optional(Type.String({ maxLength: 40, description: 'plain date' }));

const IndicatorSchema = Type.Object(
  {
    name: Type.String({ maxLength: IDEA_LIMITS.indicatorName * 8 }),
    unit: Words(IDEA_LIMITS.indicatorUnit),
    before: Type.Optional(Type.Number()),
    after: Type.Optional(Type.Number()),
  },
  strict,
);

/** What is missing in here is told by `step-check.ts`, field by field, with what else is missing. */
const TrialSchema = Type.Object(
  {
    hypothesis: Words(IDEA_LIMITS.hypothesis),
    place: Words(IDEA_LIMITS.place),
    start: PlainDate,
    end: PlainDate,
    indicators: Type.Optional(Type.Array(IndicatorSchema, { maxItems: 50 })),
  },
  strict,
);

const AdoptionSchema = Type.Object({ contact: Words(IDEA_LIMITS.effort), effort: Words(IDEA_LIMITS.effort) }, strict);

const PracticeSchema = Type.Object(
  {
    url: Type.Optional(HttpUrl),
    postId: Type.Optional(Id),
    checklist: Type.Optional(Type.Array(Type.String({ maxLength: IDEA_LIMITS.checklistItem * 8 }), { maxItems: 200 })),
    effort: Words(IDEA_LIMITS.effort),
    legalBasis: Words(IDEA_LIMITS.legalBasis),
    cost: Words(IDEA_LIMITS.cost),
    contactId: Type.Optional(Id),
    licence: Words(100),
  },
  strict,
);

/** `TransitionInput` of the model. */
export const TransitionSchema = Type.Object(
  {
    to: oneOf(IDEA_STAGES),
    note: Words(IDEA_LIMITS.note),
    patronId: Type.Optional(Id),
    trial: Type.Optional(TrialSchema),
    result: Type.Optional(oneOf(TRIAL_RESULTS)),
    learned: Words(IDEA_LIMITS.learned),
    indicators: Type.Optional(Type.Array(IndicatorSchema, { maxItems: 50 })),
    adoption: Type.Optional(AdoptionSchema),
    practice: Type.Optional(PracticeSchema),
    into: Type.Optional(Id),
  },
  { ...strict, $id: 'IdeaTransition' },
);

/** `TakeOverInput` of the model. */
export const TakeOverSchema = Type.Object(
  {
    title: Words(IDEA_LIMITS.title),
    summary: Words(IDEA_LIMITS.summary),
    orgId: Type.Optional(Id),
    reach: Type.Optional(oneOf(IDEA_REACHES)),
    trial: Type.Optional(TrialSchema),
    changes: Words(IDEA_LIMITS.note),
  },
  { ...strict, $id: 'IdeaTakeOver' },
);

export const PendingReplySchema = Type.Object(
  { note: Words(IDEA_LIMITS.note) },
  { ...strict, $id: 'IdeaPendingReply' },
);

export const IdeaAnswerSchema = Type.Object(
  { text: Type.String({ maxLength: IDEA_LIMITS.answer * 8 }), promisedFor: PlainDate },
  { ...strict, $id: 'NewIdeaAnswer' },
);

export type StepInput = Static<typeof TransitionSchema>;
export type TrialInput = Static<typeof TrialSchema>;
export type IndicatorInput = Static<typeof IndicatorSchema>;
export type PracticeInput = Static<typeof PracticeSchema>;
export type TakeOver = Static<typeof TakeOverSchema>;
