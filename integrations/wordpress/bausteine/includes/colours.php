<?php
/**
 * The theme's colour for what readers can press.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

defined( 'ABSPATH' ) || exit;

/** Relative luminance of `#rrggbb` by WCAG 2; null for any other notation. */
function luminance( string $colour ): ?float {
	if ( ! preg_match( '/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i', $colour, $parts ) ) {
		return null;
	}
	$light = array_map(
		static function ( string $part ): float {
			$share = hexdec( $part ) / 255;
			return $share <= 0.04045 ? $share / 12.92 : ( ( $share + 0.055 ) / 1.055 ) ** 2.4;
		},
		array_slice( $parts, 1 )
	);
	return 0.2126 * $light[0] + 0.7152 * $light[1] + 0.0722 * $light[2];
}

/** Contrast of two luminances. */
function contrast( float $one, float $other ): float {
	return ( max( $one, $other ) + 0.05 ) / ( min( $one, $other ) + 0.05 );
}

/**
 * Colours of the theme that can be read as text on its background: slug => name and value.
 *
 * @return array<string, string[]>
 */
function readable_colours(): array {
	$palette = wp_get_global_settings( array( 'color', 'palette', 'theme' ) );
	$palette = is_array( $palette ) ? $palette : array();
	$values  = array_column( $palette, 'color', 'slug' );
	$ground  = luminance( (string) ( $values['base'] ?? '#ffffff' ) ) ?? 1.0;
	$found   = array();
	foreach ( $palette as $entry ) {
		$light = luminance( (string) ( $entry['color'] ?? '' ) );
		if ( null !== $light && contrast( $light, $ground ) >= 4.5 ) {
			$found[ (string) $entry['slug'] ] = array( (string) ( $entry['name'] ?? $entry['slug'] ), (string) $entry['color'] );
		}
	}
	return $found;
}

/** Hands the chosen colour to the widgets, once a page. A theme without it changes nothing. */
function need_colours(): void {
	static $done = false;
	$slug        = option( 'colour' );
	$chosen      = '' === $slug || $done ? null : ( readable_colours()[ $slug ] ?? null );
	if ( null === $chosen ) {
		return;
	}
	$done  = true;
	$light = (float) luminance( $chosen[1] );
	$on    = contrast( $light, 1.0 ) >= contrast( $light, 0.0 ) ? '#fff' : '#000';
	// WordPress up to 6.5 declares the theme's colours on `body`.
	wp_register_style( HANDLE, false, array(), VERSION );
	wp_add_inline_style( HANDLE, 'body{--vr-color-accent:var(--wp--preset--color--' . sanitize_html_class( $slug ) . ');--vr-color-on-accent:' . $on . '}' );
	wp_enqueue_style( HANDLE );
}
