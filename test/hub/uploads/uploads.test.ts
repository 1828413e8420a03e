import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import sharp from 'sharp';
import { PersonalData } from '../../../demo/hub/accounts/personal-data.ts';
import { disposition, mediaTypeOf, safeFileName } from '../../../demo/hub/uploads/media-type.ts';
import { Uploads } from '../../../demo/hub/uploads/uploads.ts';
import { onEitherEngine, PEOPLE, testConfig, type TestHub } from '../support/test-hub.ts';

const DAY = 86_400_000;
const BOUNDARY = 'grenze-7f3a';

interface Part {
  readonly name: string;
  readonly value: string | Buffer;
  readonly fileName?: string;
  readonly type?: string;
}

function form(...parts: Part[]): Pick<InjectOptions, 'payload' | 'headers'> {
  const chunks: Buffer[] = [];
  for (const { name, value, fileName, type } of parts) {
    const file = fileName === undefined ? '' : `; filename="${fileName}"`;
    chunks.push(
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n${type ? `content-type: ${type}\r\n` : ''}\r\n`,
      ),
      Buffer.from(value as string),
      Buffer.from('\r\n'),
    );
  }
  chunks.push(Buffer.from(`--${BOUNDARY}--\r\n`));
  return { payload: Buffer.concat(chunks), headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } };
}

const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 140 } } });

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

onEitherEngine('Uploads', (engine) => {
  for (const store of ['disk', 'database'] as const) {
    describe(`kept ${store === 'disk' ? 'on disk' : 'in the database'}`, () => {
      let hub: TestHub;
      let uploads: Uploads;
      let personalData: PersonalData;
      before(async () => {
        const uploadsConfig = { store, maxBytes: 200_000, maxFiles: 5, maxPixels: 1_000_000 };
        // Strangers upload only where they may submit ideas.
        const ideas = { ...testConfig().ideas, anonymous: false };
        hub = await engine.start({ config: testConfig({ uploads: uploadsConfig, ideas }) });
        personalData = new PersonalData(hub.database, hub.config);
        uploads = new Uploads({ config: hub.config, database: hub.database, personalData });
      });
      after(() => hub.close());

      const call = (options: InjectOptions, person = '') =>
        hub.app.inject({ ...options, headers: { ...options.headers, 'x-test-person': person } });
      const upload = (parts: Part[], person = 'memberA', headers: Record<string, string> = {}) => {
        const { payload, headers: own } = form(...parts);
        return call({ method: 'POST', url: '/api/v1/uploads', payload, headers: { ...own, ...headers } }, person);
      };
      const image = (value: Buffer, fileName = 'foto.png'): Part[] => [
        { name: 'file', value, fileName },
        { name: 'alt', value: 'Eine türkise Fläche' },
      ];
      const keptFiles = async (): Promise<number> => {
        if (store === 'database') {
          return (await hub.database.kysely.selectFrom('uploadContent').select('key').execute()).length;
        }
        const folder = join(hub.config.dataDir, 'uploads');
        return existsSync(folder)
          ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
          : 0;
      };

      test('keeps a picture without its metadata and gives it back with safe headers', async () => {
        const original = await picture()
          .jpeg()
          .withExif({ IFD0: { Copyright: 'Rosa Wiesengrund' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
          .toBuffer();
        assert.ok(original.includes('Rosa Wiesengrund'));
        const made = await upload([
          { name: 'file', value: original, fileName: '../../böse Straße.exe', type: 'text/html' },
          { name: 'alt', value: 'Eine türkise Fläche' },
          { name: 'visibility', value: 'public' },
        ]);
        assert.equal(made.statusCode, 201, made.body);
        const body = made.json();
        assert.equal(body.mediaType, 'image/jpeg');
        assert.equal(body.fileName, 'böse Straße.jpg');
        assert.deepEqual([body.width, body.height, body.alt], [40, 30, 'Eine türkise Fläche']);
        assert.deepEqual(body.can, ['delete']);

        const got = await call({ url: body.url });
        assert.equal(got.statusCode, 200);
        assert.equal(got.headers['content-type'], 'image/jpeg');
        assert.equal(got.headers['x-content-type-options'], 'nosniff');
        assert.match(String(got.headers['content-security-policy']), /default-src 'none'.*sandbox/);
        assert.match(String(got.headers['content-disposition']), /^inline; filename="b_se Stra_e\.jpg"/);
        assert.equal(got.rawPayload.includes('Rosa Wiesengrund'), false);
        assert.equal((await sharp(got.rawPayload).metadata()).exif, undefined);
        const again = await call({ url: body.url, headers: { 'if-none-match': String(got.headers['etag']) } });
        assert.equal(again.statusCode, 304);
        assert.equal(again.rawPayload.length, 0);
      });

      test('shows an upload to those who may see it only', async () => {
        const { url } = (await upload(image(await picture().webp().toBuffer()))).json();
        assert.equal((await call({ url }, 'memberA')).statusCode, 200);
        assert.equal((await call({ url }, 'organiserB')).statusCode, 404);
        assert.equal((await call({ url })).statusCode, 404);
      });

      test('takes a PDF as it is and hands it out as a download', async () => {
        const made = await upload([{ name: 'file', value: PDF, fileName: 'Leitfaden.pdf' }]);
        assert.equal(made.statusCode, 201, made.body);
        const got = await call({ url: made.json().url }, 'memberA');
        assert.match(String(got.headers['content-disposition']), /^attachment; filename="Leitfaden\.pdf"/);
        assert.deepEqual(got.rawPayload, PDF);
      });

      test('keeps nothing of what it refuses, and names the field', async () => {
        const before = await keptFiles();
        const png = await picture().png().toBuffer();
        const cases: [string, Part[], string, number, string, string][] = [
          ['SVG', image(SVG, 'zeichnung.png'), 'memberA', 400, 'file', 'not-allowed'],
          ['a broken picture', image(png.subarray(0, 60)), 'memberA', 400, 'file', 'format'],
          ['no words', [{ name: 'file', value: png, fileName: 'a.png' }], 'memberA', 400, 'alt', 'required'],
          ['no file', [{ name: 'alt', value: 'x' }], 'memberA', 400, 'file', 'required'],
          ['another field', [...image(png), { name: 'role', value: 'admin' }], 'memberA', 400, 'role', 'unknown-field'],
          ['a bomb', image(await picture(2_000, 2_000).png().toBuffer()), 'memberA', 400, 'file', 'out-of-range'],
        ];
        for (const [what, parts, person, status, field, code] of cases) {
          const response = await upload(parts, person);
          assert.equal(response.statusCode, status, `${what}: ${response.body}`);
          assert.deepEqual(
            response.json().fieldErrors.map((error: { field: string; code: string }) => [error.field, error.code]),
            [[field, code]],
            what,
          );
        }
        assert.equal((await upload(image(png), '')).statusCode, 401);
        assert.equal((await upload(image(Buffer.concat([png, Buffer.alloc(300_000)])))).statusCode, 413);
        assert.equal((await call({ method: 'POST', url: '/api/v1/uploads', payload: {} }, 'memberA')).statusCode, 415);
        assert.equal(await keptFiles(), before);
      });

      test('draws many pictures that come together one after the other', async () => {
        const png = await picture(200, 200).png().toBuffer();
        const made = await Promise.all([1, 2, 3, 4, 5, 6].map(() => upload(image(png))));
        assert.deepEqual(
          made.map(({ statusCode }) => statusCode),
          [201, 201, 201, 201, 201, 201],
        );
      });

      test('are forgotten with their author, but for those that others rely on', async () => {
        const png = await picture(21, 21).png().toBuffer();
        const unused = (await upload(image(png), 'otherUnitA')).json();
        const used = (await upload(image(png), 'otherUnitA')).json();
        const object = { type: 'idea', id: 'idea-9', visibility: 'public' } as const;
        await hub.database.write([], (transaction) => uploads.use(transaction, used.id, object));
        const author = PEOPLE['otherUnitA'];
        assert.ok(author);
        const subject = { personId: author.person.id, accountId: author.accountId };
        const known = (await personalData.export(subject))['uploads'] as { id: string }[];
        assert.deepEqual(
          known.map(({ id }) => id),
          [unused.id, used.id].sort(),
        );
        const before = await keptFiles();
        await personalData.erase(author);
        assert.equal(await keptFiles(), before - 1);
        assert.equal((await call({ url: used.url })).statusCode, 200);
        const row = await uploads.find(used.id);
        assert.match(row?.createdBy ?? '', /^former-/);
        await hub.database.write([], (transaction) => uploads.release(transaction, object));
      });

      test('describes its form', async () => {
        const { paths } = (await call({ url: '/api/v1/openapi.json' })).json();
        const form = paths['/api/v1/uploads'].post.requestBody.content['multipart/form-data'].schema;
        assert.deepEqual(Object.keys(form.properties), ['file', 'alt', 'visibility']);
        assert.deepEqual(form.required, ['file']);
      });

      test('keeps a repeated upload once', async () => {
        const png = await picture(11, 11).png().toBuffer();
        const headers = { 'idempotency-key': `key-${store}` };
        const first = (await upload(image(png), 'memberA', headers)).json();
        const count = await keptFiles();
        const second = await upload(image(png), 'memberA', headers);
        assert.equal(second.json().id, first.id);
        assert.equal(second.headers['idempotency-replayed'], 'true');
        assert.equal(await keptFiles(), count);
        const other = await upload(image(await picture(12, 12).png().toBuffer()), 'memberA', headers);
        assert.equal(other.json().code, 'idempotency-key-reused');
      });

      test('removes what its author no longer wants, unless something shows it', async () => {
        const png = await picture().png().toBuffer();
        const { id, url } = (await upload(image(png))).json();
        const object = { type: 'idea', id: 'idea-1', visibility: 'public' } as const;
        await hub.database.write([], (transaction) => uploads.use(transaction, id, object));
        assert.equal((await call({ url })).statusCode, 200, 'seen as far as what shows it');
        assert.equal((await call({ method: 'DELETE', url }, 'memberA')).statusCode, 409);
        await hub.database.write([], (transaction) => uploads.release(transaction, object));
        assert.equal((await call({ method: 'DELETE', url }, 'organiserB')).statusCode, 403);
        const before = await keptFiles();
        assert.equal((await call({ method: 'DELETE', url }, 'memberA')).statusCode, 204);
        assert.equal((await call({ url }, 'memberA')).statusCode, 404);
        assert.equal(await keptFiles(), before - 1);
      });

      test('sweeps away after a day what nothing shows', async () => {
        const png = await picture(9, 9).png().toBuffer();
        const used = (await upload(image(png))).json();
        const shown = (await upload(image(png))).json();
        await hub.database.write([], (transaction) =>
          uploads.use(transaction, used.id, { type: 'idea', id: 'idea-2', visibility: 'public' }),
        );
        const event = await call(
          {
            method: 'POST',
            url: '/api/v1/events',
            payload: {
              title: 'Mit Bild',
              start: '2026-06-18T10:00:00Z',
              end: '2026-06-18T11:00:00Z',
              organiser: { id: 'stadt-a' },
              image: { url: `https://hub.example${shown.url}`, alt: 'Eine türkise Fläche' },
            },
          },
          'organiserA',
        );
        assert.equal(event.statusCode, 201, event.body);
        assert.equal(await uploads.sweep(Date.now()), 0, 'what came today stays');
        assert.ok((await uploads.sweep(Date.now() + 2 * DAY)) >= 1);
        const left = await hub.database.kysely.selectFrom('upload').select('id').orderBy('id').execute();
        assert.deepEqual(
          left.map(({ id }) => id),
          [used.id, shown.id].sort(),
        );
        assert.equal(await keptFiles(), 2);
      });
    });
  }
});

describe('Names and types of files', () => {
  test('tells the type by the first bytes, never by the name', async () => {
    assert.equal(mediaTypeOf(await picture().avif().toBuffer()), 'image/avif');
    assert.equal(mediaTypeOf(await picture().webp().toBuffer()), 'image/webp');
    assert.equal(mediaTypeOf(PDF), 'application/pdf');
    assert.equal(mediaTypeOf(SVG), undefined);
    assert.equal(mediaTypeOf(Buffer.from('GIF89a')), undefined);
    assert.equal(mediaTypeOf(Buffer.alloc(0)), undefined);
  });

  test('leaves nothing in a name that could leave a header or a folder', () => {
    assert.equal(safeFileName('..\\..\\x\r\nSet-Cookie: a=b.png', 'image/png'), 'xSet-Cookie a=b.png');
    assert.equal(safeFileName('\u202egpj.exe', 'image/jpeg'), 'gpj.jpg');
    assert.equal(safeFileName(undefined, 'application/pdf'), 'datei.pdf');
    assert.equal(
      disposition('inline', 'Grüße.png'),
      `inline; filename="Gr__e.png"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.png`,
    );
  });
});
