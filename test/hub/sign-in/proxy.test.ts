import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { buildApp } from '../../../demo/hub/app.ts';
import { onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const PROXY = '10.1.2.3';
const signIn = {
  ...testConfig().signIn,
  mode: 'proxy' as const,
  proxyOrg: 'stadt-a',
  proxyUnitHeader: 'x-forwarded-department',
};

onEitherEngine('Sign-in by a reverse proxy', (engine) => {
  let hub: TestHub;
  before(async () => {
    hub = await engine.start({
      identify: undefined,
      config: testConfig({ signIn, trustedProxies: ['10.1.0.0/16'], publicUrl: 'https://netz.example' }),
    });
  });
  after(() => hub.close());

  const call = (options: InjectOptions) => hub.app.inject({ remoteAddress: PROXY, ...options });
  const me = async (options: InjectOptions) => (await call({ url: '/api/v1/me', ...options })).json();

  test('knows whom the proxy names, with name, unit and the organisation of the configuration', async () => {
    const found = await me({
      headers: {
        'x-forwarded-user': 'k.uferlos',
        // Node gives the bytes of a header as Latin-1.
        'x-forwarded-preferred-username': Buffer.from('Käthe Uferlos', 'utf8').toString('latin1'),
        'x-forwarded-email': 'k.uferlos@aehringen.example',
        'x-forwarded-department': 'Bauamt',
      },
    });
    assert.equal(found.person.displayName, 'Käthe Uferlos');
    assert.deepEqual(found.memberships, [
      { org: { id: 'stadt-a', name: 'Stadt Ähringen' }, unit: 'Bauamt', roles: ['member'] },
    ]);
  });

  test('does not believe the header from anywhere else, whatever the request says of its way', async () => {
    for (const remoteAddress of ['10.2.0.1', '127.0.0.1', '::1', '203.0.113.9']) {
      const headers = { 'x-forwarded-user': 'k.uferlos', 'x-forwarded-for': PROXY, forwarded: `for=${PROXY}` };
      assert.deepEqual(await me({ remoteAddress, headers }), { anonymous: true, can: [] });
    }
    assert.equal(
      (await me({ remoteAddress: `::ffff:${PROXY}`, headers: { 'x-forwarded-user': 'k.uferlos' } })).anonymous,
      false,
    );
  });

  test('refuses two names at once: one of them is not the proxy’s', async () => {
    const response = await call({ url: '/api/v1/me', headers: { 'x-forwarded-user': ['a', 'b'] as never } });
    assert.notEqual(response.json().anonymous, false);
  });

  test('takes writes from pages of the hub only: browsers send what the proxy knows them by to everybody', async () => {
    const write = (headers: Record<string, string>) =>
      call({
        method: 'PUT',
        url: '/api/v1/me/settings',
        payload: { locale: 'de', digest: 'daily' },
        headers: { 'x-forwarded-user': 'k.uferlos', 'if-match': '*', ...headers },
      });
    assert.equal((await write({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).statusCode, 403);
    assert.equal((await write({ origin: 'https://netz.example', 'sec-fetch-site': 'same-origin' })).statusCode, 200);
  });

  test('does not start for an organisation that does not exist', async () => {
    const config = testConfig({ signIn: { ...signIn, proxyOrg: 'nowhere' }, trustedProxies: [PROXY] });
    await assert.rejects(buildApp({ config, database: hub.database }), /"signIn.proxyOrg" names "nowhere"/);
  });
});
