<?php
/**
 * From a widget and its options to the tag on the page, with the link in it that stays where no script runs.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

defined( 'ABSPATH' ) || exit;

/** Options that say how a widget stands on its page, and nothing about what it shows. */
const NOT_IN_LINK = array( 'src', 'labels', 'heading-level', 'loading', 'storage', 'surface' );

/**
 * WordPress writes `&` as `&amp;` into what people without `unfiltered_html` save, also where it is no HTML.
 *
 * @param mixed $value
 */
function plain( $value ): string {
	return is_scalar( $value ) ? html_entity_decode( (string) $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) : '';
}

/**
 * Only what the widget knows, as plain texts; a switched-on boolean is an empty text.
 *
 * @param array<string, mixed> $options
 * @return array<string, string>
 */
function known_options( string $widget, array $options ): array {
	$known = array();
	foreach ( attributes_of( $widget ) as $attribute ) {
		$name  = $attribute['name'];
		$value = $options[ $name ] ?? null;
		if ( 'boolean' === $attribute['type'] ) {
			if ( true === $value || in_array( $value, array( '', '1', 'true', $name ), true ) ) {
				$known[ $name ] = '';
			}
			continue;
		}
		$value = trim( plain( $value ) );
		if ( '' !== $value ) {
			$known[ $name ] = $value;
		}
	}
	return $known;
}

/**
 * The page that shows the same without a script; empty where there is none.
 *
 * @param array<string, string> $options As `known_options` gives them.
 */
function link_address( string $widget, array $options ): string {
	$words = preg_split( '/\s+/', trim( $options['src'] ?? option( 'src' ) ) );
	if ( ! preg_match( '~^(?:([a-z][a-z0-9-]*)\+)?(?:https?|webcals?)://~i', (string) $words[0], $found ) ) {
		return '';
	}
	$kind    = strtolower( $found[1] ?? '' );
	$address = '' === $kind ? $words[0] : substr( $words[0], strlen( $kind ) + 1 );
	$address = (string) preg_replace( '~^webcal(s?)://~i', 'http$1://', $address );
	if ( 'hub' !== $kind ) {
		return $address;
	}
	$query = array_diff_key( $options, array_flip( NOT_IN_LINK ) );
	return trailingslashit( $address ) . 'embed/' . $widget . ( $query ? '?' . http_build_query( $query, '', '&' ) : '' );
}

/**
 * The link that readers see until the widget has come, and in its place where none comes.
 *
 * @param array<string, string> $options As `known_options` gives them.
 */
function fallback_link( string $widget, array $options, string $address = '', string $text = '' ): string {
	$address = '' === $address ? link_address( $widget, $options ) : $address;
	$text    = '' === $text ? link_text( $widget ) : $text;
	$address = esc_url( $address, array( 'http', 'https' ) );
	return '' === $address ? esc_html( $text ) : '<a href="' . $address . '">' . esc_html( $text ) . '</a>';
}

/**
 * A widget's tag.
 *
 * @param array<string, string> $options As `known_options` gives them.
 * @param string                $inner   Safe HTML.
 */
function render_tag( string $widget, array $options, string $inner ): string {
	need_script();
	$html = '<vr-' . $widget;
	foreach ( $options as $name => $value ) {
		if ( '-url' === substr( $name, -4 ) ) {
			$value = esc_url_raw( $value, array( 'http', 'https' ) );
		}
		$html .= ' ' . $name . ( '' === $value ? '' : '="' . esc_attr( $value ) . '"' );
	}
	return $html . '>' . $inner . '</vr-' . $widget . '>';
}
