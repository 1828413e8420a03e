import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Idea } from '../../../src/model/idea.ts';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import { element, escapeXml } from '../http/xml.ts';
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

interface FeedPlace {
  /** Address of the hub, without a slash at the end. */
  readonly base: string;
  readonly self: string;
  readonly title: string;
  readonly language: 'de' | 'en';
}

function entryOf(idea: Idea, { base, language }: FeedPlace): string {
  const names = idea.anonymous ? [] : idea.authors.map(({ displayName }) => displayName);
  const authors = names.length > 0 ? names : [WORDS[language].unnamed];
  const terms = idea.topics.map(({ id, label }) => ({ id, label: label[language] ?? id }));
  return [
    `<entry xml:lang="${escapeXml(idea.lang ?? language)}">`,
    element('id', `${base}/api/v1/ideas/${encodeURIComponent(idea.id)}`),
    element('title', idea.title),
    element('updated', idea.activeAt ?? idea.updatedAt ?? ''),
    element('published', idea.createdAt ?? ''),
    `<link rel="alternate" type="text/html" href="${escapeXml(`${base}/#vr-idea=${encodeURIComponent(idea.id)}`)}"/>`,
    ...authors.map((name) => `<author>${element('name', name)}</author>`),
    ...terms.map(({ id, label }) => `<category term="${escapeXml(id)}" label="${escapeXml(label)}"/>`),
    element('summary', idea.summary),
    '</entry>',
  ].join('\n');
}

/** Atom (RFC 4287). As of the last activity: the same ideas give the same bytes, and so the same ETag. */
export function writeIdeaFeed(ideas: readonly Idea[], place: FeedPlace): string {
  const updated = ideas.reduce((latest, { activeAt = '' }) => (activeAt > latest ? activeAt : latest), '');
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${place.language}">`,
    element('id', place.self),
    element('title', `${place.title}: ${WORDS[place.language].ideas}`),
    element('updated', updated || '1970-01-01T00:00:00Z'),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(place.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(`${place.base}/`)}"/>`,
    `<author>${element('name', place.title)}</author>`,
    ...ideas.map((idea) => entryOf(idea, place)),
    '</feed>',
    '',
  ].join('\n');
}

const Query = Type.Object({
  topic: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 })),
  org: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 })),
});

/** `GET /ideas.atom`: what everybody may see, for feed readers to subscribe to. There is no sign-in: they have none. */
export const ideaFeedRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config, database, directory } = hub;
  const baseOf = (request: FastifyRequest): string => config.publicUrl ?? `${request.protocol}://${request.host}`;
  app.get(
    '/ideas.atom',
    {
      // Without an address of its own the hub goes by the one it was asked under: such an answer is nobody else's.
      ...(config.publicUrl && { config: { reads: [IDEAS_TOPIC, ACCOUNTS_TOPIC] } }),
      schema: {
        tags: ['ideas'],
        operationId: 'getIdeaFeed',
        produces: ['application/atom+xml'],
        querystring: Query,
        response: {
          200: { description: 'Atom (RFC 4287)', content: { 'application/atom+xml': { schema: Type.String() } } },
        },
      },
    },
    async (request, reply) => {
      const query = { ...request.query, stage: STAGES, sort: 'active' as const, limit: ENTRIES };
      const { rows } = await listIdeas(database.kysely, ANONYMOUS, query, readChoice(query, directory), undefined, 0);
      const ideas = await listedIdeas(hub, database.kysely, { caller: ANONYMOUS, headers: {} }, rows);
      const base = baseOf(request);
      const { title, language } = config;
      const feed = writeIdeaFeed(ideas, { base, self: `${base}${request.url}`, title, language });
      return reply
        .type('application/atom+xml; charset=utf-8')
        .serializer((body: unknown) => body as string)
        .send(feed);
    },
  );
};
