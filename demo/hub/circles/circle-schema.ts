import { Type } from 'typebox';
import { CIRCLE_STATES } from '../../../src/model/impulse.ts';
import { Can, Id, Instant, oneOf, OrgRefSchema, PersonRefSchema, TopicSchema } from '../http/shared-schemas.ts';
import { PlaceInputSchema } from '../impulses/impulse-schema.ts';

/** A learning circle as it goes out: `LearningCircle` of the model, field by field. */
export const CircleSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  summary: Type.Optional(Type.String()),
  guideUrl: Type.Optional(Type.String()),
  by: Type.Optional(PersonRefSchema),
  org: Type.Optional(OrgRefSchema),
  topics: Type.Array(TopicSchema),
  dates: Type.Array(Type.Object({ start: Type.String(), end: Type.String() })),
  places: Type.Integer(),
  registered: Type.Integer(),
  waiting: Type.Integer(),
  members: Type.Optional(Type.Array(PersonRefSchema)),
  state: oneOf(CIRCLE_STATES),
  me: Type.Optional(
    Type.Object({ registered: Type.Optional(Type.Boolean()), waitingPosition: Type.Optional(Type.Integer()) }),
  ),
  can: Can,
});

const strict = { additionalProperties: false } as const;
const Address = Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 2000 });

/** Lengths in characters that people count are checked beyond this (see circle-writes). */
export const NewCircleSchema = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 1_000 }),
    summary: Type.Optional(Type.String({ maxLength: 3_000 })),
    guideUrl: Type.Optional(Address),
    topicIds: Type.Optional(Type.Array(Id, { maxItems: 10 })),
    orgId: Type.Optional(Id),
    places: Type.Integer({ minimum: 3, maximum: 20 }),
    dates: Type.Array(Type.Object({ start: Instant, end: Instant }, strict), { minItems: 2, maxItems: 60 }),
    onlineUrl: Type.Optional(Address),
    place: Type.Optional(PlaceInputSchema),
  },
  { ...strict, $id: 'NewCircle' },
);
