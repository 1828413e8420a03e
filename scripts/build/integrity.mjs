import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {string} the value of an `integrity` attribute for these bytes */
export const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Writes `integrity.json`: path in `dist` -> SRI value, for every script and style sheet. */
export function writeIntegrity(outdir) {
  const files = globSync('**/*.{js,css}', { cwd: outdir }).sort();
  const entries = files.map((path) => [path.replaceAll('\\', '/'), integrityOf(readFileSync(join(outdir, path)))]);
  writeFileSync(join(outdir, 'integrity.json'), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}
