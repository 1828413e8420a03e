import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/system.mjs';

/** @returns {string} the value of an `integrity` attribute for these bytes */
export const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Writes `integrity.json`: path in `dist` -> SRI value, for every script and style sheet. */
export function writeIntegrity(outdir) {
  const files = globSync('**/*.{js,css}', { cwd: outdir }).sort();
  const entries = files.map((path) => [path.replaceAll('\\', '/'), integrityOf(readFileSync(join(outdir, path)))]);
  writeFileSync(join(outdir, 'integrity.json'), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  writeImportMap(outdir, entries);
}

/**
 * Writes `importmap.json`, ready for a page: the hash of an entry does not cover what it imports, an import map tells the
 * others. Its addresses are those of a folder with the version in its name, as the zip unpacks.
 */
function writeImportMap(outdir, entries) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const modules = entries.filter(([path]) =>
    /^((autoload|define|doctor|index)|(chunks|elements|adapters)\/.*)\.js$/.test(path),
  );
  const integrity = modules.map(([path, hash]) => [`/bausteine/bausteine-${version}/${path}`, hash]);
  writeFileSync(join(outdir, 'importmap.json'), `${JSON.stringify({ integrity: Object.fromEntries(integrity) })}\n`);
}
