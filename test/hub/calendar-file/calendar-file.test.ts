import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createIcalendarBackend } from '../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import type { CalendarEvent } from '../../../src/model/calendar-event.ts';
import { onEveryEngine, type TestHub } from '../support/test-hub.ts';

const WINDOW = { from: '2026-09-01', to: '2026-12-01' };

onEveryEngine('calendar.ics', (engine) => {
  let hub: TestHub;
  before(async () => {
    hub = await engine.start();
    const series = await create({
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
    await create({
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
