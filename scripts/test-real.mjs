/**
 * Tests with the real servers of others, on loopback and in temporary folders: what a recording cannot show.
 * Debian's packages are installed where this machine lets us; a server that is not to be had is skipped with a word.
 *
 *   npm run test:real
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { apt, aptIsUsable, findOnPath, root } from './lib/system.mjs';

/** Programs and the packages that they need. */
const SERVERS = [
  ['radicale', 'radicale'],
  ['php', 'php-cli php-mysql php-gd php-xml php-mbstring php-curl wordpress wordpress-theme-twentytwentythree'],
  ['mariadbd', 'mariadb-server'],
];

const missing = SERVERS.filter(([program]) => !findOnPath([program])).flatMap(([, names]) => names.split(' '));
if (missing.length > 0 && aptIsUsable()) {
  console.log(`Installing ${missing.join(', ')} (apt-get) ...`);
  apt(...missing);
}

const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

const built = run(join(root, 'scripts/build.mjs'), '--if-changed');
const tested = run(
  '--test',
  '--test-reporter=./scripts/lib/node-reporter.mjs',
  '--test-reporter-destination=stdout',
  ...globSync('test/real/**/*.test.ts', { cwd: root }).sort(),
);
process.exitCode = built || tested;
