import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { Type } from 'typebox';
import type { PeerOffer } from '../../../src/model/peer.ts';
import { demandAccount } from '../authorization/can.ts';
import type { Tables } from '../database/database.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { writeOnce } from '../http/idempotency.ts';
import { Id } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { answerPeople } from '../limits/people-budget.ts';
import { searchText } from '../peer-search/peer-list-routes.ts';
import { PeerOfferSchema } from '../peers/peer-schema.ts';
import { PEERS_TOPIC } from '../peers/peer-store.ts';
import { answerOffers, listOffers, offerRow, ownOffers, type OfferListQuery } from './offer-list.ts';
import { NewOfferSchema, OfferPageSchema, OfferPatchSchema, OfferQuery } from './offer-schema.ts';
import { changeOffer, createOffer } from './offer-writes.ts';

const Headers = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })),
  'if-match': Type.Optional(Type.String({ maxLength: 500 })),
});
const tags = ['peers'];

/** What people offer each other and seek. */
export const offerRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = (app, { hub }) => {
  const { database } = hub;
  for (const schema of [NewOfferSchema, OfferPatchSchema, OfferPageSchema]) app.addSchema(schema);

  const answer = async (db: Kysely<Tables>, { caller, now }: FastifyRequest, id: string): Promise<PeerOffer> => {
    const row = await offerRow(db, id);
    const [offer] = row ? await answerOffers(hub, db, caller, [row], now) : [];
    if (!offer) throw new HttpProblem('gone');
    return offer;
  };

  app.get(
    '/api/v1/offers',
    {
      schema: {
        tags,
        operationId: 'listOffers',
        description:
          'Offers and seeks that stand, of people who are listed and whose offers the caller may see, the newest first. ' +
          'Counts of a property are as if nothing had been chosen in it. It counts towards the limit of people shown in an hour.',
        querystring: OfferQuery,
        response: { 200: Type.Ref('PeerOfferPage') },
      },
    },
    async (request, reply) => {
      const { caller, now } = request;
      const { mine, ...asked } = request.query;
      const query: OfferListQuery = { ...asked, q: searchText(asked.q), limit: asked.limit ?? 50 };
      if (mine) return { ...(await ownOffers(hub, demandAccount(caller), query, now)) };
      const { people, ...page } = await listOffers(hub, caller, query, now);
      return answerPeople(hub, request, reply, page, people);
    },
  );

  app.post(
    '/api/v1/offers',
    {
      schema: {
        tags,
        operationId: 'createOffer',
        description: 'Adds to the caller’s entry, whether it is published or not; others see it once it is.',
        headers: Headers,
        body: NewOfferSchema,
        response: { 201: PeerOfferSchema },
      },
    },
    async (request, reply) => {
      demandAccount(request.caller);
      return writeOnce(hub, request, reply, [PEERS_TOPIC], async (transaction) => {
        const id = await createOffer(hub, transaction, request, request.body);
        return { status: 201, body: await answer(transaction, request, id), version: 1 };
      });
    },
  );

  app.patch(
    '/api/v1/offers/:id',
    {
      schema: {
        tags,
        operationId: 'changeOffer',
        description: 'Changes, renews (`until`), closes or reopens (`state`) an offer of the caller’s own.',
        params: Type.Object({ id: Id }),
        headers: Headers,
        body: OfferPatchSchema,
        response: { 200: PeerOfferSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { version, body } = await database.write([PEERS_TOPIC], async (transaction) => {
        const saved = await changeOffer(hub, transaction, request, id, request.body);
        return { version: saved.version, body: await answer(transaction, request, id) };
      });
      reply.resourceVersion = version;
      return reply.send(body);
    },
  );
  return Promise.resolve();
};
