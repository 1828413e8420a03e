import type { PostPageMessages } from '../../../i18n/de/post-page.ts';
import { dateFormat } from '../../../i18n/intl-cache.ts';
import type { AllowsImage } from '../../../internal/image-policy.ts';
import type { Post } from '../../../model/post.ts';

/** What the parts of a post's page need. */
export interface PageContext {
  readonly post: Post;
  readonly words: PostPageMessages;
  readonly locale: string;
  readonly timeZone: string;
  /** Level of the title as a heading. */
  readonly headingLevel: number;
  readonly allowsImage: AllowsImage;
  readonly ideaUrl: string | undefined;
}

/** A level below another one; there are six. */
export const below = (level: number, steps = 1): number => Math.min(6, level + steps);

/** A day in words; empty where nobody can read it. */
export function dayOf(instant: string | undefined, { locale, timeZone }: PageContext): string {
  const at = new Date(instant ?? '');
  if (Number.isNaN(at.getTime())) return '';
  return dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at);
}

/** An address that a link may have. */
export const webAddress = (url: string | undefined): string | undefined =>
  url && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;

/** What readers call the place that an address leads to. */
export const placeOf = (url: string | undefined): string =>
  url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';

/** Name of the place that a post comes from. */
export const sourceOf = ({ org, source }: Post): string => org?.name ?? source?.label ?? source?.title ?? '';

/** The language of a post where it is not the page's: a screen reader changes its voice for it. */
export const foreignLang = ({ lang }: Post, locale: string): string | undefined =>
  lang && !locale.toLowerCase().startsWith(lang.toLowerCase().split('-')[0]!) ? lang : undefined;

/** What a post is called: statuses have no title of their own. */
export const titleOf = (post: Post, { post: words }: PostPageMessages): string =>
  post.title || words.untitled(post.authors.map(({ displayName }) => displayName).join(', ') || sourceOf(post));
