import { Type } from 'typebox';
import {
  MATURITIES,
  MUNICIPALITY_SIZES,
  POST_SOURCE_KINDS,
  POST_STATES,
  REPORT_CHAPTERS,
  type Post,
} from '../../../src/model/post.ts';
import { POST_FACETS } from '../../../src/model/post-filter.ts';
import { Can, FacetSchema, Instant, oneOf, OrgRefSchema, PersonRefSchema, TopicSchema } from '../http/shared-schemas.ts'; // prettier-ignore

const PostImageSchema = Type.Object({
  url: Type.String(),
  alt: Type.Optional(Type.String()),
  width: Type.Optional(Type.Integer({ description: 'pixels' })),
  height: Type.Optional(Type.Integer({ description: 'pixels' })),
});

const PostSourceSchema = Type.Object({
  id: Type.String(),
  label: Type.Optional(Type.String()),
  title: Type.Optional(Type.String()),
  url: Type.Optional(Type.String()),
  kind: Type.Optional(oneOf(POST_SOURCE_KINDS)),
});

const ChaptersSchema = Type.Object(
  Object.fromEntries(REPORT_CHAPTERS.map((chapter) => [chapter, Type.Optional(Type.String())])),
);

/** `Post` of the model, field by field. */
export const PostSchema = Type.Unsafe<Post>(
  Type.Object(
    {
      id: Type.String(),
      url: Type.Optional(Type.String()),
      title: Type.String(),
      teaser: Type.String(),
      content: Type.Optional(Type.String({ description: 'the full text; lists leave it out' })),
      format: Type.Optional(oneOf(['html', 'markdown'] as const)),
      warning: Type.Optional(Type.String()),
      image: Type.Optional(PostImageSchema),
      authors: Type.Array(PersonRefSchema),
      publishedAt: Type.Optional(Instant),
      updatedAt: Type.Optional(Instant),
      tags: Type.Array(Type.String()),
      topics: Type.Optional(Type.Array(TopicSchema)),
      org: Type.Optional(OrgRefSchema),
      lang: Type.Optional(Type.String()),
      source: Type.Optional(PostSourceSchema),
      alsoOn: Type.Optional(Type.Array(Type.Object({ url: Type.String(), source: PostSourceSchema }))),
      report: Type.Optional(ChaptersSchema),
      size: Type.Optional(oneOf(MUNICIPALITY_SIZES)),
      maturity: Type.Optional(oneOf(MATURITIES)),
      ideaId: Type.Optional(Type.String()),
      ideaTitle: Type.Optional(Type.String()),
      words: Type.Optional(Type.Integer()),
      isProtected: Type.Optional(Type.Boolean()),
      licence: Type.Optional(Type.String()),
      state: Type.Optional(oneOf(POST_STATES)),
      publishAt: Type.Optional(Instant),
      question: Type.Optional(Type.String()),
      body: Type.Optional(Type.String()),
      chapters: Type.Optional(ChaptersSchema),
      images: Type.Optional(Type.Array(Type.Object({ id: Type.String(), ...PostImageSchema.properties }))),
      can: Type.Optional(Can),
    },
    { $id: 'Post' },
  ),
);

export const PostPageSchema = Type.Object(
  {
    items: Type.Array(PostSchema),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    total: Type.Integer(),
    facets: Type.Object(Object.fromEntries(POST_FACETS.map((facet) => [facet, FacetSchema]))),
  },
  { $id: 'PostPage' },
);

export const PostVocabularySchema = Type.Object({
  topics: Type.Array(TopicSchema),
  orgs: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), url: Type.Optional(Type.String()) }), {
    description: 'that the caller may write for',
  }),
  images: Type.Object({
    files: Type.Integer(),
    bytes: Type.Integer(),
    mediaTypes: Type.Array(Type.String()),
  }),
  moderated: Type.Boolean({ description: 'somebody else reads what a member writes before it comes out' }),
});
