import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { openMemoryDatabase } from '../../../demo/hub/database/database.ts';
import type { CheckAnswer } from '../../../demo/hub/feed-check/check-answer.ts';
import { checkedAddress } from '../../../demo/hub/feed-check/check-address.ts';
import { startHub, testConfig, type TestHub } from '../support/test-hub.ts';

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog Auental</title><link>http://a.example/</link>
<item><title>Neu</title><link>http://a.example/neu</link><pubDate>Mon, 01 Jun 2026 08:00:00 GMT</pubDate><author>Ines Bach</author>
<description>&lt;p&gt;Text&lt;img src="https://bilder.example/a.jpg"&gt;&lt;/p&gt;</description></item>
<item><title>Ohne</title><description>Nur Text</description></item></channel></rss>`;
const PAGE = `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" title="Alle" href="/feed"></head></html>`;

describe('The feed check', () => {
  let server: Server;
  let origin: string;
  let hub: TestHub;
  before(async () => {
    server = createServer(({ url = '' }, response) => {
      const [type, body] =
        url === '/feed'
          ? ['application/rss+xml', FEED]
          : url === '/'
            ? ['text/html', PAGE]
            : url === '/leer'
              ? ['text/xml', '']
              : ['text/calendar', 'BEGIN:VCALENDAR'];
      response.writeHead(url === '/weg' ? 410 : 200, { 'content-type': type }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const base = testConfig();
    const config = testConfig({
      limits: { ...base.limits, feedChecksPerHour: 9 },
      sources: [
        { id: 'blog', kind: 'icalendar', url: `${origin}/x.ics`, label: 'Blog', allowPrivate: ['127.0.0.1/32'] },
      ],
    });
    hub = await startHub(await openMemoryDatabase(), { config });
  });
  after(async () => {
    await hub?.close();
    server?.close();
  });

  const ask = (url: string) => hub.app.inject({ url: `/api/v1/feed-check?${new URLSearchParams({ url }).toString()}` });
  const check = async (url: string): Promise<CheckAnswer> => {
    const response = await ask(url);
    assert.equal(response.statusCode, 200, response.body);
    return response.json();
  };

  test('tells what a feed holds and lacks, and whom browsers would ask', async () => {
    const { state, feed, hosts, transport, findings } = await check(`${origin}/feed`);
    assert.deepEqual(
      [state, feed?.format, feed?.version, feed?.title, feed?.items],
      ['feed', 'rss', '2.0', 'Blog Auental', 2],
    );
    assert.equal(feed?.newest?.title, 'Neu');
    assert.deepEqual(hosts?.images, [{ host: 'bilder.example', count: 1 }]);
    assert.equal(transport?.cors.allowed, false);
    const codes = findings.map(({ code }) => code);
    for (const code of ['no-links', 'no-dates', 'http', 'no-cors', 'no-alt', 'no-images', 'no-authors'] as const)
      assert.ok(codes.includes(code), code);
    assert.ok(!codes.includes('no-titles') && !codes.includes('encoding'));
  });

  test('tells pages, calendars, empty answers and what is gone apart', async () => {
    assert.deepEqual((await check(`${origin}/`)).feeds, [{ url: `${origin}/feed`, title: 'Alle' }]);
    assert.equal((await check(`${origin}/x.ics`)).state, 'calendar');
    assert.equal((await check(`${origin}/leer`)).failure?.reason, 'empty');
    assert.equal((await check(`${origin}/weg`)).failure?.reason, 'gone');
  });

  test('reads what lies on the hub itself, nothing of its network, and no more than its allowance', async () => {
    assert.equal((await check('/feed.xml')).feed?.format, 'rss');
    assert.equal((await check('http://[::ffff:127.0.0.1]/feed')).failure?.reason, 'private-address');
    assert.equal((await check('http://169.254.169.254/latest')).failure?.reason, 'private-address');
    assert.equal((await ask('javascript:alert(1)')).statusCode, 400);
    assert.equal((await check('http://2130706433:8081/feed')).failure?.reason, 'private-address');
    const refused = await ask(`${origin}/feed`);
    assert.equal(refused.statusCode, 429);
    assert.ok(Number(refused.headers['retry-after']) > 0);
  });

  test('takes addresses as people write them', () => {
    const of = (text: string) => checkedAddress(text, 'https://netz.example')?.href;
    assert.equal(of(' www.stadt.example/feed '), 'https://www.stadt.example/feed');
    assert.equal(of('feed:https://a.example/x'), 'https://a.example/x');
    assert.equal(of('feed://a.example/x'), 'https://a.example/x');
    assert.equal(of('/feed.xml'), 'https://netz.example/feed.xml');
    for (const text of ['', 'mailto:a@b.example', 'https://a:b@c.example', 'zwei Worte', 'file:///etc/passwd'])
      assert.equal(of(text), undefined, text);
  });
});
