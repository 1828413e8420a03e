/** What the scripts ask of the machine they run on. Node built-ins only, runs under Node 20. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Node below this cannot run the .ts files of this project, nor the test tools. */
const OLDEST_NODE = [22, 18];

/** @param {string} version such as `v20.20.2` or `24.21.0` */
export function nodeIsNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/**
 * First program of these names on PATH.
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** True where packages can be installed without asking anybody: Debian, as root. */
export function aptIsUsable() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Installs Debian packages. Waits for a package manager that is already at work instead of failing at once.
 * @param {...string} packages
 * @returns {boolean} whether apt-get was content
 */
export function apt(...packages) {
  const run = (...args) =>
    spawnSync('/usr/bin/apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-q', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  run('update');
  return run('install', '-y', '--no-install-recommends', ...packages);
}
