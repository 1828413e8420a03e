import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findChromium } from '../../../scripts/lib/browser.mjs';
import { de } from '../../../src/i18n/de/words.ts';
import { CALENDAR } from '../support/calendars.ts';
import { startSite, type HostSite } from '../support/host-site.ts';
import { NOW } from '../support/now.ts';
import { selfSigned } from '../support/self-signed.ts';
import type { GalleryPage } from './support/gallery-page.ts';
import { Gallery } from './support/gallery.ts';
import { startProxy, type OwnAnswer, type Proxy } from './support/proxy.ts';

const INTRANET = 'intranet.example';
const PUBLIC = 'www.brueckfurt.example';
const INTERNAL = 'kalender.brueckfurt.internal';
const HTML = { 'content-type': 'text/html; charset=utf-8' };

describe('a page of the gallery, on networks as they are', () => {
  let gallery: Gallery;
  let townHall: HostSite;
  const proxies: Proxy[] = [];
  const proxied = async (options: Partial<Parameters<typeof startProxy>[0]> = {}): Promise<Proxy> => {
    const proxy = await startProxy({ target: gallery.origin, ...options });
    proxies.push(proxy);
    return proxy;
  };
  before(async () => {
    townHall = await startSite();
    townHall.put('/kalender.ics', { headers: { 'access-control-allow-origin': '*' }, body: CALENDAR });
    gallery = await Gallery.open((origin) => ({
      hosts: {
        [INTRANET]: '127.0.0.1',
        [PUBLIC]: '127.0.0.1',
        [INTERNAL]: `127.0.0.1:${new URL(townHall.origin).port}`,
      },
      // The hub's own port is on the internet, as far as this browser knows; everything else is on this machine.
      args: [`--ip-address-space-overrides=127.0.0.1:${new URL(origin).port}=public`],
      without: ['--disable-back-forward-cache'],
      whole: true,
    }));
  });
  after(async () => {
    await gallery?.close();
    await townHall?.close();
    await Promise.all(proxies.map((proxy) => proxy.close()));
  });

  /** What an editor reads about a failure of the first widget. */
  const explanation = async ({ page }: GalleryPage): Promise<string> => {
    const status = page.locator('vr-event-calendar vr-status');
    await status.getByText(de.common.forEditors, { exact: true }).click();
    await status.locator('dt').first().waitFor();
    return (await status.locator('details').innerText()).replaceAll(/\s+/g, ' ');
  };

  it('http-intranet: calendar, draft, a sending that fails at first, and the private link work without https', async () => {
    await gallery.visit(
      'http-intranet',
      async (visited) => {
        const { page } = visited;
        const lacks = await page.evaluate(() => [
          isSecureContext,
          'randomUUID' in crypto,
          'clipboard' in navigator,
          'locks' in navigator,
        ]);
        assert.deepEqual(lacks, [false, false, false, false]);
        await visited.monthWorks();
        const form = page.locator('vr-idea-submission');
        const problem = form.getByLabel('Beschreiben Sie das Problem');
        await problem.fill('Im Intranet ohne https geht viel verloren.');
        await form.getByLabel('Entwurf auf diesem Gerät merken').check();
        await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('vr:draft:')));
        await page.reload();
        await form.getByText('Ihr Entwurf ist wieder da').waitFor();
        assert.equal(await problem.inputValue(), 'Im Intranet ohne https geht viel verloren.');
        let sent = 0;
        await page.route('**/api/v1/ideas', async (route) => {
          if (route.request().method() !== 'POST') return route.continue();
          sent += 1;
          // The hub has it, and nobody knows.
          if (sent > 1) return route.continue();
          await route.fetch({ url: route.request().url().replace(INTRANET, 'localhost') });
          await route.abort('connectionreset');
        });
        await form.getByRole('button', { name: 'Weiter zu Ihrer Idee' }).click();
        await form.getByLabel('Titel').fill('Ein Intranet mit Schloss');
        await form.getByLabel('Kurz gesagt').fill('Alle Seiten bekommen ein Zertifikat.');
        await form.getByRole('button', { name: 'Weiter zu Nutzen und Ort' }).click();
        await form.getByLabel('Für welche Verwaltung?').selectOption({ label: 'Stadt Lindenhafen' });
        await form.getByLabel('Mit der Zivilgesellschaft').check();
        await form.getByRole('button', { name: 'Weiter zu dem, was Sie brauchen' }).click();
        await form.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
        await form.getByRole('button', { name: 'Idee einreichen' }).click();
        await form.getByRole('heading', { name: 'Ihre Idee ist angekommen' }).waitFor();
        assert.equal(sent, 2);
        await form.getByRole('button', { name: 'Link kopieren' }).click();
        await form.getByText('Der Link ist kopiert.').waitFor();
      },
      {
        at: gallery.origin.replace('localhost', INTRANET),
        expected: [/net::ERR_CONNECTION_RESET/],
        // A clock that goes: what waits for its turn looks at it.
        now: undefined,
        before: ({ page }) => page.clock.install({ time: NOW }),
      },
    );
  });

  it('mixed-content: the reader is told, and the editor with address and cure', async () => {
    const { port } = await proxied({ tls: selfSigned() });
    await gallery.visit(
      'mixed-content',
      async (visited) => {
        await visited.page.getByText(de.failure.blocked).waitFor();
        await visited.page.getByRole('button', { name: de.common.retry }).first().waitFor();
        const told = await explanation(visited);
        assert.match(told, /verschlüsselt geladen \(https\)/);
        assert.match(told, /http:\/\/termine\.brueckfurt\.example\/kalender\.ics/);
        assert.match(
          told,
          /Tragen Sie die Adresse mit https ein: https:\/\/termine\.brueckfurt\.example\/kalender\.ics/,
        );
      },
      {
        at: `https://localhost:${port}`,
        ignoreHTTPSErrors: true,
        expected: [/Mixed Content/, /^http:\/\/termine\.brueckfurt\.example\/kalender\.ics$/, /ERR_/],
      },
    );
  });

  it('local-network: a browser that refuses the way from outside in is explained, and one inside is let through', async () => {
    const asked = (): string[] => townHall.asked.filter((path) => path.startsWith('/kalender.ics'));
    const calendar = /^http:\/\/kalender\.brueckfurt\.internal\//;
    await gallery.visit(
      'local-network',
      async (visited) => {
        await visited.page.getByText(de.failure.blocked).waitFor();
        const told = await explanation(visited);
        assert.match(told, /liegt im internen Netz, die Seite im Internet/);
        assert.match(told, /Reverse Proxy.*LocalNetworkAccessAllowedForUrls/);
        assert.match(told, /http:\/\/kalender\.brueckfurt\.internal\/kalender\.ics/);
        assert.deepEqual(asked(), [], 'the browser has asked nobody');
      },
      {
        at: gallery.origin.replace('localhost', PUBLIC),
        expected: [/more-private address space/, /ERR_FAILED/, calendar],
      },
    );
    const { port } = await proxied();
    await gallery.visit(
      'local-network',
      async ({ page }) => {
        await page.waitForResponse(calendar);
        await page.locator('vr-event-calendar').getByRole('grid').waitFor();
        assert.equal(asked().length, 1);
      },
      { at: `http://${INTRANET}:${port}`, expected: [calendar] },
    );
  });

  it('trouble: a source that hangs is told of within five seconds', async () => {
    await gallery.visit(
      'trouble?art=haengt',
      async ({ page }) => {
        const calendar = page.locator('vr-event-calendar');
        await calendar.getByRole('grid').waitFor();
        // Five seconds from here, and then the page's time stands still.
        await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 3000);
        await page.clock.fastForward(2000);
        await calendar.getByText(de.status.slow).waitFor();
      },
      { now: undefined, before: ({ page }) => page.clock.install({ time: NOW }) },
    );
  });

  for (const [art, words] of [
    ['ausgelastet', de.failure.busy],
    ['abgeschnitten', de.failure.invalid],
    ['anmeldung', de.failure.denied],
  ] as const) {
    it(`trouble: "${art}" is told in words, with a way on`, async () => {
      await gallery.visit(`trouble?art=${art}`, async ({ page }) => {
        const calendar = page.locator('vr-event-calendar');
        await calendar.getByText(words).waitFor({ timeout: 5000 });
        await calendar.getByRole('button', { name: de.common.retry }).waitFor();
      });
    });
  }

  it('trouble: without a network it is told, and comes by itself when the network is back', async () => {
    await gallery.visit(
      'trouble',
      async (visited) => {
        const { page } = visited;
        const calendar = await visited.calendar();
        // What tells of failures is fetched ahead, in a quiet moment.
        await page.waitForFunction(() => customElements.get('vr-status') !== undefined);
        await page.context().setOffline(true);
        // As far as nothing has been fetched ahead.
        for (let month = 0; month < 4; month++) await calendar.button('Nächster Monat').click();
        await calendar.status.getByText('nicht mit dem Netz verbunden').waitFor();
        await page.context().setOffline(false);
        await calendar.status.getByText('nicht mit dem Netz verbunden').waitFor({ state: 'detached' });
      },
      { expected: [/ERR_INTERNET_DISCONNECTED/, /dynamically imported module/] },
    );
  });

  /** Signs somebody in and opens the first idea; then what they support. */
  const support = async ({ page }: GalleryPage, at: string): Promise<void> => {
    await page.request.post(`${gallery.origin}/api/v1/demo/session`, {
      headers: { origin: gallery.origin },
      data: { person: 'mirja-feldweg' },
    });
    await page.goto(at);
    const board = page.locator('vr-idea-board');
    await board.scrollIntoViewIfNeeded();
    await board.locator('a[data-open]').first().click();
    await board.getByRole('button', { name: /^Haben wir auch/ }).click();
    await board
      .getByText(/^Ihre Unterstützung ist (gespeichert|zurückgenommen)/)
      .first()
      .waitFor();
  };

  it('behind-proxy: a firewall lets only GET and POST through, all under a path, and support arrives', async () => {
    const firewall = ({ method = '' }: { method?: string }): OwnAnswer | undefined =>
      /GET|HEAD|POST|OPTIONS/.test(method) ? undefined : { status: 405, headers: { allow: 'GET, POST' }, body: 'Nein' };
    // And nothing of it may be kept anywhere.
    const proxy = await proxied({ prefix: '/amt/', answer: firewall, headers: { 'cache-control': 'no-store' } });
    const at = `http://localhost:${proxy.port}/amt`;
    await gallery.visit(
      'behind-proxy',
      async (visited) => {
        await visited.monthWorks();
        await visited.boardWorks();
        assert.deepEqual(
          proxy.asked.filter(({ path }) => !path.startsWith('/amt/')),
          [],
          'nothing at the root',
        );
        await support(visited, `${at}/gallery/behind-proxy`);
        const writes = proxy.asked.filter(({ path }) => path.includes('/supports/'));
        const [refused, passed] = writes;
        assert.deepEqual([refused?.override, passed?.method, passed?.override], [undefined, 'POST', refused?.method]);
        assert.match(refused?.method ?? '', /^(PUT|DELETE)$/);
        assert.equal(writes.length, 2);
      },
      { at, expected: [/405/] },
    );
  });

  it('behind-proxy: where the sign-in of the intranet is over, its page is no broken answer but a way in', async () => {
    let login: OwnAnswer | undefined;
    const proxy = await proxied({
      prefix: '/amt/',
      answer: ({ url = '' }) => {
        if (url === '/amt/login')
          return { status: 200, headers: HTML, body: '<!doctype html><title>Anmeldung</title>' };
        return url.includes('/api/') ? login : undefined;
      },
    });
    await gallery.visit(
      'behind-proxy',
      async (visited) => {
        for (const answer of [
          { status: 200, headers: HTML, body: '<!doctype html><title>Anmeldung</title><form></form>' },
          { status: 302, headers: { location: '/amt/login' } },
        ]) {
          const calendar = await visited.calendar();
          login = answer;
          await calendar.button('Nächster Monat').click();
          await calendar.status.getByText(de.failure.denied).waitFor();
          login = undefined;
          await Promise.all([
            visited.page.waitForEvent('load'),
            calendar.status.getByRole('button', { name: de.common.reload }).click(),
          ]);
        }
        await visited.monthWorks();
      },
      { at: `http://localhost:${proxy.port}/amt` },
    );
  });

  const keepsNone = findChromium(true) ? false : 'no Chromium that keeps pages which were left';
  it('back-button: a page that comes out of the history asks anew', { skip: keepsNone }, async () => {
    await gallery.visit(
      'back-button',
      async (visited) => {
        const { page } = visited;
        await visited.calendar();
        await page.getByRole('link', { name: 'Weiter zu einer anderen Seite' }).click();
        await page.waitForURL('**/missing-script');
        const anew = page.waitForRequest(/\/api\/v1\/events/);
        // A page out of memory loads nothing: there is no navigation to wait for.
        await page.evaluate(() => setTimeout(() => history.back()));
        await anew;
        assert.equal(await page.evaluate(() => (globalThis as unknown as { kept?: boolean }).kept), true);
        await visited.monthWorks();
      },
      {
        expected: [/404/],
        async before({ page }) {
          await page.addInitScript(() => {
            addEventListener('pageshow', ({ persisted }) => {
              (globalThis as unknown as { kept: boolean }).kept = persisted;
            });
          });
        },
      },
    );
  });

  it('clock-elsewhere: days and hours stay those of Berlin, and so does today', async () => {
    // Half past eleven at night in Berlin; in Auckland it is half past nine on the next morning.
    const late = Date.parse('2026-06-15T21:30:00Z');
    await gallery.visit(
      'clock-elsewhere',
      async (visited) => {
        const { page } = visited;
        assert.equal(await page.evaluate(() => new Date().getDate()), 16);
        const calendar = await visited.calendar();
        assert.equal(await calendar.standing.getAttribute('data-day'), '2026-06-15');
        const event = calendar.day('2026-06-18').getByRole('button', { name: 'Abläufe malen' });
        assert.match(await event.innerText(), /13:00/);
        await event.click();
        await calendar.inDialog.getByText('Do., 18. Juni 2026, 13:00–16:00 Uhr', { exact: true }).waitFor();
      },
      { timezoneId: 'Pacific/Auckland', now: late },
    );
  });
});
