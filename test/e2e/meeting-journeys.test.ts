import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import ical, { type VEvent } from 'node-ical';
import type { Browser, Locator } from 'playwright-core';
import { axeFindings } from './support/axe.ts';
import { launch, type Opened } from './support/browser.ts';
import { onEachDatabase } from './support/databases.ts';
import type { DemoHub } from './support/demo-hub.ts';
import { NOW } from './support/now.ts';
import { Keys } from './support/keys.ts';
import { Reader, type ReaderOptions } from './support/reader.ts';

const TITLE = 'Frühstück der Formulare';
const NEEDS = 'Bitte ein Platz nahe der Tür';
const SESSION = 'Vordrucke, die niemand vermisst';
const ABSTRACT = 'Wir sammeln Vordrucke, die sich durch eine Frage ersetzen lassen, und streichen drei.';

/** Somebody without a mouse on the pages with calendars. */
class Visitor extends Reader {
  readonly keys: Keys;
  /** The calendar of the page, and on the start page the list beside it. */
  readonly calendar: Locator;
  readonly sidebar: Locator;
  readonly form: Locator;

  constructor(opened: Opened, origin: string) {
    super(opened, origin);
    this.keys = new Keys(this.page);
    this.calendar = this.page.locator('vr-event-calendar').first();
    this.sidebar = this.page.locator('aside vr-event-calendar');
    this.form = this.page.locator('vr-idea-submission');
  }

  static async open(browser: Browser, origin: string, options?: ReaderOptions): Promise<Visitor> {
    return new Visitor(await Reader.begin(browser, origin, { now: NOW, ...options }), origin);
  }

  /** What an open dialog shows, whichever calendar opened it. */
  get dialog(): Locator {
    return this.page.locator('vr-event-calendar vr-dialog');
  }

  /** Waits until the page says it; live regions count. */
  async hears(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async axe(): Promise<void> {
    assert.deepEqual(await axeFindings(this.page), []);
  }

  /** No scrolling sideways at 320 px. */
  async fits(): Promise<void> {
    const [content, view] = await this.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.equal(content, view);
  }
}

/** The address as a calendar program reads it: every event of the title. */
async function subscribed(address: string): Promise<readonly VEvent[]> {
  const items = Object.values(await ical.async.fromURL(address));
  return items.filter((item): item is VEvent => item?.type === 'VEVENT' && item.summary === TITLE);
}

onEachDatabase('people meet, by keyboard alone', (start) => {
  let hub: DemoHub;
  let browser: Browser;
  let organiser: Visitor;
  let member: Visitor;
  let stranger: Visitor;
  /** Address that the stranger's calendar program has subscribed to. */
  let subscription = '';

  before(async () => {
    hub = await start();
    browser = await launch();
    organiser = await Visitor.open(browser, hub.origin, { person: 'ayla-mutig' });
    member = await Visitor.open(browser, hub.origin, { person: 'rosa-wiesengrund', width: 320 });
    stranger = await Visitor.open(browser, hub.origin);
  });
  after(async () => {
    await browser?.close();
    await hub?.close();
  });

  it('lets an organiser begin a weekly meetup with one place', async () => {
    const { keys, calendar, dialog } = organiser;
    await organiser.visit();
    await keys.push(calendar.getByRole('button', { name: 'Termin anlegen' }));
    await keys.write(dialog.getByLabel('Titel'), TITLE);
    await keys.choose(dialog.getByLabel('Wie oft?'), 'Wöchentlich');
    await keys.pick(dialog.getByRole('radio', { name: 'Nach einer Anzahl' }));
    await keys.write(dialog.getByLabel('Anzahl der Termine'), '4');
    await keys.pick(dialog.getByRole('radio', { name: 'Hier im Kalender' }));
    await keys.write(dialog.getByRole('textbox', { name: /^Plätze/ }), '1');
    await organiser.axe();
    await keys.push(dialog.getByRole('button', { name: 'Veranstaltung anlegen' }));
    await organiser.hears(`„${TITLE}“ steht jetzt im Kalender.`);
    await keys.push(dialog.getByRole('button', { name: 'Fertig' }));
    await dialog.getByRole('heading', { name: TITLE }).waitFor();
  });

  it('lets an anonymous reader subscribe: a calendar program finds the series', async () => {
    const { keys, calendar, dialog } = stranger;
    await stranger.visit();
    await keys.push(calendar.getByRole('button', { name: 'Abonnieren' }));
    const address = dialog.getByLabel('Adresse des Abos');
    await keys.to(address);
    subscription = await address.inputValue();
    assert.match(
      (await dialog.getByRole('link', { name: /In der Kalender-App/ }).getAttribute('href')) ?? '',
      /^webcal:/,
    );
    await stranger.axe();
    await keys.push(dialog.getByRole('button', { name: 'Adresse kopieren' }));
    await stranger.hears(/Die Adresse ist (kopiert|markiert)/);
    await keys.press('Escape');
    assert.ok(await keys.isOn(calendar.getByRole('button', { name: 'Abonnieren' })), 'the focus is back');
    const [series, ...more] = await subscribed(subscription);
    assert.deepEqual(more, []);
    assert.ok(series?.rrule, 'a series stays a series');
    assert.equal(series.recurrences, undefined);
  });

  it('lets a member find it in the column beside the page at 320 px, and join by keys', async () => {
    const { keys, sidebar, dialog } = member;
    await member.visit();
    await sidebar.scrollIntoViewIfNeeded();
    const row = sidebar.getByRole('button', { name: TITLE }).first();
    await keys.push(row);
    await keys.push(dialog.getByRole('button', { name: 'Anmelden', exact: true }));
    await keys.write(dialog.getByLabel('Was Sie brauchen'), NEEDS);
    await member.axe();
    await member.fits();
    await keys.to(dialog.getByRole('button', { name: 'Jetzt anmelden' }));
    await keys.press('Enter', 'Enter');
    await member.hears('Sie sind jetzt angemeldet.');
    await member.axe();
    await keys.press('Escape');
    assert.ok(await keys.isOn(row), 'the focus is back where the event was opened');
  });

  it('puts the next one on the waiting list, and tells so', async () => {
    const second = await Visitor.open(browser, hub.origin, { person: 'mirja-feldweg' });
    const { keys, sidebar, dialog } = second;
    await second.visit();
    await keys.push(sidebar.getByRole('button', { name: TITLE }).first());
    await keys.push(dialog.getByRole('button', { name: 'Auf die Warteliste' }));
    await keys.push(dialog.getByRole('button', { name: 'Auf die Warteliste setzen' }));
    await second.hears('Sie stehen jetzt auf Platz 1 der Warteliste.');
    assert.deepEqual(second.trouble, []);
    await second.close();
  });

  it('shows the organiser who comes and what they need, and lets them move this one date', async () => {
    const { keys, sidebar, dialog } = organiser;
    await organiser.visit();
    await keys.push(sidebar.getByRole('button', { name: TITLE }).first());
    await keys.push(dialog.getByRole('button', { name: 'Anmeldungen ansehen' }));
    await dialog.getByRole('row').filter({ hasText: 'Rosa Wiesengrund' }).filter({ hasText: NEEDS }).waitFor();
    await dialog.getByRole('row').filter({ hasText: 'Mirja Feldweg' }).filter({ hasText: 'Warteliste' }).waitFor();
    await organiser.axe();
    await keys.push(dialog.getByRole('button', { name: 'Bearbeiten' }));
    await keys.pick(dialog.getByRole('radio', { name: 'Nur diesen Termin' }));
    await keys.push(dialog.getByRole('button', { name: 'Weiter zum Formular' }));
    // The first part of a time field is its hour, whatever the order of the rest.
    await keys.to(dialog.getByLabel('Uhrzeit', { exact: true }));
    await keys.press('ArrowUp');
    await keys.to(dialog.getByLabel('Uhrzeit am Ende'));
    await keys.press('ArrowUp');
    await keys.write(dialog.getByLabel('Was sollen die Angemeldeten wissen?'), 'Der Bäcker öffnet später.');
    await organiser.axe();
    await keys.push(dialog.getByRole('button', { name: 'Änderungen speichern' }));
    await organiser.hears('Ihre Änderungen sind gespeichert.');
  });

  it('tells those who come, and calendar programs see the moved instance', async () => {
    await member.visit('/#vr-notifications');
    await member.hears(`„${TITLE}“ hat sich geändert.`);
    const [series] = await subscribed(subscription);
    const moved: readonly Omit<VEvent, 'recurrences'>[] = series?.recurrences ? Object.values(series.recurrences) : [];
    assert.ok(moved.length > 0, 'the moved instance is there');
    for (const instance of moved) {
      assert.equal(Number(instance.start) - Number(instance.recurrenceid), 3_600_000, 'an hour later');
    }
  });

  it('lets a member propose a session for the camp', async () => {
    const { keys, calendar } = member;
    await member.visit('/camp');
    await keys.push(calendar.getByRole('button', { name: 'Session vorschlagen' }));
    await keys.write(calendar.getByLabel('Titel'), SESSION);
    await keys.write(calendar.getByLabel('Beschreibung'), ABSTRACT);
    await member.axe();
    await member.fits();
    await keys.push(calendar.getByRole('button', { name: 'Vorschlag einreichen' }));
    await member.hears(`„${SESSION}“ ist vorgeschlagen.`);
  });

  it('lets another show interest, and an organiser place it on the grid by arrow keys', async () => {
    const other = await Visitor.open(browser, hub.origin, { person: 'henrik-aktendeckel' });
    await other.visit('/camp');
    const proposal = other.calendar.locator('[data-session]').filter({ hasText: SESSION });
    await other.keys.push(proposal.getByRole('button', { name: /Interesse/ }));
    await other.hears(`Ihr Interesse an „${SESSION}“ ist vermerkt.`);
    await other.close();

    // The camp of today is Kreis Auental's.
    const host = await Visitor.open(browser, hub.origin, { person: 'mirja-feldweg' });
    const { keys, calendar } = host;
    await host.visit('/camp');
    await keys.push(calendar.getByRole('button', { name: 'Plan ordnen' }));
    const waiting = calendar.locator('[data-session]').filter({ hasText: SESSION });
    await keys.push(waiting.getByRole('button', { name: /Einplanen/ }));
    await host.axe();
    // Past places that are taken, to the first that is free.
    for (let tries = 0; tries < 40; tries += 1) {
      if (await calendar.getByRole('status').filter({ hasText: 'frei' }).count()) break;
      await keys.press(tries % 6 === 5 ? 'ArrowDown' : 'ArrowRight');
    }
    await keys.press('Enter');
    await host.hears(`„${SESSION}“ ist eingetragen:`);
    assert.deepEqual(host.trouble, []);
    await host.close();
  });

  it('lets the member put it into their own programme and turn it into an idea', async () => {
    const { keys, calendar, form, page } = member;
    await member.visit('/camp');
    const session = calendar.locator('[data-session]').filter({ hasText: SESSION });
    await keys.push(session.getByRole('button', { name: 'Merken' }));
    await member.hears(`„${SESSION}“ steht in Ihrem Programm.`);
    const link = session.getByRole('link', { name: 'Daraus eine Idee machen' });
    await keys.push(session.locator('[aria-expanded]'));
    await keys.push(link);
    await page.waitForURL(/#vr-new-idea=/);
    await form.getByText(`Aus der Session`).waitFor();
    await keys.write(form.getByLabel('Beschreiben Sie das Problem'), 'Wir drucken Vordrucke, die niemand liest.');
    await keys.push(form.getByRole('button', { name: 'Weiter zu Ihrer Idee' }));
    assert.equal(await form.getByLabel('Titel').inputValue(), SESSION);
    await keys.push(form.getByRole('button', { name: 'Weiter zu Nutzen und Ort' }));
    await keys.pick(form.getByLabel('Zwischen Verwaltungen'));
    await keys.push(form.getByRole('button', { name: 'Weiter zu dem, was Sie brauchen' }));
    await keys.push(form.getByRole('button', { name: 'Weiter zur Vorschau' }));
    await keys.push(form.getByRole('button', { name: 'Idee einreichen' }));
    await form.getByRole('heading', { name: 'Ihre Idee ist angekommen' }).waitFor();

    await member.visit('/camp');
    const idea = session.getByRole('link', { name: 'Zur Idee aus dieser Session' });
    await keys.push(session.locator('[aria-expanded]'));
    await keys.push(idea);
    await page.locator('vr-idea-board').getByRole('heading', { name: SESSION }).waitFor();
  });

  it('asked nobody else, and nothing was kept from happening', () => {
    for (const visitor of [organiser, member, stranger]) assert.deepEqual(visitor.trouble, []);
  });
});
