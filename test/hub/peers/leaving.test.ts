import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import type { Who } from '../participation/ideas-hub.ts';
import { onEitherEngine } from '../support/test-hub.ts';
import { startPeersHub, type PeersHub } from './peers-hub.ts';

/** Words that stand nowhere else, so that they can be looked for everywhere. */
const SAID = {
  pronouns: 'xe/xem-quirrel',
  headline: 'Quirrelmoor, wohin man auch sieht',
  bio: 'Mein Satz vom Quirrelmoor; mit Komma, Semikolon; und \\ Schrägstrich.\nZweite Zeile.',
  expertise: [
    { label: 'Quirrelkunde', level: 'expert' },
    { label: 'Transparenz', level: 'average' },
  ],
  interests: [{ label: 'Quirrelpflege' }],
  channels: { phone: '+49 30 23125 042', chat: 'matrix:u/quirrel:netz.example' },
  visibility: 'public',
  fieldVisibility: { photo: 'network' },
};

/** A PNG that says it has so many pixels, in a few bytes: a bomb for whoever unpacks it. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const line = Buffer.alloc(1 + Math.ceil(width / 8));
  const pixels = deflateSync(Buffer.concat(Array.from({ length: Math.min(height, 2_000) }, () => line)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (0xedb88320 & -(value & 1));
  }
  return ~value >>> 0;
}

onEitherEngine('A portrait, a card, and leaving', (engine) => {
  let hub: PeersHub;
  before(async () => {
    hub = await startPeersHub(engine);
    await hub.publish('rosa', SAID);
  });
  after(() => hub.close());

  const get = (who: Who, url: string) => hub.app.inject({ url, headers: { 'x-test-person': who } });
  const keptFiles = (): number => {
    const folder = join(hub.config.dataDir, 'uploads');
    if (!existsSync(folder)) return 0;
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  };
  const wrong = (body: unknown) =>
    (body as { fieldErrors?: { field: string; code: string; limit?: number }[] }).fieldErrors?.map(
      ({ field, code }) => `${field} ${code}`,
    );

  test('a portrait is cut square, made small, turned upright, and nothing but pixels remains', async () => {
    const camera = sharp({ create: { width: 1200, height: 900, channels: 3, background: '#202020' } })
      .composite([
        { input: { create: { width: 300, height: 300, channels: 3, background: '#e02020' } }, left: 900, top: 600 },
      ])
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Artist: 'Quirrelmoor' }, IFD3: { GPSLatitude: '52/1 30/1 0/1' } });
    // Turned upright the red square is at the lower left.
    const { status, body } = await hub.photo('rosa', await camera.jpeg().toBuffer(), {
      alt: 'Rosa vor dem Quirrelmoor',
      crop: '0,900,300',
    });
    assert.equal(status, 200, JSON.stringify(body));
    const { photo } = body as { photo: { url: string; alt: string } };
    assert.equal(photo.alt, 'Rosa vor dem Quirrelmoor');
    const answer = await get('rosa', photo.url);
    assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'image/jpeg']);
    const image = sharp(answer.rawPayload);
    const { width, height, exif, icc, orientation } = await image.metadata();
    assert.deepEqual([width, height, exif, icc, orientation], [300, 300, undefined, undefined, undefined]);
    const { dominant } = await image.stats();
    assert.ok(dominant.r > 200 && dominant.g < 60, JSON.stringify(dominant));
    assert.equal(keptFiles(), 1);

    const { body: second } = await hub.photo(
      'rosa',
      await sharp({ create: { width: 1500, height: 700, channels: 4, background: '#00000000' } })
        .png()
        .toBuffer(),
      undefined,
      'portrait-2',
    );
    assert.deepEqual((second as { channels: { phone: string } }).channels.phone, SAID.channels.phone);
    const { rows: kept } = await sql<{
      body: string;
    }>`select body from idempotency_key where key = 'portrait-2'`.execute(hub.database.kysely);
    assert.ok(kept[0] && !/@|23125/.test(kept[0].body), 'no address is kept with the answer');
    const large = await get('rosa', (second as { photo: { url: string } }).photo.url);
    const after = await sharp(large.rawPayload).metadata();
    assert.deepEqual([after.width, after.height], [512, 512]);
    assert.equal((await get('rosa', photo.url)).statusCode, 404, 'the one before is gone');
    assert.equal(keptFiles(), 1);
  });

  test('a portrait is seen as far as the entry shows it, and no longer', async () => {
    const { url } = (await hub.as('rosa', 'GET /me/profile')).body.photo as { url: string };
    const seen = async () => {
      const answers = [];
      for (const who of ['stranger', 'cem', 'rosa'] as const) answers.push((await get(who, url)).statusCode);
      return answers;
    };
    assert.deepEqual(await seen(), [404, 200, 200]);
    await hub.as('rosa', 'PUT /me/profile', { fieldVisibility: { photo: 'public' } });
    assert.deepEqual(await seen(), [200, 200, 200]);
    await hub.as('rosa', 'PUT /me/profile/consent', { listed: false });
    assert.deepEqual(await seen(), [404, 404, 200]);
    await hub.publish('rosa', SAID);
  });

  test('a picture that cannot be taken is told on its field, in words, and never unpacked', async () => {
    const started = process.memoryUsage().rss;
    const huge = await hub.photo('rosa', hugePng(10_000, 10_000));
    assert.deepEqual([huge.status, wrong(huge.body)], [400, ['file out-of-range']]);
    assert.match(JSON.stringify(huge.body), /more than 50000000 pixels/);
    assert.ok(process.memoryUsage().rss - started < 150_000_000);
    const small = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const cases: readonly (readonly [Buffer, Record<string, string>, string])[] = [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { alt: 'x' }, 'file not-allowed'],
      [Buffer.from('%PDF-1.4\n'), { alt: 'x' }, 'file not-allowed'],
      [small.subarray(0, 60), { alt: 'x' }, 'file format'],
      [Buffer.alloc(0), { alt: 'x' }, 'file required'],
      [small, { alt: ' ' }, 'alt required'],
      [small, { alt: 'x', crop: '30,30,40' }, 'crop out-of-range'],
      [small, { alt: 'x', crop: '-1,0,4' }, 'crop format'],
      [small, { alt: 'x', visibility: 'public' }, 'visibility unknown-field'],
    ];
    for (const [file, fields, expected] of cases) {
      const { status, body } = await hub.photo('rosa', file, fields);
      assert.deepEqual([status, wrong(body)], [400, [expected]]);
    }
    assert.equal((await hub.photo('stranger', small)).status, 401);
    assert.equal(keptFiles(), 1, 'nothing of it is kept');
  });

  test('the own card is a vCard 4 that programs read, with what only its person may have', async () => {
    const answer = await get('rosa', '/api/v1/me/profile.vcf');
    assert.equal(answer.headers['content-type'], 'text/vcard; charset=utf-8');
    assert.equal(answer.headers['cache-control'], 'no-store');
    const lines = answer.body.split('\r\n');
    assert.equal(lines.pop(), '');
    assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
    const unfolded = answer.body.replaceAll('\r\n ', '').split('\r\n');
    for (const line of [
      'VERSION:4.0',
      'FN:Rosa Wiesengrund',
      'PRONOUNS:xe/xem-quirrel',
      'ORG:Stadt Lindenhafen;Bürgeramt',
      'EMAIL:rosa@lindenhafen.example',
      'TEL;VALUE=text:+49 30 23125 042',
      'IMPP:matrix:u/quirrel:netz.example',
      'EXPERTISE;INDEX=1;LEVEL=expert:Quirrelkunde',
      'INTEREST;INDEX=1:Quirrelpflege',
      'NOTE:Quirrelmoor\\, wohin man auch sieht\\n\\nMein Satz vom Quirrelmoor\\; mit Komma\\, Semikolon\\; und \\\\ Schrägstrich.\\nZweite Zeile.',
    ]) {
      assert.ok(unfolded.includes(line), line);
    }
    assert.ok(unfolded.some((line) => line.startsWith('PHOTO:data:image/jpeg;base64,')));
    assert.equal((await get('stranger', '/api/v1/me/profile.vcf')).statusCode, 401);
  });

  test('what is kept of somebody goes out whole', async () => {
    const { body } = await hub.as('rosa', 'GET /me/export');
    const { peer } = body;
    assert.equal(peer.headline, SAID.headline);
    assert.deepEqual(peer.channels, SAID.channels);
    assert.equal(peer.consent.textVersion, '2026-11');
    assert.equal(peer.visibility, 'public');
  });

  test('who deletes the entry alone keeps the account, and may begin again', async () => {
    await hub.publish('cem', SAID);
    await hub.photo(
      'cem',
      await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    assert.equal(keptFiles(), 2);
    assert.equal((await hub.as('cem', 'DELETE /me/profile')).status, 204);
    assert.equal(keptFiles(), 1);
    assert.equal((await hub.as('rosa', 'GET /peers/person-cem')).status, 404);
    const { body } = await hub.as('cem', 'GET /me/profile');
    assert.deepEqual([body.state, body.headline, body.displayName], ['draft', undefined, 'Cem Brückenbauer']);
    assert.equal((await hub.as('cem', 'DELETE /me/profile')).status, 204, 'again is no error');
  });

  test('who leaves reads before what goes and what stays, and then no word of the entry is anywhere', async () => {
    const idea = await hub.idea({ title: 'Eine Idee, die bleibt' });
    await hub.as('cem', `PUT /ideas/${idea}/follow`);
    await hub.as('rosa', `POST /ideas/${idea}/comments`, { kind: 'comment', body: 'Dazu habe ich mehr zu sagen.' });
    const draft = { title: 'Nur ein Entwurf', summary: 'Noch nichts, aber bald.', reach: 'within', draft: true };
    assert.equal((await hub.as('rosa', 'POST /ideas', draft)).status, 201);
    await hub.database.write([], (transaction) => transaction.deleteFrom('notification').execute());
    const { body: foreseen } = await hub.as('rosa', 'GET /me/erasure');
    assert.deepEqual(foreseen, {
      deleted: { account: 1, profile: 1, photo: 1, ideas: 1 },
      kept: { ideas: 1, comments: 1 },
    });
    assert.equal((await hub.as('rosa', 'DELETE /me')).status, 204);
    assert.equal(keptFiles(), 0);
    const { rows: tables } = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'jobs')`.execute(
      hub.database.kysely,
    );
    assert.ok(tables.length > 20);
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t
        where t::text ilike '%quirrel%' or t::text like '%23125%' or t::text like '%Rosa Wiesengrund%'
          or t::text like '%person-rosa%' or t::text like '%rosa@lindenhafen%'`.execute(hub.database.kysely);
      assert.deepEqual(rows, [], name);
    }
    const { body: kept } = await hub.as('cem', `GET /ideas/${idea}`);
    assert.deepEqual(
      kept.authors.map(({ displayName }: { displayName: string }) => displayName),
      ['Ehemaliges Mitglied'],
    );
  });
});
