import { Type } from 'typebox';
import {
  AVAILABILITIES,
  CONTRIBUTION_KINDS,
  EXPERTISE_LEVELS,
  OFFER_DIRECTIONS,
  OFFER_FORMS,
  OFFER_STATES,
  type Peer,
  type PeerBrief,
  type PeerOffer,
} from '../../../src/model/peer.ts';
import type { PeerVocabulary } from '../../../src/backend/peers-port.ts';
import { Can, ImageSchema, Instant, oneOf, OrgRefSchema, TopicSchema } from '../http/shared-schemas.ts';

export const PlainDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'plain date' });

export const ExpertiseSchema = Type.Object({
  label: Type.String(),
  topicId: Type.Optional(Type.String()),
  level: oneOf(EXPERTISE_LEVELS),
});
export const InterestSchema = Type.Object({ label: Type.String(), topicId: Type.Optional(Type.String()) });
export const AvailabilitySchema = Type.Object({ state: oneOf(AVAILABILITIES), until: Type.Optional(PlainDate) });

/** Somebody beside something else: `PeerBrief` of the model. */
export const PeerBriefSchema = Type.Unsafe<PeerBrief>(
  Type.Object({
    id: Type.String(),
    displayName: Type.String(),
    org: Type.Optional(OrgRefSchema),
    unit: Type.Optional(Type.String()),
    photo: Type.Optional(ImageSchema),
  }),
);

/** `PeerOffer` of the model, field by field. */
export const PeerOfferSchema = Type.Unsafe<PeerOffer>(
  Type.Object({
    id: Type.String(),
    direction: oneOf(OFFER_DIRECTIONS),
    topic: TopicSchema,
    text: Type.Optional(Type.String()),
    form: oneOf(OFFER_FORMS),
    until: PlainDate,
    state: oneOf(OFFER_STATES),
    peer: Type.Optional(PeerBriefSchema),
    createdAt: Instant,
    can: Can,
    etag: Type.Optional(Type.String()),
  }),
);

export const ContributionSchema = Type.Object({
  kind: oneOf(CONTRIBUTION_KINDS),
  id: Type.String({ description: 'of the idea or the event' }),
  title: Type.String(),
  at: Type.Optional(Instant),
});

/** What an entry may say to others; each part by its own audience. */
export const PEER_PROPERTIES = {
  id: Type.String(),
  displayName: Type.String(),
  pronouns: Type.Optional(Type.String()),
  salutation: Type.Optional(Type.String()),
  function: Type.Optional(Type.String()),
  org: Type.Optional(OrgRefSchema),
  unit: Type.Optional(Type.String()),
  headline: Type.Optional(Type.String()),
  bio: Type.Optional(Type.String()),
  expertise: Type.Optional(Type.Array(ExpertiseSchema)),
  interests: Type.Optional(Type.Array(InterestSchema)),
  languages: Type.Optional(Type.Array(Type.String())),
  photo: Type.Optional(ImageSchema),
  availability: Type.Optional(AvailabilitySchema),
  offers: Type.Optional(Type.Array(PeerOfferSchema)),
  contributions: Type.Optional(Type.Array(ContributionSchema)),
  url: Type.Optional(Type.String()),
  updatedAt: Type.Optional(Instant),
  can: Can,
};

/** `Peer` of the model, field by field: no address is among them. */
export const PeerSchema = Type.Unsafe<Peer>(
  Type.Object({
    ...PEER_PROPERTIES,
    me: Type.Optional(Type.Object({ self: Type.Optional(Type.Boolean()), request: Type.Optional(Type.String()) })),
  }),
);

export const PeerVocabularySchema = Type.Unsafe<PeerVocabulary>(
  Type.Object({
    topics: Type.Array(TopicSchema),
    orgs: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        url: Type.Optional(Type.String()),
        kind: Type.Optional(Type.String()),
      }),
    ),
    photo: Type.Optional(
      Type.Object(
        { bytes: Type.Integer(), mediaTypes: Type.Array(Type.String()) },
        { description: 'what portraits may be; absent: none are taken' },
      ),
    ),
    mails: Type.Boolean({ description: 'requests tell people by mail, too' }),
  }),
);
