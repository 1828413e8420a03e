import type { Post, PostSource } from '../../../model/post.ts';
import { foreignPost } from '../../foreign-post.ts';
import { cutTeaser } from '../../post-text.ts';
import type { Raw } from '../../read-shape.ts';

/** What the Content API of Ghost sends (docs.ghost.org/content-api/posts). Nothing in it is certain. */
export interface GhostPost {
  readonly id?: unknown;
  readonly title?: unknown;
  /** Null or cut where only members may read it. */
  readonly html?: unknown;
  readonly access?: unknown;
  readonly url?: unknown;
  readonly canonical_url?: unknown;
  readonly custom_excerpt?: unknown;
  /** The beginning of the text, plain. */
  readonly excerpt?: unknown;
  readonly feature_image?: unknown;
  readonly feature_image_alt?: unknown;
  readonly published_at?: unknown;
  readonly updated_at?: unknown;
  readonly authors?: unknown;
  readonly primary_author?: unknown;
  readonly tags?: unknown;
}

export interface GhostPostOptions {
  readonly prefix: string;
  readonly site: string;
  readonly source: PostSource;
}

const namesOf = (value: unknown): readonly string[] =>
  (value instanceof Array ? (value as readonly unknown[]) : [value]).flatMap((each) => {
    const { name, visibility } = (typeof each === 'object' && each !== null ? each : {}) as Raw;
    // Tags that begin with # are the editors' own.
    return typeof name === 'string' && name && visibility !== 'internal' && !name.startsWith('#') ? [name] : [];
  });

/** @throws {TypeError} when there is no id, or nothing to read */
export function toGhostPost(post: GhostPost, { prefix, site, source }: GhostPostOptions): Post {
  if (typeof post.id !== 'string') throw new TypeError('no id');
  const alt = post.feature_image_alt;
  const isProtected = post.access === false;
  const excerpt = [post.custom_excerpt, post.excerpt].find((each) => typeof each === 'string' && each) ?? '';
  const authors = namesOf(post.authors);
  return foreignPost(
    {
      id: `${prefix}${post.id}`,
      // Who took a story over names the place where it was first.
      url: typeof post.canonical_url === 'string' && post.canonical_url ? post.canonical_url : post.url,
      title: post.title,
      teaser: cutTeaser((excerpt as string).replace(/\s+/g, ' ').trim()),
      content: isProtected ? undefined : post.html,
      image: post.feature_image
        ? { url: post.feature_image, ...(typeof alt === 'string' && alt.trim() && { alt }) }
        : undefined,
      authors: (authors.length > 0 ? authors : namesOf(post.primary_author)).map((displayName) => ({ displayName })),
      publishedAt: post.published_at,
      updatedAt: post.updated_at,
      tags: namesOf(post.tags),
      ...(isProtected && { isProtected }),
    },
    source,
    site,
  );
}
