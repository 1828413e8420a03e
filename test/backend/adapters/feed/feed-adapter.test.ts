import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFeedBackend, type FeedOptions } from '../../../../src/backend/adapters/feed/feed-adapter.ts';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import { probeKind } from '../../../../src/backend/probe-kind.ts';
import type { Post } from '../../../../src/model/post.ts';
import { serve } from '../../support/server.ts';
import { atomOf, FULL_FEEDS, jsonFeedOf, rssOf } from './support/feeds.ts';

const src = 'https://blog.lindenhafen.example/feed.xml';
const postsOf = (data: string | Uint8Array, more: Partial<FeedOptions> = {}) =>
  createFeedBackend({ src, data, ...more }).posts;
const readAll = async (data: string | Uint8Array, more?: Partial<FeedOptions>): Promise<readonly Post[]> =>
  (await postsOf(data, more).list({})).items;
const readOne = async (data: string | Uint8Array, more?: Partial<FeedOptions>): Promise<Post> => {
  const [post] = await readAll(data, more);
  assert.ok(post);
  return post;
};
const failed = (reason: string) => (error: unknown) => error instanceof BackendError && error.reason === reason;

describe('posts of a feed', () => {
  it('have what RSS, Atom and JSON Feed say of them', async () => {
    const [rss, atom, json] = await Promise.all(FULL_FEEDS.map((data) => readOne(data)));
    assert.deepEqual(
      { ...rss, content: undefined },
      {
        id: 'https://blog.lindenhafen.example/?p=1',
        url: 'https://blog.lindenhafen.example/papierlos/',
        title: 'Bürgeramt ohne Papier',
        teaser: 'Wie das Amt den Umlauf abgeschafft hat …',
        content: undefined,
        words: 7,
        authors: [{ displayName: 'Ayşe Öztürk' }],
        tags: ['Digitalisierung'],
        publishedAt: '2026-10-05T06:30:00Z',
        lang: 'de-DE',
        licence: 'https://creativecommons.org/licenses/by/4.0/',
        image: { url: 'https://blog.lindenhafen.example/tresen.jpg', alt: 'Leerer Tresen', width: 600, height: 400 },
        source: {
          id: src,
          kind: 'feed',
          title: 'Blog der Stadt Lindenhafen',
          url: 'https://blog.lindenhafen.example/',
        },
      },
    );
    assert.equal(atom?.title, 'Low-Code im Ordnungsamt');
    assert.equal(atom.url, 'https://blog.lindenhafen.example/low-code');
    assert.equal(atom.content, '<p>Drei Formulare in <b>zwei</b> Tagen.</p>');
    assert.deepEqual(atom.authors, [{ displayName: 'Jens Groß' }]);
    assert.deepEqual(atom.tags, ['Werkzeuge']);
    assert.equal(atom.updatedAt, '2026-09-16T10:00:00Z');
    assert.equal(json?.title, 'Warteraum & Termin');
    assert.equal(json.teaser, 'Kurz gesagt');
    assert.deepEqual(json.image, { url: 'https://notizen.brueckfurt.example/raum.jpg' });
    assert.deepEqual([json.authors, json.tags], [[{ displayName: 'Mara Lind' }], ['Termine']]);
  });

  it('come without title, date or link as far as they say anything; those that say nothing are told as problems', async () => {
    const page = await postsOf(
      rssOf('<description>Nur ein Satz.</description>', '<title>Nur ein Titel</title>', '<guid>leer</guid>', ''),
    ).list({});
    assert.deepEqual(
      page.items.map(({ title, teaser, url, publishedAt }) => [title, teaser, url, publishedAt]),
      [
        ['', 'Nur ein Satz.', undefined, undefined],
        ['Nur ein Titel', '', undefined, undefined],
      ],
    );
    assert.deepEqual(
      page.problems.map(({ code, item }) => [code, item === 'leer']),
      [
        ['invalid-item', true],
        ['invalid-item', false],
      ],
    );
  });

  it('are dated in German, too, on the clocks of the reader; what is no date is none', async () => {
    const dates = [
      'Mo, 05 Okt 2026 08:30:00 +0200',
      '5. Oktober 2026, 8:30 Uhr',
      '05.10.2026 08:30',
      'Montag, 5. Oktober 2026',
      'Mon, 05 Oct 2026 06:30 GMT',
      '2026-10-05',
      'Mon Oct  5 06:30:00 2026',
      'gestern',
      '31.02.2026',
      'Mon, 99 Oct 2026',
    ];
    const posts = await readAll(rssOf(...dates.map((date, i) => `<title>${i}</title><pubDate>${date}</pubDate>`)));
    const byTitle = new Map(posts.map(({ title, publishedAt }) => [title, publishedAt]));
    assert.deepEqual(
      dates.map((_, i) => byTitle.get(String(i))),
      [
        '2026-10-05T06:30:00Z',
        '2026-10-05T06:30:00Z',
        '2026-10-05T06:30:00Z',
        '2026-10-04T22:00:00Z',
        '2026-10-05T06:30:00Z',
        '2026-10-05T00:00:00Z',
        '2026-10-05T06:30:00Z',
        undefined,
        undefined,
        undefined,
      ],
    );
  });

  it('have as their picture the first of the text with its description, but no counter, face or smiley', async () => {
    const text = `<img src="https://a.example/count.gif" width="1" height="1"><img class="wp-smiley" src="https://a.example/s.png">
      <img src="/bild.jpg" alt="Zwei Leute am &quot;Tresen&quot;" width="300" height="200">`;
    const face = '<media:content url="https://secure.gravatar.com/avatar/1?s=96" medium="image"/>';
    const post = await readOne(rssOf(`<title>a</title>${face}<content:encoded><![CDATA[${text}]]></content:encoded>`));
    assert.deepEqual(post.image, {
      url: 'https://blog.lindenhafen.example/bild.jpg',
      alt: 'Zwei Leute am "Tresen"',
      width: 300,
      height: 200,
    });
  });

  it('never carry an e-mail address as an author, nor an address that is none of the web', async () => {
    const post = await readOne(
      rssOf('<title>a</title><author>mara@lindenhafen.example (Mara Lind)</author><link>javascript:alert(1)</link>'),
    );
    assert.deepEqual(post.authors, [{ displayName: 'Mara Lind' }]);
    assert.equal(post.url, undefined);
    const bare = await readOne(rssOf('<title>a</title><author>mara@lindenhafen.example</author>'));
    assert.deepEqual(bare.authors, []);
  });

  it('are read right to left, with 10,000 tags, with titles that were escaped twice', async () => {
    const tags = Array.from({ length: 10_000 }, (_, i) => `<category>Wort ${i}</category>`).join('');
    const post = await readOne(
      rssOf(`<title>تجربة &amp;amp; نتيجة</title><dc:language>ar</dc:language><link>https://a.example/1</link>${tags}`),
    );
    assert.equal(post.title, 'تجربة & نتيجة');
    assert.equal(post.lang, 'ar');
    assert.equal(post.tags.length, 50);
  });

  it('leave out what content systems write below each of them, and keep a content warning apart', async () => {
    const [signed, warned] = await readAll(
      rssOf(
        '<title>a</title><description><![CDATA[<p>Ein Satz [&#8230;]</p><p>Der Beitrag <a href="#">a</a> erschien zuerst auf <a href="#">Blog</a>.</p>]]></description>',
        '<description><![CDATA[<p><strong>Content warning:</strong> Politik</p><hr /><p>Der Rest</p>]]></description>',
      ),
    );
    assert.equal(signed?.teaser, 'Ein Satz …');
    assert.deepEqual([warned?.warning, warned?.teaser], ['Politik', 'Der Rest']);
  });

  it('with one guid for all are told apart by their links; the same one twice is one', async () => {
    const item = (n: number): string =>
      `<title>${n}</title><guid isPermaLink="false">1</guid><link>https://a.example/${n}</link>`;
    const posts = await readAll(rssOf(item(1), item(2), item(2)));
    assert.deepEqual(
      posts.map(({ title }) => title),
      ['1', '2'],
    );
  });

  it('are read in the code page that mark, answer or document name, and in UTF-8 where the label is wrong', async () => {
    const text = rssOf('<title>Größe</title>');
    const latin = Uint8Array.from(text.replace('UTF-8', 'ISO-8859-1'), (sign) => sign.charCodeAt(0));
    assert.equal((await readOne(latin)).title, 'Größe');
    assert.equal((await readOne(latin.slice(), { contentType: 'text/xml; charset=ISO-8859-1' })).title, 'Größe');
    const utf8 = new TextEncoder().encode(text);
    assert.equal((await readOne(utf8, { contentType: 'text/xml; charset=iso-8859-1' })).title, 'Größe');
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer),
    ]);
    assert.equal((await readOne(wide)).title, 'Größe');
  });

  it('keep their relative addresses where the feed says from where they start', async () => {
    const post = await readOne(
      atomOf(
        '<title>a</title><id>1</id><content type="html" xml:base="https://b.example/x/">&lt;a href="y"&gt;b&lt;/a&gt;</content>',
      ),
    );
    assert.equal(post.content, '<a href="https://b.example/x/y">b</a>');
  });

  it('can be searched, narrowed, read page by page and one by one', async () => {
    const port = postsOf(
      rssOf(
        ...['Bürgeramt', 'Bauhof', 'Bürgerhaus'].map(
          (title, i) =>
            `<title>${title}</title><guid>${i}</guid><dc:creator>${i ? 'Jens' : 'Mara'}</dc:creator><category>${i ? 'Bau' : 'Amt'}</category><pubDate>2026-10-0${9 - i}</pubDate>`,
        ),
      ),
    );
    const titles = async (query: Parameters<typeof port.list>[0]): Promise<readonly string[]> =>
      (await port.list(query)).items.map(({ title }) => title);
    assert.deepEqual(await titles({ q: 'burgeramt' }), ['Bürgeramt']);
    assert.deepEqual(await titles({ tag: ['bau'] }), ['Bauhof', 'Bürgerhaus']);
    assert.deepEqual(await titles({ author: ['Mara'] }), ['Bürgeramt']);
    const first = await port.list({ limit: 2 });
    assert.deepEqual([first.total, first.items.length], [3, 2]);
    assert.deepEqual(await titles({ limit: 2, cursor: first.next }), ['Bürgerhaus']);
    assert.equal((await port.get?.('1'))?.title, 'Bauhof');
    await assert.rejects(
      async () => port.get?.('9'),
      (error) => error instanceof BackendError && error.kind === 'missing',
    );
  });

  it('are experience reports where their tags say so', async () => {
    const post = await readOne(
      jsonFeedOf({ id: '1', title: 'a', tags: ['Erfahrungsbericht', 'Reifegrad: Alltag', 'Kommune: 20.000'] }),
    );
    assert.ok(post.report);
    assert.deepEqual([post.maturity, post.size], ['everyday', 'medium-town']);
  });
});

describe('a source that gives no feed', () => {
  it('is told apart: nothing, a page for people, other data, too much', async () => {
    const list = (data: string, more?: Partial<FeedOptions>) => () => postsOf(data, more).list({});
    await assert.rejects(list(' \n'), failed('empty'));
    await assert.rejects(list('<!doctype html><title>Anmeldung</title>'), failed('html'));
    await assert.rejects(list('{"items":[]}'), failed('not-a-feed'));
    await assert.rejects(list('{"items":'), failed('not-a-feed'));
    await assert.rejects(list('BEGIN:VCALENDAR'), failed('not-a-feed'));
    await assert.rejects(list(rssOf(), { maxBytes: 100 }), failed('too-large'));
  });

  it('is given up when it sends without end, or a byte now and then; its last copy answers for it', async () => {
    let mode = 'good';
    let sent = 0;
    const server = await serve((request, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      if (request.url === '/page') return void response.end('<!doctype html><html><body>Neu</body></html>');
      if (mode === 'good') return void response.end(FULL_FEEDS[0]);
      const write = (): void => {
        if (response.destroyed) return;
        if (mode === 'drip') response.write(' ');
        else while (response.write(Buffer.alloc(65_536, 'a'))) sent += 65_536;
      };
      response.on('drain', write);
      write();
    });
    try {
      const address = `${server.origin}/feed.xml`;
      const { posts } = createFeedBackend({ src: address, timeout: 1500, maxBytes: 1_000_000, maxAge: 0 });
      assert.equal((await posts.list({})).items.length, 1);
      mode = 'drip';
      const stale = await posts.list({}, { fresh: true });
      assert.deepEqual([stale.items.length, stale.problems[0]?.code, stale.problems[0]?.kind], [1, 'stale', 'timeout']);
      const other = createFeedBackend({ src: `${address}?2`, timeout: 300, maxBytes: 1_000_000 }).posts;
      await assert.rejects(other.list({}), (error) => error instanceof BackendError && error.kind === 'timeout');
      mode = 'flood';
      const large = createFeedBackend({ src: `${address}?3`, timeout: 5000, maxBytes: 1_000_000 }).posts;
      await assert.rejects(large.list({}), failed('too-large'));
      assert.ok(sent < 20_000_000, `${sent} bytes were taken`);
      await assert.rejects(createFeedBackend({ src: `${server.origin}/page` }).posts.list({}), failed('html'));
    } finally {
      await server.close();
    }
  });

  it('is known as a feed by how it begins, with warnings before it, too', async () => {
    for (const text of [...FULL_FEEDS, `<br />\n<b>Warning</b>: Undefined<br />\n${FULL_FEEDS[0]}`]) {
      const kind = await probeKind(src, { fetch: () => Promise.resolve(new Response(text)) });
      assert.equal(kind, 'feed');
    }
  });
});
