<?php
/**
 * Lets everybody who may write posts keep our tags: WordPress' filter removes what it does not know.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

defined( 'ABSPATH' ) || exit;

/**
 * @param array<string, mixed> $tags
 * @param string|array         $context
 * @return array<string, mixed>
 */
function allow_tags( $tags, $context ) {
	if ( 'post' !== $context || ! is_array( $tags ) ) {
		return $tags;
	}
	$everywhere = array_fill_keys( array( 'class', 'dir', 'id', 'lang' ), true );
	foreach ( widget_names() as $widget ) {
		$tags[ 'vr-' . $widget ] = array_fill_keys( array_column( attributes_of( $widget ), 'name' ), true ) + $everywhere;
	}
	$tags['vr-backend'] = array_fill_keys( manifest()['backend'] ?? array(), true ) + $everywhere;
	return $tags;
}
add_filter( 'wp_kses_allowed_html', __NAMESPACE__ . '\allow_tags', 10, 2 );

/**
 * The filter takes `hub+https:` in `src` for an unknown protocol and cuts it off. No browser follows a link with it.
 *
 * @param string[] $protocols
 * @return string[]
 */
function allow_kinds( $protocols ) {
	foreach ( manifest()['kinds'] ?? array() as $kind ) {
		array_push( $protocols, $kind . '+http', $kind . '+https' );
	}
	return array_merge( $protocols, array( 'webcals' ) );
}
add_filter( 'kses_allowed_protocols', __NAMESPACE__ . '\allow_kinds' );
