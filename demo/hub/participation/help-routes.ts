import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { Type } from 'typebox';
import type { HelpOffer } from '../../../src/model/idea-participation.ts';
import type { Tables } from '../database/database.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { writeOnce } from '../http/idempotency.ts';
import { Id } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { IDEAS_TOPIC } from '../ideas/idea-store.ts';
import { announce } from '../webhooks/webhooks.ts';
import { readIdea } from './held-idea.ts';
import { addOffer, answerOffer, answerOffers, findOffers, type ActedOffer } from './help-offers.ts';
import {
  HelpAnswerSchema,
  HelpInputSchema,
  HelpOfferSchema,
  IdeaParams,
  listOf,
  SecretHeader,
  WriteHeaders,
} from './participation-schema.ts';

const tags = ['ideas'];
const ACTIONS = ['accept', 'decline', 'done', 'withdraw'] as const;

/** Help that people offer an idea, and what becomes of it. */
export const helpRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { database } = hub;
  for (const schema of [HelpOfferSchema, HelpInputSchema, HelpAnswerSchema]) app.addSchema(schema);

  async function answerOne(
    db: Kysely<Tables>,
    { caller }: FastifyRequest,
    { guarded, offer }: ActedOffer,
  ): Promise<HelpOffer> {
    const [answer] = await answerOffers(hub, db, caller, guarded, [offer]);
    if (!answer) throw new HttpProblem('not-found');
    return answer;
  }

  app.get(
    '/api/v1/ideas/:id/help-offers',
    {
      config: { reads: [IDEAS_TOPIC, ACCOUNTS_TOPIC] },
      schema: {
        tags,
        operationId: 'listHelpOffers',
        params: IdeaParams,
        headers: SecretHeader,
        response: { 200: listOf(Type.Ref('HelpOffer')) },
      },
    },
    async (request, reply) => {
      const { kysely } = database;
      const { guarded } = await readIdea(kysely, request, request.params.id);
      const rows = await findOffers(kysely, request.params.id);
      return reply.send({ items: await answerOffers(hub, kysely, request.caller, guarded, rows) });
    },
  );

  app.post(
    '/api/v1/ideas/:id/help-offers',
    {
      schema: {
        tags,
        operationId: 'offerHelp',
        params: IdeaParams,
        headers: WriteHeaders,
        body: HelpInputSchema,
        response: { 201: Type.Ref('HelpOffer') },
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [IDEAS_TOPIC], async (transaction) => {
        const held = await addOffer(transaction, request, request.params.id, request.body);
        await announce(hub, transaction, 'idea.help-offered', held.row);
        return { status: 201, body: await answerOne(transaction, request, held) };
      }),
  );

  for (const action of ACTIONS) {
    app.post(
      `/api/v1/help-offers/:id/${action}`,
      {
        schema: {
          tags,
          operationId: `${action}HelpOffer`,
          params: Type.Object({ id: Id }),
          headers: WriteHeaders,
          body: HelpAnswerSchema,
          response: { 200: Type.Ref('HelpOffer') },
        },
      },
      async (request, reply) =>
        writeOnce(hub, request, reply, [IDEAS_TOPIC], async (transaction) => ({
          status: 200,
          body: await answerOne(
            transaction,
            request,
            await answerOffer(transaction, request, request.params.id, action, request.body),
          ),
        })),
    );
  }
};
