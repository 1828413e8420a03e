/** Opens one story in a page of Chromium and says what is wrong with it. */

/** Runs in the page before Storybook does: waits for the end of the story on Storybook's own channel. */
function listen() {
  window.__story = new Promise((resolve) => {
    let channel;
    const errors = [];
    Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set: (value) => {
        channel = value;
        for (const name of [
          'storyThrewException',
          'storyErrored',
          'storyMissing',
          'playFunctionThrewException',
          'unhandledErrorsWhilePlaying',
        ]) {
          value.on(name, (error) => {
            for (const each of [error].flat()) errors.push(`${name}: ${each?.message ?? each?.description ?? each}`);
            // These never come to an end.
            if (name === 'storyErrored' || name === 'storyMissing') resolve({ errors });
          });
        }
        value.on('storyFinished', ({ reporters }) => resolve({ errors, reporters }));
      },
    });
  });
}

const describeViolation = ({ id, help, nodes }) =>
  `axe ${id}: ${help}\n${nodes
    .slice(0, 3)
    .map(
      (node) =>
        `      ${[node.target].flat(3).join(' ')}  ${node.html.replace(/\s+/g, ' ').slice(0, 160)}\n      ${(node.failureSummary ?? '').split('\n').slice(1).join(' ').trim()}`,
    )
    .join('\n')}`;

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} origin of the built Storybook
 * @param {string} id
 * @param {import('./story-variants.mjs').Variant} variant
 * @returns {Promise<string[]>} faults; none when all is well
 */
export async function openStory(browser, origin, id, { theme, dir, width, forcedColors }) {
  const faults = [];
  // Pages of one browser share its cache: a new profile for each would fetch and compile Storybook again.
  const page = await browser.newPage();
  try {
    // A story asks for the focus as a reader's page would have it.
    await page.emulateFocusedPage(true);
    await page.setViewport({ width, height: 800 });
    await page.emulateTimezone('Europe/Berlin');
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    if (forcedColors) {
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      });
    }
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      // What msw answers never leaves the page; the page's own requests to foreign hosts would.
      if (/^https?:/.test(url) && !url.startsWith(origin) && !isReserved(url))
        faults.push(`request to a third party: ${url}`);
    });
    await page.evaluateOnNewDocument(listen);
    const globals = `theme:${theme};dir:${dir}`;
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=${globals}`, {
      waitUntil: 'domcontentloaded',
    });
    const { errors, reporters } = await page.evaluate(() =>
      Promise.race([
        window.__story,
        new Promise((resolve) => setTimeout(() => resolve({ errors: ['not finished after 45 seconds'] }), 45_000)),
      ]),
    );
    faults.push(...errors);
    const axe = reporters?.find(({ type }) => type === 'a11y');
    // Under forced colours the contrast is the system's; axe reads the colours that the page would have had.
    const applies = ({ id: rule }) => !(forcedColors && rule === 'color-contrast');
    if (axe?.result?.violations) faults.push(...axe.result.violations.filter(applies).map(describeViolation));
    else if (errors.length === 0) faults.push('axe did not run');
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (tooWide > 0) faults.push(`scrolls sideways by ${tooWide} px at ${width} px`);
  } catch (error) {
    faults.push(error.message);
  } finally {
    await page.close();
  }
  return faults.map(shortened);
}

/** Testing Library hangs the whole document on its messages. */
const shortened = (fault) => fault.split('\n\nIgnored nodes:')[0].slice(0, 2000);

/** Names that RFC 2606 keeps for examples: stories may use them for answers that msw gives. */
const isReserved = (url) =>
  /(^|\.)(example|test|invalid|localhost|example\.(com|org|net))$/.test(new URL(url).hostname);
