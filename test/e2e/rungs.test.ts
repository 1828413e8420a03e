import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch, openReader } from './support/browser.ts';
import { CalendarOnPage } from './support/calendar.ts';
import { CALENDAR, DECEMBER, DOCUMENT } from './support/calendars.ts';
import { BUILDS, hostPage, LINK, scriptTag, TAG, type Build, type HostPage } from './support/host-page.ts';
import { startSite, type HostSite } from './support/host-site.ts';

/** What an editor may paste, by what their system lets through. `links` stands on the script tag. */
const RUNGS: readonly { readonly name: string; readonly body: string; readonly links?: string }[] = [
  { name: 'a tag', body: TAG },
  {
    name: 'a tag in a vr-backend',
    body: `<vr-backend src="/kalender.ics"><vr-event-calendar>${LINK}</vr-event-calendar></vr-backend>`,
  },
  { name: 'a tag fed by JSON', body: `<vr-event-calendar src="/kalender.json">${LINK}</vr-event-calendar>` },
  {
    name: 'a div',
    body: `<div class="vr-mount" data-vr-widget="event-calendar" data-vr-src="/kalender.ics">${LINK}</div>`,
  },
  {
    name: 'a link with a class',
    body: '<p><a class="vr-embed" data-vr-widget="event-calendar" href="/kalender.ics">Termine als Datei</a></p>',
  },
  { name: 'a bare link', body: `<p>${LINK}</p>`, links: 'data-vr-links="/"' },
];

describe('a page with the library', () => {
  let site: HostSite;
  let browser: Browser;
  before(async () => {
    site = await startSite();
    browser = await launch();
    site.put('/kalender.ics', { body: CALENDAR });
    site.put('/kalender.json', { body: DOCUMENT });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const visit = async (page: HostPage) => {
    const reader = await openReader(browser, { now: DECEMBER });
    await reader.page.goto(site.put('/seite', hostPage(page)));
    return { ...reader, calendar: new CalendarOnPage(reader.page) };
  };
  const isBehindVisible = (page: Page): Promise<boolean> => page.locator('#behind').isVisible();

  for (const build of BUILDS) {
    for (const { name, body, links } of RUNGS) {
      it(`shows events by ${build} where the editor pasted ${name}`, async () => {
        const { page, calendar, watch, context } = await visit({ head: scriptTag(build, links), body });
        await calendar.event('Mittagsgespräch Fehlerkultur').waitFor();
        await calendar.event('Werkstattabend Bürgerbüro').waitFor();
        assert.equal(await page.locator('vr-event-calendar').count(), 1);
        assert.equal(await page.getByText('Termine als Datei').isVisible(), false, 'the link has done its work');
        assert.ok(await isBehindVisible(page));
        await calendar.event('Mittagsgespräch Fehlerkultur').click();
        await calendar.inDialog.getByText('Di., 8. Dezember 2026, 12:00–13:00 Uhr').waitFor();
        await page.keyboard.press('Escape');
        await calendar.button('Liste').click();
        await calendar.titles.nth(1).waitFor();
        await calendar.root.getByLabel('Suche').fill('buerger');
        await calendar.event('Mittagsgespräch').waitFor({ state: 'detached' });
        assert.deepEqual(watch.errors, []);
        assert.deepEqual(watch.warnings, []);
        assert.deepEqual(watch.foreign(site.origin), []);
        await context.close();
      });
    }

    it(`leaves the links of ${build}'s page alone that stand in running text or in a menu`, async () => {
      const { page, calendar, context } = await visit({
        head: scriptTag(build, 'data-vr-links="/"'),
        body: `<p>${LINK}</p><p id="text">Alles steht auch ${LINK} bereit.</p><nav>${LINK}</nav>`,
      });
      await calendar.event('Mittagsgespräch').waitFor();
      assert.equal(await page.locator('vr-event-calendar').count(), 1);
      assert.equal(await page.getByRole('link', { name: 'Termine als Datei' }).count(), 2);
      await context.close();
    });

    it(`starts by ${build} what is added later, once each`, async () => {
      const { page, context } = await visit({ head: scriptTag(build), body: '<div id="place"></div>' });
      await page.waitForFunction(() => 'VR' in globalThis);
      await page.evaluate((text) => {
        const place = document.querySelector('#place')!;
        place.insertAdjacentHTML('beforeend', text);
        (globalThis as unknown as { VR: { scan(): void } }).VR.scan();
      }, `${TAG}<div class="vr-mount" data-vr-widget="event-calendar" data-vr-src="/kalender.ics">${LINK}</div>`);
      for (const index of [0, 1]) {
        const widget = page.locator('vr-event-calendar').nth(index);
        await new CalendarOnPage(page, widget).event('Mittagsgespräch').waitFor();
      }
      assert.equal(await page.locator('vr-event-calendar').count(), 2);
      await context.close();
    });

    it(`names by ${build} a tag that does not exist and what there is`, async () => {
      const { page, watch, context } = await visit({
        head: scriptTag(build),
        body: `<vr-event-calender src="/kalender.ics">${LINK}</vr-event-calender>`,
      });
      await page.waitForFunction(() => 'VR' in globalThis);
      assert.ok(await page.getByRole('link', { name: 'Termine als Datei' }).isVisible());
      assert.equal(watch.warnings.length, 1);
      assert.match(watch.warnings[0] ?? '', /VR003.*<vr-event-calender>.*vr-event-calendar/);
      await context.close();
    });

    it(`keeps the rest of the page visible where a tag was closed by "/>", with ${build}`, async () => {
      const { page, calendar, watch, context } = await visit({
        head: scriptTag(build),
        body: '<vr-event-calendar src="/kalender.ics"/><h2>Kontakt</h2><p>Frau Beispiel, Zimmer 4</p>',
      });
      await calendar.event('Mittagsgespräch').waitFor();
      assert.ok(await page.getByText('Frau Beispiel, Zimmer 4').isVisible());
      assert.ok(await isBehindVisible(page));
      assert.match(watch.warnings.join(), /VR010/);
      await context.close();
    });

    it(`comes to life when ${build} comes late, and speaks English on an English page`, async () => {
      const { page, calendar, context } = await visit({ body: TAG, lang: 'en' });
      assert.ok(await page.getByRole('link', { name: 'Termine als Datei' }).isVisible());
      await (build === 'autoload.js'
        ? page.addScriptTag({ url: '/dist/autoload.js', type: 'module' })
        : page.addScriptTag({ url: '/dist/bausteine.js' }));
      await calendar.event('Mittagsgespräch').waitFor();
      await calendar.root.getByRole('heading', { name: 'December 2026' }).waitFor();
      await context.close();
    });

    it(`is the same with ${build} twice on the page`, async () => {
      const { page, calendar, watch, context } = await visit({
        head: scriptTag(build) + scriptTag(build).replace('.js"', '.js?again"'),
        body: `${TAG}<div class="vr-mount" data-vr-widget="event-calendar" data-vr-src="/kalender.ics">${LINK}</div>`,
      });
      await calendar.event('Mittagsgespräch').waitFor();
      await new CalendarOnPage(page, page.locator('vr-event-calendar').nth(1)).event('Mittagsgespräch').waitFor();
      assert.equal(await page.locator('vr-event-calendar').count(), 2);
      assert.deepEqual(watch.errors, []);
      await context.close();
    });
  }

  for (const order of [BUILDS, BUILDS.toReversed()] as readonly (readonly Build[])[]) {
    it(`lives with two copies, ${order.join(' before ')}`, async () => {
      const { page, calendar, watch, context } = await visit({
        head: order.map((build) => scriptTag(build)).join(''),
        body: `${TAG}<vr-backend src="/kalender.json"><vr-event-calendar view="agenda">${LINK}</vr-event-calendar></vr-backend>`,
      });
      await calendar.event('Mittagsgespräch').waitFor();
      const list = new CalendarOnPage(page, page.locator('vr-event-calendar').nth(1));
      await list.event('Mittagsgespräch').waitFor();
      await calendar.event('Mittagsgespräch').click();
      await calendar.inDialog.getByRole('button', { name: 'In den Kalender' }).waitFor();
      assert.deepEqual(watch.errors, []);
      assert.ok(
        watch.warnings.every((text) => text.includes('VR002')),
        watch.warnings.join('\n'),
      );
      await context.close();
    });
  }

  it("shows the editor's link where the script does not arrive", async () => {
    const { page, context } = await visit({
      head: '<script type="module" src="/weg/autoload.js"></script><script defer src="/weg/bausteine.js"></script>',
      body: TAG,
    });
    await page.waitForLoadState('load');
    assert.ok(await page.getByRole('link', { name: 'Termine als Datei' }).isVisible());
    assert.ok(await isBehindVisible(page));
    await context.close();
  });

  it('keeps the link and tells where a chunk of the modules does not arrive', async () => {
    const { page, watch, context } = await visit({ body: TAG });
    await page.route('**/chunks/**', (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: '' }));
    await page.route('**/elements/**', (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: '' }));
    await page.addScriptTag({ url: '/dist/autoload.js', type: 'module' }).catch(() => undefined);
    assert.ok(await page.getByRole('link', { name: 'Termine als Datei' }).isVisible());
    assert.ok(await isBehindVisible(page));
    assert.ok(watch.errors.length > 0, 'the browser names the missing file');
    await context.close();
  });

  it('takes the source for all widgets from the script tag', async () => {
    for (const build of BUILDS) {
      const { calendar, context } = await visit({
        head: scriptTag(build, 'data-vr-src="/kalender.ics"'),
        body: `<vr-event-calendar>${LINK}</vr-event-calendar>`,
      });
      await calendar.event('Mittagsgespräch').waitFor();
      await context.close();
    }
  });
});
