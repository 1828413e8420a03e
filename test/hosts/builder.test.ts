import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { dokuwikiMissing, startDokuwiki } from './support/dokuwiki.ts';
import { mediawikiMissing, startMediawiki } from './support/mediawiki.ts';
import { Network } from './support/network.ts';
import { installOurs } from './support/wordpress-plugin.ts';
import { startWordpress, wordpressMissing } from './support/wordpress.ts';

/** What the builder's page hands out. */
interface Handed {
  readonly snippet: string;
  /** What the website needs once; empty where it needs nothing. */
  readonly once: string;
}

describe('the snippet of the embed builder', () => {
  let network: Network;
  before(async () => {
    network = await Network.start();
  });
  after(() => network?.close());

  /** Reads both texts where an editor copies them. */
  const handedOut = async (choice: Readonly<Record<string, string>>): Promise<Handed> => {
    const query = new URLSearchParams({
      widget: 'event-calendar',
      src: network.src,
      'set.view': 'agenda',
      ...choice,
    });
    const { page, context } = await network.open(`${network.hub.origin}/einbetten?${query}`);
    const field = page.getByRole('textbox', { name: 'Schnipsel', exact: true });
    await field.waitFor();
    const once = page.getByRole('textbox', { name: /^Einmal je Website/ });
    const handed = { snippet: await field.inputValue(), once: (await once.isVisible()) ? await once.inputValue() : '' };
    await context.close();
    return handed;
  };

  it(
    'shows events to an anonymous reader where a WordPress author has pasted it',
    { skip: wordpressMissing() ?? false },
    async () => {
      const { snippet, once } = await handedOut({ system: 'wordpress', rights: 'no' });
      const wordpress = await startWordpress();
      try {
        const head = Buffer.from(once).toString('base64');
        wordpress.addCode('kopf.php', `<?php add_action('wp_head', fn () => print(base64_decode('${head}')));`);
        const { link } = await wordpress.publish('au', `<!-- wp:html -->\n${snippet}\n<!-- /wp:html -->`);
        await network.assertLive(link);
        wordpress.removeCode('kopf.php');

        installOurs(wordpress);
        const shortcode = (await handedOut({ system: 'wordpress', rights: 'plugin' })).snippet;
        assert.match(shortcode, /^\[vr_event_calendar /);
        await network.assertLive((await wordpress.publish('au', shortcode)).link);
      } finally {
        await wordpress.close();
      }
    },
  );

  it('shows events to an anonymous reader in MediaWiki', { skip: mediawikiMissing() ?? false }, async () => {
    const { snippet, once } = await handedOut({ system: 'mediawiki' });
    const wiki = await startMediawiki();
    try {
      await wiki.save('MediaWiki:Common.js', once);
      await network.assertLive(await wiki.save('Termine', snippet));
    } finally {
      await wiki.close();
    }
  });

  it('shows events to an anonymous reader in DokuWiki', { skip: dokuwikiMissing() ?? false }, async () => {
    const { snippet, once } = await handedOut({ system: 'dokuwiki' });
    const wiki = await startDokuwiki();
    try {
      wiki.setScript(once);
      await network.assertLive(await wiki.save('termine', snippet));
    } finally {
      await wiki.close();
    }
  });
});
