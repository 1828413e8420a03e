import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { axeFindings } from './support/axe.ts';
import { launch, openReader } from './support/browser.ts';
import { startDemoHub, type DemoHub } from './support/demo-hub.ts';
import { NOW } from './support/now.ts';

describe('the feed check of the demo', () => {
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

  it('tells by keyboard what a feed is, asks for an address where none is, and breaks no rule of the site', async () => {
    const { page, watch, context } = await openReader(browser, { now: NOW, viewport: { width: 320, height: 900 } });
    await page.goto(`${hub.origin}/feed-pruefen`);
    const field = page.getByRole('textbox', { name: 'Adresse des Feeds oder der Website' });
    await field.press('Enter');
    await page.getByText('Fügen Sie eine Adresse ein.', { exact: true }).waitFor();
    await page.getByRole('checkbox').uncheck();
    await field.fill('/feed.xml');
    await field.press('Enter');
    await page.getByRole('heading', { name: /Beitr/ }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'check-title');
    await page.getByText('RSS 2.0', { exact: true }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual([...watch.errors, ...watch.violations, ...watch.foreign(hub.origin)], []);
    await context.close();
  });
});
