import { html, nothing, type TemplateResult } from 'lit';
import { readingMinutes } from '../../../model/reading-time.ts';
import { below, dayOf, foreignLang, sourceOf, titleOf, type PageContext } from './page-context.ts';

type Part = TemplateResult | typeof nothing;

/** What kind of post it is, what it is called, who wrote it and when. */
export function renderHead(context: PageContext): TemplateResult {
  const { post, words, locale, headingLevel } = context;
  const source = sourceOf(post);
  const published = dayOf(post.publishedAt, context);
  const minutes = readingMinutes(post);
  const facts: TemplateResult[] = [];
  if (post.report) facts.push(html`<span class="kind">${words.post.report}</span>`);
  if (source) facts.push(html`<bdi>${source}</bdi>`);
  if (published) facts.push(html`<time datetime=${post.publishedAt!}>${published}</time>`);
  if (minutes > 0) facts.push(html`<span>${words.post.minutesLong(minutes)}</span>`);
  const state = post.state && post.state !== 'published' ? words.page.states[post.state] : '';
  return html`<div class="head">
    ${state ? html`<p class="state">${state}</p>` : nothing}
    <p class="meta">${facts.map((fact, at) => html`${at > 0 ? html`<span aria-hidden="true"> · </span>` : nothing}${fact}`)}</p>
    <div
      class="title"
      role="heading"
      aria-level=${headingLevel}
      lang=${foreignLang(post, locale) ?? nothing}
      dir="auto"
    >
      ${titleOf(post, words)}
    </div>
    ${renderAuthors(context)} ${renderUpdated(context)}
  </div>`;
}

function renderAuthors({ post, words }: PageContext): Part {
  if (post.authors.length === 0) return nothing;
  return html`<p class="by">
    ${words.page.by}
    ${post.authors.map(
      ({ displayName, org }, at) =>
        html`${at > 0 ? ', ' : nothing}<bdi>${displayName}</bdi>${org ? html` <span class="quiet">(<bdi>${org.name}</bdi>)</span>` : nothing}`,
    )}
  </p>`;
}

/** A change is worth a word where it came on another day. */
function renderUpdated(context: PageContext): Part {
  const changed = dayOf(context.post.updatedAt, context);
  if (!changed || changed === dayOf(context.post.publishedAt, context)) return nothing;
  return html`<p class="quiet">${context.words.page.updated(changed)}</p>`;
}

/** The picture of a post with its room reserved, unless the text shows it itself. */
export function renderPicture({ post: { image, content }, allowsImage }: PageContext): Part {
  if (!image || !allowsImage(image.url) || (content ?? '').includes(stemOf(image.url))) return nothing;
  return html`<img
    class="picture"
    src=${image.url}
    alt=${image.alt ?? ''}
    width=${image.width ?? nothing}
    height=${image.height ?? nothing}
    decoding="async"
    referrerpolicy="no-referrer"
    @error=${({ target }: Event) => (target as Element).remove()}
  />`;
}

/** A picture's file without the size that WordPress puts behind its name (`-300x200`). */
const stemOf = (url: string): string =>
  url
    .split(/[?#]/)[0]!
    .replace(/(?:-\d+x\d+)?\.\w+$/, '')
    .replace(/^https?:/, '');

/** The pictures of a post that was written here, but the first, which stands above. */
export function renderPictures(context: PageContext): Part {
  const { post, words, allowsImage, headingLevel } = context;
  const more = (post.images ?? []).filter(({ url }) => url !== post.image?.url && allowsImage(url));
  if (more.length === 0) return nothing;
  return html`<div class="part">
    <div class="part-title" role="heading" aria-level=${below(headingLevel)}>${words.page.pictures}</div>
    <div class="pictures">
      ${more.map(
        ({ url, alt, width, height }) =>
          html`<img
            src=${url}
            alt=${alt ?? ''}
            width=${width ?? nothing}
            height=${height ?? nothing}
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
          />`,
      )}
    </div>
  </div>`;
}
