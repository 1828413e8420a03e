import type { Browser, Page } from 'playwright-core';
import { openReader, type Opened, type OpenOptions } from './browser.ts';

export interface ReaderOptions extends OpenOptions {
  /** Id of one of the demo's people; nobody is signed in without it. */
  readonly person?: string;
  readonly width?: number;
}

/** Somebody at a browser of their own, on the pages of the demo. */
export class Reader {
  readonly page: Page;
  readonly #opened: Opened;
  readonly #origin: string;

  constructor(opened: Opened, origin: string) {
    this.#opened = opened;
    this.#origin = origin;
    this.page = opened.page;
  }

  /** A fresh browser, signed in where a person is named. */
  static async begin(
    browser: Browser,
    origin: string,
    { person, width = 1280, ...options }: ReaderOptions = {},
  ): Promise<Opened> {
    const opened = await openReader(browser, { viewport: { width, height: 800 }, ...options });
    if (person) {
      await opened.page.goto(`${origin}/sign-in`);
      await opened.page.locator(`button[value="${person}"]`).click();
      await opened.page.waitForURL(`${origin}/`);
    }
    return opened;
  }

  /** Loads a page of the demo anew, whatever its fragment. */
  async visit(address = '/'): Promise<void> {
    // A fragment alone would not load the page anew.
    await this.page.goto('about:blank');
    await this.page.goto(new URL(address, this.#origin).href);
  }

  /** What the page's Content-Security-Policy has kept from happening, and what went to others. */
  get trouble(): readonly string[] {
    const { watch } = this.#opened;
    return [...watch.violations, ...watch.foreign(this.#origin)];
  }

  close(): Promise<void> {
    return this.#opened.context.close();
  }
}
