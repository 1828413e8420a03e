import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

let built: ReadonlyMap<string, Buffer> | undefined;

/**
 * Every built file that browsers load by its path below `dist`, as it is when the test begins: a build in between changes
 * no test.
 */
export function readBuilt(): ReadonlyMap<string, Buffer> {
  if (built) return built;
  if (!existsSync(dist)) throw new Error('There is no dist: npm run build makes it.');
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(d\.ts|map)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(dist, path).replaceAll('\\', '/'), readFileSync(path));
  }
  return (built = files);
}

/** A folder that goes with the test, with those files in its `dist`: what only engineers read is four times as much. */
export function copyBuilt(): { readonly folder: string; readonly dist: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'bausteine-e2e-'));
  for (const [path, body] of readBuilt()) {
    const file = join(folder, 'dist', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, body);
  }
  return {
    folder,
    dist: join(folder, 'dist'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
