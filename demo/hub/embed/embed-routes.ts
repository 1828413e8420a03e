import { readFileSync } from 'node:fs';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import { baseOf, keptFor } from '../http/base-address.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { IDEAS_TOPIC } from '../ideas/idea-store.ts';
import { showPeople } from '../limits/people-budget.ts';
import { POSTS_TOPIC } from '../posts/post-store.ts';
import { html } from '../sign-in/page/html.ts';
import { sendEmbedPage, sendPlainPage, widgetList, type EmbedLook } from './embed-page.ts';
import { EMBED_WIDGETS, readEmbedRequest, type EmbedWidget } from './embed-widgets.ts';
import { EMBED_WORDS } from './embed-words.ts';
import { eventPart } from './event-part.ts';
import { ideaPart } from './idea-part.ts';
import type { RenderPart } from './part.ts';
import { peerPart, profilePart } from './peer-part.ts';
import { postPart } from './post-part.ts';
import { submissionPart } from './submission-part.ts';
import { submissionRoutes } from './submission-routes.ts';

interface Page {
  readonly render: RenderPart;
  /** What it is made of, where it may be kept: how many people somebody is shown is counted each time. */
  readonly reads?: readonly string[];
}

const PAGES: Readonly<Record<EmbedWidget, Page>> = {
  'event-calendar': { render: eventPart, reads: [EVENTS_TOPIC] },
  'idea-board': { render: ideaPart, reads: [IDEAS_TOPIC, ACCOUNTS_TOPIC] },
  'idea-submission': { render: submissionPart, reads: [] },
  'peer-directory': { render: peerPart },
  'peer-profile': { render: profilePart, reads: [] },
  'blog-feed': { render: postPart, reads: [POSTS_TOPIC, ACCOUNTS_TOPIC] },
};

const searchOf = ({ url }: FastifyRequest): string => /\?[^#]*/.exec(url)?.[0] ?? '';

/**
 * `GET /embed/<widget>?<attributes>`: the page of a widget for frames, for oEmbed, and for itself. It shows what everybody
 * may see, whole without a script, and the widget takes over where scripts run.
 */
export const embedRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config } = hub;
  const css = readFileSync(new URL('page.css', import.meta.url), 'utf8');
  const root = config.publicUrl ? new URL(config.publicUrl).pathname.replace(/\/+$/, '') : '';
  const look = (request: FastifyRequest, lang: 'de' | 'en'): EmbedLook => ({
    config,
    lang,
    root,
    base: baseOf(hub, request),
  });
  const languageOf = (request: FastifyRequest): 'de' | 'en' =>
    readEmbedRequest('peer-profile', searchOf(request), config.language).lang;

  app.get('/embed/page.css', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, no-cache').send(css),
  );

  const unknown = (request: FastifyRequest, reply: FastifyReply, message?: string): FastifyReply => {
    const page = look(request, languageOf(request));
    const words = EMBED_WORDS[page.lang];
    const body = html`<p>${message ?? words.unknown}</p>
      ${widgetList(page)}`;
    return sendPlainPage(reply, page, { title: words.unknownTitle, status: 404, body });
  };

  app.setErrorHandler((error, request, reply) => {
    const problem = error instanceof HttpProblem ? error : undefined;
    const page = look(request, languageOf(request));
    const words = EMBED_WORDS[page.lang];
    if (problem?.code === 'not-found') return unknown(request, reply, words.gone);
    if (problem?.code === 'rate-limited') {
      const { retryAfter = 60 } = problem.options;
      const body = html`<p>${words.busy(Math.ceil(retryAfter / 60))}</p>`;
      reply.header('retry-after', String(retryAfter));
      return sendPlainPage(reply, page, { title: words.busyTitle, status: 429, body });
    }
    const status = problem?.statusCode ?? (error as { statusCode?: number }).statusCode ?? 500;
    if (status < 500) {
      const body = html`<p>${words.wrong}</p>
        ${widgetList(page)}`;
      return sendPlainPage(reply, page, { title: words.wrongTitle, status, body });
    }
    request.log.error({ err: error }, 'request failed');
    return sendPlainPage(reply, page, {
      title: words.failedTitle,
      status,
      body: html`<p>${words.failed}</p>`,
    });
  });

  for (const widget of EMBED_WIDGETS) {
    const { render, reads } = PAGES[widget];
    app.get(
      `/embed/${widget}`,
      { ...(reads && keptFor(hub, ...reads)), schema: { hide: true } },
      async (request, reply) => {
        const asked = readEmbedRequest(widget, searchOf(request), config.language);
        const words = EMBED_WORDS[asked.lang];
        const part = await render({ hub, request, reply, asked, words, root });
        if (part.people) await showPeople(hub, request, part.people);
        return sendEmbedPage(reply, look(request, asked.lang), asked, part);
      },
    );
  }
  app.get('/embed', { schema: { hide: true } }, (request, reply) => unknown(request, reply));
  app.get('/embed/*', { schema: { hide: true } }, (request, reply) => unknown(request, reply));

  await app.register(submissionRoutes, { hub, look });
};
