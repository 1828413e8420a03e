<?php
// Runs PHP inside the site: php load.php SITE 'code' [installing]. What the code returns is printed as JSON.
[, $site, $code] = $argv;
if ( isset( $argv[3] ) ) {
	define( 'WP_INSTALLING', true );
}
// There is no mail here.
function wp_mail() {
	return true;
}
$url                        = parse_url( getenv( 'WP_URL' ) );
$_SERVER['HTTP_HOST']       = $url['host'] . ':' . $url['port'];
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require "$site/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
echo json_encode( eval( $code ) );
