import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { allArrive, allTags, FILES, putFiles, WIDGETS } from './support/all-widgets.ts';
import { axeFindings } from './support/axe.ts';
import { launch, openReader } from './support/browser.ts';
import { DECEMBER } from './support/calendars.ts';
import { BUILDS, hostPage, scriptTag } from './support/host-page.ts';
import { startSite, type HostSite } from './support/host-site.ts';

const FRAME = '<iframe class="vr-frame" title="Termine im Rahmen" src="/embed/event-calendar?view=agenda"></iframe>';
/** Room that a page keeps for widgets, and gives back where they are switched off. */
const ROOM = `<style>vr-event-calendar { display: block; min-height: 700px }
html:has(script[data-vr-disabled]) vr-event-calendar { min-height: 0 }</style>`;

/** Every widget by every rung that an editor may have pasted. */
const BODY = [
  '<h2>Tags</h2>',
  allTags((tag) => `src="${FILES[tag]}"`),
  '<h2>Platzhalter</h2>',
  ...WIDGETS.map(
    ({ tag, link, href }) =>
      `<div class="vr-mount" data-vr-widget="${tag.slice(3)}" data-vr-src="${FILES[tag]}"><a href="${href}?div">${link}</a></div>`,
  ),
  '<h2>Links</h2>',
  ...WIDGETS.map(
    ({ tag, link }) => `<p><a class="vr-embed" data-vr-widget="${tag.slice(3)}" href="${FILES[tag]}">${link}</a></p>`,
  ),
  ...WIDGETS.map(({ tag, link }) => `<p><a href="/embed/${tag.slice(3)}?view=list">${link}</a></p>`),
  `<vr-backend src="/kalender.ics"><p><a href="/termine?innen">Termine ringsum</a></p></vr-backend>`,
  '<h2>Rahmen</h2>',
].join('');
/** Links by name on a page where nothing runs: four rungs of each widget. */
const RUNGS = 4;

describe('the emergency stop', () => {
  let site: HostSite;
  let browser: Browser;
  before(async () => {
    site = await startSite();
    browser = await launch();
    putFiles(site);
    site.put('/embed/event-calendar', { headers: { 'content-type': 'text/html' }, body: '<title>Termine</title>' });
    site.put('/aus/autoload.js', { body: '' });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const visit = async (head: string, body = BODY) => {
    const reader = await openReader(browser, { now: DECEMBER });
    await reader.page.goto(site.put('/seite', hostPage({ head: ROOM + head, body: `<main>${body}</main>` })), {
      waitUntil: 'networkidle',
    });
    return reader;
  };
  type Visit = Awaited<ReturnType<typeof visit>>;

  const hasOnlyLinks = async ({ page, watch }: Visit): Promise<void> => {
    for (const { link } of WIDGETS) {
      const links = page.getByRole('link', { name: link, exact: true });
      assert.equal(await links.count(), RUNGS, link);
      for (const each of await links.all()) assert.ok(await each.isVisible(), link);
    }
    assert.ok(await page.getByRole('link', { name: 'Termine ringsum' }).isVisible());
    const tags = ['vr-backend', ...WIDGETS.map(({ tag }) => tag)];
    assert.deepEqual(
      await page.evaluate((names) => names.filter((name) => customElements.get(name)), tags),
      [],
      'nothing is registered',
    );
    assert.deepEqual(
      watch.requests.map((url) => new URL(url).pathname).filter((path) => Object.values<string>(FILES).includes(path)),
      [],
      'no source is asked',
    );
    assert.deepEqual(watch.errors, []);
    // That the test's own page has headings outside of its landmarks is not the question.
    const faults = await axeFindings(page);
    assert.deepEqual(
      faults.filter((text) => !text.startsWith('region:')),
      [],
    );
  };

  for (const build of BUILDS) {
    it(`turns every widget of the page into its link, by whatever rung it came, with ${build}`, async () => {
      const reader = await visit(
        `${scriptTag(build, 'data-vr-disabled data-vr-links="/embed/"')}<script defer src="/dist/frame.js"></script>`,
        BODY + FRAME,
      );
      const { page, context, watch } = reader;
      await page.getByRole('link', { name: 'Termine im Rahmen' }).waitFor();
      assert.equal(await page.locator('iframe').count(), 0);
      await hasOnlyLinks(reader);
      assert.deepEqual(watch.warnings, []);
      const height = await page
        .locator('vr-event-calendar')
        .first()
        .evaluate((element) => element.clientHeight);
      assert.ok(height < 100, `no empty room is left: ${height}`);
      await context.close();
    });
  }

  it('is off again where its value is false', async () => {
    const { page, context } = await visit(
      scriptTag('autoload.js', 'data-vr-disabled="false"'),
      allTags((tag) => `src="${FILES[tag]}" loading="eager"`),
    );
    await allArrive(page);
    // It is read when the page loads: what runs goes on, and a reload obeys.
    await page.evaluate(() => document.querySelector('script')!.setAttribute('data-vr-disabled', ''));
    await allArrive(page);
    await context.close();
  });

  it('can be pulled for a whole site by emptying the file, and a page without the script reads well', async () => {
    for (const head of ['', '<script type="module" src="/aus/autoload.js"></script>']) {
      const reader = await visit(head);
      await hasOnlyLinks(reader);
      await reader.context.close();
    }
  });
});
