/**
 * Sets up what a script of package.json needs, and is done in a moment where it is there: dependencies, a newer Node where
 * the machine's is too old, and for `setup.mjs test` a browser and the tools of the stories.
 * Runs under Node 20 on Node built-ins alone, since nothing else is there yet.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installChromium } from './lib/browser.mjs';
import { installNode, linkNode, nodeIsNeeded } from './lib/node-runtime.mjs';
import { ensureOldLibraries } from './lib/old-libraries.mjs';
import { ensureInstalled } from './lib/packages.mjs';
import { root } from './lib/system.mjs';

/** Tools that only some scripts need live in package folders of their own, so that `npm start` installs little. */
const tools = {
  test: [
    ['stories', 'the tools of the stories'],
    ['test/package-tools', 'the checkers of the package'],
  ],
  stories: [['stories', 'the tools of the stories']],
  engines: [['test/engines', 'the drivers of Firefox and WebKit']],
  hosts: [['test/hosts', 'the editors to save pages with']],
  bench: [['test/bench', 'the calendars to compare with']],
};

async function setUp(purpose) {
  const lend = nodeIsNeeded();
  await Promise.all([ensureInstalled(root, 'the dependencies'), lend && installNode()]);
  if (lend) linkNode();
  for (const [folder, what] of tools[purpose] ?? []) {
    if (existsSync(join(root, folder, 'package-lock.json'))) await ensureInstalled(join(root, folder), what);
  }
  if (purpose && purpose !== 'stories') installChromium();
  if (purpose === 'test') ensureOldLibraries();
}

try {
  await setUp(process.argv[2]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
