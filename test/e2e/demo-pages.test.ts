import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from './support/axe.ts';
import { launch, openReader, type OpenOptions } from './support/browser.ts';
import { CalendarOnPage } from './support/calendar.ts';
import { startDemoHub, type DemoHub } from './support/demo-hub.ts';
import { NOW } from './support/now.ts';

const WIDTHS = [1280, 768, 320];
const LOOKS: readonly (readonly [string, OpenOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
];

describe('the pages of the demo', () => {
  let hub: DemoHub;
  let browser: Browser;

  before(async () => {
    hub = await startDemoHub();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await hub?.close();
  });

  const visit = async (path: string, options: OpenOptions, before?: (page: Page) => Promise<void>) => {
    const reader = await openReader(browser, { now: NOW, ...options });
    await before?.(reader.page);
    await reader.page.goto(hub.origin + path);
    for (const widget of await reader.page.locator('vr-event-calendar').all()) {
      await widget.scrollIntoViewIfNeeded();
      await new CalendarOnPage(reader.page, widget).ready();
    }
    return reader;
  };

  for (const path of ['/', '/artikel']) {
    for (const width of WIDTHS) {
      it(`${path} at ${width} px: all its own, no error, nothing blocked, nothing beside the page`, async () => {
        const { page, watch, context } = await visit(path, { viewport: { width, height: 900 } });
        await page.locator('vr-event-calendar').first().getByRole('button').first().waitFor();
        assert.deepEqual(watch.foreign(hub.origin), []);
        assert.deepEqual(watch.errors, []);
        assert.deepEqual(watch.warnings, []);
        assert.deepEqual(watch.violations, []);
        const [content, view] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        assert.equal(content, view, 'no scrolling sideways');
        await context.close();
      });
    }

    for (const [look, options] of LOOKS) {
      it(`${path} in ${look}: axe finds nothing, wide and narrow`, async () => {
        const { page, context } = await visit(path, options);
        assert.deepEqual(await axeFindings(page), []);
        await page.setViewportSize({ width: 320, height: 900 });
        await page
          .locator('vr-event-calendar')
          .first()
          .getByRole('grid')
          .or(page.locator('vr-event-agenda'))
          .first()
          .waitFor();
        assert.deepEqual(await axeFindings(page), []);
        await context.close();
      });
    }
  }

  // These two stand on the same ground as the start page: each width in another look.
  for (const [path, content, limit] of [
    ['/termine', 'Runde der Patinnen', 0.02],
    // Its heading becomes the name of the camp, on a phone in three lines, once the camp is there.
    ['/camp', 'Was uns der Posteingang erzählt', 0.05],
  ] as const) {
    for (const [place, width] of WIDTHS.entries()) {
      const [look, options] = LOOKS[place]!;
      it(`${path} at ${width} px in ${look}: all its own, nothing blocked, beside the page or moving, axe finds nothing`, async () => {
        const { page, watch, context } = await visit(
          path,
          { viewport: { width, height: 900 }, ...options },
          watchShifts,
        );
        await page.locator('vr-event-calendar').getByText(content).first().waitFor();
        assert.deepEqual(watch.foreign(hub.origin), []);
        assert.deepEqual([...watch.errors, ...watch.warnings, ...watch.violations], []);
        assert.ok(
          await page.evaluate(() => document.documentElement.scrollWidth === document.documentElement.clientWidth),
          'no scrolling sideways',
        );
        const shifts = await shiftsOn(page);
        assert.ok(sumOf(shifts) < limit, `layout shift ${sumOf(shifts).toFixed(3)}: ${JSON.stringify(shifts)}`);
        assert.deepEqual(await axeFindings(page), []);
        await context.close();
      });
    }
  }

  for (const [place, width] of WIDTHS.entries()) {
    const [look, options] = LOOKS[place]!;
    it(`/menschen at ${width} px in ${look}: all its own, nothing blocked, beside the page or moving, axe finds nothing`, async () => {
      const { page, watch, context } = await visit(
        '/menschen',
        { viewport: { width, height: 900 }, ...options },
        watchShifts,
      );
      const directory = page.locator('vr-peer-directory');
      await directory.getByRole('link', { name: 'Ayla Mutig' }).waitFor();
      await page.locator('vr-peer-profile').scrollIntoViewIfNeeded();
      await page.locator('vr-peer-profile').getByRole('button', { name: 'Einloggen' }).waitFor();
      assert.deepEqual(watch.foreign(hub.origin), []);
      assert.deepEqual([...watch.errors, ...watch.warnings, ...watch.violations], []);
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth === document.documentElement.clientWidth),
        'no scrolling sideways',
      );
      const shifts = await shiftsOn(page);
      assert.ok(sumOf(shifts) < 0.02, `layout shift ${sumOf(shifts).toFixed(3)}: ${JSON.stringify(shifts)}`);
      assert.deepEqual(await axeFindings(page), []);
      await directory.getByRole('link', { name: 'Ayla Mutig' }).click();
      await directory.getByRole('heading', { name: 'Ayla Mutig' }).waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await context.close();
    });
  }

  for (const [place, width] of WIDTHS.entries()) {
    const [look, options] = LOOKS[place]!;
    it(`/berichte at ${width} px in ${look}: all its own, nothing blocked, beside the page or moving, axe finds nothing`, async () => {
      const { page, watch, context } = await visit(
        '/berichte',
        { viewport: { width, height: 900 }, ...options },
        watchShifts,
      );
      const feed = page.locator('vr-blog-feed');
      await feed.getByRole('article').first().waitFor();
      const last = feed.getByRole('article').last();
      await last.scrollIntoViewIfNeeded();
      assert.deepEqual(watch.foreign(hub.origin), []);
      assert.deepEqual([...watch.errors, ...watch.warnings, ...watch.violations], []);
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth === document.documentElement.clientWidth),
        'no scrolling sideways',
      );
      const shifts = await shiftsOn(page);
      assert.ok(sumOf(shifts) < 0.02, `layout shift ${sumOf(shifts).toFixed(3)}: ${JSON.stringify(shifts)}`);
      assert.deepEqual(await axeFindings(page), []);
      await last.getByRole('heading').getByRole('link').click();
      await feed.getByRole('heading', { name: 'Stolpersteine' }).waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await context.close();
    });
  }

  it('/ with an open event, in light and dark: axe finds nothing', async () => {
    const { page, context } = await visit('/', {});
    const calendar = new CalendarOnPage(page);
    await calendar.event('Abläufe malen').click();
    await calendar.inDialog.getByRole('button', { name: 'In den Kalender' }).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axeFindings(page), []);
    }
    await context.close();
  });

  it('the magazine shows its events by a tag and by a mount', async () => {
    const { page, context } = await visit('/artikel', {});
    const [list, month] = await page.locator('vr-event-calendar').all();
    assert.ok(list && month);
    const meetups = new CalendarOnPage(page, list);
    await meetups.titles.nth(3).waitFor();
    const workshops = new CalendarOnPage(page, month);
    await workshops.event('Abläufe malen').waitFor();
    assert.ok(await month.evaluate((element) => element.parentElement?.matches('div.vr-mount')));
    assert.equal(await workshops.event('Lunch & Learn').count(), 0, 'workshops only');
    await context.close();
  });

  for (const width of WIDTHS) {
    it(`/ at ${width} px keeps its layout while the month arrives where its height was reserved`, async () => {
      const { page, context } = await visit('/', { viewport: { width, height: 900 } }, watchShifts);
      const shifts = await shiftsOn(page);
      assert.ok(sumOf(shifts) < 0.02, `layout shift ${sumOf(shifts).toFixed(3)}: ${JSON.stringify(shifts)}`);
      await context.close();
    });
  }
});

interface Shifted {
  readonly value: number;
  readonly what: readonly string[];
}

const shiftsOn = (page: Page): Promise<readonly Shifted[]> =>
  page.evaluate(() => (globalThis as unknown as { shifts: readonly Shifted[] }).shifts);

const sumOf = (shifts: readonly Shifted[]): number => shifts.reduce((total, { value }) => total + value, 0);

/** Collects layout shifts (Layout Instability API) with what moved. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    const shifts: { value: number; what: string[] }[] = [];
    (globalThis as unknown as { shifts: typeof shifts }).shifts = shifts;
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        shifts.push({
          value,
          // What stands in a widget is not told.
          what: sources.map(({ node }) =>
            node ? `${node.nodeName} ${(node as Element).className ?? ''}` : 'a widget',
          ),
        });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}
