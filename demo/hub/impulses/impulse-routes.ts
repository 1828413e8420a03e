import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { Type } from 'typebox';
import type { Tables } from '../database/database.ts';
import { answerEvent } from '../events/event-answers.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { writeOnce } from '../http/idempotency.ts';
import { Id } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { impulseData } from './impulse-data.ts';
import { ImpulseDateSchema, ImpulsePageSchema, ImpulsePatchSchema, ImpulseQuery, ImpulseSchema, NewImpulseSchema } from './impulse-schema.ts'; // prettier-ignore
import { impulseAnswer, listImpulses, type ImpulseAnswer } from './impulse-store.ts';
import { changeImpulse, dateImpulse, offerImpulse, setImpulseInterest, withdrawImpulse } from './impulse-writes.ts';

const Params = Type.Object({ id: Id });
const Headers = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })),
  'if-match': Type.Optional(Type.String({ maxLength: 500 })),
});
const tags = ['impulses'];
const response = { 200: ImpulseSchema };

/** Short sessions that members offer each other: first by interest, then with a date. */
export const impulseRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = (app, { hub }) => {
  const { database, personalData } = hub;
  personalData.add(impulseData);
  for (const schema of [NewImpulseSchema, ImpulsePatchSchema, ImpulseDateSchema]) app.addSchema(schema);

  const answer = async (db: Kysely<Tables>, { caller }: FastifyRequest, id: string): Promise<ImpulseAnswer> => {
    const impulse = await impulseAnswer(hub, db, caller, id);
    if (!impulse) throw new HttpProblem('gone');
    return impulse;
  };

  app.get(
    '/api/v1/impulses',
    {
      schema: {
        tags,
        operationId: 'listImpulses',
        description: 'Offered ones by newest, then those with a date ahead. Names are for people of the network.',
        querystring: ImpulseQuery,
        response: { 200: ImpulsePageSchema },
      },
    },
    async ({ query, caller, now }) => {
      if (query.mine && caller.kind === 'anonymous') throw new HttpProblem('sign-in-required');
      return listImpulses(hub, database.kysely, caller, { ...query, limit: query.limit ?? 50 }, now);
    },
  );

  app.post(
    '/api/v1/impulses',
    {
      schema: {
        tags,
        operationId: 'offerImpulse',
        headers: Headers,
        body: NewImpulseSchema,
        response: { 201: ImpulseSchema },
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [EVENTS_TOPIC], async (transaction) => {
        const id = await offerImpulse(hub, transaction, request, request.body);
        return { status: 201, body: await answer(transaction, request, id), version: 1 };
      }),
  );

  app.patch(
    '/api/v1/impulses/:id',
    {
      schema: {
        tags,
        operationId: 'changeImpulse',
        params: Params,
        headers: Headers,
        body: ImpulsePatchSchema,
        response,
      },
    },
    async (request, reply) => {
      const { version, body } = await database.write([EVENTS_TOPIC], async (transaction) => {
        const saved = await changeImpulse(hub, transaction, request, request.params.id, request.body);
        return { version: saved.version, body: await answer(transaction, request, saved.id) };
      });
      reply.resourceVersion = version;
      return reply.send(body);
    },
  );

  app.delete(
    '/api/v1/impulses/:id',
    { schema: { tags, operationId: 'withdrawImpulse', params: Params, headers: Headers, response } },
    async (request, reply) => {
      const { version, body } = await database.write([EVENTS_TOPIC], async (transaction) => {
        const saved = await withdrawImpulse(transaction, request, request.params.id);
        return { version: saved.version, body: await answer(transaction, request, saved.id) };
      });
      reply.resourceVersion = version;
      return reply.send(body);
    },
  );

  for (const { method, interested, operationId } of [
    { method: 'PUT', interested: true, operationId: 'markImpulseInterest' },
    { method: 'DELETE', interested: false, operationId: 'takeImpulseInterestBack' },
  ] as const) {
    app.route({
      method,
      url: '/api/v1/impulses/:id/interest/me',
      schema: { tags, operationId, params: Params, headers: Headers, response },
      handler: async (request, reply) => {
        const { id } = request.params;
        await database.write([EVENTS_TOPIC], (transaction) => setImpulseInterest(transaction, request, id, interested));
        return reply.send(await answer(database.kysely, request, id));
      },
    });
  }

  app.post(
    '/api/v1/impulses/:id/date',
    {
      schema: {
        tags,
        operationId: 'dateImpulse',
        description: 'Makes it an event. Where places are few, those who were interested may register before others.',
        params: Params,
        headers: Headers,
        body: ImpulseDateSchema,
        response: { 201: Type.Ref('CalendarEvent') },
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [EVENTS_TOPIC], async (transaction) => {
        const event = await dateImpulse(hub, transaction, request, request.params.id, request.body);
        const { answer: body } = await answerEvent(hub, transaction, { event }, request);
        return { status: 201, body, location: `/api/v1/events/${event.id}`, version: event.version };
      }),
  );
  return Promise.resolve();
};
