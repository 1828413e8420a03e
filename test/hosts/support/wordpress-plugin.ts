import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { wordpressPlugin } from '../../../scripts/lib/wordpress-plugin.mjs';
import { zipOf } from '../../../scripts/release/zip.mjs';
import type { Opened } from '../../e2e/support/browser.ts';
import type { Network } from './network.ts';
import { startWordpress, type Wordpress, type WordpressOptions, type WordpressUser } from './wordpress.ts';

/** What WordPress knows it by. */
export const PLUGIN = 'bausteine/bausteine.php';

/** The language of the site; Debian has WordPress' own German words in a package that these tests need not. */
export const GERMAN = `<?php add_filter('locale', fn () => 'de_DE');`;

/** Has it installed from the zip that a release holds. */
export const installOurs = (wordpress: Wordpress): void =>
  wordpress.installPlugin(zipOf(wordpressPlugin(), new Date()), PLUGIN);

/** A WordPress in German whose administration has switched the plugin on, for the whole network where it is one. */
export async function startWithPlugin(options: WordpressOptions): Promise<Wordpress> {
  const wordpress = await startWordpress(options);
  installOurs(wordpress);
  wordpress.addCode('sprache.php', GERMAN);
  return wordpress;
}

/** What writers paste, by the way they paste it. */
export function waysToPaste({ src, page, snippets }: Network): Readonly<Record<string, string>> {
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
}

/** The plugin's script on a page. */
export const ourScripts = (page: Page): Locator => page.locator('script[src*="/plugins/bausteine/dist/"]');

/** That whichever way somebody has pasted them, readers see events, and get one script, from the site itself. */
export async function assertEachWayLive(wordpress: Wordpress, network: Network, user: WordpressUser): Promise<void> {
  const type = wordpress.php(`return function_exists( 'wp_enqueue_script_module' );`) === true ? 'module' : null;
  for (const [way, content] of Object.entries(waysToPaste(network))) {
    const { link } = await wordpress.publish(user, content);
    await network.assertLive(link, async ({ page, watch }) => {
      assert.equal(await ourScripts(page).count(), 1, way);
      assert.match((await ourScripts(page).getAttribute('integrity')) ?? '', /^sha384-/);
      assert.equal(await ourScripts(page).getAttribute('type'), type, way);
      assert.deepEqual(watch.foreign(wordpress.origin, network.hub.origin), [], way);
    });
  }
}

/** Somebody of the site at a browser, signed in. */
export async function openAs(
  wordpress: Wordpress,
  network: Network,
  user: WordpressUser,
  path: string,
): Promise<Opened> {
  const { cookie } = await wordpress.session(user);
  const opened = await network.open('about:blank');
  const cookies = cookie!.split('; ').map((pair) => {
    const [name, ...value] = pair.split('=');
    return { name: name!, value: value.join('='), url: wordpress.origin };
  });
  await opened.context.addCookies(cookies);
  await opened.page.goto(wordpress.origin + path);
  return opened;
}

/** Where the editor shows the post: in a frame since WordPress 6.3. */
export async function editorCanvas(page: Page): Promise<Page | FrameLocator> {
  const frame = 'iframe[name="editor-canvas"]';
  await page.locator(`${frame}, .editor-styles-wrapper`).first().waitFor();
  return (await page.locator(frame).count()) > 0 ? page.frameLocator(frame) : page;
}
