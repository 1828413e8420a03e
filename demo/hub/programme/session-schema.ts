import { Type } from 'typebox';
import { SESSION_STATES } from '../../../src/model/calendar-event.ts';
import { Can, Instant, oneOf, PersonRefSchema } from '../http/shared-schemas.ts';

/** A session as it goes out: `Session` of the model, field by field. */
export const SessionSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  abstract: Type.Optional(Type.String()),
  start: Type.Optional(Type.String()),
  end: Type.Optional(Type.String()),
  room: Type.Optional(Type.String()),
  track: Type.Optional(Type.String()),
  minutes: Type.Optional(Type.Integer()),
  hosts: Type.Optional(Type.Array(PersonRefSchema)),
  state: oneOf(SESSION_STATES),
  interested: Type.Optional(Type.Integer()),
  me: Type.Optional(Type.Object({ interested: Type.Optional(Type.Boolean()), host: Type.Optional(Type.Boolean()) })),
  ideaId: Type.Optional(Type.String()),
  can: Type.Optional(Can),
  etag: Type.Optional(Type.String()),
});

const strict = { additionalProperties: false } as const;
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Optional(Type.Union([schema, Type.Null()]));

/** Who holds a session: somebody of the network by id, or a guest by name. */
const Host = Type.Union([
  Type.Object({ id: Type.String({ minLength: 1, maxLength: 128 }) }, strict),
  Type.Object({ displayName: Type.String({ minLength: 1, maxLength: 400 }) }, strict),
]);

/** Lengths in characters that people count are checked beyond this (see session-check). */
const words = {
  abstract: Nullable(Type.String({ maxLength: 8_000 })),
  track: Nullable(Type.String({ maxLength: 400 })),
  minutes: Nullable(Type.Integer({ minimum: 5, maximum: 480 })),
};

export const NewSessionSchema = Type.Object(
  { title: Type.String({ minLength: 1, maxLength: 1_000 }), ...words },
  { ...strict, $id: 'NewSession' },
);

export const SessionPatchSchema = Type.Object(
  {
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
    ...words,
    start: Nullable(Instant),
    end: Nullable(Instant),
    room: Nullable(Type.String({ maxLength: 400 })),
    state: Type.Optional(oneOf(SESSION_STATES)),
    hosts: Type.Optional(Type.Array(Host, { maxItems: 10 })),
    despiteConflicts: Type.Optional(Type.Boolean()),
  },
  { ...strict, minProperties: 1, $id: 'SessionPatch' },
);
