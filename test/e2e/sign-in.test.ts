import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { buildApp } from '../../demo/hub/app.ts';
import { DEFAULT_CONFIG } from '../../demo/hub/config/config-defaults.ts';
import { openMemoryDatabase, type HubDatabase } from '../../demo/hub/database/database.ts';
import { startIssuer, type OidcIssuer } from '../hub/support/oidc-issuer.ts';
import { axeFindings } from './support/axe.ts';
import { launch, openReader, type Opened } from './support/browser.ts';
import { copyBuilt } from './support/built.ts';
import { freePort } from './support/free-port.ts';
import { hostPage, scriptTag } from './support/host-page.ts';
import { startSite, type HostSite } from './support/host-site.ts';

const NINA = { sub: 'nina', name: 'Nina Neuland' };
const OLE = { sub: 'ole', name: 'Ole Ohnesorge' };
const AUDIENCE = 'urn:hub';

type Account = {
  me(): Promise<{ anonymous: boolean; person?: { displayName: string } }>;
  signIn(): Promise<boolean>;
};
type BackendElement = Element & { provided?: { account?: Account }; getToken?: () => string | null };

/** Who the page's backend says is reading. */
const reader = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const backend = document.querySelector<BackendElement>('vr-backend');
    const end = performance.now() + 8000;
    while (!backend?.provided?.account && performance.now() < end) await new Promise(requestAnimationFrame);
    return (await backend?.provided?.account?.me())?.person?.displayName;
  });

/** A page that signs its reader in by itself: authorization code with PKCE, the token in memory alone. */
const OWN_SIGN_IN = (issuer: string): string => `<script type="module">
const text = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
const here = location.origin + location.pathname;
const code = new URL(location.href).searchParams.get('code');
let token = null;
const backend = document.querySelector('vr-backend');
if (code) {
  const answer = await fetch('${issuer}/token', { method: 'POST', body: new URLSearchParams({
    grant_type: 'authorization_code', code, redirect_uri: here, client_id: 'page', code_verifier: window.name }) });
  token = (await answer.json()).access_token;
  window.name = '';
  history.replaceState(null, '', here);
}
backend.getToken = () => token;
backend.setAttribute('src', backend.dataset.hub);
document.getElementById('in').addEventListener('click', async () => {
  const verifier = text(crypto.getRandomValues(new Uint8Array(32)));
  window.name = verifier;
  const challenge = text(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  location.href = '${issuer}/auth?' + new URLSearchParams({ client_id: 'page', response_type: 'code', scope: 'openid profile',
    redirect_uri: here, state: 's', code_challenge: challenge, code_challenge_method: 'S256' });
});
</script>`;

describe('signing in from a page', () => {
  let browser: Browser;
  let site: HostSite;
  let town: OidcIssuer;
  let county: OidcIssuer;
  let database: HubDatabase;
  let app: FastifyInstance;
  let hub: string;
  let built: ReturnType<typeof copyBuilt>;
  let opened: Opened;

  before(async () => {
    built = copyBuilt();
    site = await startSite();
    const port = await freePort();
    hub = `http://localhost:${port}`;
    const redirectUris = [`${hub}/sign-in/oidc/callback`, `${site.origin}/eigene`];
    town = await startIssuer({ who: NINA, clientId: 'page', redirectUris, audience: AUDIENCE });
    county = await startIssuer({ who: OLE, clientId: 'page', redirectUris, audience: AUDIENCE });
    const issuer = (id: string, label: string, url: string) => ({
      id,
      label,
      issuer: url,
      audience: AUDIENCE,
      clientId: 'page',
      org: 'lindenhafen',
    });
    const config = {
      ...DEFAULT_CONFIG,
      port,
      publicUrl: hub,
      logLevel: 'error' as const,
      dataDir: `${built.folder}/data`,
      distDir: built.dist,
      cors: { origins: [site.origin], credentials: true },
      organisations: [{ id: 'lindenhafen', name: 'Stadt Lindenhafen', kind: 'administration' as const }],
      signIn: {
        ...DEFAULT_CONFIG.signIn,
        mode: 'oidc' as const,
        issuers: [issuer('town', 'Stadt Lindenhafen', town.url), issuer('county', 'Kreis Auental', county.url)],
      },
    };
    database = await openMemoryDatabase();
    app = await buildApp({ config, database });
    await app.listen({ host: 'localhost', port });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
    await database?.close();
    await site?.close();
    await town?.stop();
    await county?.stop();
    built?.remove();
  });

  const visit = async (path: string, body: string): Promise<Page> => {
    opened = await openReader(browser);
    site.put(path, hostPage({ head: scriptTag('autoload.js'), body }));
    await opened.page.goto(`${site.origin}${path}`);
    return opened.page;
  };
  const signIn = (page: Page): Promise<unknown> =>
    page.evaluate(() => void document.querySelector<BackendElement>('vr-backend')?.provided?.account?.signIn());

  it('leads to the hub, to the identity provider that the reader chooses, and back to the page', async () => {
    const page = await visit('/redirect', `<vr-backend src="hub+${hub}" credentials="include"></vr-backend>`);
    assert.equal(await reader(page), undefined);
    await signIn(page);
    await page.getByRole('heading', { name: 'Einloggen' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('link', { name: 'Einloggen mit Kreis Auental' }).click();
    await page.waitForURL(`${site.origin}/redirect`);
    assert.equal(await reader(page), 'Ole Ohnesorge');
    assert.deepEqual(opened.watch.violations, []);
    await opened.context.close();
  });

  it('signs in by a window of its own, and the page stays as it was', async () => {
    const page = await visit(
      '/popup',
      `<vr-backend src="hub+${hub}" credentials="include" login="popup"></vr-backend><input id="text">`,
    );
    assert.equal(await reader(page), undefined);
    await page.locator('#text').fill('was ich gerade schreibe');
    const [window] = await Promise.all([page.waitForEvent('popup'), signIn(page)]);
    const closed = window.waitForEvent('close');
    await window.getByRole('link', { name: 'Einloggen mit Stadt Lindenhafen' }).click();
    await closed;
    await page.waitForFunction(async () => {
      const backend = document.querySelector<BackendElement>('vr-backend');
      return (await backend?.provided?.account?.me())?.anonymous === false;
    });
    assert.equal(await reader(page), 'Nina Neuland');
    assert.equal(await page.locator('#text').inputValue(), 'was ich gerade schreibe');
    await opened.context.close();
  });

  it('takes the token of a page that signs its reader in by code and PKCE, and leaves no trace of it', async () => {
    const body = `<vr-backend data-hub="hub+${hub}"></vr-backend><button id="in">Anmelden</button>${OWN_SIGN_IN(town.url)}`;
    const page = await visit('/eigene', body);
    assert.equal(await reader(page), undefined);
    await page.locator('#in').click();
    await page.waitForURL(`${site.origin}/eigene`);
    assert.equal(await reader(page), 'Nina Neuland');
    const traces = await page.evaluate(() => [
      document.documentElement.outerHTML,
      location.href,
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
    ]);
    for (const trace of traces) assert.doesNotMatch(trace, /eyJ/);
    assert.equal(opened.watch.requests.filter((url) => url.includes('eyJ')).length, 0);
    await opened.context.close();
  });
});
