/**
 * Proves the packed npm package in an app of each framework: installed from the tarball, type-checked, built, opened in
 * Chromium under a strict Content-Security-Policy.
 *
 *   npm run test:frameworks [-- react | vue | angular] [--no-build: dist as it is]
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from './lib/browser.mjs';
import { serveFolder } from './lib/static-server.mjs';
import { root } from './lib/system.mjs';

const FRAMEWORKS = ['react', 'vue', 'angular'];
const PACKAGE = '@verwaltungsrebellen/bausteine';
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

const folder = mkdtempSync(join(tmpdir(), 'frameworks-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** @throws {Error} with what the program said */
function run(cwd, program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NG_CLI_ANALYTICS: 'false', CI: '1' },
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}:\n${error ?? ''}${stdout}${stderr}`);
  return stdout;
}

/** The app as it stands in `examples`, on the tarball in place of the folder. */
function install(name, tarball) {
  const app = join(folder, name);
  cpSync(join(root, 'examples', name), app, {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|dist|\.angular)$/.test(path),
  });
  // The others as the lock names them; then ours, whose bytes no lock can know.
  const file = join(app, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.dependencies[PACKAGE] = `file:${tarball}`;
  writeFileSync(file, JSON.stringify(manifest));
  run(app, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error');
  return app;
}

/** A type error must be found, or the check checks nothing. */
function expectTypeError(app, file, right, wrong) {
  const path = join(app, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(right)) throw new Error(`${file} lacks ${right}`);
  writeFileSync(path, text.replace(right, wrong));
  const { status } = spawnSync('npm', ['run', 'check'], { cwd: app, encoding: 'utf8' });
  writeFileSync(path, text);
  if (status === 0) throw new Error(`${file}: nobody noticed ${wrong}`);
}

/** What a reader of the built app sees and does. */
async function use(app, browser) {
  const server = await serveFolder(join(app, 'dist'), { 'content-security-policy': POLICY });
  const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin) && !request.url().startsWith('data:')) faults.push(request.url());
    });
    await page.goto(`${server.origin}/index.html`);
    const calendar = page.locator('vr-event-calendar');
    const title = 'Mittagsmeetup: Ein Beispiel aus der eigenen Arbeit';
    await calendar.getByRole('button', { name: title }).first().waitFor();
    const type = await calendar.evaluate((element) => typeof element.backend?.events?.list);
    if (type !== 'function') faults.push(`The backend did not arrive as an object: ${type}`);
    await page.getByText('Wählen Sie einen Termin aus.').waitFor();
    await calendar.getByRole('button', { name: title }).first().click();
    await page.getByText(`Ausgewählt: ${title}`).waitFor();
    if ((await calendar.getByRole('dialog').count()) > 0) faults.push('The dialog opened although the app forbade it.');
    await page.getByLabel('Monat', { exact: true }).check();
    await calendar.getByRole('grid').waitFor();
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await context.close();
    await server.close();
  }
}

const TYPE_ERRORS = {
  react: ['src/app.tsx', 'headingLevel={2}', 'headingLevel="zwei"'],
  vue: ['src/app.vue', ':heading-level="2"', 'heading-level="zwei"'],
  angular: ['src/app/app.ts', 'event.detail.event', 'event.detail.termin'],
};

async function prove(name, tarball, browser) {
  const app = install(name, tarball);
  run(app, 'npm', 'run', 'check');
  expectTypeError(app, ...TYPE_ERRORS[name]);
  run(app, 'npm', 'run', 'build');
  await use(app, browser);
}

const words = process.argv.slice(2).filter((word) => FRAMEWORKS.includes(word));
if (!process.argv.includes('--no-build')) run(root, process.execPath, 'scripts/build.mjs', '--if-changed');
run(root, 'npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
const tarball = join(
  folder,
  readdirSync(folder).find((file) => file.endsWith('.tgz')),
);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
let passed = 0;
let failed = 0;
for (const name of words.length > 0 ? words : FRAMEWORKS) {
  const begun = performance.now();
  const took = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  try {
    await prove(name, tarball, browser);
    passed++;
    console.log(`✔ ${name} (${took()})`);
  } catch (error) {
    failed++;
    console.log(`✖ ${name} (${took()})\n${error.message.replace(/^/gm, '    ')}`);
  }
}
await browser.close();
console.log(`\n${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;
