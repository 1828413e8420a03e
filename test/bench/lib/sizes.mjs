/** What a page downloads for a calendar until its month stands. */

/** What is the page's own, and the data. */
const OWN = /^\/(pages|lib|contestants)\/|\.json$/;

/**
 * @returns {Promise<Record<string, {bytes: number, gzip: number, requests: number, files: object[]}>>} by contestant;
 *   ours with a file of events as its `src`, as an editor would write it
 */
export async function measureSizes({ browser, server, contestants, addressOf }) {
  const sizes = {};
  for (const contestant of contestants) {
    server.log.length = 0;
    const { page, close } = await browser.open(`${server.origin}${addressOf(contestant)}`);
    await page.waitForFunction('globalThis.benchReady');
    await page.evaluate('bench.mount()');
    const loaded = new Set(await page.evaluate('bench.loaded()'));
    const files = server.log.filter(({ path }) => loaded.has(path) && !OWN.test(path));
    await close();
    sizes[contestant.name] = {
      bytes: sum(files, 'bytes'),
      gzip: sum(files, 'gzip'),
      requests: files.length,
      files: files.map(({ path, gzip }) => ({ path, gzip })),
    };
  }
  return sizes;
}

const sum = (files, figure) => files.reduce((total, file) => total + file[figure], 0);
