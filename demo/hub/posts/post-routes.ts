import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { POST_LIMITS } from '../../../src/model/post.ts';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { CursorQuery, Id, LimitQuery } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { searchText, Several } from '../peer-search/peer-list-routes.ts';
import { IMAGE_TYPES } from '../uploads/media-type.ts';
import { postIndexOf } from './post-index.ts';
import { listPosts } from './post-list.ts';
import { answerPost } from './post-mapping.ts';
import { PostPageSchema, PostSchema, PostVocabularySchema } from './post-schema.ts';
import { findPost } from './post-store.ts';

const tags = ['posts'];

const ListQuery = Type.Object({
  q: Type.Optional(Type.String({ description: 'words; what is longer than 200 characters is cut' })),
  tag: Several('tags, whatever their case'),
  author: Several('display names'),
  source: Several('ids or names'),
  topic: Several('ids or labels; topics below them count'),
  size: Several('classes of municipalities'),
  maturity: Several('how far it has come'),
  report: Type.Optional(Type.Boolean({ description: 'only experience reports' })),
  idea: Type.Optional(Id),
  mine: Type.Optional(Type.Boolean({ description: 'what the caller has written, whatever its state' })),
  queue: Type.Optional(Type.Boolean({ description: 'what waits for the caller as a moderator' })),
  limit: LimitQuery,
  cursor: CursorQuery,
});

/** Posts as readers get them: the hub's own and gathered ones, each story once. */
export const postRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = (app, { hub }) => {
  const { database, directory, config } = hub;
  const index = postIndexOf(hub);
  app.addSchema(PostPageSchema);
  // So that the first reader does not wait until every post has been read.
  app.addHook('onReady', () => index.follow());

  app.get(
    '/api/v1/posts',
    {
      schema: {
        tags,
        operationId: 'listPosts',
        description:
          'The newest first, undated ones last; with words those first that have them in their title. The same story ' +
          'from several sources is one, with `alsoOn`. Several values of one property widen, several properties narrow. ' +
          'Counts of a property are as if nothing had been chosen in it. Full texts come with `/posts/{id}`.',
        querystring: ListQuery,
        response: { 200: Type.Ref('PostPage') },
      },
    },
    async ({ caller, query }) => {
      const { items, facets, ...page } = await listPosts(hub, caller, {
        ...query,
        q: searchText(query.q),
        limit: query.limit ?? 50,
      });
      return { ...page, items: [...items], facets };
    },
  );

  app.get(
    '/api/v1/posts/vocabulary',
    {
      config: { reads: [ACCOUNTS_TOPIC] },
      schema: {
        tags,
        operationId: 'postVocabulary',
        description: 'What a form for posts needs to know before it asks.',
        response: { 200: PostVocabularySchema },
      },
    },
    ({ caller }) => ({
      topics: [...directory.topics],
      orgs: caller.kind === 'anonymous' ? [] : caller.memberships.map(({ org: { id, name } }) => ({ id, name })),
      images: {
        files: Math.min(POST_LIMITS.images, config.uploads.maxFiles),
        bytes: config.uploads.maxBytes,
        mediaTypes: [...IMAGE_TYPES],
      },
      moderated: config.posts.moderation,
    }),
  );

  app.get(
    '/api/v1/posts/:id',
    {
      schema: {
        tags,
        operationId: 'getPost',
        description:
          'One post with its full text; for those who may change it also what they wrote, and where it stands.',
        params: Type.Object({ id: Id }),
        response: { 200: PostSchema },
      },
    },
    async ({ caller, params }, reply) => {
      const { kysely } = database;
      const row = await findPost(kysely, params.id);
      const post = row && (await answerPost(hub, kysely, caller, row));
      if (!post) throw new HttpProblem('not-found');
      reply.resourceVersion = row.version;
      return { ...post };
    },
  );
  return Promise.resolve();
};
