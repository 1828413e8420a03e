/**
 * Measures the directory of people over real sockets on PostgreSQL, at 10,000 and 100,000 people: lists, filters and
 * searches with all their counts, one person, matches; beside an empty Fastify route in the same run. And whether a
 * search finds what it should among 20,000.
 *
 *   npm run bench:people                        all, and writes hub-people-results.md
 *   npm run bench:people -- --people 10000      this size, and writes nothing
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import Fastify from 'fastify';
import { sql } from 'kysely';
import { buildApp } from '../../demo/hub/app.ts';
import { ANONYMOUS } from '../../demo/hub/authorization/caller.ts';
import { DEFAULT_CONFIG } from '../../demo/hub/config/config-defaults.ts';
import { openDatabase } from '../../demo/hub/database/database.ts';
import { DEMO_ORGANISATIONS } from '../../demo/hub/seed/demo-network.ts';
import { fillPeople } from '../hub/peer-search/fill-people.ts';
import { postgresMissing, startPostgres } from '../hub/support/postgres.ts';
import { peerCorpus, peerQueries, QUERY_KINDS, searchQuality } from '../support/peer-corpus.ts';
import { here } from './lib/paths.mjs';
import { median, percentile } from './lib/statistics.mjs';

const NOW = Date.parse('2026-06-15T10:00:00Z');
const REQUESTS = 120;
/** What must be found at least, in percent. */
const QUALITY_AT = 20_000;

const { values } = parseArgs({ options: { people: { type: 'string' } } });
const sizes = values.people === undefined ? [10_000, QUALITY_AT, 100_000] : values.people.split(',').map(Number);

/** A colleague of a quarter of all people, and in their unit of a forty-eighth. */
const READER = {
  kind: 'account',
  accountId: 'reader',
  person: { id: 'peer-0', displayName: 'Rosa Wiesengrund' },
  memberships: [{ org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' }, unit: 'Bauhof', roles: ['member'] }],
};

/** Entries as people set them: all of the network see most of it, some parts only colleagues. */
const AUDIENCES = { bio: 'network', interests: 'organisation', availability: 'network', offers: 'network' };

const ms = (value) => value.toFixed(value < 10 ? 2 : 1);

function time(agent, url, headers = {}) {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    get(url, { agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode} ${text.slice(0, 300)}`));
        else resolve({ milliseconds: performance.now() - begin, text });
      });
    }).on('error', reject);
  });
}

const PARTS = ['antrag', 'beteiligung', 'formular', 'planung'];
const swap = (word) => `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`;

function queriesOf(words, names, size) {
  const word = (index) => encodeURIComponent(words[(index * 37) % words.length]);
  const name = (index) => encodeURIComponent(names[(index * 37) % names.length]);
  const typo = (index) => encodeURIComponent(swap(words[(index * 37) % words.length]));
  return [
    { name: 'everybody by name', path: () => 'peers?limit=50' },
    { name: 'everybody, as a stranger', path: () => 'peers?limit=50', stranger: true },
    {
      name: 'one topic and all below',
      path: (index) => `peers?topic=${['herausforderungen', 'klimawandel'][index % 2]}`,
    },
    { name: 'organisation, language, available', path: () => 'peers?org=auental&language=tr&available=true' },
    { name: 'one word', path: (index) => `peers?q=${word(index)}` },
    { name: 'a name', path: (index) => `peers?q=${name(index)}` },
    { name: 'one word, typed wrongly', path: (index) => `peers?q=${typo(index)}` },
    { name: 'a part that a sixth has', path: (index) => `peers?q=${PARTS[index % PARTS.length]}` },
    { name: 'the same, one topic', path: (index) => `peers?q=${PARTS[index % PARTS.length]}&topic=klimawandel` },
    { name: 'one person', path: (index) => `peers/peer-${(index * 7919) % size}` },
    { name: 'offers, newest first', path: () => 'offers?limit=50' },
    { name: 'matches', path: () => 'me/matches' },
  ];
}

/** By turns with an empty route, so that what else the machine does falls on both. */
async function measure(agent, base, empty, database, corpus) {
  const words = [...new Set(corpus.slice(0, 400).flatMap(({ headline }) => headline.split(' und ')))];
  const names = [...new Set(corpus.slice(0, 400).map(({ displayName }) => displayName))];
  const rows = [];
  for (const { name, path, stranger } of queriesOf(words, names, corpus.length)) {
    const [times, others] = [[], []];
    for (let index = -10; index < REQUESTS; index += 1) {
      // Somebody writes before each request: nothing comes from memory that a write could have changed.
      database.changes.touch(['peer']);
      const url = `${base}/api/v1/${path(Math.abs(index))}`;
      const own = await time(agent, url, stranger ? {} : { 'x-bench-reader': '1' });
      const other = await time(agent, `${empty}/`);
      if (index >= 0) times.push(own.milliseconds);
      if (index >= 0) others.push(other.milliseconds);
    }
    const row = { name, median: median(times), p95: percentile(times, 95), empty: percentile(others, 95) };
    rows.push(row);
    process.stdout.write(`  ${name}: ${ms(row.median)} / ${ms(row.p95)} (${ms(row.empty)})\n`);
  }
  return rows;
}

function page(results, quality, version) {
  const lines = results.flatMap(({ size, rows }) =>
    rows.map(
      ({ name, median: middle, p95, empty }) =>
        `| ${size.toLocaleString('en')} | ${name} | ${ms(middle)} | ${ms(p95)} | ${ms(empty)} |`,
    ),
  );
  return `# The directory of people in figures

\`npm run bench:people\`, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node},
${version}. Load of the machine over the run: ${loadavg()[1].toFixed(1)} (one that does
nothing else shows about 1). Milliseconds over real sockets; hub, client and database share the machine. The reader is
signed in, a colleague of a quarter of all people; somebody writes before each of ${REQUESTS} requests, so that no list comes from
memory; each list holds 50 people, the total, and the counts of all filters, over what this reader may see of each. The
last column is the p95 of an empty Fastify route, asked by turns: what the machine itself took.

Goal: p95 at most 50 ms at 100,000 people.

| people | request | median | p95 | empty route p95 |
| ------ | ------- | ------ | --- | --------------- |
${lines.join('\n')}

Goal: at least 95 of 100 searches of each kind have somebody right among the first ten, here among ${QUALITY_AT.toLocaleString('en')} people.

| ${QUERY_KINDS.join(' | ')} |
| ${QUERY_KINDS.map(() => '---').join(' | ')} |
| ${QUERY_KINDS.map((kind) => `${quality?.[kind] ?? '–'} %`).join(' | ')} |
`;
}

async function main() {
  const missing = postgresMissing();
  if (missing) throw new Error(missing);
  const server = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  try {
    const url = await server.createDatabase();
    const config = {
      ...DEFAULT_CONFIG,
      logLevel: 'silent',
      dataDir: folder,
      siteDir: join(folder, 'site'),
      distDir: join(folder, 'dist'),
      database: { url, poolSize: 5 },
      signIn: { ...DEFAULT_CONFIG.signIn, mode: 'none' },
      organisations: [...DEMO_ORGANISATIONS],
      limits: { ...DEFAULT_CONFIG.limits, requestsPerMinute: 100_000, peersPerHour: 1_000_000 },
    };
    const database = await openDatabase(config);
    const app = await buildApp({
      config,
      database,
      clock: () => NOW,
      identify: ({ headers }) => (headers['x-bench-reader'] ? READER : ANONYMOUS),
    });
    const base = await app.listen({ host: '127.0.0.1', port: 0 });
    const bare = Fastify();
    bare.get('/', () => ({ items: [] }));
    const empty = await bare.listen({ host: '127.0.0.1', port: 0 });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const { rows: versions } = await sql`select split_part(version(), ' on ', 1) as version`.execute(database.kysely);
    const corpus = peerCorpus(Math.max(...sizes));
    const results = [];
    let quality;
    let filled = 0;
    for (const size of sizes) {
      const begin = performance.now();
      await fillPeople({ database, config }, corpus.slice(filled, size), { now: NOW, fieldVisibility: AUDIENCES });
      await sql`vacuum analyze`.execute(database.kysely);
      filled = size;
      process.stdout.write(`${size} people, filled in ${Math.round((performance.now() - begin) / 1000)} s\n`);
      const people = corpus.slice(0, size);
      if (size === QUALITY_AT) {
        quality = await searchQuality(peerQueries(people), async (q) => {
          const { text } = await time(agent, `${base}/api/v1/peers?limit=10&q=${encodeURIComponent(q)}`, {
            'x-bench-reader': '1',
          });
          return JSON.parse(text).items;
        });
        process.stdout.write(`  ${JSON.stringify(quality)}\n`);
      } else {
        results.push({ size, rows: await measure(agent, base, empty, database, people) });
      }
    }
    if (values.people === undefined) {
      writeFileSync(join(here, 'hub-people-results.md'), page(results, quality, versions[0].version));
    }
    agent.destroy();
    await bare.close();
    await app.close();
    await database.close();
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
