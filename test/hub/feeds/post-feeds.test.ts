import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { LIMITED_PATHS } from '../../../demo/hub/limits/rate-limits.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { storeGatheredPosts } from '../../../demo/hub/posts/post-store.ts';
import { createFeedBackend } from '../../../src/backend/adapters/feed/feed-adapter.ts';
import { untrustedHtml } from '../../../src/model/common.ts';
import type { Post } from '../../../src/model/post.ts';
import { NOW, onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const BASE = 'https://netz.example';
const BLOG = 'https://blog.auental.example';

const source = (id: string, more: object = {}): HubConfig['sources'][number] =>
  ({ id, kind: 'feed', url: `${BLOG}/feed`, label: 'Blog Auental', link: BLOG, ...more }) as never;

const post = (id: string, more: Partial<Post> = {}): Post => ({
  id,
  url: `${BLOG}/${id}`,
  title: `Beitrag ${id} & mehr`,
  teaser: 'Kurz & <gut>',
  content: untrustedHtml('<p>Der ganze Text<script>alert(1)</script></p>'),
  authors: [{ displayName: 'Ines Bach' }],
  publishedAt: '2026-05-04T08:00:00Z',
  tags: ['Wärme'],
  ...more,
});

onEitherEngine('Feeds of posts', (engine) => {
  let hub: TestHub;
  before(async () => {
    const config = testConfig({
      publicUrl: BASE,
      signIn: { ...testConfig().signIn, mode: 'none' },
      sources: [
        source('blog'),
        source('presse', { kind: 'wordpress', url: 'https://presse.example/blog', label: 'Presse' }),
        source('intern', { url: 'https://intern.example/feed', label: 'Intern', allowPrivate: ['10.0.0.1/32'] }),
        source('geheim', { url: 'https://cloud.example/feed?token=abc', label: 'Geheim' }),
        source('termine', { kind: 'icalendar', url: 'https://cloud.example/x.ics', label: 'Termine' }),
      ],
    });
    hub = await engine.start({ config });
    const parts = makeHub({ config: hub.config, database: hub.database, clock: () => NOW });
    await storeGatheredPosts(parts, 'blog', [
      post('alt'),
      post('frei', { licence: 'https://creativecommons.org/licenses/by/4.0/', publishedAt: '2026-05-05T08:00:00Z' }),
      post('warnung', { warning: 'Gewalt', teaser: 'Einzelheiten', publishedAt: '2026-05-03T08:00:00Z' }),
      post('ohne', { publishedAt: undefined, authors: [], tags: [], lang: 'en' }),
    ]);
    await hub.database.kysely
      .insertInto('post')
      .values({
        id: 'eigener',
        state: 'published',
        title: 'Sitzungsvorlagen halbiert \u0001„kurz“',
        teaser: 'Was blieb.',
        document: JSON.stringify({ images: [{ id: 'bild1', alt: 'Zwei Menschen am Tisch' }] }),
        texts: JSON.stringify({ chapters: { situation: 'Zu **lang** <b>', result: '- halb\n- so lang' } }),
        tags: ['Vorlagen'],
        topicIds: ['transparenz'],
        authorNames: ['Rosa Quer'],
        isReport: true,
        cluster: 'eigener',
        searchText: '',
        publishedAt: new Date('2026-06-01T08:00:00Z'),
      } as never)
      .execute();
    await hub.database.kysely
      .insertInto('post')
      .values({
        id: 'entwurf',
        state: 'draft',
        title: 'Entwurf',
        teaser: '',
        document: '{}',
        cluster: 'entwurf',
        searchText: '',
      } as never)
      .execute();
  });
  after(() => hub?.close());

  const get = (url: string, headers: Record<string, string> = {}) => hub.app.inject({ url, headers });
  const isWellFormed = (xml: string): void => {
    const errors: string[] = [];
    new DOMParser({ onError: (level, message) => errors.push(`${level} ${String(message)}`) }).parseFromString(
      xml,
      'application/xml',
    );
    assert.deepEqual(errors, []);
  };

  test('RSS 2.0 tells own posts whole, gathered ones by their teaser and a link to where they stand', async () => {
    const { body, headers } = await get('/feed.xml');
    assert.equal(headers['content-type'], 'application/rss+xml; charset=utf-8');
    isWellFormed(body);
    const { title, language, items = [] } = parseRssFeed(body);
    assert.deepEqual([title, language], ['Verwaltungsrebellen: Beiträge', 'de']);
    assert.deepEqual(
      items.map((item) => item.link),
      [`${BASE}/berichte#vr-post=eigener`, `${BLOG}/frei`, `${BLOG}/alt`, `${BLOG}/warnung`, `${BLOG}/ohne`],
    );
    const [own, free, old, warned, undated] = items;
    assert.equal(own?.title, 'Sitzungsvorlagen halbiert „kurz“');
    assert.equal(own?.pubDate, 'Mon, 01 Jun 2026 08:00:00 GMT');
    assert.deepEqual(own?.dc?.creators, ['Rosa Quer']);
    const html = own?.content?.encoded ?? '';
    assert.match(html, new RegExp(`^<p><img src="${BASE}/api/v1/uploads/bild1" alt="Zwei Menschen am Tisch"></p>`));
    assert.match(html, /<h2>Ausgangslage<\/h2><p>Zu <strong>lang<\/strong> &lt;b&gt;<\/p><h2>Ergebnis<\/h2><ul>/);
    assert.equal(own?.media?.contents?.[0]?.url, `${BASE}/api/v1/uploads/bild1`);
    assert.equal(old?.description, '<p>Kurz &amp; &lt;gut&gt;</p>');
    assert.equal(old?.content?.encoded, undefined);
    assert.equal(free?.content?.encoded, '<p>Der ganze Text</p>');
    assert.equal(warned?.description, '<p>Inhaltswarnung: Gewalt</p>');
    assert.equal(undated?.pubDate, undefined);
    assert.equal(new Set(items.map((item) => item.guid?.value)).size, items.length);
  });

  test('Atom and JSON Feed tell the same, and the widget’s own reader understands all three', async () => {
    const atom = (await get('/feed.atom')).body;
    isWellFormed(atom);
    const { entries = [], id } = parseAtomFeed(atom);
    assert.equal(id, `${BASE}/feed.atom`);
    for (const entry of entries)
      assert.ok(entry.id && entry.title !== undefined && entry.updated, 'what each must have');
    assert.equal(entries[1]?.source?.title?.value, 'Blog Auental');
    assert.equal(entries[0]?.categories?.[0]?.label, 'Transparenz');
    const json = (await get('/feed.json')).body;
    const { items = [] } = parseJsonFeed(JSON.parse(json));
    assert.deepEqual(
      items.map(({ url }) => url),
      entries.map(({ links }) => links?.find(({ rel }) => rel === 'alternate')?.href),
    );
    assert.equal(items[1]?.external_url, `${BLOG}/frei`);
    for (const [path, type] of [
      ['/feed.xml', 'application/rss+xml'],
      ['/feed.atom', 'application/atom+xml'],
      ['/feed.json', 'application/feed+json'],
    ] as const) {
      const { body } = await get(path);
      const answer = () => Promise.resolve(new Response(body, { headers: { 'content-type': type } }));
      const page = await createFeedBackend({ src: `${BASE}${path}`, fetch: answer }).posts.list({});
      assert.deepEqual(page.problems, []);
      const first = page.items.find(({ title }) => title.startsWith('Sitzungsvorlagen'));
      assert.deepEqual(
        [page.items.length, first?.title, first?.authors[0]?.displayName, first?.publishedAt],
        [5, 'Sitzungsvorlagen halbiert „kurz“', 'Rosa Quer', '2026-06-01T08:00:00Z'],
        path,
      );
    }
  });

  test('what is asked for narrows, under either address; the same posts are a 304', async () => {
    const linksOf = async (query: string): Promise<(string | undefined)[]> =>
      (parseRssFeed((await get(`/api/v1/posts.rss?${query}`)).body).items ?? []).map(({ link }) =>
        link?.split(/[/=]/).at(-1),
      );
    assert.deepEqual(await linksOf('report=true'), ['eigener']);
    assert.deepEqual(await linksOf('tag=w%C3%84RME&tag=nichts'), ['frei', 'alt', 'warnung']);
    assert.deepEqual(await linksOf('topic=Offenes%20Verwaltungshandeln'), ['eigener']);
    assert.deepEqual(await linksOf('source=hub'), ['eigener']);
    assert.deepEqual(await linksOf('source=Blog%20Auental&tag=W%C3%A4rme'), ['frei', 'alt', 'warnung']);
    assert.equal((await get('/feed.xml?report=vielleicht')).statusCode, 400);
    for (const path of [
      '/feed.xml',
      '/feed.atom',
      '/feed.json',
      '/feeds.opml',
      '/api/v1/posts.atom',
      '/api/v1/posts.json',
    ]) {
      const { headers, statusCode } = await get(path);
      assert.equal(statusCode, 200, path);
      assert.equal((await get(path, { 'if-none-match': String(headers.etag) })).statusCode, 304, path);
    }
  });

  test('OPML 2.0 names the feeds that everybody may follow, and no address that is secret or internal', async () => {
    const { body, headers } = await get('/feeds.opml');
    assert.equal(headers['content-type'], 'text/x-opml; charset=utf-8');
    isWellFormed(body);
    const { head, body: list } = parseOpml(body);
    assert.equal(head?.title, 'Verwaltungsrebellen: Quellen');
    assert.deepEqual(
      list?.outlines?.map(({ text, xmlUrl, type }) => [type, text, xmlUrl]),
      [
        ['rss', 'Verwaltungsrebellen: Beiträge', `${BASE}/feed.xml`],
        ['rss', 'Blog Auental', `${BLOG}/feed`],
        ['rss', 'Presse', 'https://presse.example/blog/feed/'],
      ],
    );
  });
});

describe('Addresses of feeds', () => {
  test('are limited as everything that costs something', () => {
    for (const path of ['/api/v1/posts', '/calendar.rss', '/ideas.atom', '/feed.xml?tag=x', '/feeds.opml'])
      assert.match(path, LIMITED_PATHS);
    assert.doesNotMatch('/feed-pruefen', LIMITED_PATHS);
  });
});
