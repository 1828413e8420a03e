<?php
// A site with people of each role and some posts.
wp_install( 'Kreis Auental', 'admin', 'admin@example.test', true, '', 'admin-pw' );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'timezone_string', 'Europe/Berlin' );
$GLOBALS['wp_rewrite']->init();
$GLOBALS['wp_rewrite']->flush_rules( false );
switch_theme( wp_get_theme( 'twentytwentythree' )->exists() ? 'twentytwentythree' : WP_DEFAULT_THEME );
wp_delete_post( 1, true );
$people = array( 'admin' => 1 );
foreach ( array( 'ed' => 'editor', 'au' => 'author', 'co' => 'contributor', 'su' => 'subscriber' ) as $login => $role ) {
	$people[ $login ] = wp_insert_user(
		array(
			'user_login'   => $login,
			'user_pass'    => $login . '-pw',
			'user_email'   => $login . '@example.test',
			'role'         => $role,
			'display_name' => ucfirst( $role ),
			// Otherwise the editor greets them with a window.
			'locale'       => '',
		)
	);
}
$categories = array_map( 'wp_create_category', array( 'Neuigkeiten', 'Termine', 'Ideen', 'Ankündigungen & Mehr' ) );
$writers    = array( 'admin', 'ed', 'au' );
$first      = strtotime( '2026-01-05 09:00:00' );
for ( $number = 1; $number <= 30; $number++ ) {
	$date = date( 'Y-m-d H:i:s', $first + $number * 3 * 86400 );
	wp_insert_post(
		array(
			'post_title'    => 0 === $number % 7 ? "Beitrag $number: „Zitate“ & <em>Markup</em>" : "Beitrag $number",
			'post_content'  => "<!-- wp:paragraph --><p>Absatz $number mit <strong>HTML</strong> &amp; <a href=\"https://auental.example/$number\">Link</a>.</p><!-- /wp:paragraph -->",
			'post_excerpt'  => 0 === $number % 3 ? "Auszug $number" : '',
			'post_status'   => 30 === $number ? 'draft' : 'publish',
			'post_author'   => $people[ $writers[ $number % 3 ] ],
			'post_category' => array( $categories[ $number % 4 ] ),
			'tags_input'    => array( 'tag' . $number % 4 ),
			'post_date'     => $date,
			'post_date_gmt' => get_gmt_from_date( $date ),
		)
	);
}
return wp_count_posts()->publish;
