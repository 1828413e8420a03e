/**
 * Builds Storybook and opens its stories in Chromium: each must be drawn, play to its end, and please axe.
 *
 *   node scripts/story-smoke.mjs [--no-build: the last `npm run build` of stories/] [--full] [part of a story's id ...]
 *
 * With `--full` or VR_FULL=1 every story is opened in every variant, else in one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ensureChromium, shortLivedArgs } from './lib/browser.mjs';
import { StoryPage } from './lib/story-page.mjs';
import { serveFolder } from './lib/static-server.mjs';
import { nameOf, variantsOf } from './lib/story-variants.mjs';
import { root } from './lib/system.mjs';

const full = process.argv.includes('--full') || process.env['VR_FULL'] === '1';
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const folder = join(root, 'stories');
// A folder of its own, since a Storybook that somebody else builds meanwhile must not change under this run.
const keep = process.argv.includes('--no-build');
const built = keep ? join(folder, 'storybook-static') : mkdtempSync(join(tmpdir(), 'stories-'));
if (!keep) process.on('exit', () => rmSync(built, { recursive: true, force: true }));

if (!keep) {
  const args = ['build', '--config-dir', '.storybook', '--output-dir', built, '--disable-telemetry', '--quiet'];
  const storybook = join(folder, 'node_modules', '.bin', 'storybook');
  const build = spawnSync(storybook, [...args, '--loglevel', 'warn'], { cwd: folder, encoding: 'utf8' });
  if (build.status !== 0) {
    console.error(build.stdout, build.stderr);
    console.log('\n0 passed, 1 failed, 0 skipped');
    process.exit(1);
  }
}

const { entries } = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8'));
const visits = Object.values(entries)
  .filter(({ type, id }) => type === 'story' && (words.length === 0 || words.some((word) => id.includes(word))))
  .flatMap(({ id }) => variantsOf(id, full).map((variant) => ({ id, variant })));

const server = await serveFolder(built);
const browser = await puppeteer.launch({
  executablePath: ensureChromium(),
  args: shortLivedArgs,
});
let passed = 0;
let failed = 0;

const componentOf = (id) => id.split('--')[0];
const placeOf = ({ id, variant: { theme, dir } }) => [componentOf(id), theme, dir].join(' ');
const orderOf = (visit) => [placeOf(visit), visit.variant.width, visit.variant.forcedColors].join(' ');

/** A page that never comes to its story must not keep the others waiting. */
function showInTime(page, { id, variant }, seconds) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve([`not finished after ${seconds} seconds`]), seconds * 1000);
  });
  return Promise.race([page.show(id, variant), late]).finally(() => clearTimeout(timer));
}

/**
 * Loading Storybook takes longer than most stories: those of one component in one light share a page. What fails there
 * is looked at once more in a page of its own, whose word counts.
 */
async function visitAll() {
  visits.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  let page;
  let place;
  for (const visit of visits) {
    if (!page || placeOf(visit) !== place) {
      await page?.close();
      page = new StoryPage(browser, server.origin);
      place = placeOf(visit);
    }
    const isFirst = page.isNew;
    let faults = await showInTime(page, visit, isFirst ? 60 : 20);
    if (faults.length > 0) {
      await page.close();
      page = new StoryPage(browser, server.origin);
      if (!isFirst) faults = await showInTime(page, visit, 60);
    }
    if (faults.length === 0) {
      passed++;
    } else {
      failed++;
      console.log(`✖ ${visit.id} (${nameOf(visit.variant)})\n${faults.map((fault) => `    ${fault}`).join('\n')}`);
    }
  }
  await page?.close();
}

try {
  // The worker of msw takes itself off with its last page, under the feet of the next one: this page stays to the end.
  const anchor = await browser.newPage();
  await anchor.goto(`${server.origin}/index.json`);
  // One story at a time: of two tabs the one behind is not drawn, and its story may never end.
  await visitAll();
} finally {
  await browser.close();
  await server.close();
}
console.log(`\n${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;
