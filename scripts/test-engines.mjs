/**
 * Runs the browser tests in Firefox ESR and WebKitGTK, from Debian's packages.
 *
 *   npm run test:engines [-- firefox | webkit]
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { apt, aptIsUsable, findOnPath, root } from './lib/system.mjs';
import { countOf } from './lib/steps.mjs';

/** A program of these packages, installed where this machine lets us. */
function ensure(find, packages) {
  if (find()) return find();
  if (aptIsUsable()) {
    console.log(`Installing ${packages.join(', ')} (apt-get) ...`);
    apt(...packages);
    if (find()) return find();
  }
  throw new Error(`Needs ${packages.join(' and ')}: sudo apt-get install ${packages.join(' ')}`);
}

/** Runs Web Test Runner with a configuration, shows what it says, and answers what it counted. */
function run(config, env) {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin/wtr'), ['--config', config], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    // The closing line decides: the runner's exit code also blames what an engine cannot do.
    child.on('close', () => resolve(countOf({ counts: true }, output, true)));
  });
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Waits until something listens, looking every tenth of a second. */
async function untilReady(url) {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url).catch((error) => error.cause?.code);
    if (answer?.status) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${url}.`);
}

async function firefox() {
  const path = process.env['FIREFOX_PATH'] ?? ensure(() => findOnPath(['firefox-esr']), ['firefox-esr']);
  console.log(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim());
  return run('test/engines/firefox.config.js', { FIREFOX_PATH: path });
}

async function webkit() {
  const miniBrowser = () => globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').find((path) => existsSync(path));
  const packages = ['webkit2gtk-driver', 'xvfb'];
  const driver = ensure(() => miniBrowser() && findOnPath(['Xvfb']) && findOnPath(['WebKitWebDriver']), packages);
  console.log('WebKitGTK');
  const port = await freePort();
  // Xvfb takes the first free display and says which.
  const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise((resolve) =>
    display.stdout.setEncoding('utf8').once('data', (text) => resolve(text.trim())),
  );
  const server = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${number}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  try {
    await untilReady(`http://127.0.0.1:${port}/status`);
    return await run('test/engines/webkit.config.js', { WEBKIT_DRIVER_PORT: String(port), WEBKIT_PATH: miniBrowser() });
  } finally {
    server.kill();
    display.kill();
  }
}

const engines = { firefox, webkit };
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, test] of Object.entries(engines)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  try {
    const counted = await test();
    for (const key of Object.keys(total)) total[key] += counted[key];
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    total.failed++;
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
