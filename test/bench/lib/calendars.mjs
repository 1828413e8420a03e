/** First month, list and next month of each calendar: main-thread CPU, interleaved, each run in a fresh context. */
import { createCpuClock, GaveUp, within } from './browser.mjs';
import { median } from './statistics.mjs';

/** How many events, over the year 2026 or all in the month that is shown. */
export const COLUMNS = [
  { count: 200, spread: 'year' },
  { count: 1_000, spread: 'year' },
  { count: 10_000, spread: 'year' },
  { count: 1_000, spread: 'month' },
  { count: 10_000, spread: 'month' },
];

/** Shown in the week view from the beginning, by those who have one; nothing else is asked of them there. */
export const WEEK_COLUMNS = [
  { count: 200, spread: 'week' },
  { count: 1_000, spread: 'week' },
];

export const columnKey = ({ count, spread }) => `${count}:${spread}`;

/** A page that takes longer than this for one round is looked at only this often; it is nobody's best peer. */
const SLOW_MS = 15_000;
const SLOW_RUNS = 1;

async function measureOnce(browser, address, { isWeek, withoutList, throttle }) {
  const { page, session, errors, close } = await browser.open(address, { throttle });
  try {
    await page.waitForFunction('globalThis.benchReady');
    const clock = await createCpuClock(session);
    await session.send('HeapProfiler.collectGarbage');
    const idle = (await clock(() => page.evaluate('bench.idle()'))).cpu;
    const step = async (call) => {
      const { cpu, painted } = await clock(() => page.evaluate(call));
      return { cpu: Math.max(0, cpu - idle), painted };
    };
    const run = { mount: await step('bench.mount()') };
    run.mount.nodes = await page.evaluate('bench.nodes()');
    const seen = { june: await page.evaluate('bench.text()') };
    if (isWeek) return { ...run, errors, wrong: seen.june.includes(' – ') ? [] : ['first week'] };
    if (!withoutList) {
      await session.send('HeapProfiler.collectGarbage');
      run.list = await step(`bench.show('list')`);
      run.list.nodes = await page.evaluate('bench.nodes()');
      seen.list = await page.evaluate('bench.text()');
      await page.evaluate(`bench.show('month')`);
    }
    run.next = await step('bench.next()');
    seen.july = await page.evaluate('bench.text()');
    return { ...run, errors, wrong: findWrong(seen) };
  } finally {
    await close().catch(() => undefined);
  }
}

/** A figure of a calendar that shows nothing is none. */
function findWrong({ june, list, july }) {
  const wrong = [];
  if (!june.includes(' – ')) wrong.push('first month');
  if (list !== undefined && !list.includes(' – ')) wrong.push('list');
  if (july === june) wrong.push('next month');
  return wrong;
}

/**
 * @param {object} options
 * @param {{name: string, files: {module: string, style?: string, withoutList: boolean}}[]} options.contestants
 * @returns {Promise<Record<string, Record<string, object>>>} by contestant and column: medians of what was measured
 */
export async function measureCalendars({ browser, origin, contestants, columns, runs, limit, throttle, tell }) {
  const cells = new Map();
  for (let round = 0; round < runs; round++) {
    for (const column of columns) {
      for (const { name, files } of contestants) {
        const key = `${name} ${columnKey(column)}`;
        const cell = cells.get(key) ?? cells.set(key, { runs: [], slow: false, failure: undefined }).get(key);
        if (cell.failure || (cell.slow && cell.runs.length >= SLOW_RUNS)) continue;
        const isWeek = column.spread === 'week';
        if (isWeek && !files.week) continue;
        const query = new URLSearchParams({ ...column, module: isWeek ? files.week.module : files.module });
        const style = isWeek ? files.week.style : files.style;
        if (style) query.set('style', style);
        const begin = performance.now();
        try {
          const address = `${origin}/pages/calendar.html?${query}`;
          const work = measureOnce(browser, address, { isWeek, withoutList: files.withoutList, throttle });
          cell.runs.push(await within(limit, work, browser.end));
        } catch (error) {
          cell.failure = error instanceof GaveUp ? error.message : String(error).split('\n')[0].slice(0, 160);
          tell(`  ${key}: ${cell.failure}`);
        }
        cell.slow ||= performance.now() - begin > SLOW_MS;
      }
    }
    tell(`  round ${round + 1} of ${runs}`);
  }
  const results = {};
  for (const [key, cell] of cells) {
    const [name, column] = key.split(' ');
    (results[name] ??= {})[column] = summarize(cell);
  }
  return results;
}

function summarize({ runs, failure }) {
  const of = (step, figure) => median(runs.map((run) => run[step]?.[figure]));
  const steps = {};
  for (const step of ['mount', 'list', 'next']) {
    steps[step] = { cpu: of(step, 'cpu'), painted: of(step, 'painted'), nodes: of(step, 'nodes') };
  }
  return {
    ...steps,
    runs: runs.length,
    failure,
    wrong: [...new Set(runs.flatMap(({ wrong }) => wrong))],
    errors: [...new Set(runs.flatMap(({ errors }) => errors))],
  };
}
