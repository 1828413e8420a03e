/**
 * Lends the npm scripts a newer Node where the machine's own cannot run this project's .ts files. npm puts
 * node_modules/.bin first on PATH, so a link there is enough. The package itself never depends on it.
 */
import { existsSync, lstatSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureInstalled } from './packages.mjs';
import { nodeIsNewEnough, root } from './system.mjs';

const folder = join(root, 'scripts', 'node-runtime');
const bin = join(root, 'node_modules', '.bin');
const link = join(bin, 'node');

const lentNode = () => join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');

/** The scripts may run under the lent Node already; then it is still needed. */
const runsOnLentNode = () => realpathSync(process.execPath).startsWith(realpathSync(folder));

export const nodeIsNeeded = () => !nodeIsNewEnough(process.version) || runsOnLentNode();

/** @throws {Error} with one line on systems for which npm has no Node */
export async function installNode() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error(`This is Node ${process.version}; the project needs 22.18 or newer: https://nodejs.org/`);
  }
  await ensureInstalled(folder, 'Node 24 for the scripts');
}

/** `npm ci` in the root takes the link away with node_modules, so this comes after it. */
export function linkNode() {
  if (existsSync(link) && realpathSync(link) === realpathSync(lentNode())) return;
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  mkdirSync(bin, { recursive: true });
  symlinkSync(relative(bin, lentNode()), link);
}
