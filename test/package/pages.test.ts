import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumArgs, ensureChromium } from '../../scripts/lib/browser.mjs';
import { servePages, type PageServer } from './support/page-server.ts';
import { dist } from './support/root.ts';

/** The strictest policy that a host may have (quality goals, Security): no style-src, and a list of policies. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html vr";

const events = [
  {
    uid: 'a@stadt.example',
    title: 'Sprechstunde Probe',
    start: '2026-03-12T13:00:00Z',
    end: '2026-03-12T14:00:00Z',
    allDay: false,
  },
];

/** A calendar large enough for the worker: many events in other years, one in the month that is shown. */
const bigCalendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//stadt.example//DE',
  ...Array.from({ length: 4000 }, (_, index) => [
    'BEGIN:VEVENT',
    `UID:${index}@stadt.example`,
    'DTSTART:20200312T130000Z',
    'DTEND:20200312T140000Z',
    'SUMMARY:Vergangenes Treffen der Arbeitsgruppe Formulare',
    'END:VEVENT',
  ]).flat(),
  'BEGIN:VEVENT',
  'UID:big@stadt.example',
  'DTSTART:20260312T130000Z',
  'DTEND:20260312T140000Z',
  'SUMMARY:Sprechstunde Probe',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const page = (script: string, src: string): string =>
  `<!doctype html><html lang="de"><title>Seite</title><body>
  <vr-event-calendar src="${src}" date="2026-03-01" loading="eager"><a href="/termine">Termine</a></vr-event-calendar>${script}`;

const integrity = JSON.parse(readFileSync(`${dist}integrity.json`, 'utf8')) as Record<string, string>;
const withIntegrity = (path: string): string => `integrity="${integrity[path]}" crossorigin="anonymous"`;
const builds = {
  'the ES modules': `<script type="module" src="/dist/autoload.js" ${withIntegrity('autoload.js')}></script>`,
  'the classic file': `<script defer src="/dist/bausteine.js" ${withIntegrity('bausteine.js')}></script>`,
};

/** Run in the page: whether the event's title stands in it, in whatever shadow root. */
function showsTitle(title: string): boolean {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  return roots.some((root) => (root === document ? document.body.textContent : root.textContent)?.includes(title));
}

for (const [name, script] of Object.entries(builds)) {
  describe(`${name} in a page with the strictest policy`, () => {
    let browser: Browser;
    let server: PageServer;
    before(async () => {
      const headers = { 'content-security-policy': POLICY };
      server = await servePages({
        '/month.html': { body: page(script, '/events.json'), headers },
        '/big.html': { body: page(script, '/big.ics'), headers },
        '/bare.html': { body: `<!doctype html><title>Seite</title><body>${script}`, headers },
        '/empty.html': { body: '<!doctype html><title>Seite</title><body>', headers },
        '/events.json': { body: JSON.stringify({ events }) },
        '/big.ics': { body: bigCalendar },
        '/favicon.ico': { body: '' },
      });
      browser = await puppeteer.launch({ executablePath: ensureChromium(), args: chromiumArgs });
    });
    after(async () => {
      await browser.close();
      await server.close();
    });

    /** Opens a page; what it complains of is collected. */
    async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
      const opened = await browser.newPage();
      const complaints: string[] = [];
      opened.on('pageerror', (error) => complaints.push(String(error)));
      opened.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await opened.goto(server.origin + path, { waitUntil: 'load' });
      return { page: opened, complaints };
    }

    const showsTheEvent = (opened: Page): Promise<unknown> =>
      opened.waitForFunction(showsTitle, { timeout: 20_000 }, 'Sprechstunde Probe');

    it('show a month from JSON without a complaint', async () => {
      const { page: opened, complaints } = await open('/month.html');
      await showsTheEvent(opened);
      assert.deepEqual(complaints, []);
    });

    it('read a large calendar in a worker', async () => {
      const { page: opened, complaints } = await open('/big.html');
      await showsTheEvent(opened);
      assert.deepEqual(complaints, []);
      assert.ok(server.asked.includes('/dist/workers/icalendar.js'), 'the file of the worker was asked for');
    });

    it('add one name to the globals of the page', async () => {
      const names = (opened: Page): Promise<string[]> => opened.evaluate(() => Object.getOwnPropertyNames(window));
      const { page: empty } = await open('/empty.html');
      // Puppeteer's own helpers come with the first wait, so that both pages have them.
      await empty.waitForFunction('true');
      const { page: bare } = await open('/bare.html');
      await bare.waitForFunction('typeof VR === "object"');
      const before = new Set(await names(empty));
      const added = (await names(bare)).filter(
        (key) => !before.has(key) && !/^(litHtml|litElement|reactiveElement)Versions$|^litPropertyMetadata$/.test(key),
      );
      assert.deepEqual(added, ['VR']);
    });

    it('ask for nothing but their own files and the data', async () => {
      const foreign = server.asked.filter(
        (path) => !/^\/(dist\/.*|(month|big|bare|empty)\.html|events\.json|big\.ics|favicon\.ico)$/.test(path),
      );
      assert.deepEqual(foreign, []);
    });
  });
}
