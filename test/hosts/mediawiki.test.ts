import { after, before, describe, it } from 'node:test';
import { mediawikiMissing, startMediawiki, type Mediawiki } from './support/mediawiki.ts';
import { Network } from './support/network.ts';

describe('MediaWiki as it is installed', { skip: mediawikiMissing() ?? false }, () => {
  let network: Network;
  let wiki: Mediawiki;
  before(async () => {
    network = await Network.start();
    wiki = await startMediawiki();
    await wiki.save('MediaWiki:Common.js', network.scriptCode);
  });
  after(async () => {
    await wiki?.close();
    await network?.close();
  });
  const inWiki = () => `[${network.page} Termine ansehen]`;

  it('shows events to a reader in a div with the widget’s name', async () => {
    const { mount } = network.snippets;
    const page = await wiki.save('Bereich', mount.replace(/<a .*<\/a>/, inWiki()));
    await network.assertLive(page);
  });

  it('shows events to a reader in a span around a link', async () => {
    const page = await wiki.save(
      'Klammer',
      `<span class="vr-embed" data-vr-widget="event-calendar" data-vr-src="${network.src}" data-vr-view="agenda">${inWiki()}</span>`,
    );
    await network.assertLive(page);
  });

  it('shows events to a reader where a link stands alone in its paragraph', async () => {
    await network.assertLive(await wiki.save('Link', `Was ansteht:\n\n${inWiki()}\n\nBis bald.`));
  });

  it('shows a link in running text as a link', async () => {
    await network.assertLink(await wiki.save('Satz', `Alle ${inWiki()} und vormerken.`));
  });
});
