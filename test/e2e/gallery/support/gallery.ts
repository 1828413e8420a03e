import type { Browser } from 'playwright-core';
import { launch, openReader, type BrowserOptions, type OpenOptions } from '../../support/browser.ts';
import type { DemoHub } from '../../support/demo-hub.ts';
import { NOW } from '../../support/now.ts';
import { useDemoHub } from '../../support/shared-hub.ts';
import { GalleryPage, type Expected } from './gallery-page.ts';
import { teachPage } from './inside.ts';

export interface VisitOptions extends OpenOptions {
  /** Runs before the page is asked for: what listens or counts from the start. */
  readonly before?: (page: GalleryPage) => Promise<void>;
  /** What the page may have reported all the same. */
  readonly expected?: Expected;
  /** Where the gallery is asked for. Default: at the hub itself. */
  readonly at?: string;
}

/** The pages below `/gallery/` of a demo hub, and one browser for all of them. */
export class Gallery {
  readonly #hub: DemoHub;
  readonly #browser: Browser;

  constructor(hub: DemoHub, browser: Browser) {
    this.#hub = hub;
    this.#browser = browser;
  }

  /** @param options of the browser, which may depend on where the hub is */
  static async open(options: (origin: string) => BrowserOptions = () => ({})): Promise<Gallery> {
    const hub = await useDemoHub();
    return new Gallery(hub, await launch(options(hub.origin)));
  }

  get origin(): string {
    return this.#hub.origin;
  }

  /**
   * A reader's fresh browser on a page of the gallery, for as long as `act` takes. In the end the page must have reported
   * nothing: no error, no violation of its policy, no request to another origin.
   */
  async visit(
    name: string,
    act: (page: GalleryPage) => Promise<void>,
    { before, expected, at = this.origin, ...options }: VisitOptions = {},
  ): Promise<void> {
    const opened = await openReader(this.#browser, { now: NOW, ...options });
    try {
      const page = new GalleryPage(opened, new URL(at).origin);
      await teachPage(opened.page);
      await before?.(page);
      await opened.page.goto(`${at}/gallery/${name}`);
      await act(page);
      page.isQuiet(expected);
    } finally {
      await opened.context.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#hub.close();
  }
}
