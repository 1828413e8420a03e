<?php
// Makes of the site the first of a network, whose super administrator is who has installed it.
global $wpdb;
foreach ( $wpdb->tables( 'ms_global' ) as $name => $table ) {
	$wpdb->$name = $table;
}
install_network();
$done = populate_network( 1, $_SERVER['HTTP_HOST'], 'admin@example.test', 'Kreise' );
return is_wp_error( $done ) ? $done->get_error_messages() : true;
