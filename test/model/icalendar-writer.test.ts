import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createIcalendarBackend } from '../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { untrustedHtml } from '../../src/model/common.ts';
import { writeCalendar, type CalendarSeries } from '../../src/model/icalendar-writer.ts';

const now = '2026-01-15T09:30:00Z';
const talk: CalendarEvent = {
  uid: 'vortrag@nordau.example',
  title: 'Formulare, die alle verstehen; ein Gespräch',
  start: '2026-05-04T16:00:00Z',
  end: '2026-05-04T17:30:00Z',
  allDay: false,
  timeZone: 'Europe/Berlin',
  summary: 'Zeile eins Zeile zwei',
  description: untrustedHtml('Zeile eins\nZeile zwei'),
  kind: 'talk',
  status: 'scheduled',
  attendance: 'hybrid',
  place: { name: 'Rathaus Nordau', address: 'Markt 1', lat: 50.08, lon: 8.47 },
  onlineUrl: 'https://treffen.example/raum?a=1&b=2',
  url: 'https://nordau.example/termine/1',
  organiser: { name: 'Stadt "Nordau": Amt 1' },
  topics: [{ id: 'Recht, Finanzen', label: { de: 'Recht, Finanzen', en: 'Recht, Finanzen' } }],
  image: { url: 'https://nordau.example/bild.png' },
  links: [{ url: 'https://nordau.example/plan.pdf', label: 'Plan; Raum "A"' }],
  createdAt: '2026-01-01T08:00:00Z',
  updatedAt: '2026-01-02T08:00:00Z',
};
const series: CalendarSeries = {
  master: {
    ...talk,
    uid: 'montag@nordau.example',
    title: 'Montagstreff',
    recurrence: {
      rule: 'FREQ=WEEKLY;UNTIL=20261214T180000Z',
      start: '2026-10-05T17:00:00Z',
      added: ['2026-12-22T18:00:00Z'],
      removed: ['2026-11-09T18:00:00Z'],
    },
    start: '2026-10-05T17:00:00Z',
    end: '2026-10-05T18:30:00Z',
  },
  overrides: [
    {
      ...talk,
      uid: 'montag@nordau.example',
      title: 'Montagstreff, verlegt',
      recurrenceId: '2026-11-16T18:00:00Z',
      start: '2026-11-17T19:00:00Z',
      end: '2026-11-17T20:00:00Z',
    },
  ],
};
const camp: CalendarEvent = {
  uid: 'camp@nordau.example',
  title: 'Camp',
  start: '2026-07-24',
  end: '2026-07-26',
  allDay: true,
};

const unfolded = (file: string): string[] => file.replace(/\r\n[ \t]/g, '').split('\r\n');

async function readBack(file: string, timeZone?: string): Promise<readonly CalendarEvent[]> {
  const { events } = createIcalendarBackend({ src: 'https://hub.example/calendar.ics', data: file, timeZone });
  const { items, problems } = await events.list({ from: '2026-01-01', to: '2028-01-01' });
  assert.deepEqual(problems, []);
  return items.map(({ source: _, ...event }) => event);
}

describe('a written calendar', () => {
  it('has CRLF line ends and no line over 75 octets, and cuts no character', () => {
    const file = writeCalendar([{ ...talk, title: 'ÄÖÜ🎉 '.repeat(60) }, series, camp], { now, name: 'Öffentlich' });
    assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\r\n]/);
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(file.endsWith('END:VCALENDAR\r\n'));
    assert.ok(unfolded(file).includes(`SUMMARY:${'ÄÖÜ🎉 '.repeat(60)}`));
  });

  it('is read back as it was written', async () => {
    const [event] = await readBack(writeCalendar([talk], { now }));
    assert.deepEqual(event, talk);
  });

  it('keeps a series as a series, with what was added, removed and changed', async () => {
    const file = writeCalendar([series], { now });
    assert.equal(file.match(/BEGIN:VEVENT/g)?.length, 2);
    const items = await readBack(file);
    assert.equal(items.length, 11);
    assert.ok(!items.some(({ start }) => start === '2026-11-09T18:00:00Z'));
    const moved = items.find(({ changed }) => changed);
    assert.deepEqual(
      [moved?.title, moved?.start, moved?.recurrenceId],
      ['Montagstreff, verlegt', '2026-11-17T19:00:00Z', '2026-11-16T18:00:00Z'],
    );
    assert.deepEqual(items[0]?.recurrence, series.master.recurrence);
    assert.equal(items.at(-1)?.start, '2026-12-22T18:00:00Z');
  });

  it('writes whole days as dates, of a series too', async () => {
    const yearly: CalendarEvent = {
      ...camp,
      uid: 'jahr',
      recurrence: { rule: 'FREQ=YEARLY;COUNT=2', start: '2026-07-24' },
    };
    const file = writeCalendar([camp, yearly], { now });
    assert.match(file, /DTSTART;VALUE=DATE:20260724\r\nDTEND;VALUE=DATE:20260726/);
    assert.doesNotMatch(file, /VTIMEZONE/);
    const items = await readBack(file);
    assert.deepEqual(
      items.map(({ start }) => start),
      ['2026-07-24', '2026-07-24', '2027-07-24'],
    );
  });

  it('gives one date of a series, written alone, a uid of its own', () => {
    const { master } = series;
    const file = writeCalendar([{ ...master, recurrenceId: master.start }], { now });
    assert.ok(unfolded(file).includes('UID:montag@nordau.example-2026-10-05T17:00:00Z'));
    assert.doesNotMatch(file, /RRULE:FREQ=WEEKLY|RECURRENCE-ID/);
  });

  it('says every status, also those that iCalendar has no word for', async () => {
    for (const status of ['scheduled', 'tentative', 'cancelled', 'postponed', 'moved-online'] as const) {
      const [event] = await readBack(writeCalendar([{ ...talk, status }], { now }));
      assert.equal(event?.status, status);
    }
  });

  it('describes its zones so that a reader without zone data finds the same times', async () => {
    for (const timeZone of [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'Africa/Casablanca',
    ]) {
      const yearly: CalendarEvent = {
        ...talk,
        timeZone,
        recurrence: { rule: 'FREQ=MONTHLY;COUNT=12', start: talk.start },
      };
      const file = writeCalendar([yearly], { now });
      assert.match(file, new RegExp(`BEGIN:VTIMEZONE\r\nTZID:${timeZone}\r\n`));
      const known = (await readBack(file)).map(({ start }) => start);
      const described = (await readBack(file.replaceAll(timeZone, 'Zone der Datei'))).map(({ start }) => start);
      assert.equal(known.length, 12);
      assert.deepEqual(described, known, timeZone);
    }
  });

  it('writes a zone that follows one rule as that rule', () => {
    const lines = unfolded(writeCalendar([talk], { now }));
    assert.ok(lines.includes('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'));
    assert.ok(lines.includes('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'));
    const york = unfolded(writeCalendar([{ ...talk, timeZone: 'America/New_York' }], { now }));
    assert.ok(york.includes('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'));
  });

  it('can be subscribed to: a name, an address, an interval', () => {
    const lines = unfolded(
      writeCalendar([], {
        now,
        name: 'Termine, alle',
        url: 'https://hub.example/calendar.ics',
        refreshInterval: 'PT1H',
      }),
    );
    for (const line of [
      'VERSION:2.0',
      'METHOD:PUBLISH',
      'NAME:Termine\\, alle',
      'X-WR-CALNAME:Termine\\, alle',
      'SOURCE;VALUE=URI:https://hub.example/calendar.ics',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
    ]) {
      assert.ok(lines.includes(line), line);
    }
  });

  it('without events is still a calendar', async () => {
    assert.deepEqual(await readBack(writeCalendar([], { now })), []);
  });

  it('lets nothing out of its line: no text can add a property, no address can be a script', () => {
    const evil = 'A\r\nATTENDEE:mailto:x@y.example\nEND:VEVENT\u0000\ud800';
    const file = writeCalendar(
      [
        {
          ...talk,
          uid: evil,
          title: evil,
          timeZone: evil,
          place: { name: evil },
          organiser: { name: `"${evil}` },
          url: `https://a.example/${evil}`,
          onlineUrl: 'javascript:alert(1)',
          image: { url: 'data:text/html,x' },
          links: [{ url: 'https://a.example/', label: `";X="${evil}` }],
          recurrence: { rule: `FREQ=DAILY\r\n${evil}` },
          topics: [{ id: 'x', label: { de: evil } }],
        },
      ],
      { now, name: evil, prodId: evil, url: evil, refreshInterval: evil },
    );
    const lines = unfolded(file);
    assert.ok(!lines.some((line) => line.startsWith('ATTENDEE')));
    assert.equal(lines.filter((line) => line === 'END:VEVENT').length, 1);
    assert.doesNotMatch(file, /javascript:|data:text|[\u0000\ud800]/);
  });
});
