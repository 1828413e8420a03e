import type { Post } from '../../../src/model/post.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import { oneLine } from '../http/characters.ts';
import { listPosts } from '../posts/post-list.ts';
import { postPage } from '../posts/post-mapping.ts';
import { html, type Html } from '../sign-in/page/html.ts';
import { countOf, embedPath, valuesOf } from './embed-widgets.ts';
import { factLine, type PartContext, type RenderPart } from './part.ts';

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const;

function renderPost({ hub, words, asked }: PartContext, post: Post): Html {
  const { publishedAt, report, warning, source, authors, teaser, lang } = post;
  const zone = asked.attributes.get('time-zone') ?? hub.config.timeZone;
  const day = new Intl.DateTimeFormat(LOCALES[asked.lang], { dateStyle: 'long', timeZone: zone });
  const names = new Set([source?.label ?? source?.title, ...authors.map(({ displayName }) => displayName)]);
  return html`<li class="entry">
    <p class="when">${publishedAt && html`<time datetime="${publishedAt}">${day.format(Date.parse(publishedAt))}</time>`}</p>
    <h2><a href="${post.url ?? postPage(hub.config, post.id)}" data-away>${oneLine(post.title) || oneLine(teaser).slice(0, 80)}</a></h2>
    ${report && html`<p class="mark">${words.report}</p>`}
    <p lang="${lang ?? hub.config.language}">${warning ? `${words.warning}: ${oneLine(warning)}` : teaser}</p>
    <p class="facts">${factLine([...names])}</p>
  </li>`;
}

/** The newest posts that everybody may read. */
export const postPart: RenderPart = async (context) => {
  const { hub, asked, words, root } = context;
  const { attributes, after } = asked;
  const [tag, topic] = [valuesOf(attributes.get('tag')), valuesOf(attributes.get('topic'))];
  const { items, nextCursor } = await listPosts(hub, ANONYMOUS, {
    ...(tag && { tag }),
    ...(topic && { topic }),
    ...(attributes.has('report') && { report: true }),
    limit: countOf(attributes.get('limit'), 200, 10),
    ...(after && { cursor: after }),
  });
  return {
    body: html`${items.length === 0 && html`<p>${words.none.posts}</p>`}
      ${
        items.length > 0 &&
        html`<ul class="entries">
        ${items.map((post) => renderPost(context, post))}
      </ul>`
      }
      ${nextCursor !== null && html`<p><a href="${root}${embedPath(asked, { after: nextCursor })}">${words.more}</a></p>`}`,
    links: [{ href: `${root}/feed.xml`, text: words.feed }],
  };
};
