import { Type } from 'typebox';
import { OFFER_DIRECTIONS, OFFER_FORMS, OFFER_STATES } from '../../../src/model/peer.ts';
import { CursorQuery, FacetSchema, LimitQuery, oneOf } from '../http/shared-schemas.ts';
import { PeerOfferSchema, PlainDate } from '../peers/peer-schema.ts';

export const OfferQuery = Type.Object({
  q: Type.Optional(Type.String({ description: 'words; what is longer than 200 characters is cut' })),
  direction: Type.Optional(oneOf(OFFER_DIRECTIONS)),
  topic: Type.Optional(
    Type.Array(Type.String({ maxLength: 200 }), {
      maxItems: 50,
      description: 'ids or labels; topics below them count',
    }),
  ),
  form: Type.Optional(Type.Array(oneOf(OFFER_FORMS), { maxItems: 10 })),
  mine: Type.Optional(Type.Boolean({ description: 'those of the caller, closed and expired ones too' })),
  limit: LimitQuery,
  cursor: CursorQuery,
});

export const OfferPageSchema = Type.Object(
  {
    items: Type.Array(PeerOfferSchema),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    total: Type.Integer(),
    facets: Type.Object({ direction: FacetSchema, topic: FacetSchema, form: FacetSchema }),
  },
  { $id: 'PeerOfferPage' },
);

const strict = { additionalProperties: false } as const;
/** Lengths in characters that people count are checked beyond this (see offer-check). */
const fields = {
  topic: Type.Optional(Type.String({ maxLength: 1_000, description: 'id of a topic, or a word of one’s own' })),
  text: Type.Optional(Type.Union([Type.String({ maxLength: 4_000 }), Type.Null()])),
  form: Type.Optional(oneOf(OFFER_FORMS)),
  until: Type.Optional(PlainDate),
  direction: Type.Optional(oneOf(OFFER_DIRECTIONS)),
};

export const NewOfferSchema = Type.Object(
  { ...fields, state: Type.Optional(oneOf(['open'] as const)) },
  { ...strict, $id: 'NewPeerOffer' },
);
export const OfferPatchSchema = Type.Object(
  { ...fields, state: Type.Optional(oneOf(OFFER_STATES)) },
  { ...strict, minProperties: 1, $id: 'PeerOfferPatch' },
);
