/** Script -> packages whose code is in it, as its source map tells. */
export function packagesByFile(outdir: string): Map<string, string[]>;
/** Packages whose code is in the scripts of a build, as their source maps tell. */
export function packagesIn(outdir: string): string[];
/** Writes names, versions and licence texts of bundled packages beside the scripts. */
export function writeLicences(outdir: string): void;
