import { Type } from 'typebox';
import { MATURITIES, MUNICIPALITY_SIZES, POST_DEEDS, REPORT_CHAPTERS } from '../../../src/model/post.ts';
import { Id, Instant, oneOf } from '../http/shared-schemas.ts';

const strict = { additionalProperties: false } as const;
/** Longer than any limit in characters: what is too long is told by the check of the field, in its words. */
const Text = Type.String({ maxLength: 200_000 });
const orNothing = (schema: Parameters<typeof Type.Union>[0][number]) => Type.Union([schema, Type.Null()]);

/** `PostInput` of the model. */
export const PostInputSchema = Type.Object(
  {
    title: Type.Optional(Text),
    teaser: Type.Optional(Text),
    body: Type.Optional(Text),
    chapters: Type.Optional(
      Type.Object(Object.fromEntries(REPORT_CHAPTERS.map((chapter) => [chapter, Type.Optional(Text)])), strict),
    ),
    topics: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 })),
    tags: Type.Optional(Type.Array(Type.String({ maxLength: 1_000 }), { maxItems: 50 })),
    size: Type.Optional(orNothing(oneOf(MUNICIPALITY_SIZES))),
    maturity: Type.Optional(orNothing(oneOf(MATURITIES))),
    images: Type.Optional(Type.Array(Type.Object({ id: Id, alt: Text }, strict), { maxItems: 50 })),
    ideaId: Type.Optional(orNothing(Id)),
    orgId: Type.Optional(Id),
    lang: Type.Optional(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 40 })),
  },
  { ...strict, $id: 'PostInput' },
);

/** `PostStep` of the model. */
export const PostStepSchema = Type.Object(
  {
    to: oneOf(POST_DEEDS.filter((deed) => deed !== 'update' && deed !== 'delete')),
    publishAt: Type.Optional(Instant),
    note: Type.Optional(Text),
  },
  { ...strict, $id: 'PostStep' },
);

/** `PostPrefill` of the model. */
export const PostPrefillSchema = Type.Object({
  input: Type.Ref('PostInput'),
  ideaTitle: Type.String(),
  missing: Type.Array(oneOf(REPORT_CHAPTERS)),
});
