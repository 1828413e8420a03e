import { Type, type Static } from 'typebox';
import { Instant, oneOf } from '../http/shared-schemas.ts';

/** What a file can turn out to be. */
export const CHECK_STATES = ['feed', 'page', 'calendar', 'other', 'unreadable'] as const;
export const FEED_FORMATS = ['rss', 'rdf', 'atom', 'json-feed', 'cdf'] as const;
/** Why nothing could be read. */
export const CHECK_FAILURES = [
  'private-address', 'port', 'denied', 'missing', 'gone', 'busy', 'timeout', 'too-large', 'redirects', 'no-such-host',
  'refused', 'certificate', 'server-error', 'empty', 'unknown',
] as const; // prettier-ignore
/** What can be better about a feed, the worst first: its readers miss something, or its editors pay for it. */
export const CHECK_FINDINGS = [
  'no-items', 'no-titles', 'no-links', 'no-dates', 'future-dates', 'old', 'http', 'http-images', 'no-cors',
  'content-type', 'encoding', 'no-alt', 'no-images', 'foreign-images', 'no-authors', 'no-full-text', 'moved', 'large',
] as const; // prettier-ignore
export type CheckFinding = (typeof CHECK_FINDINGS)[number];

const Count = Type.Integer({ minimum: 0 });
const Link = Type.Object({ url: Type.String(), title: Type.Optional(Type.String()) });

/** What `GET /api/v1/feed-check` answers: never the file itself. */
export const CheckAnswer = Type.Object({
  url: Type.String({ description: 'the address that was asked' }),
  finalUrl: Type.Optional(Type.String({ description: 'where the answer came from, behind redirects' })),
  state: oneOf(CHECK_STATES),
  failure: Type.Optional(
    Type.Object({
      reason: oneOf(CHECK_FAILURES),
      status: Type.Optional(Type.Integer()),
      host: Type.Optional(Type.String()),
    }),
  ),
  feeds: Type.Optional(Type.Array(Link, { description: 'feeds that a page names' })),
  wordpress: Type.Optional(Type.String({ description: 'address of the WordPress site, where it is one' })),
  feed: Type.Optional(
    Type.Object({
      format: oneOf(FEED_FORMATS),
      version: Type.Optional(Type.String()),
      title: Type.Optional(Type.String()),
      items: Count,
      newest: Type.Optional(Type.Object({ title: Type.String(), at: Instant })),
      fullText: Type.Integer({ description: 'items with their full text' }),
      images: Type.Integer({ description: 'pictures, those in texts among them' }),
    }),
  ),
  transport: Type.Optional(
    Type.Object({
      bytes: Count,
      contentType: Type.Optional(Type.String()),
      encoding: Type.String({ description: 'the charset that it was read by' }),
      https: Type.Boolean(),
      cors: Type.Object({
        origin: Type.String({ description: 'the page that was asked for' }),
        allowed: Type.Boolean(),
        header: Type.Optional(Type.String()),
      }),
    }),
  ),
  hosts: Type.Optional(
    Type.Object({
      source: Type.String(),
      images: Type.Array(Type.Object({ host: Type.String(), count: Count })),
    }),
  ),
  findings: Type.Array(
    Type.Object({
      code: oneOf(CHECK_FINDINGS),
      count: Type.Optional(Type.Integer({ description: 'so many items or pictures' })),
      of: Type.Optional(Count),
      detail: Type.Optional(Type.String()),
    }),
  ),
});
export type CheckAnswer = Static<typeof CheckAnswer>;
