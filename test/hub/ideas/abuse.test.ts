import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { onEveryEngine, testConfig } from '../support/test-hub.ts';
import { INPUT, startNetwork, type Network } from './ideas-network.ts';

const MARKUP = '<script>alert(1)</script><img src=x onerror=alert(2)>';
const BOUNDARY = 'grenze-51c0';

function form(content: Buffer, alt?: string, fileName = 'bild.png') {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: image/png\r\n\r\n`;
  const words =
    alt === undefined ? '' : `\r\n--${BOUNDARY}\r\ncontent-disposition: form-data; name="alt"\r\n\r\n${alt}`;
  return {
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`${words}\r\n--${BOUNDARY}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  };
}

/** A PNG of few bytes that says it has very many pixels. */
function bomb(edge: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    let crc = 0xffffffff;
    for (const byte of body) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const row = Buffer.alloc(Math.ceil(edge / 8) + 1);
  const pixels = deflateSync(Buffer.concat([row, row, row, row]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

onEveryEngine('Bad input and abuse of ideas', (engine) => {
  let hub: Network;
  before(async () => (hub = await startNetwork(engine)));
  after(() => hub.close());

  const upload = async (who: string, content: Buffer, alt?: string, headers: Record<string, string> = {}) => {
    const body = form(content, alt);
    const answer = await hub.app.inject({
      method: 'POST',
      url: '/api/v1/uploads',
      payload: body.payload,
      headers: { ...body.headers, ...(who && { 'x-test-person': who }), ...headers },
    });
    return { status: answer.statusCode, body: JSON.parse(answer.body) as Record<string, unknown> & { id: string } };
  };
  const png = () =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: '#1a7a8c' } })
      .png()
      .toBuffer();

  test('script and markup in every field stays text, in the answer and in the feed', async () => {
    const id = await hub.released('rosa', {
      title: `Idee ${MARKUP}`,
      summary: MARKUP,
      body: MARKUP,
      problem: MARKUP,
      benefitFor: MARKUP,
      firstStep: MARKUP,
      tags: ['<b>'],
      needs: [{ kind: 'it', text: MARKUP }],
      place: { name: MARKUP },
    });
    const answer = await hub.as('', `GET /ideas/${id}`);
    assert.match(String(answer.headers['content-type']), /^application\/json/);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.equal(answer.body.summary, MARKUP);
    const feed = await hub.as('', 'GET /ideas.atom');
    assert.ok(feed.text.includes('&lt;script&gt;') && !feed.text.includes('<script'));
  });

  test('characters that no text has are left out, and those in an address are refused', async () => {
    const { id } = await hub.submit('rosa', {
      title: 'Null\u0000 und\u0007 halbe \ud800 Zeichen',
      summary: 'a\u0000\r\nb',
    });
    const { body } = await hub.as('rosa', `GET /ideas/${id}`);
    assert.equal(body.title, 'Null und halbe \ufffd Zeichen');
    assert.equal(body.summary, 'a\nb');
    for (const path of [
      '/ideas/%00',
      '/ideas?q=a%00b&org=%00',
      '/ideas/similar?q=%00',
      '/ideas?q=%27%29%3B%20drop%20table%20idea--',
    ]) {
      const { status } = await hub.as('', `GET ${path}`);
      assert.ok(status === 200 || status === 400 || status === 404, `${path}: ${status}`);
    }
    assert.equal((await hub.as('rosa', 'POST /ideas', { ...INPUT, eventId: '\u0000' })).status, 400);
  });

  test('texts of 10 MB, wrong types and unknown fields are refused in words, and nothing of them is kept', async () => {
    const before = await hub.database.kysely.selectFrom('idea').select('id').execute();
    const large = await hub.as('rosa', 'POST /ideas', { ...INPUT, body: 'x'.repeat(10_000_000) });
    assert.equal(large.status, 413);
    assert.equal(large.body.code, 'too-large');
    const long = await hub.as('rosa', 'POST /ideas', { ...INPUT, body: 'x'.repeat(10_001) });
    assert.deepEqual(long.body.fieldErrors, [
      { field: 'body', code: 'too-long', message: 'must have at most 10000 characters', limit: 10_000 },
    ]);
    for (const [field, value] of [
      ['title', 7],
      ['summary', ['x']],
      ['reach', 'world'],
      ['topicIds', 'transparenz'],
      ['needs', [{ kind: 'money' }]],
      ['place', 'Rathaus'],
      ['filledIn', -1],
      ['stage', 'adopted'],
      ['authorIds', ['person-ayla']],
      ['visibility', 'public'],
    ] as const) {
      const answer = await hub.as('rosa', 'POST /ideas', { ...INPUT, [field]: value });
      assert.equal(answer.status, 400, field);
      assert.ok(
        answer.body.fieldErrors.some((error: { field: string }) => error.field.startsWith(field)),
        answer.text,
      );
    }
    for (const body of ['{"title":', '[]', '"x"', 'null']) {
      const answer = await hub.as('rosa', 'POST /ideas', body, { 'content-type': 'application/json' });
      assert.equal(answer.status, 400, body);
    }
    assert.equal((await hub.database.kysely.selectFrom('idea').select('id').execute()).length, before.length);
  });

  test('files that are not what they claim, programs that draw, and bombs are refused to strangers too', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const content of [svg, Buffer.from('MZ\x90\x00 ein Programm'), bomb(30_000), (await png()).subarray(0, 40)]) {
      const { status, body } = await upload('', content, 'Ein Bild');
      assert.equal(status, 400, JSON.stringify(body));
    }
    const wordless = await upload('', await png());
    assert.equal((wordless.body['fieldErrors'] as { field: string }[])[0]?.field, 'alt');
    const rows = await hub.database.kysely.selectFrom('upload').select('id').execute();
    assert.equal(rows.length, 0);
  });

  test('a file is seen by those who see its idea; files of others are not to be had', async () => {
    const mine = (await upload('', await png(), 'Ein Regal')).body;
    const get = (who: string, headers: Record<string, string> = {}) =>
      hub.app.inject({
        method: 'GET',
        url: `/api/v1/uploads/${mine.id}`,
        headers: { ...(who && { 'x-test-person': who }), ...headers },
      });
    assert.equal((await get('')).statusCode, 404, 'before an idea shows it');
    const stolen = await hub.as('rosa', 'POST /ideas', { ...INPUT, attachmentIds: [mine.id] });
    assert.equal(stolen.body.fieldErrors[0].field, 'attachmentIds.0');
    const { id, secret = '' } = await hub.submit('', { orgId: 'lindenhafen', attachmentIds: [mine.id] });
    const again = await hub.as('', 'POST /ideas', { ...INPUT, attachmentIds: [mine.id] });
    assert.equal(again.body.fieldErrors[0].code, 'not-found', 'another idea shows it already');
    assert.deepEqual(
      [
        (await get('')).statusCode,
        (await get('ayla')).statusCode,
        (await get('', { 'x-idea-secret': secret })).statusCode,
      ],
      [404, 200, 200],
    );
    await hub.as('ayla', `POST /ideas/${id}/transitions`, { to: 'open' });
    const seen = (await hub.as('', `GET /ideas/${id}`)).body;
    assert.equal(seen.attachments[0].alt, 'Ein Regal');
    assert.equal((await get('')).statusCode, 200);
    const others = (await upload('kalle', await png(), 'Ein Kran')).body;
    const answer = await hub.as('rosa', 'POST /ideas', { ...INPUT, attachmentIds: [others.id] });
    assert.equal(answer.body.fieldErrors[0].field, 'attachmentIds.0');
  });

  test('foreign and forged ids open nothing', async () => {
    const { id } = await hub.submit('rosa');
    for (const path of [`/ideas/${id}`, '/ideas/gibt-es-nicht', `/ideas/${'x'.repeat(128)}`]) {
      assert.equal((await hub.as('ida', `GET ${path}`)).status, 404);
      assert.equal(
        (await hub.as('ida', `PATCH ${path}`, { title: 'Eine fremde Idee' }, { 'if-match': '*' })).status,
        404,
      );
    }
    for (const cursor of ['x', 'WzFd', Buffer.from('["a","b"]').toString('base64url')]) {
      assert.equal((await hub.as('', `GET /ideas?cursor=${cursor}`)).status, 400);
    }
  });
});

onEveryEngine('A thousand submissions a second from one client', (engine) => {
  let hub: Network;
  before(async () => (hub = await startNetwork(engine, { limits: testConfig().limits })));
  after(() => hub.close());

  test('are let in as far as a town hall needs, and then told when to come again', async () => {
    const statuses = new Map<number, number>();
    for (let index = 0; index < 1000; index += 1) {
      const answer = await hub.as('', 'POST /ideas', { title: 'kurz' });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 429) assert.ok(Number(answer.headers['retry-after']) > 0);
    }
    assert.equal(statuses.get(400), 240);
    assert.equal(statuses.get(429), 760);
  });
});
