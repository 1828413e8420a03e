import { Type, type Static } from 'typebox';
import { HELP_SIZES, IDEA_LIMITS } from '../../../src/model/idea.ts';
import {
  COMMENT_KINDS,
  COMMENT_STATES,
  HELP_STATES,
  REACTIONS,
  SUPPORT_LEVELS,
  SUPPORT_SHOWN,
} from '../../../src/model/idea-participation.ts';
import { HELP_KINDS } from '../../../src/model/idea.ts';
import { Can, Id, Instant, oneOf, OrgRefSchema, PersonRefSchema } from '../http/shared-schemas.ts';

/** Longest texts of a request in units, far above what they may have in characters. */
const text = (characters: number) => Type.String({ maxLength: characters * 8 });
const strict = { additionalProperties: false } as const;

export const IdeaParams = Type.Object({ id: Id });
export const CommentParams = Type.Object({ id: Id });
export const ReactionParams = Type.Object({ id: Id, reaction: oneOf(REACTIONS) });
export const SecretHeader = Type.Object({
  'x-idea-secret': Type.Optional(Type.String({ maxLength: 200 })),
});
export const WriteHeaders = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })),
  'if-match': Type.Optional(Type.String({ maxLength: 500 })),
  'x-idea-secret': Type.Optional(Type.String({ maxLength: 200 })),
});

export const SupportSchema = Type.Object(
  {
    level: oneOf(SUPPORT_LEVELS),
    person: Type.Optional(PersonRefSchema),
    org: Type.Optional(OrgRefSchema),
    note: Type.Optional(Type.String()),
    at: Instant,
  },
  { $id: 'IdeaSupport' },
);

export const SupportInputSchema = Type.Object(
  {
    level: oneOf(SUPPORT_LEVELS),
    shown: oneOf(SUPPORT_SHOWN),
    note: Type.Optional(text(IDEA_LIMITS.supportNote)),
  },
  { ...strict, $id: 'SupportInput' },
);
export type SupportInput = Static<typeof SupportInputSchema>;

export const CommentSchema = Type.Object(
  {
    id: Type.String(),
    ideaId: Type.String(),
    parentId: Type.Optional(Type.String()),
    kind: oneOf(COMMENT_KINDS),
    body: Type.String({ description: 'Markdown subset; empty where it was removed or is hidden from the caller' }),
    author: Type.Optional(PersonRefSchema),
    anonymous: Type.Optional(Type.Boolean()),
    state: oneOf(COMMENT_STATES),
    reason: Type.Optional(Type.String({ description: 'why a moderator hid it' })),
    mentions: Type.Optional(Type.Array(PersonRefSchema)),
    reactions: Type.Optional(
      Type.Object(Object.fromEntries(REACTIONS.map((reaction) => [reaction, Type.Optional(Type.Integer())]))),
    ),
    me: Type.Optional(Type.Object({ reactions: Type.Optional(Type.Array(oneOf(REACTIONS))) })),
    createdAt: Instant,
    editedAt: Type.Optional(Instant),
    etag: Type.Optional(Type.String({ description: '`If-Match` of a change' })),
    can: Can,
  },
  { $id: 'IdeaComment' },
);

export const CommentInputSchema = Type.Object(
  {
    kind: oneOf(COMMENT_KINDS),
    body: text(IDEA_LIMITS.comment),
    parentId: Type.Optional(Id),
    mentionIds: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  },
  { ...strict, $id: 'CommentInput' },
);
export type CommentInput = Static<typeof CommentInputSchema>;

export const CommentPatchSchema = Type.Object({ body: text(IDEA_LIMITS.comment) }, { ...strict, $id: 'CommentPatch' });
export const ReasonSchema = Type.Object({ reason: text(IDEA_LIMITS.note) }, { ...strict, $id: 'Reason' });
export const NoInputSchema = Type.Object({}, { ...strict });
export const NoteSchema = Type.Object({ note: text(IDEA_LIMITS.note) }, { ...strict, $id: 'SettleInput' });

export const HelpOfferSchema = Type.Object(
  {
    id: Type.String(),
    ideaId: Type.String(),
    kinds: Type.Array(oneOf(HELP_KINDS)),
    hours: Type.Optional(oneOf(HELP_SIZES)),
    text: Type.Optional(Type.String({ description: "for the idea's authors and whoever offers" })),
    person: Type.Optional(PersonRefSchema),
    state: oneOf(HELP_STATES),
    thanks: Type.Optional(Type.String()),
    createdAt: Instant,
    can: Can,
  },
  { $id: 'HelpOffer' },
);

export const HelpInputSchema = Type.Object(
  {
    kinds: Type.Array(oneOf(HELP_KINDS), { minItems: 1, maxItems: IDEA_LIMITS.helpKinds, uniqueItems: true }),
    hours: Type.Optional(oneOf(HELP_SIZES)),
    text: Type.Optional(text(IDEA_LIMITS.helpText)),
  },
  { ...strict, $id: 'HelpInput' },
);
export type HelpInput = Static<typeof HelpInputSchema>;

export const HelpAnswerSchema = Type.Object(
  {
    thanks: Type.Optional(text(IDEA_LIMITS.thanks)),
    needIndex: Type.Optional(
      Type.Integer({ minimum: 0, maximum: IDEA_LIMITS.needs - 1, description: 'the need that this help meets' }),
    ),
  },
  { ...strict, $id: 'HelpAnswer' },
);
export type HelpAnswer = Static<typeof HelpAnswerSchema>;

export const ReportInputSchema = Type.Object(
  {
    object: Type.Object({ type: oneOf(['idea', 'comment'] as const), id: Id }, strict),
    reason: text(IDEA_LIMITS.note),
  },
  { ...strict, $id: 'ReportInput' },
);
export type ReportInput = Static<typeof ReportInputSchema>;

/** What was reported, for moderators; never who reported it. */
export const ReportSchema = Type.Object({
  id: Type.String(),
  object: Type.Object({ type: oneOf(['idea', 'comment'] as const), id: Type.String() }),
  reason: Type.String(),
  at: Instant,
});

export const listOf = <T extends Parameters<typeof Type.Array>[0]>(item: T) => Type.Object({ items: Type.Array(item) });
