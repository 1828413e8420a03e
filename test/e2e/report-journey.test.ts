import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { createFeedBackend } from '../../src/backend/adapters/feed/feed-adapter.ts';
import { axeFindings } from './support/axe.ts';
import { launch, type Opened } from './support/browser.ts';
import { onEachDatabase } from './support/databases.ts';
import type { DemoHub } from './support/demo-hub.ts';
import { NOW } from './support/now.ts';
import { Keys } from './support/keys.ts';
import { Reader, type ReaderOptions } from './support/reader.ts';

const IDEA = { id: 'demo-idea-stille-stunde', title: 'Stille Stunde im Bürgeramt' };
const TITLE = 'Was eine stille Stunde am Schalter ändert';
const PITFALLS = 'Die Ansage im Wartebereich hatten wir vergessen abzustellen.';

/** Somebody without a mouse on the page of reports. */
class Visitor extends Reader {
  readonly keys: Keys;
  readonly feed: Locator;

  constructor(opened: Opened, origin: string) {
    super(opened, origin);
    this.keys = new Keys(this.page);
    this.feed = this.page.locator('vr-blog-feed');
  }

  static async open(browser: Browser, origin: string, options?: ReaderOptions): Promise<Visitor> {
    return new Visitor(await Reader.begin(browser, origin, { now: NOW, ...options }), origin);
  }

  /** No scrolling sideways, and nothing for axe to find. */
  async isSound(): Promise<void> {
    const [content, view] = await this.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.equal(content, view);
    assert.deepEqual(await axeFindings(this.page), []);
  }
}

onEachDatabase('a report is passed on, by keyboard alone', (start) => {
  let hub: DemoHub;
  let browser: Browser;
  /** Has tried something; on a phone. */
  let author: Visitor;
  let moderator: Visitor;
  let stranger: Visitor;

  before(async () => {
    hub = await start();
    browser = await launch();
    author = await Visitor.open(browser, hub.origin, { person: 'rosa-wiesengrund', width: 320 });
    moderator = await Visitor.open(browser, hub.origin, { person: 'ayla-mutig' });
    stranger = await Visitor.open(browser, hub.origin, { width: 320 });
  });
  after(async () => {
    await browser?.close();
    await hub?.close();
  });

  it('is begun with what the idea knows, completed, read as others will, and handed in', async () => {
    const { keys, feed } = author;
    await author.visit(`/berichte#vr-new-report=${IDEA.id}`);
    await feed.getByText(`Aus der Idee „${IDEA.title}“ übernommen`).waitFor();
    await keys.write(feed.getByRole('textbox', { name: /^Titel/ }), TITLE);
    await keys.write(feed.getByRole('textbox', { name: /^Stolpersteine/ }), PITFALLS);
    await author.isSound();
    await keys.push(feed.getByRole('button', { name: 'Speichern und weiter zur Vorschau' }));
    await feed.getByText(PITFALLS).first().waitFor();
    await author.isSound();
    await keys.push(feed.getByRole('button', { name: 'Zur Freigabe einreichen' }));
    await feed.getByText(`„${TITLE}“ liegt jetzt bei der Redaktion.`).first().waitFor();
  });

  it('is read by somebody else before it comes out', async () => {
    const { keys, feed } = moderator;
    await stranger.visit('/berichte');
    await stranger.feed.getByRole('article').first().waitFor();
    assert.equal(await stranger.feed.getByText(TITLE).count(), 0);
    await moderator.visit('/berichte');
    await keys.push(feed.getByRole('button', { name: 'Meine Beiträge' }));
    const waiting = feed.getByRole('listitem').filter({ hasText: TITLE });
    await waiting.waitFor();
    await moderator.isSound();
    await keys.push(waiting.getByRole('button').first());
    await feed.getByText(PITFALLS).first().waitFor();
    await keys.push(feed.getByRole('button', { name: 'Veröffentlichen', exact: true }));
    await feed.getByText(`„${TITLE}“ ist veröffentlicht.`).first().waitFor();
  });

  it('is found by its words, read in its chapters, and leads to its idea and away without a trace', async () => {
    const { keys, feed, page } = stranger;
    await stranger.visit('/berichte');
    await keys.write(feed.getByRole('searchbox'), 'Schalter stille');
    await feed.getByText('1 Beitrag gefunden').first().waitFor();
    await keys.push(feed.getByRole('link', { name: TITLE, exact: true }));
    await feed.getByRole('heading', { name: 'Stolpersteine' }).waitFor();
    await feed.getByText(PITFALLS).waitFor();
    assert.equal(
      await feed.getByRole('link', { name: IDEA.title }).first().getAttribute('href'),
      `/#vr-idea=${IDEA.id}`,
    );
    await stranger.isSound();
    assert.match(page.url(), /#vr-post=/);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.deepEqual([...author.trouble, ...moderator.trouble, ...stranger.trouble], []);
  });

  it('is in the feed, as other readers understand it', async () => {
    const { posts } = createFeedBackend({ src: `${hub.origin}/feed.xml` });
    const { items } = await posts.list({ q: TITLE });
    assert.deepEqual(
      items.map(({ title, report }) => [title, String(report?.pitfalls).includes('Ansage im Wartebereich')]),
      [[TITLE, true]],
    );
  });
});
