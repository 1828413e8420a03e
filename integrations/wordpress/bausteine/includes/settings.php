<?php
/**
 * Einstellungen → Bausteine.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

defined( 'ABSPATH' ) || exit;

const PAGE = 'bausteine';

/**
 * What was sent by the form, cleaned; what cannot be used is left out and told.
 *
 * @param mixed $given
 * @return array<string, string>
 */
function sanitize_options( $given ): array {
	$given = is_array( $given ) ? $given : array();
	$text  = static function ( string $name ) use ( $given ): string {
		return isset( $given[ $name ] ) && is_string( $given[ $name ] ) ? trim( sanitize_textarea_field( $given[ $name ] ) ) : '';
	};
	$library = esc_url_raw( $text( 'library' ), array( 'http', 'https' ) );
	if ( '' === $library && '' !== $text( 'library' ) ) {
		refuse( $text( 'library' ) );
	}
	$integrity = $text( 'integrity' );
	if ( '' !== $integrity && ! preg_match( '~^sha(256|384|512)-[A-Za-z0-9+/]+={0,2}$~', $integrity ) ) {
		refuse( $integrity );
		$integrity = '';
	}
	return array(
		'src'       => implode( ' ', addresses( $text( 'src' ), '~^(([a-z][a-z0-9-]*\+)?(https?|webcals?)://[^\s"<>@]+|/[^\s"<>]*)$~i' ) ),
		'library'   => '' === $library ? '' : trailingslashit( $library ),
		'integrity' => $integrity,
		'links'     => implode( "\n", addresses( $text( 'links' ), '~^(https?://[^\s"<>@]+|/[^\s"<>]*)$~i' ) ),
		'colour'    => sanitize_html_class( $text( 'colour' ) ),
	);
}

/**
 * Words of a text that are addresses of the form asked for.
 *
 * @return string[]
 */
function addresses( string $text, string $form ): array {
	$words = array_filter( (array) preg_split( '/\s+/', $text ) );
	foreach ( preg_grep( $form, $words, PREG_GREP_INVERT ) as $word ) {
		refuse( $word );
	}
	return array_values( preg_grep( $form, $words ) );
}

/** Tells that an entry was left out. */
function refuse( string $entry ): void {
	/* translators: %s: what was entered */
	$message = sprintf( __( '„%s“ ist keine Adresse, die hier stehen kann, und wurde nicht gespeichert.', 'bausteine' ), $entry );
	add_settings_error( OPTION, 'bausteine-' . md5( $entry ), esc_html( $message ) );
}

/** Makes the option known, which also lets options.php save it: with its nonce, for who may manage options. */
function register_settings(): void {
	register_setting(
		PAGE,
		OPTION,
		array(
			'type'              => 'array',
			'default'           => array(),
			'sanitize_callback' => __NAMESPACE__ . '\sanitize_options',
		)
	);
}
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );

/** Adds the page to the menu. */
function add_page(): void {
	add_options_page(
		__( 'Bausteine', 'bausteine' ),
		__( 'Bausteine', 'bausteine' ),
		'manage_options',
		PAGE,
		__NAMESPACE__ . '\print_page'
	);
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_page' );

/**
 * @param string[] $links Beside the plugin's name in the list of plugins.
 * @return string[]
 */
function link_to_page( $links ) {
	$address = admin_url( 'options-general.php?page=' . PAGE );
	array_unshift( $links, '<a href="' . esc_url( $address ) . '">' . esc_html__( 'Einstellungen', 'bausteine' ) . '</a>' );
	return $links;
}
add_filter( 'plugin_action_links_' . plugin_basename( PLUGIN ), __NAMESPACE__ . '\link_to_page' );

/** A row with a field of one line. */
function print_text_row( string $name, string $label, string $help, string $example ): void {
	$id = 'bausteine-' . $name;
	echo '<tr><th scope="row"><label for="' . esc_attr( $id ) . '">' . esc_html( $label ) . '</label></th><td>';
	echo '<input type="text" class="regular-text code" spellcheck="false" autocomplete="off" id="' . esc_attr( $id ) . '" name="' . esc_attr( OPTION . '[' . $name . ']' ) . '" value="' . esc_attr( option( $name ) ) . '" aria-describedby="' . esc_attr( $id ) . '-help">';
	echo '<p class="description" id="' . esc_attr( $id ) . '-help">' . esc_html( $help ) . ( '' === $example ? '' : ' <code>' . esc_html( $example ) . '</code>' ) . '</p></td></tr>';
}

/** The page. */
function print_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html__( 'Bausteine', 'bausteine' ) . '</h1>';
	echo '<p>' . esc_html__( 'Bausteine zeigen Termine, Ideen, Menschen und Berichte eines Netzwerks. Fügen Sie sie als Block „Baustein“ ein, als Kurzcode wie [vr_event_calendar] oder mit dem Schnipsel des Einbettungs-Assistenten.', 'bausteine' ) . '</p>';
	echo '<form method="post" action="options.php">';
	settings_fields( PAGE );
	echo '<table class="form-table" role="presentation"><tbody>';
	print_text_row(
		'src',
		__( 'Adresse der Quelle', 'bausteine' ),
		__( 'Gilt für alle Bausteine ohne eigene Quelle. Die Browser Ihrer Leserinnen und Leser rufen von dort die Daten ab. Beispiel:', 'bausteine' ),
		'hub+https://netzwerk.example/'
	);
	print_text_row(
		'library',
		__( 'Ort der Bibliothek', 'bausteine' ),
		__( 'Leer lassen, um die Dateien dieses Plugins zu nehmen. Sonst der Ordner, in dem autoload.js und bausteine.js liegen, zum Beispiel', 'bausteine' ),
		'https://netzwerk.example/dist/'
	);
	print_text_row(
		'integrity',
		__( 'Prüfsumme (integrity)', 'bausteine' ),
		has_modules()
			? __( 'Nur wenn die Bibliothek woanders liegt: die Prüfsumme von autoload.js aus integrity.json.', 'bausteine' )
			: __( 'Nur wenn die Bibliothek woanders liegt: die Prüfsumme von bausteine.js aus integrity.json.', 'bausteine' ),
		''
	);
	echo '<tr><th scope="row"><label for="bausteine-links">' . esc_html__( 'Links, die zu Bausteinen werden', 'bausteine' ) . '</label></th><td>';
	echo '<textarea class="large-text code" rows="4" spellcheck="false" id="bausteine-links" name="' . esc_attr( OPTION . '[links]' ) . '" aria-describedby="bausteine-links-help">' . esc_textarea( option( 'links' ) ) . '</textarea>';
	echo '<p class="description" id="bausteine-links-help">' . esc_html__( 'Eine Adresse je Zeile. Ein Link, der so beginnt und allein in seinem Absatz steht, wird zum Baustein; * steht für Beliebiges. Beispiel:', 'bausteine' ) . ' <code>https://netzwerk.example/embed/</code></p></td></tr>';
	print_colour_row();
	echo '</tbody></table>';
	submit_button();
	echo '</form></div>';
}

/** A row with those colours of the theme that can be read on its background. */
function print_colour_row(): void {
	echo '<tr><th scope="row"><label for="bausteine-colour">' . esc_html__( 'Farbe der Bedienelemente', 'bausteine' ) . '</label></th><td>';
	echo '<select id="bausteine-colour" name="' . esc_attr( OPTION . '[colour]' ) . '" aria-describedby="bausteine-colour-help">';
	echo '<option value="">' . esc_html__( 'Farbe der Bausteine', 'bausteine' ) . '</option>';
	foreach ( readable_colours() as $slug => $colour ) {
		echo '<option value="' . esc_attr( $slug ) . '"' . selected( option( 'colour' ), $slug, false ) . '>' . esc_html( $colour[0] . ' (' . $colour[1] . ')' ) . '</option>';
	}
	echo '</select>';
	echo '<p class="description" id="bausteine-colour-help">' . esc_html__( 'Zur Wahl stehen die Farben Ihres Themes, die auf seinem Hintergrund gut lesbar sind (Kontrast 4,5 : 1).', 'bausteine' ) . '</p></td></tr>';
}

/** Text for the privacy page, which WordPress offers to whoever writes it. */
function offer_privacy_text(): void {
	$text = __( 'Auf einigen Seiten zeigen wir Termine, Ideen, Menschen oder Berichte unseres Netzwerks. Ihr Browser ruft diese Daten von der Adresse ab, die bei dem jeweiligen Baustein genannt ist; dabei wird Ihre IP-Adresse übertragen. Auf Ihrem Gerät wird nichts gespeichert, solange Sie es nicht selbst wünschen.', 'bausteine' );
	wp_add_privacy_policy_content( __( 'Bausteine', 'bausteine' ), wp_kses_post( wpautop( $text ) ) );
}
add_action( 'admin_init', __NAMESPACE__ . '\offer_privacy_text' );
