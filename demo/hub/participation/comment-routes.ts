import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { Type } from 'typebox';
import type { IdeaComment } from '../../../src/model/idea-participation.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { writeOnce } from '../http/idempotency.ts';
import type { Hub } from '../hub.ts';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { IDEAS_TOPIC } from '../ideas/idea-store.ts';
import { announce } from '../webhooks/webhooks.ts';
import { answerComments, inThreads } from './comment-mapping.ts';
import {
  addComment,
  editComment,
  findComments,
  hideComment,
  react,
  removeComment,
  showComment,
  type ActedComment,
} from './comments.ts';
import { readIdea } from './held-idea.ts';
import {
  CommentInputSchema,
  CommentParams,
  CommentPatchSchema,
  CommentSchema,
  IdeaParams,
  listOf,
  NoInputSchema,
  ReactionParams,
  ReasonSchema,
  SecretHeader,
  WriteHeaders,
} from './participation-schema.ts';
import { callersOf } from './person-callers.ts';

const tags = ['ideas'];
const response = { 200: Type.Ref('IdeaComment') };

/** Comments of ideas: read, say, change, take back, hide and show, thank for. */
export const commentRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { database } = hub;
  for (const schema of [CommentSchema, CommentInputSchema, CommentPatchSchema, ReasonSchema]) app.addSchema(schema);

  async function answerOne(
    db: Kysely<Tables>,
    { caller }: FastifyRequest,
    { guarded, comment }: Pick<ActedComment, 'guarded' | 'comment'>,
  ): Promise<IdeaComment> {
    const [answer] = await answerComments(hub, db, caller, guarded, [comment]);
    if (!answer) throw new HttpProblem('not-found');
    return answer;
  }

  /** Runs a write that can be repeated, and answers the comment as the caller sees it afterwards. */
  async function answered(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (transaction: HubTransaction) => Promise<ActedComment>,
  ) {
    const { version, answer } = await database.write([IDEAS_TOPIC], async (transaction) => {
      const changed = await work(transaction);
      return { version: changed.comment.version, answer: await answerOne(transaction, request, changed) };
    });
    reply.resourceVersion = version;
    return reply.send(answer);
  }

  app.get(
    '/api/v1/ideas/:id/comments',
    {
      config: { reads: [IDEAS_TOPIC, ACCOUNTS_TOPIC] },
      schema: {
        tags,
        operationId: 'listComments',
        description: 'All comments, oldest first, replies after what they reply to.',
        params: IdeaParams,
        headers: SecretHeader,
        response: { 200: listOf(Type.Ref('IdeaComment')) },
      },
    },
    async (request, reply) => {
      const { kysely } = database;
      const { guarded } = await readIdea(kysely, request, request.params.id);
      const rows = inThreads(await findComments(kysely, request.params.id));
      return reply.send({ items: await answerComments(hub, kysely, request.caller, guarded, rows) });
    },
  );

  app.post(
    '/api/v1/ideas/:id/comments',
    {
      schema: {
        tags,
        operationId: 'addComment',
        params: IdeaParams,
        headers: WriteHeaders,
        body: CommentInputSchema,
        response: { 201: Type.Ref('IdeaComment') },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const callers = await callersOf(hub, database.kysely, request.body.mentionIds ?? []);
      return writeOnce(hub, request, reply, [IDEAS_TOPIC], async (transaction) => {
        const { held, comment } = await addComment(transaction, request, id, request.body, callers);
        if (comment.state === 'visible') await announce(hub, transaction, 'idea.commented', held.row);
        return {
          status: 201,
          body: await answerOne(transaction, request, { guarded: held.guarded, comment }),
          version: comment.version,
        };
      });
    },
  );

  app.patch(
    '/api/v1/comments/:id',
    {
      schema: {
        tags,
        operationId: 'changeComment',
        params: CommentParams,
        headers: WriteHeaders,
        body: CommentPatchSchema,
        response,
      },
    },
    (request, reply) =>
      answered(request, reply, (transaction) =>
        editComment(transaction, request, request.params.id, request.body.body),
      ),
  );

  app.delete(
    '/api/v1/comments/:id',
    { schema: { tags, operationId: 'removeComment', params: CommentParams, headers: WriteHeaders, response } },
    (request, reply) =>
      answered(request, reply, (transaction) => removeComment(transaction, request, request.params.id)),
  );

  app.post(
    '/api/v1/comments/:id/hide',
    {
      schema: {
        tags,
        operationId: 'hideComment',
        params: CommentParams,
        headers: WriteHeaders,
        body: ReasonSchema,
        response,
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [IDEAS_TOPIC], async (transaction) => {
        const held = await hideComment(transaction, request, request.params.id, request.body.reason);
        return { status: 200, body: await answerOne(transaction, request, held), version: held.comment.version };
      }),
  );

  app.post(
    '/api/v1/comments/:id/show',
    {
      schema: {
        tags,
        operationId: 'showComment',
        params: CommentParams,
        headers: WriteHeaders,
        body: NoInputSchema,
        response,
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [IDEAS_TOPIC], async (transaction) => {
        const held = await showComment(transaction, request, request.params.id);
        if (held.isNew) await announce(hub, transaction, 'idea.commented', held.row);
        return { status: 200, body: await answerOne(transaction, request, held), version: held.comment.version };
      }),
  );

  for (const { method, on, operationId } of [
    { method: 'PUT', on: true, operationId: 'reactToComment' },
    { method: 'DELETE', on: false, operationId: 'takeReactionBack' },
  ] as const) {
    app.route({
      method,
      url: '/api/v1/comments/:id/reactions/:reaction/me',
      schema: { tags, operationId, params: ReactionParams, headers: WriteHeaders, response },
      handler: (request, reply) =>
        answered(request, reply, (transaction) =>
          react(transaction, request, request.params.id, request.params.reaction, on),
        ),
    });
  }
};
