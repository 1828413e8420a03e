/**
 * Tests in the real systems of others, on loopback and in temporary folders: that what an editor pastes there shows live
 * events to a reader who is signed in nowhere. Debian's packages are installed where this machine lets us, and a WordPress
 * with script modules from npm; a host that is not to be had is skipped with a word.
 *
 *   npm run test:hosts [-- wordpress | mediawiki | dokuwiki | editors | builder]
 *   WORDPRESS_FOLDER=<unpacked WordPress> npm run test:hosts -- wordpress   in that version alone
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureServers } from './lib/debian.mjs';
import { ensureInstalled } from './lib/packages.mjs';
import { root } from './lib/system.mjs';

ensureServers('php', 'database', 'wordpress', 'mediawiki', 'dokuwiki');

const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

const wanted = process.argv.slice(2);
const files = globSync('test/hosts/*.test.ts', { cwd: root })
  .filter((path) => wanted.length === 0 || wanted.some((word) => basename(path).startsWith(word)))
  .sort();

if (!process.env.WORDPRESS_FOLDER && files.some((path) => basename(path).startsWith('wordpress'))) {
  await ensureInstalled(join(root, 'test/hosts/newer-wordpress'), 'a newer WordPress').catch((error) =>
    console.error(error.message),
  );
}

const built = run(join(root, 'scripts/build.mjs'), '--if-changed');
const tested = run(
  '--test',
  // A database, a wiki and a browser at a time are enough for a small machine.
  '--test-concurrency=1',
  '--test-reporter=./scripts/lib/node-reporter.mjs',
  '--test-reporter-destination=stdout',
  ...files,
);
process.exitCode = built || tested;
