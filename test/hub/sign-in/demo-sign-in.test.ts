import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { after, before, describe, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { buildApp } from '../../../demo/hub/app.ts';
import { ConfigError } from '../../../demo/hub/config/config.ts';
import { isLoopback } from '../../../demo/hub/sign-in/loopback.ts';
import { readCookie } from '../../../demo/hub/sign-in/sessions.ts';
import { NOW, onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const LOCAL = { host: 'localhost:8080' };
const OWN_PAGE = { ...LOCAL, origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' };

onEitherEngine('The demo sign-in', (engine) => {
  let hub: TestHub;
  let now = NOW;
  before(async () => {
    hub = await engine.start({ identify: undefined, clock: () => now });
  });
  after(() => hub.close());

  const call = (options: InjectOptions) => hub.app.inject({ ...options, headers: { ...LOCAL, ...options.headers } });
  const me = async (headers: Record<string, string>) => (await call({ url: '/api/v1/me', headers })).json();
  const signIn = async (person: string): Promise<string> => {
    const response = await call({
      method: 'POST',
      url: '/api/v1/demo/session',
      payload: { person },
      headers: OWN_PAGE,
    });
    assert.equal(response.statusCode, 204, response.body);
    return String(response.headers['set-cookie']);
  };
  const cookieOf = (setCookie: string): string => setCookie.split(';')[0] ?? '';

  test('offers invented people of four organisations, each role among them, and no addresses', async () => {
    const { items } = (await call({ url: '/api/v1/demo/people' })).json();
    assert.equal(items.length, 8);
    assert.equal(new Set(items.map((item: { org: { id: string } }) => item.org.id)).size, 4);
    assert.deepEqual([...new Set(items.map((item: { role: string }) => item.role))].sort(), [
      'admin',
      'member',
      'moderator',
      'organiser',
    ]);
    assert.equal(JSON.stringify(items).includes('@'), false);
  });

  test('takes a person by id or by role from the header, and refuses names of nobody', async () => {
    assert.equal((await me({ 'x-demo-person': 'mirja-feldweg' })).person.displayName, 'Mirja Feldweg');
    const admin = await me({ 'x-demo-person': 'admin' });
    assert.ok(admin.memberships[0].roles.includes('admin'));
    const nobody = await call({ url: '/api/v1/me', headers: { 'x-demo-person': 'root' } });
    assert.deepEqual([nobody.statusCode, nobody.json().code], [401, 'sign-in-required']);
  });

  test('tells strangers that they are strangers, without an error', async () => {
    const response = await call({ url: '/api/v1/me' });
    assert.deepEqual([response.statusCode, response.json()], [200, { anonymous: true, can: [] }]);
  });

  test('keeps a browser signed in by a cookie that scripts cannot read, until it signs out', async () => {
    const setCookie = await signIn('rosa-wiesengrund');
    assert.match(setCookie, /^hub-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    const cookie = cookieOf(setCookie);
    assert.equal((await me({ cookie })).person.displayName, 'Rosa Wiesengrund');
    const out = await call({ method: 'DELETE', url: '/api/v1/demo/session', headers: { ...OWN_PAGE, cookie } });
    assert.equal(out.statusCode, 204);
    assert.match(String(out.headers['set-cookie']), /^hub-session=; .*Max-Age=0/);
    assert.equal((await me({ cookie })).anonymous, true);
  });

  test('ends a session after twelve hours', async () => {
    const cookie = cookieOf(await signIn('kalle-uferlos'));
    now = NOW + 11 * 3_600_000;
    assert.equal((await me({ cookie })).anonymous, false);
    now = NOW + 13 * 3_600_000;
    assert.equal((await me({ cookie })).anonymous, true);
    now = NOW;
  });

  test('keeps no secret in the database that would let a reader of it sign in', async () => {
    const secret = readCookie(cookieOf(await signIn('ayla-mutig')), 'hub-session') ?? '';
    const rows = await hub.database.kysely.selectFrom('session').selectAll().execute();
    assert.ok(rows.length > 0);
    assert.equal(JSON.stringify(rows).includes(secret), false);
  });

  test('takes writes with a cookie from pages of the hub only', async () => {
    const cookie = cookieOf(await signIn('rosa-wiesengrund'));
    const settings = { locale: 'de', digest: 'weekly' };
    const put = async (headers: Record<string, string>) => {
      const match = (await call({ url: '/api/v1/me/settings', headers: { cookie } })).headers['etag'];
      return (
        await call({
          method: 'PUT',
          url: '/api/v1/me/settings',
          payload: settings,
          headers: { ...headers, cookie, 'if-match': String(match) },
        })
      ).statusCode;
    };
    assert.equal(await put({ origin: 'http://localhost:8080' }), 200);
    assert.equal(await put({ 'sec-fetch-site': 'same-origin' }), 200);
    assert.equal(await put({ origin: 'http://localhost:3000' }), 403);
    assert.equal(await put({ origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' }), 403);
    assert.equal(await put({}), 403);
    // A browser sends it from a foreign page without the cookie's owner knowing: then the cookie counts for nothing.
    assert.equal(await put({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }), 401);
    const foreign = await call({
      method: 'POST',
      url: '/api/v1/demo/session',
      payload: { person: 'admin' },
      headers: { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' },
    });
    assert.equal(foreign.statusCode, 403);
  });

  test('refuses whatever does not come from this machine', async () => {
    const person = { 'x-demo-person': 'admin' };
    const cases: [string, InjectOptions][] = [
      ['another machine', { remoteAddress: '192.168.1.20', headers: person }],
      ['a name that was pointed here', { headers: { ...person, host: 'rebind.example:8080' } }],
      ['a page elsewhere', { headers: { ...person, origin: 'https://evil.example' } }],
      ['a sandboxed page', { headers: { ...person, origin: 'null' } }],
      ['a proxy', { headers: { ...person, 'x-forwarded-for': '192.168.1.20' } }],
    ];
    for (const [what, options] of cases) {
      assert.equal((await call({ ...options, url: '/api/v1/me' })).statusCode, 403, what);
      const { 'x-demo-person': _unused, ...headers } = options.headers as Record<string, string>;
      assert.equal((await call({ ...options, headers, url: '/api/v1/demo/people' })).statusCode, 403, what);
    }
    const page = await call({ url: '/api/v1/events?from=2026-06-01&to=2026-07-01', remoteAddress: '192.168.1.20' });
    assert.equal(page.statusCode, 200, 'strangers read what is public all the same');
  });

  test('answers a real connection on loopback', async () => {
    const address = await hub.app.listen({ host: '127.0.0.1', port: 0 });
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(`${address}/api/v1/me`, { headers: { 'x-demo-person': 'moderator' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      request.end();
    });
    assert.equal(status, 200);
  });

  test('does not start where other machines could reach it', async () => {
    const { database } = hub;
    const start = (changes: Parameters<typeof testConfig>[0]) => buildApp({ config: testConfig(changes), database });
    await assert.rejects(start({ host: '0.0.0.0' }), (error) => {
      assert.ok(error instanceof ConfigError);
      return /"host" is 0\.0\.0\.0, which other machines can reach/.test(error.message);
    });
    await assert.rejects(start({ publicUrl: 'https://netz.example' }), /"publicUrl" is https:\/\/netz\.example/);
  });
});

onEitherEngine('Sign-in off', (engine) => {
  test('lets everybody read, nobody be somebody, and shows no demo', async () => {
    const hub = await engine.start({
      identify: undefined,
      config: testConfig({ host: '0.0.0.0', signIn: { ...testConfig().signIn, mode: 'none' } }),
    });
    try {
      const headers = { 'x-demo-person': 'admin', host: 'localhost' };
      assert.equal((await hub.app.inject({ url: '/api/v1/me', headers })).json().anonymous, true);
      assert.equal((await hub.app.inject({ url: '/api/v1/demo/people', headers })).statusCode, 404);
      assert.equal((await hub.app.inject({ url: '/api/v1/config' })).json().signIn.mode, 'none');
      const people = await hub.database.kysely.selectFrom('person').selectAll().execute();
      assert.deepEqual(people, []);
    } finally {
      await hub.close();
    }
  });
});

describe('Addresses and cookies', () => {
  test('know this machine by all its names, and no other', () => {
    for (const name of [
      'localhost',
      'LOCALHOST',
      'hub.localhost',
      '127.0.0.1',
      '127.9.9.9',
      '::1',
      '[::1]',
      '::ffff:127.0.0.1',
    ]) {
      assert.equal(isLoopback(name), true, name);
    }
    for (const name of ['0.0.0.0', '::', '', '128.0.0.1', 'localhost.example', '127.0.0.1.example', '192.168.0.1']) {
      assert.equal(isLoopback(name), false, name);
    }
  });

  test('are read exactly by name', () => {
    assert.equal(readCookie('a=1; hub-session=x=y; b=2', 'hub-session'), 'x=y');
    assert.equal(readCookie('other-hub-session=1', 'hub-session'), undefined);
    assert.equal(readCookie(undefined, 'hub-session'), undefined);
  });
});
