<?php
// For `php -S`: what Debian's configuration of the web server keeps from readers.
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
if ( preg_match( '#^/(data|conf|inc|bin|vendor)/#', $path ) ) {
	http_response_code( 403 );
	return true;
}
return false;
