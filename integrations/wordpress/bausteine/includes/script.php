<?php
/**
 * The library's script: once, and only on pages that have something of ours.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

defined( 'ABSPATH' ) || exit;

/** Handle of the script and of the script module. */
const HANDLE = 'bausteine';

/** WordPress 6.5 and newer print modules; before it the classic file is as good. */
function has_modules(): bool {
	return function_exists( 'wp_enqueue_script_module' );
}

/** Makes the script known. */
function register_script(): void {
	if ( has_modules() ) {
		wp_register_script_module( HANDLE, library_url() . 'autoload.js', array(), VERSION );
	} else {
		wp_register_script( HANDLE, library_url() . 'bausteine.js', array(), VERSION, true );
	}
}
add_action( 'init', __NAMESPACE__ . '\register_script' );

/** Called where something of ours is on the page. */
function need_script(): void {
	if ( is_admin() || is_feed() ) {
		return;
	}
	if ( has_modules() ) {
		wp_enqueue_script_module( HANDLE );
	} else {
		wp_enqueue_script( HANDLE );
	}
	need_colours();
}

/**
 * What the script tag says for the whole page.
 *
 * @return array<string, string>
 */
function script_attributes(): array {
	$attributes = array(
		'data-vr-src'   => option( 'src' ),
		'data-vr-links' => implode( ' ', link_patterns() ),
		'integrity'     => integrity(),
	);
	// A checksum of a file from elsewhere is only looked at in an answer that other sites may read.
	$attributes['crossorigin'] = '' === $attributes['integrity'] ? '' : 'anonymous';
	return array_filter( $attributes, 'strlen' );
}

/** Checksum of the script: the administration's for files that lie elsewhere, the build's for those of the plugin. */
function integrity(): string {
	if ( '' !== option( 'library' ) ) {
		return option( 'integrity' );
	}
	$file = __DIR__ . '/../dist/integrity.json';
	$sums = is_readable( $file ) ? json_decode( (string) file_get_contents( $file ), true ) : array();
	return (string) ( $sums[ has_modules() ? 'autoload.js' : 'bausteine.js' ] ?? '' );
}

/**
 * @param array<string, mixed> $attributes Of any script tag of the page.
 * @return array<string, mixed>
 */
function module_attributes( $attributes ) {
	if ( HANDLE . '-js-module' === ( $attributes['id'] ?? '' ) ) {
		$attributes += script_attributes();
	}
	return $attributes;
}
add_filter( 'wp_script_attributes', __NAMESPACE__ . '\module_attributes' );

/**
 * @param string $tag    Script tag of WordPress before 6.5.
 * @param string $handle Whose it is.
 */
function classic_attributes( $tag, $handle ) {
	if ( HANDLE !== $handle ) {
		return $tag;
	}
	$ours = ' defer';
	foreach ( script_attributes() as $name => $value ) {
		$ours .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	return str_replace( ' src=', $ours . ' src=', $tag );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\classic_attributes', 10, 2 );

/**
 * Looks for what was written into the content by hand or by the embed builder: tags, mounts, links.
 *
 * @param string $html
 */
function look_for_widgets( $html ) {
	$html   = (string) $html;
	$marks  = array( '<vr-', 'vr-mount', 'vr-embed' );
	$starts = array_map(
		static function ( string $pattern ): string {
			// Addresses stand in HTML with `&` as an entity; a pattern's part before its first star has none.
			return (string) strtok( $pattern, '*&' );
		},
		link_patterns()
	);
	foreach ( array_filter( array_merge( $marks, $starts ) ) as $mark ) {
		if ( false !== stripos( $html, $mark ) ) {
			need_script();
			break;
		}
	}
	return $html;
}
add_filter( 'the_content', __NAMESPACE__ . '\look_for_widgets', 99 );
add_filter( 'widget_text', __NAMESPACE__ . '\look_for_widgets', 99 );
add_filter( 'widget_block_content', __NAMESPACE__ . '\look_for_widgets', 99 );
add_filter( 'render_block_core/html', __NAMESPACE__ . '\look_for_widgets', 99 );
