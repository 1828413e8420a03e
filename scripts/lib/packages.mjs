/** Installs what a package folder's lock names, once for each state of the lock. Node built-ins only, runs under Node 20. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** True where somebody ran `npm install` by hand and everything the lock asks for is there. */
function holdsTheLock(folder) {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const there = readJson(installed).packages;
  return Object.entries(readJson(join(folder, 'package-lock.json')).packages).every(
    ([path, { version, optional, devOptional, link }]) =>
      path === '' || optional || devOptional || link || there[path]?.version === version,
  );
}

/**
 * @param {string} folder with package.json and package-lock.json
 * @param {string} what for the line that is printed
 * @returns {Promise<boolean>} whether anything had to be installed
 * @throws {Error} in one line; npm has printed its own before
 */
export async function ensureInstalled(folder, what) {
  const marker = join(folder, 'node_modules', '.lock-sha256');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return false;
  if (!holdsTheLock(folder)) {
    console.log(`Installing ${what} (npm ci) ...`);
    await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  }
  writeFileSync(marker, lock);
  return true;
}

/** Runs npm in a folder, its output with ours. */
function npm(args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`npm ${args[0]} failed in ${cwd} (exit ${code}); its reason stands above.`)),
    );
  });
}
