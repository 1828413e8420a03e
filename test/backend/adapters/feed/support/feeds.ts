import { readFeed, type ReadFeedOptions } from '../../../../../src/backend/adapters/feed/feed-reader.ts';
import type { Feed } from '../../../../../src/backend/adapters/feed/feed-schema.ts';
import { readJsonFeed } from '../../../../../src/backend/adapters/feed/json-feed.ts';

/** Reads a feed of any kind, as the adapter does. */
export const readAnyFeed = (text: string, options?: ReadFeedOptions): Feed =>
  /^\s*\{/.test(text) ? readJsonFeed(text, options) : readFeed(text, options);

/** An RSS channel around items. */
export const rssOf = (...items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:cc="http://backend.userland.com/creativeCommonsRssModule">
<channel><title>Blog der Stadt Lindenhafen</title><link>https://blog.lindenhafen.example/</link><language>de-DE</language>
${items.map((item) => `<item>${item}</item>`).join('\n')}
</channel></rss>`;

/** An Atom feed around entries. */
export const atomOf = (...entries: readonly string[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Digitalteam Auental</title><link href="https://digital.auental.example/"/>
${entries.map((entry) => `<entry>${entry}</entry>`).join('\n')}</feed>`;

/** A JSON Feed around items. */
export const jsonFeedOf = (...items: readonly object[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Notizen aus Brückfurt',
    home_page_url: 'https://notizen.brueckfurt.example/',
    language: 'de',
    items,
  });

/** One of each kind with everything in it. */
export const FULL_FEEDS: readonly string[] = [
  rssOf(
    `<title>B&#252;rgeramt ohne Papier</title><link>https://blog.lindenhafen.example/papierlos/</link>
<guid isPermaLink="false">https://blog.lindenhafen.example/?p=1</guid><dc:creator><![CDATA[Ayşe Öztürk]]></dc:creator>
<pubDate>Mon, 05 Oct 2026 08:30:00 +0200</pubDate><category>Digitalisierung</category><cc:license>https://creativecommons.org/licenses/by/4.0/</cc:license>
<media:content url="https://blog.lindenhafen.example/tresen.jpg" medium="image" width="600" height="400"><media:description>Leerer Tresen</media:description></media:content>
<description><![CDATA[Wie das Amt den Umlauf abgeschafft hat [&hellip;]]]></description>
<content:encoded><![CDATA[<p>Wie das Amt den <b>Umlauf</b> abgeschafft hat.</p><img src="/bild.png" alt="Ein Bild">]]></content:encoded>`,
  ),
  atomOf(
    `<title type="html">Low-Code im &lt;em&gt;Ordnungsamt&lt;/em&gt;</title><id>tag:digital.auental.example,2026:1</id><link rel="alternate" href="/low-code"/>
<published>2026-09-15T10:00:00+02:00</published><updated>2026-09-16T10:00:00Z</updated><author><name>Jens Groß</name><email>jens@auental.example</email></author>
<category term="werkzeuge" label="Werkzeuge"/><link rel="enclosure" type="image/png" href="https://digital.auental.example/skizze.png"/>
<summary>Drei Formulare.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Drei Formulare in <b>zwei</b> Tagen.</p></div></content>`,
  ),
  jsonFeedOf({
    id: 'n-1',
    url: 'https://notizen.brueckfurt.example/1',
    title: 'Warteraum & Termin',
    content_html: '<p>Eine Notiz.</p>',
    summary: 'Kurz gesagt',
    date_published: '2026-08-01T10:00:00+02:00',
    authors: [{ name: 'Mara Lind' }],
    tags: ['Termine'],
    image: 'https://notizen.brueckfurt.example/raum.jpg',
  }),
];
