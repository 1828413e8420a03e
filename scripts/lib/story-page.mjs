/** Opens stories in pages of Chromium and says what is wrong with them. */

/** Runs in the page before Storybook does: waits for the end of each story on Storybook's own channel. */
function listen() {
  let channel;
  let errors;
  let end;
  let current = new URLSearchParams(location.search).get('id');
  const begin = () => {
    errors = [];
    window.__story = new Promise((resolve) => (end = resolve));
  };
  begin();

  /** The next story in the page of the last one, of which nothing is left. */
  window.__showStory = (storyId) => {
    history.replaceState(null, '', location.pathname + location.search);
    localStorage.clear();
    sessionStorage.clear();
    scrollTo(0, 0);
    current = storyId;
    begin();
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  };

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
          if (name === 'storyErrored' || name === 'storyMissing') end({ errors });
        });
      }
      value.on('storyFinished', ({ storyId, reporters }) => {
        if (storyId === current) end({ errors, reporters });
      });
    },
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

const REDUCED = { name: 'prefers-reduced-motion', value: 'reduce' };

/** One page, in which one story after the other is shown. */
export class StoryPage {
  #browser;
  #origin;
  #page;
  #session;
  #faults = [];

  /**
   * @param {import('puppeteer-core').Browser} browser
   * @param {string} origin of the built Storybook
   */
  constructor(browser, origin) {
    this.#browser = browser;
    this.#origin = origin;
  }

  /** Whether no story has been shown in it yet. */
  get isNew() {
    return this.#page === undefined;
  }

  /**
   * @param {string} id of the story
   * @param {import('./story-variants.mjs').Variant} variant theme and direction stay those of the first story
   * @returns {Promise<string[]>} faults; none when all is well
   */
  async show(id, { theme, dir, width, forcedColors }) {
    try {
      const isFirst = !this.#page;
      if (isFirst) await this.#open();
      this.#faults.length = 0;
      await this.#page.setViewport({ width, height: 800 });
      await this.#session.send('Emulation.setEmulatedMedia', {
        features: forcedColors ? [{ name: 'forced-colors', value: 'active' }, REDUCED] : [REDUCED],
      });
      const globals = `theme:${theme};dir:${dir}`;
      if (isFirst) {
        await this.#page.goto(`${this.#origin}/iframe.html?id=${id}&viewMode=story&globals=${globals}`, {
          waitUntil: 'domcontentloaded',
        });
      } else {
        await this.#page.evaluate((storyId) => window.__showStory(storyId), id);
      }
      await this.#judge(width, forcedColors);
    } catch (error) {
      this.#faults.push(error.message);
    }
    return this.#faults.map(shortened);
  }

  async close() {
    const page = this.#page;
    this.#page = undefined;
    // One that computes without end does not hear it.
    await Promise.race([page?.close(), new Promise((resolve) => setTimeout(resolve, 5_000))]);
  }

  async #open() {
    // Pages of one browser share its cache: a new profile for each would fetch and compile Storybook again.
    const page = await this.#browser.newPage();
    this.#page = page;
    // A story asks for the focus as a reader's page would have it.
    await page.emulateFocusedPage(true);
    await page.emulateTimezone('Europe/Berlin');
    this.#session = await page.createCDPSession();
    page.on('pageerror', (error) => this.#faults.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      // What msw answers never leaves the page; the page's own requests to foreign hosts would.
      if (/^https?:/.test(url) && !url.startsWith(this.#origin) && !isReserved(url))
        this.#faults.push(`request to a third party: ${url}`);
    });
    await page.evaluateOnNewDocument(listen);
  }

  async #judge(width, forcedColors) {
    const { errors, reporters } = await this.#page.evaluate(() =>
      Promise.race([
        window.__story,
        new Promise((resolve) => setTimeout(() => resolve({ errors: ['not finished after 45 seconds'] }), 45_000)),
      ]),
    );
    this.#faults.push(...errors);
    const axe = reporters?.find(({ type }) => type === 'a11y');
    // Under forced colours the contrast is the system's; axe reads the colours that the page would have had.
    const applies = ({ id: rule }) => !(forcedColors && rule === 'color-contrast');
    if (axe?.result?.violations) this.#faults.push(...axe.result.violations.filter(applies).map(describeViolation));
    else if (errors.length === 0) this.#faults.push('axe did not run');
    const tooWide = await this.#page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (tooWide > 0) this.#faults.push(`scrolls sideways by ${tooWide} px at ${width} px`);
  }
}

/** Testing Library hangs the whole document on its messages. */
const shortened = (fault) => fault.split('\n\nIgnored nodes:')[0].slice(0, 2000);

/** Names that RFC 2606 keeps for examples: stories may use them for answers that msw gives. */
const isReserved = (url) =>
  /(^|\.)(example|test|invalid|localhost|example\.(com|org|net))$/.test(new URL(url).hostname);
