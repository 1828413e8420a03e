<?php
/**
 * The block: a widget chosen from a list, seen live in the editor. The page gets the tag; what is saved with the post is
 * the link, so that pages stay readable when the plugin goes.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

defined( 'ABSPATH' ) || exit;

/** Registers the block with the script of the editor. */
function register_block(): void {
	wp_register_script(
		'bausteine-editor',
		plugins_url( 'block/editor.js', PLUGIN ),
		array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' ),
		VERSION,
		true
	);
	register_block_type( __DIR__ . '/../block', array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
}
add_action( 'init', __NAMESPACE__ . '\register_block' );

/** What the editor's script has to know. Only editors pay for it. */
function editor_setup(): void {
	$widgets = array();
	foreach ( widget_names() as $widget ) {
		$attributes = array();
		foreach ( attributes_of( $widget ) as $attribute ) {
			// Written as JSON or as an id of another element: nothing for a field in the margin.
			if ( in_array( $attribute['name'], array( 'backend', 'messages' ), true ) ) {
				continue;
			}
			$attribute['label']   = attribute_label( $attribute['name'] );
			$attribute['choices'] = array_map(
				static function ( string $choice ): array {
					return array(
						'value' => $choice,
						'label' => choice_label( $choice ),
					);
				},
				$attribute['choices'] ?? array()
			);
			$attributes[]         = $attribute;
		}
		$widgets[] = array(
			'name'       => $widget,
			'title'      => widget_title( $widget ),
			'linkText'   => link_text( $widget ),
			'attributes' => $attributes,
		);
	}
	$setup = array(
		'widgets'   => $widgets,
		'library'   => add_query_arg( 'ver', VERSION, library_url() . 'bausteine.js' ),
		'src'       => option( 'src' ),
		'notInLink' => NOT_IN_LINK,
		'words'     => array(
			'widget'      => __( 'Baustein', 'bausteine' ),
			'source'      => __( 'Woher die Daten kommen', 'bausteine' ),
			'sourceHelp'  => __( 'Zum Beispiel hub+https://netzwerk.example/ oder https://stadt.example/termine.ics. Mehrere Adressen trennen Sie mit Leerzeichen.', 'bausteine' ),
			/* translators: %s: address that is used without an own one */
			'sourceUsual' => __( 'Ohne Angabe gilt die Adresse der Website: %s', 'bausteine' ),
			'settings'    => __( 'Was gezeigt wird', 'bausteine' ),
			'more'        => __( 'Darstellung und Technik', 'bausteine' ),
			'link'        => __( 'Link für alle, bei denen kein Skript läuft', 'bausteine' ),
			'linkAddress' => __( 'Adresse', 'bausteine' ),
			'linkText'    => __( 'Text', 'bausteine' ),
			'usual'       => __( 'wie üblich', 'bausteine' ),
			'empty'       => __( 'Nennen Sie rechts die Adresse der Quelle, dann erscheint hier die Vorschau.', 'bausteine' ),
		),
	);
	$json  = wp_json_encode( $setup, JSON_HEX_TAG | JSON_HEX_AMP );
	wp_add_inline_script( 'bausteine-editor', 'window.bausteineEditor = ' . $json . ';', 'before' );
}
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\editor_setup' );

/** @param array<string, mixed> $attributes */
function render_block( $attributes ): string {
	$widget = (string) ( $attributes['widget'] ?? '' );
	if ( ! in_array( $widget, widget_names(), true ) ) {
		return '';
	}
	$options = known_options( $widget, (array) ( $attributes['options'] ?? array() ) );
	$link    = fallback_link( $widget, $options, plain( $attributes['link'] ?? '' ), plain( $attributes['linkText'] ?? '' ) );
	return '<div ' . get_block_wrapper_attributes() . '>' . render_tag( $widget, $options, $link ) . '</div>';
}
