/** Packages whose code is in the scripts of a build, as their source maps tell. */
export function packagesIn(outdir: string): string[];
/** Writes names, versions and licence texts of bundled packages beside the scripts. */
export function writeLicences(outdir: string): void;
