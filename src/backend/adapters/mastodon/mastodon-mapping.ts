import type { Post, PostSource } from '../../../model/post.ts';
import { escapeHtml, foreignPost } from '../../foreign-post.ts';
import { teaserOf } from '../../post-text.ts';
import type { Raw } from '../../read-shape.ts';
import type { MastodonAccount, MastodonMedia, MastodonStatus } from './mastodon-schema.ts';

export interface StatusOptions {
  readonly prefix: string;
  readonly base: string;
  readonly source: PostSource;
}

export const asObject = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !(value instanceof Array) ? (value as Raw) : {};
const asList = (value: unknown): readonly unknown[] => (value instanceof Array ? (value as readonly unknown[]) : []);
const word = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A server's own pictures in names (`:verified:`) are not text. */
export const nameOf = ({ display_name, username, acct }: MastodonAccount): string =>
  word(display_name)
    .replace(/:[\w-]+:/g, '')
    .replace(/\s+/g, ' ')
    .trim() || (word(username) || word(acct).replace(/@.*/, '')).replace(/^(?=.)/, '@');

/** What everybody may read; followers-only statuses come to nobody's page. */
export const isPublic = ({ visibility }: MastodonStatus): boolean =>
  visibility === 'public' || visibility === 'unlisted';

/** Links are written in full, in parts that the server's own style hides; what it shows is text. */
const shown = (html: string): string =>
  html.replace(/<span class="invisible">[^<]*<\/span>/g, '').replace(/<span class="ellipsis">([^<]*)<\/span>/g, '$1…');

const pixels = (size: unknown): Raw => {
  const { width, height } = asObject(size);
  return { width, height };
};

/** A picture in the size of a list. Without a description it has none, which is not the same as decoration. */
function toImage({ type, url, preview_url, description, meta }: MastodonMedia): Raw | undefined {
  if (type !== 'image' && type !== 'gifv') return undefined;
  const { small, original } = asObject(meta);
  const isWhole = type === 'image' && typeof preview_url !== 'string';
  const alt = word(description);
  return { url: isWhole ? url : preview_url, ...pixels(isWhole ? original : small), ...(alt && { alt }) };
}

/** The picture of a linked page, which the server keeps a copy of. */
function cardImage(card: Raw): Raw | undefined {
  const alt = word(card['image_description']);
  return card['image'] ? { url: card['image'], ...pixels(card), ...(alt && { alt }) } : undefined;
}

/** The text with what hangs on it: its pictures after the first, and the page that it links to. */
function contentOf(html: string, pictures: readonly Raw[], card: Raw): string {
  const parts = [html];
  for (const { url, alt = '' } of pictures)
    if (typeof url === 'string') parts.push(`<p><img src="${escapeHtml(url)}" alt="${escapeHtml(alt as string)}"></p>`);
  const [url, title] = [word(card['url']), word(card['title'])];
  if (/^https?:/.test(url) && title && !html.includes(escapeHtml(url)))
    parts.push(`<p><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></p>`);
  return parts.join('');
}

/** @throws {TypeError} when there is no id, or nothing to read */
export function toStatusPost(status: MastodonStatus, { prefix, base, source }: StatusOptions): Post {
  if (typeof status.id !== 'string') throw new TypeError('no id');
  const said = status.reblog ?? status;
  const html = word(said.content);
  const warning = word(said.spoiler_text);
  const pictures = asList(said.media_attachments).flatMap((media): readonly Raw[] => {
    const image = toImage(asObject(media));
    return image ? [image] : [];
  });
  const card = asObject(said.card);
  // Pictures that are marked without words of warning cannot be folded away, so they are left where they are.
  const isBare = said.sensitive === true && !warning;
  const image = isBare ? undefined : (pictures[0] ?? cardImage(card));
  const author = nameOf(said.account ?? {});
  return foreignPost(
    {
      id: `${prefix}${status.id}`,
      url: said.url,
      teaser: teaserOf(shown(html)),
      content: contentOf(html, isBare ? [] : pictures.slice(1), card),
      warning,
      image,
      authors: author ? [{ displayName: author }] : [],
      publishedAt: status.created_at,
      updatedAt: said.edited_at,
      tags: asList(said.tags).map((tag) => asObject(tag)['name']),
      lang: said.language,
    },
    source,
    base,
  );
}
