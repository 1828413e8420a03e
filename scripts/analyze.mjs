/**
 * Writes custom-elements.json from the sources; with `--check` compares it and exits with 1 where it is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from './build/manifest.mjs';
import { root } from './lib/system.mjs';

const file = join(root, 'custom-elements.json');
const text = `${JSON.stringify(await analyze(), null, 2)}\n`;

if (process.argv.includes('--check')) {
  let committed = '';
  try {
    committed = readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (committed !== text) {
    const [ours, theirs] = [text.split('\n'), committed.split('\n')];
    const line = ours.findIndex((content, index) => content !== theirs[index]);
    console.error(`custom-elements.json is out of date from line ${line + 1}: npm run analyze, and commit it.`);
    console.error(`  is:        ${theirs[line] ?? '(end)'}\n  should be: ${ours[line] ?? '(end)'}`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
}
