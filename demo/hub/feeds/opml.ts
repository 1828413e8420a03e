import { element, escapeXml } from '../http/xml.ts';

/** A feed as other programs take it over. */
export interface OpmlFeed {
  readonly title: string;
  /** Address of the feed. */
  readonly feed: string;
  readonly page?: string;
}

/** OPML 2.0 (opml.org/spec2.opml): a list of subscriptions. */
export const writeOpml = (title: string, feeds: readonly OpmlFeed[]): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    `<head>${element('title', title)}</head>`,
    '<body>',
    ...feeds.map(
      ({ title: text, feed, page }) =>
        `<outline type="rss" text="${escapeXml(text)}" title="${escapeXml(text)}" xmlUrl="${escapeXml(feed)}"${page ? ` htmlUrl="${escapeXml(page)}"` : ''}/>`,
    ),
    '</body>',
    '</opml>',
    '',
  ].join('\n');
