/** A zip of these files by path, the same bytes for the same files and day. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>, date: Date): Uint8Array;
