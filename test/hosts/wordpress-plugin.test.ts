import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { wordpressPlugin } from '../../scripts/lib/wordpress-plugin.mjs';
import { CalendarOnPage } from '../e2e/support/calendar.ts';
import type { Opened } from '../e2e/support/browser.ts';
import { Network } from './support/network.ts';
import { startWordpress, wordpressMissing, type Wordpress, type WordpressUser } from './support/wordpress.ts';

const PLUGIN = 'bausteine/bausteine.php';
const WRITERS: readonly WordpressUser[] = ['admin', 'ed', 'au'];

/** What WordPress' editor lends to scripts of its page. */
interface BlockEditor {
  readonly wp: {
    readonly data: Readonly<
      Record<'select' | 'dispatch', (store: string) => Record<string, (...values: readonly unknown[]) => unknown>>
    >;
  };
}

/** The language of the site; Debian has WordPress' own German words in a package that these tests need not. */
const GERMAN = `<?php add_filter('locale', fn () => 'de_DE');`;

describe('WordPress with the plugin', { skip: wordpressMissing() ?? false }, () => {
  let network: Network;
  let wordpress: Wordpress;
  before(async () => {
    network = await Network.start();
    wordpress = await startWordpress();
    wordpress.addPlugin(wordpressPlugin());
    wordpress.addCode('sprache.php', GERMAN);
    assert.equal(wordpress.php(`return activate_plugin('${PLUGIN}');`), null);
  });
  after(async () => {
    await wordpress?.close();
    await network?.close();
  });

  /** What is pasted, by the way it is pasted. */
  const ways = (): Readonly<Record<string, string>> => {
    const { src, page, snippets } = network;
    const options = JSON.stringify({
      widget: 'event-calendar',
      options: { src, view: 'agenda' },
      link: page,
      linkText: 'Termine ansehen',
    });
    return {
      block: `<!-- wp:bausteine/widget ${options.replaceAll('&', '\\u0026')} -->
<p class="wp-block-bausteine-widget"><a href="${page}">Termine ansehen</a></p>
<!-- /wp:bausteine/widget -->`,
      shortcode: `[vr_event_calendar src="${src}" view="agenda"]`,
      'shortcode around a link': `[vr_event_calendar src="${src}" view="agenda"]<a href="${page}">Termine ansehen</a>[/vr_event_calendar]`,
      tag: snippets.tag,
      'tag in a block of HTML': `<!-- wp:html -->\n${snippets.tag}\n<!-- /wp:html -->`,
      mount: snippets.mount,
      link: snippets.link,
    };
  };
  const ourScripts = (page: Page) => page.locator('script[src*="/plugins/bausteine/dist/"]');

  /** Somebody of the site at a browser, signed in. */
  const openAs = async (user: WordpressUser, path: string): Promise<Opened> => {
    const { cookie } = await wordpress.session(user);
    const opened = await network.open('about:blank');
    const cookies = cookie!.split('; ').map((pair) => {
      const [name, ...value] = pair.split('=');
      return { name: name!, value: value.join('='), url: wordpress.origin };
    });
    await opened.context.addCookies(cookies);
    await opened.page.goto(wordpress.origin + path);
    return opened;
  };

  for (const user of WRITERS) {
    it(`shows events to a reader whichever way ${user} has pasted them, and loads the script once, from the site itself`, async () => {
      for (const [way, content] of Object.entries(ways())) {
        const { link } = await wordpress.publish(user, content);
        await network.assertLive(link, async ({ page, watch }) => {
          assert.equal(await ourScripts(page).count(), 1, way);
          assert.match((await ourScripts(page).getAttribute('integrity')) ?? '', /^sha384-/);
          assert.deepEqual(watch.foreign(wordpress.origin, network.hub.origin), [], way);
        });
      }
    });
  }

  it('keeps an author’s tag as it was written, and nothing that could run', async () => {
    const { tag } = network.snippets;
    const { stored } = await wordpress.publish(
      'au',
      tag.replace('view=', 'onclick="alert(1)" style="color:red" view='),
    );
    assert.equal(stored, tag);
    const { stored: evil } = await wordpress.publish(
      'au',
      '<vr-event-calendar src="javascript:alert(1)"></vr-event-calendar>',
    );
    assert.doesNotMatch(evil, /javascript:/);
  });

  it('loads nothing on a page without any of it', async () => {
    const { link } = await wordpress.publish('ed', '<p>Öffnungszeiten: Mo bis Fr</p>');
    const { page, context } = await network.open(link);
    await page.getByText('Öffnungszeiten').waitFor();
    assert.equal(await page.locator('script[src*="bausteine"]').count(), 0);
    await context.close();
  });

  it('loads the script once where there are several, each with what it was given', async () => {
    const { block, shortcode } = ways();
    const { link } = await wordpress.publish('au', `${block}\n${shortcode!.replace('agenda', 'month')}\n${shortcode}`);
    const { page, context } = await network.open(link);
    for (const index of [0, 1, 2]) {
      const calendar = new CalendarOnPage(page, page.locator('vr-event-calendar').nth(index));
      // What is far below waits until the reader comes near.
      await calendar.root.scrollIntoViewIfNeeded();
      await calendar.event(network.title).waitFor();
      assert.equal(await calendar.grid.count(), index === 1 ? 1 : 0);
    }
    assert.equal(await ourScripts(page).count(), 1);
    await context.close();
  });

  it('escapes what writers give, and drops what a widget does not know', async () => {
    const { link } = await wordpress.publish(
      'au',
      `[vr_event_calendar src="${network.src}" view="agenda" topic='"><img src=x onerror=alert(1)>' onclick="alert(1)" without_controls idea_url="javascript:alert(1)"]`,
    );
    const { page, context, calendar } = await network.open(link);
    await page.locator('vr-event-calendar:defined').waitFor();
    const attributes = await calendar.root.evaluate((element) =>
      Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    );
    assert.equal(attributes['onclick'], undefined);
    assert.equal(attributes['without-controls'], '');
    assert.equal(attributes['idea-url'], '');
    assert.equal(await page.locator('img[src="x"]').count(), 0);
    await context.close();
  });

  it('is chosen in the editor by an author, seen there live, published, and read by everybody', async () => {
    const { page, context, watch } = await openAs('au', '/wp-admin/post-new.php');
    await page.waitForFunction(() => 'wp' in globalThis && document.querySelector('.block-editor') !== null);
    await page.evaluate(() => {
      const { wp } = globalThis as unknown as BlockEditor;
      // The tour for newcomers lies over everything.
      if (wp.data.select('core/edit-post')['isFeatureActive']!('welcomeGuide'))
        void wp.data.dispatch('core/edit-post')['toggleFeature']!('welcomeGuide');
    });
    await page.getByRole('textbox', { name: /title|Titel/i }).fill('Was ansteht');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/Termine');
    await page.getByRole('option', { name: /Termine$/ }).click();
    await page.getByText('Nennen Sie rechts die Adresse der Quelle').waitFor();
    await page.getByLabel('Woher die Daten kommen').fill(network.src);
    await page.getByLabel('Ansicht zu Beginn').selectOption({ label: 'Liste nach Tagen' });
    const frame = page.locator('[data-type="bausteine/widget"]');
    await new CalendarOnPage(page, frame.locator('vr-event-calendar')).event(network.title).waitFor();
    // By hand the button would say "Schedule", since the page believes it is another day than the server does.
    const link = await page.evaluate(async () => {
      const { data } = (globalThis as unknown as BlockEditor).wp;
      void data.dispatch('core/editor')['editPost']!({ status: 'publish' });
      await data.dispatch('core/editor')['savePost']!();
      return String(data.select('core/editor')['getPermalink']!());
    });
    assert.deepEqual(
      watch.errors.filter((text) => text.includes('bausteine')),
      [],
    );
    // Opened again, the block is as it was left, not broken.
    await page.reload();
    await new CalendarOnPage(page, frame.locator('vr-event-calendar')).event(network.title).waitFor();
    assert.equal(await page.locator('.block-editor-warning').count(), 0);
    await context.close();
    await network.assertLive(link);
  });

  it('takes settings from the administration, refuses what is no address, and holds them on every page', async () => {
    const { page, context } = await openAs('admin', '/wp-admin/options-general.php?page=bausteine');
    await page.getByLabel('Adresse der Quelle').fill(`${network.src} javascript:alert(1)`);
    await page.getByLabel('Links, die zu Bausteinen werden').fill(`${network.hub.origin}/embed/`);
    await page.getByLabel('Farbe der Bedienelemente').selectOption('secondary');
    await page.locator('#submit').click();
    await page.getByText('„javascript:alert(1)“ ist keine Adresse').waitFor();
    assert.equal(await page.getByLabel('Adresse der Quelle').inputValue(), network.src);
    assert.equal(await page.getByLabel('Farbe der Bedienelemente').inputValue(), 'secondary');
    await context.close();

    const { link } = await wordpress.publish('au', '[vr_event_calendar view="agenda"]');
    await network.assertLive(link, async ({ page: reader }) => {
      assert.equal(await ourScripts(reader).getAttribute('data-vr-src'), network.src);
      const accent = await reader.evaluate(() => getComputedStyle(document.body).getPropertyValue('--vr-color-accent'));
      assert.match(accent, /^#345c00$/i);
    });
    const bare = await wordpress.publish('au', network.snippets.bareLink);
    await network.assertLive(bare.link);
  });

  it('lets nobody but the administration set anything', async () => {
    const { page, context } = await openAs('ed', '/wp-admin/options-general.php?page=bausteine');
    assert.equal(await page.getByLabel('Adresse der Quelle').count(), 0);
    await context.close();
    const before = wordpress.php(`return get_option('bausteine');`);
    const { cookie } = await wordpress.session('admin');
    const answer = await fetch(`${wordpress.origin}/wp-admin/options.php`, {
      method: 'POST',
      headers: { cookie: cookie! },
      redirect: 'manual',
      body: new URLSearchParams({
        option_page: 'bausteine',
        action: 'update',
        'bausteine[src]': 'https://boese.example/',
      }),
    });
    await answer.arrayBuffer();
    assert.equal(answer.status, 403, 'a form from elsewhere has no nonce');
    assert.deepEqual(wordpress.php(`return get_option('bausteine');`), before);
  });

  it('speaks English on a site in English', async () => {
    wordpress.removeCode('sprache.php');
    const { page, context } = await openAs('admin', '/wp-admin/options-general.php?page=bausteine');
    await page.getByLabel('Address of the source').waitFor();
    await context.close();
    wordpress.addCode('sprache.php', GERMAN);
  });

  it('has caused no line in PHP’s log', () => {
    assert.deepEqual(
      wordpress.complaints.filter((line) => line.includes('/plugins/bausteine/')),
      [],
    );
  });

  it('leaves links that can be read when it is switched off, and nothing in the database when it is deleted', async () => {
    const content = ways();
    const posts = await Promise.all(
      ['block', 'shortcode around a link', 'mount', 'tag'].map((way) => wordpress.publish('au', content[way]!)),
    );
    wordpress.php(`deactivate_plugins('${PLUGIN}'); return true;`);
    for (const { link } of posts) await network.assertLink(link);
    assert.notEqual(wordpress.php(`return get_option('bausteine');`), false);
    wordpress.php(`return uninstall_plugin('${PLUGIN}');`);
    assert.equal(wordpress.php(`return get_option('bausteine');`), false);
  });
});
