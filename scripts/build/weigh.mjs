import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @returns {Record<string, {file: string, imports?: string[]}>} vite's manifest: source -> built file and what it imports */
export const readManifest = (dist) => JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));

/** Files that come with these modules: their own and all that are imported statically, each once. */
function filesOf(manifest, modules) {
  const files = new Set();
  const visit = (key) => {
    const { file, imports = [] } = manifest[key];
    if (files.has(file)) return;
    files.add(file);
    imports.forEach(visit);
  };
  modules.filter((key) => key in manifest).forEach(visit);
  return files;
}

/**
 * @param {{modules?: string[], without?: string[], files?: string[]}} scenario modules by source, or built files by path;
 *   `without` names modules that the page has already
 * @returns {{files: {path: string, gzip: number}[], missing: string[]}} heaviest first; bytes after gzip -9
 */
export function weigh(dist, manifest, { modules = [], without = [], files = [] }) {
  const missing = [
    ...modules.filter((key) => !(key in manifest)),
    ...files.filter((path) => !existsSync(join(dist, path))),
  ];
  const present = filesOf(manifest, without);
  const paths = [...filesOf(manifest, modules)].filter((path) => !present.has(path));
  return {
    missing,
    files: [...paths, ...files.filter((path) => !missing.includes(path))]
      .map((path) => ({ path, gzip: gzipSync(readFileSync(join(dist, path)), { level: 9 }).length }))
      .sort((a, b) => b.gzip - a.gzip),
  };
}
