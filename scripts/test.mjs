/**
 * Everything that CI runs, as named steps, two at a time. The last line is `N passed, N failed, N skipped`.
 *
 *   npm test                     a sample of the stories and of the big data
 *   npm run test:full            all of it
 *   npm test -- browser hub      only these steps and what they need
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { tsc } from './build/types.mjs';
import { runSteps } from './lib/steps.mjs';
import { nodeIsNewEnough, root } from './lib/system.mjs';

if (!nodeIsNewEnough(process.version)) {
  console.error(`This is Node ${process.version}: start the tests by npm test, which brings a newer one.`);
  process.exit(1);
}

const full = process.argv.includes('--full');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const env = {
  // What Node has once compiled, and freed of types, the next of a hundred processes need not.
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
  ...(full && { VR_FULL: '1' }),
};

const script = (path, ...args) => [process.execPath, join(root, path), ...args];
const tool = (name, ...args) => [join(root, 'node_modules', '.bin', name), ...args];

/** Node tests below these folders; the same files are browser tests by their ending elsewhere. */
const filesBelow = (...folders) =>
  folders
    .flatMap((folder) => globSync(`${folder}/**/*.test.ts`, { cwd: root }))
    .filter((path) => !path.endsWith('.browser.test.ts') && !path.includes('node_modules'))
    .sort();

const nodeTests = (name, files, { flags = [], ...more } = {}) =>
  files.length > 0 && {
    name,
    command: [
      process.execPath,
      ...flags,
      '--test',
      '--test-reporter=./scripts/lib/node-reporter.mjs',
      '--test-reporter-destination=stdout',
      ...files,
    ],
    counts: true,
    ...more,
  };

/** All files in one process: a hundred starts cost more than the tests. */
const together = ['--test-isolation=none'];

/**
 * The embedded database as its first compiler leaves it: a file is done before the second, which takes longer, has paid for
 * itself.
 */
const withDatabase = ['--liftoff-only'];

/** One PostgreSQL for all files of a step. */
const hubFlags = [...withDatabase, ...together, '--test-global-setup=test/hub/support/global-setup.ts'];

/** Both lanes can work at them, and what one file breaks stays with its group. */
const HUB_GROUPS = 3;
const hubFiles = filesBelow('test/hub');
const hubSteps = Array.from({ length: HUB_GROUPS }, (_, group) =>
  nodeTests(
    `hub (${group + 1} of ${HUB_GROUPS})`,
    hubFiles.filter((_, index) => index % HUB_GROUPS === group),
    { flags: hubFlags, minutes: 12 },
  ),
);

/** What computes with days and hours must not depend on where the machine stands. */
const zoned = filesBelow('test/model', 'test/backend', 'test/i18n');
const inZone = (zone) => nodeTests(`unit (${zone})`, zoned, { env: { TZ: zone }, flags: together });

const elsewhere = new Set([
  ...zoned,
  ...filesBelow(
    'test/package',
    'test/hub',
    'test/e2e',
    'test/faults',
    'test/bench',
    'test/engines',
    'test/real',
    'test/hosts',
  ),
]);
const others = filesBelow('test').filter((path) => !elsewhere.has(path));

/** What pages do to widgets, and widgets to pages; apart from what people do by them, so that both lanes can work at it. */
const embedding = filesBelow('test/e2e').filter((path) =>
  /(gallery\/|builder|doctor|emergency-stop|frames|policies|rungs)/.test(path),
);
/** One demo hub for all files of the step: they look at it, and change nothing that another sees. */
const embeddingFlags = [...withDatabase, '--test-global-setup=test/e2e/support/global-setup.ts'];
const journeys = filesBelow('test/e2e').filter((path) => !embedding.includes(path));

/** @type {import('./lib/steps.mjs').Step[]} The long ones first, so that both lanes are done at about the same time. */
const steps = [
  { name: 'build', command: script('scripts/build.mjs', '--if-changed') },
  nodeTests('end to end', journeys, { flags: withDatabase, needs: ['build'], minutes: 15 }),
  nodeTests('embedding', embedding, { flags: embeddingFlags, needs: ['build'], minutes: 15 }),
  globSync('stories/*/**/*.stories.ts', { cwd: root, exclude: ['**/node_modules/**'] }).length > 0 && {
    name: 'stories',
    command: script('scripts/story-smoke.mjs'),
    needs: ['build'],
    counts: true,
    minutes: full ? 120 : 15,
  },
  globSync('test/**/*.browser.test.ts', { cwd: root, exclude: ['**/node_modules/**'] }).length > 0 && {
    name: 'browser',
    command: tool('wtr'),
    needs: ['build'],
    counts: true,
  },
  ...hubSteps,
  { name: 'lint', command: tool('eslint', '.') },
  nodeTests('faults', filesBelow('test/faults')),
  inZone('Europe/Berlin'),
  inZone('UTC'),
  inZone('America/Los_Angeles'),
  nodeTests('unit (others)', others),
  nodeTests('package', filesBelow('test/package'), { needs: ['build'] }),
  // One checker: the other core has the other lane.
  { name: 'types', command: [process.execPath, tsc, '--singleThreaded'] },
  { name: 'zones', command: tool('depcruise', 'src', 'demo', '--config', '.dependency-cruiser.mjs') },
  { name: 'manifest', command: script('scripts/analyze.mjs', '--check') },
  { name: 'size', command: script('scripts/size.mjs'), needs: ['build'], shows: true },
  { name: 'format', command: tool('prettier', '--check', '--log-level=warn', '.') },
]
  .filter(Boolean)
  .map((step) => ({ ...step, env: { ...env, ...step.env } }));

/** The steps asked for by the beginning of their names, with what they need. */
function chosen() {
  if (wanted.length === 0) return steps;
  const names = new Set(steps.map(({ name }) => name).filter((name) => wanted.some((word) => name.startsWith(word))));
  for (const { name, needs } of steps) if (names.has(name)) needs?.forEach((need) => names.add(need));
  return steps.filter(({ name }) => names.has(name));
}

const begun = performance.now();
const line = ({ name, passed, failed, skipped, seconds }) =>
  `${failed > 0 ? '✖' : '✔'} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s  ` +
  `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
const indented = (text) => text.trim().replace(/^(?=.)/gm, '    ');

const results = await runSteps(chosen(), {
  lanes: 2,
  onEnd(step, result) {
    console.log(line(result));
    const skips = result.output.match(/^skipped.*: .*$/gm);
    if (result.failed > 0 || step.shows) console.log(`${indented(result.output)}\n`);
    else if (skips) console.log(indented(skips.join('\n')));
  },
});

/** What a step says of each test that failed: a line with a mark, and what is indented below it. */
const FAULT = /^[^\S\n]*(?:✖|❌|𐄂).*(?:\n[^\S\n]+\S.*){0,12}/gmu;

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const failed = results.filter((result) => result.failed > 0);
console.log(`\n${results.length} steps in ${((performance.now() - begun) / 60_000).toFixed(1)} minutes.`);
for (const { name, output } of failed) {
  // Once more at the end: whoever has only the last page of a log must see what failed.
  console.log(`Failed: ${name}\n${indented((output.match(FAULT) ?? [output.slice(-2000)]).join('\n'))}`);
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(failed.length > 0 ? 1 : 0);
