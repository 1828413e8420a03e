import { Type, type Static } from 'typebox';
import {
  HELP_KINDS,
  IDEA_LIMITS,
  IDEA_REACHES,
  IDEA_STAGES,
  TRIAL_RESULTS,
  type Idea,
} from '../../../src/model/idea.ts';
import { SUPPORT_LEVELS, SUPPORT_SHOWN } from '../../../src/model/idea-participation.ts';
import {
  Can,
  FacetSchema,
  Instant,
  oneOf,
  OrgRefSchema,
  PartProblemSchema,
  PersonRefSchema,
  TopicSchema,
  Visibility,
} from '../http/shared-schemas.ts';

export const StageSchema = oneOf(IDEA_STAGES);
export const ReachSchema = oneOf(IDEA_REACHES);
export const HelpKindSchema = oneOf(HELP_KINDS);
const Text = Type.String();
const Maybe = Type.Optional(Text);
const Count = Type.Integer({ minimum: 0 });

const NeedSchema = Type.Object({
  kind: HelpKindSchema,
  text: Maybe,
  filledBy: Type.Optional(PersonRefSchema),
});

const AttachmentSchema = Type.Object({
  id: Text,
  url: Text,
  mediaType: Text,
  fileName: Text,
  bytes: Type.Integer(),
  width: Type.Optional(Type.Integer()),
  height: Type.Optional(Type.Integer()),
  alt: Maybe,
});

export const TrialSchema = Type.Object({
  hypothesis: Text,
  place: Text,
  start: Text,
  end: Text,
  indicators: Type.Array(
    Type.Object({
      name: Text,
      unit: Maybe,
      before: Type.Optional(Type.Number()),
      after: Type.Optional(Type.Number()),
    }),
  ),
  result: Type.Optional(oneOf(TRIAL_RESULTS)),
  learned: Maybe,
});

const PracticeSchema = Type.Object({
  url: Maybe,
  postId: Maybe,
  checklist: Type.Array(Text),
  effort: Maybe,
  legalBasis: Maybe,
  cost: Maybe,
  contact: PersonRefSchema,
  licence: Maybe,
});

export const IdeaRefSchema = Type.Object({
  id: Text,
  title: Text,
  stage: Type.Optional(StageSchema),
  org: Type.Optional(OrgRefSchema),
});
const Refs = Type.Optional(Type.Array(IdeaRefSchema));

const common = {
  id: Text,
  title: Text,
  summary: Text,
  reach: Type.Optional(ReachSchema),
  stage: StageSchema,
  authors: Type.Array(PersonRefSchema),
  anonymous: Type.Optional(Type.Boolean()),
  orgs: Type.Array(OrgRefSchema),
  unit: Maybe,
  topics: Type.Array(TopicSchema),
  tags: Type.Array(Text),
  needs: Type.Array(NeedSchema),
  place: Type.Optional(Type.Object({ name: Text })),
  attachments: Type.Array(AttachmentSchema),
  counts: Type.Object({
    supports: Count,
    usefulHere: Count,
    joins: Count,
    comments: Count,
    helpOffers: Count,
    followers: Count,
    adoptions: Count,
  }),
  me: Type.Optional(
    Type.Object({
      support: Type.Optional(Type.Object({ level: oneOf(SUPPORT_LEVELS), shown: oneOf(SUPPORT_SHOWN), note: Maybe })),
      following: Type.Optional(Type.Boolean()),
      author: Type.Optional(Type.Boolean()),
      offered: Type.Optional(Type.Boolean()),
    }),
  ),
  patron: Type.Optional(PersonRefSchema),
  answer: Type.Optional(Type.Object({ text: Text, by: PersonRefSchema, at: Instant, promisedFor: Maybe })),
  trial: Type.Optional(TrialSchema),
  lang: Maybe,
  visibility: Type.Optional(Visibility),
  createdAt: Type.Optional(Instant),
  updatedAt: Type.Optional(Instant),
  activeAt: Type.Optional(Instant),
  can: Can,
};

/** An idea in a list. What is not here cannot leak. */
export const ListedIdeaSchema = Type.Object(
  { ...common, links: Type.Optional(Type.Object({ eventId: Maybe })) },
  { $id: 'ListedIdea' },
);

/** `Idea` of the model, field by field, as its own page gets it. */
export const IdeaSchema = Type.Object(
  {
    ...common,
    body: Maybe,
    problem: Maybe,
    benefitFor: Maybe,
    firstStep: Maybe,
    team: Type.Optional(Type.Array(PersonRefSchema)),
    usefulTo: Type.Optional(Type.Array(OrgRefSchema)),
    pastTrials: Type.Optional(Type.Array(TrialSchema)),
    practice: Type.Optional(PracticeSchema),
    adoption: Type.Optional(Type.Object({ contact: Text, effort: Text })),
    links: Type.Optional(
      Type.Object({
        mergedInto: Type.Optional(IdeaRefSchema),
        adaptedFrom: Type.Optional(IdeaRefSchema),
        adaptations: Refs,
        merged: Refs,
        eventId: Maybe,
        related: Refs,
      }),
    ),
    pending: Type.Optional(
      Type.Object({
        to: oneOf(['merged', 'adopted'] as const),
        at: Instant,
        by: Type.Optional(PersonRefSchema),
        into: Type.Optional(IdeaRefSchema),
        reason: Maybe,
      }),
    ),
    mergeRequests: Refs,
    question: Maybe,
    reason: Maybe,
    history: Type.Optional(
      Type.Array(
        Type.Object({
          at: Instant,
          by: Type.Optional(PersonRefSchema),
          action: Text,
          from: Type.Optional(StageSchema),
          to: Type.Optional(StageSchema),
          note: Maybe,
        }),
      ),
    ),
    reports: Type.Optional(Count),
  },
  { $id: 'Idea' },
);

/** `Idea` as routes type it: a schema's lists may be written to, the model's may not; the values are the same. */
export type IdeaAnswer = Static<typeof IdeaSchema>;
export const asAnswer = (idea: Idea): IdeaAnswer => idea as IdeaAnswer;

export const IdeaPageSchema = Type.Object(
  {
    items: Type.Array(Type.Ref('ListedIdea')),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    total: Type.Integer(),
    facets: Type.Object({
      stage: FacetSchema,
      topic: FacetSchema,
      org: FacetSchema,
      reach: FacetSchema,
      need: FacetSchema,
    }),
    problems: Type.Array(PartProblemSchema),
  },
  { $id: 'IdeaPage' },
);

export const SimilarSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: oneOf(['idea', 'practice', 'event', 'peer'] as const),
      id: Text,
      title: Text,
      summary: Maybe,
      stage: Type.Optional(StageSchema),
      org: Type.Optional(OrgRefSchema),
      start: Maybe,
      url: Maybe,
    }),
  ),
});

export const AudienceSchema = Type.Object({
  public: Type.Boolean(),
  orgs: Type.Array(OrgRefSchema),
  people: Type.Optional(Count),
});

const strict = { additionalProperties: false } as const;
/** Four units a cluster and some: what is longer is refused before anybody counts clusters. */
const Written = (clusters: number) => Type.String({ maxLength: clusters * 8 });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Optional(Type.Union([schema, Type.Null()]));
const Id = Type.String({ minLength: 1, maxLength: 128 });

const input = {
  title: Type.Optional(Written(IDEA_LIMITS.title)),
  summary: Type.Optional(Written(IDEA_LIMITS.summary)),
  body: Nullable(Written(IDEA_LIMITS.body)),
  problem: Nullable(Written(IDEA_LIMITS.problem)),
  benefitFor: Nullable(Written(IDEA_LIMITS.benefitFor)),
  firstStep: Nullable(Written(IDEA_LIMITS.firstStep)),
  reach: Type.Optional(ReachSchema),
  topicIds: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: IDEA_LIMITS.topics })),
  tags: Type.Optional(Type.Array(Written(IDEA_LIMITS.tag), { maxItems: IDEA_LIMITS.tags })),
  needs: Type.Optional(
    Type.Array(Type.Object({ kind: HelpKindSchema, text: Type.Optional(Written(IDEA_LIMITS.needText)) }, strict), {
      maxItems: IDEA_LIMITS.needs,
    }),
  ),
  place: Nullable(Type.Object({ name: Written(IDEA_LIMITS.place) }, strict)),
  orgId: Type.Optional(Type.String({ maxLength: 128 })),
  attachmentIds: Type.Optional(Type.Array(Id, { maxItems: IDEA_LIMITS.attachments })),
  eventId: Nullable(Id),
  lang: Type.Optional(Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 })),
};

export const IdeaPatchSchema = Type.Object(input, { ...strict, minProperties: 1, $id: 'IdeaPatch' });

export const NewIdeaSchema = Type.Object(
  {
    ...input,
    sessionId: Type.Optional(
      Type.String({ minLength: 1, maxLength: 128, description: 'session of a camp that it comes from' }),
    ),
    draft: Type.Optional(Type.Boolean({ description: 'kept for its author alone until it is submitted' })),
    anonymous: Type.Optional(Type.Boolean({ description: 'somebody signed in submits without a name' })),
    website: Type.Optional(Type.String({ maxLength: 2000, description: 'people leave it empty; programs do not' })),
    filledIn: Type.Optional(Type.Integer({ minimum: 0, description: 'milliseconds that filling in took' })),
  },
  { ...strict, $id: 'NewIdea' },
);

export const CreatedIdeaSchema = Type.Object({
  idea: Type.Ref('Idea'),
  secret: Type.Optional(Type.String({ description: 'of the private link; told once, kept nowhere' })),
});

/** What routes of every part of ideas refer to by name. */
export const IDEA_SCHEMAS = [ListedIdeaSchema, IdeaSchema];
