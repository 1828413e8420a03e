/** Searching 20,000 people in the page: what a keystroke costs its main thread, how long it takes, and what is found. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { peerCorpus, peerQueries, QUERY_KINDS } from '../../support/peer-corpus.ts';
import { bundles } from './contestants.mjs';
import { createCpuClock, GaveUp, within } from './browser.mjs';
import { here } from './paths.mjs';
import { percentile } from './statistics.mjs';

export const PEOPLE = 20_000;
const ASKED_A_KIND = 20;
/** Words that are typed letter by letter; the rest is asked at once. */
const TYPED = 8;
const LIMIT_MS = 120_000;

/** Ours in its two ways, then the peers that the research names. */
export const SEARCHERS = [
  { name: 'worker', label: 'vr: MiniSearch in a worker', role: 'ours' },
  {
    name: 'slices',
    label: "vr: the same, workers forbidden (`worker-src 'none'`)",
    role: 'ours',
    csp: "worker-src 'none'",
  },
  { name: 'minisearch', label: 'MiniSearch 7 as it is', role: 'peer' },
  { name: 'ufuzzy', label: 'uFuzzy 1', role: 'peer' },
  { name: 'fuse', label: 'Fuse 7', role: 'peer' },
];

let corpus;
const people = () => (corpus ??= peerCorpus(PEOPLE));

/** The document that all of them are given. */
export const makePeople = () => JSON.stringify({ peers: people() });

async function bundle(name) {
  const outfile = join(bundles, 'searchers', `${name}.js`);
  await build({
    entryPoints: [join(here, 'searchers', name, 'search.js')],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
  });
  return `/bundles/searchers/${name}.js`;
}

async function measureOne({ browser, origin, questions, searcher }) {
  const { csp, name, role } = searcher;
  const query = new URLSearchParams({
    ...(role === 'peer' && { module: await bundle(name) }),
    ...(csp && { csp }),
  });
  const { page, session, errors, close } = await browser.open(`${origin}/pages/peers.html?${query}`);
  try {
    await page.waitForFunction('globalThis.benchReady');
    const opened = await page.evaluate('benchOpen()');
    const clock = await createCpuClock(session);
    const idle = [];
    for (let time = 0; time < 20; time++) idle.push((await clock(() => page.evaluate('0'))).cpu);
    const floor = percentile(idle, 50);
    const cpu = [];
    const ms = [];
    const press = async (q) => {
      const { cpu: spent, painted } = await clock(() => page.evaluate(`benchType(${JSON.stringify(q)})`));
      cpu.push(Math.max(0, spent - floor));
      ms.push(painted.ms);
      return painted.ids;
    };
    const found = Object.fromEntries(QUERY_KINDS.map((kind) => [kind, []]));
    for (const [number, { kind, q, isRight }] of questions.entries()) {
      if (number % Math.ceil(questions.length / TYPED) === 0)
        for (let length = 1; length < q.length; length++) await press(q.slice(0, length));
      found[kind].push((await press(q)).some((id) => isRight({ id })));
    }
    const quality = Object.fromEntries(
      QUERY_KINDS.map((kind) => [kind, (100 * found[kind].filter(Boolean).length) / found[kind].length]),
    );
    return {
      opened,
      keystrokes: cpu.length,
      cpu: [50, 95, 100].map((share) => percentile(cpu, share)),
      ms: [50, 95].map((share) => percentile(ms, share)),
      quality,
      errors,
    };
  } finally {
    await close().catch(() => undefined);
  }
}

/** @returns {Promise<object[]>} one row a searcher */
export async function measurePeers({ browser, origin, tell }) {
  const questions = peerQueries(people(), 2, ASKED_A_KIND);
  const rows = [];
  for (const searcher of SEARCHERS) {
    try {
      rows.push({
        ...searcher,
        ...(await within(LIMIT_MS, measureOne({ browser, origin, questions, searcher }), () => browser.end())),
      });
    } catch (error) {
      if (!(error instanceof GaveUp)) throw error;
      tell(`  ${searcher.name}: ${error.message}`);
      rows.push({ ...searcher, gaveUp: error.message });
    }
  }
  return rows;
}
