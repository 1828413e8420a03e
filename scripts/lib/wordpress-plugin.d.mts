/** The WordPress plugin as it is installed, with the built library: contents by the path in the zip. */
export function wordpressPlugin(dist?: string): Map<string, Buffer>;
/** What its zip is called. */
export function wordpressPluginZip(version: string): string;
