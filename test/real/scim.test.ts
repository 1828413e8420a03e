import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { DirectoryConfig } from '../../demo/hub/config/config-schema.ts';
import { openMemoryDatabase } from '../../demo/hub/database/database.ts';
import { makeHub } from '../../demo/hub/make-hub.ts';
import { DirectoryPuller } from '../../demo/hub/peer-imports/scim/directory-puller.ts';
import { startHub, testConfig, type TestHub } from '../hub/support/test-hub.ts';
import { scimMissing, startScim, type RealScim } from './support/scim.ts';

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

describe('A real SCIM 2.0 service', { skip: scimMissing() ?? false }, () => {
  let scim: RealScim;
  let running: TestHub;
  before(async () => {
    scim = await startScim();
    running = await startHub(await openMemoryDatabase(), { config: testConfig() });
  });
  after(async () => {
    await running.close();
    scim.close();
  });

  const directory = (changes: Partial<DirectoryConfig> = {}): DirectoryConfig => ({
    id: 'idm',
    kind: 'scim',
    url: scim.url,
    token: scim.token,
    org: 'stadt-a',
    label: 'Verzeichnis',
    allowPrivate: ['127.0.0.1'],
    ...changes,
  });

  async function pull(config: DirectoryConfig) {
    const hub = makeHub({
      config: { ...running.config, directories: [config] },
      database: running.database,
      clock: Date.now,
    });
    const puller = new DirectoryPuller(hub);
    await puller.prepare();
    await puller.pull(config);
    return running.database.kysely
      .selectFrom('peopleDirectory')
      .selectAll()
      .where('id', '=', config.id)
      .executeTakeFirstOrThrow();
  }
  const names = async (): Promise<string[]> => {
    const rows = await running.database.kysely
      .selectFrom('peerProfile')
      .innerJoin('person', 'person.id', 'peerProfile.personId')
      .select('displayName')
      .where('leftAt', 'is', null)
      .orderBy('displayName')
      .execute();
    return rows.map(({ displayName }) => displayName);
  };

  test('is pulled page by page, without its deactivated users', async () => {
    const { people, created, failureDetail } = await pull(directory());
    assert.deepEqual([people, created, failureDetail], [24, 24, null]);
    assert.ok(!(await names()).includes('Peer 25 Müller-Ö'));
    const again = await pull(directory());
    assert.deepEqual([again.people, again.created, again.updated, again.gone], [24, 0, 0, 0]);
  });

  test('says who is renamed, deactivated and deleted', async () => {
    await scim.send('PATCH', 'Users/u1', {
      schemas: [PATCH],
      Operations: [{ op: 'replace', path: 'displayName', value: 'Ida Neu' }],
    });
    await scim.send('PATCH', 'Users/u2', {
      schemas: [PATCH],
      Operations: [{ op: 'replace', path: 'active', value: false }],
    });
    await scim.send('DELETE', 'Users/u3');
    const { updated, gone, people } = await pull(directory());
    assert.deepEqual([updated, gone, people], [1, 2, 22]);
    const all = await names();
    assert.ok(all.includes('Ida Neu') && !all.includes('Peer 2 Müller-Ö') && !all.includes('Peer 3 Müller-Ö'));
  });

  test('applies the filter, and refuses a wrong one and a wrong token in words', async () => {
    const filtered = await pull(directory({ id: 'gefiltert', filter: 'title eq "Tutor" and active eq true' }));
    assert.equal(filtered.people, 11);
    const wrong = await pull(directory({ id: 'falsch', filter: 'title ??? "Tutor"' }));
    assert.match(wrong.failureDetail ?? '', /refuses the filter/);
    const refused = await pull(directory({ id: 'fremd', token: 'nichts-wert' }));
    assert.deepEqual([refused.failureKind, refused.people], ['denied', 0]);
  });
});
