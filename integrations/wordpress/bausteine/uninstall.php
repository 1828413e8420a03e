<?php
/**
 * Takes away what the plugin has kept: one option. Posts are left as they are.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'bausteine' );
