import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch, openReader } from '../e2e/support/browser.ts';
import { CalendarOnPage } from '../e2e/support/calendar.ts';
import { DECEMBER, eventLines, EVENING, LUNCH, wrapCalendar } from '../e2e/support/calendars.ts';
import { hostPage, LINK, scriptTag } from '../e2e/support/host-page.ts';
import { startSite, type HostSite } from '../e2e/support/host-site.ts';
import { createCaldavBackend } from '../../src/backend/adapters/icalendar/caldav-adapter.ts';
import { radicaleMissing, startRadicale, type Radicale } from './support/radicale.ts';

const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** Every Monday from October on, one left out, one moved to the Tuesday. */
const SERIES = wrapCalendar(
  ...ZONE,
  'BEGIN:VEVENT',
  'UID:montag@auental.example',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;TZID=Europe/Berlin:20261005T190000',
  'DTEND;TZID=Europe/Berlin:20261005T203000',
  'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231T230000Z',
  'EXDATE;TZID=Europe/Berlin:20261221T190000',
  'SUMMARY:Montagsrunde',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:montag@auental.example',
  'RECURRENCE-ID;TZID=Europe/Berlin:20261214T190000',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;TZID=Europe/Berlin:20261215T200000',
  'DTEND;TZID=Europe/Berlin:20261215T210000',
  'SUMMARY:Montagsrunde am Dienstag',
  'END:VEVENT',
);
const HOLIDAY = wrapCalendar(
  'BEGIN:VEVENT',
  'UID:frei@auental.example',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20261224',
  'DTEND;VALUE=DATE:20261227',
  'SUMMARY:Kreishaus geschlossen',
  'END:VEVENT',
);

const missing = radicaleMissing();

describe('a collection of a real Radicale in the calendar', { skip: missing ?? false }, () => {
  let radicale: Radicale;
  let site: HostSite;
  let browser: Browser;
  before(async () => {
    radicale = await startRadicale();
    site = await startSite();
    browser = await launch();
    await radicale.send('PUT', '/public/events/lunch.ics', wrapCalendar(...eventLines(LUNCH)));
    await radicale.send('PUT', '/public/events/montag.ics', SERIES);
    await radicale.send('PUT', '/public/events/frei.ics', HOLIDAY);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await radicale?.close();
  });

  const visit = async (src: string) => {
    const { page, watch, context } = await openReader(browser, { now: DECEMBER });
    const body = `<vr-event-calendar src="${src}">${LINK}</vr-event-calendar>`;
    await page.goto(site.put('/seite', hostPage({ head: scriptTag('autoload.js'), body })));
    const reload = (): Promise<void> =>
      page.evaluate(() => (document.querySelector('vr-event-calendar') as unknown as { reload(): void }).reload());
    return { page, watch, context, reload, calendar: new CalendarOnPage(page) };
  };

  it('answers the questions of CalDAV: months alone, the moved date in its place, one event by its name', async () => {
    const asked: string[] = [];
    const { events } = createCaldavBackend({
      src: radicale.collection,
      fetch: (input, init) => {
        asked.push(init?.method ?? 'GET');
        return fetch(input, init);
      },
    });
    const { items, problems } = await events.list({ from: '2026-12-07', to: '2026-12-28' });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      items
        .filter(({ title }) => title !== LUNCH.title)
        .map(({ title, start, recurrenceId }) => [title, start, recurrenceId]),
      [
        ['Montagsrunde', '2026-12-07T18:00:00Z', '2026-12-07T18:00:00Z'],
        ['Montagsrunde am Dienstag', '2026-12-15T19:00:00Z', '2026-12-14T18:00:00Z'],
        ['Kreishaus geschlossen', '2026-12-24', undefined],
      ],
    );
    const one = await events.get!('montag@auental.example', { recurrenceId: '2026-12-14T18:00:00Z' });
    assert.deepEqual([one.title, one.changed], ['Montagsrunde am Dienstag', true]);
    assert.deepEqual((await events.list({ from: '2026-01-01', to: '2026-02-01' })).items, []);
    assert.deepEqual(asked, ['REPORT', 'REPORT', 'REPORT']);
  });

  for (const [how, kind] of [
    ['by its kind', 'icalendar+'],
    ['as a CalDAV collection', 'caldav+'],
    ['by its address alone', ''],
  ] as const) {
    it(`stands there with its series, the moved date and the days off, named ${how}`, async () => {
      const { calendar, watch, context } = await visit(kind + radicale.collection);
      await calendar.event(LUNCH.title).waitFor();
      for (const [day, text] of [
        ['2026-12-07', 'Montagsrunde'],
        ['2026-12-15', 'Montagsrunde am Dienstag'],
        ['2026-12-28', 'Montagsrunde'],
        ['2026-12-24', 'Kreishaus geschlossen'],
      ] as const) {
        await calendar.day(day).locator('button').filter({ hasText: text }).first().waitFor();
      }
      for (const day of ['2026-12-14', '2026-12-21']) {
        assert.match((await calendar.day(day).textContent()) ?? '', /keine Termine/, day);
      }
      assert.deepEqual(watch.errors, []);
      await context.close();
    });
  }

  it('follows what its owner adds, changes and takes away', async () => {
    const { calendar, reload, context } = await visit(`icalendar+${radicale.collection}`);
    await calendar.event(LUNCH.title).waitFor();
    await radicale.send('PUT', '/public/events/abend.ics', wrapCalendar(...eventLines(EVENING)));
    await reload();
    await calendar.event(EVENING.title).waitFor();
    await radicale.send(
      'PUT',
      '/public/events/abend.ics',
      wrapCalendar(...eventLines({ ...EVENING, title: 'Abend neu' })),
    );
    await reload();
    await calendar.event('Abend neu').waitFor();
    await radicale.send('DELETE', '/public/events/abend.ics');
    await reload();
    await calendar.event('Abend neu').waitFor({ state: 'detached' });
    await context.close();
  });

  it('stays shown with its time while the server is away, and is fresh when it is back', async () => {
    const { calendar, reload, context } = await visit(`icalendar+${radicale.collection}`);
    await calendar.event(LUNCH.title).waitFor();
    await radicale.stop();
    await reload();
    await calendar.status.getByText('Stand: 12:00').waitFor();
    assert.ok(await calendar.event(LUNCH.title).isVisible());
    await radicale.start();
    await reload();
    await calendar.status.getByText('Stand: 12:00').waitFor({ state: 'detached' });
    assert.ok(await calendar.event(LUNCH.title).isVisible());
    await context.close();
  });

  it('that is not public is told as such', async () => {
    const { calendar, context } = await visit(`icalendar+${radicale.origin}/redaktion/intern/`);
    await calendar.root.getByText('Diese Inhalte sind nur eingeloggt zu sehen.').waitFor();
    assert.match(await calendar.explanation(), /öffentliche Adresse/);
    await context.close();
  });
});
