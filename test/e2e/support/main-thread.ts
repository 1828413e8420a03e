import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly isMainFrame?: boolean } };
  /** Microseconds by the clock on the wall. */
  readonly dur?: number;
  /** Microseconds of CPU. */
  readonly tdur?: number;
}

/** Milliseconds of CPU of each task on the page's main thread while `act` runs, the longest first. */
export async function mainThreadTasks(browser: Browser, page: Page, act: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const isMain = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name === 'RunTask' && isMain.has(`${pid}/${tid}`),
  );
  return tasks.map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000).sort((a, b) => b - a);
}
