/** What a calendar file of 10,000 events costs the page: the longest task on its main thread, by a trace. */
import { median } from './statistics.mjs';

const LONG_MS = 50;

/** Where the work is done. */
export const WAYS = [
  { name: 'control', label: 'no events (control)', src: undefined, csp: undefined },
  { name: 'worker', label: 'in a worker', src: '/events.ics', csp: undefined },
  {
    name: 'slices',
    label: "workers forbidden (`worker-src 'none'`): in slices",
    src: '/events.ics',
    csp: "worker-src 'none'",
  },
];

/** Tasks of the renderer's main thread between two marks of a trace, ms of its CPU. */
function mainThreadTasks(events) {
  const main = events.find(
    ({ name, args, pid }) =>
      name === 'thread_name' &&
      args.name === 'CrRendererMain' &&
      events.some((event) => event.pid === pid && event.name === 'TimeStamp' && event.args.data?.message === 'bench'),
  );
  if (!main) throw new Error('the trace has no main thread of the page');
  return events
    .filter(({ name, pid, tid, ph }) => name.endsWith('RunTask') && ph === 'X' && pid === main.pid && tid === main.tid)
    .map(({ tdur = 0, dur = 0 }) => ({ cpu: tdur / 1000, wall: dur / 1000 }));
}

async function traceOnce(browser, origin, { src, csp }) {
  const query = new URLSearchParams({ ...(src && { src }), ...(csp && { csp }) });
  const { page, session, errors, close } = await browser.open(`${origin}/pages/ics.html?${query}`);
  try {
    await page.waitForFunction('globalThis.benchReady');
    const events = [];
    session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.start', {
      traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] },
    });
    await page.evaluate(`console.timeStamp('bench')`);
    const { painted, longTasks, workers } = await page.evaluate('benchIcs()');
    await session.send('Tracing.end');
    await complete;
    const tasks = mainThreadTasks(events);
    return {
      painted,
      workers,
      errors,
      longTasks: longTasks.length,
      longest: Math.max(0, ...tasks.map(({ cpu }) => cpu)),
      over: tasks.filter(({ cpu }) => cpu > LONG_MS).length,
      cpu: tasks.reduce((sum, { cpu }) => sum + cpu, 0),
    };
  } finally {
    await close().catch(() => undefined);
  }
}

/** @returns {Promise<object[]>} one row a way, medians; `longest` and `over` are the worst of all runs */
export async function measureCalendarFile({ browser, origin, runs, tell }) {
  const found = new Map(WAYS.map((way) => [way.name, []]));
  for (let round = 0; round < runs; round++) {
    for (const way of WAYS) {
      try {
        found.get(way.name).push(await traceOnce(browser, origin, way));
      } catch (error) {
        tell(`  ${way.name}: ${String(error).split('\n')[0]}`);
      }
    }
  }
  return WAYS.map((way) => {
    const all = found.get(way.name);
    const of = (figure) => median(all.map((run) => run[figure]));
    return {
      ...way,
      runs: all.length,
      painted: of('painted'),
      cpu: of('cpu'),
      longest: Math.max(0, ...all.map(({ longest }) => longest)),
      over: Math.max(0, ...all.map(({ over }) => over)),
      longTasks: of('longTasks'),
      workers: of('workers'),
      errors: [...new Set(all.flatMap(({ errors }) => errors))],
    };
  });
}
