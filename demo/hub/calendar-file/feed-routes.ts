import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { boundToInstant } from '../../../src/model/time-zone.ts';
import { comingEvents } from '../events/event-query.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import type { Hub } from '../hub.ts';
import { baseOf, CalendarChoice } from './calendar-routes.ts';
import { writeJsonFeed, writeRss } from './event-feed.ts';
import { feedEntry, type FeedPlace } from './feed-entries.ts';

const ENTRIES = 50;
const FORMS = [
  { path: '/calendar.rss', operationId: 'getEventsRss', type: 'application/rss+xml', write: writeRss, name: 'RSS 2.0' },
  {
    path: '/calendar.json',
    operationId: 'getEventsJsonFeed',
    type: 'application/feed+json',
    write: writeJsonFeed,
    name: 'JSON Feed 1.1',
  },
] as const;

/**
 * `GET /calendar.rss` and `GET /calendar.json`: the coming events that everybody may see, each with its next date, for
 * feed readers and other sites.
 */
export const eventFeedRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config, database, directory } = hub;
  for (const { path, operationId, type, write, name } of FORMS) {
    app.get(
      path,
      {
        // Without an address of its own the hub goes by the one it was asked under: such an answer is nobody else's.
        ...(config.publicUrl && { config: { reads: [EVENTS_TOPIC] } }),
        schema: {
          tags: ['events'],
          operationId,
          produces: [type],
          querystring: CalendarChoice,
          response: { 200: { description: name, content: { [type]: { schema: Type.String() } } } },
        },
      },
      async (request, reply) => {
        const query = { ...request.query, now: new Date(request.now), limit: ENTRIES };
        const dates = await comingEvents(database.kysely, query, directory);
        const base = baseOf(hub, request);
        const { title, language, timeZone } = config;
        const place: FeedPlace = { base, self: `${base}${request.url}`, title, language };
        // What is over leaves the feed though nobody has changed anything.
        reply.holdsUntil = Math.min(...dates.map(({ date }) => boundToInstant(date.end, timeZone)), Infinity);
        return reply
          .type(`${type}; charset=utf-8`)
          .serializer((body: unknown) => body as string)
          .send(
            write(
              dates.map((date) => feedEntry(hub, date, place)),
              place,
            ),
          );
      },
    );
  }
};
