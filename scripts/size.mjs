/**
 * Weighs what a page downloads against test/package/size.json, prints the table, and exits with 1 where a limit is passed.
 * With `--files` each row tells its files; one that is too large does so by itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/system.mjs';
import { readManifest, weigh } from './build/weigh.mjs';

const dist = join(root, 'dist');
const { scenarios } = JSON.parse(readFileSync(join(root, 'test/package/size.json'), 'utf8'));
const manifest = readManifest(dist);
const tellsFiles = process.argv.includes('--files');
const kilobytes = (bytes) => (bytes / 1000).toFixed(2).padStart(7);

let faults = 0;
for (const scenario of scenarios) {
  const { files, missing } = weigh(dist, manifest, scenario);
  if (missing.length > 0) {
    console.log(`✖ ${scenario.name}: the build has no ${missing.join(', ')}`);
    faults++;
    continue;
  }
  const total = files.reduce((sum, { gzip }) => sum + gzip, 0);
  const fits = total <= scenario.limit;
  if (!fits) faults++;
  console.log(`${fits ? '✔' : '✖'} ${kilobytes(total)} of ${kilobytes(scenario.limit)} kB  ${scenario.name}`);
  if (!fits || tellsFiles) for (const { path, gzip } of files) console.log(`  ${kilobytes(gzip)}     ${path}`);
}
process.exitCode = faults > 0 ? 1 : 0;
