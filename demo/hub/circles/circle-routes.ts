import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { answerEvent } from '../events/event-answers.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import { writeOnce } from '../http/idempotency.ts';
import type { Hub } from '../hub.ts';
import { listCircles } from './circle-list.ts';
import { CircleSchema, NewCircleSchema } from './circle-schema.ts';
import { foundCircle } from './circle-writes.ts';

const tags = ['circles'];

/** Small fixed groups that meet several times by a guide. Each is an event; its dates are changed as an event's are. */
export const circleRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = (app, { hub }) => {
  const { database } = hub;
  app.addSchema(NewCircleSchema);

  app.get(
    '/api/v1/circles',
    {
      config: { reads: [EVENTS_TOPIC, ACCOUNTS_TOPIC] },
      schema: {
        tags,
        operationId: 'listCircles',
        description: 'Circles that begin or go on. Who belongs to one is for its members and organisers.',
        response: { 200: Type.Object({ items: Type.Array(CircleSchema) }) },
      },
    },
    async ({ caller, now }, reply) => {
      const { items, until } = await listCircles(hub, database.kysely, caller, now);
      reply.holdsUntil = until;
      return { items };
    },
  );

  app.post(
    '/api/v1/circles',
    {
      schema: {
        tags,
        operationId: 'foundCircle',
        headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })) }),
        body: NewCircleSchema,
        response: { 201: Type.Ref('CalendarEvent') },
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [EVENTS_TOPIC], async (transaction) => {
        const event = await foundCircle(hub, transaction, request, request.body);
        const { answer: body } = await answerEvent(hub, transaction, { event }, request);
        return { status: 201, body, location: `/api/v1/events/${event.id}`, version: event.version };
      }),
  );
  return Promise.resolve();
};
