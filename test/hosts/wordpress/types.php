<?php
// Events in a type of their own, as many sites have them: times and place in fields that REST shows.
add_action(
	'init',
	function () {
		register_post_type(
			'event',
			array(
				'public'       => true,
				'label'        => 'Events',
				'show_in_rest' => true,
				'rest_base'    => 'events',
				'supports'     => array( 'title', 'editor', 'excerpt', 'custom-fields', 'author' ),
				'taxonomies'   => array( 'category', 'post_tag' ),
			)
		);
		foreach ( array( 'start', 'end', 'venue', 'rrule' ) as $key ) {
			register_post_meta( 'event', $key, array( 'type' => 'string', 'single' => true, 'show_in_rest' => true ) );
		}
	}
);
