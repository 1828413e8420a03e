import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/system.mjs';
import { SUMS, sumsOf } from './sums.mjs';

/** For editors and compilers, not for pages; source maps have a zip of their own. */
const NOT_FOR_PAGES = /(\.d\.ts|\.map|\/\.source-hash|custom-data\.json|web-types\.json)$/;

/** @returns {Map<string, Buffer>} files of a folder of the project that match, by their path in it */
function filesOf(folder, pattern) {
  const files = new Map();
  for (const path of globSync(pattern, { cwd: folder })) {
    if (statSync(join(folder, path)).isFile()) files.set(path.replaceAll('\\', '/'), readFileSync(join(folder, path)));
  }
  return files;
}

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
  const files = new Map([...filesOf(dist, '**/*')].filter(([path]) => !NOT_FOR_PAGES.test(`/${path}`)));
  for (const [path, bytes] of filesOf(join(root, 'docs'), '**/*.md')) files.set(`docs/${path}`, bytes);
  for (const path of ['LICENSE', 'SECURITY.md']) files.set(path, readFileSync(join(root, path)));
  files.set('LIESMICH.txt', Buffer.from(readMe(dist, version)));
  files.set(SUMS, Buffer.from(sumsOf(files)));
  return below(versionFolder(version), files);
}

/** @returns {Map<string, Uint8Array>} the source maps, at the paths where the scripts look for them */
export const sourceMapFiles = (dist, version) => below(versionFolder(version), filesOf(dist, '**/*.map'));

const below = (folder, files) => new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]));

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
