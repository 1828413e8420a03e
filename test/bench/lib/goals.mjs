/** What the project wants to reach, as ratios to the best peer of the same run, counts and sizes. */
import { columnKey } from './calendars.mjs';

const RATIOS = [
  { step: 'mount', column: '200:year', limit: 0.5 },
  { step: 'mount', column: '1000:year', limit: 0.43 },
  { step: 'mount', column: '10000:year', limit: 0.4 },
  { step: 'mount', column: '10000:month', limit: 0.15 },
  { step: 'list', column: '10000:month', limit: 0.05 },
  { step: 'next', column: '200:year', limit: 0.4 },
  { step: 'mount', column: '200:week', limit: 0.5 },
  { step: 'mount', column: '1000:week', limit: 0.5 },
];
const NODES = [
  { step: 'list', column: '10000:month', limit: 1_500 },
  { step: 'mount', column: '10000:month', limit: 700 },
];
const START_BYTES = 20_000;
const STEPS = { mount: 'first month', list: 'month to list', next: 'next month' };

export const stepLabel = (step, column) => (column?.endsWith(':week') ? 'first week' : STEPS[step]);

export function columnLabel(key) {
  const [count, spread] = key.split(':');
  return `${Number(count).toLocaleString('en')} in the ${spread}`;
}

/** The least CPU of a peer for a step, and whose it is. */
function bestPeer(results, contestants, step, column) {
  let best;
  for (const { name, label, role } of contestants) {
    const cpu = results[name]?.[column]?.[step].cpu;
    if (role !== 'peer' || cpu === undefined || results[name][column].wrong.length > 0) continue;
    if (!best || cpu < best.cpu) best = { label, cpu };
  }
  return best;
}

/** @returns {{what: string, goal: string, found: string, met: boolean}[]} goals that this run can tell of */
export function judge({ results, contestants, columns, sizes, file, rules, peers, feed }) {
  const ours = contestants.find(({ role }) => role === 'ours')?.name;
  const known = new Set(columns.map(columnKey));
  const verdicts = [];
  const tell = (what, goal, found, met) => verdicts.push({ what, goal, found, met });

  for (const { step, column, limit } of RATIOS.filter(({ column }) => known.has(column))) {
    const own = results[ours]?.[column]?.[step].cpu;
    const best = bestPeer(results, contestants, step, column);
    if (own === undefined || !best) continue;
    const ratio = own / best.cpu;
    tell(
      `${stepLabel(step, column)}, ${columnLabel(column)}`,
      `<= ${limit} x the best peer`,
      `${ratio.toFixed(3)} (${own.toFixed(0)} ms to ${best.cpu.toFixed(0)} ms of ${best.label})`,
      ratio <= limit,
    );
  }
  for (const { step, column, limit } of NODES.filter(({ column }) => known.has(column))) {
    const nodes = results[ours]?.[column]?.[step].nodes;
    if (nodes === undefined) continue;
    tell(`elements, ${stepLabel(step)}, ${columnLabel(column)}`, `<= ${limit}`, String(nodes), nodes <= limit);
  }
  if (sizes?.[ours]) {
    const { gzip, requests } = sizes[ours];
    const found = `${(gzip / 1000).toFixed(1)} kB in ${requests} files`;
    tell('downloaded until a month from JSON stands, gzip', `<= ${START_BYTES / 1000} kB`, found, gzip <= START_BYTES);
  }
  for (const { name, label, longest, runs } of file ?? []) {
    if (name === 'control' || runs === 0) continue;
    tell(`longest task, 10,000 events from .ics, ${label}`, '<= 50 ms', `${longest.toFixed(0)} ms`, longest <= 50);
  }
  for (const { label, role, cpu, quality } of peers ?? []) {
    if (role !== 'ours' || !cpu) continue;
    const [, p95] = cpu;
    tell(
      `people, a keystroke among 20,000, p95 of the main thread, ${label}`,
      '<= 16 ms',
      `${p95.toFixed(1)} ms`,
      p95 <= 16,
    );
    const least = Math.min(...Object.values(quality));
    tell(`people found, the worst way of typing, ${label}`, '>= 95 %', `${least.toFixed(0)} %`, least >= 95);
  }
  if (rules) {
    const [floor, engine] = rules;
    const ratio = engine.cpu / floor.cpu;
    const found = `${ratio.toFixed(1)} (${engine.cpu.toFixed(1)} ms to ${floor.cpu.toFixed(1)} ms)`;
    tell('1,000 weekly rules over a year', '<= 10 x arithmetic by hand', found, ratio <= 10);
  }
  if (feed) {
    const [reader] = feed;
    // The least of the runs, as the goal was measured: what else the machine does only adds.
    tell('a feed of 500 items, read', '<= 30 ms', `${reader.least.toFixed(1)} ms`, reader.least <= 30);
    tell('the reader of feeds, gzip', '<= 5 kB', `${(reader.gzip / 1000).toFixed(1)} kB`, reader.gzip <= 5_000);
  }
  return verdicts;
}
