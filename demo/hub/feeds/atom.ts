import { element, escapeXml } from '../http/xml.ts';
import { changedAt, changedOf, isWebAddress, type FeedHead, type FeedItem } from './feed-item.ts';

const link = (rel: string, href: string, type?: string): string =>
  `<link rel="${rel}"${type ? ` type="${type}"` : ''} href="${escapeXml(href)}"/>`;

function imageOf({ image }: FeedItem): string[] {
  if (!image || !isWebAddress(image.url)) return [];
  const alt = image.alt ? `<media:description type="plain">${escapeXml(image.alt)}</media:description>` : '';
  return [`<media:content url="${escapeXml(image.url)}" medium="image">${alt}</media:content>`];
}

function sourceOf({ source, id, url }: FeedItem): string[] {
  if (!source) return [];
  const page = source.url ?? url;
  return [
    '<source>',
    element('id', source.url ?? id),
    element('title', source.title),
    ...(page ? [link('alternate', page, 'text/html')] : []),
    '</source>',
  ];
}

/** An entry without a page has its text in `content` (RFC 4287, 4.1.2). */
const textOf = ({ html, url, summary }: FeedItem): string[] => [
  ...(summary && (html || url) ? [element('summary', summary)] : []),
  ...(html ? [`<content type="html">${escapeXml(html)}</content>`] : []),
  ...(!html && !url ? [element('content', summary)] : []),
];

const entryOf = (item: FeedItem, head: FeedHead): string =>
  [
    `<entry xml:lang="${escapeXml(item.language ?? head.language)}">`,
    element('id', item.id),
    element('title', item.title),
    element('updated', changedOf(item)),
    ...(item.published ? [element('published', item.published)] : []),
    ...(item.url ? [link('alternate', item.url, 'text/html')] : []),
    ...(isWebAddress(item.licence) ? [link('license', item.licence)] : []),
    ...item.authors.map((name) => `<author>${element('name', name)}</author>`),
    ...item.categories.map(
      ({ term, label }) => `<category term="${escapeXml(term)}"${label ? ` label="${escapeXml(label)}"` : ''}/>`,
    ),
    ...(item.licence ? [element('rights', item.licence)] : []),
    ...textOf(item),
    ...imageOf(item),
    ...sourceOf(item),
    '</entry>',
  ].join('\n');

/** Atom (RFC 4287). */
export const writeAtom = (items: readonly FeedItem[], head: FeedHead): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="${escapeXml(head.language)}">`,
    element('id', head.self),
    element('title', head.title),
    element('updated', changedAt(items)),
    link('self', head.self, 'application/atom+xml'),
    link('alternate', head.home, 'text/html'),
    `<author>${element('name', head.author)}</author>`,
    ...items.map((item) => entryOf(item, head)),
    '</feed>',
    '',
  ].join('\n');
