import type { Post } from './post.ts';
import { scriptJson } from './script-json.ts';

/** As long as search engines follow a list. */
const MOST = 50;

/**
 * The text of a data block (`application/ld+json`) for a list of posts: an ItemList of schema.org that leads to where each
 * was written, so that authors keep the credit; '' where none has an address. Drafts are nobody's but their authors'.
 */
export function postsJsonLd(posts: readonly Post[], link?: (post: Post) => string): string {
  const shown = posts.flatMap((post) => {
    const url = post.url ?? link?.(post);
    const isPublic = post.state === undefined || post.state === 'published';
    return url && isPublic && !post.isProtected ? [{ url, name: post.title || undefined }] : [];
  });
  if (shown.length === 0) return '';
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    itemListElement: shown.slice(0, MOST).map((item, index) => ({ '@type': 'ListItem', position: index + 1, ...item })),
  });
}
