import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { Accounts, type Identity } from '../../../demo/hub/accounts/accounts.ts';
import { Directory } from '../../../demo/hub/directory/directory.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const STADT_A = { id: 'stadt-a', name: 'Stadt Ähringen', kind: 'administration' } as const;
const ROSA: Identity = {
  issuer: 'https://sso.example',
  subject: 'rosa',
  displayName: 'Rosa Wiesengrund',
  email: 'rosa@stadt-a.example',
  emailVerified: true,
  org: STADT_A,
};

onEitherEngine('Accounts', (engine) => {
  let hub: TestHub;
  before(async () => {
    const brueckfurt = { id: 'brueckfurt', name: 'Stadt Brückfurt', kind: 'administration' } as const;
    const organisations = [...testConfig().organisations, brueckfurt];
    hub = await engine.start({ identify: undefined, config: testConfig({ organisations }) });
  });
  after(() => hub.close());

  const accountsWith = (signIn: Partial<HubConfig['signIn']> = {}): Accounts => {
    const config = { ...hub.config, signIn: { ...hub.config.signIn, ...signIn } };
    return new Accounts({ config, database: hub.database, directory: new Directory(config) });
  };
  const rolesOf = async (accounts: Accounts, accountId: string): Promise<readonly string[]> => {
    const caller = await accounts.caller(accountId);
    return caller?.kind === 'account' ? caller.memberships.flatMap(({ roles }) => roles) : [];
  };
  const call = (options: InjectOptions, person: string) =>
    hub.app.inject({ ...options, headers: { host: 'localhost', 'x-demo-person': person, ...options.headers } });

  test('are made once for one person, also by first requests that come together', async () => {
    const accounts = accountsWith();
    const ids = await Promise.all([1, 2, 3, 4].map(() => accounts.signIn(ROSA)));
    assert.equal(new Set(ids).size, 1);
    const caller = await accounts.caller(ids[0] ?? '');
    assert.ok(caller?.kind === 'account');
    assert.equal(caller.person.displayName, 'Rosa Wiesengrund');
    assert.deepEqual(
      caller.memberships.map(({ org, roles }) => [org.id, org.name, roles]),
      [['stadt-a', 'Stadt Ähringen', ['member']]],
    );
    assert.equal(JSON.stringify(caller).includes('@'), false, 'the address is nowhere in what modules see');
  });

  test('are those of one issuer: the same name elsewhere is somebody else', async () => {
    const accounts = accountsWith();
    const other = await accounts.signIn({ ...ROSA, issuer: 'https://other.example' });
    assert.notEqual(other, await accounts.signIn(ROSA));
  });

  test('see new roles at once', async () => {
    const accounts = accountsWith();
    const id = await accounts.signIn({ ...ROSA, subject: 'new-roles' });
    const caller = await accounts.caller(id);
    assert.ok(caller?.kind === 'account');
    const personId = caller.person.id;
    await hub.database.write(['account'], (transaction) =>
      accounts.grant(transaction, { personId, orgId: 'stadt-a', roles: ['member', 'organiser'] }),
    );
    assert.deepEqual(await rolesOf(accounts, id), ['member', 'organiser']);
    await assert.rejects(
      hub.database.write([], (transaction) =>
        accounts.grant(transaction, { personId, orgId: 'nirgends', roles: ['member'] }),
      ),
      /There is no organisation "nirgends"/,
    );
  });

  test('name the first admin by a verified address or a subject, and only the first', async () => {
    const fresh = await engine.start({
      config: testConfig({ signIn: { ...testConfig().signIn, mode: 'none' } }),
    });
    try {
      const signIn = { ...fresh.config.signIn, firstAdmin: 'Chefin@stadt-a.example' };
      const config = { ...fresh.config, signIn };
      const accounts = new Accounts({ config, database: fresh.database, directory: new Directory(config) });
      const chief = { ...ROSA, email: 'chefin@stadt-a.example' };
      const unproved = await accounts.signIn({ ...chief, subject: 'a', emailVerified: false });
      assert.deepEqual(await rolesOf(accounts, unproved), ['member']);
      const first = await accounts.signIn({ ...chief, subject: 'b' });
      assert.deepEqual(await rolesOf(accounts, first), ['member', 'admin']);
      const second = await accounts.signIn({ ...chief, subject: 'c' });
      assert.deepEqual(await rolesOf(accounts, second), ['member']);
      const audited = await fresh.database.kysely.selectFrom('auditEntry').select(['action', 'detail']).execute();
      assert.deepEqual(
        audited.map(({ action }) => action),
        ['membership.grant'],
      );
    } finally {
      await fresh.close();
    }
  });

  test('keep settings that two windows cannot overwrite unseen', async () => {
    const first = await call({ url: '/api/v1/me/settings' }, 'ayla-mutig');
    assert.deepEqual(first.json(), { locale: 'de', digest: 'daily', muted: [] });
    const put = (etag: string | undefined, payload: object) =>
      call(
        {
          method: 'PUT',
          url: '/api/v1/me/settings',
          payload,
          headers: etag === undefined ? {} : { 'if-match': etag },
        },
        'ayla-mutig',
      );
    const etag = String(first.headers['etag']);
    const changed = await put(etag, { locale: 'en', digest: 'weekly' });
    assert.deepEqual([changed.statusCode, changed.json()], [200, { locale: 'en', digest: 'weekly', muted: [] }]);
    assert.equal((await put(etag, { locale: 'de', digest: 'daily' })).statusCode, 412);
    assert.equal((await put(undefined, { locale: 'de', digest: 'daily' })).statusCode, 428);
    const wrong = await put('*', { locale: 'fr', digest: 'daily', admin: true });
    assert.equal(wrong.statusCode, 400);
    assert.deepEqual(
      wrong
        .json()
        .fieldErrors.map((error: { field: string; code: string }) => [error.field, error.code])
        .sort(),
      [
        ['admin', 'unknown-field'],
        ['locale', 'not-allowed'],
      ],
    );
    assert.equal((await hub.app.inject('/api/v1/me/settings')).statusCode, 401);
    const again = await put(String(changed.headers['etag']), { locale: 'de', digest: 'never' });
    assert.equal(again.statusCode, 200);
  });

  test('hand out all they know of a person, and forget it on demand', async () => {
    const created = await call(
      {
        method: 'POST',
        url: '/api/v1/events',
        headers: { 'idempotency-key': 'mine' },
        payload: {
          title: 'Von Cem',
          start: '2026-06-18T10:00:00Z',
          end: '2026-06-18T11:00:00Z',
          organiser: { id: 'brueckfurt' },
        },
      },
      'cem-brueckenbauer',
    );
    assert.equal(created.statusCode, 201, created.body);
    const { person } = (await call({ url: '/api/v1/me' }, 'cem-brueckenbauer')).json();

    const exported = await call({ url: '/api/v1/me/export' }, 'cem-brueckenbauer');
    assert.match(String(exported.headers['content-disposition']), /attachment/);
    assert.equal(exported.headers['cache-control'], 'no-store');
    const data = exported.json();
    assert.equal(data.account.email, 'cem-brueckenbauer@brueckfurt.example');
    assert.deepEqual(
      data.events.map(({ title }: { title: string }) => title),
      ['Von Cem'],
    );
    assert.ok(data.audit.some(({ action }: { action: string }) => action === 'event.create'));
    assert.deepEqual(data.uploads, []);
    assert.equal((await hub.app.inject('/api/v1/me/export')).statusCode, 401);

    assert.equal((await call({ method: 'DELETE', url: '/api/v1/me' }, 'cem-brueckenbauer')).statusCode, 204);
    const { kysely } = hub.database;
    const trail = await kysely.selectFrom('auditEntry').selectAll().execute();
    assert.equal(JSON.stringify(trail).includes(person.id), false);
    const own = trail.filter(({ action, objectId }) => action === 'event.create' && objectId === created.json().id);
    assert.match(own[0]?.personId ?? '', /^former-/);
    const event = await kysely
      .selectFrom('event')
      .select(['createdBy'])
      .where('id', '=', created.json().id)
      .executeTakeFirst();
    assert.equal(event?.createdBy, own[0]?.personId, 'one pseudonym, so that histories still make sense');
    assert.deepEqual(
      await kysely.selectFrom('account').select('id').where('subject', '=', 'cem-brueckenbauer').execute(),
      [],
    );
    const keys = await kysely.selectFrom('idempotencyKey').select('callerKey').where('key', '=', 'mine').execute();
    assert.deepEqual(keys, []);
    const former = await kysely
      .selectFrom('person')
      .select('displayName')
      .where('id', '=', event?.createdBy ?? '')
      .execute();
    assert.deepEqual(former, [{ displayName: 'Ehemaliges Mitglied' }]);
  });
});
