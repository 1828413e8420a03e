import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { embedAncestors } from '../../../demo/hub/embed/frame-policy.ts';
import { EMBED_ATTRIBUTES, EMBED_WIDGETS, embedPath, readEmbedRequest } from '../../../demo/hub/embed/embed-widgets.ts';
import { EMBED_WORDS } from '../../../demo/hub/embed/embed-words.ts';
import { LIMITED_PATHS } from '../../../demo/hub/limits/rate-limits.ts';
import { de } from '../../../src/i18n/de/ideas.ts';
import { en } from '../../../src/i18n/en/ideas.ts';
import { NOW, onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const BASE = 'https://netz.example';
const PAST_CARE = { 'x-test-person': 'moderatorA' };
const EVIL = 'Tor <b>auf</b> & "zu"';

onEitherEngine('Pages of widgets for frames', (engine) => {
  let hub: TestHub;
  let openId: string;
  let closedId: string;
  before(async () => {
    hub = await engine.start({
      config: testConfig({
        publicUrl: BASE,
        signIn: { ...testConfig().signIn, mode: 'none' },
        ideas: { anonymous: true, moderation: 'strangers' },
      }),
    });
    const write = async (url: string, payload: object): Promise<{ id: string; idea?: { id: string } }> => {
      const response = await hub.app.inject({
        method: 'POST',
        url,
        headers: { 'x-test-person': 'organiserA' },
        payload,
      });
      assert.equal(response.statusCode, 201, response.body);
      return response.json();
    };
    const soon = new Date(NOW + 86_400_000).toISOString();
    const later = new Date(NOW + 90_000_000).toISOString();
    const event = { kind: 'meetup', start: soon, end: later, organiser: { id: 'stadt-a' } };
    await write('/api/v1/events', { ...event, title: EVIL, visibility: 'public', place: { name: 'Rathaus' } });
    await write('/api/v1/events', { ...event, title: 'Nur für uns', visibility: 'network' });
    const idea = { summary: 'Kurz & gut <i>gesagt</i>', problem: 'Zu viel **Papier** <script>', orgId: 'stadt-a' };
    openId = (await write('/api/v1/ideas', { ...idea, title: EVIL, reach: 'civil' })).idea?.id ?? '';
    closedId = (await write('/api/v1/ideas', { ...idea, title: 'Unter uns gesagt', reach: 'within' })).idea?.id ?? '';
  });
  after(() => hub?.close());

  const get = (url: string, headers: Record<string, string> = {}) => hub.app.inject({ url, headers });
  const page = async (url: string, status = 200): Promise<string> => {
    const response = await get(url);
    assert.equal(response.statusCode, status, response.body);
    assert.match(String(response.headers['content-type']), /^text\/html/);
    return response.body;
  };

  test('show strangers what they may see, as text, whoever asks', async () => {
    for (const headers of [{}, PAST_CARE]) {
      const events = (await get('/embed/event-calendar', headers)).body;
      assert.match(events, /Tor &lt;b&gt;auf&lt;\/b&gt; &amp; &quot;zu&quot;/);
      assert.match(events, /Dienstag, 16\. Juni 2026, 12:00 bis 13:00 Uhr/);
      assert.match(events, /href="\/api\/v1\/events\/[^"]+\.ics"/);
      assert.doesNotMatch(events, /Nur für uns/);
      const ideas = (await get('/embed/idea-board', headers)).body;
      assert.match(ideas, /Sucht Unterstützung/);
      assert.doesNotMatch(ideas, /Unter uns gesagt/);
    }
    const one = await page(`/embed/idea-board?idea=${openId}`);
    assert.match(one, /<strong>Papier<\/strong> &lt;script&gt;/);
    assert.match(await page(`/embed/idea-board?idea=${closedId}`, 404), /nicht für alle sichtbar/);
    for (const widget of EMBED_WIDGETS) await page(`/embed/${widget}`);
  });

  test('take known attributes alone, and no words or sources of somebody else', async () => {
    const evil = encodeURIComponent('"><img src=x>');
    const text = await page(
      `/embed/event-calendar?view=${evil}&src=feed%2Bhttps://boese.example/&onclick=x&idea-url=javascript:x&messages=%7B%7D&without-controls&lang=en`,
    );
    assert.match(text, /<html lang="en"/);
    assert.match(
      text,
      /<vr-event-calendar src="hub\+\/" loading="eager" idea-url="\/embed\/idea-submission\?lang=en" view="&quot;&gt;&lt;img src=x&gt;" without-controls="">/,
    );
    assert.doesNotMatch(text, /boese|onclick|javascript:|messages|<img/);
  });

  test('may be kept by strangers, and stand in the frames that the configuration names', async () => {
    const first = await get('/embed/idea-board');
    assert.equal(first.headers['cache-control'], 'public, no-cache');
    const again = await get('/embed/idea-board', { 'if-none-match': String(first.headers['etag']) });
    assert.equal(again.statusCode, 304);
    assert.equal(again.headers['content-security-policy'], first.headers['content-security-policy']);
    const policy = String(first.headers['content-security-policy']);
    for (const part of [
      'frame-ancestors *',
      "script-src 'self'",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
    ])
      assert.ok(policy.includes(part), policy);
    assert.doesNotMatch(policy, /unsafe|frame-src/);
    assert.doesNotMatch(first.body, /<style|\sstyle=|<script(?! type="module" src="\/dist\/embed\.js">)/);
  });

  test('tell what there is where an address names nothing', async () => {
    const text = await page('/embed/event-calender', 404);
    for (const widget of EMBED_WIDGETS) assert.ok(text.includes(`href="/embed/${widget}?lang=de"`), widget);
    assert.match(await page('/embed/idea-board?after=kaputt', 400), /lässt sich nicht lesen/);
  });

  test('take an idea from a form of their own alone, once however often it is sent', async () => {
    const fields = {
      lang: 'de', step: 'send', key: 'abc123', problem: 'Kein Platz', title: 'Ein Schreibtisch für Gäste', summary: 'Ein Tisch', orgId: 'stadt-a', reach: 'civil',
    }; // prettier-ignore
    const send = (more: object, origin = BASE) =>
      hub.app.inject({
        method: 'POST',
        url: '/embed/idea-submission',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
        payload: new URLSearchParams({ ...fields, ...more }).toString(),
      });
    assert.equal((await send({}, 'https://boese.example')).statusCode, 403);
    const preview = await send({ step: 'preview', summary: '<b>x</b>' });
    assert.match(preview.body, /Stimmt alles so.*&lt;b&gt;x&lt;\/b&gt;/s);
    const wrong = await send({ title: 'Kurz', summary: '', reach: 'alle' });
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /3 Angaben fehlen.*aria-invalid="true"/s);
    assert.match(wrong.body, /<title>3 Angaben fehlen[^<]*: Idee einreichen/);
    const named = [...wrong.body.matchAll(/<a href="#(\w+)"/g)].map(([, id]) => id);
    assert.deepEqual(named, ['title', 'summary', 'reach'], 'in the order of the form');
    for (const id of named) assert.match(wrong.body, new RegExp(`<(input|textarea|select)[^>]* id="${id}"`));
    const [once, twice] = [await send({}), await send({})];
    assert.equal(once.statusCode, 201, once.body);
    const link = /vr-idea=[^"&]+/.exec(once.body)?.[0];
    assert.ok(link && twice.body.includes(link), 'the same idea');
    const stored = await hub.database.kysely
      .selectFrom('idea')
      .select(['stage', 'createdBy'])
      .where('title', '=', fields.title)
      .execute();
    assert.deepEqual(stored, [{ stage: 'submitted', createdBy: null }]);
  });

  test('are described by oEmbed in both formats, and nothing else is', async () => {
    const url = `${BASE}/embed/idea-board?idea=${openId}&sort=new&evil=1`;
    const text = await page(`/embed/idea-board?idea=${openId}`);
    for (const type of ['application/json', 'text/xml']) assert.match(text, new RegExp(`type="${type}\\+oembed"`));
    const ask = (more: Record<string, string>) => get(`/oembed?${new URLSearchParams({ url, ...more }).toString()}`);
    const json = (await ask({ maxwidth: '400', maxheight: '300' })).json<Record<string, unknown>>();
    assert.deepEqual(
      [json['type'], json['version'], json['width'], json['height'], json['title']],
      ['rich', '1.0', 400, 300, EVIL],
    );
    assert.equal(
      json['html'],
      `<iframe src="${BASE}/embed/idea-board?sort=new&amp;idea=${openId}" title="Tor &lt;b&gt;auf&lt;/b&gt; &amp; &quot;zu&quot; – Verwaltungsrebellen" class="vr-frame" width="400" height="300" loading="lazy"></iframe>`,
    );
    const xml = await ask({ format: 'xml' });
    assert.match(String(xml.headers['content-type']), /^text\/xml/);
    const document = new DOMParser().parseFromString(xml.body, 'text/xml');
    assert.equal(document.getElementsByTagName('html')[0]?.textContent?.startsWith(`<iframe src="${BASE}`), true);
    assert.equal((await ask({ format: 'yaml' })).statusCode, 501);
    for (const other of [
      'https://boese.example/embed/idea-board',
      `${BASE}/embed/nichts`,
      `${BASE}.boese.example/embed/idea-board`,
      'kaputt',
      `${BASE}/embed/idea-board?idea=${closedId}`,
    ])
      assert.equal((await ask({ url: other })).statusCode, 404, other);
  });
});

describe('Addresses of pages for frames', () => {
  test('pass on each attribute of the manifest that is not the hub’s to say', () => {
    const { modules } = JSON.parse(readFileSync(new URL('../../../custom-elements.json', import.meta.url), 'utf8')) as {
      modules: { declarations?: { tagName?: string; attributes?: { name: string }[] }[] }[];
    };
    const own = ['src', 'labels', 'backend', 'loading', 'messages', 'images', 'image-hosts'];
    for (const widget of EMBED_WIDGETS) {
      const declared = modules
        .flatMap(({ declarations = [] }) => declarations)
        .find(({ tagName }) => tagName === `vr-${widget}`)
        ?.attributes?.map(({ name }) => name)
        .filter((name) => !own.includes(name) && !name.endsWith('-url'));
      assert.deepEqual([...EMBED_ATTRIBUTES[widget]].sort(), declared?.sort(), widget);
    }
  });

  test('are the same however they are written', () => {
    const asked = readEmbedRequest('idea-board', '?sort=new&view=board&x=1&time-zone=Mond&lang=en-GB', 'de');
    assert.equal(embedPath(asked), '/embed/idea-board?view=board&sort=new&lang=en');
    assert.equal(embedPath(readEmbedRequest('idea-board', '', 'de')), '/embed/idea-board');
  });

  test('say of ideas what the widgets say', () => {
    for (const [words, { idea }] of [
      [EMBED_WORDS.de, de],
      [EMBED_WORDS.en, en],
    ] as const) {
      assert.deepEqual(words.stages, idea.stages);
      assert.deepEqual(words.reaches, idea.reaches);
      assert.deepEqual(words.needs, idea.help);
    }
  });

  test('may be framed by anybody, but not where a browser signs in within foreign pages', () => {
    const config = testConfig({ frameAncestors: ['https://intranet.example'] });
    assert.deepEqual(embedAncestors(config), ['*']);
    const proxied = { ...config, signIn: { ...config.signIn, mode: 'proxy' as const } };
    assert.deepEqual(embedAncestors(proxied), ['https://intranet.example']);
    assert.deepEqual(embedAncestors({ ...config, cors: { origins: ['https://a.example'], credentials: true } }), [
      'https://intranet.example',
    ]);
    assert.deepEqual(embedAncestors({ ...proxied, embed: { frameAncestors: ['https://b.example'] } }), [
      'https://b.example',
    ]);
  });

  test('are limited as everything that costs something', () => {
    for (const path of ['/embed/idea-board', '/oembed?url=x']) assert.match(path, LIMITED_PATHS);
    assert.doesNotMatch('/embed/page.css', LIMITED_PATHS);
  });
});
