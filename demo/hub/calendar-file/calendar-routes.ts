import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { EVENT_KINDS, type CalendarEvent } from '../../../src/model/calendar-event.ts';
import { writeCalendar, type CalendarSeries } from '../../../src/model/icalendar-writer.ts';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import { eventAnswer, type AnswerDate } from '../events/event-mapping.ts';
import { calendarEvents } from '../events/event-query.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import { overrideDate } from '../events/occurrences.ts';
import type { Hub } from '../hub.ts';
import { sourceLabels } from '../sources/source-store.ts';
import { oneOf } from '../http/shared-schemas.ts';

/** How far back a subscribed calendar reaches, and how many events it holds at most. */
const BACK_MS = 92 * DAY_MS;
const MOST = 5_000;

const Query = Type.Object({
  kind: Type.Optional(oneOf(EVENT_KINDS)),
  topic: Type.Optional(Type.String({ maxLength: 200, description: 'id or label; topics below it count' })),
  org: Type.Optional(Type.String({ maxLength: 200, description: 'id or name' })),
});

/**
 * `GET /calendar.ics`: what everybody may see, for calendar programs to subscribe to. Series stay series. There is no
 * sign-in: programs that subscribe have none.
 */
export const calendarRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config, database, directory } = hub;
  const labels = sourceLabels(config);

  const answer = (event: StoredEvent, date?: AnswerDate): CalendarEvent =>
    eventAnswer(event, date, ANONYMOUS, directory, labels) as unknown as CalendarEvent;

  const entry = (event: StoredEvent): CalendarEvent | CalendarSeries => {
    if (!event.series) return answer(event);
    const overrides = event.overrides.map((override) => answer(event, overrideDate(event.document, override)));
    return { master: answer(event), overrides };
  };

  app.get(
    '/calendar.ics',
    {
      config: { reads: [EVENTS_TOPIC] },
      schema: {
        tags: ['events'],
        operationId: 'getCalendar',
        produces: ['text/calendar'],
        querystring: Query,
        response: {
          200: { description: 'iCalendar (RFC 5545)', content: { 'text/calendar': { schema: Type.String() } } },
        },
      },
    },
    async (request, reply) => {
      const since = new Date(request.now - BACK_MS);
      const events = await calendarEvents(database.kysely, { ...request.query, since, limit: MOST }, directory);
      // Written as of the last change: the same events give the same bytes, and so the same ETag.
      const changed = events.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt.getTime()), 0);
      const text = writeCalendar(events.map(entry), {
        now: toInstantString(changed),
        name: config.title,
        prodId: '-//Bausteine//Hub//DE',
        refreshInterval: 'PT1H',
        ...(config.publicUrl && { url: `${config.publicUrl}${request.url}` }),
      });
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="kalender.ics"')
        .serializer((body: unknown) => body as string)
        .send(text);
    },
  );
};
