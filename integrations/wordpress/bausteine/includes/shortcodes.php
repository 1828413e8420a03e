<?php
/**
 * `[vr_event_calendar src="…" view="agenda"]`, one for each widget. What stands between it and `[/vr_event_calendar]`
 * takes the place of our link, and stays readable where the plugin is gone.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

defined( 'ABSPATH' ) || exit;

/**
 * @param array|string $given   Attributes as WordPress has read them.
 * @param string|null  $content What it encloses.
 * @param string       $name    Which of our shortcodes.
 */
function shortcode( $given, $content, $name ): string {
	$widget  = str_replace( '_', '-', substr( (string) $name, 3 ) );
	$options = array();
	foreach ( is_array( $given ) ? $given : array() as $key => $value ) {
		// A word alone, such as `without-controls`, comes as a value with a number.
		$option             = str_replace( '_', '-', is_int( $key ) ? (string) $value : $key );
		$options[ $option ] = is_int( $key ) ? true : $value;
	}
	$known = known_options( $widget, $options );
	$inner = trim( (string) $content );
	$inner = '' === $inner
		? fallback_link( $widget, $known, plain( $options['link-url'] ?? '' ), plain( $options['link-text'] ?? '' ) )
		: wp_kses_post( $inner );
	return render_tag( $widget, $known, $inner );
}

/** Registers one for each widget. */
function register_shortcodes(): void {
	foreach ( widget_names() as $widget ) {
		add_shortcode( 'vr_' . str_replace( '-', '_', $widget ), __NAMESPACE__ . '\shortcode' );
	}
}
add_action( 'init', __NAMESPACE__ . '\register_shortcodes' );
