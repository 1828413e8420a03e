import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch, openReader } from './support/browser.ts';
import { CalendarOnPage } from './support/calendar.ts';
import { hostPage, LINK, scriptTag } from './support/host-page.ts';
import { startSite, type HostSite } from './support/host-site.ts';

const folder = fileURLToPath(new URL('../../../shared/fixtures/radicale/', import.meta.url));
const skip = existsSync(folder) ? false : 'the recorded answers beside the repository (../shared/fixtures) are absent';
const files = skip ? [] : readdirSync(folder).sort();

/** What a file shows, month by month; files that are no calendars are explained instead. */
const EVENTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'collection.ics': {
    '2026-11-01': ['Montagstreff', 'Montagstreff (verlegt)'],
    '2026-12-01': ['Einzeltermin, mit Komma', 'Ganztägig Weihnachten', 'Montagstreff'],
  },
  'single.ics': { '2026-12-01': ['Einzeltermin, mit Komma'] },
  'report-calendar-query.xml': { '2026-11-01': ['Montagstreff', 'Montagstreff (verlegt)'] },
};

describe('the recorded answers of a Radicale server', { skip }, () => {
  let site: HostSite;
  let browser: Browser;
  before(async () => {
    site = await startSite();
    browser = await launch();
    for (const file of files) {
      const type = file.endsWith('.ics') ? 'text/calendar; charset=utf-8' : 'text/xml; charset=utf-8';
      site.put(`/${file}`, { headers: { 'content-type': type }, body: readFileSync(folder + file) });
    }
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const visit = async (file: string) => {
    const { page, watch, context } = await openReader(browser);
    const body = `<vr-event-calendar src="icalendar+/${file}" date="2026-11-15">${LINK}</vr-event-calendar>`;
    await page.goto(site.put('/seite', hostPage({ head: scriptTag('autoload.js'), body })));
    return { page, watch, context, calendar: new CalendarOnPage(page) };
  };

  for (const file of files) {
    const months = EVENTS[file];
    it(`${file}: ${months ? 'its events stand in their months' : 'is no calendar, and that is said'}`, async () => {
      const { page, calendar, watch, context } = await visit(file);
      for (const [date, titles] of Object.entries(months ?? {})) {
        await page.locator('vr-event-calendar').evaluate((element, value) => element.setAttribute('date', value), date);
        await calendar.root.getByRole('heading', { name: /2026/, level: 2 }).waitFor();
        for (const title of titles) await calendar.event(title).waitFor();
      }
      if (!months) {
        await calendar.root.getByText('Diese Inhalte lassen sich nicht lesen.').waitFor();
        assert.match(await calendar.explanation(), /nicht in dem Format, das erwartet wird/);
      } else {
        assert.equal(await calendar.status.count(), 0, 'nothing to complain about');
      }
      assert.deepEqual(watch.errors, []);
      await context.close();
    });
  }
});
