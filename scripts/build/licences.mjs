import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/system.mjs';

const FILE = 'THIRD-PARTY.txt';

const packageOf = (source) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];

/** @returns {Map<string, string[]>} script -> packages whose code is in it, as its source map tells */
export function packagesByFile(outdir) {
  const found = new Map();
  for (const path of globSync('**/*.map', { cwd: outdir }).sort()) {
    const { sources } = JSON.parse(readFileSync(join(outdir, path), 'utf8'));
    const names = [...new Set(sources.map(packageOf).filter(Boolean))].sort();
    if (names.length > 0) found.set(path.replaceAll('\\', '/').replace(/\.map$/, ''), names);
  }
  return found;
}

/** @returns {string[]} packages whose code is in the scripts of a build */
export const packagesIn = (outdir) => [...new Set([...packagesByFile(outdir).values()].flat())].sort();

/** Writes what the licences of bundled packages ask for: their names, versions and texts. Scripts carry no comments. */
export function writeLicences(outdir) {
  const notices = packagesIn(outdir).map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const [file] = globSync('{LICENSE,LICENCE,license}{,.md,.txt}', { cwd: folder });
    if (!file) throw new Error(`${name} has no licence text to hand on.`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  writeFileSync(join(outdir, FILE), notices.join(`\n${'-'.repeat(80)}\n\n`));
}
