import type { Post, PostSource } from '../../../model/post.ts';
import { foreignPost } from '../../foreign-post.ts';
import { plainText } from '../../foreign-text.ts';
import { teaserOf } from '../../post-text.ts';
import type { Raw } from '../../read-shape.ts';
import type { WpMedia, WpPost, WpTerm } from './wordpress-schema.ts';
import { asList, asObject, termsOf } from './wordpress-values.ts';

export interface BlogPostOptions {
  /** What comes before a post's number in an id, so that ids of several sites can stand in one stream. */
  readonly prefix: string;
  readonly base: string;
  readonly source: PostSource;
}

/** A picture of this width is sharp in a card; photos as they were uploaded have some megabytes. */
const WIDTH = 600;
/** Some templates cut pictures to a square for lists. */
const SAME_SHAPE = 0.05;
/** Categories that WordPress gives to what has none. */
const NO_CATEGORY = /^(?:uncategori[sz]ed|allgemein|unkategorisiert)$/;

/** @throws {TypeError} when there is no number, or nothing to read */
export function toBlogPost(
  post: WpPost & { readonly lang?: unknown },
  { prefix, base, source }: BlogPostOptions,
): Post {
  if (!Number.isSafeInteger(post.id)) throw new TypeError('no id');
  const isProtected = post.content?.protected === true;
  const html = isProtected ? undefined : post.content?.rendered;
  return foreignPost(
    {
      id: `${prefix}${String(post.id)}`,
      url: post.link,
      title: plainText(post.title?.rendered),
      teaser: teaserOf(post.excerpt?.rendered) || teaserOf(html),
      content: html,
      image: imageOf(post),
      authors: asList(post._embedded?.author).flatMap((author) => {
        // The pictures of authors lie with a third party, which would learn who reads.
        const name = plainText(asObject(author).name);
        return name ? [{ displayName: name }] : [];
      }),
      publishedAt: instant(post.date_gmt),
      updatedAt: instant(post.modified_gmt),
      tags: [...new Set(termsOf(post).flatMap(toTag))],
      lang: post.lang,
      ...(isProtected && { isProtected }),
    },
    source,
    base,
  );
}

const toTag = ({ slug, name, taxonomy }: WpTerm): readonly string[] => {
  if (taxonomy === 'post_format' || (typeof slug === 'string' && NO_CATEGORY.test(slug))) return [];
  const tag = plainText(name);
  return tag ? [tag] : [];
};

/** Times in UTC come without offset; a draft that never had one comes as zeros. */
const instant = (time: unknown): unknown => (typeof time === 'string' ? `${time}Z` : undefined);

interface Size {
  readonly url: unknown;
  readonly width: number;
  readonly height: number;
}

/** The post's picture, in the smallest of its sizes that is large enough and shows all of it. */
function imageOf(post: WpPost): Raw | undefined {
  const [media] = asList(post._embedded?.['wp:featuredmedia']) as readonly WpMedia[];
  if (!media || typeof media.source_url !== 'string') return undefined;
  const alt = typeof media.alt_text === 'string' && media.alt_text.trim() ? { alt: plainText(media.alt_text) } : {};
  const details = asObject(media.media_details);
  const { width, height } = details;
  const whole = { url: media.source_url, width, height, ...alt };
  if (typeof width !== 'number' || typeof height !== 'number' || !(width > 0 && height > 0)) return whole;
  const sizes: Size[] = [];
  for (const value of Object.values(asObject(details['sizes']))) {
    const { source_url: url, width: w, height: h } = asObject(value);
    if (typeof url !== 'string' || typeof w !== 'number' || typeof h !== 'number' || w < WIDTH || !(h > 0)) continue;
    if (Math.abs((w / h) * (height / width) - 1) <= SAME_SHAPE) sizes.push({ url, width: w, height: h });
  }
  sizes.sort((a, b) => a.width - b.width);
  return { ...whole, ...sizes[0] };
}
