<?php
/**
 * English words. The texts of this plugin are German; who runs a site in another language reads these, unless a
 * translation of their own is installed the usual way.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

defined( 'ABSPATH' ) || exit;

/**
 * German text => English text.
 *
 * @return array<string, string>
 */
function english(): array {
	static $words = null;
	if ( null === $words ) {
		$words = require __DIR__ . '/../languages/english.php';
	}
	return $words;
}

/**
 * @param string $translation What WordPress has found, or the German text where it has found nothing.
 * @param string $text        The German text.
 */
function in_english( $translation, $text ) {
	if ( $translation !== $text || 0 === strpos( determine_locale(), 'de' ) ) {
		return $translation;
	}
	return english()[ $text ] ?? $text;
}
add_filter( 'gettext_bausteine', __NAMESPACE__ . '\in_english', 10, 2 );
add_filter( 'gettext_with_context_bausteine', __NAMESPACE__ . '\in_english', 10, 2 );
