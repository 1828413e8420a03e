import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { untrustedHtml } from '../../../src/model/common.ts';
import { openMemoryDatabase } from '../../../demo/hub/database/database.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { imagePath, withShownImages } from '../../../demo/hub/sources/post-images.ts';
import { startHub, testConfig, type TestHub } from '../support/test-hub.ts';

describe('Pictures of gathered posts', () => {
  let server: Server;
  let origin: string;
  let hub: TestHub | undefined;
  let parts: ReturnType<typeof makeHub>;
  let asked: string[] = [];

  before(async () => {
    const photo = await sharp({ create: { width: 4, height: 3, channels: 3, background: '#265' } })
      .withExif({ IFD0: { Copyright: 'Anna Muster' } })
      .jpeg()
      .toBuffer();
    const files: Record<string, Buffer> = {
      '/photo.jpg': photo,
      '/lies.png': photo,
      '/drawing.png': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      '/large.jpg': Buffer.concat([photo, Buffer.alloc(20_000)]),
    };
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const file = files[request.url ?? ''];
      response.writeHead(file ? 200 : 404, { 'content-type': 'image/png' }).end(file);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const source = { kind: 'feed', url: 'https://blog.example/feed', label: 'Blog' } as const;
    const config = testConfig({
      publicUrl: 'https://hub.example',
      signIn: { ...testConfig().signIn, mode: 'none' },
      imageProxy: { enabled: true, maxBytes: 10_000 },
      sources: [
        { ...source, id: 'open', images: 'proxy', allowPrivate: ['127.0.0.1'] },
        { ...source, id: 'closed', images: 'proxy' },
        { ...source, id: 'without', images: 'none' },
        { ...source, id: 'plain' },
      ],
    });
    const started = await startHub(await openMemoryDatabase(), { config });
    hub = started;
    parts = makeHub({ config: started.config, database: started.database, clock: Date.now });
  });
  after(async () => {
    await hub?.close();
    server.closeAllConnections();
    server.close();
  });

  const get = async (url: string) => {
    assert.ok(hub);
    return hub.app.inject({ url });
  };
  const ofSource = (sourceId: string, path: string) => imagePath(parts, { sourceId, url: `${origin}${path}` });

  test('a signed picture comes by way of the hub, drawn anew without what it says of its maker', async () => {
    const answer = await get(ofSource('open', '/photo.jpg'));
    assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'image/jpeg']);
    assert.equal((await sharp(answer.rawPayload).metadata()).exif, undefined);
    assert.match(String(answer.headers['cache-control']), /immutable/);
    assert.match(String(answer.headers['content-security-policy']), /sandbox/);
    const before = asked.length;
    await get(ofSource('open', '/photo.jpg'));
    assert.equal(asked.length, before, 'the next reader does not ask its server');
    assert.equal((await get(ofSource('open', '/lies.png'))).headers['content-type'], 'image/jpeg');
  });

  test('drawings that are programs, too large and missing ones, inner servers and forged addresses give nothing', async () => {
    for (const path of ['/drawing.png', '/large.jpg', '/missing.png']) {
      assert.equal((await get(ofSource('open', path))).statusCode, 404, path);
    }
    asked = [];
    assert.equal((await get(ofSource('closed', '/photo.jpg'))).statusCode, 404);
    assert.equal((await get(ofSource('plain', '/photo.jpg'))).statusCode, 404);
    const forged = `/api/v1/images/${'a'.repeat(43)}/${Buffer.from(`open\n${origin}/photo.jpg`).toString('base64url')}`;
    assert.equal((await get(forged)).statusCode, 404);
    assert.deepEqual(asked, []);
  });

  test('posts name their pictures as their source is configured', () => {
    const post = {
      url: 'https://blog.example/1',
      image: { url: 'https://blog.example/a.jpg', alt: 'Ein Haus' },
      content: untrustedHtml('<p>Text <img alt="B" src="/b.jpg?x=1&amp;y=2" srcset="/c.jpg 2x"> Ende</p>'),
    };
    assert.equal(withShownImages(parts, 'plain', post), post);
    assert.deepEqual(withShownImages(parts, 'without', post), { url: post.url, content: '<p>Text  Ende</p>' });
    const shown = withShownImages(parts, 'open', post);
    const path = imagePath(parts, { sourceId: 'open', url: 'https://blog.example/b.jpg?x=1&y=2' });
    assert.equal(shown.content, `<p>Text <img alt="B" src="https://hub.example${path}"> Ende</p>`);
    assert.match(shown.image.url, /^https:\/\/hub\.example\/api\/v1\/images\//);
    assert.equal(shown.image.alt, 'Ein Haus');
  });
});
