import { Type } from 'typebox';
import { EVENT_KINDS, EVENT_STATUSES } from '../../../src/model/calendar-event.ts';
import { EVENT_LIMITS } from '../../../src/model/event-input.ts';
import {
  Can,
  EventKindSchema,
  FacetSchema,
  ImageSchema,
  Instant,
  oneOf,
  OrgRefSchema,
  PartProblemSchema,
  PersonRefSchema,
  SourceRefSchema,
  TopicSchema,
  Visibility,
} from '../http/shared-schemas.ts';
import { SessionSchema } from '../programme/session-schema.ts';

export const ATTENDANCES = ['onsite', 'online', 'hybrid'] as const;
export const REGISTRATION_MODES = ['none', 'external', 'hub'] as const;
const REGISTRATION_SCOPES = ['date', 'series'] as const;

const PROPOSALS = ['open', 'closed'] as const;

const PlaceSchema = Type.Object({
  name: Type.String(),
  address: Type.Optional(Type.String()),
  lat: Type.Optional(Type.Number()),
  lon: Type.Optional(Type.Number()),
});

const RegistrationSchema = Type.Object({
  mode: oneOf(REGISTRATION_MODES),
  url: Type.Optional(Type.String()),
  scope: Type.Optional(oneOf(REGISTRATION_SCOPES)),
  capacity: Type.Optional(Type.Integer()),
  registered: Type.Optional(Type.Integer()),
  waiting: Type.Optional(Type.Integer()),
  opensAt: Type.Optional(Type.String()),
  closesAt: Type.Optional(Type.String()),
});

/** One occurrence as it goes out: `CalendarEvent` of the model, field by field. What is not here cannot leak. */
export const CalendarEventSchema = Type.Object(
  {
    id: Type.String(),
    type: Type.Literal('event'),
    uid: Type.String(),
    title: Type.String(),
    start: Type.String({ description: 'RFC 3339 instant in UTC, or a plain date with allDay' }),
    end: Type.String({ description: 'exclusive, in the form of start' }),
    allDay: Type.Boolean(),
    recurrenceId: Type.Optional(Type.String()),
    changed: Type.Optional(Type.Boolean()),
    recurrence: Type.Optional(
      Type.Object({
        rule: Type.Optional(Type.String()),
        added: Type.Optional(Type.Array(Type.String())),
        removed: Type.Optional(Type.Array(Type.String())),
        start: Type.Optional(Type.String()),
      }),
    ),
    timeZone: Type.Optional(Type.String()),
    summary: Type.Optional(Type.String()),
    description: Type.Optional(Type.String()),
    kind: Type.Optional(EventKindSchema),
    status: Type.Optional(oneOf(EVENT_STATUSES)),
    attendance: Type.Optional(oneOf(ATTENDANCES)),
    place: Type.Optional(PlaceSchema),
    onlineUrl: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
    organiser: Type.Optional(OrgRefSchema),
    topics: Type.Optional(Type.Array(TopicSchema)),
    image: Type.Optional(ImageSchema),
    links: Type.Optional(Type.Array(Type.Object({ url: Type.String(), label: Type.Optional(Type.String()) }))),
    sessions: Type.Optional(Type.Array(SessionSchema)),
    programme: Type.Optional(
      Type.Object({
        rooms: Type.Array(Type.String()),
        tracks: Type.Optional(Type.Array(Type.String())),
        slots: Type.Optional(Type.Array(Type.Object({ start: Type.String(), end: Type.String() }))),
        proposals: oneOf(PROPOSALS),
      }),
    ),
    circle: Type.Optional(
      Type.Object({
        guideUrl: Type.Optional(Type.String()),
        members: Type.Optional(Type.Array(PersonRefSchema)),
      }),
    ),
    registration: Type.Optional(RegistrationSchema),
    me: Type.Optional(
      Type.Object({
        registered: Type.Optional(Type.Boolean()),
        waitingPosition: Type.Optional(Type.Integer()),
        note: Type.Optional(Type.String()),
        needs: Type.Optional(Type.String()),
      }),
    ),
    lang: Type.Optional(Type.String()),
    visibility: Visibility,
    can: Can,
    createdAt: Instant,
    updatedAt: Instant,
    source: Type.Optional(SourceRefSchema),
  },
  { $id: 'CalendarEvent' },
);

export const EventPageSchema = Type.Object(
  {
    items: Type.Array(Type.Ref('CalendarEvent')),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    total: Type.Integer(),
    facets: Type.Object({ kind: FacetSchema, topic: FacetSchema, org: FacetSchema }),
    problems: Type.Array(PartProblemSchema),
  },
  { $id: 'EventPage' },
);

const strict = { additionalProperties: false } as const;
const Address = Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 2000 });
const Text = (maxLength: number) => Type.String({ maxLength });
/** `null` takes a field away (RFC 7396). */
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Optional(Type.Union([schema, Type.Null()]));

/** What an organiser writes. Lengths in characters that people count are checked beyond this (see event-validation). */
const fields = {
  summary: Nullable(Text(3000)),
  description: Nullable(Text(50_000)),
  kind: Nullable(oneOf(EVENT_KINDS)),
  status: Nullable(oneOf(EVENT_STATUSES)),
  attendance: Nullable(oneOf(ATTENDANCES)),
  place: Nullable(
    Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 300 }),
        address: Type.Optional(Text(500)),
        lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
        lon: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
      },
      strict,
    ),
  ),
  onlineUrl: Nullable(Address),
  url: Nullable(Address),
  organiser: Nullable(Type.Object({ id: Type.String({ maxLength: 128 }) })),
  topics: Nullable(Type.Array(Type.Object({ id: Type.String({ maxLength: 128 }) }), { maxItems: 10 })),
  image: Nullable(Type.Object({ url: Address, alt: Type.Optional(Text(500)) }, strict)),
  links: Nullable(Type.Array(Type.Object({ url: Address, label: Type.Optional(Text(200)) }, strict), { maxItems: 20 })),
  registration: Nullable(
    Type.Object(
      {
        mode: oneOf(REGISTRATION_MODES),
        url: Type.Optional(Address),
        scope: Type.Optional(oneOf(REGISTRATION_SCOPES)),
        capacity: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
        opensAt: Type.Optional(Instant),
        closesAt: Type.Optional(Instant),
      },
      strict,
    ),
  ),
  programme: Nullable(
    Type.Object(
      {
        rooms: Type.Array(Type.String({ minLength: 1, maxLength: 400 }), { maxItems: EVENT_LIMITS.rooms }),
        tracks: Type.Optional(
          Type.Array(Type.String({ minLength: 1, maxLength: 400 }), { maxItems: EVENT_LIMITS.tracks }),
        ),
        slots: Type.Optional(
          Type.Array(Type.Object({ start: Instant, end: Instant }, strict), { maxItems: EVENT_LIMITS.slots }),
        ),
        proposals: oneOf(PROPOSALS),
      },
      strict,
    ),
  ),
  circle: Nullable(Type.Object({ guideUrl: Type.Optional(Address) }, strict)),
  recurrence: Nullable(
    Type.Object(
      {
        rule: Type.Optional(Text(500)),
        added: Type.Optional(Type.Array(Text(40), { maxItems: 500 })),
        removed: Type.Optional(Type.Array(Text(40), { maxItems: 500 })),
        start: Type.Optional(Text(40)),
      },
      strict,
    ),
  ),
  timeZone: Nullable(Text(60)),
  lang: Nullable(Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 })),
};

const Title = Type.String({ minLength: 1, maxLength: 2000 });
const Time = Type.String({ maxLength: 40 });

export const NewEventSchema = Type.Object(
  {
    title: Title,
    start: Time,
    end: Type.Optional(Time),
    allDay: Type.Optional(Type.Boolean()),
    visibility: Type.Optional(Visibility),
    ...fields,
  },
  { ...strict, $id: 'NewEvent' },
);

export const EventPatchSchema = Type.Object(
  {
    title: Type.Optional(Title),
    start: Type.Optional(Time),
    end: Type.Optional(Time),
    allDay: Type.Optional(Type.Boolean()),
    visibility: Type.Optional(Visibility),
    message: Type.Optional(
      Type.String({ maxLength: 5000, description: 'a word to those who are registered, in the mail that tells them' }),
    ),
    ...fields,
  },
  { ...strict, minProperties: 1, $id: 'EventPatch' },
);

/** Shapes that routes of several modules name. */
export const EVENT_SCHEMAS = [CalendarEventSchema, EventPageSchema, NewEventSchema, EventPatchSchema] as const;
