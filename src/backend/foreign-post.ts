import { htmlToText } from '../model/html-text.ts';
import type { Post, PostSource } from '../model/post.ts';
import { countWords } from '../model/reading-time.ts';
import { withReport } from '../model/report-lens.ts';
import { readPost } from './read-post.ts';
import type { Raw } from './read-shape.ts';

/** The name that an editor gave to a source goes before what it calls itself. */
export const sourceOf = (source: PostSource, label: string | undefined): PostSource =>
  label ? { ...source, label } : source;

/**
 * A post of a foreign program, from fields in the names of the model: read as any other, its words counted, and seen as
 * the experience report that it may be.
 * @throws {TypeError} for what has no id, or nothing to read
 */
export function foreignPost(raw: Raw, source: PostSource, base: string): Post {
  const post = readPost({ ...raw, source }, { timeZone: 'UTC', base });
  const { content } = post;
  return withReport(content ? { ...post, words: countWords(htmlToText(`<p>${content}`)) } : post);
}

/** Text as HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) =>
    sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;',
  );
