import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { generateKeyPair, SignJWT } from 'jose';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { BrowserSession } from '../support/browser-session.ts';
import { startIssuer, type OidcIssuer } from '../support/oidc-issuer.ts';
import { onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const AUDIENCE = 'urn:hub';
const PAGE = 'http://127.0.0.1:9/page';

/** What a page does that signs its reader in by itself: code and PKCE at the issuer, a token in memory. */
async function tokenFor(issuer: OidcIssuer, clientId: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid profile email',
    redirect_uri: PAGE,
    state: 's',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const { url } = await new BrowserSession().follow(`${issuer.url}/auth?${query}`, PAGE);
  const answer = await fetch(`${issuer.url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: new URL(url).searchParams.get('code') ?? '',
      redirect_uri: PAGE,
      client_id: clientId,
      code_verifier: verifier,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}

const NINA = { sub: 'nina', name: 'Nina Neuland', email: 'nina@aehringen.example', email_verified: true };
const OLE = { sub: 'ole', name: 'Ole Ohnesorge', email: 'ole@bergtal.example', email_verified: true };

onEitherEngine('Sign-in by OpenID Connect', (engine) => {
  let town: OidcIssuer;
  let county: OidcIssuer;
  let hub: TestHub;
  let base: string;

  before(async () => {
    // The hub's address must be known before the issuer that sends browsers back to it.
    const { createServer } = await import('node:net');
    const port = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port: free } = probe.address() as { port: number };
        probe.close(() => resolve(free));
      });
    });
    base = `http://127.0.0.1:${port}`;
    const callback = `${base}/sign-in/oidc/callback`;
    town = await startIssuer({
      who: NINA,
      clientId: 'page',
      redirectUris: [PAGE, callback],
      audience: AUDIENCE,
      claims: ['groups', 'department'],
    });
    county = await startIssuer({
      who: OLE,
      clientId: 'hub',
      clientSecret: 'a-secret-of-thirty-two-characters',
      redirectUris: [callback],
      claims: ['org_code'],
    });
    const signIn: HubConfig['signIn'] = {
      ...testConfig().signIn,
      mode: 'oidc',
      issuers: [
        {
          id: 'town',
          issuer: town.url,
          audience: AUDIENCE,
          label: 'Stadt Ähringen',
          org: 'stadt-a',
          clientId: 'page',
          unitClaim: 'department',
          rolesClaim: 'groups',
          roles: { 'vr-mod': 'moderator' },
        },
        {
          id: 'county',
          issuer: county.url,
          audience: AUDIENCE,
          label: 'Kreis Bergtal',
          clientId: 'hub',
          clientSecret: 'a-secret-of-thirty-two-characters',
          orgClaim: 'org_code',
          organisations: { KB: 'kreis-b' },
        },
      ],
    };
    hub = await engine.start({
      identify: undefined,
      clock: Date.now,
      config: testConfig({
        signIn,
        publicUrl: base,
        port,
        cors: { origins: ['https://intranet.example'], credentials: false },
      }),
    });
    await hub.app.listen({ host: '127.0.0.1', port });
  });
  after(async () => {
    await hub.close();
    await town.stop();
    await county.stop();
  });

  const me = async (headers: Record<string, string>) =>
    (await (await fetch(`${base}/api/v1/me`, { headers })).json()) as Record<string, never>;
  const problem = async (token: string): Promise<{ status: number; detail: string }> => {
    const answer = await fetch(`${base}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status, detail: ((await answer.json()) as { detail: string }).detail };
  };

  test('knows who brings a token of a configured issuer, with organisation, unit and roles by its claims', async () => {
    town.who = { ...NINA, groups: ['vr-mod', 'other'], department: 'Bauamt' };
    const found = await me({ authorization: `Bearer ${await tokenFor(town, 'page')}` });
    assert.equal((found['person'] as unknown as { displayName: string }).displayName, 'Nina Neuland');
    assert.deepEqual(found['memberships'], [
      { org: { id: 'stadt-a', name: 'Stadt Ähringen' }, unit: 'Bauamt', roles: ['member', 'moderator'] },
    ]);
    assert.equal(JSON.stringify(found).includes('@'), false);
  });

  test('takes a role away with the next token that does not claim it', async () => {
    town.who = { ...NINA, groups: [], department: 'Bauamt' };
    const found = await me({ authorization: `Bearer ${await tokenFor(town, 'page')}` });
    assert.deepEqual((found['memberships'] as unknown as { roles: string[] }[])[0]?.roles, ['member']);
  });

  test('refuses tokens that do not hold, and says which part is wrong', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const sign = (changes: { issuer?: string; audience?: string; exp?: number }, key = privateKey) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'RS256' })
        .setSubject('nina')
        .setIssuer(changes.issuer ?? town.url)
        .setAudience(changes.audience ?? AUDIENCE)
        .setExpirationTime(changes.exp ?? Math.floor(Date.now() / 1000) + 60)
        .sign(key);
    assert.deepEqual(await problem('no-jwt'), { status: 401, detail: 'The token is no JWT.' });
    assert.match(
      (await problem(await sign({ issuer: 'https://elsewhere.example' }))).detail,
      /issuer that this hub does not know/,
    );
    // A key that the issuer has never published.
    assert.deepEqual(await problem(await sign({})), { status: 401, detail: 'The token does not hold.' });
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(
      JSON.stringify({ iss: town.url, aud: AUDIENCE, sub: 'nina', exp: 9_999_999_999 }),
    ).toString('base64url')}.`;
    assert.equal((await problem(unsigned)).status, 401);
    const good = await tokenFor(town, 'page');
    const [head, , signature] = good.split('.');
    const claims = JSON.parse(Buffer.from(good.split('.')[1] ?? '', 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'somebody-else' })).toString('base64url');
    assert.equal((await problem(`${head}.${forged}.${signature}`)).status, 401);
  });

  test('signs a browser in by code and PKCE and brings it back to its page', async () => {
    const browser = new BrowserSession();
    county.who = { ...OLE, org_code: 'KB' };
    const start = await browser.fetch(`${base}/sign-in?return=${encodeURIComponent('/artikel')}`);
    const page = await start.text();
    assert.match(page, /Einloggen mit Stadt Ähringen/);
    assert.match(page, /Einloggen mit Kreis Bergtal/);
    const { url } = await browser.follow(`${base}/sign-in/oidc/county?return=%2Fartikel`, `${base}/artikel`);
    assert.equal(url, `${base}/artikel`);
    const found = (await (await browser.fetch(`${base}/api/v1/me`)).json()) as {
      person: { displayName: string };
      memberships: { org: { id: string } }[];
      csrfToken: string;
    };
    assert.equal(found.person.displayName, 'Ole Ohnesorge');
    assert.equal(found.memberships[0]?.org.id, 'kreis-b');
    assert.ok(found.csrfToken.length >= 40);
  });

  test('takes writes of a session with its token, and from other pages none without', async () => {
    const browser = new BrowserSession();
    await browser.follow(`${base}/sign-in/oidc/county?return=%2F`, `${base}/api`);
    const { csrfToken } = (await (await browser.fetch(`${base}/api/v1/me`)).json()) as { csrfToken: string };
    const write = (headers: Record<string, string>) =>
      browser.fetch(`${base}/api/v1/me/settings`, {
        method: 'PUT',
        headers: {
          'content-type': 'application/json',
          'if-match': '*',
          origin: 'https://intranet.example',
          ...headers,
        },
        body: JSON.stringify({ locale: 'de', digest: 'weekly' }),
      });
    const refused = await write({ 'sec-fetch-site': 'same-site' });
    assert.deepEqual([refused.status, ((await refused.json()) as { code: string }).code], [403, 'csrf']);
    assert.equal((await write({ 'sec-fetch-site': 'same-site', 'x-csrf-token': csrfToken })).status, 200);
    assert.equal((await write({ 'sec-fetch-site': 'same-site', 'x-csrf-token': `${csrfToken}x` })).status, 403);
  });

  test('never sends a reader to a page that nobody has configured', async () => {
    const browser = new BrowserSession();
    const { url } = await browser.follow(
      `${base}/sign-in/oidc/county?return=${encodeURIComponent('https://evil.example/x')}`,
      `${base}/?`,
    );
    assert.equal(new URL(url).origin, base);
    const back = await new BrowserSession().follow(
      `${base}/sign-in/oidc/county?return=${encodeURIComponent('https://intranet.example/x')}`,
      'https://intranet.example/',
    );
    assert.equal(back.url, 'https://intranet.example/x');
  });

  test('ends a popup on a page that tells only the page that has opened it', async () => {
    const done = `${base}/sign-in/done`;
    const asked = (origin: string) =>
      new BrowserSession().follow(`${base}/sign-in/oidc/county?popup=1&origin=${encodeURIComponent(origin)}`);
    const known = await asked('https://intranet.example');
    assert.ok(known.url.startsWith(done), known.url);
    assert.match((await known.response?.text()) ?? '', /data-popup-origin="https:\/\/intranet\.example"/);
    const stranger = await asked('https://evil.example');
    assert.doesNotMatch((await stranger.response?.text()) ?? '', /evil/);
  });

  test('says in words when the person refuses, when an answer comes twice and when it comes to another browser', async () => {
    const browser = new BrowserSession();
    county.who = null;
    const refused = await browser.follow(`${base}/sign-in/oidc/county?return=%2F`);
    assert.match((await refused.response?.text()) ?? '', /Das Einloggen wurde abgebrochen/);
    county.who = { ...OLE, org_code: 'KB' };
    const callback = `${base}/sign-in/oidc/callback`;
    const { url } = await browser.follow(`${base}/sign-in/oidc/county?return=%2F`, callback);
    const elsewhere = await new BrowserSession().fetch(url);
    assert.equal(elsewhere.status, 400);
    assert.match(await elsewhere.text(), /zu alt oder wurde schon benutzt/);
    assert.equal((await browser.fetch(url)).status, 303);
    assert.equal((await browser.fetch(url)).status, 400);
  });

  test('adds a second way to sign in to one account, and never makes two people one', async () => {
    const browser = new BrowserSession();
    county.who = { ...OLE, sub: 'pia', name: 'Pia Pfad', org_code: 'KB' };
    await browser.follow(`${base}/sign-in/oidc/county?return=%2F`, `${base}/api`);
    town.who = { ...NINA, sub: 'pia-in-town' };
    await browser.follow(`${base}/sign-in/oidc/town?link=1&return=%2F`, `${base}/api`);
    const other = new BrowserSession();
    await other.follow(`${base}/sign-in/oidc/town?return=%2F`, `${base}/api`);
    const whoIs = async (session: BrowserSession) =>
      ((await (await session.fetch(`${base}/api/v1/me`)).json()) as { person: { displayName: string } }).person
        .displayName;
    assert.equal(await whoIs(other), 'Pia Pfad');
    const ways = (await (await other.fetch(`${base}/api/v1/me/identities`)).json()) as { items: { label: string }[] };
    assert.deepEqual(
      ways.items.map(({ label }) => label),
      ['Kreis Bergtal', 'Stadt Ähringen'],
    );
    town.who = NINA;
    const again = new BrowserSession();
    await again.follow(`${base}/sign-in/oidc/county?return=%2F`, `${base}/api`);
    const taken = await again.follow(`${base}/sign-in/oidc/town?link=1&return=%2F`);
    assert.match((await taken.response?.text()) ?? '', /schon ein eigenes Konto/);
  });
});
