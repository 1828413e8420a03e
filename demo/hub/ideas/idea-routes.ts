import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { writeOnce } from '../http/idempotency.ts';
import { Id } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { ideaData } from './idea-data.ts';
import { answerIdea } from './idea-mapping.ts';
import { maySeeIdea } from './idea-rules.ts';
import { asAnswer, CreatedIdeaSchema, IdeaPatchSchema, NewIdeaSchema } from './idea-schema.ts';
import { accessOf, SECRET_HEADER, secretOfSeed } from './idea-secret.ts';
import { findIdea, IDEA, IDEAS_TOPIC } from './idea-store.ts';
import { announce, announceStep } from '../webhooks/webhooks.ts';
import { changeIdea, createIdea } from './idea-writes.ts';

const tags = ['ideas'];
const params = Type.Object({ id: Id });
const READS = [IDEAS_TOPIC, ACCOUNTS_TOPIC];

/** One idea: read, submit, change. */
export const ideaRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { database } = hub;
  app.addSchema(NewIdeaSchema);
  app.addSchema(IdeaPatchSchema);
  hub.personalData.add(ideaData(hub));
  hub.uploads.seenWith(IDEA, async (request, ideaId) => {
    const row = await findIdea(database.kysely, ideaId);
    return row !== undefined && maySeeIdea(request.caller, row, accessOf(request, row));
  });

  app.get(
    '/api/v1/ideas/:id',
    {
      config: { reads: READS },
      schema: { tags, operationId: 'getIdea', params, response: { 200: Type.Ref('Idea') } },
    },
    async (request, reply) => {
      const row = await findIdea(database.kysely, request.params.id);
      if (!row || !maySeeIdea(request.caller, row, accessOf(request, row))) throw new HttpProblem('not-found');
      reply.resourceVersion = row.version;
      return asAnswer(await answerIdea(hub, database.kysely, request, row));
    },
  );

  app.post(
    '/api/v1/ideas',
    {
      schema: {
        tags,
        operationId: 'createIdea',
        description:
          'A draft, or an idea that a moderator reads before others do, unless the configuration lets it be open at ' +
          'once. Without a name it comes with a secret: who sends it as `X-Idea-Secret` acts as the author.',
        headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })) }),
        body: NewIdeaSchema,
        response: { 201: CreatedIdeaSchema },
      },
    },
    async (request, reply) => {
      const { caller, now, body } = request;
      // From here on nobody knows who it was, nor does what is kept.
      if (body.anonymous === true) request.caller = ANONYMOUS;
      return writeOnce(
        hub,
        request,
        reply,
        body.sessionId === undefined ? [IDEAS_TOPIC] : [IDEAS_TOPIC, EVENTS_TOPIC],
        async (transaction) => {
          const { row, seed } = await createIdea(hub, transaction, { caller, now }, body);
          await announceStep(hub, transaction, row, now);
          const secret = seed === undefined ? undefined : secretOfSeed(hub, seed);
          const asking = {
            caller: request.caller,
            headers: { ...(secret !== undefined && { [SECRET_HEADER]: secret }) },
          };
          return {
            status: 201,
            body: {
              idea: asAnswer(await answerIdea(hub, transaction, asking, row)),
              ...(seed !== undefined && { secret: seed }),
            },
            location: `/api/v1/ideas/${row.id}`,
            version: row.version,
          };
        },
        // The answer is kept with the seed; the secret itself is nowhere.
        ({ secret: seed, ...answer }) => ({ ...answer, ...(seed && { secret: secretOfSeed(hub, seed) }) }),
      );
    },
  );

  app.patch(
    '/api/v1/ideas/:id',
    {
      schema: {
        tags,
        operationId: 'changeIdea',
        params,
        headers: Type.Object({ 'if-match': Type.Optional(Type.String({ maxLength: 500 })) }),
        body: IdeaPatchSchema,
        response: { 200: Type.Ref('Idea') },
      },
    },
    async (request, reply) => {
      const row = await database.write([IDEAS_TOPIC], async (transaction) => {
        const changed = await changeIdea(hub, transaction, request, request.params.id, request.body);
        await announce(hub, transaction, 'idea.changed', changed);
        return changed;
      });
      reply.resourceVersion = row.version;
      return reply.send(asAnswer(await answerIdea(hub, database.kysely, request, row)));
    },
  );
};
