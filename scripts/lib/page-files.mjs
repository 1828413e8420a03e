/** What of a build a website hands out, whichever archive it comes in. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** For editors and compilers; source maps have a zip of their own. */
const NOT_FOR_PAGES = /(\.d\.ts|\.map|\/(vscode\.[\w-]+|web-types)\.json)$/;

/**
 * @param {string} folder
 * @param {string} [pattern] of paths in it; what begins with a dot is left out
 * @returns {Map<string, Buffer>} contents by the path in it
 */
export function filesOf(folder, pattern = '**/*') {
  const files = new Map();
  for (const path of globSync(pattern, { cwd: folder })) {
    if (statSync(join(folder, path)).isFile()) files.set(path.replaceAll('\\', '/'), readFileSync(join(folder, path)));
  }
  return files;
}

/** @param {string} dist folder of the built library */
export const pageFiles = (dist) => new Map([...filesOf(dist)].filter(([path]) => !NOT_FOR_PAGES.test(`/${path}`)));

/** @returns {Map<string, Uint8Array>} the same files in a folder */
export const below = (folder, files) => new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]));
