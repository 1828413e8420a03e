import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const SUMS = 'SHA384SUMS';

/** @returns {string} a line of a sums file for these bytes */
const lineOf = (path, bytes) => `${createHash('sha384').update(bytes).digest('hex')}  ${path}\n`;

/**
 * What `sha384sum --check` reads, ordered by path.
 * @param {ReadonlyMap<string, Uint8Array>} files by path
 */
export const sumsOf = (files) =>
  [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => lineOf(path, bytes))
    .join('');

/** Writes `SHA384SUMS` over every file of a folder but itself. */
export function writeSums(folder) {
  const files = new Map();
  for (const path of globSync('**/*', { cwd: folder })) {
    if (path !== SUMS && statSync(join(folder, path)).isFile()) {
      files.set(path.replaceAll('\\', '/'), readFileSync(join(folder, path)));
    }
  }
  writeFileSync(join(folder, SUMS), sumsOf(files));
}
