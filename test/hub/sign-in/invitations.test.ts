import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { buildApp } from '../../../demo/hub/app.ts';
import { startMailServer, type MailServer } from '../support/sent-mails.ts';
import { NOW, onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const BASE = 'https://netz.example';
const OWN = { origin: BASE, 'sec-fetch-site': 'same-origin' };

/** Quoted-printable of the body, as far as these mails need it. */
const plain = (raw: string): string =>
  raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));

onEitherEngine('Sign-in by a mailed link', (engine) => {
  let mails: MailServer;
  let hub: TestHub;
  let now = NOW;
  before(async () => {
    mails = await startMailServer();
    const signIn = {
      ...testConfig().signIn,
      mode: 'none' as const,
      invitations: true,
      invitedMailDomains: ['ehrenamt.example'],
      firstAdmin: 'leitung@aehringen.example',
    };
    hub = await engine.start({
      identify: undefined,
      clock: () => now,
      runJobs: true,
      config: testConfig({
        signIn,
        publicUrl: BASE,
        mail: { ...testConfig().mail, smtpUrl: mails.url },
        organisations: [
          { id: 'stadt-a', name: 'Stadt Ähringen', kind: 'administration', mailDomains: ['aehringen.example'] },
          { id: 'kreis-b', name: 'Kreis Bergtal', kind: 'administration' },
        ],
      }),
    });
  });
  beforeEach(() => {
    now = NOW;
  });
  after(async () => {
    await hub.close();
    await mails.close();
  });

  const call = (options: InjectOptions) => hub.app.inject({ ...options, headers: { ...OWN, ...options.headers } });
  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    call({ method: 'POST', url, payload, headers });
  const ask = (email: string, back = '/artikel') => post('/sign-in/link', { email, return: back });
  const secretOf = async (): Promise<{ secret: string; raw: string; to: readonly string[] }> => {
    const { raw, to } = await mails.next();
    return { secret: /sign-in\/link#([\w-]+)/.exec(plain(raw))?.[1] ?? '', raw: plain(raw), to };
  };
  const use = (secret: string, displayName?: string) =>
    post('/sign-in/session', { secret, ...(displayName && { displayName }) });
  const cookieOf = (response: Awaited<ReturnType<typeof use>>): string =>
    String(response.headers['set-cookie']).split(';')[0] ?? '';

  test('mails a link that signs its reader in once and leads back to the page', async () => {
    assert.equal((await ask('Jule@Ehrenamt.example')).statusCode, 200);
    const { secret, raw, to } = await secretOf();
    assert.deepEqual(to, ['Jule@ehrenamt.example']);
    assert.match(raw, /https:\/\/netz\.example\/sign-in\/link#/);
    const check = (await post('/sign-in/link/check', { secret })).json();
    assert.deepEqual(check, { valid: true, known: false });
    const used = await use(secret, 'Jule Jaspers');
    assert.deepEqual([used.statusCode, used.headers.location], [303, `${BASE}/artikel`]);
    assert.match(
      String(used.headers['set-cookie']),
      /^__Host-hub-session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; .*Secure/,
    );
    const me = (await call({ url: '/api/v1/me', headers: { cookie: cookieOf(used) } })).json();
    assert.equal(me.person.displayName, 'Jule Jaspers');
    assert.deepEqual(me.memberships, []);
    const twice = await use(secret, 'Somebody Else');
    assert.equal(twice.statusCode, 400);
    assert.match(twice.body, /zu alt oder wurde schon benutzt/);
  });

  test('makes members of the organisation whose mail domain it is, and the first admin of the one named', async () => {
    await ask('leitung@aehringen.example');
    const used = await use((await secretOf()).secret, 'Lea Leitung');
    const me = (await call({ url: '/api/v1/me', headers: { cookie: cookieOf(used) } })).json();
    assert.deepEqual(me.memberships, [{ org: { id: 'stadt-a', name: 'Stadt Ähringen' }, roles: ['member', 'admin'] }]);
    // An admin asks somebody of another house in.
    const csrf = { cookie: cookieOf(used), 'x-csrf-token': me.csrfToken };
    const invite = await post('/api/v1/invitations', { email: 'gast@anderswo.example', orgId: 'stadt-a' }, csrf);
    assert.equal(invite.statusCode, 202, invite.body);
    const mail = await secretOf();
    assert.match(mail.raw, /Lea Leitung/);
    const guest = await use(mail.secret, 'Gerd Gast');
    const known = (await call({ url: '/api/v1/me', headers: { cookie: cookieOf(guest) } })).json();
    assert.equal(known.memberships[0].org.id, 'stadt-a');
    const far = await post('/api/v1/invitations', { email: 'x@anderswo.example', orgId: 'kreis-b' }, csrf);
    assert.equal(far.statusCode, 403);
    const asGuest = await post(
      '/api/v1/invitations',
      { email: 'x@anderswo.example', orgId: 'stadt-a' },
      { cookie: cookieOf(guest), 'x-csrf-token': known.csrfToken },
    );
    assert.equal(asGuest.statusCode, 403);
  });

  test('answers alike for addresses that may not, and sends them nothing', async () => {
    const allowed = await ask('mara@ehrenamt.example');
    const refused = await ask('eve@evil.example');
    assert.equal(refused.statusCode, allowed.statusCode);
    assert.equal(refused.body.replace('eve@evil.example', ''), allowed.body.replace('mara@ehrenamt.example', ''));
    assert.deepEqual((await secretOf()).to, ['mara@ehrenamt.example']);
    assert.equal(mails.waiting.length, 0);
  });

  test('says which address is none, and leads nowhere else', async () => {
    const wrong = await ask('no address');
    assert.equal(wrong.statusCode, 400);
    assert.match(wrong.body, /keine vollständige E-Mail-Adresse/);
    await ask('otto@ehrenamt.example', 'https://evil.example/');
    const used = await use((await secretOf()).secret, 'Otto');
    assert.equal(used.headers.location, `${BASE}/`);
  });

  test('lets links grow old, and knows who comes again', async () => {
    await ask('otto@ehrenamt.example');
    const old = await secretOf();
    now = NOW + 31 * 60_000;
    assert.deepEqual((await post('/sign-in/link/check', { secret: old.secret })).json(), {
      valid: false,
      known: false,
    });
    assert.equal((await use(old.secret)).statusCode, 400);
    await ask('otto@ehrenamt.example');
    const fresh = await secretOf();
    assert.deepEqual((await post('/sign-in/link/check', { secret: fresh.secret })).json(), {
      valid: true,
      known: true,
    });
    const used = await use(fresh.secret);
    const me = (await call({ url: '/api/v1/me', headers: { cookie: cookieOf(used) } })).json();
    assert.equal(me.person.displayName, 'Otto');
    const out = await post('/api/v1/sign-out', {}, { cookie: cookieOf(used) });
    assert.equal(out.statusCode, 204);
    assert.deepEqual((await call({ url: '/api/v1/me', headers: { cookie: cookieOf(used) } })).json(), {
      anonymous: true,
      can: [],
    });
  });

  test('does not start where it could mail nothing', async () => {
    const config = testConfig({ signIn: { ...testConfig().signIn, mode: 'none', invitations: true } });
    await assert.rejects(buildApp({ config, database: hub.database }), /"signIn.invitations" sends links by mail/);
  });
});
