import { htmlToText } from './html-text.ts';
import type { Post } from './post.ts';
import { scriptJson } from './script-json.ts';

/** As long as search engines show anything of it. */
const MAX_DESCRIPTION = 1000;

/** Written here, not gathered from a place that readers may visit. */
export const isOwnPost = ({ source, state, url }: Post): boolean =>
  source?.kind === 'hub' || (source?.kind === undefined && (state !== undefined || url === undefined));

/**
 * The text of a data block (`application/ld+json`) for a post that was written here: a BlogPosting of schema.org. '' for
 * gathered posts, whose credit belongs to the page that they were written on, and for what is not published.
 */
export function postJsonLd(post: Post, link: string | undefined): string {
  if (!isOwnPost(post) || post.isProtected || (post.state !== undefined && post.state !== 'published')) return '';
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    identifier: post.id,
    headline: post.title || undefined,
    description: post.teaser ? htmlToText(post.teaser).slice(0, MAX_DESCRIPTION) : undefined,
    url: post.url ?? link,
    datePublished: post.publishedAt,
    dateModified: post.updatedAt,
    inLanguage: post.lang,
    image: post.image?.url,
    author: post.authors.map(({ displayName, org }) => ({
      '@type': 'Person',
      name: displayName,
      affiliation: org && { '@type': 'Organization', name: org.name },
    })),
    publisher: post.org && { '@type': 'Organization', name: post.org.name, url: post.org.url },
    keywords: post.tags.length > 0 ? post.tags.join(', ') : undefined,
    license: post.licence,
    wordCount: post.words,
  });
}
