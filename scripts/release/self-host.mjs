import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { below, filesOf, pageFiles } from '../lib/page-files.mjs';
import { root } from '../lib/system.mjs';
import { SUMS, sumsOf } from './sums.mjs';

/** `bausteine-1.2.3`: versions lie beside each other on a server, so that going back is changing one path. */
export const versionFolder = (version) => `bausteine-${version}`;

/**
 * Everything that a web server hands out, and what the person reads who puts it there.
 *
 * @param {string} dist
 * @param {string} version
 * @returns {Map<string, Uint8Array>} by path, all of them below the version's folder
 */
export function selfHostFiles(dist, version) {
  const files = pageFiles(dist);
  for (const [path, bytes] of filesOf(join(root, 'docs'), '**/*.md')) files.set(`docs/${path}`, bytes);
  for (const path of ['LICENSE', 'SECURITY.md']) files.set(path, readFileSync(join(root, path)));
  files.set('LIESMICH.txt', Buffer.from(readMe(dist, version)));
  files.set(SUMS, Buffer.from(sumsOf(files)));
  return below(versionFolder(version), files);
}

/** @returns {Map<string, Uint8Array>} the source maps, at the paths where the scripts look for them */
export const sourceMapFiles = (dist, version) => below(versionFolder(version), filesOf(dist, '**/*.map'));

/** The German page for whoever unpacks the zip, with the line for this version in it. */
function readMe(dist, version) {
  const integrity = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));
  const values = {
    version,
    folder: versionFolder(version),
    module: integrity['autoload.js'],
    classic: integrity['bausteine.js'],
  };
  const text = readFileSync(new URL('liesmich.txt', import.meta.url), 'utf8');
  return text.replaceAll(/\{(\w+)\}/g, (_, name) => {
    if (!values[name]) throw new Error(`LIESMICH.txt needs ${name}, which the build lacks.`);
    return values[name];
  });
}
