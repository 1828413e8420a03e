import { readFileSync } from 'node:fs';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Hub } from '../../hub.ts';
import { DEMO_PEOPLE, roleOf } from '../demo-people.ts';
import { codeFlow, signInIssuers } from '../oidc/code-flow.ts';
import { demandOwnPage } from '../own-page.ts';
import { isKnownOrigin, returnAddress } from '../return-address.ts';
import type { Sessions } from '../sessions.ts';
import type { Invitations } from '../invitations/invitations.ts';
import { linkPages, mailForm } from '../invitations/link-pages.ts';
import { refusePages } from '../../peer-imports/invite/refuse-pages.ts';
import { html, type Html } from './html.ts';
import { parseForm } from './parse-form.ts';
import { formTargets, lookOf, sendPage, type PageLook } from './sign-in-page.ts';

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

const PageQuery = Type.Object({
  return: Type.Optional(Type.String({ maxLength: 2000 })),
  origin: Type.Optional(Type.String({ maxLength: 300 })),
  popup: Type.Optional(Type.String({ maxLength: 5 })),
});
const short = Type.String({ maxLength: 400 });

interface Options {
  readonly hub: Hub;
  readonly sessions: Sessions;
  /** Present where people sign in by mail. */
  readonly invitations: Invitations | undefined;
}

/** `/sign-in`: the pages on which a browser signs in, whatever the way. Complete without a script but for mailed links. */
export const signInPages: FastifyPluginAsyncTypebox<Options> = async (app, { hub, sessions, invitations }) => {
  const { config } = hub;
  const issuers = signInIssuers(hub);
  const css = file('page.css');
  const script = file('page.js');
  const icon = file('icon.svg');
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, parseForm);
  const look = (request: FastifyRequest): PageLook => lookOf(request.headers['accept-language'], config);

  const done = (reply: FastifyReply, returnTo: string, popupOrigin: string | null): FastifyReply =>
    popupOrigin === null
      ? reply.redirect(returnTo, 303)
      : reply.redirect(`${look(reply.request).base}/sign-in/done?${new URLSearchParams({ origin: popupOrigin })}`, 303);

  app.get('/sign-in/page.css', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, no-cache').send(css),
  );
  // Asked for by its own name: without one, browsers look for a favicon.ico that is nowhere.
  app.get('/sign-in/icon.svg', { schema: { hide: true } }, (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, no-cache').send(icon),
  );
  app.get('/sign-in/page.js', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, no-cache').send(script),
  );

  /** The ways to sign in, each a link or a form. */
  function ways(request: FastifyRequest, page: PageLook): Html {
    const { words, base } = page;
    const query = request.query as { return?: string; popup?: string; origin?: string };
    const search = new URLSearchParams();
    for (const name of ['return', 'popup', 'origin'] as const) if (query[name]) search.set(name, query[name]);
    const fields = [...search].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
    if (config.signIn.mode === 'demo') {
      return html`<h1>${words.demoTitle}</h1>
        <p>${words.demoIntro}</p>
        <ul>
          ${DEMO_PEOPLE.map(
            (person) =>
              html`<li>
                <form method="post" action="${base}/sign-in/demo">
                  ${fields}<button name="person" value="${person.id}">
                    ${person.displayName}<small>${[person.org.name, person.unit, words.roles[roleOf(person)]].filter(Boolean).join(' · ')}</small>
                  </button>
                </form>
              </li>`,
          )}
        </ul>`;
    }
    if (issuers.length === 0 && !invitations) return html`<h1>${words.title}</h1><p>${words.none}</p>`;
    return html`<h1>${words.title}</h1>
      <p>${words.intro(config.title)}</p>
      ${
        issuers.length > 0 &&
        html`<ul>
        ${issuers.map(
          ({ id, label }) =>
            html`<li><a class="button" href="${base}/sign-in/oidc/${id}?${search.toString()}">${words.withIssuer(label)}</a></li>`,
        )}
      </ul>`
      }
      ${invitations && mailForm(page, fields)}`;
  }

  app.get('/sign-in', { schema: { hide: true, querystring: PageQuery } }, (request, reply) => {
    const page = look(request);
    const { words, base } = page;
    const back = returnAddress(request.query.return, request, config);
    if (request.caller.kind === 'anonymous' || config.signIn.mode === 'demo') {
      return sendPage(reply, page, { title: words.title, body: ways(request, page), formTargets: formTargets(config) });
    }
    const more = issuers.map(
      ({ id, label }) =>
        html`<li>
          <a class="button" href="${base}/sign-in/oidc/${id}?${new URLSearchParams({ link: '1', return: back }).toString()}"
            >${words.linkIssuer(label)}</a
          >
        </li>`,
    );
    return sendPage(reply, page, {
      title: words.title,
      body: html`<h1>${words.title}</h1>
        <p>${words.signedInAs(request.caller.person.displayName)}</p>
        <p><a class="button" href="${back}">${words.back}</a></p>
        <ul>
          ${more}
          <li>
            <form method="post" action="${base}/sign-in/out">
              <input type="hidden" name="return" value="${back}" /><button>${words.signOut}</button>
            </form>
          </li>
        </ul>`,
    });
  });

  app.get(
    '/sign-in/done',
    { schema: { hide: true, querystring: Type.Object({ origin: Type.Optional(short) }) } },
    (request, reply) => {
      const page = look(request);
      const { origin } = request.query;
      const known = origin !== undefined && isKnownOrigin(origin, request, config);
      return sendPage(reply, page, {
        title: page.words.doneTitle,
        script: true,
        body: html`<h1>${page.words.doneTitle}</h1>
          <p ${known && html`data-popup-origin="${origin}"`}>${page.words.done}</p>`,
      });
    },
  );

  app.post(
    '/sign-in/out',
    { schema: { hide: true, body: Type.Object({ return: Type.Optional(Type.String({ maxLength: 2000 })) }) } },
    async (request, reply) => {
      demandOwnPage(request, config);
      await sessions.end(request, reply);
      return reply.redirect(returnAddress(request.body.return, request, config), 303);
    },
  );

  await app.register(codeFlow, { hub, sessions, done, look });
  if (!invitations) return;
  await app.register(linkPages, { hub, sessions, invitations, look });
  await app.register(refusePages, { hub, invitations, look });
};
