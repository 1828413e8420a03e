<?php
/**
 * What widgets, attributes and values are called for those who edit pages.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

defined( 'ABSPATH' ) || exit;

/**
 * Name of a widget => its title and the text of its link.
 *
 * @return array<string, string[]>
 */
function widget_words(): array {
	return array(
		'blog-feed'       => array( __( 'Berichte', 'bausteine' ), __( 'Berichte lesen', 'bausteine' ) ),
		'event-calendar'  => array( __( 'Termine', 'bausteine' ), __( 'Termine ansehen', 'bausteine' ) ),
		'idea-board'      => array( __( 'Ideen', 'bausteine' ), __( 'Ideen ansehen', 'bausteine' ) ),
		'idea-submission' => array( __( 'Idee einreichen', 'bausteine' ), __( 'Idee einreichen', 'bausteine' ) ),
		'peer-directory'  => array( __( 'Menschen im Netzwerk', 'bausteine' ), __( 'Menschen im Netzwerk finden', 'bausteine' ) ),
		'peer-profile'    => array( __( 'Eigener Eintrag', 'bausteine' ), __( 'Eigenen Eintrag bearbeiten', 'bausteine' ) ),
	);
}

/** What a widget is called. */
function widget_title( string $widget ): string {
	return widget_words()[ $widget ][0] ?? $widget;
}

/** What the link to a widget's page says. */
function link_text( string $widget ): string {
	return widget_words()[ $widget ][1] ?? $widget;
}

/** What an attribute is called; without a word of ours its own name. */
function attribute_label( string $attribute ): string {
	$labels = array(
		'address'          => __( 'Anrede', 'bausteine' ),
		'date'             => __( 'Datum zu Beginn (JJJJ-MM-TT)', 'bausteine' ),
		'direction'        => __( 'Nur wer etwas bietet oder sucht', 'bausteine' ),
		'directory-url'    => __( 'Adresse der Seite mit dem Verzeichnis', 'bausteine' ),
		'event-id'         => __( 'Kennung der Veranstaltung, aus der Ideen kommen', 'bausteine' ),
		'event-url'        => __( 'Adresse der Seite mit den Terminen', 'bausteine' ),
		'feed-url'         => __( 'Adresse der Seite mit den Berichten', 'bausteine' ),
		'fields'           => __( 'Weitere Felder (mit Leerzeichen getrennt)', 'bausteine' ),
		'first-day'        => __( 'Erster Tag der Woche (1 = Montag)', 'bausteine' ),
		'full-text'        => __( 'Ganze Texte in der Liste', 'bausteine' ),
		'heading-level'    => __( 'Ebene der Überschrift (1 bis 6)', 'bausteine' ),
		'idea'             => __( 'Kennung der Idee, die zu Beginn offen ist', 'bausteine' ),
		'idea-url'         => __( 'Adresse der Seite mit den Ideen', 'bausteine' ),
		'image-hosts'      => __( 'Hosts, von denen Bilder kommen dürfen', 'bausteine' ),
		'images'           => __( 'Bilder laden', 'bausteine' ),
		'kind'             => __( 'Nur diese Art von Terminen', 'bausteine' ),
		'labels'           => __( 'Namen der Quellen (mit Semikolon getrennt)', 'bausteine' ),
		'layout'           => __( 'Anordnung', 'bausteine' ),
		'limit'            => __( 'Einträge, bevor es „Mehr anzeigen“ heißt', 'bausteine' ),
		'loading'          => __( 'Wann geladen wird', 'bausteine' ),
		'org'              => __( 'Nur diese Verwaltung', 'bausteine' ),
		'profile-url'      => __( 'Adresse der Seite mit dem eigenen Eintrag', 'bausteine' ),
		'q'                => __( 'Suche zu Beginn', 'bausteine' ),
		'reach'            => __( 'Reichweite', 'bausteine' ),
		'report'           => __( 'Nur Erfahrungsberichte', 'bausteine' ),
		'share'            => __( 'Wege zum Weitersagen (mit Leerzeichen getrennt)', 'bausteine' ),
		'sort'             => __( 'Reihenfolge zu Beginn', 'bausteine' ),
		'src'              => __( 'Adresse der Quelle', 'bausteine' ),
		'stage'            => __( 'Nur Ideen auf diesen Stufen', 'bausteine' ),
		'storage'          => __( 'Auf dem Gerät merken', 'bausteine' ),
		'surface'          => __( 'Hintergrund', 'bausteine' ),
		'tag'              => __( 'Nur mit diesen Schlagwörtern', 'bausteine' ),
		'theme'            => __( 'Darstellung', 'bausteine' ),
		'time-zone'        => __( 'Zeitzone', 'bausteine' ),
		'topic'            => __( 'Nur dieses Thema', 'bausteine' ),
		'view'             => __( 'Ansicht zu Beginn', 'bausteine' ),
		'without-controls' => __( 'Ohne Bedienelemente (für schmale Spalten)', 'bausteine' ),
	);
	return $labels[ $attribute ] ?? $attribute;
}

/** What a value is called that an attribute offers; without a word of ours the value itself. */
function choice_label( string $choice ): string {
	$labels = array(
		'agenda'   => __( 'Liste nach Tagen', 'bausteine' ),
		'board'    => __( 'Spalten nach Stufe', 'bausteine' ),
		'card'     => __( 'Karte', 'bausteine' ),
		'cards'    => __( 'Karten', 'bausteine' ),
		'contrast' => __( 'Hoher Kontrast', 'bausteine' ),
		'dark'     => __( 'Dunkel', 'bausteine' ),
		'day'      => __( 'Tag', 'bausteine' ),
		'du'       => __( 'Du', 'bausteine' ),
		'eager'    => __( 'sofort', 'bausteine' ),
		'lazy'     => __( 'wenn sie in Sicht kommen', 'bausteine' ),
		'light'    => __( 'Hell', 'bausteine' ),
		'list'     => __( 'Liste', 'bausteine' ),
		'listed'   => __( 'auch von den genannten Hosts', 'bausteine' ),
		'local'    => __( 'dauerhaft', 'bausteine' ),
		'magazine' => __( 'Magazin', 'bausteine' ),
		'month'    => __( 'Monat', 'bausteine' ),
		'none'     => __( 'nichts', 'bausteine' ),
		'offer'    => __( 'Angebote', 'bausteine' ),
		'own'      => __( 'nur von dieser Website', 'bausteine' ),
		'program'  => __( 'Programm', 'bausteine' ),
		'seek'     => __( 'Gesuche', 'bausteine' ),
		'session'  => __( 'bis der Tab geschlossen wird', 'bausteine' ),
		'sie'      => __( 'Sie', 'bausteine' ),
		'week'     => __( 'Woche', 'bausteine' ),
	);
	return $labels[ $choice ] ?? $choice;
}
