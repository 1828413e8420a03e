import { Type } from 'typebox';
import { REQUEST_STATES } from '../../../src/model/contact-request.ts';
import { CHANNELS } from '../../../src/model/peer-profile.ts';
import { Can, CursorQuery, Id, ImageSchema, LimitQuery, oneOf, OrgRefSchema } from '../http/shared-schemas.ts';

const strict = { additionalProperties: false } as const;
const ABOUT = ['idea', 'offer', 'event'] as const;
const Reveal = Type.Array(oneOf(CHANNELS), { maxItems: 10 });

/** Never an address. */
const BriefSchema = Type.Object({
  id: Type.String(),
  displayName: Type.String(),
  org: Type.Optional(OrgRefSchema),
  unit: Type.Optional(Type.String()),
  photo: Type.Optional(ImageSchema),
});

const request = {
  id: Type.String(),
  box: oneOf(['received', 'sent'] as const),
  peer: BriefSchema,
  about: Type.Optional(Type.Object({ type: oneOf(ABOUT), id: Type.String(), title: Type.String() })),
  topic: Type.Optional(Type.String()),
  message: Type.String(),
  reveal: Type.Array(oneOf(CHANNELS), { description: 'what the sender gives when it is accepted' }),
  state: oneOf(REQUEST_STATES),
  createdAt: Type.String(),
  expiresAt: Type.String(),
  answeredAt: Type.Optional(Type.String()),
  can: Can,
};

/** A request as lists and writes answer it. Addresses are no part of it. */
export const ContactRequestSchema = Type.Object(request, { $id: 'ContactRequest' });

/** One request, the only answer with an address of somebody else. */
export const OpenedRequestSchema = Type.Object(
  {
    ...request,
    contact: Type.Optional(
      Type.Object(
        {
          email: Type.Optional(Type.String()),
          phone: Type.Optional(Type.String()),
          chat: Type.Optional(Type.String()),
        },
        { description: 'what the other one chose to give, as it is now; of accepted requests only' },
      ),
    ),
  },
  { $id: 'OpenedContactRequest' },
);

export const RequestsPageSchema = Type.Object({
  items: Type.Array(Type.Ref('ContactRequest')),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
  total: Type.Integer(),
  waiting: Type.Integer({ description: 'those that wait for the caller’s answer' }),
});

export const RequestsQuery = Type.Object({
  box: Type.Optional(oneOf(['received', 'sent'] as const)),
  limit: LimitQuery,
  cursor: CursorQuery,
});

/** Lengths in characters that people count are checked beyond this (see contact-sending). */
export const NewContactSchema = Type.Object(
  {
    toId: Id,
    about: Type.Optional(Type.Object({ type: oneOf(ABOUT), id: Id }, strict)),
    topic: Type.Optional(Type.String({ maxLength: 2_000 })),
    message: Type.String({ maxLength: 50_000 }),
    reveal: Reveal,
  },
  { ...strict, $id: 'NewContactRequest' },
);

export const ContactReplySchema = Type.Union([Type.Object({ reveal: Type.Optional(Reveal) }, strict), Type.Null()]);

export const BlocksSchema = Type.Object({ items: Type.Array(Type.Object({ peer: BriefSchema, at: Type.String() })) });
