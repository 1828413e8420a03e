import { plainText } from '../http/characters.ts';
import { isWebAddress, type FeedHead, type FeedItem } from './feed-item.ts';

/** Paragraphs of text are parted by a blank line. */
const textOf = (summary: string): string =>
  plainText(summary)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n\n');

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export const writeJsonFeed = (items: readonly FeedItem[], head: FeedHead): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: plainText(head.title),
    home_page_url: head.home,
    feed_url: head.self,
    language: head.language,
    authors: [{ name: plainText(head.author) }],
    items: items.map((item) => ({
      id: item.id,
      ...(item.url && { url: item.url }),
      ...(item.source && isWebAddress(item.url) && { external_url: item.url }),
      ...(item.title && { title: plainText(item.title) }),
      ...(item.html
        ? { content_html: plainText(item.html), ...(item.summary && { summary: textOf(item.summary) }) }
        : { content_text: textOf(item.summary) }),
      ...(item.published && { date_published: item.published }),
      ...(item.updated && { date_modified: item.updated }),
      ...(item.language && { language: item.language }),
      ...(item.categories.length > 0 && {
        tags: item.categories.map(({ term, label }) => plainText(label ?? term)),
      }),
      ...(item.authors.length > 0 && { authors: item.authors.map((name) => ({ name: plainText(name) })) }),
      ...(item.image && isWebAddress(item.image.url) && { image: item.image.url }),
    })),
  });
