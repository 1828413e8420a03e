/**
 * Web Test Runner's commands (keys, viewport, media) speak to Chromium's pages. Here other engines get pages that understand
 * what these engines can do, and say so where they cannot.
 */

/** What a page that nobody asked anything of is like; to ask for it again is no request. */
const RESTING = new Set(['light', 'no-preference', 'screen', 'none']);

/** The reporter counts a test that fails with these words as skipped. */
const cannot = (what) => Promise.reject(new Error(`This engine cannot ${what}.`));

const media = {
  emulateMediaFeatures: (features = []) => {
    const asked = features.filter(({ value }) => !RESTING.has(value));
    return asked.length > 0
      ? cannot(`emulate ${asked.map(({ name, value }) => `${name}: ${value}`).join()}`)
      : Promise.resolve();
  },
  emulateMediaType: (type) => (RESTING.has(type ?? 'none') ? Promise.resolve() : cannot(`emulate @media ${type}`)),
};

/** Puppeteer's pages of Firefox: everything but media. */
export function firefoxPages(launcher) {
  const getPage = launcher.getPage.bind(launcher);
  launcher.getPage = (id) => {
    const page = getPage(id);
    return new Proxy(page, {
      get(_, name) {
        if (name in media) return media[name];
        const value = page[name];
        return typeof value === 'function' ? value.bind(page) : value;
      },
    });
  };
  return launcher;
}

/** Names of keys (UI Events) as WebDriver writes them (W3C WebDriver, 17.4.2). */
const KEYS = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

/** WebDriver's pages of WebKit, in the words of Puppeteer. One page at a time, so the launcher has `concurrency: 1`. */
export function webkitPages(launcher) {
  const act = (...actions) => launcher.driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
  const down = (key) => ({ type: 'keyDown', value: KEYS[key] ?? key });
  const up = (key) => ({ type: 'keyUp', value: KEYS[key] ?? key });
  const pointer = (...actions) =>
    launcher.driver.performActions([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
  const BUTTONS = { left: 0, middle: 1, right: 2 };
  const at = (x, y) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
  const press = (type, { button = 'left' } = {}) => ({ type, button: BUTTONS[button] });

  const page = {
    ...media,
    keyboard: {
      down: (key) => act(down(key)),
      up: (key) => act(up(key)),
      press: (key) => act(down(key), up(key)),
      type: (text) => act(...[...text].flatMap((letter) => [down(letter), up(letter)])),
    },
    mouse: {
      move: (x, y) => pointer(at(x, y)),
      down: (options) => pointer(press('pointerDown', options)),
      up: (options) => pointer(press('pointerUp', options)),
      click: (x, y, options) => pointer(at(x, y), press('pointerDown', options), press('pointerUp', options)),
    },
    async setViewport({ width, height }) {
      // The window has a frame and bars of a size that only the page can tell; the window manager may take a moment.
      for (let tries = 0; tries < 20; tries++) {
        const [innerWidth, innerHeight] = await launcher.driver.execute('return [innerWidth, innerHeight]');
        if (innerWidth === width && innerHeight === height) return;
        const rect = await launcher.driver.getWindowRect();
        await launcher.driver.setWindowRect(
          null,
          null,
          rect.width + width - innerWidth,
          rect.height + height - innerHeight,
        );
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return cannot(`make its window ${width} by ${height}`);
    },
  };
  launcher.type = 'puppeteer';
  launcher.getPage = () => page;
  return launcher;
}
