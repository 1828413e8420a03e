import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from './support/axe.ts';
import { launch, openReader, type Opened } from './support/browser.ts';
import { CalendarOnPage } from './support/calendar.ts';
import { CALENDAR, DECEMBER } from './support/calendars.ts';
import type { DemoHub } from './support/demo-hub.ts';
import { hostPage } from './support/host-page.ts';
import { startSite, type HostSite } from './support/host-site.ts';
import { Keys } from './support/keys.ts';
import { useDemoHub } from './support/shared-hub.ts';

const OPEN = { 'access-control-allow-origin': '*' };

const snippetOn = (page: Page) => page.getByRole('textbox', { name: 'Schnipsel', exact: true });
const address = (page: Page) => page.getByRole('textbox', { name: 'Adresse der Daten' });

/** No part of the page is wider than the page. */
async function assertNothingBeside(page: Page): Promise<void> {
  const [content, view] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.equal(content, view, 'no scrolling sideways');
}

describe('the embed builder', () => {
  let hub: DemoHub;
  let site: HostSite;
  let browser: Browser;
  let reader: Opened;
  before(async () => {
    hub = await useDemoHub();
    site = await startSite();
    site.put('/offen.ics', { body: CALENDAR, headers: OPEN });
    site.put('/zu.ics', { body: CALENDAR });
    site.put('/termine', { body: '<!doctype html><title>Termine</title><p>Unsere Termine', headers: OPEN });
    browser = await launch();
    reader = await openReader(browser, { now: DECEMBER });
    await reader.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await reader.page.addInitScript(() => {
      const counted = { keys: 0, tabs: 0 };
      Object.assign(globalThis, { counted });
      addEventListener('keydown', ({ key }) => {
        counted.keys += 1;
        if (key === 'Tab') counted.tabs += 1;
      });
    });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await hub?.close();
  });

  it('leads by keyboard from the empty page to a snippet for TYPO3 that shows events on another website', async (t) => {
    const { page, watch } = reader;
    const keys = new Keys(page);
    await page.goto(`${hub.origin}/einbetten`);
    assert.equal(await page.getByRole('heading', { name: 'Woher kommen die Daten?' }).isVisible(), false);
    assert.deepEqual(await axeFindings(page), []);

    await keys.push(page.getByRole('link', { name: 'Zum Inhalt' }));
    await keys.check(page.getByRole('radio', { name: 'Kalender', exact: true }));
    await keys.to(address(page));
    // As from the clipboard, at once.
    await page.keyboard.insertText(`${site.origin}/offen.ics`);
    await page.getByText('Die Quelle antwortet: 2 Termine, der nächste am Di., 8. Dezember 2026.').waitFor();
    await keys.push(page.getByRole('link', { name: 'Weiter zum Einbauen' }));
    await keys.to(page.getByLabel('System', { exact: true }));
    await page.keyboard.type('TY');
    await keys.push(page.getByRole('button', { name: 'Schnipsel: Schnipsel kopieren' }));
    await page.getByText('Kopiert.', { exact: true }).waitFor();
    const { keys: presses, tabs } = await page.evaluate(
      () => (globalThis as unknown as { counted: { keys: number; tabs: number } }).counted,
    );
    t.diagnostic(`${presses} keys, of which ${tabs} Tab; the address is pasted`);
    assert.ok(tabs <= 20, `${tabs} presses of Tab`);

    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await snippetOn(page).inputValue());
    assert.match(copied, /^<div class="vr-mount" data-vr-widget="event-calendar" /);
    const once = await page.getByRole('textbox', { name: /^Einmal je Website/ }).inputValue();
    const [, script] = /bausteine = (\S+)/.exec(once) ?? [];
    const [, integrity] = /integrity = (\S+)/.exec(once) ?? [];
    assert.ok(script && integrity, once);
    const it = await page.getByRole('textbox', { name: 'Was die IT freigeben muss' }).inputValue();
    const directives = ['script-src', 'connect-src', 'img-src'].map(
      (name) => new RegExp(`^ {2}${name} .*$`, 'm').exec(it)?.[0].trim() ?? assert.fail(`${name} is missing in ${it}`),
    );
    assert.deepEqual(watch.violations, []);
    assert.deepEqual(
      watch.foreign(hub.origin).filter((url) => new URL(url).origin !== site.origin),
      [],
    );

    // What the builder has written, and nothing else, under the policy that it asks IT for.
    const other = await startSite();
    try {
      const host = await openReader(browser, { now: DECEMBER });
      await host.page.goto(
        other.put(
          '/seite',
          hostPage({
            head: `<script defer src="${script}" integrity="${integrity}" crossorigin="anonymous"></script>`,
            body: copied,
            policy: ["default-src 'none'", ...directives, "require-trusted-types-for 'script'"].join('; '),
          }),
        ),
      );
      const calendar = new CalendarOnPage(host.page);
      await calendar.event('Mittagsgespräch Fehlerkultur').waitFor();
      assert.deepEqual([...host.watch.errors, ...host.watch.violations], []);
      assert.deepEqual(host.watch.foreign(other.origin, hub.origin, site.origin), []);
      await host.context.close();
    } finally {
      await other.close();
    }
  });

  it('says why an address does not work, and what cures it', async () => {
    const { page } = reader;
    await page.goto(`${hub.origin}/einbetten?widget=event-calendar&system=sharepoint&site=www.auental.example`);
    await address(page).fill(`${site.origin}/zu.ics`);
    await page.getByText('erlaubt der Seite https://www.auental.example aber nicht, die Antwort zu lesen').waitFor();
    assert.equal(
      await page.getByRole('textbox', { name: 'Zeile zum Weitergeben' }).inputValue(),
      'Access-Control-Allow-Origin: https://www.auental.example',
    );
    assert.equal(await address(page).getAttribute('aria-invalid'), 'true');
    assert.deepEqual(await axeFindings(page), []);
    await address(page).fill(`${site.origin}/termine`);
    await page.getByLabel('Art der Quelle').selectOption('icalendar');
    await page.getByText('Unter der Adresse liegt eine Webseite, nicht die Daten selbst.').waitFor();
    await address(page).fill('unsere termine');
    await page.getByText('Das ist keine Adresse.').waitFor();
    assert.equal(await snippetOn(page).isVisible(), false);
    await page.getByLabel('Art der Quelle').selectOption('');
    await address(page).fill(hub.origin);
    await page.getByText(/^Gefunden: Die Quelle antwortet: .* Termine/).waitFor();
    assert.match(await snippetOn(page).inputValue(), /^<iframe src="[^"]+\/embed\/event-calendar"/, 'it is a network');
    await page.getByRole('button', { name: 'Beispieldaten dieses Netzwerks nehmen' }).click();
    await page.getByText(/^Gefunden: Die Quelle antwortet: .* Termine/).waitFor();
    assert.equal(await address(page).inputValue(), `${hub.origin}/`);
  });

  it('keeps everything in its address: who reloads, goes back or gets the link sees the same', async () => {
    const { page } = reader;
    const query = new URLSearchParams({
      widget: 'event-calendar',
      src: `${site.origin}/offen.ics`,
      system: 'wordpress',
    });
    await page.goto(`${hub.origin}/einbetten?${query}`);
    await page.getByRole('radio', { name: 'Liste', exact: true }).check();
    await page.getByRole('radio', { name: /^Ja, meine Rolle/ }).check();
    await page.getByText('Weitere Einstellungen').click();
    await page.getByRole('group', { name: 'Auf dem Gerät merken' }).getByRole('radio', { name: 'Nichts' }).waitFor();
    await page.getByRole('radio', { name: 'Bis der Tab geschlossen wird' }).check();
    await page.getByText('Farben Ihrer Website').click();
    await page.getByLabel('Akzentfarbe').fill('#77aaff');
    await page.getByText(/Die Akzentfarbe ist auf diesem Hintergrund schwer zu lesen/).waitFor();
    const snippet = await snippetOn(page).inputValue();
    assert.match(snippet, /^<vr-event-calendar src="[^"]+" view="agenda" storage="session"><a href="[^"]+">/);
    const shared = page.url();

    await page.reload();
    await snippetOn(page).waitFor();
    assert.ok(await page.getByRole('radio', { name: 'Liste', exact: true }).isChecked());
    assert.ok(await page.getByRole('radio', { name: 'Bis der Tab geschlossen wird' }).isChecked());
    assert.equal(await page.getByLabel('Akzentfarbe').inputValue(), '#77aaff');
    assert.equal(await snippetOn(page).inputValue(), snippet);
    await page.goto(`${hub.origin}/feed-pruefen`);
    await page.goBack();
    await snippetOn(page).waitFor();
    assert.deepEqual([await snippetOn(page).inputValue(), page.url()], [snippet, shared]);
    assert.equal(await page.getByRole('textbox', { name: 'Diese Einstellung weitergeben' }).inputValue(), shared);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
      0,
      0,
      '',
    ]);
  });

  it('shows what readers will see at the width of a phone and in the colours of the page, and stays in order itself', async () => {
    const { page, watch } = reader;
    const query = new URLSearchParams({
      widget: 'event-calendar',
      src: `${site.origin}/offen.ics`,
      'set.view': 'agenda',
      system: 'wordpress',
    });
    await page.goto(`${hub.origin}/einbetten?${query}`);
    await page.getByText('Farben Ihrer Website').click();
    const preview = page.frameLocator('.preview-frame');
    const frame = page.locator('.preview-frame');
    await frame.scrollIntoViewIfNeeded();
    await preview.getByRole('button', { name: 'Mittagsgespräch Fehlerkultur' }).first().waitFor();
    await page.getByRole('radio', { name: 'Telefon' }).check();
    await page.waitForFunction(() => document.querySelector('.preview-frame')?.clientWidth === 318);
    await page.getByLabel('Gestaltung').selectOption('Dunkle Seite');
    await preview.locator('html[style*="rgb(20, 25, 29)"]').waitFor({ state: 'attached' });
    await preview.getByRole('button', { name: 'Mittagsgespräch Fehlerkultur' }).first().waitFor();

    // Light at full width is looked at above.
    for (const [width, colorScheme] of [
      [1280, 'dark'],
      [320, 'dark'],
      [320, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axeFindings(page), [], `${width} ${colorScheme}`);
      await assertNothingBeside(page);
    }
    assert.deepEqual(watch.violations, []);
  });
});
