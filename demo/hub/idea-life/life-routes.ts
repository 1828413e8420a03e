import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { HubTransaction } from '../database/database.ts';
import { writeOnce } from '../http/idempotency.ts';
import { Id } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { answerIdea } from '../ideas/idea-mapping.ts';
import type { IdeaRow } from '../ideas/idea-rules.ts';
import { IDEAS_TOPIC } from '../ideas/idea-store.ts';
import { announce, announceStep } from '../webhooks/webhooks.ts';
import { answerAnIdea } from './answer.ts';
import { scheduleIdeaCare } from './care.ts';
import { IdeaAnswerSchema, PendingReplySchema, TakeOverSchema, TransitionSchema } from './life-schema.ts';
import { acceptPending, refusePending } from './pending.ts';
import { takeStep } from './steps.ts';
import { takeOver } from './take-over.ts';

const Params = Type.Object({ id: Id });
const Headers = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })),
  'if-match': Type.Optional(Type.String({ maxLength: 500 })),
  'x-idea-secret': Type.Optional(Type.String({ maxLength: 200 })),
});
const tags = ['ideas'];
const response = { 200: Type.Ref('Idea') };

/** An idea's way: its steps, what waits for consent, who takes it over, what is answered. After the routes of ideas. */
export const ideaLifeRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  for (const schema of [TransitionSchema, TakeOverSchema, PendingReplySchema, IdeaAnswerSchema]) app.addSchema(schema);
  scheduleIdeaCare(hub);

  const answered = async (transaction: HubTransaction, request: FastifyRequest, row: IdeaRow, status = 200) => ({
    status,
    body: await answerIdea(hub, transaction, request, row),
    version: row.version,
    ...(status === 201 && { location: `/api/v1/ideas/${row.id}` }),
  });

  /** A step that has been taken; one that waits for consent has not. */
  const stepped = async (transaction: HubTransaction, request: FastifyRequest, row: IdeaRow) => {
    if (row.pending === null) await announceStep(hub, transaction, row, request.now);
    return answered(transaction, request, row);
  };

  app.post(
    '/api/v1/ideas/:id/transitions',
    {
      schema: {
        tags,
        operationId: 'moveIdea',
        params: Params,
        headers: Headers,
        body: TransitionSchema,
        response,
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [IDEAS_TOPIC], async (transaction) =>
        stepped(transaction, request, await takeStep(hub, transaction, request, request.params.id, request.body)),
      ),
  );

  app.post(
    '/api/v1/ideas/:id/pending/accept',
    {
      schema: {
        tags,
        operationId: 'acceptPendingStep',
        params: Params,
        headers: Headers,
        body: PendingReplySchema,
        response,
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [IDEAS_TOPIC], async (transaction) =>
        stepped(transaction, request, await acceptPending(transaction, request, request.params.id, request.body)),
      ),
  );

  app.post(
    '/api/v1/ideas/:id/pending/refuse',
    {
      schema: {
        tags,
        operationId: 'refusePendingStep',
        params: Params,
        headers: Headers,
        body: PendingReplySchema,
        response,
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [IDEAS_TOPIC], async (transaction) =>
        answered(transaction, request, await refusePending(transaction, request, request.params.id, request.body)),
      ),
  );

  app.post(
    '/api/v1/ideas/:id/take-over',
    {
      schema: {
        tags,
        operationId: 'takeOverIdea',
        params: Params,
        headers: Headers,
        body: TakeOverSchema,
        response: { 201: Type.Ref('Idea') },
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [IDEAS_TOPIC], async (transaction) => {
        const made = await takeOver(transaction, request, request.params.id, request.body);
        await announce(hub, transaction, 'idea.taken-over', made);
        return answered(transaction, request, made, 201);
      }),
  );

  app.put(
    '/api/v1/ideas/:id/answer',
    {
      schema: {
        tags,
        operationId: 'answerIdea',
        params: Params,
        headers: Headers,
        body: IdeaAnswerSchema,
        response,
      },
    },
    async (request, reply) => {
      const { row, body } = await hub.database.write([IDEAS_TOPIC], async (transaction) => {
        const saved = await answerAnIdea(hub, transaction, request, request.params.id, request.body);
        await announce(hub, transaction, 'idea.answered', saved);
        return { row: saved, body: await answerIdea(hub, transaction, request, saved) };
      });
      reply.resourceVersion = row.version;
      return reply.send(body);
    },
  );
};
