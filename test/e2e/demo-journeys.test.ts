import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createIcalendarBackend } from '../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import { launch, openReader, type Opened } from './support/browser.ts';
import { CalendarOnPage } from './support/calendar.ts';
import { startDemoHub, type DemoHub } from './support/demo-hub.ts';
import { NOW, TODAY } from './support/now.ts';

describe('a reader on the start page of the demo', () => {
  let hub: DemoHub;
  let browser: Browser;
  let reader: Opened;
  let page: Page;
  let calendar: CalendarOnPage;
  let sidebar: CalendarOnPage;

  before(async () => {
    hub = await startDemoHub();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await hub?.close();
  });

  const visit = async (path = '/', width = 1280, before?: (page: Page) => Promise<unknown>): Promise<void> => {
    reader = await openReader(browser, {
      now: NOW,
      viewport: { width, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page = reader.page;
    // Before all scripts of the page, so that it sees what is on paper before the widget takes it back.
    await page.addInitScript(() => {
      addEventListener('afterprint', () => {
        const widget = document.querySelector('vr-event-calendar')?.shadowRoot;
        const view = widget?.querySelector('vr-event-agenda, vr-event-month');
        (globalThis as unknown as { paper?: string }).paper = view?.shadowRoot?.textContent ?? '';
      });
    });
    await before?.(page);
    await page.goto(hub.origin + path);
    calendar = new CalendarOnPage(page);
    sidebar = new CalendarOnPage(page, page.locator('aside vr-event-calendar'));
    await calendar.ready();
  };
  afterEach(async () => {
    await reader.context.close();
  });

  it('sees the month of today with its events, and the next five in the column beside it', async () => {
    await visit();
    assert.equal(await calendar.root.getByRole('heading', { level: 3 }).innerText(), 'Juni 2026');
    assert.equal(await calendar.day(TODAY).getAttribute('aria-current'), 'date');
    assert.equal(await calendar.standing.getAttribute('data-day'), TODAY);
    await calendar.day('2026-06-18').getByText('Donnerstag, 18. Juni 2026, 2 Termine').waitFor();
    await calendar.event('Lunch & Learn: Textbausteine').waitFor();

    await sidebar.titles.nth(4).waitFor();
    const titles = await sidebar.titles.allInnerTexts();
    assert.equal(titles.length, 5);
    assert.deepEqual(
      titles.slice(0, 2),
      [
        'Camp „Offene Flure“: Ein Tag im Kreishaus, an dem alle Türen aufstehen',
        'Offene Sprechstunde: Ihre Idee, unsere Fragen',
      ],
      'what goes on today and what comes after it, not what is over today',
    );
    assert.equal(await sidebar.root.locator('[part=toolbar]').count(), 0);
  });

  it('is told in words what is cancelled, postponed or moved online', async () => {
    await visit();
    assert.match(await calendar.event('Digitale Akte im Sozialamt').innerText(), /Abgesagt:/);
    assert.match(await calendar.event('Werkstatt Wärmeplanung').innerText(), /Verschoben:/);
    assert.match(await calendar.event('Scheitern mit Aktenzeichen').innerText(), /online:/);
  });

  it('narrows the month by kind and by administration, and gets everything back', async () => {
    await visit();
    await calendar.event('Lunch & Learn: Textbausteine').waitFor();
    const chips = calendar.root.locator('button.event');
    const all = await chips.count();
    await calendar.root.getByLabel('Art').selectOption({ label: await optionOf('Art', 'Workshop') });
    await calendar.event('Lunch & Learn: Textbausteine').waitFor({ state: 'detached' });
    await calendar.event('Abläufe malen').waitFor();
    await calendar.root.getByLabel('Verwaltung').selectOption({ label: await optionOf('Verwaltung', 'Kreis Auental') });
    await calendar.event('Datenschatzsuche').waitFor({ state: 'detached' });
    await calendar.event('Abläufe malen').waitFor();
    await calendar.button('Filter zurücksetzen').click();
    await calendar.event('Lunch & Learn: Textbausteine').waitFor();
    assert.equal(await chips.count(), all);
  });

  const optionOf = async (field: string, start: string): Promise<string> => {
    await calendar.root.getByLabel(field).waitFor();
    const options = await calendar.root.getByLabel(field).locator('option').allInnerTexts();
    const found = options.map((text) => text.trim()).find((text) => text.startsWith(start));
    assert.ok(found, `${field} offers ${start}: ${options.join(', ')}`);
    return found;
  };

  it('finds an umlaut by its two letters', async () => {
    await visit();
    await calendar.button('Liste').click();
    await calendar.titles.first().waitFor();
    await calendar.root.getByLabel('Suche').fill('Kueche');
    await calendar.root.getByText('Zu dieser Auswahl gibt es keine Termine.').waitFor();
    await calendar.root.getByLabel('Suche').fill('Buerger');
    await calendar.titles.first().waitFor();
    assert.ok((await calendar.titles.count()) > 0);
  });

  it('opens an event by mouse and closes it beside the dialog', async () => {
    await visit();
    await calendar.event('Abläufe malen').click();
    await calendar.inDialog.getByRole('button', { name: 'In den Kalender' }).waitFor();
    assert.match(await calendar.dialogText(), /Abläufe malen: Vom Antrag bis zur Akte auf einem Blatt/);
    assert.match(await calendar.dialogText(), /Do\., 18\. Juni 2026, 13:00–16:00 Uhr|Donnerstag, 18\. Juni 2026/);
    assert.match(page.url(), /#vr-event=/);
    await page.mouse.click(8, 8);
    await calendar.dialog.waitFor({ state: 'hidden' });
    assert.equal(new URL(page.url()).hash, '');
  });

  it('goes to an event, opens and closes it by keyboard alone, and stands where it was', async () => {
    await visit();
    await tabTo('[role=gridcell]');
    assert.equal(await focusedDay(), TODAY);
    await page.keyboard.press('ArrowRight');
    assert.equal(await focusedDay(), '2026-06-16');
    await page.keyboard.press('Enter');
    await calendar.inDialog.getByRole('heading', { name: /Offene Sprechstunde/ }).waitFor();
    assert.ok(await page.evaluate(() => deepActive()?.closest('dialog') != null), 'the focus is in the dialog');
    await page.keyboard.press('Escape');
    await calendar.dialog.waitFor({ state: 'hidden' });
    assert.equal(await focusedDay(), '2026-06-16');
  });

  it('chooses among the events of a full day by keyboard', async () => {
    await visit();
    await tabTo('[role=gridcell]');
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await calendar.dialog.waitFor();
    await calendar.inDialog.getByRole('button', { name: 'Impuls: Terminvergabe ohne Wartenummern' }).focus();
    await page.keyboard.press('Enter');
    await calendar.inDialog.getByRole('button', { name: 'In den Kalender' }).waitFor();
    await page.keyboard.press('Escape');
    await calendar.dialog.waitFor({ state: 'hidden' });
    assert.equal(await focusedDay(), '2026-06-17');
  });

  it('leafs by Page Down and Page Up, the focus stays in the grid and the new month has its events', async () => {
    await visit();
    await tabTo('[role=gridcell]');
    await page.keyboard.press('PageDown');
    await calendar.root.getByRole('heading', { name: 'Juli 2026' }).waitFor();
    assert.equal(await focusedDay(), '2026-07-15');
    await calendar.event('MachBar-Camp').waitFor();
    assert.equal(await focusedDay(), '2026-07-15', 'also when the events have come');
    await page.keyboard.press('Shift+PageDown');
    assert.equal(await focusedDay(), '2027-07-15');
    await page.keyboard.press('Shift+PageUp');
    await page.keyboard.press('PageUp');
    assert.equal(await focusedDay(), TODAY);
  });

  it('hears where it has gone once the events are there', async () => {
    await visit();
    await calendar.button('Nächster Monat').click();
    await calendar.announcement.filter({ hasText: /^Juli 2026: \d+ Termine$/ }).waitFor();
  });

  it('reads the list and goes on with "Mehr anzeigen", the focus on the first new event', async () => {
    await visit();
    await calendar.root.evaluate((element) => element.setAttribute('limit', '10'));
    await calendar.button('Liste').click();
    await calendar.root.getByRole('heading', { name: 'Kommende Termine' }).waitFor();
    await calendar.titles.nth(9).waitFor();
    assert.equal(await calendar.titles.count(), 10);
    await calendar.button('Mehr anzeigen').focus();
    await page.keyboard.press('Enter');
    await calendar.titles.nth(10).waitFor();
    assert.equal(await calendar.titles.count(), 20);
    const eleventh = await calendar.titles.nth(10).innerText();
    await page.waitForFunction((text) => deepActive()?.textContent === text, eleventh);
    await calendar.button('Monat').click();
    await calendar.grid.waitFor();
  });

  it('saves one event as a file that the own reader understands', async () => {
    await visit();
    await calendar.event('Abläufe malen').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      calendar.inDialog.getByRole('button', { name: 'In den Kalender' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'Abläufe-malen-Vom-Antrag-bis-zur-Akte-auf-einem-Blatt.ics');
    const text = readFileSync(await download.path(), 'utf8');
    const { events } = createIcalendarBackend({
      src: 'https://termine.example/eins.ics',
      fetch: async () => new Response(text, { headers: { 'content-type': 'text/calendar' } }),
    });
    const { items, problems } = await events.list({ from: '2026-06-01', to: '2026-07-01' });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      items.map(({ title, start, end, timeZone }) => ({ title, start, end, timeZone })),
      [
        {
          title: 'Abläufe malen: Vom Antrag bis zur Akte auf einem Blatt',
          start: '2026-06-18T11:00:00Z',
          end: '2026-06-18T14:00:00Z',
          timeZone: 'Europe/Berlin',
        },
      ],
    );
  });

  it('copies the link of an event, and whoever follows it finds the event open, also after a reload', async () => {
    await visit();
    await calendar.event('Abläufe malen').click();
    await calendar.inDialog.getByRole('button', { name: 'Link kopieren' }).click();
    await calendar.inDialog.getByText('Der Link ist kopiert.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /\/#vr-event=demo-prozess-malen$/);
    await reader.context.close();

    await visit(link.slice(hub.origin.length));
    await calendar.inDialog.getByText('Abläufe malen').first().waitFor();
    await page.reload();
    await calendar.inDialog.getByText('Abläufe malen').first().waitFor();
    assert.equal(await page.getByRole('dialog').count(), 1, 'the column beside it keeps quiet');
    await page.keyboard.press('Escape');
    await calendar.dialog.waitFor({ state: 'hidden' });
    assert.equal(new URL(page.url()).hash, '');
  });

  it('is led to a linked event in another month', async () => {
    await visit('/#vr-event=demo-machbar-camp');
    await calendar.inDialog.getByText('MachBar-Camp: Zwei Tage Verwaltung von innen verändern').first().waitFor();
    assert.match(await calendar.dialogText(), /Programm/);
    await page.keyboard.press('Escape');
    await calendar.root.getByRole('heading', { name: 'Juli 2026' }).waitFor();
  });

  it('on a phone taps a day and reads its events below the dots', async () => {
    await visit('/', 320);
    await calendar.day('2026-06-17').click();
    await calendar.titles.nth(1).waitFor();
    assert.deepEqual(await calendar.titles.allInnerTexts(), [
      'Lernkreis: Mit Daten arbeiten, ohne Statistik studiert zu haben',
      'Impuls: Terminvergabe ohne Wartenummern',
    ]);
    await calendar.titles.first().click();
    await calendar.dialog.waitFor();
    await calendar.button('Schließen').click();
    await calendar.dialog.waitFor({ state: 'hidden' });
    await calendar.root.getByRole('button', { name: 'Filter' }).click();
    await calendar.root.getByLabel('Suche').waitFor();
  });

  it('prints every event of the month', async () => {
    await visit();
    await calendar.event('Abläufe malen').waitFor();
    const shown = await eventTitles();
    assert.ok(shown.size > 20, `${shown.size} titles`);
    // The list for paper comes once the page is quiet; who has seen it has it.
    await calendar.button('Liste').click();
    await calendar.titles.first().waitFor();
    await calendar.button('Monat').click();
    await calendar.grid.waitFor();
    const file = await page.pdf({ format: 'A4' });
    assert.equal(file.subarray(0, 5).toString(), '%PDF-');
    const printed = await paper();
    for (const title of shown) assert.ok(printed.includes(title), `${title} is on paper`);
    await calendar.grid.waitFor();
  });

  it('prints the month as it stands where the file of the list does not come', async () => {
    await visit('/', 1280, (fresh) => fresh.route('**/calendar-list-*', (route) => route.abort()));
    await calendar.event('Abläufe malen').waitFor();
    await page.pdf({ format: 'A4' });
    assert.match(await paper(), /Abläufe malen/);
  });

  /** What stood in the calendar when the page was on paper. */
  const paper = (): Promise<string> => page.evaluate(() => (globalThis as unknown as { paper?: string }).paper ?? '');

  const eventTitles = async (): Promise<Set<string>> => {
    const titles = await calendar.root.locator('button.event .title').allTextContents();
    return new Set(titles.map((title) => title.trim()));
  };

  /** Walks by Tab from the top of the page until something that fits has the focus. */
  const tabTo = async (selector: string): Promise<void> => {
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => deepActive()?.matches(wanted) ?? false, selector)) return;
    }
    assert.fail(`no ${selector} within 40 steps of Tab`);
  };

  const focusedDay = async (): Promise<string | undefined> =>
    page.evaluate(() => (deepActive() as HTMLElement | null)?.dataset['day']);
});

/** What has the focus, through all shadow roots; `openReader` puts it into each page. */
declare function deepActive(): Element | null;
