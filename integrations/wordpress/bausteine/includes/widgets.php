<?php
/**
 * Which widgets there are and which attributes they have: widgets.json, which is made from the library's manifest.
 *
 * @package Bausteine
 */

// SPDX-License-Identifier: GPL-2.0-or-later

namespace Bausteine;

defined( 'ABSPATH' ) || exit;

/**
 * Contents of widgets.json: `widgets` (name => attributes), `backend` (attributes of vr-backend), `kinds` of sources.
 *
 * @return array<string, array>
 */
function manifest(): array {
	static $manifest = null;
	if ( null === $manifest ) {
		$manifest = (array) json_decode( (string) file_get_contents( __DIR__ . '/../widgets.json' ), true );
	}
	return $manifest;
}

/**
 * Attributes of a widget: each with `name`, `type` (text, number, boolean, choice) and `own`, some with `choices`.
 *
 * @return array<int, array<string, mixed>>
 */
function attributes_of( string $widget ): array {
	return manifest()['widgets'][ $widget ] ?? array();
}

/**
 * Names of the widgets, which are their tags without `vr-`.
 *
 * @return string[]
 */
function widget_names(): array {
	return array_keys( manifest()['widgets'] ?? array() );
}
