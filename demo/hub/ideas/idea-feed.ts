import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Idea } from '../../../src/model/idea.ts';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import { ATOM, sendText, textAnswer } from '../feeds/feed-forms.ts';
import { NO_DATE, type FeedItem } from '../feeds/feed-item.ts';
import { baseOf, keptFor } from '../http/base-address.ts';
import type { Hub } from '../hub.ts';
import { readChoice } from './idea-conditions.ts';
import { listIdeas } from './idea-list.ts';
import { listedIdeas } from './idea-mapping.ts';
import { IDEAS_TOPIC } from './idea-store.ts';

const ENTRIES = 50;
const WORDS = {
  de: { ideas: 'Ideen', unnamed: 'Ohne Namen' },
  en: { ideas: 'Ideas', unnamed: 'Without a name' },
} as const;
/** What nobody is to be pointed at any more is left out. */
const STAGES = [
  'open',
  'teaming',
  'trying',
  'evaluated',
  'adopted',
  'documented',
  'transfer',
  'parked',
  'stopped',
  'declined',
] as const;

/** An idea as feeds tell it: its last activity is what readers of feeds wait for. */
function feedItem(idea: Idea, base: string, language: 'de' | 'en'): FeedItem {
  const names = idea.anonymous ? [] : idea.authors.map(({ displayName }) => displayName);
  return {
    id: `${base}/api/v1/ideas/${encodeURIComponent(idea.id)}`,
    url: `${base}/#vr-idea=${encodeURIComponent(idea.id)}`,
    title: idea.title,
    summary: idea.summary,
    ...(idea.createdAt && { published: idea.createdAt }),
    updated: idea.activeAt ?? idea.updatedAt ?? NO_DATE,
    authors: names.length > 0 ? names : [WORDS[language].unnamed],
    categories: idea.topics.map(({ id, label }) => ({ term: id, label: label[language] ?? id })),
    ...(idea.lang && { language: idea.lang }),
  };
}

const Query = Type.Object({
  topic: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 })),
  org: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 })),
});

/** `GET /ideas.atom`: what everybody may see, for feed readers to subscribe to. There is no sign-in: they have none. */
export const ideaFeedRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config, database, directory } = hub;
  app.get(
    '/ideas.atom',
    {
      ...keptFor(hub, IDEAS_TOPIC, ACCOUNTS_TOPIC),
      schema: {
        tags: ['ideas'],
        operationId: 'getIdeaFeed',
        querystring: Query,
        ...textAnswer(ATOM.type, ATOM.name),
      },
    },
    async (request, reply) => {
      const query = { ...request.query, stage: STAGES, sort: 'active' as const, limit: ENTRIES };
      const { rows } = await listIdeas(database.kysely, ANONYMOUS, query, readChoice(query, directory), undefined, 0);
      const ideas = await listedIdeas(hub, database.kysely, { caller: ANONYMOUS, headers: {} }, rows);
      const base = baseOf(hub, request);
      const { title, language } = config;
      const head = {
        title: `${title}: ${WORDS[language].ideas}`,
        home: `${base}/`,
        self: `${base}${request.url}`,
        language,
        author: title,
      };
      return sendText(
        reply,
        ATOM.type,
        ATOM.write(
          ideas.map((idea) => feedItem(idea, base, language)),
          head,
        ),
      );
    },
  );
};
