import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CalendarOnPage } from '../e2e/support/calendar.ts';
import { Network, type Snippets } from './support/network.ts';
import { startWordpress, wordpressMissing, type Wordpress, type WordpressUser } from './support/wordpress.ts';
import { WORDPRESS_VERSIONS } from './support/wordpress-versions.ts';

/** The two editors of WordPress: what they save around a piece of HTML. */
const FORMS = {
  'in a block of HTML': (html: string) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`,
  'in the classic editor': (html: string) => `Was im Kreis ansteht:\n\n${html}\n\nBis bald.`,
} as const;

/** What docs/hosts/wordpress.md promises without the plugin. */
const PROMISED: readonly (readonly [WordpressUser, keyof Snippets])[] = [
  ['admin', 'tag'],
  ['admin', 'mount'],
  ['ed', 'tag'],
  ['ed', 'mount'],
  ['au', 'mount'],
  ['au', 'link'],
  ['au', 'bareLink'],
  ['co', 'mount'],
];

for (const version of WORDPRESS_VERSIONS) {
  describe(`WordPress ${version.number} without the plugin`, { skip: wordpressMissing(version) ?? false }, () => {
    let network: Network;
    let wordpress: Wordpress;
    before(async () => {
      network = await Network.start();
      wordpress = await startWordpress({ version });
      wordpress.addCode('kopf.php', `<?php add_action('wp_head', fn () => print('${network.script(network.links)}'));`);
    });
    after(async () => {
      await wordpress?.close();
      await network?.close();
    });

    for (const [user, rung] of PROMISED) {
      for (const [form, around] of Object.entries(FORMS)) {
        it(`shows events to a reader where ${user} has pasted the ${rung} ${form}`, async () => {
          const { link } = await wordpress.publish(user, around(network.snippets[rung]));
          await network.assertLive(link);
        });
      }
    }

    it('leaves of an author’s tag the link, which is live where links are', async () => {
      const { link, stored } = await wordpress.publish('au', FORMS['in a block of HTML'](network.snippets.tag));
      assert.doesNotMatch(stored, /vr-event-calendar/);
      await network.assertLive(link);
    });

    it('shows events to a reader in a frame that an editor has pasted', async () => {
      const { link } = await wordpress.publish('ed', FORMS['in a block of HTML'](network.snippets.frame));
      const { page, context } = await network.open(link);
      const widget = page.frameLocator('iframe[title=Termine]').locator('vr-event-calendar');
      await new CalendarOnPage(page, widget).event(network.title).waitFor();
      await context.close();
    });

    it('shows the link where there is no script', async () => {
      wordpress.removeCode('kopf.php');
      for (const rung of ['tag', 'mount', 'link'] as const) {
        const { link } = await wordpress.publish('ed', network.snippets[rung]);
        await network.assertLink(link);
      }
    });
  });
}
