import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { boundToInstant } from '../../../src/model/time-zone.ts';
import { comingEvents } from '../events/event-query.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import { JSON_FEED, RSS, sendText, textAnswer } from '../feeds/feed-forms.ts';
import { baseOf, keptFor } from '../http/base-address.ts';
import type { Hub } from '../hub.ts';
import { CalendarChoice } from './calendar-routes.ts';
import { eventFeedHead, eventFeedItem } from './event-feed.ts';

const ENTRIES = 50;
const FEEDS = [
  { path: '/calendar.rss', operationId: 'getEventsRss', form: RSS },
  { path: '/calendar.json', operationId: 'getEventsJsonFeed', form: JSON_FEED },
] as const;

/**
 * `GET /calendar.rss` and `GET /calendar.json`: the coming events that everybody may see, each with its next date, for
 * feed readers and other sites.
 */
export const eventFeedRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config, database, directory } = hub;
  for (const { path, operationId, form } of FEEDS) {
    app.get(
      path,
      {
        ...keptFor(hub, EVENTS_TOPIC),
        schema: { tags: ['events'], operationId, querystring: CalendarChoice, ...textAnswer(form.type, form.name) },
      },
      async (request, reply) => {
        const query = { ...request.query, now: new Date(request.now), limit: ENTRIES };
        const dates = await comingEvents(database.kysely, query, directory);
        const base = baseOf(hub, request);
        // What is over leaves the feed though nobody has changed anything.
        reply.holdsUntil = Math.min(...dates.map(({ date }) => boundToInstant(date.end, config.timeZone)), Infinity);
        const items = dates.map((date) => eventFeedItem(hub, date, base));
        return sendText(reply, form.type, form.write(items, eventFeedHead(config, base, request.url)));
      },
    );
  }
};
