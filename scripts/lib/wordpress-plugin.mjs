/** The WordPress plugin as it is installed: its own files, and the built library below `dist`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './system.mjs';

/** Types, source maps and what editors complete from are nothing for a website. */
const ONLY_FOR_DEVELOPERS = /\.(d\.ts|map)$|^types\/|^(web-types|vscode\.[\w-]+)\.json$/;

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield [relative(folder, path).replaceAll('\\', '/'), path];
  }
}

/**
 * @param {string} [dist] folder of the built library
 * @returns {Map<string, Buffer>} contents by the path in the zip, below `bausteine/`
 */
export function wordpressPlugin(dist = join(root, 'dist')) {
  const files = new Map();
  for (const [name, path] of filesBelow(join(root, 'integrations/wordpress/bausteine')))
    files.set(`bausteine/${name}`, readFileSync(path));
  for (const [name, path] of filesBelow(dist))
    if (!ONLY_FOR_DEVELOPERS.test(name)) files.set(`bausteine/dist/${name}`, readFileSync(path));
  return files;
}
