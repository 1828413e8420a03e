import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/system.mjs';

const FILE = 'THIRD-PARTY.txt';

/** @returns {string[]} packages whose code is in the scripts of a build, as their source maps tell */
export function packagesIn(outdir) {
  const sources = globSync('**/*.map', { cwd: outdir }).flatMap(
    (path) => JSON.parse(readFileSync(join(outdir, path), 'utf8')).sources,
  );
  const names = sources.map((source) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

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
