import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { writeAtom } from './atom.ts';
import type { FeedHead, FeedItem } from './feed-item.ts';
import { writeJsonFeed } from './json-feed.ts';
import { writeRss } from './rss.ts';

interface FeedForm {
  readonly type: string;
  readonly name: string;
  readonly write: (items: readonly FeedItem[], head: FeedHead) => string;
}

export const RSS: FeedForm = { type: 'application/rss+xml', name: 'RSS 2.0', write: writeRss };
export const ATOM: FeedForm = { type: 'application/atom+xml', name: 'Atom (RFC 4287)', write: writeAtom };
export const JSON_FEED: FeedForm = { type: 'application/feed+json', name: 'JSON Feed 1.1', write: writeJsonFeed };

/** What a route tells of itself that answers with a text of some type. */
export const textAnswer = (type: string, name: string) => ({
  produces: [type],
  response: { 200: { description: name, content: { [type]: { schema: Type.String() } } } },
});

/** Sends a text of some type as it is. */
export const sendText = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply
    .type(`${type}; charset=utf-8`)
    .serializer((body: unknown) => body as string)
    .send(text);
