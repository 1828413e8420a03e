import { plainText } from '../http/characters.ts';
import { element, escapeXml } from '../http/xml.ts';
import { feedTitle, type FeedEntry, type FeedPlace } from './feed-entries.ts';

/** A date as RSS has it (RFC 822, with four digits of the year). */
const rssDate = (instant: string): string => new Date(instant).toUTCString();

/** The latest change of all: with the same events the feed is the same to the byte. */
const changedAt = (entries: readonly FeedEntry[]): string =>
  entries.reduce((latest, { modified }) => (modified > latest ? modified : latest), '1970-01-01T00:00:00Z');

/** Lines of text as HTML, escaped once for HTML and once more for XML: what stands in `description` is HTML. */
const html = (lines: readonly string[]): string => lines.map((line) => `<p>${escapeXml(line)}</p>`).join('');

/** RSS 2.0 (rssboard.org/rss-specification). */
export function writeRss(entries: readonly FeedEntry[], place: FeedPlace): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', feedTitle(place)),
    element('link', `${place.base}/`),
    element('description', feedTitle(place)),
    element('language', place.language),
    element('lastBuildDate', rssDate(changedAt(entries))),
    element('ttl', '60'),
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(place.self)}"/>`,
    ...entries.flatMap((entry) => [
      '<item>',
      element('title', entry.title),
      element('link', entry.url),
      `<guid isPermaLink="false">${escapeXml(entry.id)}</guid>`,
      element('pubDate', rssDate(entry.published)),
      element('description', html(entry.lines)),
      ...(entry.organiser ? [element('dc:creator', entry.organiser)] : []),
      ...entry.topics.map((topic) => element('category', topic)),
      '</item>',
    ]),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export const writeJsonFeed = (entries: readonly FeedEntry[], place: FeedPlace): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(place),
    home_page_url: `${place.base}/`,
    feed_url: place.self,
    language: place.language,
    items: entries.map(({ id, url, title, lines, published, modified, topics, organiser, image, language }) => ({
      id,
      url,
      title: plainText(title),
      content_text: plainText(lines.join('\n\n')),
      date_published: published,
      date_modified: modified,
      language,
      ...(topics.length > 0 && { tags: topics }),
      ...(organiser !== undefined && { authors: [{ name: organiser }] }),
      ...(image !== undefined && { image }),
    })),
  });
