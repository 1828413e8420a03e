import { chromium } from 'playwright-core';
import { chromiumArgs, findChromium } from '../../../scripts/lib/browser.mjs';

const VIEWPORT = { width: 1280, height: 900 };

/** A headless Chromium that comes back when it had to be ended. */
export function createBrowser() {
  let browser;
  const launch = async () => {
    if (!browser?.isConnected()) {
      browser = await chromium.launch({
        executablePath: findChromium(),
        handleSIGINT: false,
        handleSIGTERM: false,
        args: chromiumArgs,
      });
    }
    return browser;
  };
  return {
    version: async () => (await launch()).version(),
    /** A page in a context of its own: nothing is cached, neither files nor compiled code. */
    async open(address, { throttle = 1 } = {}) {
      const context = await (
        await launch()
      ).newContext({ viewport: VIEWPORT, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
      const page = await context.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(String(error).slice(0, 200)));
      const session = await context.newCDPSession(page);
      await page.goto(address);
      if (throttle > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
      return { page, session, errors, close: () => context.close() };
    },
    /** Ends a browser whose page does not come back. */
    async end() {
      await browser?.close().catch(() => undefined);
      browser = undefined;
    },
  };
}

/**
 * CPU time of the renderer's main thread while something runs. Another load on the machine hardly moves it, unlike the
 * time on the clock.
 */
export async function createCpuClock(session) {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskSeconds = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;
  return async (act) => {
    const before = await taskSeconds();
    const painted = await act();
    return { cpu: ((await taskSeconds()) - before) * 1000, painted };
  };
}

/** Rejects when the work takes longer, after ending it. */
export async function within(ms, work, end) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new GaveUp(`gave up after ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    await end();
    throw error;
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

export class GaveUp extends Error {}
