import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { baseOf } from '../http/base-address.ts';
import { HttpProblem, type FieldError } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { demandOwnPage } from '../sign-in/own-page.ts';
import { html } from '../sign-in/page/html.ts';
import { parseForm } from '../sign-in/page/parse-form.ts';
import { sendPlainPage, type EmbedLook } from './embed-page.ts';
import { checkForm, errorsOf, ideaOf, readForm } from './form-fields.ts';
import { FORM_WORDS } from './form-words.ts';
import { renderIdeaForm, renderPreview } from './idea-form.ts';
import { EMBED_WORDS } from './embed-words.ts';

interface Options {
  readonly hub: Hub;
  readonly look: (request: FastifyRequest, lang: 'de' | 'en') => EmbedLook;
}

/** What the hub's own route answers to a new idea. */
interface Created {
  readonly idea?: { readonly id: string };
  readonly secret?: string;
  readonly code?: string;
  readonly fieldErrors?: readonly FieldError[];
}

/**
 * `POST /embed/idea-submission`: the form of a reader without scripts, with a preview before anything is stored. It
 * carries nobody's name, whoever is signed in, so that a foreign page has nothing to gain from sending it; all the same
 * it must come from a page of the hub. The idea itself goes by the same route as the widget's.
 */
export const submissionRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { hub, look }) => {
  const { config } = hub;
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, parseForm);

  app.post(
    '/embed/idea-submission',
    { schema: { hide: true, body: Type.Record(Type.String(), Type.String()) } },
    async (request, reply) => {
      demandOwnPage(request, config);
      const { body } = request;
      const lang = body['lang'] === 'en' ? 'en' : 'de';
      const page = look(request, lang);
      const words = FORM_WORDS[lang];
      const address = `${baseOf(hub, request)}/embed/idea-submission?lang=${lang}`;
      const form = { hub, lang, root: page.root, address } as const;
      if (!config.ideas.anonymous) throw new HttpProblem('sign-in-required');
      const values = readForm(body);
      const title = EMBED_WORDS[lang].titles['idea-submission'];
      const showForm = (errors = checkForm(hub, values, words), status = 422) =>
        sendPlainPage(reply, page, {
          title,
          news: errors.size > 0 && words.wrong(errors.size),
          status,
          body: renderIdeaForm(form, values, errors),
        });

      if (body['step'] === 'change') return showForm(new Map(), 200);
      if (checkForm(hub, values, words).size > 0) return showForm();
      const website = body['website'] ?? '';
      if (body['step'] !== 'send') {
        const key = randomBytes(24).toString('base64url');
        return sendPlainPage(reply, page, {
          title: words.previewTitle,
          status: 200,
          body: renderPreview(form, values, key, website),
        });
      }
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/ideas',
        remoteAddress: request.ip,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': body['key'] || randomBytes(24).toString('hex'),
        },
        payload: JSON.stringify({ ...ideaOf(values, lang), ...(website && { website }) }),
      });
      const created = answer.json<Created>();
      if (answer.statusCode === 429) {
        throw new HttpProblem('rate-limited', { retryAfter: Number(answer.headers['retry-after'] ?? 60) });
      }
      if (!created.idea) {
        if (answer.statusCode >= 500) throw new HttpProblem('busy');
        const errors = errorsOf(created.fieldErrors ?? [], words);
        return showForm(errors.size > 0 ? errors : new Map([['title', words.refusedAll] as const]), 422);
      }
      const link = `${baseOf(hub, request)}/embed/idea-submission?lang=${lang}#vr-idea=${encodeURIComponent(created.idea.id)}`;
      return sendPlainPage(reply, page, {
        title: words.doneTitle,
        status: 201,
        body: html`<p role="status">${words.done}</p>
          ${
            created.secret &&
            html`<h2>${words.privateLink}</h2>
              <p>${words.keep}</p>
              <p class="secret"><a href="${link}&amp;vr-secret=${encodeURIComponent(created.secret)}">${link}&amp;vr-secret=${encodeURIComponent(created.secret)}</a></p>`
          }
          <p><a href="${page.root}/embed/idea-submission?lang=${lang}">${words.another}</a></p>`,
      });
    },
  );
};
