import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import type { SourceConfig } from '../../../demo/hub/config/config.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { Gatherer } from '../../../demo/hub/sources/gatherer.ts';
import { HOSTILE_HOSTS } from './hostile-hosts.ts';
import { NOW, onEveryEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const item = (id: string, title: string, more = ''): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>https://blog.example/${id}</link>` +
  `<pubDate>Mon, 15 Jun 2026 08:00:00 +0200</pubDate>${more}</item>`;
const rss = (...items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title><ttl>30</ttl>${items.join('')}</channel></rss>`;
const atom = (title: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>urn:a</id><title>${title}</title>` +
  '<link href="https://atom.example/1"/><updated>2026-06-10T08:00:00Z</updated></entry></feed>';
const jsonFeed = (title: string): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', items: [{ id: 'j1', title, content_text: 'x' }] }); // prettier-ignore

type Reply = (request: IncomingMessage, response: ServerResponse) => void;
const send =
  (body: string | Buffer, type = 'application/rss+xml; charset=utf-8', headers: Record<string, string> = {}): Reply =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': type, ...headers }).end(body);

interface Health {
  readonly id: string;
  readonly state: string;
  readonly words: string;
  readonly items: number;
  readonly everyMinutes: number;
  readonly nextTryAt?: string;
  readonly problem?: { readonly code: string; readonly kind: string };
}

onEveryEngine('Gathering posts', (engine) => {
  let server: Server;
  let origin: string;
  let port: number;
  let replies: Record<string, Reply> = {};
  let requests: IncomingMessage[] = [];
  let hub: TestHub;
  let now = NOW;

  before(async () => {
    server = createServer((request, response) => {
      requests.push(request);
      const path = request.url?.split('?')[0] ?? '';
      const reply = replies[path];
      if (reply) reply(request, response);
      else response.writeHead(404).end();
    });
    // On every address of this machine: whatever leads inside is noticed.
    await new Promise<void>((resolve) => server.listen(0, resolve));
    ({ port } = server.address() as AddressInfo);
    origin = `http://127.0.0.1:${port}`;
    hub = await engine.start({ config: testConfig(), clock: () => now });
  });
  beforeEach(() => {
    replies = {};
    requests = [];
    now = NOW;
  });
  after(async () => {
    await hub.close();
    server.closeAllConnections();
    server.close();
  });

  const feed = (id: string, more: Partial<SourceConfig> = {}): SourceConfig => ({
    id,
    kind: 'feed',
    url: `${origin}/${id}.xml`,
    label: `Blog ${id}`,
    allowPrivate: ['127.0.0.1'],
    ...more,
  });

  /** A gatherer of these sources on the one database; what others gave before is gone. */
  const gathererOf = async (sources: SourceConfig[], seconds = 1) => {
    const config = {
      ...hub.config,
      sources,
      limits: { ...hub.config.limits, feedSeconds: seconds, feedBytes: 40_000, feedItems: 120 },
    };
    // Routes read the list of sources where the configuration holds it.
    Object.assign(hub.config, { sources });
    const parts = makeHub({ config, database: hub.database, clock: () => now });
    const gatherer = new Gatherer(parts, { random: () => 0.5 });
    await gatherer.prepare();
    return gatherer;
  };
  const health = async (): Promise<readonly Health[]> =>
    (await hub.app.inject({ url: '/api/v1/sources' })).json<{ items: Health[] }>().items;
  const rows = () =>
    hub.database.kysely
      .selectFrom('post')
      .select(['sourceId', 'guid', 'title', 'teaser', 'version', 'authorNames', 'orgId', 'topicIds', 'document'])
      .where('sourceId', 'is not', null)
      .orderBy('sourceId')
      .orderBy('guid')
      .execute();
  const titles = async () => (await rows()).map(({ title }) => title);

  test('of ten sources two are dead: the posts of the other eight are there, and each says how it does', async () => {
    for (const id of ['r1', 'r2', 'r3']) replies[`/${id}.xml`] = send(rss(item(`${id}-1`, `Bericht aus ${id}`)));
    replies['/atom.xml'] = send(atom('Aus Atom'), 'application/atom+xml');
    replies['/json.xml'] = send(jsonFeed('Aus JSON'), 'application/feed+json');
    replies['/latin.xml'] = send(
      Buffer.from(rss(item('l', 'Müll für Böhmen')).replace('?>', ' encoding="ISO-8859-1"?>'), 'latin1'),
      'text/xml',
    );
    replies['/moved.xml'] = (_request, response) => void response.writeHead(301, { location: '/r1.xml' }).end();
    replies['/broken.xml'] = send('\n\n<rss><channel><item><title>Ohne Ende', 'text/html');
    replies['/dead.xml'] = (_request, response) => void response.writeHead(500).end();
    replies['/drip.xml'] = (_request, response) => void response.writeHead(200).write('<rss>');
    const ids = ['r1', 'r2', 'r3', 'atom', 'json', 'latin', 'moved', 'broken', 'dead', 'drip'];
    const gatherer = await gathererOf(ids.map((id) => feed(id)));
    await gatherer.gatherDue();
    const kept = await rows();
    assert.deepEqual([...new Set(kept.map(({ sourceId }) => sourceId))].sort(), [
      'atom',
      'broken',
      'json',
      'latin',
      'moved',
      'r1',
      'r2',
      'r3',
    ]);
    assert.ok(kept.some(({ title }) => title === 'Müll für Böhmen'));
    const states = await health();
    assert.deepEqual(
      states.filter(({ state }) => state !== 'good').map(({ id, state, problem }) => `${id} ${state} ${problem?.kind}`),
      ['dead failing unknown', 'drip failing timeout'],
    );
    assert.match(
      states[0]?.words ?? '',
      /^Die Quelle antwortet\. Zuletzt gelesen am 15\.06\.2026 12:00 Uhr\. Beiträge: 1\.$/,
    );
    assert.match(states[9]?.words ?? '', /^Die Quelle antwortet zu langsam\. Bisher ließ sie sich nicht lesen\./);
    assert.equal(states[0]?.everyMinutes, 30, 'as long as <ttl> asks for');
  });

  test('what has not changed is not sent again, what is named no more stays, and a failure costs nothing', async () => {
    let body = rss(item('a', 'Alt'), item('b', 'Bleibt'));
    replies['/one.xml'] = (request, response) => {
      const etag = `"${body.length}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else send(body, 'application/rss+xml', { etag })(request, response);
    };
    const gatherer = await gathererOf([feed('one')]);
    await gatherer.gather('one');
    now += 900_000;
    await gatherer.gather('one');
    assert.deepEqual(
      requests.map(({ headers }) => headers['if-none-match'] !== undefined),
      [false, true],
    );
    assert.deepEqual(
      (await rows()).map(({ version }) => version),
      [1, 1],
    );
    body = rss(item('b', 'Bleibt anders'), item('c', 'Kommt neu'));
    await gatherer.gather('one');
    assert.deepEqual(await titles(), ['Alt', 'Bleibt anders', 'Kommt neu']);
    replies['/one.xml'] = (_request, response) => void response.writeHead(503, { 'retry-after': '7200' }).end();
    await gatherer.gather('one');
    assert.deepEqual(await titles(), ['Alt', 'Bleibt anders', 'Kommt neu']);
    const [state] = await health();
    assert.deepEqual([state?.state, state?.problem?.code, state?.problem?.kind], ['failing', 'stale', 'busy']);
    assert.equal(state?.nextTryAt, new Date(now + 7_200_000).toISOString().replace('.000', ''));
  });

  test('a source that is gone for good goes with its posts, and is asked again only under another address', async () => {
    replies['/gone.xml'] = send(rss(item('a', 'War da')));
    const gatherer = await gathererOf([feed('gone')]);
    await gatherer.gather('gone');
    replies['/gone.xml'] = (_request, response) => void response.writeHead(410).end();
    await gatherer.gather('gone');
    assert.deepEqual(await titles(), []);
    const [stopped] = await health();
    assert.equal(stopped?.state, 'stopped');
    assert.match(stopped?.words ?? '', /nicht mehr gibt \(410\)/);
    now += 86_400_000;
    requests = [];
    await (await gathererOf([feed('gone')])).gatherDue();
    assert.equal(requests.length, 0);
    replies['/new.xml'] = send(rss(item('a', 'Wieder da')));
    await (await gathererOf([feed('gone', { url: `${origin}/new.xml` })])).gatherDue();
    assert.deepEqual(await titles(), ['Wieder da']);
  });

  test('posts carry what the configuration says of their source, and no addresses of their authors', async () => {
    replies['/one.xml'] = send(
      rss(
        item('a', 'Mit Namen', '<author>anna@muster.example (Anna Muster)</author>'),
        item('b', 'Nur Adresse', '<author>redaktion@muster.example</author>'),
      ),
    );
    await (await gathererOf([feed('one', { org: 'stadt-a', topics: ['transparenz'] })])).gather('one');
    const kept = await rows();
    assert.deepEqual(
      kept.map(({ authorNames }) => authorNames),
      [['Anna Muster'], []],
    );
    assert.doesNotMatch(JSON.stringify(kept), /muster\.example/);
    assert.deepEqual(kept.map(({ orgId, topicIds }) => [orgId, topicIds]), [
      ['stadt-a', ['transparenz']],
      ['stadt-a', ['transparenz']],
    ]); // prettier-ignore
  });

  test('a feed that is too large or has become a page is refused by name; of too many posts the first are kept', async () => {
    replies['/many.xml'] = send(
      rss(...Array.from({ length: 130 }, (_, index) => item(`n${index}`, `Nummer ${index}`))),
    );
    replies['/large.xml'] = send(rss(item('a', 'x'.repeat(60_000))));
    replies['/page.xml'] = send('<!doctype html><title>Blog</title>', 'text/html');
    const gatherer = await gathererOf(['many', 'large', 'page'].map((id) => feed(id)));
    for (const id of ['many', 'large', 'page']) await gatherer.gather(id);
    assert.equal((await rows()).length, 120);
    const [many, large, page] = await health();
    assert.deepEqual([many?.state, large?.problem?.kind, page?.problem?.kind], ['good', 'invalid', 'invalid']);
  });

  test('a blog that is read page by page goes through the same guard, one request at a time', async () => {
    let open = 0;
    let most = 0;
    const all = Array.from({ length: 110 }, (_, index) => ({
      id: index + 1,
      date_gmt: '2026-06-01T08:00:00',
      link: `https://wp.example/${index + 1}`,
      title: { rendered: `Beitrag ${index + 1}` },
      content: { rendered: '<p>Text</p>', protected: false },
      excerpt: { rendered: '<p>Kurz</p>', protected: false },
    }));
    replies['/wp-json/wp/v2/posts'] = (request, response) => {
      most = Math.max(most, (open += 1));
      const query = new URL(request.url ?? '', origin).searchParams;
      const size = Number(query.get('per_page') ?? 10);
      const first = (Number(query.get('page') ?? 1) - 1) * size;
      setImmediate(() => {
        open -= 1;
        response.writeHead(200, {
          'content-type': 'application/json',
          'x-wp-total': '110',
          'x-wp-totalpages': String(Math.ceil(110 / size)),
        });
        response.end(JSON.stringify(all.slice(first, first + size)));
      });
    };
    const gatherer = await gathererOf([feed('wp', { kind: 'wordpress', url: `${origin}/wp-json/wp/v2/posts` })], 5);
    await gatherer.gather('wp');
    assert.deepEqual(
      (await health()).map(({ state, items }) => [state, items]),
      [['good', 110]],
    );
    assert.equal(most, 1);
    now += 900_000;
    await gatherer.gather('wp');
    assert.equal((await rows()).filter(({ version }) => version === 1).length, 110);
  });

  test('none of the hostile addresses reaches a server inside, neither named nor behind a redirect', async () => {
    const inside = { allowPrivate: [] };
    const named = HOSTILE_HOSTS.map((host, index) =>
      feed(`named-${index}`, { ...inside, url: `http://${host}:${port}/inside.xml` }),
    );
    const led = HOSTILE_HOSTS.map((host, index) => {
      replies[`/led-${index}.xml`] = (_request, response) =>
        void response
          .writeHead(302, { location: `http://${host}:${port}/inside.xml`.replace(/[^!-~]+/g, encodeURIComponent) })
          .end();
      const allowed = '127.0.0.9';
      return feed(`led-${index}`, { url: `http://${allowed}:${port}/led-${index}.xml`, allowPrivate: [allowed] });
    });
    replies['/inside.xml'] = send(rss(item('secret', 'Geheim')));
    const gatherer = await gathererOf([...named, ...led], 2);
    await Promise.all([...named, ...led].map(({ id }) => gatherer.gather(id)));
    assert.deepEqual(
      requests.filter(({ url }) => url === '/inside.xml'),
      [],
    );
    assert.deepEqual(await titles(), []);
    for (const { id, problem } of await health()) assert.equal(problem?.kind, 'denied', id);
  });
});
