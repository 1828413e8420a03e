import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { EVENT_KINDS } from '../../../src/model/calendar-event.ts';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { maySee } from '../authorization/can.ts';
import { answerEvents } from '../events/event-answers.ts';
import { guardedEvent, type AnswerDate } from '../events/event-mapping.ts';
import { calendarEvents, demandDate } from '../events/event-query.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { EVENTS_TOPIC, findEvent } from '../events/event-store.ts';
import type { Hub } from '../hub.ts';
import { baseOf, keptFor } from '../http/base-address.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { oneOf } from '../http/shared-schemas.ts';
import { calendarEntry, calendarText, changedDates, publicAnswers } from './calendar-entries.ts';

/** How far back a subscribed calendar reaches, and how many events it holds at most. */
const BACK_MS = 92 * DAY_MS;
const MOST = 5_000;

const words = (description: string) =>
  Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20, description }));

/** Each may be named several times: then it is one of them. */
export const CalendarChoice = Type.Object({
  kind: Type.Optional(Type.Array(oneOf(EVENT_KINDS), { maxItems: EVENT_KINDS.length })),
  topic: words('id or label; topics below it count'),
  org: words('id or name'),
});

const calendarResponse = {
  200: { description: 'iCalendar (RFC 5545)', content: { 'text/calendar': { schema: Type.String() } } },
};

const sendCalendar = (reply: FastifyReply, text: string, fileName: string): FastifyReply =>
  reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', `inline; filename="${fileName}"`)
    .serializer((body: unknown) => body as string)
    .send(text);

/**
 * `GET /calendar.ics`: what everybody may see, for calendar programs to subscribe to. There is no sign-in: programs that
 * subscribe have none. `GET /api/v1/events/{id}.ics`: one event, for those who may see it. Series stay series, in which
 * changed dates take the place of those that the rule names.
 */
export const calendarRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config, database, directory } = hub;
  const answerOf = publicAnswers(hub);

  app.get(
    '/calendar.ics',
    {
      ...keptFor(hub, EVENTS_TOPIC),
      schema: {
        tags: ['events'],
        operationId: 'getCalendar',
        produces: ['text/calendar'],
        querystring: CalendarChoice,
        response: calendarResponse,
      },
    },
    async (request, reply) => {
      const since = new Date(request.now - BACK_MS);
      const events = await calendarEvents(database.kysely, { ...request.query, since, limit: MOST }, directory);
      const base = baseOf(hub, request);
      const entries = events.map((event) =>
        calendarEntry(
          event,
          [undefined, ...changedDates(event)].map((date) => answerOf(event, date)),
          base,
        ),
      );
      const text = calendarText(entries, events, {
        name: config.title,
        refreshInterval: 'PT1H',
        url: `${base}${request.url}`,
      });
      return sendCalendar(reply, text, 'kalender.ics');
    },
  );

  const dateOf = (event: StoredEvent, recurrenceId: string): Promise<AnswerDate> =>
    demandDate(database.kysely, event, recurrenceId, config.timeZone);

  app.get(
    '/api/v1/events/:id(^[^/.]+).ics',
    {
      ...keptFor(hub, EVENTS_TOPIC, ACCOUNTS_TOPIC),
      schema: {
        tags: ['events'],
        operationId: 'getEventFile',
        produces: ['text/calendar'],
        params: Type.Object({ id: Type.String({ minLength: 1, maxLength: 128 }) }),
        querystring: Type.Object({
          recurrenceId: Type.Optional(
            Type.String({ maxLength: 40, description: 'one date of a series, as its `recurrenceId` says' }),
          ),
        }),
        response: calendarResponse,
      },
    },
    async (request, reply) => {
      const event = await findEvent(database.kysely, request.params.id);
      if (!event || !maySee(request.caller, guardedEvent(event))) throw new HttpProblem('not-found');
      const { recurrenceId } = request.query;
      const dates = recurrenceId ? [await dateOf(event, recurrenceId)] : [undefined, ...changedDates(event)];
      const items = dates.map((date) => ({ event, ...(date && { date }) }));
      const { answers, until } = await answerEvents(hub, database.kysely, items, request);
      reply.holdsUntil = until;
      const whole = recurrenceId ? { ...event, series: null } : event;
      const entry = calendarEntry(whole, answers, baseOf(hub, request));
      return sendCalendar(reply, calendarText([entry], [event], {}), 'termin.ics');
    },
  );
};
