/** Finds a Chromium to test with, and installs Debian's where that is possible. Node built-ins only. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { apt, aptIsUsable, findOnPath } from './system.mjs';

/** Chromium without the parts that draw a window: the same engine for two thirds of the work. */
const SHELL = 'chromium-headless-shell';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];

const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium that Playwright downloaded earlier, newest first. */
function playwrightBrowsers() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
    .flatMap((name) => [join(cache, name, 'chrome-linux64', 'chrome'), join(cache, name, 'chrome-linux', 'chrome')]);
}

/**
 * @param {boolean} [whole] with all that a window needs, such as pages that are kept for the way back
 * @returns {string | undefined} path of the browser; `CHROME_PATH` wins.
 */
export function findChromium(whole = false) {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
    return named;
  }
  return [whole ? undefined : findOnPath([SHELL]), findOnPath(NAMES), ...playwrightBrowsers(), ...APPLICATIONS].find(
    (path) => path && existsSync(path),
  );
}

/**
 * The browser, installed by apt where this machine lets us.
 * @throws {Error} with the one line that tells what to do.
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (aptIsUsable()) {
    console.log('Installing Chromium (apt-get) ...');
    apt('chromium', 'fonts-liberation');
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error('The tests need Chrome or Chromium: sudo apt-get install chromium, or set CHROME_PATH.');
}

/** For set-ups: Debian's Chromium with and without a window; any other where they cannot be had. */
export function installChromium() {
  const isThere = findOnPath([SHELL]) && findChromium(true);
  if (!process.env.CHROME_PATH && !isThere && aptIsUsable()) {
    console.log('Installing Chromium (apt-get) ...');
    apt(SHELL, 'chromium', 'fonts-liberation');
  }
  return ensureChromium();
}

/** Arguments under which Chromium runs as root, in a container, and without calls to its maker. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Arguments for pages that live for a second: what V8 would optimize is done before that has paid. Not where time is measured. */
export const shortLivedArgs = [...chromiumArgs, '--js-flags=--no-opt,--no-maglev'];
