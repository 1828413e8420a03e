import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Diagnosis, Finding } from '../../src/doctor/doctor.ts';
import { axeFindings } from './support/axe.ts';
import { readBuilt } from './support/built.ts';
import { launch, openReader } from './support/browser.ts';
import { CALENDAR, DECEMBER } from './support/calendars.ts';
import { BUILDS, hostPage, LINK, scriptTag, TAG, type HostPage } from './support/host-page.ts';
import { startSite, type HostSite } from './support/host-site.ts';
import { selfSigned } from './support/self-signed.ts';

const STRICT =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
const DOCTOR = /\/(doctor|chunks\/(doctor|diagnose|panel)-[^/]*)\.js$/;

describe('the doctor on a page', () => {
  let site: HostSite;
  /** Another server that allows nobody to read what it has. */
  let other: HostSite;
  let browser: Browser;
  before(async () => {
    [site, other, browser] = await Promise.all([startSite(), startSite(), launch()]);
    site.put('/kalender.ics', { body: CALENDAR });
    other.put('/kalender.ics', { body: CALENDAR });
  });
  after(async () => {
    await browser?.close();
    await Promise.all([site?.close(), other?.close()]);
  });

  const visit = async (page: HostPage, query = '') => {
    const reader = await openReader(browser, { now: DECEMBER });
    await reader.page.goto(site.put('/seite', hostPage(page)) + query);
    return reader;
  };
  const diagnose = (page: Page): Promise<Diagnosis> =>
    page.evaluate(() => (globalThis as unknown as { VR: { diagnose(): Promise<Diagnosis> } }).VR.diagnose());
  const finding = ({ findings }: Diagnosis, code: string): Finding => {
    const found = findings.find((each) => each.code === code);
    assert.ok(found, `${code} is among ${findings.map((each) => each.code).join()}`);
    return found;
  };
  const panelOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Bausteine auf dieser Seite' });
  const tagFrom = (src: string): string =>
    `<vr-event-calendar src="${src}" loading="eager">${LINK}</vr-event-calendar>`;

  for (const build of BUILDS) {
    it(`costs a reader nothing, and comes by VR.diagnose() with ${build}`, async () => {
      assert.doesNotMatch(readBuilt().get(build)!.toString(), /Notabschaltung/, 'its words are in no other file');
      const { page, watch, context } = await visit({ head: scriptTag(build), body: TAG, policy: STRICT });
      await page.getByRole('grid').waitFor();
      await page.waitForLoadState('networkidle');
      assert.deepEqual(
        watch.requests.filter((url) => DOCTOR.test(new URL(url).pathname)),
        [],
      );
      const diagnosis = await diagnose(page);
      assert.match(finding(diagnosis, 'library').cause, new RegExp(build.replace('.', '\\.')));
      assert.match(finding(diagnosis, 'source-found').cause, /2 Termine, der nächste am Di\., 8\. Dezember 2026/);
      assert.equal(diagnosis.findings.filter(({ severity }) => severity === 'fault').length, 0, diagnosis.text);
      assert.ok(watch.requests.some((url) => DOCTOR.test(new URL(url).pathname)));
      assert.equal(await panelOf(page).count(), 0);
      assert.deepEqual(watch.violations, []);
      await context.close();
    });

    it(`opens its panel by the page's address under the strictest policy, with ${build}`, async () => {
      const { page, watch, context } = await visit(
        { head: scriptTag(build), body: `<main>${TAG}</main>`, policy: `${STRICT}; trusted-types lit-html vr` },
        '?ansicht=1&vr-doctor',
      );
      await panelOf(page).getByText('Keine Fehler').waitFor();
      // The page around it has its own faults.
      assert.deepEqual(
        (await axeFindings(page)).filter((text) => text.includes('data-vr-doctor')),
        [],
      );
      assert.deepEqual(watch.violations, []);
      assert.deepEqual(watch.errors, []);
      assert.deepEqual(watch.foreign(site.origin), []);
      await page.keyboard.press('Escape');
      await panelOf(page).waitFor({ state: 'detached' });
      await context.close();
    });

    it(`speaks where ${build} cannot start: under Trusted Types without a name, on a broken platform, switched off`, async () => {
      for (const [page, code, line] of [
        [{ head: scriptTag(build), body: TAG, policy: `${STRICT}; trusted-types 'none'` }, 'trusted-types', true],
        [
          {
            head: `<script>CustomEvent = function () { throw new Error('replaced') }; MooTools = { version: '1.4.5' }</script>${scriptTag(build)}`,
            body: TAG,
          },
          'platform',
          false,
        ],
        [{ head: scriptTag(build, 'data-vr-disabled'), body: TAG }, 'switched-off', false],
      ] as const) {
        const { page: shown, context } = await visit(page, '?vr-doctor');
        const words = {
          'trusted-types': /Trusted-Types/,
          platform: /MooTools 1\.4\.5/,
          'switched-off': /Notabschaltung/,
        };
        await panelOf(shown).getByText(words[code]).first().waitFor();
        if (line) await panelOf(shown).getByText('trusted-types lit-html vr', { exact: true }).waitFor();
        await context.close();
      }
    });
  }

  it('names the directive with its whole line where the policy forbids a source', async () => {
    const { page, context } = await visit({
      head: scriptTag('autoload.js'),
      body: tagFrom(`${other.origin}/kalender.ics`),
      policy: STRICT,
    });
    assert.equal(finding(await diagnose(page), 'source-csp').copy, `connect-src 'self' ${other.origin}`);
    await context.close();
  });

  it('names the header with the origin of the page where a server lets nobody read', async () => {
    const { page, context } = await visit({
      head: scriptTag('autoload.js'),
      body: tagFrom(`${other.origin}/kalender.ics`),
    });
    assert.equal(finding(await diagnose(page), 'source-cors').copy, `Access-Control-Allow-Origin: ${site.origin}`);
    await context.close();
  });

  it('names the address with https where the page may not ask by http', async () => {
    const secure = await startSite({ tls: selfSigned() });
    const reader = await openReader(browser, { now: DECEMBER, ignoreHTTPSErrors: true });
    const body = tagFrom('http://kalender.auental.example/termine.ics');
    await reader.page.goto(secure.put('/seite', hostPage({ head: scriptTag('autoload.js'), body })));
    await reader.page.waitForFunction(() => 'VR' in globalThis);
    const diagnosis = await diagnose(reader.page);
    assert.equal(finding(diagnosis, 'source-mixed-content').copy, 'https://kalender.auental.example/termine.ics');
    await reader.context.close();
    await secure.close();
  });

  it('sees a script that is on the page twice, and what each rung has become', async () => {
    const { page, context } = await visit({
      head: scriptTag('autoload.js') + scriptTag('bausteine.js'),
      body: `${TAG}<div class="vr-mount" data-vr-widget="event-calendar" data-vr-src="/kalender.ics">${LINK}</div>
        <p><a class="vr-embed" data-vr-widget="event-calendar" href="/kalender.ics">Termine</a></p>`,
    });
    await page.locator('vr-event-calendar').nth(2).waitFor();
    const diagnosis = await diagnose(page);
    assert.deepEqual(
      diagnosis.widgets.map(({ rung }) => rung),
      ['tag', 'mount', 'link'],
    );
    assert.match(finding(diagnosis, 'copies').cause, /autoload\.js.*bausteine\.js/);
    await context.close();
  });
});
