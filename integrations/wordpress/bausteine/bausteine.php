<?php
/**
 * Plugin Name:       Bausteine
 * Plugin URI:        https://github.com/verwaltungsrebellen/bausteine
 * Description:       Termine, Ideen, Menschen und Berichte eines Netzwerks auf jeder Seite: als Block, als Kurzcode oder als HTML.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            Verwaltungsrebellen
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       bausteine
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const VERSION = '0.1.0';
const OPTION  = 'bausteine';

/** Path of this file, which WordPress knows the plugin by. */
const PLUGIN = __FILE__;

require __DIR__ . '/includes/english.php';
require __DIR__ . '/includes/widgets.php';
require __DIR__ . '/includes/words.php';
require __DIR__ . '/includes/options.php';
require __DIR__ . '/includes/tag.php';
require __DIR__ . '/includes/script.php';
require __DIR__ . '/includes/colours.php';
require __DIR__ . '/includes/kses.php';
require __DIR__ . '/includes/shortcodes.php';
require __DIR__ . '/includes/block.php';

if ( is_admin() ) {
	require __DIR__ . '/includes/settings.php';
}
