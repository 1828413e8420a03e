/**
 * Tests with the real servers of others, on loopback and in temporary folders: what a recording cannot show.
 * Debian's packages are installed where this machine lets us; a server that is not to be had is skipped with a word.
 *
 *   npm run test:real
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ensureServers } from './lib/debian.mjs';
import { root } from './lib/system.mjs';

ensureServers('radicale', 'php', 'database', 'wordpress');

const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

const built = run(join(root, 'scripts/build.mjs'), '--if-changed');
const tested = run(
  '--test',
  '--test-reporter=./scripts/lib/node-reporter.mjs',
  '--test-reporter-destination=stdout',
  ...globSync('test/real/**/*.test.ts', { cwd: root }).sort(),
);
process.exitCode = built || tested;
