import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { audit } from '../../../demo/hub/audit/audit.ts';
import { ANONYMOUS } from '../../../demo/hub/authorization/caller.ts';
import { Accounts } from '../../../demo/hub/accounts/accounts.ts';
import { restoreBackup } from '../../../demo/hub/backup/restore-backup.ts';
import { verifyBackup } from '../../../demo/hub/backup/read-backup.ts';
import { writeBackup } from '../../../demo/hub/backup/write-backup.ts';
import { openMemoryDatabase, type HubDatabase } from '../../../demo/hub/database/database.ts';
import { Directory } from '../../../demo/hub/directory/directory.ts';
import { openUploadStore } from '../../../demo/hub/uploads/upload-store.ts';
import { INHERITED } from '../support/hub-process.ts';
import { NOW, onEveryEngine, startHub, testConfig, type TestHub } from '../support/test-hub.ts';

/** Without the demo's people, who would be data. */
const emptyConfig = (store: 'disk' | 'database' = 'disk') =>
  testConfig({
    uploads: { ...testConfig().uploads, store },
    signIn: { ...testConfig().signIn, mode: 'none' },
  });

const storeOf = (config: Parameters<typeof openUploadStore>[0]) => (kysely: HubDatabase['kysely']) =>
  openUploadStore(config, kysely);

const backup = (hub: TestHub, path: string) => writeBackup(hub.database, storeOf(hub.config), path, NOW);
const restore = (hub: TestHub, path: string, options = {}) =>
  restoreBackup(hub.database, openUploadStore(hub.config, hub.database.kysely), path, options);

/** Something of everything: a series, umlauts, an account, a file, an audit entry, an odd number. */
async function fill(hub: TestHub): Promise<void> {
  const created = await hub.app.inject({
    method: 'POST',
    url: '/api/v1/events',
    headers: { 'x-test-person': 'organiserA', 'idempotency-key': 'first' },
    payload: {
      title: 'Lernzirkel „Über Äcker“ \\ {"row":1}',
      start: '2026-06-18T10:00:00Z',
      end: '2026-06-18T11:00:00Z',
      timeZone: 'Europe/Berlin',
      organiser: { id: 'stadt-a' },
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=5' },
    },
  });
  assert.equal(created.statusCode, 201, created.body);
  await fillMeetings(hub);
  const { database, config } = hub;
  const accounts = new Accounts({ config, database, directory: new Directory(config) });
  await accounts.signIn({
    issuer: 'https://sso.example',
    subject: 'r-1',
    displayName: 'Rosa Wiesengrund',
    email: 'rosa@stadt-a.example',
    org: { id: 'stadt-a', name: 'Stadt Ähringen', kind: 'administration' },
  });
  await database.write([], async (transaction) => {
    await openUploadStore(config, transaction).put(transaction, 'file-1', Buffer.alloc(1_500_000, 'ä'));
    await transaction
      .insertInto('upload')
      .values({
        id: 'file-1',
        createdBy: null,
        orgId: null,
        unit: null,
        visibility: 'public',
        mediaType: 'application/pdf',
        fileName: 'Bericht.pdf',
        alt: null,
        bytes: 1_500_000,
        width: null,
        height: null,
        sha256: '',
      })
      .execute();
    const object = { type: 'event', id: 'x' };
    const detail = { number: 12_345_678_901_234.5, nested: { null: null, list: [1, 'zwei'] } };
    await audit(transaction, ANONYMOUS, { action: 'test.act', object, detail });
  });
}

const ask = async (hub: TestHub, who: string, request: string, payload: object = {}) => {
  const [method, path] = request.split(' ') as ['GET' | 'PUT' | 'POST', string];
  const headers = { 'x-test-person': who };
  const answer = await hub.app.inject({
    method,
    url: `/api/v1${path}`,
    headers,
    ...(method !== 'GET' && { payload }),
  });
  assert.ok(answer.statusCode < 300, `${request}: ${answer.body}`);
  return answer.json();
};

/** A camp whose only place is taken, with somebody who waits and a proposal that interests; an impulse that does. */
async function fillMeetings(hub: TestHub): Promise<void> {
  const { id: camp } = await ask(hub, 'organiserA', 'POST /events', {
    title: 'Camp der Äcker',
    kind: 'camp',
    start: '2026-09-18T07:00:00Z',
    end: '2026-09-18T15:00:00Z',
    organiser: { id: 'stadt-a' },
    programme: { rooms: ['Saal'], proposals: 'open' },
    registration: { mode: 'hub', capacity: 1 },
  });
  await ask(hub, 'memberA', `PUT /events/${camp}/registration/me`, { needs: 'Rampe; „breit“' });
  await ask(hub, 'organiserB', `PUT /events/${camp}/registration/me`);
  const { id: session } = await ask(hub, 'memberA', `POST /events/${camp}/sessions`, { title: 'Wer zieht um?' });
  await ask(hub, 'organiserB', `PUT /sessions/${session}/interest/me`);
  const { id: impulse } = await ask(hub, 'memberA', 'POST /impulses', { title: 'Ich zeige, wie wir säen' });
  await ask(hub, 'organiserB', `PUT /impulses/${impulse}/interest/me`);
}

onEveryEngine('Backup', (engine) => {
  let hub: TestHub;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hub-backup-'));
    hub = await engine.start({ config: emptyConfig('disk') });
    await fill(hub);
  });
  after(async () => {
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('travels from one engine and store to another and back without a changed byte', async () => {
    const first = join(folder, 'first.gz');
    const report = await backup(hub, first);
    assert.deepEqual([report.files, report.missing], [1, 0]);
    assert.equal(statSync(first).mode & 0o077, 0, 'only its owner may read it');

    const embedded = await startHub(await openMemoryDatabase(), {
      config: emptyConfig('database'),
    });
    const again = await engine.start({ config: emptyConfig() });
    try {
      const restored = await restore(embedded, first);
      assert.deepEqual([restored.rows, restored.files], [report.rows, 1]);
      const events = await embedded.app.inject('/api/v1/events?from=2026-06-01&to=2026-08-01');
      assert.equal(events.json().total, 5);
      assert.equal((await embedded.app.inject('/api/v1/uploads/file-1')).rawPayload.length, 1_500_000);

      const second = join(folder, 'second.gz');
      await backup(embedded, second);
      assert.deepEqual(readFileSync(second), readFileSync(first));

      await restore(again, second);
      const third = join(folder, 'third.gz');
      await backup(again, third);
      assert.deepEqual(readFileSync(third), readFileSync(first));

      // Who waits keeps their turn: the next one comes behind.
      const { items } = await ask(again, 'memberA', 'GET /events?from=2026-09-01&to=2026-10-01');
      const camp: string = items[0].id;
      const next = await ask(again, 'otherUnitA', `PUT /events/${camp}/registration/me`);
      assert.deepEqual([next.registration.registered, next.me], [1, { waitingPosition: 2 }]);
      const [registered, waiting] = (await ask(again, 'organiserA', `GET /events/${camp}/registrations`)).items;
      assert.deepEqual(
        [registered.state, registered.needs, waiting.state, waiting.waitingPosition],
        ['registered', 'Rampe; „breit“', 'waiting', 1],
      );
      const [session] = (await ask(again, 'organiserB', `GET /events/${camp}/sessions`)).items;
      assert.deepEqual([session.title, session.interested, session.me.interested], ['Wer zieht um?', 1, true]);
      const [impulse] = (await ask(again, 'organiserB', 'GET /impulses')).items;
      assert.deepEqual([impulse.interested, impulse.me.interested], [1, true]);

      // Counters go on behind what was restored.
      await again.database.write([], (transaction) =>
        audit(transaction, ANONYMOUS, { action: 'test.next', object: { type: 'event', id: 'y' } }),
      );
    } finally {
      await embedded.close();
      await again.close();
    }
  });

  test('shows one moment, whatever is written beside it', { skip: engine.name === 'pglite' }, async () => {
    const path = join(folder, 'moment.gz');
    const plain = await backup(hub, path);
    const store = openUploadStore(hub.config, hub.database.kysely);
    let added = false;
    const during = await writeBackup(
      hub.database,
      () => ({
        ...store,
        put: store.put,
        remove: store.remove,
        keysBefore: store.keysBefore,
        // Asked for the first file, that is after the snapshot was taken.
        async get(key) {
          if (!added) {
            added = true;
            await hub.database.write([], (transaction) =>
              audit(transaction, ANONYMOUS, { action: 'test.meanwhile', object: { type: 'event', id: 'z' } }),
            );
          }
          return store.get(key);
        },
      }),
      path,
      NOW,
    );
    assert.equal(added, true);
    assert.equal(during.rows, plain.rows);
  });

  test('replaces data only when told to', async () => {
    const path = join(folder, 'force.gz');
    await backup(hub, path);
    await assert.rejects(restore(hub, path), /holds data already. Use --force/);
    await hub.app.inject({
      method: 'POST',
      url: '/api/v1/events',
      headers: { 'x-test-person': 'organiserA' },
      payload: {
        title: 'Später',
        start: '2026-06-20T10:00:00Z',
        end: '2026-06-20T11:00:00Z',
        organiser: { id: 'stadt-a' },
      },
    });
    await restore(hub, path, { force: true });
    const events = await hub.app.inject('/api/v1/events?from=2026-06-01&to=2026-08-01');
    assert.equal(events.json().total, 5, 'and answers that were kept are made anew');
  });

  test('migrates what an older hub has saved', async () => {
    const path = join(folder, 'older.gz');
    await backup(hub, path);
    // As a hub before accounts and uploads would have written it.
    const older = gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean);
    const head = JSON.parse(older[0] ?? '');
    const keep = ['event', 'event_occurrence', 'audit_entry', 'idempotency_key', 'fact', 'source'];
    const lines = [JSON.stringify({ ...head, migrations: ['0001-base'] })];
    let isKept = false;
    for (const line of older.slice(1, -1)) {
      const { table, file } = JSON.parse(line);
      if (table !== undefined) isKept = keep.includes(table);
      if (file !== undefined) isKept = false;
      if (isKept) lines.push(line);
    }
    const { createHash } = await import('node:crypto');
    const text = `${lines.join('\n')}\n`;
    const end = { end: true, lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') };
    writeFileSync(path, gzipSync(`${text}${JSON.stringify(end)}\n`));
    const target = await engine.start({ config: emptyConfig() });
    try {
      await restore(target, path);
      const events = await target.app.inject('/api/v1/events?from=2026-06-01&to=2026-08-01');
      assert.equal(events.json().total, 5);
      assert.deepEqual(await target.database.kysely.selectFrom('account').selectAll().execute(), []);
    } finally {
      await target.close();
    }
  });

  test('touches nothing when the file is damaged, cut off, newer or another kind of file', async () => {
    const path = join(folder, 'good.gz');
    await backup(hub, path);
    const bytes = readFileSync(path);
    const text = gunzipSync(bytes).toString('utf8');
    const bad = join(folder, 'bad.gz');
    const cases: [string, Buffer | string, RegExp][] = [
      ['cut off', bytes.subarray(0, bytes.length / 2), /damaged or cut off/],
      ['no end', gzipSync(text.slice(0, text.lastIndexOf('{"end"'))), /its end is missing/],
      ['changed', gzipSync(text.replace('Lernzirkel', 'Lernzirkus')), /checksum/],
      ['not gzip', text, /damaged or cut off/],
      ['another kind', gzipSync('{"hello":1}\n'), /no backup of a hub/],
      ['newer', gzipSync(text.replace('"version":1', '"version":99')), /newer version/],
    ];
    for (const [what, content, word] of cases) {
      writeFileSync(bad, content);
      await assert.rejects(restore(hub, bad, { force: true }), word, what);
    }
    await assert.rejects(verifyBackup(join(folder, 'nowhere.gz')), /there is no such file/);
    assert.equal((await hub.app.inject('/api/v1/events?from=2026-06-01&to=2026-08-01')).json().total, 5);
  });
});

describe('The commands', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'hub-command-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (command: string, ...words: string[]): Promise<{ code: number | null; out: string; err: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [join(root, 'demo/hub/commands', command), ...words], {
        cwd: folder,
        env: { ...INHERITED, DATA_DIR: join(folder, 'data'), INIT_CWD: folder },
      });
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk) => (out += chunk));
      child.stderr.on('data', (chunk) => (err += chunk));
      child.on('close', (code) => resolve({ code, out, err }));
    });

  test('say in a sentence what is wrong', async () => {
    const nothing = await run('backup.ts', 'x.gz');
    assert.equal(nothing.code, 1);
    assert.match(nothing.err, /There is no database in .*Name its folder with DATA_DIR/);
    assert.match((await run('backup.ts')).err, /Name the file/);
    assert.match((await run('restore.ts', 'x.gz')).err, /there is no such file/);
    assert.match((await run('grant.ts', 'x')).err, /PERSON ORGANISATION ROLE/);
  });

  test('save and restore, but not beside a hub on the embedded database', async () => {
    const source = await startHub(await openMemoryDatabase());
    const file = join(folder, 'state.gz');
    await fill(source);
    await backup(source, file);
    await source.close();

    const restored = await run('restore.ts', 'state.gz');
    assert.equal(restored.code, 0, restored.err);
    assert.match(restored.out, /Restored the state of 2026-06-15T10:00:00.000Z: \d+ rows, 1 uploaded files/);
    const saved = await run('backup.ts', 'copy.gz');
    assert.equal(saved.code, 0, saved.err);
    assert.equal(statSync(join(folder, 'copy.gz')).size > 500, true);

    const granted = await run('grant.ts', 'rosa@stadt-a.example', 'stadt-a', 'member,admin');
    assert.match(granted.out, /"rosa@stadt-a.example" is now member, admin in Stadt Ähringen/, granted.err);

    const { lockDataFolder } = await import('../../../demo/hub/database/data-lock.ts');
    const lock = lockDataFolder(join(folder, 'data'));
    try {
      const refused = await run('backup.ts', 'other.gz');
      assert.equal(refused.code, 1);
      assert.match(refused.err, /already in use by process \d+[^]*stop the hub for the backup/);
    } finally {
      lock.release();
    }
  });
});
