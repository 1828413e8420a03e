import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { axeFindings } from './support/axe.ts';
import { launch, openReader, type OpenOptions } from './support/browser.ts';
import type { DemoHub } from './support/demo-hub.ts';
import { hostPage } from './support/host-page.ts';
import { startSite, type HostSite } from './support/host-site.ts';
import { NOW } from './support/now.ts';
import { useDemoHub } from './support/shared-hub.ts';

const SCRIPT = '<script defer src="/dist/frame.js"></script>';
/** What a reader without scripts finds on each page. */
const PLAIN: readonly (readonly [path: string, heading: string, text: string])[] = [
  ['event-calendar', 'Termine', 'Offene Sprechstunde: Ihre Idee, unsere Fragen'],
  ['idea-board', 'Ideen', 'Schattenplan für heiße Tage'],
  ['idea-submission', 'Idee einreichen', 'Beschreiben Sie das Problem'],
  ['peer-directory', 'Menschen im Netzwerk', 'Ayla Mutig'],
  ['peer-profile', 'Ihr Eintrag im Verzeichnis', 'Zum Verzeichnis'],
  ['blog-feed', 'Beiträge', 'Young people plan their own skate park'],
];

interface Sent {
  readonly message?: string;
  readonly value?: unknown;
  readonly secret?: string;
}

describe('the pages of widgets for frames', () => {
  let hub: DemoHub;
  let site: HostSite;
  let browser: Browser;
  before(async () => {
    [hub, site, browser] = await Promise.all([useDemoHub(), startSite(), launch()]);
  });
  after(async () => {
    await browser?.close();
    await Promise.all([hub?.close(), site?.close()]);
  });

  const frameTag = (path: string, more = ''): string =>
    `<iframe class="vr-frame" title="Rahmen" src="${hub.origin}/embed/${path}" ${more}></iframe>`;
  const visit = async (body: string, head = SCRIPT, options: OpenOptions & { readonly lang?: string } = {}) => {
    const reader = await openReader(browser, { now: NOW, ...options });
    await reader.page.goto(site.put('/seite', hostPage({ head, body, lang: options.lang ?? 'de' })));
    const element = reader.page.locator('iframe').first();
    const frame = await (await element.elementHandle())?.contentFrame();
    assert.ok(frame);
    return { ...reader, element, frame };
  };
  /** Waits until a frame has been given a height between two. */
  const isHigh = (page: Page, least: number, most = Infinity): Promise<unknown> =>
    page.waitForFunction(
      ([from = 0, to = 0]) => {
        const { height } = document.querySelector('iframe')!.getBoundingClientRect();
        return height >= from && height < to;
      },
      [least, most],
    );
  const overflow = (frame: Frame): Promise<number> =>
    frame.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);

  it('are whole without a script, and axe finds nothing', async () => {
    const reader = await openReader(browser, { now: NOW, javaScriptEnabled: false });
    // Axe is a script, too: it looks at the same page where only ours did not arrive.
    const watched = await openReader(browser, { now: NOW });
    await watched.page.route('**/dist/**', (route) => route.abort());
    for (const [path, heading, text] of PLAIN) {
      for (const { page } of [reader, watched]) {
        await page.goto(`${hub.origin}/embed/${path}`);
        await page.getByRole('heading', { name: heading, level: 1, exact: true }).waitFor();
        await page.locator('main').getByText(text).first().waitFor();
      }
      assert.deepEqual(await axeFindings(watched.page), [], path);
    }
    await reader.context.close();
    await watched.context.close();
  });

  it('take an idea from a reader without scripts, after a preview, and give the private link', async () => {
    const { page, context } = await openReader(browser, { now: NOW });
    await page.route('**/dist/**', (route) => route.abort());
    await page.goto(`${hub.origin}/embed/idea-submission`);
    await page.getByLabel('Titel').fill('Kurz');
    await page.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
    await page.getByRole('alert').getByText('Der Titel ist zu kurz').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByLabel('Titel').fill('Ein Schreibtisch für Gäste');
    await page.getByLabel('Beschreiben Sie das Problem').fill('Wer uns besucht, hat keinen Platz.');
    await page.getByLabel('Kurz gesagt').fill('Ein Tisch am Eingang <mit> Strom.');
    await page.getByLabel('Für welche Verwaltung?').selectOption({ label: 'Stadt Lindenhafen' });
    await page.getByLabel('Mit der Zivilgesellschaft').check();
    await page.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
    await page.getByText('Ein Tisch am Eingang <mit> Strom.').waitFor();
    await page.getByRole('button', { name: 'Idee einreichen' }).click();
    await page.getByRole('status').getByText('Moderation').waitFor();
    assert.match(
      (await page.getByRole('link', { name: 'vr-secret=' }).getAttribute('href')) ?? '',
      /#vr-idea=.+&vr-secret=/,
    );
    assert.deepEqual(await axeFindings(page), []);
    await context.close();
  });

  it('come alive in place, under the policy of the hub', async () => {
    const { page, watch, context } = await openReader(browser, { now: NOW });
    for (const [path] of PLAIN) {
      await page.goto(`${hub.origin}/embed/${path}`);
      await page.locator(`vr-${path}`).getByRole('button').first().waitFor();
      await page.locator('[data-vr-fallback]').waitFor({ state: 'hidden' });
    }
    assert.deepEqual(watch.errors, []);
    assert.deepEqual(watch.violations, []);
    assert.deepEqual(watch.warnings, []);
    assert.deepEqual(watch.foreign(hub.origin), []);
    await context.close();
  });

  it('make their frames as high as they are, and lower again', async () => {
    const { page, frame, context } = await visit(frameTag('event-calendar?view=agenda&limit=10', 'height="200"'));
    await frame.getByRole('button', { name: 'Monat', exact: true }).waitFor();
    await isHigh(page, 900);
    // Nothing scrolls inside.
    await frame.waitForFunction(() => {
      const { scrollHeight, clientHeight } = document.documentElement;
      return scrollHeight === clientHeight;
    });
    await frame.getByRole('button', { name: 'Tag', exact: true }).click();
    await isHigh(page, 200, 900);
    await context.close();
  });

  it("follow the language and the colours of the page around, the editor's own words first", async () => {
    const style = '<style>:root{color-scheme:dark;--vr-color-accent:rgb(255, 200, 0);--vr-radius:url(/x)}</style>';
    const { page, frame, context } = await visit(
      frameTag('idea-board') + frameTag('blog-feed?lang=de&theme=light'),
      SCRIPT + style,
      {
        lang: 'en',
      },
    );
    await frame.getByRole('heading', { name: 'Ideas', level: 1 }).waitFor();
    await frame.getByRole('button', { name: 'Board' }).waitFor();
    const look = () =>
      frame.evaluate(() => {
        const { colorScheme } = getComputedStyle(document.documentElement);
        const { style } = document.documentElement;
        return [colorScheme, style.getPropertyValue('--vr-color-accent'), style.getPropertyValue('--vr-radius')];
      });
    assert.deepEqual(await look(), ['dark', 'rgb(255, 200, 0)', ''], 'an address is no token');
    const other = page.frames().find((each) => each.url().includes('blog-feed'));
    assert.equal(await other?.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'light');
    assert.equal(await other?.evaluate(() => document.documentElement.lang), 'de');
    await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'light'));
    await frame.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === 'light');
    await context.close();
  });

  it('open dialogs where the reader looks, in a frame of many screens', async () => {
    const { page, frame, context } = await visit(
      `<p style="height:900px">Oben</p>${frameTag('event-calendar?view=agenda&limit=12')}`,
      SCRIPT,
      { viewport: { width: 900, height: 600 } },
    );
    await frame.getByRole('button', { name: 'Monat', exact: true }).waitFor();
    await isHigh(page, 1000);
    const event = frame.locator('vr-event-agenda button.title').last();
    // A frame that nobody sees stands still.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await event.click();
    const dialog = frame.locator('vr-event-calendar').getByRole('dialog');
    await dialog.waitFor();
    const box = await dialog.boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= 600, JSON.stringify(box));
    await context.close();
  });

  it('can be read in a sandbox without an origin, and say where to take part', async () => {
    const { frame, watch, context } = await visit(frameTag('idea-board', 'sandbox="allow-scripts"'));
    await frame.locator('vr-idea-list').getByText('Schattenplan für heiße Tage').click();
    await frame.locator('vr-idea-page').getByText('Bäume').first().waitFor();
    await frame.getByText('In diesem Rahmen können Sie nur lesen.').waitFor();
    assert.equal(
      await frame.getByRole('button', { name: /Anmelden|Einloggen|Unterstützen|Kommentieren|Melden/ }).count(),
      0,
    );
    assert.deepEqual(watch.errors, []);
    assert.deepEqual(watch.foreign(hub.origin, site.origin), []);
    await context.close();
  });

  it('scroll inside where the page around has no script', async () => {
    const { page, frame, element, context } = await visit(frameTag('idea-board', 'height="400"'), '');
    await frame.locator('vr-idea-list').getByText('Schattenplan für heiße Tage').waitFor();
    assert.equal((await element.boundingBox())?.height, 404, 'as the page has it, with its border');
    assert.ok((await overflow(frame)) > 200);
    await element.hover();
    await page.mouse.wheel(0, 20_000);
    await frame.waitForFunction(() => document.documentElement.scrollTop > 200);
    await context.close();
  });

  it('and the script of the page around listen to nobody else', async () => {
    const { page, frame, context } = await visit(
      `${frameTag('idea-board')}<iframe id="stranger" title="Fremd" srcdoc="<p>Fremd</p>"></iframe>`,
    );
    await frame.locator('vr-idea-list').getByText('Schattenplan für heiße Tage').waitFor();
    await isHigh(page, 600);
    const stranger = page.frames().find((each) => each.url() === 'about:srcdoc');
    // Each value that was set, also those that another has taken the place of.
    const watchStyle = (selector: string): void => {
      const element = document.querySelector<HTMLElement>(selector)!;
      const seen: string[] = ((globalThis as unknown as { seen: string[] }).seen = []);
      new MutationObserver(() => {
        seen.push(`${element.style.height} ${element.dataset['theme']}`);
      }).observe(element, { attributes: true });
    };
    await page.evaluate(watchStyle, 'iframe');
    await frame.evaluate(watchStyle, 'html');
    const seen = (): string[] => (globalThis as unknown as { seen: string[] }).seen;
    await stranger?.evaluate(() => {
      parent.postMessage({ vr: 1, type: 'height', value: 4321 }, '*');
      const tokens = { '--vr-color-accent': 'red' };
      parent.frames[0]?.postMessage(
        { vr: 1, type: 'page', lang: 'de', theme: 'dark', tokens, view: { top: 0, height: 9 } },
        '*',
      );
    });
    // What is sent afterwards arrives afterwards.
    await frame.evaluate(() => parent.postMessage({ vr: 1, type: 'height', value: 777 }, '*'));
    await page.waitForFunction(() =>
      (globalThis as unknown as { seen: string[] }).seen.some((text) => text.startsWith('777px')),
    );
    await page.evaluate(() => document.documentElement.style.setProperty('--vr-radius', '9px'));
    await frame.waitForFunction(() => document.documentElement.style.getPropertyValue('--vr-radius') === '9px');
    assert.deepEqual(
      (await page.evaluate(seen)).filter((text) => text.startsWith('4321')),
      [],
    );
    assert.deepEqual(
      (await frame.evaluate(seen)).filter((text) => text.includes('dark')),
      [],
    );
    await context.close();
  });

  it('become their links where the emergency stop is pulled, later ones too', async () => {
    const { page, context } = await openReader(browser, { now: NOW });
    const stop = '<script defer src="/dist/frame.js" data-vr-disabled></script>';
    await page.goto(site.put('/halt', hostPage({ head: stop, body: frameTag('peer-profile') })));
    assert.equal(
      await page.getByRole('link', { name: 'Rahmen' }).getAttribute('href'),
      `${hub.origin}/embed/peer-profile`,
    );
    await page.evaluate(() => {
      const late = document.createElement('iframe');
      [late.className, late.title, late.src] = ['vr-frame', 'Später', 'about:blank'];
      document.body.append(late);
    });
    await page.getByRole('link', { name: 'Später' }).waitFor();
    assert.equal(await page.locator('iframe').count(), 0);
    await context.close();
  });

  it('are found by oEmbed, and speak as the posts of WordPress do', async () => {
    const text = await (await fetch(`${hub.origin}/embed/peer-profile`)).text();
    const found = /<link[^>]+type="application\/json\+oembed"[^>]+href="([^"]+)"/.exec(text)?.[1];
    assert.ok(found && text.indexOf(found) < 150_000);
    const answer = (await (await fetch(found.replaceAll('&amp;', '&'))).json()) as { readonly html: string };
    const framed = answer.html
      .replace(/<iframe /, '<iframe sandbox="allow-scripts" ')
      .replace(/src="([^"]+)"/, 'src="$1#?secret=Ab12Cd"');
    const listen = `addEventListener('message', ({ data }) => (window.heard ??= []).push(data))`;
    site.put('/hoeren.js', { body: listen });
    const { page, frame, watch, context } = await visit(framed, '<script src="/hoeren.js"></script>');
    const heard = (message: string) =>
      page.waitForFunction(
        (wanted) =>
          (globalThis as unknown as { heard?: Sent[] }).heard?.find(
            ({ message, secret }) => message === wanted && secret === 'Ab12Cd',
          ),
        message,
      );
    assert.ok(Number(((await (await heard('height')).jsonValue()) as Sent).value) >= 150);
    await frame.getByRole('link', { name: '/embed/peer-profile' }).click();
    assert.equal(((await (await heard('link')).jsonValue()) as Sent).value, `${hub.origin}/embed/peer-profile`);
    assert.deepEqual(watch.errors, []);
    await context.close();
  });
});
