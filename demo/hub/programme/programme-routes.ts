import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Kysely } from 'kysely';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { maySee } from '../authorization/can.ts';
import type { Tables } from '../database/database.ts';
import { EVENTS_TOPIC, findEvent } from '../events/event-store.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { writeOnce } from '../http/idempotency.ts';
import { Id } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { IDEAS_TOPIC } from '../ideas/idea-store.ts';
import { programmeData } from './programme-data.ts';
import { campSpan } from './programme-follow.ts';
import { NewSessionSchema, SessionPatchSchema, SessionSchema } from './session-schema.ts';
import { guardedCamp, sessionById, sessionsOf, type SessionAnswer } from './session-store.ts';
import { changeSession, proposeSession, setInterest } from './session-writes.ts';

const Params = Type.Object({ id: Id });
const Headers = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })),
  'if-match': Type.Optional(Type.String({ maxLength: 500 })),
});
const tags = ['sessions'];
const response = { 200: SessionSchema };

/** The programme of camps: what is proposed, who is interested, what is placed where. */
export const programmeRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = (app, { hub }) => {
  const { database, personalData, config } = hub;
  personalData.add(programmeData);
  app.addSchema(NewSessionSchema);
  app.addSchema(SessionPatchSchema);

  const answer = async (db: Kysely<Tables>, { caller, now }: FastifyRequest, id: string): Promise<SessionAnswer> => {
    const session = await sessionById(db, hub, caller, id, now);
    // Seen when it was written to, and gone since.
    if (!session) throw new HttpProblem('gone');
    return session;
  };

  app.get(
    '/api/v1/events/:id/sessions',
    {
      config: { reads: [EVENTS_TOPIC, ACCOUNTS_TOPIC, IDEAS_TOPIC] },
      schema: {
        tags,
        operationId: 'listSessions',
        description: 'What stands in the plan by time, then proposals, those that most want in front.',
        params: Params,
        response: { 200: Type.Object({ items: Type.Array(SessionSchema) }) },
      },
    },
    async ({ params, caller, now }, reply) => {
      const event = await findEvent(database.kysely, params.id);
      if (!event || !maySee(caller, guardedCamp(event, config.timeZone, now))) throw new HttpProblem('not-found');
      const sessions = await sessionsOf(database.kysely, hub, caller, [event.id], now);
      // What may be done ends with the camp.
      const { end } = campSpan(event.document, config.timeZone);
      if (end > now) reply.holdsUntil = end;
      return { items: sessions.get(event.id) ?? [] };
    },
  );

  app.post(
    '/api/v1/events/:id/sessions',
    {
      schema: {
        tags,
        operationId: 'proposeSession',
        params: Params,
        headers: Headers,
        body: NewSessionSchema,
        response: { 201: SessionSchema },
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [EVENTS_TOPIC], async (transaction) => {
        const id = await proposeSession(hub, transaction, request, request.params.id, request.body);
        return { status: 201, body: await answer(transaction, request, id), version: 1 };
      }),
  );

  app.patch(
    '/api/v1/sessions/:id',
    {
      schema: {
        tags,
        operationId: 'changeSession',
        params: Params,
        headers: Headers,
        body: SessionPatchSchema,
        response,
      },
    },
    async (request, reply) => {
      const { version, body } = await database.write([EVENTS_TOPIC], async (transaction) => {
        const saved = await changeSession(hub, transaction, request, request.params.id, request.body);
        return { version: saved.version, body: await answer(transaction, request, saved.id) };
      });
      reply.resourceVersion = version;
      return reply.send(body);
    },
  );

  for (const { method, interested, operationId } of [
    { method: 'PUT', interested: true, operationId: 'markSessionInterest' },
    { method: 'DELETE', interested: false, operationId: 'takeSessionInterestBack' },
  ] as const) {
    app.route({
      method,
      url: '/api/v1/sessions/:id/interest/me',
      schema: { tags, operationId, params: Params, headers: Headers, response },
      handler: async (request, reply) => {
        const { id } = request.params;
        await database.write([EVENTS_TOPIC], (transaction) => setInterest(hub, transaction, request, id, interested));
        return reply.send(await answer(database.kysely, request, id));
      },
    });
  }
  return Promise.resolve();
};
