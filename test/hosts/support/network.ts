import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launch, openReader, type Opened } from '../../e2e/support/browser.ts';
import { CalendarOnPage } from '../../e2e/support/calendar.ts';
import { startDemoHub, type DemoHub } from '../../e2e/support/demo-hub.ts';
import { NOW } from '../../e2e/support/now.ts';

/** What an editor pastes, by rung; all show the list of events of one hub. */
export interface Snippets {
  readonly tag: string;
  readonly mount: string;
  readonly link: string;
  /** As any editor leaves it: an address and a text. */
  readonly bareLink: string;
  readonly frame: string;
}

/** A demo hub, and a browser for readers whom no host has ever seen. */
export class Network {
  readonly hub: DemoHub;
  readonly browser: Browser;
  /** Title of an event of the hub that lies ahead. */
  readonly title: string;

  constructor(hub: DemoHub, browser: Browser, title: string) {
    this.hub = hub;
    this.browser = browser;
    this.title = title;
  }

  static async start(): Promise<Network> {
    const hub = await startDemoHub();
    const from = new Date(NOW).toISOString().slice(0, 10);
    const answer = await fetch(`${hub.origin}/api/v1/events?from=${from}&to=2026-07-15`);
    const { items } = (await answer.json()) as { readonly items: readonly { readonly title: string }[] };
    // The third is neither running nor behind anything that has to be unfolded.
    return new Network(hub, await launch(), items[2]!.title);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.hub.close();
  }

  get src(): string {
    return `hub+${this.hub.origin}/`;
  }

  /** The widget's own page on the hub. */
  get page(): string {
    return `${this.hub.origin}/embed/event-calendar?view=agenda`;
  }

  get snippets(): Snippets {
    const bare = `<a href="${this.page}">Termine ansehen</a>`;
    return {
      tag: `<vr-event-calendar src="${this.src}" view="agenda">${bare}</vr-event-calendar>`,
      mount: `<div class="vr-mount" data-vr-widget="event-calendar" data-vr-src="${this.src}" data-vr-view="agenda">${bare}</div>`,
      link: `<p>${bare.replace('<a ', '<a class="vr-embed" ')}</p>`,
      bareLink: `<p>${bare}</p>`,
      frame: `<iframe src="${this.page}" title="Termine" loading="lazy" width="100%" height="700"></iframe>`,
    };
  }

  /** The script, once a site. */
  script(more = ''): string {
    return `<script defer src="${this.hub.origin}/dist/bausteine.js"${more}></script>`;
  }

  /** Attribute of the script that lets links to the hub's pages become widgets. */
  get links(): string {
    return ` data-vr-links="${this.hub.origin}/embed/"`;
  }

  /** Code for hosts whose site-wide script is a file and no tag. */
  get scriptCode(): string {
    return `var script = document.createElement('script');
script.src = '${this.hub.origin}/dist/bausteine.js';
script.setAttribute('data-vr-links', '${this.hub.origin}/embed/');
document.head.appendChild(script);
`;
  }

  /** Somebody who is not signed in anywhere opens a page. */
  async open(address: string): Promise<Opened & { readonly calendar: CalendarOnPage }> {
    const opened = await openReader(this.browser, { now: NOW });
    // PHP that compiles a whole system for each of its workers is slow at first.
    opened.context.setDefaultTimeout(60_000);
    await opened.page.goto(address);
    return { ...opened, calendar: new CalendarOnPage(opened.page) };
  }

  /** That an anonymous reader sees events which their browser has fetched from the hub just then, and no script failed. */
  async assertLive(address: string, look?: (opened: Opened) => Promise<unknown>): Promise<void> {
    const opened = await this.open(address);
    const { calendar, context, watch } = opened;
    await calendar.event(this.title).waitFor();
    assert.ok(
      watch.requests.some((url) => url.startsWith(`${this.hub.origin}/api/v1/`)),
      'the events came from the hub',
    );
    assert.equal(
      await opened.page.getByRole('link', { name: 'Termine ansehen' }).count(),
      0,
      'the link has done its work',
    );
    assert.deepEqual(
      watch.errors.filter((text) => text.includes('bausteine') || text.includes('vr-')),
      [],
    );
    await look?.(opened);
    await context.close();
  }

  /** That a reader without the widget reads the link, and no markup. */
  async assertLink(address: string, look?: (opened: Opened) => Promise<unknown>): Promise<void> {
    const opened = await this.open(address);
    const link = opened.page.getByRole('link', { name: 'Termine ansehen' });
    await link.waitFor();
    assert.equal(await link.getAttribute('href'), this.page);
    assert.doesNotMatch(await opened.page.locator('body').innerText(), /<\/?(vr-|div)/);
    await look?.(opened);
    await opened.context.close();
  }
}
