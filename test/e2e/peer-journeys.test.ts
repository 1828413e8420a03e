import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { axeFindings } from './support/axe.ts';
import { launch, type Opened } from './support/browser.ts';
import { onEachDatabase } from './support/databases.ts';
import type { DemoHub } from './support/demo-hub.ts';
import { NOW } from './support/now.ts';
import { Keys } from './support/keys.ts';
import { Reader, type ReaderOptions } from './support/reader.ts';

const NAME = 'Henrik Aktendeckel';
const ASKER = 'Rosa Wiesengrund';
const HEADLINE = 'Haushaltsbescheide, die man beim ersten Lesen versteht';
const SKILL = 'Bescheidvereinfachung';
const PHONE = '+49 555 0100 4711';
const MESSAGE = 'Wir schreiben gerade unsere Bescheide um. Hätten Sie eine halbe Stunde für unsere Fragen?';

/** Somebody without a mouse among the people of the network. */
class Colleague extends Reader {
  readonly keys: Keys;
  readonly directory: Locator;
  readonly entry: Locator;

  constructor(opened: Opened, origin: string) {
    super(opened, origin);
    this.keys = new Keys(this.page);
    this.directory = this.page.locator('vr-peer-directory');
    this.entry = this.page.locator('vr-peer-profile');
  }

  static async open(browser: Browser, origin: string, options?: ReaderOptions): Promise<Colleague> {
    return new Colleague(await Reader.begin(browser, origin, { now: NOW, ...options }), origin);
  }

  /** Waits until the page says it; live regions count. */
  async hears(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async axe(): Promise<void> {
    assert.deepEqual(await axeFindings(this.page), []);
  }

  /** No scrolling sideways. */
  async fits(): Promise<void> {
    const [content, view] = await this.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.equal(content, view);
  }

  async search(words: string): Promise<void> {
    await this.keys.write(this.directory.getByRole('searchbox'), words);
  }
}

onEachDatabase('people find each other, by keyboard alone', (start) => {
  let hub: DemoHub;
  let browser: Browser;
  /** Wants to be found, and later to be gone; on a phone. */
  let listed: Colleague;
  let asker: Colleague;
  let stranger: Colleague;

  before(async () => {
    hub = await start();
    browser = await launch();
    listed = await Colleague.open(browser, hub.origin, { person: 'henrik-aktendeckel', width: 320 });
    asker = await Colleague.open(browser, hub.origin, { person: 'rosa-wiesengrund' });
    stranger = await Colleague.open(browser, hub.origin);
  });
  after(async () => {
    await browser?.close();
    await hub?.close();
  });

  it('lets somebody be listed: they write, see what others would see, and publish for a year', async () => {
    const { keys, entry } = listed;
    await listed.visit('/menschen#vr-peer-profile');
    await keys.write(entry.getByLabel('In einem Satz'), HEADLINE);
    await keys.push(entry.getByRole('button', { name: 'Weiteres Können' }));
    await keys.write(entry.getByLabel('Thema oder Können').last(), SKILL);
    await keys.write(entry.getByLabel('Telefon'), PHONE);
    await keys.pick(entry.getByRole('radio', { name: 'Das Netzwerk' }));
    await listed.hears(/^Keine Angabe reicht weiter als der Eintrag/);
    await keys.pick(entry.getByRole('radio', { name: 'Öffentlichkeit' }));
    await entry.getByText('Wer kein Konto im Netzwerk hat, sieht Ihren Eintrag nicht.').waitFor();
    await keys.pick(entry.getByRole('radio', { name: 'Netzwerk', exact: true }));
    await entry.getByRole('group', { name: 'So sehen Sie: Netzwerk' }).getByText(HEADLINE).first().waitFor();
    await listed.axe();
    await listed.fits();
    await keys.push(entry.getByRole('button', { name: /einwilligen und veröffentlichen/i }));
    await listed.hears(/Ihr Eintrag ist veröffentlicht, bis/);
  });

  it('lets a colleague elsewhere find who has done it before, though the word is misspelt, and strangers not', async () => {
    await asker.visit('/menschen');
    const { keys, directory } = asker;
    await directory.getByRole('searchbox').waitFor();
    await asker.search('Bescheidvereinfahcung');
    await asker.hears('1 Person gefunden');
    await directory.getByRole('link', { name: NAME }).waitFor();
    await asker.axe();
    await keys.push(directory.getByRole('link', { name: NAME }));
    await directory.getByRole('heading', { name: NAME }).first().waitFor();
    assert.match(asker.page.url(), /#vr-peer=/);

    await stranger.visit('/menschen');
    await stranger.directory.getByRole('searchbox').waitFor();
    await stranger.search('Bescheidvereinfachung');
    await stranger.hears('Niemand gefunden');
    const found = await stranger.page.evaluate(async () => (await fetch('/api/v1/peers?q=Aktendeckel')).text());
    assert.doesNotMatch(found, /Aktendeckel/);
  });

  it('lets them ask: no address is on the page until it is accepted', async () => {
    const { keys, directory } = asker;
    await keys.push(directory.getByRole('button', { name: /Kontakt anfragen/ }).first());
    await keys.write(directory.getByLabel('Worum geht es?'), 'Bescheide umschreiben');
    await keys.write(directory.getByLabel('Ihre Nachricht'), MESSAGE);
    await asker.axe();
    await keys.push(directory.getByRole('button', { name: 'Anfrage senden' }));
    await asker.hears(`Ihre Anfrage ist bei ${NAME}.`);
    assert.ok(!(await asker.page.content()).includes(PHONE));
  });

  it('lets them be answered: each sees what the other chose', async () => {
    const { keys, directory } = listed;
    await listed.visit('/menschen#vr-contacts');
    await directory.getByText(ASKER).first().waitFor();
    await keys.push(directory.getByRole('button', { name: /^Ansehen.*Rosa/ }));
    await directory.getByText(MESSAGE).first().waitFor();
    await keys.push(directory.getByRole('button', { name: /^Annehmen/ }));
    await keys.check(directory.getByRole('checkbox', { name: /Telefon/ }));
    await listed.axe();
    await listed.fits();
    await keys.push(directory.getByRole('button', { name: 'Anfrage annehmen' }));
    await listed.hears(/^Angenommen\./);

    await asker.visit('/menschen#vr-contacts');
    await asker.keys.push(asker.directory.getByRole('button', { name: 'Gesendet' }));
    await asker.keys.push(asker.directory.getByRole('button', { name: /^Ansehen.*Henrik/ }));
    await asker.keys.push(asker.directory.getByRole('button', { name: 'Kontaktdaten zeigen' }));
    await asker.directory.getByRole('link', { name: PHONE }).waitFor();
    await asker.axe();
  });

  it('lets somebody take everything along, leave, and be gone from everywhere', async () => {
    const { keys, entry, page } = listed;
    await listed.visit('/menschen#vr-peer-profile');
    await keys.push(entry.locator('summary', { hasText: 'Meine Daten' }));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      keys.push(entry.getByRole('button', { name: 'Alles über mich als JSON' })),
    ]);
    const held = readFileSync(await download.path(), 'utf8');
    for (const own of [HEADLINE, SKILL, PHONE]) assert.ok(held.includes(own), own);
    await keys.push(entry.getByRole('button', { name: 'Alles über mich löschen' }));
    await listed.axe();
    await keys.push(entry.getByRole('button', { name: 'Ja, alles endgültig löschen' }));
    await listed.hears('Alles über Sie ist gelöscht');

    await asker.visit('/menschen');
    await asker.directory.getByRole('searchbox').waitFor();
    await asker.search(SKILL);
    await asker.hears('Niemand gefunden');
    for (const path of ['/peers?q=Bescheid', '/contact-requests', '/me/notifications', '/offers']) {
      const answer = await asker.page.evaluate(async (url) => (await fetch(url)).text(), `/api/v1${path}`);
      for (const gone of [NAME, HEADLINE, SKILL, PHONE]) assert.ok(!answer.includes(gone), `${path}: ${gone}`);
    }
    assert.deepEqual([...asker.trouble, ...listed.trouble, ...stranger.trouble], []);
  });
});
