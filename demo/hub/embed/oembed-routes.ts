import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { baseOf } from '../http/base-address.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { element } from '../http/xml.ts';
import type { Hub } from '../hub.ts';
import { html } from '../sign-in/page/html.ts';
import { isEmbedWidget, readEmbedRequest, embedPath, type EmbedRequest, type EmbedWidget } from './embed-widgets.ts';
import { EMBED_WORDS } from './embed-words.ts';
import { OEMBED_FORMATS } from './oembed-links.ts';
import { publicIdeaTitle } from './public-idea-title.ts';

/** Pixels. A frame that its page does not adjust scrolls inside; this is enough to begin reading. */
const WIDTH = 800;
const HEIGHTS: Readonly<Record<EmbedWidget, number>> = {
  'event-calendar': 720,
  'idea-board': 720,
  'idea-submission': 640,
  'peer-directory': 720,
  'peer-profile': 480,
  'blog-feed': 640,
};
const DAY = 86_400;

const Pixels = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }));

/** The page of this hub that an address means; undefined for any other address. */
function pageOf(url: string, base: string, language: 'de' | 'en'): EmbedRequest | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname, search } = new URL(url);
  const start = `${base}/embed/`;
  const widget = `${origin}${pathname}`.startsWith(start)
    ? `${origin}${pathname}`.slice(start.length).replace(/\/$/, '')
    : '';
  return isEmbedWidget(widget) ? readEmbedRequest(widget, search, language) : undefined;
}

/**
 * `GET /oembed` (oEmbed 1.0): how a page below `/embed` is embedded, as `rich` content: a frame with a title. 404 for
 * any other address, 501 for a format that is neither `json` nor `xml`, as its standard says.
 */
export const oembedRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config } = hub;
  app.get(
    '/oembed',
    {
      schema: {
        tags: ['embed'],
        operationId: 'getOembed',
        description: 'oEmbed 1.0. `url` is the address of a page below `/embed` of this hub.',
        produces: ['application/json', 'text/xml'],
        querystring: Type.Object({
          url: Type.String({ minLength: 1, maxLength: 4000 }),
          maxwidth: Pixels,
          maxheight: Pixels,
          format: Type.Optional(Type.String({ maxLength: 20, description: 'json (default) or xml' })),
        }),
        response: {
          200: {
            description: 'oEmbed 1.0, type rich',
            content: {
              'application/json': { schema: Type.Object({}, { additionalProperties: true }) },
              'text/xml': { schema: Type.String() },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { url, maxwidth, maxheight, format = 'json' } = request.query;
      if (!OEMBED_FORMATS.some((known) => known === format)) {
        throw new HttpProblem('format-not-offered', { detail: 'The formats are json and xml.' });
      }
      const base = baseOf(hub, request);
      const asked = pageOf(url, base, config.language);
      if (!asked) throw new HttpProblem('not-found', { detail: 'This is no page of this hub for frames.' });
      const title = (await publicIdeaTitle(hub, asked)) ?? EMBED_WORDS[asked.lang].titles[asked.widget];
      const width = Math.min(WIDTH, maxwidth ?? WIDTH);
      const height = Math.min(HEIGHTS[asked.widget], maxheight ?? HEIGHTS[asked.widget]);
      const frame = html`<iframe src="${base}${embedPath(asked)}" title="${title} – ${config.title}" class="vr-frame" width="${width}" height="${height}" loading="lazy"></iframe>`;
      const answer = {
        type: 'rich',
        version: '1.0',
        title,
        provider_name: config.title,
        provider_url: `${base}/`,
        cache_age: DAY,
        width,
        height,
        html: frame.text,
      };
      const text =
        format === 'json'
          ? JSON.stringify(answer)
          : `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${Object.entries(answer)
              .map(([name, value]) => element(name, String(value)))
              .join('')}</oembed>\n`;
      return reply
        .type(format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8')
        .serializer((body: unknown) => body as string)
        .send(text);
    },
  );
};
