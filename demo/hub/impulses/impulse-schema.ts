import { Type } from 'typebox';
import { IMPULSE_STATES } from '../../../src/model/impulse.ts';
import { Can, CursorQuery, Id, Instant, LimitQuery, oneOf, OrgRefSchema, PersonRefSchema, TopicSchema } from '../http/shared-schemas.ts'; // prettier-ignore

/** An impulse as it goes out: `Impulse` of the model, field by field. */
export const ImpulseSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  abstract: Type.Optional(Type.String()),
  by: Type.Optional(PersonRefSchema),
  org: Type.Optional(OrgRefSchema),
  topics: Type.Array(TopicSchema),
  minutes: Type.Integer(),
  state: oneOf(IMPULSE_STATES),
  interested: Type.Integer(),
  me: Type.Optional(Type.Object({ interested: Type.Optional(Type.Boolean()), author: Type.Optional(Type.Boolean()) })),
  event: Type.Optional(Type.Object({ id: Type.String(), title: Type.String(), start: Type.String() })),
  createdAt: Instant,
  can: Can,
  etag: Type.String(),
});

export const ImpulsePageSchema = Type.Object({
  items: Type.Array(ImpulseSchema),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
  total: Type.Integer(),
});

export const ImpulseQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  topic: Type.Optional(Type.String({ maxLength: 200, description: 'id or label; topics below it count' })),
  mine: Type.Optional(oneOf(['author', 'interested'] as const)),
  limit: LimitQuery,
  cursor: CursorQuery,
});

const strict = { additionalProperties: false } as const;
const Title = Type.String({ minLength: 1, maxLength: 1_000 });
const Address = Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 2000 });

/** Lengths in characters that people count are checked beyond this (see impulse-check). */
const fields = {
  abstract: Type.Optional(Type.Union([Type.String({ maxLength: 8_000 }), Type.Null()])),
  topicIds: Type.Optional(Type.Array(Id, { maxItems: 10 })),
  minutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 240 })),
  orgId: Type.Optional(Id),
};

export const NewImpulseSchema = Type.Object({ title: Title, ...fields }, { ...strict, $id: 'NewImpulse' });

export const ImpulsePatchSchema = Type.Object(
  { title: Type.Optional(Title), ...fields },
  { ...strict, minProperties: 1, $id: 'ImpulsePatch' },
);

export const PlaceInputSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 300 }),
    address: Type.Optional(Type.String({ maxLength: 500 })),
    lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
    lon: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  },
  strict,
);

export const ImpulseDateSchema = Type.Object(
  {
    start: Instant,
    end: Type.Optional(Instant),
    onlineUrl: Type.Optional(Address),
    place: Type.Optional(PlaceInputSchema),
    capacity: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  },
  { ...strict, $id: 'ImpulseDate' },
);
