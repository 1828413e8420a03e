import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

function needDist(): void {
  if (!existsSync(dist)) throw new Error('There is no dist: npm run build makes it.');
}

/** Every built file by its path below `dist`, as it is when the test begins: a build in between changes no test. */
export function readBuilt(): ReadonlyMap<string, Buffer> {
  needDist();
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(d\.ts|map)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(dist, path).replaceAll('\\', '/'), readFileSync(path));
  }
  return files;
}

/** A folder that goes with the test, with a copy of `dist` in it. */
export function copyBuilt(): { readonly folder: string; readonly dist: string; remove(): void } {
  needDist();
  const folder = mkdtempSync(join(tmpdir(), 'bausteine-e2e-'));
  cpSync(dist, join(folder, 'dist'), { recursive: true });
  return {
    folder,
    dist: join(folder, 'dist'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
