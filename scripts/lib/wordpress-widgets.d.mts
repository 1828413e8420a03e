/** Text of the WordPress plugin's widgets.json, from the manifest and the list of adapters. */
export function wordpressWidgets(): Promise<string>;
