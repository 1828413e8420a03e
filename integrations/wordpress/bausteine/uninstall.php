<?php
/**
 * Takes away what the plugin has kept: one option, of each site of a network. Posts are left as they are.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'bausteine' );

foreach ( is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array() as $site ) {
	delete_blog_option( $site, 'bausteine' );
}
