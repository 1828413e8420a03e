import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { DataFolderInUseError, lockDataFolder } from '../../../demo/hub/database/data-lock.ts';
import { refusedHub, startHubProcess, type HubProcess } from '../support/hub-process.ts';

describe('The data folder', () => {
  let folder: string;
  let hubs: HubProcess[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hub-folder-'));
    hubs = [];
  });
  afterEach(async () => {
    for (const hub of hubs) await hub.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (seed = false): Promise<HubProcess> => {
    const hub = await startHubProcess({ DATA_DIR: folder, SEED: String(seed) });
    hubs.push(hub);
    return hub;
  };
  const lock = (owner: object): void => writeFileSync(join(folder, 'hub.lock'), JSON.stringify(owner));

  test('belongs to one process: a second refuses, names the first and the ways out, and does it no harm', async () => {
    const first = await start();
    const { code, errors } = await refusedHub({ DATA_DIR: folder, SEED: 'false' });
    assert.equal(code, 1);
    assert.match(errors, new RegExp(`^The data folder ${folder} is already in use by process ${first.pid} on `));
    assert.match(errors, /name another folder with DATA_DIR, or use PostgreSQL/);
    assert.doesNotMatch(errors, /\n\s+at /, 'a sentence, no stack');
    assert.equal((await fetch(`${first.url}/readyz`)).status, 200);
  });

  test('is let go by a hub that is asked to stop', async () => {
    const first = await start();
    await first.kill('SIGTERM');
    assert.equal(existsSync(join(folder, 'hub.lock')), false);
  });

  test('what was acknowledged is there after the process is killed in the middle of writing, and the next takes over', async () => {
    const first = await start(true);
    const acknowledged: string[] = [];
    const write = async (worker: number): Promise<void> => {
      for (let index = 0; ; index += 1) {
        const response = await fetch(`${first.url}/api/v1/events`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-demo-person': 'organiser' },
          body: JSON.stringify({
            title: `Termin ${worker}-${index}`,
            start: '2027-06-18T10:00:00Z',
            end: '2027-06-18T11:00:00Z',
            kind: 'meetup',
            organiser: { id: 'lindenhafen' },
          }),
        });
        assert.equal(response.status, 201, await response.clone().text());
        acknowledged.push(((await response.json()) as { id: string }).id);
        if (acknowledged.length === 30) void first.kill('SIGKILL');
      }
    };
    const ends = await Promise.allSettled([1, 2, 3, 4].map(write));
    for (const end of ends) {
      // Only the connection may break off, never an answer be wrong.
      assert.ok(end.status === 'rejected');
      if (end.reason instanceof assert.AssertionError) throw end.reason;
    }
    assert.ok(acknowledged.length >= 30);
    assert.ok(existsSync(join(folder, 'hub.lock')), 'killed, it could not let go');

    const second = await start(true);
    const answers = await Promise.all(acknowledged.map((id) => fetch(`${second.url}/api/v1/events/${id}`)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      acknowledged.map(() => 200),
    );
  });

  test('a number that another process has got since is not taken for the owner', () => {
    lock({ pid: process.pid, host: hostname(), started: '1', since: '2026-01-01T00:00:00Z' });
    const taken = lockDataFolder(folder);
    assert.equal((JSON.parse(readFileSync(taken.path, 'utf8')) as { pid: number }).pid, process.pid);
    taken.release();
    assert.equal(existsSync(taken.path), false);
  });

  test('the lock of another machine holds while it is renewed, and half a minute longer', () => {
    lock({ pid: 1, host: 'another-machine', started: '', since: '' });
    const { mtimeMs } = statSync(join(folder, 'hub.lock'));
    for (const later of [0, 29_000]) {
      assert.throws(() => lockDataFolder(folder, () => mtimeMs + later), DataFolderInUseError);
    }
    lockDataFolder(folder, () => mtimeMs + 30_001).release();
  });

  test('a lock that cannot be read is nobody’s', () => {
    writeFileSync(join(folder, 'hub.lock'), '{');
    lockDataFolder(folder).release();
  });
});
