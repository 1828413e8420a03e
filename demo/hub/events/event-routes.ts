import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { maySee } from '../authorization/can.ts';
import { EVENT_KINDS } from '../../../src/model/calendar-event.ts';
import type { Hub } from '../hub.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { writeOnce } from '../http/idempotency.ts';
import { CursorQuery, Id, InstantOrDate, LimitQuery, oneOf } from '../http/shared-schemas.ts';
import { IDEAS_TOPIC } from '../ideas/idea-store.ts';
import { sourceProblems, SOURCES_TOPIC } from '../sources/source-store.ts';
import { answerEvent, answerEvents } from './event-answers.ts';
import { guardedEvent, type AnswerDate } from './event-mapping.ts';
import { countEvents, demandDate, listEvents, type EventListQuery } from './event-query.ts';
import type { StoredEvent } from './event-rows.ts';
import { horizonProblems } from './horizon-problems.ts';
import { EventPatchSchema, NewEventSchema } from './event-schema.ts';
import { EVENTS_TOPIC, findEvent } from './event-store.ts';
import { changeEvent, createEvent } from './event-writes.ts';
import { schedulePastEvents } from './past-events.ts';

const ListQuery = Type.Object({
  from: InstantOrDate,
  to: InstantOrDate,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  kind: Type.Optional(oneOf(EVENT_KINDS)),
  topic: Type.Optional(Type.String({ maxLength: 200, description: 'id or label; topics below it count' })),
  org: Type.Optional(Type.String({ maxLength: 200, description: 'id or name' })),
  limit: LimitQuery,
  cursor: CursorQuery,
});

const OneQuery = Type.Object({
  recurrenceId: Type.Optional(
    Type.String({ maxLength: 40, description: 'one date of a series, as its `recurrenceId` says' }),
  ),
});

const READS = [EVENTS_TOPIC, SOURCES_TOPIC, ACCOUNTS_TOPIC];
const tags = ['events'];

/** Events of the hub and of what it gathers: list, one, create, change. */
export const eventRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { database, directory, config } = hub;
  schedulePastEvents(hub);

  const dateOf = (event: StoredEvent, recurrenceId: string): Promise<AnswerDate> =>
    demandDate(database.kysely, event, recurrenceId, config.timeZone);

  app.get(
    '/api/v1/events',
    {
      config: { reads: READS },
      schema: { tags, operationId: 'listEvents', querystring: ListQuery, response: { 200: Type.Ref('EventPage') } },
    },
    async (request, reply) => {
      const { caller } = request;
      const query: EventListQuery = { ...request.query, limit: request.query.limit ?? 50 };
      const { kysely } = database;
      const [page, counts, sources, horizon] = await Promise.all([
        listEvents(kysely, query, caller, directory, config.timeZone),
        countEvents(kysely, query, caller, directory, config.timeZone),
        sourceProblems(kysely, config),
        horizonProblems(kysely, query, caller, config, request.now),
      ]);
      const { answers: items, until } = await answerEvents(hub, kysely, page.items, request);
      reply.holdsUntil = until;
      return { items, nextCursor: page.nextCursor, ...counts, problems: [...sources, ...horizon] };
    },
  );

  app.get(
    '/api/v1/events/:id',
    {
      config: { reads: [...READS, IDEAS_TOPIC] },
      schema: {
        tags,
        operationId: 'getEvent',
        params: Type.Object({ id: Id }),
        querystring: OneQuery,
        response: { 200: Type.Ref('CalendarEvent') },
      },
    },
    async (request, reply) => {
      const event = await findEvent(database.kysely, request.params.id);
      if (!event || !maySee(request.caller, guardedEvent(event))) throw new HttpProblem('not-found');
      reply.resourceVersion = event.version;
      const { recurrenceId } = request.query;
      const date = recurrenceId ? await dateOf(event, recurrenceId) : undefined;
      const { answer, until } = await answerEvent(hub, database.kysely, { event, date }, request);
      reply.holdsUntil = until;
      return answer;
    },
  );

  app.post(
    '/api/v1/events',
    {
      schema: {
        tags,
        operationId: 'createEvent',
        headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })) }),
        body: NewEventSchema,
        response: { 201: Type.Ref('CalendarEvent') },
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [EVENTS_TOPIC], async (transaction) => {
        const event = await createEvent(hub, transaction, request, request.body);
        return {
          status: 201,
          body: (await answerEvent(hub, transaction, { event }, request)).answer,
          location: `/api/v1/events/${event.id}`,
          version: event.version,
        };
      }),
  );

  app.patch(
    '/api/v1/events/:id',
    {
      schema: {
        tags,
        operationId: 'changeEvent',
        params: Type.Object({ id: Id }),
        querystring: OneQuery,
        headers: Type.Object({ 'if-match': Type.Optional(Type.String({ maxLength: 500 })) }),
        body: EventPatchSchema,
        response: { 200: Type.Ref('CalendarEvent') },
      },
    },
    async (request, reply) => {
      const { recurrenceId } = request.query;
      const event = await database.write([EVENTS_TOPIC], (transaction) =>
        changeEvent(hub, transaction, request, request.params.id, recurrenceId, request.body),
      );
      reply.resourceVersion = event.version;
      const date = recurrenceId ? await dateOf(event, recurrenceId) : undefined;
      const { answer } = await answerEvent(hub, database.kysely, { event, date }, request);
      return reply.send(answer);
    },
  );
};
