import type { FastifyReply } from 'fastify';
import type { HubConfig } from '../config/config.ts';
import { html, type Html } from '../sign-in/page/html.ts';
import { embedPath, EMBED_WIDGETS, type EmbedRequest, type EmbedWidget } from './embed-widgets.ts';
import { EMBED_WORDS } from './embed-words.ts';
import { embedPolicy, isOpenToAll } from './frame-policy.ts';
import { oembedLinks } from './oembed-links.ts';
import type { Part } from './part.ts';

/** Where the pages stand, and how they speak. */
export interface EmbedLook {
  readonly config: HubConfig;
  readonly lang: 'de' | 'en';
  /** Path of the hub, empty at the root of its host. */
  readonly root: string;
  /** Address of the hub as readers know it, without a slash at the end. */
  readonly base: string;
}

interface Shell {
  readonly title: string;
  readonly head?: Html;
  readonly theme?: string | undefined;
  readonly body: Html;
}

function shell({ config, lang, root }: EmbedLook, { title, head, theme, body }: Shell): string {
  const page = html`<!doctype html>
    <html lang="${lang}" ${theme && html`data-theme="${theme}"`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${config.title}</title>
        <link rel="icon" href="${root}/sign-in/icon.svg" />
        <link rel="stylesheet" href="${root}/embed/page.css" />
        ${head}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  return page.text.trim();
}

/** Sends a page as it is, under the policy of the pages for frames. */
const send = (reply: FastifyReply, { config }: EmbedLook, text: string): FastifyReply =>
  reply
    .header('content-security-policy', embedPolicy(config))
    .type('text/html; charset=utf-8')
    .serializer((content: unknown) => content as string)
    .send(text);

/** Attributes of the widget that lead to the hub's other pages: nobody ends up where nothing goes on. */
function ways(widget: EmbedWidget, asked: EmbedRequest, root: string): readonly (readonly [string, string])[] {
  const to = (other: EmbedWidget): string => root + embedPath({ ...asked, widget: other, attributes: new Map() });
  switch (widget) {
    case 'event-calendar':
      return [['idea-url', to('idea-submission')]];
    case 'idea-board':
      return [['feed-url', to('blog-feed')]];
    case 'peer-directory':
      return [
        ['profile-url', to('peer-profile')],
        ['idea-url', to('idea-board')],
        ['event-url', to('event-calendar')],
      ];
    case 'peer-profile':
      return [['directory-url', to('peer-directory')]];
    case 'blog-feed':
      return [['idea-url', to('idea-board')]];
    case 'idea-submission':
      return [];
  }
}

/** The widget's tag with the page's contents inside it, which make way once it lives. */
function widgetTag(asked: EmbedRequest, root: string, contents: Html): Html {
  const tag = `vr-${asked.widget}`;
  const attributes = [
    ['src', `hub+${root}/`],
    ['loading', 'eager'],
    ...ways(asked.widget, asked, root),
    ...asked.attributes,
  ];
  const written = attributes.map(([name, value]) => html` ${name}="${value}"`);
  return html`<${tag}${written}><div data-vr-fallback>${contents}</div></${tag}>`;
}

/** Sends the page of a widget: whole without a script, and alive with one. */
export function sendEmbedPage(reply: FastifyReply, look: EmbedLook, asked: EmbedRequest, part: Part): FastifyReply {
  const { config, lang, root, base } = look;
  const words = EMBED_WORDS[lang];
  const title = part.title ?? words.titles[asked.widget];
  const path = embedPath(asked);
  const other = embedPath({ ...asked, lang: lang === 'de' ? 'en' : 'de', saysLang: true });
  const links = part.links ?? [];
  return send(
    reply,
    look,
    shell(look, {
      title,
      theme: asked.attributes.get('theme'),
      head: html`<meta name="description" content="${part.lead ?? words.leads[asked.widget]}" />
        <link rel="canonical" href="${base}${path}" />
        ${oembedLinks(base, `${base}${path}`, title)}
        <link rel="modulepreload" href="${root}/dist/autoload.js" />
        <script type="module" src="${root}/dist/embed.js"></script>`,
      body: html`<main data-embed ${!isOpenToAll(config) && html`data-own-origin-only`}>
          <header>
            <p class="network">${config.title}</p>
            <h1>${title}</h1>
            <p class="lead">${part.lead ?? words.leads[asked.widget]}</p>
          </header>
          <p class="act-there" data-act-there hidden>
            ${words.actThere} <a href="${base}${path}" target="_blank" rel="noopener">${base}${path}</a>
          </p>
          ${widgetTag(asked, root, part.body)}
        </main>
        <footer>
          ${links.map(({ href, text }) => html`<a href="${href}">${text}</a>`)}
          <a class="plain" href="${root}${path}" target="_blank" rel="noopener">${words.plainPage}</a>
          <a class="language" href="${root}${other}" hreflang="${lang === 'de' ? 'en' : 'de'}" lang="${lang === 'de' ? 'en' : 'de'}">${words.otherLanguage}</a>
          <p>${words.from(config.title)}</p>
        </footer>`,
    }),
  );
}

interface PlainPage {
  readonly title: string;
  /** What has happened, where the heading alone does not tell: first in the name of the window. */
  readonly news?: string | false;
  readonly status: number;
  readonly body: Html;
}

/** Sends a page without a widget: what went wrong and how to go on, or the answer to a form. */
export const sendPlainPage = (
  reply: FastifyReply,
  look: EmbedLook,
  { title, news, status, body }: PlainPage,
): FastifyReply =>
  send(
    reply.code(status).header('cache-control', 'no-store'),
    look,
    shell(look, {
      title: news ? `${news}: ${title}` : title,
      head: html`<meta name="robots" content="noindex" />`,
      body: html`<main>
        <header>
          <p class="network">${look.config.title}</p>
          <h1>${title}</h1>
        </header>
        ${body}
      </main>`,
    }),
  );

/** The widgets that there are, each a link to its page. */
export const widgetList = ({ lang, root }: EmbedLook): Html => {
  const { titles } = EMBED_WORDS[lang];
  return html`<ul>
    ${EMBED_WIDGETS.map((widget) => html`<li><a href="${root}/embed/${widget}?lang=${lang}">${titles[widget]}</a></li>`)}
  </ul>`;
};
