import { element, escapeXml } from '../http/xml.ts';
import { changedAt, isWebAddress, type FeedHead, type FeedItem } from './feed-item.ts';

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');

/** A date as RSS has it (RFC 822, with four digits of the year). */
const rssDate = (instant: string): string => new Date(instant).toUTCString();

/** Text as HTML, escaped once for HTML and once more for XML: what stands in `description` is HTML. */
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeXml(line)}</p>`)
    .join('');

function imageOf({ image }: FeedItem): string[] {
  if (!image || !isWebAddress(image.url)) return [];
  const alt = image.alt ? `<media:description type="plain">${escapeXml(image.alt)}</media:description>` : '';
  return [`<media:content url="${escapeXml(image.url)}" medium="image">${alt}</media:content>`];
}

const itemOf = (item: FeedItem): readonly string[] => [
  '<item>',
  ...(item.title ? [element('title', item.title)] : []),
  ...(item.url ? [element('link', item.url)] : []),
  `<guid isPermaLink="false">${escapeXml(item.id)}</guid>`,
  ...(item.published ? [element('pubDate', rssDate(item.published))] : []),
  // An item has a title or a description (RSS 2.0).
  ...(item.summary || !item.title ? [element('description', paragraphs(item.summary))] : []),
  ...(item.html ? [element('content:encoded', item.html)] : []),
  ...item.authors.map((name) => element('dc:creator', name)),
  ...(item.source ? [element('dc:publisher', item.source.title)] : []),
  ...(item.language ? [element('dc:language', item.language)] : []),
  ...(item.licence ? [element('dc:rights', item.licence)] : []),
  ...item.categories.map(({ term, label }) => element('category', label ?? term)),
  ...imageOf(item),
  '</item>',
];

/** RSS 2.0 (rssboard.org/rss-specification). */
export const writeRss = (items: readonly FeedItem[], head: FeedHead): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<rss version="2.0" ${NAMESPACES}>`,
    '<channel>',
    element('title', head.title),
    element('link', head.home),
    element('description', head.title),
    element('language', head.language),
    element('lastBuildDate', rssDate(changedAt(items))),
    element('ttl', '60'),
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(head.self)}"/>`,
    ...items.flatMap(itemOf),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
