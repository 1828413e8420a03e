<?php
// For `php -S`: MediaWiki's entry points with what stands behind them, files as they are.
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
if ( preg_match( '#^/(index|api|load|rest)\.php(/.*)?$#', $path, $parts ) ) {
	$script                     = "/{$parts[1]}.php";
	$_SERVER['SCRIPT_NAME']     = $script;
	$_SERVER['PHP_SELF']        = $script;
	$_SERVER['SCRIPT_FILENAME'] = $root . $script;
	if ( ! empty( $parts[2] ) ) {
		$_SERVER['PATH_INFO'] = $parts[2];
	}
	chdir( $root );
	require $root . $script;
	return true;
}
if ( is_file( $root . $path ) && substr( $path, -4 ) !== '.php' ) {
	return false;
}
http_response_code( 404 );
return true;
