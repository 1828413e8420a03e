import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CalendarOnPage } from '../e2e/support/calendar.ts';
import { Network } from './support/network.ts';
import {
  assertEachWayLive,
  editorCanvas,
  GERMAN,
  openAs as openSigned,
  ourScripts,
  PLUGIN,
  startWithPlugin,
  waysToPaste,
} from './support/wordpress-plugin.ts';
import { wordpressMissing, type Wordpress, type WordpressUser } from './support/wordpress.ts';
import { WORDPRESS_VERSIONS } from './support/wordpress-versions.ts';

const WRITERS: readonly WordpressUser[] = ['admin', 'ed', 'au', 'co'];

/** What WordPress' editor lends to scripts of its page. */
interface BlockEditor {
  readonly wp: {
    readonly data: Readonly<
      Record<'select' | 'dispatch', (store: string) => Record<string, (...values: readonly unknown[]) => unknown>>
    >;
  };
}

for (const version of WORDPRESS_VERSIONS) {
  describe(`WordPress ${version.number} with the plugin`, { skip: wordpressMissing(version) ?? false }, () => {
    let network: Network;
    let wordpress: Wordpress;
    before(async () => {
      network = await Network.start();
      wordpress = await startWithPlugin({ version });
    });
    after(async () => {
      await wordpress?.close();
      await network?.close();
    });

    const ways = () => waysToPaste(network);
    const openAs = (user: WordpressUser, path: string) => openSigned(wordpress, network, user, path);

    for (const user of WRITERS) {
      it(`shows events to a reader whichever way ${user} has pasted them, and loads the script once, from the site itself`, () =>
        assertEachWayLive(wordpress, network, user));
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
      const { link } = await wordpress.publish(
        'au',
        `${block}\n${shortcode!.replace('agenda', 'month')}\n${shortcode}`,
      );
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
      const canvas = await editorCanvas(page);
      // The tour for newcomers lies over everything.
      await page.evaluate(
        () =>
          void (globalThis as unknown as BlockEditor).wp.data.dispatch('core/preferences')['set']!(
            'core/edit-post',
            'welcomeGuide',
            false,
          ),
      );
      await canvas.getByRole('textbox', { name: /title|Titel/i }).fill('Was ansteht');
      await page.keyboard.press('Enter');
      await page.keyboard.type('/Termine');
      await page.getByRole('option', { name: /Termine$/ }).click();
      await canvas.getByText('Nennen Sie rechts die Adresse der Quelle').waitFor();
      await page.getByLabel('Woher die Daten kommen').fill(network.src);
      await page.getByLabel('Ansicht zu Beginn').selectOption({ label: 'Liste nach Tagen' });
      const preview = canvas.locator('[data-type="bausteine/widget"] vr-event-calendar');
      await new CalendarOnPage(page, preview).event(network.title).waitFor();
      // By hand the button would say "Schedule", since the page believes it is another day than the server does.
      const link = await page.evaluate(async () => {
        const { data } = (globalThis as unknown as BlockEditor).wp;
        void data.dispatch('core/editor')['editPost']!({ status: 'publish' });
        await data.dispatch('core/editor')['savePost']!();
        return String(data.select('core/editor')['getPermalink']!());
      });
      assert.deepEqual(
        [...watch.errors, ...watch.warnings].filter((text) => /bausteine|size for wp\.components|margin/.test(text)),
        [],
      );
      // Opened again, the block is as it was left, not broken.
      await page.reload();
      await new CalendarOnPage(page, preview).event(network.title).waitFor();
      assert.equal(await canvas.locator('.block-editor-warning').count(), 0);
      await context.close();
      await network.assertLive(link);
    });

    it('takes settings from the administration, refuses what is no address, and holds them on every page', async () => {
      const { page, context } = await openAs('admin', '/wp-admin/options-general.php?page=bausteine');
      await page.getByLabel('Adresse der Quelle').fill(`${network.src} javascript:alert(1)`);
      await page.getByLabel('Links, die zu Bausteinen werden').fill(`${network.hub.origin}/embed/`);
      const colours = page.getByLabel('Farbe der Bedienelemente');
      await colours.selectOption({ index: 1 });
      const colour = /#\w{6}/.exec(await colours.locator('option:checked').innerText())![0];
      await page.locator('#submit').click();
      await page.getByText('„javascript:alert(1)“ ist keine Adresse').waitFor();
      assert.equal(await page.getByLabel('Adresse der Quelle').inputValue(), network.src);
      assert.match(await colours.locator('option:checked').innerText(), new RegExp(colour));
      await context.close();

      const { link } = await wordpress.publish('au', '[vr_event_calendar view="agenda"]');
      await network.assertLive(link, async ({ page: reader }) => {
        assert.equal(await ourScripts(reader).getAttribute('data-vr-src'), network.src);
        const accent = await reader.evaluate(() =>
          getComputedStyle(document.body).getPropertyValue('--vr-color-accent'),
        );
        assert.equal(accent.toLowerCase(), colour.toLowerCase());
      });
      const bare = await wordpress.publish('au', network.snippets.bareLink);
      await network.assertLive(bare.link);
    });

    it('shows events in a widget area of a theme without blocks, and loads the script there, too', async () => {
      const theme = wordpress.php(`
        $before = get_stylesheet();
        $folder = get_theme_root() . '/schlicht';
        mkdir( $folder );
        file_put_contents( "$folder/style.css", '/* Theme Name: Schlicht */' );
        file_put_contents( "$folder/functions.php", "<?php register_sidebar( array( 'id' => 'rand' ) );" );
        file_put_contents( "$folder/index.php", '<!doctype html><html><head><?php wp_head(); ?></head><body><?php
          while ( have_posts() ) { the_post(); the_content(); }
          dynamic_sidebar( "rand" );
          wp_footer(); ?></body></html>' );
        switch_theme( 'schlicht' );
        update_option( 'widget_block', array( 2 => array( 'content' => ${JSON.stringify(ways()['tag in a block of HTML'])} ) ) );
        update_option( 'sidebars_widgets', array( 'rand' => array( 'block-2' ), 'array_version' => 3 ) );
        return $before;
      `);
      const { link } = await wordpress.publish('ed', '<p>Öffnungszeiten: Mo bis Fr</p>');
      await network.assertLive(link, async ({ page }) => assert.equal(await ourScripts(page).count(), 1));
      wordpress.php(`switch_theme( '${String(theme)}' ); return true;`);
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
        wordpress.complaints.filter((line) => line.includes('bausteine/') || line.includes('<code>bausteine</code>')),
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
}
