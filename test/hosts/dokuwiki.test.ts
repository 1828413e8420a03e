import { after, before, describe, it } from 'node:test';
import { dokuwikiMissing, startDokuwiki, type Dokuwiki } from './support/dokuwiki.ts';
import { Network } from './support/network.ts';

describe('DokuWiki', { skip: dokuwikiMissing() ?? false }, () => {
  let network: Network;
  let wiki: Dokuwiki;
  let open: Dokuwiki;
  before(async () => {
    network = await Network.start();
    wiki = await startDokuwiki();
    open = await startDokuwiki({ htmlok: true });
    for (const each of [wiki, open]) each.setScript(network.scriptCode);
  });
  after(async () => {
    await open?.close();
    await wiki?.close();
    await network?.close();
  });
  const inWiki = () => `[[${network.page}|Termine ansehen]]`;

  it('shows events to a reader where a link stands alone in its paragraph', async () => {
    await network.assertLive(await wiki.save('termine', `Was ansteht:\n\n${inWiki()}\n\nBis bald.`));
  });

  it('shows a link in running text as a link', async () => {
    await network.assertLink(await wiki.save('satz', `Alle ${inWiki()} und vormerken.`));
  });

  for (const rung of ['tag', 'mount'] as const) {
    it(`shows events to a reader in a ${rung} where pages may hold HTML`, async () => {
      await network.assertLive(await open.save(rung, `<HTML>\n${network.snippets[rung]}\n</HTML>`));
    });
  }
});
