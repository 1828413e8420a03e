import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Hub } from '../../hub.ts';
import { MailAddress } from '../../mail/mail.ts';
import { demandOwnPage } from '../own-page.ts';
import { html, type Html } from '../page/html.ts';
import { formTargets, sendPage, showFailure, type PageLook } from '../page/sign-in-page.ts';
import { ownBase, returnAddress } from '../return-address.ts';
import type { Sessions } from '../sessions.ts';
import { ASKED_MS, type Invitations } from './invitations.ts';

const ASKED_MINUTES = ASKED_MS / 60_000;

/** Asks for the address that a link goes to; `wrong` is what somebody has written that is none. */
export const mailForm = ({ words, base }: PageLook, fields: readonly Html[], wrong?: string): Html =>
  html`<h2>${words.mailTitle}</h2>
    <p class="hint">${words.mailIntro}</p>
    ${wrong !== undefined && html`<p role="alert" id="wrong">${words.badMail}</p>`}
    <form method="post" action="${base}/sign-in/link">
      ${fields}
      <label for="email">${words.mail}</label>
      <input id="email" name="email" type="email" autocomplete="email" required maxlength="254" value="${wrong ?? ''}"
        ${wrong !== undefined && html`aria-invalid="true" aria-describedby="wrong" autofocus`} />
      <button>${words.sendLink}</button>
    </form>`;

interface Options {
  readonly hub: Hub;
  readonly sessions: Sessions;
  readonly invitations: Invitations;
  readonly look: (request: FastifyRequest) => PageLook;
}

/** `/sign-in/link`: asking for a link by mail, and using it. Its secret stays in the fragment until a button is pressed. */
export const linkPages: FastifyPluginAsyncTypebox<Options> = async (app, { hub, sessions, invitations, look }) => {
  const { config } = hub;

  app.post(
    '/sign-in/link',
    {
      schema: {
        hide: true,
        body: Type.Object({
          email: Type.String({ maxLength: 400 }),
          return: Type.Optional(Type.String({ maxLength: 2000 })),
        }),
      },
    },
    async (request, reply) => {
      demandOwnPage(request, config);
      const page = look(request);
      const { words } = page;
      const email = request.body.email.trim();
      if (!Value.Check(MailAddress, email) || !email.includes('.')) {
        return sendPage(reply, page, {
          title: words.title,
          status: 400,
          body: html`<h1>${words.title}</h1>
            ${mailForm(page, [], email)}`,
        });
      }
      const returnTo = returnAddress(request.body.return, request, config);
      if (await invitations.mayAsk(email)) {
        await hub.database.write([], async (transaction) => {
          const secret = await invitations.create(transaction, { email, returnTo, lifetimeMs: ASKED_MS });
          await hub.mailer.send(transaction, {
            to: { address: email },
            subject: words.mailSubject(config.title),
            text: words.mailText(config.title, `${ownBase(request, config)}/sign-in/link#${secret}`, ASKED_MINUTES),
          });
        });
      }
      // The same answer for every address: whether somebody has an account is nobody's business.
      return sendPage(reply, page, {
        title: words.sentTitle,
        body: html`<h1>${words.sentTitle}</h1>
          <p>${words.sent(email, ASKED_MINUTES)}</p>
          <p class="hint">${words.sentNothing}</p>`,
      });
    },
  );

  app.get('/sign-in/link', { schema: { hide: true } }, (request, reply) => {
    const page = look(request);
    const { words, base } = page;
    return sendPage(reply, page, {
      title: words.useTitle,
      script: true,
      formTargets: formTargets(config),
      body: html`<div data-valid hidden>
          <h1>${words.useTitle}</h1>
          <p>${words.useIntro}</p>
          <form method="post" action="${base}/sign-in/session" data-link data-check="${base}/sign-in/link/check">
            <input type="hidden" name="secret" />
            <div data-name>
              <label for="name">${words.useName}</label>
              <input id="name" name="displayName" autocomplete="name" maxlength="80" aria-describedby="name-hint" />
              <p class="hint" id="name-hint">${words.useNameHint}</p>
            </div>
            <button>${words.use}</button>
          </form>
        </div>
        <div data-invalid hidden>
          <h1>${words.title}</h1>
          <p role="alert">${words.failures['link-used']}</p>
          <p><a class="button" href="${base}/sign-in">${words.again}</a></p>
        </div>
        <noscript><p role="alert">${words.needsScript}</p></noscript>
        <p data-waiting aria-busy="true"></p>`,
    });
  });

  app.post(
    '/sign-in/link/check',
    {
      schema: {
        hide: true,
        body: Type.Object({ secret: Type.String({ maxLength: 200 }) }),
        response: { 200: Type.Object({ valid: Type.Boolean(), known: Type.Boolean() }) },
      },
    },
    async (request) => {
      demandOwnPage(request, config);
      const known = await invitations.isKnown(request.body.secret);
      return { valid: known !== undefined, known: known ?? false };
    },
  );

  app.post(
    '/sign-in/session',
    {
      schema: {
        hide: true,
        body: Type.Object({
          secret: Type.String({ maxLength: 200 }),
          displayName: Type.Optional(Type.String({ maxLength: 200 })),
        }),
      },
    },
    async (request, reply) => {
      demandOwnPage(request, config);
      const { secret, displayName } = request.body;
      const used = await invitations.use(secret, displayName?.slice(0, 80));
      if (!used) return showFailure(reply, look(request), 'link-used');
      await sessions.begin(request, reply, used.accountId);
      return reply.redirect(returnAddress(used.returnTo ?? undefined, request, config), 303);
    },
  );
};
