import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarOf, eventOf, read, startsOf } from './support/calendars.ts';

const at = (zone: string): Promise<string[]> => startsOf([`DTSTART;TZID=${zone}:20260704T180000`]);

const invented = (name: string): string =>
  [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    'BEGIN:STANDARD',
    'DTSTART:19700901T000000',
    'TZOFFSETFROM:+0400',
    'TZOFFSETTO:+0300',
    'RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:19700601T000000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0400',
    'RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ].join('\r\n');

describe('the zone of a time', () => {
  it('is known by many names, without a description in the file', async () => {
    const names = [
      'Europe/Berlin',
      '"Europe/Berlin"',
      '/mozilla.org/20070129_1/Europe/Berlin',
      '/freeassociation.sourceforge.net/Europe/Berlin',
      'W. Europe Standard Time',
      'w. europe daylight time',
      '"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"',
      '(UTC+01:00) Amsterdam',
      'Mitteleuropäische Zeit',
      'UTC+02:00',
    ];
    for (const name of names) assert.deepEqual(await at(name), ['2026-07-04T16:00:00Z'], name);
  });

  it('may lie in parts of three', async () => {
    assert.deepEqual(await at('/x.example/America/Argentina/Salta'), ['2026-07-04T21:00:00Z']);
    assert.deepEqual(await at('"(UTC-05:00) Eastern Time (US & Canada)"'), ['2026-07-04T22:00:00Z']);
    assert.deepEqual(await at('Asia/Calcutta'), ['2026-07-04T12:30:00Z']);
  });

  it('is read from the file where somebody made the name up, before or behind the events', async () => {
    const summer = eventOf('UID:a', 'DTSTART;TZID=Mondzeit:20260704T180000');
    const winter = eventOf('UID:b', 'DTSTART;TZID=Mondzeit:20261204T180000');
    for (const data of [
      calendarOf(invented('Mondzeit'), summer, winter),
      calendarOf(summer, winter, invented('Mondzeit')),
    ]) {
      const { items, problems } = await read(data);
      assert.deepEqual(
        items.map(({ start }) => start),
        ['2026-07-04T14:00:00Z', '2026-12-04T15:00:00Z'],
      );
      assert.deepEqual(problems, []);
      assert.equal(items[0]?.timeZone, undefined, 'a made-up zone means nothing to others');
    }
  });

  it('is not disturbed by an empty or endless description', async () => {
    const empty = 'BEGIN:VTIMEZONE\r\nTZID:Leer\r\nEND:VTIMEZONE';
    const endless = invented('Endlos').replaceAll('FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1', 'FREQ=SECONDLY');
    const { items } = await read(
      calendarOf(
        empty,
        endless,
        eventOf('UID:a', 'DTSTART;TZID=Leer:20260704T180000'),
        eventOf('UID:b', 'DTSTART;TZID=Endlos:20260704T180000'),
      ),
    );
    assert.equal(items.length, 2);
  });

  it('that nobody knows is that of the reader, and is told once', async () => {
    const { items, problems } = await read(
      calendarOf(
        eventOf('UID:a', 'DTSTART;TZID=Nirgendwo:20260704T180000'),
        eventOf('UID:b', 'DTSTART;TZID=Nirgendwo:20260705T180000'),
      ),
    );
    assert.equal(items[0]?.start, '2026-07-04T16:00:00Z');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['unsupported-part'],
    );
  });

  it('of a floating time is that of the calendar, else that of the reader', async () => {
    const floating = eventOf('DTSTART:20260704T180000');
    assert.equal((await read(calendarOf(floating))).items[0]?.start, '2026-07-04T16:00:00Z');
    assert.equal(
      (await read(calendarOf(floating), { timeZone: 'America/New_York' })).items[0]?.start,
      '2026-07-04T22:00:00Z',
    );
    const named = calendarOf('X-WR-TIMEZONE:America/New_York', floating);
    assert.equal((await read(named)).items[0]?.start, '2026-07-04T22:00:00Z');
  });

  it('is told with the event, unless the time was UTC or floating', async () => {
    const { items } = await read(
      calendarOf(
        eventOf('UID:a', 'DTSTART;TZID=W. Europe Standard Time:20260704T180000'),
        eventOf('UID:b', 'DTSTART:20260705T180000Z'),
        eventOf('UID:c', 'DTSTART:20260706T180000'),
      ),
    );
    assert.deepEqual(
      items.map(({ timeZone }) => timeZone),
      ['Europe/Berlin', undefined, undefined],
    );
  });
});
