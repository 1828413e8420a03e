import { html, nothing, type TemplateResult } from 'lit';
import { dateFormat } from '../../i18n/intl-cache.ts';
import type { BlogFeedMessages } from '../../i18n/de/blog-feed.ts';
import type { AllowsImage } from '../../internal/image-policy.ts';
import { postLink } from '../../internal/post-link.ts';
import { markWords } from '../../model/mark-words.ts';
import type { Post } from '../../model/post.ts';
import { readingMinutes } from '../../model/reading-time.ts';
import type { DrawText } from './feed-text.ts';

export interface PostCardContext {
  readonly words: BlogFeedMessages;
  readonly locale: string;
  readonly timeZone: string;
  /** Level of the titles as headings. */
  readonly headingLevel: number;
  /** Folded words that were searched for. */
  readonly marked: readonly string[];
  /** Which pictures may be loaded. */
  readonly allowsImage: AllowsImage;
  /** The source gives the full text of a post that is asked for. */
  readonly canGet: boolean;
  /** Draws a full text where it stands in the list; undefined where none does, or that part is on its way. */
  readonly renderText: DrawText | undefined;
  /** RFC 3339 instant: posts after it are new to the reader. */
  readonly freshAfter: string | undefined;
}

/** Tags of a card; the filters have all. */
const TAGS = 4;

/** The post can be read here; others are read where they were written. */
export const readsHere = (post: Post, canGet: boolean): boolean =>
  !post.isProtected &&
  (post.url === undefined ||
    post.content !== undefined ||
    post.report !== undefined ||
    post.state !== undefined ||
    (canGet && (post.words !== undefined || post.ideaId !== undefined)));

/** What a post is called: statuses have no title of their own. */
export const titleOf = (post: Post, { post: words }: BlogFeedMessages): string =>
  post.title || words.untitled(authorsOf(post) || sourceOf(post));

const sourceOf = ({ source, org }: Post): string => org?.name ?? source?.label ?? source?.title ?? '';

const authorsOf = ({ authors }: Post): string => authors.map(({ displayName }) => displayName).join(', ');

/** Where the reader gets when they follow a post's title. */
export const addressOf = (post: Post, canGet: boolean): string =>
  readsHere(post, canGet) || !post.url ? postLink(post.id) : post.url;

/** One post in a list: where from and when, what about, and the way to it. */
export function renderPostCard(post: Post, at: number, context: PostCardContext): TemplateResult {
  const { words, headingLevel, marked, locale, canGet } = context;
  const here = readsHere(post, canGet);
  const lang = post.lang && !locale.toLowerCase().startsWith(post.lang.toLowerCase()) ? post.lang : nothing;
  const full = post.isProtected ? undefined : context.renderText?.(post, context);
  const text = html`${renderPicture(post, context)}
  ${full ? html`<div class="full">${full}</div>` : renderTeaser(post, lang, marked)}`;
  return html`<p class="meta" id="meta-${at}">${renderMeta(post, context)}</p>
    <div class="title" id="title-${at}" role="heading" aria-level=${headingLevel} lang=${lang} dir="auto">
      <a href=${addressOf(post, canGet)} data-open=${here ? post.id : nothing} rel=${here ? nothing : 'noopener'}
        >${mark(titleOf(post, words), marked)}</a
      >
    </div>
    ${
      post.warning === undefined
        ? text
        : html`<details class="warned">
            <summary dir="auto">${words.post.warning(post.warning)}</summary>
            <div class="inside">${text}</div>
          </details>`
    }
    ${post.isProtected ? html`<p class="note">${words.post.protected}</p>` : nothing}
    ${renderFoot(post, here, full !== undefined, context)}
    ${post.url ? html`<p class="paper address">${post.url}</p>` : nothing}`;
}

const renderTeaser = (
  { teaser }: Post,
  lang: string | typeof nothing,
  marked: readonly string[],
): TemplateResult | typeof nothing =>
  teaser ? html`<p class="teaser" lang=${lang} dir="auto">${mark(teaser, marked)}</p>` : nothing;

/** What kind of post it is, where from, and when. */
function renderMeta(post: Post, { words, locale, timeZone, freshAfter }: PostCardContext): TemplateResult {
  const minutes = readingMinutes(post);
  const source = sourceOf(post);
  const authors = authorsOf(post);
  const parts = [
    post.report ? html`<span class="kind">${words.post.report}</span>` : nothing,
    source ? html`<span class="source"><bdi>${source}</bdi></span>` : nothing,
    authors && authors !== source && post.title ? html`<span><bdi>${authors}</bdi></span>` : nothing,
    post.publishedAt
      ? html`<time datetime=${post.publishedAt}>${dayOf(post.publishedAt, locale, timeZone)}</time>`
      : nothing,
    minutes > 0
      ? html`<span
          ><span class="visually-hidden">${words.post.minutesLong(minutes)}</span
          ><span aria-hidden="true">${words.post.minutes(minutes)}</span></span
        >`
      : nothing,
  ];
  const isFresh = freshAfter !== undefined && post.publishedAt !== undefined && later(post.publishedAt, freshAfter);
  return html`${isFresh ? html`<strong class="fresh">${words.feed.fresh}</strong> ` : nothing}${parts
    .filter((part) => part !== nothing)
    .map((part, index) => html`${index > 0 ? html`<span aria-hidden="true">\u00a0· </span>` : nothing}${part}`)}`;
}

/** A picture with its room reserved; none where it may not be loaded. */
function renderPicture({ image }: Post, { allowsImage }: PostCardContext): TemplateResult | typeof nothing {
  if (!image || !allowsImage(image.url)) return nothing;
  return html`<div class="picture">
    <img
      src=${image.url}
      alt=${image.alt ?? ''}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      @error=${({ target }: Event) => (target as Element).parentElement?.classList.add('gone')}
    />
  </div>`;
}

/** What a report is comparable by, its words, the other places it stands in, and the way on. */
function renderFoot(post: Post, here: boolean, whole: boolean, context: PostCardContext): TemplateResult {
  const { words, canGet } = context;
  const { feed } = words;
  const facts = [
    post.size ? words.post.sizes[post.size] : '',
    post.maturity ? words.post.maturities[post.maturity] : '',
  ].filter(Boolean);
  const labels = [
    ...new Set([
      ...(post.topics ?? []).map(({ id, label }) => label[words.lang as 'de' | 'en'] ?? label.de ?? id),
      ...post.tags,
    ]),
  ];
  const also = post.alsoOn ?? [];
  const title = titleOf(post, words);
  const host = here ? '' : hostOf(post.url);
  return html`<div class="foot">
    ${facts.length > 0 ? html`<p class="facts">${facts.join(' · ')}</p>` : nothing}
    ${
      labels.length > 0
        ? html`<ul class="tags" aria-label=${feed.tags}>
            ${labels.slice(0, TAGS).map((label) => html`<li><bdi>${label}</bdi></li>`)}
            ${labels.length > TAGS ? html`<li class="rest">${feed.andMore(labels.length - TAGS)}</li>` : nothing}
          </ul>`
        : nothing
    }
    <div class="ways">
      ${
        whole
          ? nothing
          : html`<a
              class="on"
              href=${addressOf(post, canGet)}
              data-open=${here ? post.id : nothing}
              rel=${here ? nothing : 'noopener'}
              >${words.post.readOn}${host ? html` ${feed.readAt(host)}` : nothing}<span class="visually-hidden"
                >: ${title}</span
              ></a
            >`
      }
      ${
        also.length > 0
          ? html`<p class="also">
              ${words.post.alsoOn}
              ${also.map(
                ({ url, source }, index) =>
                  html`${index > 0 ? ', ' : nothing}<a href=${url} rel="noopener"
                      ><bdi>${source.label ?? source.title ?? hostOf(url)}</bdi></a
                    >`,
              )}
            </p>`
          : nothing
      }
    </div>
  </div>`;
}

const hostOf = (url: string | undefined): string =>
  url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';

const later = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);

/** A day in words. */
export const dayOf = (instant: string, locale: string, timeZone: string): string => {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  return dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at);
};

const mark = (text: string, words: readonly string[]): string | readonly (string | TemplateResult)[] =>
  words.length === 0
    ? text
    : markWords(text, words).map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text));
