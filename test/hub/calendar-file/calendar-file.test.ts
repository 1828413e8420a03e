import ICAL from 'ical.js';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createIcalendarBackend } from '../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import type { CalendarEvent } from '../../../src/model/calendar-event.ts';
import { onEitherEngine, type TestHub } from '../support/test-hub.ts';

const unfold = (text: string): string => text.replace(/\r\n[ \t]/g, '');
const WINDOW = { from: '2026-09-01', to: '2026-12-01' };

onEitherEngine('calendar.ics', (engine) => {
  let hub: TestHub;
  let series = '';
  let inside = '';
  before(async () => {
    hub = await engine.start();
    series = await create({
      title: 'Lernkreis Daten',
      kind: 'learning-circle',
      topics: [{ id: 'transparenz' }],
      start: '2026-10-06T08:00:00Z',
      end: '2026-10-06T09:00:00Z',
      timeZone: 'Europe/Berlin',
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=6', removed: ['2026-10-13T08:00:00Z'] },
    });
    await patch(series, { status: 'cancelled' }, '2026-10-20T08:00:00Z');
    await patch(
      series,
      { start: '2026-10-28T12:00:00Z', end: '2026-10-28T14:00:00Z', title: 'Lernkreis Daten, am Mittwoch' },
      '2026-10-27T09:00:00Z',
    );
    await create({
      title: 'Camp; zwei Tage, „draußen“',
      kind: 'camp',
      start: '2026-09-18',
      end: '2026-09-20',
      allDay: true,
      topics: [{ id: 'klimawandel' }],
    });
    const gone = await create({
      title: 'Vortrag',
      kind: 'talk',
      start: '2026-09-10T16:00:00Z',
      end: '2026-09-10T17:00:00Z',
    });
    await patch(gone, { status: 'cancelled' });
    await create(
      {
        title: 'Bei den anderen',
        kind: 'talk',
        start: '2026-09-11T16:00:00Z',
        end: '2026-09-11T17:00:00Z',
        organiser: { id: 'kreis-b' },
      },
      'organiserB',
    );
    inside = await create({
      title: 'Unter uns',
      kind: 'talk',
      start: '2026-09-12T16:00:00Z',
      end: '2026-09-12T17:00:00Z',
      visibility: 'network',
    });
    await create({ title: 'Lange her', kind: 'talk', start: '2025-09-12T16:00:00Z', end: '2025-09-12T17:00:00Z' });
  });
  after(() => hub.close());

  async function create(payload: object, person = 'organiserA'): Promise<string> {
    const { statusCode, body } = await hub.app.inject({
      method: 'POST',
      url: '/api/v1/events',
      headers: { 'x-test-person': person },
      payload: { organiser: { id: 'stadt-a' }, ...payload },
    });
    assert.equal(statusCode, 201, body);
    return (JSON.parse(body) as { id: string }).id;
  }

  async function patch(id: string, payload: object, recurrenceId?: string): Promise<void> {
    const { statusCode, body } = await hub.app.inject({
      method: 'PATCH',
      url: `/api/v1/events/${id}`,
      ...(recurrenceId && { query: { recurrenceId } }),
      headers: { 'x-test-person': 'organiserA', 'if-match': '*' },
      payload,
    });
    assert.equal(statusCode, 200, body);
  }

  const file = (query = '', headers: Record<string, string> = {}) =>
    hub.app.inject({ url: `/calendar.ics${query}`, headers });

  /** What the library's own reader finds in the file. */
  async function read(query = ''): Promise<readonly CalendarEvent[]> {
    const response = await file(query);
    const fetch = (() =>
      Promise.resolve(
        new Response(response.body, { headers: { 'content-type': 'text/calendar; charset=utf-8' } }),
      )) as typeof globalThis.fetch;
    const { events } = createIcalendarBackend({ src: 'https://hub.example/calendar.ics', fetch });
    const { items, problems } = await events.list(WINDOW);
    assert.deepEqual(problems, []);
    return items;
  }

  test('is a calendar that programs may subscribe to, under a name, with the time to look again', async () => {
    const { headers, body } = await file();
    assert.equal(headers['content-type'], 'text/calendar; charset=utf-8');
    assert.match(body, /^BEGIN:VCALENDAR\r\n/);
    assert.match(body, /\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n/);
    assert.match(body, /\r\nX-WR-CALNAME:Verwaltungsrebellen\r\n/);
    assert.ok(
      body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
      'lines are folded',
    );
  });

  test('is read back as it was written: series, exception, moved and cancelled dates, whole days', async () => {
    const items = await read();
    assert.deepEqual(
      items.map(({ title, start, end, status }) => [title, start, end, ...(status === 'cancelled' ? [status] : [])]),
      [
        ['Vortrag', '2026-09-10T16:00:00Z', '2026-09-10T17:00:00Z', 'cancelled'],
        ['Bei den anderen', '2026-09-11T16:00:00Z', '2026-09-11T17:00:00Z'],
        ['Camp; zwei Tage, „draußen“', '2026-09-18', '2026-09-20'],
        ['Lernkreis Daten', '2026-10-06T08:00:00Z', '2026-10-06T09:00:00Z'],
        ['Lernkreis Daten', '2026-10-20T08:00:00Z', '2026-10-20T09:00:00Z', 'cancelled'],
        ['Lernkreis Daten, am Mittwoch', '2026-10-28T12:00:00Z', '2026-10-28T14:00:00Z'],
        ['Lernkreis Daten', '2026-11-03T09:00:00Z', '2026-11-03T10:00:00Z'],
        ['Lernkreis Daten', '2026-11-10T09:00:00Z', '2026-11-10T10:00:00Z'],
      ],
    );
    assert.equal(items.find(({ allDay }) => allDay)?.title, 'Camp; zwei Tage, „draußen“');
  });

  test('keeps a series one series, so that programs show it as one', async () => {
    const { body } = await file('?kind=learning-circle');
    assert.equal(body.match(/^RRULE:FREQ=WEEKLY/gm)?.length, 1);
    assert.equal(body.match(/^RECURRENCE-ID/gm)?.length, 2);
    assert.match(body, /^EXDATE/m);
    assert.equal(new Set(body.match(/^UID:.*/gm)).size, 1);
  });

  test('is narrowed by kind, by organisation, and by topic with all below it', async () => {
    const titles = async (query: string) => [...new Set((await read(query)).map(({ title }) => title))];
    assert.deepEqual(await titles('?kind=talk'), ['Vortrag', 'Bei den anderen']);
    assert.deepEqual(await titles('?org=kreis-b'), ['Bei den anderen']);
    assert.deepEqual(await titles('?topic=Herausforderungen'), ['Camp; zwei Tage, „draußen“']);
    assert.deepEqual(await titles('?topic=transparenz&kind=talk'), []);
    assert.equal((await file('?kind=party')).statusCode, 400);
  });

  test('may be one of several kinds or organisations', async () => {
    const titles = async (query: string) => [...new Set((await read(query)).map(({ title }) => title))];
    assert.deepEqual(await titles('?kind=talk&kind=camp'), [
      'Vortrag',
      'Bei den anderen',
      'Camp; zwei Tage, „draußen“',
    ]);
    assert.deepEqual(await titles('?kind=talk&org=kreis-b&org=stadt-a'), ['Vortrag', 'Bei den anderen']);
  });

  test('is understood by a reader that others wrote: zone, series, what was moved, cancelled and left out', async () => {
    const calendar = new ICAL.Component(ICAL.parse((await file()).body) as unknown[]);
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    const series = events.find((event) => event.isRecurring())!;
    for (const event of events)
      if (event.isRecurrenceException() && event.uid === series.uid) series.relateException(event);
    const found: (string | null)[][] = [];
    const dates = series.iterator();
    for (let date = dates.next(); date; date = dates.next()) {
      const { startDate, item } = series.getOccurrenceDetails(date);
      found.push([
        item.summary,
        startDate.toJSDate().toISOString(),
        item.component.getFirstPropertyValue('status') as string,
      ]);
    }
    assert.deepEqual(found, [
      ['Lernkreis Daten', '2026-10-06T08:00:00.000Z', 'CONFIRMED'],
      ['Lernkreis Daten', '2026-10-20T08:00:00.000Z', 'CANCELLED'],
      ['Lernkreis Daten, am Mittwoch', '2026-10-28T12:00:00.000Z', 'CONFIRMED'],
      ['Lernkreis Daten', '2026-11-03T09:00:00.000Z', 'CONFIRMED'],
      ['Lernkreis Daten', '2026-11-10T09:00:00.000Z', 'CONFIRMED'],
    ]);
    const camp = events.find(({ summary }) => summary.startsWith('Camp'))!;
    assert.deepEqual(
      [camp.startDate.isDate, camp.startDate.toString(), camp.endDate.toString()],
      [true, '2026-09-18', '2026-09-20'],
    );
    assert.equal(camp.summary, 'Camp; zwei Tage, „draußen“');
    ICAL.TimezoneService.reset();
  });

  test('counts on with each change of an event, and leads to its page', async () => {
    const numbers = async () =>
      [...(await file('?kind=learning-circle')).body.matchAll(/^SEQUENCE:(\d+)/gm)].map(([, number]) => number);
    const before = await numbers();
    assert.equal(new Set(before).size, 1, 'all dates of a series share one number');
    await patch(series, { summary: 'Mit Kaffee' });
    assert.ok(Number((await numbers())[0]) > Number(before[0]));
    assert.match(unfold((await file('?kind=camp')).body), /^URL:http.*\/#vr-event=/m);
  });

  describe('of one event', () => {
    const one = (id: string, query = '', headers: Record<string, string> = {}) =>
      hub.app.inject({ url: `/api/v1/events/${id}.ics${query}`, headers });

    test('is the whole series, or one date of it under a name of its own', async () => {
      const { body, headers, statusCode } = await one(series);
      assert.deepEqual([statusCode, headers['content-type']], [200, 'text/calendar; charset=utf-8']);
      assert.equal(body.match(/^BEGIN:VEVENT/gm)?.length, 3);
      const date = await one(series, '?recurrenceId=2026-10-27T09:00:00Z');
      assert.match(date.body, /SUMMARY:Lernkreis Daten\\, am Mittwoch/);
      assert.match(date.body, /^DTSTART;TZID=Europe\/Berlin:20261028T130000/m);
      assert.doesNotMatch(date.body.slice(date.body.indexOf('BEGIN:VEVENT')), /RRULE|RECURRENCE-ID/);
      assert.match(date.body, /^UID:.*-2026-10-27T09:00:00Z/m);
      assert.equal((await one(series, '?recurrenceId=2026-10-29T09:00:00Z')).statusCode, 404);
    });

    test('is for those who may see it', async () => {
      assert.equal((await one(inside)).statusCode, 404);
      assert.match((await one(inside, '', { 'x-test-person': 'organiserA' })).body, /SUMMARY:Unter uns/);
      assert.equal((await one('gibt-es-nicht')).statusCode, 404);
    });

    test('is answered with 304 until it changes', async () => {
      const etag = String((await one(series)).headers.etag);
      assert.equal((await one(series, '', { 'if-none-match': etag })).statusCode, 304);
    });
  });

  describe('as feeds of what comes', () => {
    const feed = (path: string, headers: Record<string, string> = {}) => hub.app.inject({ url: path, headers });

    test('is RSS 2.0 that readers of others understand: each event once, with when and where in words', async () => {
      const { body, headers } = await feed('/calendar.rss');
      assert.equal(headers['content-type'], 'application/rss+xml; charset=utf-8');
      const { title, language, items = [] } = parseRssFeed(body);
      assert.deepEqual([title, language], ['Verwaltungsrebellen: Termine', 'de']);
      const titles = items.map((item) => item.title);
      assert.deepEqual(titles.slice(0, 4), [
        'Abgesagt: Vortrag',
        'Bei den anderen',
        'Camp; zwei Tage, „draußen“',
        'Lernkreis Daten',
      ]);
      assert.ok(!titles.includes('Unter uns') && !titles.includes('Lange her'));
      const [gone, , camp] = items;
      assert.match(gone?.description ?? '', /^<p>Abgesagt<\/p>/);
      assert.match(
        camp?.description ?? '',
        /Freitag, 18\. September 2026.*Sonnabend, 19|Freitag, 18\. September 2026.*Samstag, 19/,
      );
      assert.match(camp?.link ?? '', /^http.*\/#vr-event=/);
      assert.equal(camp?.guid?.isPermaLink, false);
      assert.equal(new Set(items.map((item) => item.guid?.value)).size, items.length);
      assert.ok(!Number.isNaN(Date.parse(camp?.pubDate ?? '')));
    });

    test('is JSON Feed 1.1 that readers of others understand', async () => {
      const { body, headers } = await feed('/calendar.json?kind=camp&kind=talk&org=kreis-b');
      assert.equal(headers['content-type'], 'application/feed+json; charset=utf-8');
      const { title, items = [] } = parseJsonFeed(JSON.parse(body));
      assert.equal(title, 'Verwaltungsrebellen: Termine');
      assert.equal((JSON.parse(body) as { version: string }).version, 'https://jsonfeed.org/version/1.1');
      assert.deepEqual(
        items.map((item) => item.title),
        ['Bei den anderen'],
      );
      assert.match(items[0]?.content_text ?? '', /^Freitag, 11\. September 2026, 18:00 bis 19:00 Uhr/);
    });

    test('is answered with 304 until something changes, and refuses what is no kind', async () => {
      for (const path of ['/calendar.rss', '/calendar.json']) {
        const etag = String((await feed(path)).headers.etag);
        assert.equal((await feed(path, { 'if-none-match': etag })).statusCode, 304);
        assert.equal((await feed(`${path}?kind=party`)).statusCode, 400);
      }
    });
  });

  test('holds what everybody may see, whoever asks, and nothing from long ago', async () => {
    const { body } = await file('', { 'x-test-person': 'organiserA' });
    assert.doesNotMatch(body, /Unter uns|Lange her/);
  });

  test('is answered with 304 until something changes', async () => {
    const etag = String((await file()).headers.etag);
    assert.equal((await file('', { 'if-none-match': etag })).statusCode, 304);
    await create({ title: 'Neu', kind: 'talk', start: '2026-12-24T16:00:00Z', end: '2026-12-24T17:00:00Z' });
    const changed = await file('', { 'if-none-match': etag });
    assert.equal(changed.statusCode, 200);
    assert.match(changed.body, /SUMMARY:Neu/);
  });
});
