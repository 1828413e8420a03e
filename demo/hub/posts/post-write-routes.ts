import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { Type } from 'typebox';
import type { PostInput } from '../../../src/model/post-input.ts';
import type { Post } from '../../../src/model/post.ts';
import { demand } from '../authorization/can.ts';
import type { Tables } from '../database/database.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { writeOnce } from '../http/idempotency.ts';
import { Id } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { maySeeIdea } from '../ideas/idea-rules.ts';
import { findIdea, IDEAS_TOPIC } from '../ideas/idea-store.ts';
import { schedulePostCare } from './post-care.ts';
import { postData } from './post-data.ts';
import { PostInputSchema, PostPrefillSchema, PostStepSchema } from './post-input-schema.ts';
import { answerPost } from './post-mapping.ts';
import { prefillOf } from './post-prefill.ts';
import { maySeePost } from './post-rules.ts';
import { PostSchema } from './post-schema.ts';
import { takePostStep } from './post-steps.ts';
import { findPost, POST, POSTS_TOPIC, type PostRow } from './post-store.ts';
import { changePost, createPost, deletePost } from './post-writes.ts';

const tags = ['posts'];
const Params = Type.Object({ id: Id });
const Headers = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })),
  'if-match': Type.Optional(Type.String({ maxLength: 500 })),
});

/** Posts as they are written: drafts, handed in, asked back, scheduled, published. */
export const postWriteRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = (app, { hub }) => {
  const { database, personalData, uploads } = hub;
  personalData.add(postData);
  schedulePostCare(hub);
  for (const schema of [PostInputSchema, PostStepSchema]) app.addSchema(schema);
  // A picture is seen by whoever sees the post that shows it.
  uploads.seenWith(POST, async ({ caller }, id) => {
    const row = await findPost(database.kysely, id);
    return row !== undefined && maySeePost(caller, row);
  });

  const answer = async (db: Kysely<Tables>, { caller }: FastifyRequest, row: PostRow): Promise<Post> => {
    const post = await answerPost(hub, db, caller, row);
    if (!post) throw new HttpProblem('gone');
    return post;
  };

  app.get(
    '/api/v1/ideas/:id/report',
    {
      schema: {
        tags,
        operationId: 'prefillPost',
        description: 'What the trial and the practice record of an idea give for a report. Nothing is stored.',
        params: Params,
        response: { 200: PostPrefillSchema },
      },
    },
    async ({ caller, params }) => {
      const idea = await findIdea(database.kysely, params.id);
      if (!idea || !maySeeIdea(caller, idea)) throw new HttpProblem('not-found');
      demand(caller, 'create', { type: POST });
      const { missing, ...prefill } = prefillOf(idea);
      return { ...prefill, missing: [...missing] };
    },
  );

  app.post(
    '/api/v1/posts',
    {
      schema: {
        tags,
        operationId: 'createPost',
        description: 'Begins a draft, which nobody but its author sees.',
        headers: Headers,
        body: PostInputSchema,
        response: { 201: PostSchema },
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [POSTS_TOPIC], async (transaction) => {
        const id = await createPost(hub, transaction, request, request.body as PostInput);
        const row = (await findPost(transaction, id))!;
        return { status: 201, body: await answer(transaction, request, row), version: row.version };
      }),
  );

  app.patch(
    '/api/v1/posts/:id',
    {
      schema: {
        tags,
        operationId: 'changePost',
        params: Params,
        headers: Headers,
        body: PostInputSchema,
        response: { 200: PostSchema },
      },
    },
    async (request, reply) => {
      const { version, body } = await database.write([POSTS_TOPIC], async (transaction) => {
        const row = await changePost(hub, transaction, request, request.params.id, request.body as PostInput);
        return { version: row.version, body: await answer(transaction, request, row) };
      });
      reply.resourceVersion = version;
      return reply.send({ ...body });
    },
  );

  app.delete(
    '/api/v1/posts/:id',
    { schema: { tags, operationId: 'deletePost', params: Params, headers: Headers, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await database.write([POSTS_TOPIC], (transaction) => deletePost(hub, transaction, request, request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/posts/:id/steps',
    {
      schema: {
        tags,
        operationId: 'takePostStep',
        description:
          'Hands in, publishes, sets a time, asks back or takes back, as `can` allows. An idea whose practice names no ' +
          'report yet names this one when an author of both publishes it.',
        params: Params,
        headers: Headers,
        body: PostStepSchema,
        response: { 200: PostSchema },
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [POSTS_TOPIC, IDEAS_TOPIC], async (transaction) => {
        const row = await takePostStep(hub, transaction, request, request.params.id, request.body);
        return { status: 200, body: await answer(transaction, request, row), version: row.version };
      }),
  );
  return Promise.resolve();
};
