import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Network } from './support/network.ts';
import { assertEachWayLive, PLUGIN, startWithPlugin } from './support/wordpress-plugin.ts';
import { wordpressMissing, type Wordpress } from './support/wordpress.ts';
import { WORDPRESS_VERSIONS } from './support/wordpress-versions.ts';

// In a network of sites nobody but its super administrators may save HTML as it is.
for (const version of WORDPRESS_VERSIONS) {
  const skip = wordpressMissing(version) ?? false;
  describe(`WordPress ${version.number} as a network of sites, with the plugin for all of them`, { skip }, () => {
    let network: Network;
    let wordpress: Wordpress;
    before(async () => {
      network = await Network.start();
      wordpress = await startWithPlugin({ version, network: true });
    });
    after(async () => {
      await wordpress?.close();
      await network?.close();
    });

    it('shows events to a reader whichever way an editor has pasted them, whose HTML is filtered there', async () => {
      const { stored } = await wordpress.publish('ed', '<custom-tag>Text</custom-tag>');
      assert.equal(stored, 'Text');
      await assertEachWayLive(wordpress, network, 'ed');
    });

    it('leaves nothing in the database of any of its sites when it is deleted', () => {
      const kept = wordpress.php(`
        $host  = $_SERVER['HTTP_HOST'];
        $sites = array( 1, wpmu_create_blog( $host, '/zweite/', 'Zweiter Kreis', 1 ) );
        $kept  = fn () => array_map( fn ( $site ) => get_blog_option( $site, 'bausteine' ), $sites );
        foreach ( $sites as $site ) {
          update_blog_option( $site, 'bausteine', array( 'src' => 'https://stadt.example/termine.ics' ) );
        }
        $before = array_filter( $kept() );
        deactivate_plugins( '${PLUGIN}', false, true );
        uninstall_plugin( '${PLUGIN}' );
        return array( count( $before ), $kept() );
      `);
      assert.deepEqual(kept, [2, [false, false]]);
    });
  });
}
