<?php
/**
 * What the site's administration has set.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

defined( 'ABSPATH' ) || exit;

/** One of the settings; an empty string where nothing is set. */
function option( string $name ): string {
	$options = get_option( OPTION, array() );
	return is_array( $options ) && isset( $options[ $name ] ) && is_string( $options[ $name ] ) ? $options[ $name ] : '';
}

/** Where the library's files lie, with a slash at the end. */
function library_url(): string {
	$set = option( 'library' );
	return '' === $set ? plugins_url( 'dist/', PLUGIN ) : trailingslashit( $set );
}

/**
 * Beginnings of addresses whose links become widgets.
 *
 * @return string[]
 */
function link_patterns(): array {
	return array_values( array_filter( (array) preg_split( '/\s+/', option( 'links' ) ) ) );
}
