/**
 * Measures the hub over real sockets on PostgreSQL: month windows at 10,000, 100,000 and 1,000,000 dates, and a 304
 * against an empty Fastify route in the same run; lists of 10,000 and 100,000 ideas, and what is similar.
 *
 *   npm run bench:hub                                    all, and writes hub-results.md
 *   npm run bench:hub -- --dates 10000 --ideas 10000     these sizes, and writes nothing
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
import { foldText } from '../../src/model/fold-text.ts';
import { postgresMissing, startPostgres } from '../hub/support/postgres.ts';
import { COMPOUNDS, fillIdeas } from './lib/ideas.mjs';
import { here } from './lib/paths.mjs';
import { median } from './lib/statistics.mjs';

const NOW = Date.parse('2026-06-15T10:00:00Z');
const DAY_MS = 86_400_000;
/** Dates lie over five years: so much the hub keeps of series. */
const SPAN_DAYS = 5 * 365;
const FIRST = NOW - 3 * 365 * DAY_MS;
const REQUESTS = 120;
/** A tenth of the dates belong to weekly series of 50. */
const SERIES_DATES = 50;

const { values } = parseArgs({ options: { dates: { type: 'string' }, ideas: { type: 'string' } } });
const isPart = values.dates !== undefined || values.ideas !== undefined;
const sizesOf = (text, all) => (text === undefined ? (isPart ? [] : all) : text.split(',').map(Number));
const sizes = sizesOf(values.dates, [10_000, 100_000, 1_000_000]);
const ideaSizes = sizesOf(values.ideas, [10_000, 100_000]);

/** Somebody who is registered for a sixth of all events. */
const READER = {
  kind: 'account',
  accountId: 'reader',
  person: { id: 'reader', displayName: 'Rosa Wiesengrund' },
  memberships: [{ org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' }, roles: ['member'] }],
};

/** The same numbers in every run. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const p95 = (times) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];
const ms = (value) => value.toFixed(value < 10 ? 2 : 1);

/** Milliseconds until the last byte, on a connection that stays open. */
function time(agent, url, wanted, headers = {}) {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    get(url, { agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => {
        if (response.statusCode !== wanted) reject(new Error(`${url}: ${response.statusCode} ${text.slice(0, 300)}`));
        else resolve({ milliseconds: performance.now() - begin, headers: response.headers, text });
      });
    }).on('error', reject);
  });
}

/** Fills up to a number of dates, as the hub itself would write them. */
async function fill(database, from, to) {
  const words = sql.raw("array['bruecken bauen','lunch & learn','zukunft','haushalt','daten','buergeramt','klima']");
  const kinds = sql.raw("array['meetup','workshop','talk','camp','learning-circle','other']");
  const topics = sql.raw("array['klimawandel','transparenz','co-kreation','organisationskultur','strukturwandel']");
  const orgs = sql.raw("array['lindenhafen','auental','brueckfurt','impulswerk']");
  const single = to - from - Math.floor((to - from) / 10);
  const series = Math.floor((to - from) / 10 / SERIES_DATES);
  const first = new Date(FIRST).toISOString();
  // Numbers that follow each other lie days apart: dates of one page come from all over the table.
  const start = sql`${first}::timestamptz + ((n::bigint * 7919) % ${SPAN_DAYS * 24}) * interval '1 hour'`;
  const document = sql`jsonb_build_object('title', 'Termin ' || n || ': ' || (${words})[n % 7 + 1],
    'summary', repeat('Ein Satz darüber, worum es geht. ', 4), 'kind', (${kinds})[n % 6 + 1],
    'organiser', jsonb_build_object('id', (${orgs})[n % 4 + 1], 'name', (${orgs})[n % 4 + 1]),
    'topics', jsonb_build_array((${topics})[n % 5 + 1]), 'place', jsonb_build_object('name', 'Rathaus'),
    'start', to_char(starts at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'end', to_char(starts at time zone 'UTC' + interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'allDay', false)
    || case when n % 3 = 0 then '{"registration": {"mode": "hub", "capacity": 20}}'::jsonb else '{}' end`;
  const search = sql`'termin ' || n || ' ' || (${words})[n % 7 + 1] || ' ein satz darueber, worum es geht rathaus'`;
  const occurrence = sql`(event_id, recurrence_key, start_at, end_at, kind, org_key, topic_keys, visibility, search_text)`;
  const shared = sql`(${kinds})[n % 6 + 1], (${orgs})[n % 4 + 1], array[(${topics})[n % 5 + 1]], 'public', ${search}`;
  await sql`insert into event (id, uid, org_id, document)
    select 'single-' || n, 'single-' || n, (${orgs})[n % 4 + 1], ${document}
    from (select n, ${start} as starts from generate_series(${from}::int, ${from + single - 1}::int) n) numbers`.execute(
    database.kysely,
  );
  await sql`insert into event_occurrence ${occurrence}
    select 'single-' || n, '', starts, starts + interval '1 hour', ${shared}
    from (select n, ${start} as starts from generate_series(${from}::int, ${from + single - 1}::int) n) numbers`.execute(
    database.kysely,
  );
  await sql`insert into event (id, uid, org_id, document, series)
    select 'series-' || n, 'series-' || n, (${orgs})[n % 4 + 1], ${document},
      jsonb_build_object('rule', 'FREQ=WEEKLY;COUNT=' || ${String(SERIES_DATES)})
    from (select n, ${start} as starts from generate_series(${from}::int, ${from + series - 1}::int) n) numbers`.execute(
    database.kysely,
  );
  await sql`insert into event_occurrence ${occurrence}
    select 'series-' || n, to_char(starts at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), starts,
      starts + interval '1 hour', ${shared}
    from (select n, ${start} + week * interval '7 days' as starts
      from generate_series(${from}::int, ${from + series - 1}::int) n, generate_series(0, ${SERIES_DATES - 1}::int) week) numbers`.execute(
    database.kysely,
  );
  // Who comes, and who waits: seven to each third event, the reader among them every other time.
  await sql`insert into event_registration (id, event_id, recurrence_key, person_id, state)
    select 'r' || ${from}::int || '-' || row_number() over (), o.event_id, o.recurrence_key,
      case when k = 0 and substring(o.event_id from '[0-9]+$')::int % 2 = 0 then ${READER.person.id} else 'p' || k end,
      case when k = 6 then 'waiting' else 'registered' end
    from event_occurrence o join event e on e.id = o.event_id, generate_series(0, 6) k
    where e.document ? 'registration' and substring(o.event_id from '[0-9]+$')::int >= ${from}::int`.execute(
    database.kysely,
  );
  await sql`vacuum analyze`.execute(database.kysely);
}

const KINDS_OF_QUERY = [
  { name: 'month', query: '' },
  { name: 'month, one kind', query: '&kind=workshop' },
  { name: 'month, one topic and all below', query: '&topic=herausforderungen' },
  { name: 'month, one organisation', query: '&org=auental' },
  { name: 'month, two words', query: '&q=termin+klima' },
  { name: 'month, signed in', query: '', headers: { 'x-bench-reader': '1' } },
];

/** Every request asks for another window: nothing comes from memory. */
async function measureWindows(agent, base, round) {
  const random = createRandom(round);
  const rows = [];
  for (const { name, query, headers } of KINDS_OF_QUERY) {
    const times = [];
    let dates = 0;
    for (let index = -10; index < REQUESTS; index += 1) {
      const from = FIRST + DAY_MS * 60 + Math.floor(random() * (SPAN_DAYS - 120) * 1440) * 60_000;
      const window = `from=${new Date(from).toISOString()}&to=${new Date(from + 31 * DAY_MS).toISOString()}`;
      const { milliseconds, text } = await time(agent, `${base}/api/v1/events?${window}${query}`, 200, headers);
      if (index >= 0) times.push(milliseconds);
      if (index >= 0 && !query && !headers) dates += JSON.parse(text).total / REQUESTS;
    }
    rows.push({ name, median: median(times), p95: p95(times), dates: Math.round(dates) });
  }
  return rows;
}

const PARTS_ASKED = ['antrag', 'beteiligung', 'formular', 'werkstatt'];
const compound = (index) => COMPOUNDS[(index * 37) % COMPOUNDS.length];
const IDEA_QUERIES = [
  { name: 'newest activity', query: () => '' },
  { name: 'most support', query: () => '&sort=support' },
  { name: 'without help first', query: () => '&sort=needs-help' },
  { name: 'one stage', query: (index) => `&stage=${['open', 'trying', 'documented'][index % 3]}` },
  { name: 'one topic and all below', query: () => '&topic=herausforderungen' },
  { name: 'one organisation', query: (index) => `&org=org-${(index % 24) + 1}` },
  { name: 'one word', query: (index) => `&q=${compound(index)}` },
  { name: 'one word, typed wrongly', query: (index) => `&q=${compound(index).replace(/(.)t/, 't$1')}` },
  { name: 'a part that a seventh has', query: (index) => `&q=${PARTS_ASKED[index % PARTS_ASKED.length]}` },
  {
    name: 'similar ideas',
    path: 'ideas/similar',
    query: (index) => `&q=Wir+wollen+am+Schalter+${compound(index)}+und+Bescheid+besser+machen`,
  },
];

/** Somebody writes before each request: nothing comes from memory but counts that may be some seconds old. */
async function measureIdeas(agent, base, database) {
  const rows = [];
  for (const { name, path = 'ideas', query } of IDEA_QUERIES) {
    const times = [];
    for (let index = -10; index < REQUESTS; index += 1) {
      database.changes.touch(['idea']);
      const limit = path === 'ideas' ? 50 : 5;
      const { milliseconds } = await time(agent, `${base}/api/v1/${path}?limit=${limit}${query(Math.abs(index))}`, 200);
      if (index >= 0) times.push(milliseconds);
    }
    rows.push({ name, median: median(times), p95: p95(times) });
  }
  return rows;
}

/** Blocks by turns, so that what else the machine does falls on both. */
async function measureUnchanged(agent, base) {
  const bare = Fastify();
  bare.get('/', (_request, reply) => reply.code(304).send());
  const empty = await bare.listen({ host: '127.0.0.1', port: 0 });
  const url = `${base}/api/v1/events?from=2026-06-01&to=2026-07-01`;
  const { etag } = (await time(agent, url, 200)).headers;
  const times = { hub: [], empty: [] };
  for (let block = -2; block < 20; block += 1) {
    for (let index = 0; index < 250; index += 1) {
      const own = await time(agent, url, 304, { 'if-none-match': etag });
      if (block >= 0) times.hub.push(own.milliseconds);
    }
    for (let index = 0; index < 250; index += 1) {
      const other = await time(agent, `${empty}/`, 304, { 'if-none-match': etag });
      if (block >= 0) times.empty.push(other.milliseconds);
    }
  }
  await bare.close();
  const hub = median(times.hub);
  const other = median(times.empty);
  return { hub, empty: other, ratio: hub / other };
}

function page(results, ideas, unchanged, version) {
  const ideaLines = ideas.flatMap(({ size, rows }) =>
    rows.map(
      ({ name, median: middle, p95: high }) =>
        `| ${size.toLocaleString('en')} | ${name} | ${ms(middle)} | ${ms(high)} |`,
    ),
  );
  const lines = results.flatMap(({ size, rows }) =>
    rows.map(
      ({ name, median: middle, p95: high, dates }) =>
        `| ${size.toLocaleString('en')} | ${name} | ${dates ? dates.toLocaleString('en') : ''} | ${ms(middle)} | ${ms(high)} |`,
    ),
  );
  return `# The hub in figures

\`npm run bench:hub\`, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node},
${version}. Load of the machine over the run: ${loadavg()[1].toFixed(1)} (one that does
nothing else shows about 1). Milliseconds over real sockets; hub, client and database share the machine. Dates lie over
five years, a tenth of them in weekly series; each of ${REQUESTS} requests asks for another 31 days, so that nothing comes from
memory; each answer holds 50 dates, the total, and the counts of all filters. People register for a third of the events:
how many come and wait is told to everybody, whether the reader is among them to who has signed in.

Goal: p95 of a month at most 50 ms at 1,000,000 dates.

| dates | window | dates in it | median | p95 |
| ----- | ------ | ----------- | ------ | --- |
${lines.join('\n')}

The two words stand in a seventh of all dates, which no search narrows much: the dearest case.

Goal: p95 of a list at most 50 ms at 100,000 ideas. Somebody writes before each request, so that no list comes from
memory; each answer holds 50 ideas, the total, and the counts of all filters, which over very many ideas may be five
seconds old.

| ideas | list | median | p95 |
| ----- | ---- | ------ | --- |
${ideaLines.join('\n')}

Goal: an unchanged answer (304) takes at most 1.5 times an empty Fastify route. Medians of 5,000 requests each, by turns.

| 304 of the hub | empty route | ratio |
| -------------- | ----------- | ----- |
| ${ms(unchanged.hub)} | ${ms(unchanged.empty)} | ${unchanged.ratio.toFixed(2)} |
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
      limits: { ...DEFAULT_CONFIG.limits, requestsPerMinute: 100_000 },
    };
    const database = await openDatabase(config);
    const app = await buildApp({
      config,
      database,
      clock: () => NOW,
      identify: ({ headers }) => (headers['x-bench-reader'] ? READER : ANONYMOUS),
    });
    const base = await app.listen({ host: '127.0.0.1', port: 0 });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const { rows: versions } = await sql`select split_part(version(), ' on ', 1) as version`.execute(database.kysely);
    const results = [];
    let filled = 0;
    for (const size of sizes) {
      const begin = performance.now();
      await fill(database, filled, size);
      filled = size;
      process.stdout.write(`${size} dates, filled in ${Math.round((performance.now() - begin) / 1000)} s\n`);
      const rows = await measureWindows(agent, base, size);
      for (const row of rows) process.stdout.write(`  ${row.name}: median ${ms(row.median)}, p95 ${ms(row.p95)} ms\n`);
      results.push({ size, rows });
    }
    const ideas = [];
    let filledIdeas = 0;
    for (const size of ideaSizes) {
      const begin = performance.now();
      await fillIdeas(database, foldText, filledIdeas, size, NOW);
      filledIdeas = size;
      process.stdout.write(`${size} ideas, filled in ${Math.round((performance.now() - begin) / 1000)} s\n`);
      const rows = await measureIdeas(agent, base, database);
      for (const row of rows) process.stdout.write(`  ${row.name}: median ${ms(row.median)}, p95 ${ms(row.p95)} ms\n`);
      ideas.push({ size, rows });
    }
    database.changes.touch(['events']);
    const unchanged = await measureUnchanged(agent, base);
    process.stdout.write(
      `304: ${ms(unchanged.hub)} ms, empty route ${ms(unchanged.empty)} ms, ratio ${unchanged.ratio.toFixed(2)}\n`,
    );
    if (!isPart) writeFileSync(join(here, 'hub-results.md'), page(results, ideas, unchanged, versions[0].version));
    agent.destroy();
    await app.close();
    await database.close();
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
