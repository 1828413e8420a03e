import type { FastifyReply } from 'fastify';
import { askedLanguage } from '../../http/asked-language.ts';
import { sitePolicy } from '../../http/security-headers.ts';
import type { HubConfig } from '../../config/config.ts';
import { SIGN_IN_WORDS, type Failure, type SignInWords } from '../sign-in-words.ts';
import { html, type Html } from './html.ts';

/** How the pages look and speak for one request. */
export interface PageLook {
  readonly config: Pick<HubConfig, 'title' | 'frameAncestors'>;
  readonly lang: 'de' | 'en';
  readonly words: SignInWords;
  /** Path of the hub before `/sign-in`, empty at the root of its host. */
  readonly base: string;
}

/** The language that the browser asks for first, of the two there are; else the hub's. */
export function lookOf(
  accept: string | undefined,
  config: Pick<HubConfig, 'title' | 'frameAncestors' | 'language' | 'publicUrl'>,
): PageLook {
  const lang = askedLanguage(accept, config.language);
  const base = config.publicUrl ? new URL(config.publicUrl).pathname.replace(/\/+$/, '') : '';
  return { config, lang, words: SIGN_IN_WORDS[lang], base };
}

/** A form's redirect counts as its target: pages that send their readers here get them back. */
export const formTargets = ({ cors }: Pick<HubConfig, 'cors'>): readonly string[] =>
  cors.origins.filter((origin) => origin !== '*');

interface Page {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  readonly script?: boolean;
  /** Where forms of the page may lead in the end, behind redirects. */
  readonly formTargets?: readonly string[];
}

/** Sends a page of the sign-in. It is nobody's to frame and nobody's to keep. */
export function sendPage(reply: FastifyReply, look: PageLook, page: Page): FastifyReply {
  const { config, lang, base } = look;
  const targets = ["'self'", ...(page.formTargets ?? [])].join(' ');
  const policy = sitePolicy({ frameAncestors: [] }, { 'form-action': targets });
  const text = html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title} – ${config.title}</title>
        <link rel="icon" href="${base}/sign-in/icon.svg" />
        <link rel="stylesheet" href="${base}/sign-in/page.css" />
        ${page.script && html`<script type="module" src="${base}/sign-in/page.js"></script>`}
      </head>
      <body>
        <main>
          <p class="hub">${config.title}</p>
          ${page.body}
        </main>
      </body>
    </html>`;
  return (
    reply
      .code(page.status ?? 200)
      .header('content-security-policy', policy)
      .header('cache-control', 'no-store')
      // Not `no-referrer`: forms would then be sent with `Origin: null`, as those of strangers.
      .header('referrer-policy', 'same-origin')
      .type('text/html; charset=utf-8')
      .serializer((content: unknown) => content as string)
      .send(text.text.trim())
  );
}

/** Says what went wrong and how to go on. */
export function showFailure(reply: FastifyReply, look: PageLook, failure: Failure, returnTo?: string): FastifyReply {
  const { words, base } = look;
  const again = `${base}/sign-in${returnTo ? `?${new URLSearchParams({ return: returnTo }).toString()}` : ''}`;
  return sendPage(reply, look, {
    title: words.title,
    status: failure === 'provider-away' ? 503 : 400,
    body: html`<h1>${words.title}</h1>
      <p role="alert">${words.failures[failure]}</p>
      <p><a class="button" href="${again}">${words.again}</a></p>
      ${returnTo && html`<p><a href="${returnTo}">${words.back}</a></p>`}`,
  });
}
