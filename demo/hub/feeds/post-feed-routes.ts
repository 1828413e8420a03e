import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { baseOf, keptFor } from '../http/base-address.ts';
import type { Hub } from '../hub.ts';
import { POSTS_TOPIC } from '../posts/post-store.ts';
import { ATOM, JSON_FEED, RSS, sendText, textAnswer } from './feed-forms.ts';
import { writeOpml } from './opml.ts';
import { postFeedItems, postsPage } from './post-feed.ts';
import { publicSourceFeeds } from './source-feeds.ts';

const WORDS = {
  de: { posts: 'Beiträge', reports: 'Erfahrungsberichte', sources: 'Quellen' },
  en: { posts: 'Posts', reports: 'Experience reports', sources: 'Sources' },
} as const;

const FEEDS = [
  { paths: ['/feed.xml', '/api/v1/posts.rss'], operation: 'PostsRss', form: RSS },
  { paths: ['/feed.atom', '/api/v1/posts.atom'], operation: 'PostsAtom', form: ATOM },
  { paths: ['/feed.json', '/api/v1/posts.json'], operation: 'PostsJsonFeed', form: JSON_FEED },
] as const;
const OPML_PATHS = ['/feeds.opml', '/api/v1/posts.opml'];
const OPML_TYPE = 'text/x-opml';

const words = (description: string) =>
  Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20, description }));

/** Several values of one property widen, several properties narrow. */
const PostChoice = Type.Object({
  tag: words('whatever its case'),
  topic: words('id or label; topics below it count'),
  source: words('id or name; `hub`: what was written here'),
  report: Type.Optional(Type.Boolean({ description: 'experience reports only' })),
});

/**
 * `GET /feed.xml`, `/feed.atom`, `/feed.json`: the newest 50 posts that everybody may read, for feed readers and other
 * sites, and `GET /feeds.opml`: the feeds they come from. There is no sign-in: programs that subscribe have none.
 */
export const postFeedRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { title, language, sources } = hub.config;
  const told = WORDS[language];
  for (const { paths, operation, form } of FEEDS) {
    for (const [place, path] of paths.entries()) {
      app.get(
        path,
        {
          ...keptFor(hub, POSTS_TOPIC, ACCOUNTS_TOPIC),
          schema: {
            tags: ['posts'],
            operationId: `get${operation}${place === 0 ? '' : 'OfApi'}`,
            querystring: PostChoice,
            ...textAnswer(form.type, form.name),
          },
        },
        async (request, reply) => {
          const base = baseOf(hub, request);
          const items = await postFeedItems(hub, request.query, base);
          const head = {
            title: `${title}: ${request.query.report ? told.reports : told.posts}`,
            home: postsPage(hub, base),
            self: `${base}${request.url}`,
            language,
            author: title,
          };
          return sendText(reply, form.type, form.write(items, head));
        },
      );
    }
  }
  for (const [place, path] of OPML_PATHS.entries()) {
    app.get(
      path,
      {
        ...keptFor(hub),
        schema: {
          tags: ['posts'],
          operationId: `getFeedsOpml${place === 0 ? '' : 'OfApi'}`,
          ...textAnswer(OPML_TYPE, 'OPML 2.0'),
        },
      },
      async (request, reply) => {
        const base = baseOf(hub, request);
        const own = { title: `${title}: ${told.posts}`, feed: `${base}/feed.xml`, page: postsPage(hub, base) };
        return sendText(reply, OPML_TYPE, writeOpml(`${title}: ${told.sources}`, [own, ...publicSourceFeeds(sources)]));
      },
    );
  }
};
