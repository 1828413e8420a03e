import { Type } from 'typebox';
import { PEER_FIELDS, AVAILABILITIES, EXPERTISE_LEVELS, PEER_LIMITS } from '../../../src/model/peer.ts';
import {
  PROFILE_SOURCES,
  PROFILE_STATES,
  type ConsentInput,
  type PeerProfile,
  type ProfileInput,
} from '../../../src/model/peer-profile.ts';
import { Id, Instant, oneOf, Visibility } from '../http/shared-schemas.ts';
import {
  AvailabilitySchema,
  ExpertiseSchema,
  InterestSchema,
  PEER_PROPERTIES,
  PeerOfferSchema,
  PlainDate,
} from './peer-schema.ts';

const LOCKABLE = [...PEER_FIELDS, 'displayName', 'org'] as const;

/** `PeerProfile` of the model: the one answer that holds the ways to reach somebody, and only to that person. */
export const PeerProfileSchema = Type.Unsafe<PeerProfile>(
  Type.Object({
    ...PEER_PROPERTIES,
    expertise: Type.Array(ExpertiseSchema),
    interests: Type.Array(InterestSchema),
    languages: Type.Array(Type.String()),
    availability: AvailabilitySchema,
    offers: Type.Array(PeerOfferSchema, { description: 'closed ones, too' }),
    visibility: Visibility,
    fieldVisibility: Type.Object(Object.fromEntries(PEER_FIELDS.map((field) => [field, Visibility]))),
    monthlyRequests: Type.Integer(),
    channels: Type.Object({
      email: Type.Optional(Type.String()),
      phone: Type.Optional(Type.String()),
      chat: Type.Optional(Type.String()),
    }),
    state: oneOf(PROFILE_STATES),
    consent: Type.Optional(
      Type.Object({
        listed: Type.Boolean(),
        at: Instant,
        textVersion: Type.String(),
        expiresAt: Instant,
      }),
    ),
    consentText: Type.Object({ version: Type.String(), text: Type.String() }),
    profileSource: oneOf(PROFILE_SOURCES),
    sourceLabel: Type.Optional(Type.String()),
    lockedFields: Type.Array(oneOf(LOCKABLE)),
  }),
);

const strict = { additionalProperties: false } as const;
const MOST_TEXT = 8_000;
/** Lengths in characters that people count are checked beyond this (see profile-check). */
const Text = Type.Optional(Type.Union([Type.String({ maxLength: MOST_TEXT }), Type.Null()]));
const Label = Type.String({ maxLength: MOST_TEXT });
/** More are told by `too-many`, with the limit; beyond this it is no form that sent them. */
const MOST_ITEMS = 500;

export const ProfileInputSchema = Type.Unsafe<ProfileInput>(
  Type.Object(
    {
      displayName: Type.Optional(Type.String({ maxLength: MOST_TEXT })),
      pronouns: Text,
      salutation: Text,
      function: Text,
      unit: Text,
      headline: Text,
      bio: Type.Optional(Type.Union([Type.String({ maxLength: 20 * PEER_LIMITS.bio }), Type.Null()])),
      expertise: Type.Optional(
        Type.Array(Type.Object({ label: Label, topicId: Type.Optional(Id), level: oneOf(EXPERTISE_LEVELS) }, strict), {
          maxItems: MOST_ITEMS,
        }),
      ),
      interests: Type.Optional(
        Type.Array(Type.Object({ label: Label, topicId: Type.Optional(Id) }, strict), { maxItems: MOST_ITEMS }),
      ),
      languages: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: MOST_ITEMS })),
      availability: Type.Optional(
        Type.Object({ state: oneOf(AVAILABILITIES), until: Type.Optional(PlainDate) }, strict),
      ),
      monthlyRequests: Type.Optional(Type.Integer()),
      visibility: Type.Optional(Visibility),
      fieldVisibility: Type.Optional(
        Type.Object(Object.fromEntries(PEER_FIELDS.map((field) => [field, Type.Optional(Visibility)])), strict),
      ),
      channels: Type.Optional(Type.Object({ phone: Text, chat: Text }, strict)),
    },
    { ...strict, $id: 'ProfileInput' },
  ),
);

export const ConsentInputSchema = Type.Unsafe<ConsentInput>(
  Type.Object(
    {
      listed: Type.Boolean(),
      textVersion: Type.Optional(Type.String({ maxLength: 100, description: 'of the text that was shown' })),
      months: Type.Optional(Type.Integer({ description: '1 to 24; default 24' })),
    },
    { ...strict, $id: 'ConsentInput' },
  ),
);
