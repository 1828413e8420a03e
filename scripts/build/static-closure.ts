import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORT = /^(?:import|export)\s(?!type\b)(?:[^'";]*?\sfrom\s)?['"](\.[^'"]+)['"]/gm;

/** Files that come with these: themselves and what they import statically, and so on. Absolute paths. */
export function staticClosure(entries: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file) || !existsSync(file)) return;
    files.add(file);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(IMPORT)) visit(resolve(dirname(file), path!));
  };
  for (const entry of entries) visit(resolve(entry));
  return files;
}
