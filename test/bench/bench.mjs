/**
 * Measures the calendar, the search for people and the reader of feeds beside the named peers and tells how they stand with the goals.
 *
 *   npm run bench                           all, and writes results.md
 *   npm run bench -- --quick                two columns, the quick peers, two runs; writes nothing
 *   npm run bench -- --only bausteine,tui   these contestants
 *   npm run bench -- --columns 200:year     these columns
 *   npm run bench -- --parts calendars,sizes,file,rules,peers,feed
 *   npm run bench -- --runs 7 --throttle 4 --dist some/dist --json results.json
 */
import { cpus, loadavg } from 'node:os';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createBrowser } from './lib/browser.mjs';
import { COLUMNS, columnKey, measureCalendars, WEEK_COLUMNS } from './lib/calendars.mjs';
import { measureCalendarFile } from './lib/calendar-file.mjs';
import { CONTESTANTS, ensureBuilt, prepare } from './lib/contestants.mjs';
import { makeEvents } from './lib/events.mjs';
import { measureFeed } from './lib/feed.mjs';
import { judge } from './lib/goals.mjs';
import { makeIcs } from './lib/ics.mjs';
import { here, root } from './lib/paths.mjs';
import { makePeople, measurePeers } from './lib/peers.mjs';
import { report } from './lib/report.mjs';
import { measureRules } from './lib/rules.mjs';
import { serve } from './lib/server.mjs';
import { measureSizes } from './lib/sizes.mjs';

const PARTS = ['sizes', 'calendars', 'file', 'rules', 'peers', 'feed'];
/** What `--quick` looks at: the peers that are best somewhere, and the two ends of the table. */
const QUICK = { contestants: ['bausteine', 'fullcalendar', 'tui', 'lit-floor'], columns: ['200:year', '10000:month'] };

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    columns: { type: 'string' },
    parts: { type: 'string' },
    runs: { type: 'string' },
    throttle: { type: 'string', default: '1' },
    limit: { type: 'string', default: '60000' },
    dist: { type: 'string', default: join(root, 'dist') },
    json: { type: 'string' },
  },
});

function choose(all, wanted, keyOf) {
  if (!wanted) return all;
  const keys = typeof wanted === 'string' ? wanted.split(',') : wanted;
  const unknown = keys.filter((key) => !all.some((item) => keyOf(item) === key));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. There are: ${all.map(keyOf).join(', ')}.`);
  return all.filter((item) => keys.includes(keyOf(item)));
}

const tell = (line) => process.stderr.write(`${line}\n`);

/** `/pages/calendar.html` for what is downloaded: ours by its `src`, as an editor writes it. */
function sizeAddress({ role, files }) {
  const query = new URLSearchParams({
    count: 200,
    spread: 'year',
    module: role === 'ours' ? '/contestants/bausteine/mount-src.js' : files.module,
  });
  if (files.style) query.set('style', files.style);
  return `/pages/calendar.html?${query}`;
}

async function main() {
  const dist = resolve(values.dist);
  const parts = choose(PARTS, values.parts, (part) => part);
  const columns = choose(
    [...COLUMNS, ...WEEK_COLUMNS],
    values.columns ?? (values.quick ? QUICK.columns : undefined),
    columnKey,
  );
  const chosen = choose(CONTESTANTS, values.only ?? (values.quick ? QUICK.contestants : undefined), ({ name }) => name);
  const runs = Number(values.runs ?? (values.quick ? 2 : 7));
  const throttle = Number(values.throttle);
  ensureBuilt(dist);

  const contestants = [];
  for (const contestant of chosen) contestants.push({ ...contestant, files: await prepare(contestant) });
  const server = await serve({
    dist,
    generated: {
      '/events.json': () => JSON.stringify({ events: makeEvents(200, 'year') }),
      '/empty.json': () => JSON.stringify({ events: [] }),
      '/events.ics': () => makeIcs(),
      '/people.json': () => makePeople(),
    },
  });
  const browser = createBrowser();
  const shared = { browser, origin: server.origin, contestants, columns, runs, throttle, tell };
  const run = { contestants, columns };
  try {
    run.meta = {
      date: new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
      machine: `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), shared with other work`,
      chromium: await browser.version(),
      node: process.version,
      runs,
      throttle,
    };
    if (parts.includes('sizes')) run.sizes = await measureSizes({ ...shared, server, addressOf: sizeAddress });
    if (parts.includes('calendars')) {
      tell('Calendars:');
      run.results = await measureCalendars({ ...shared, limit: Number(values.limit) });
    }
    if (parts.includes('file')) {
      tell('Calendar file:');
      run.file = await measureCalendarFile({ ...shared, runs: Math.min(runs, 5) });
    }
    if (parts.includes('peers')) {
      tell('People:');
      run.peers = await measurePeers(shared);
    }
    if (parts.includes('rules')) run.rules = await measureRules({ runs: 3 });
    if (parts.includes('feed')) run.feed = await measureFeed({ runs: 15 });
  } finally {
    await browser.end();
    await server.close();
  }
  run.meta.machine += ` (load ${loadavg()[2].toFixed(0)} over the last quarter of an hour)`;
  run.verdicts = judge({ ...run, results: run.results ?? {} });
  const text = report(run);
  process.stdout.write(text);
  if (values.json) writeFileSync(values.json, JSON.stringify(run, null, 1));
  const whole = !values.quick && !values.only && !values.columns && !values.parts;
  if (whole) writeFileSync(join(here, 'results.md'), text);
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
