import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarOf, eventOf, read, startsOf } from './support/calendars.ts';

const berlin = (name: string, time: string): string => `${name};TZID=Europe/Berlin:${time}`;

describe('a series', () => {
  it('keeps its hour on the wall across the change of the clocks', async () => {
    assert.deepEqual(
      await startsOf([berlin('DTSTART', '20260322T100000'), 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=3']),
      ['2026-03-22T09:00:00Z', '2026-03-29T08:00:00Z', '2026-04-05T08:00:00Z'],
    );
  });

  it('in the hour that is left out takes the offset before it, in the hour that comes twice the first', async () => {
    assert.deepEqual(await startsOf([berlin('DTSTART', '20260328T023000'), 'RRULE:FREQ=DAILY;COUNT=3']), [
      '2026-03-28T01:30:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-30T00:30:00Z',
    ]);
    assert.deepEqual(await startsOf([berlin('DTSTART', '20261025T023000')]), ['2026-10-25T00:30:00Z']);
  });

  it('by the hour tells the hour that is left out only once', async () => {
    const starts = await startsOf([berlin('DTSTART', '20260329T010000'), 'RRULE:FREQ=HOURLY;COUNT=4']);
    assert.deepEqual(starts, ['2026-03-29T00:00:00Z', '2026-03-29T01:00:00Z', '2026-03-29T02:00:00Z']);
  });

  it('ends with UNTIL, which counts itself; as a date it takes the day in; without its Z it is UTC all the same', async () => {
    const count = async (until: string): Promise<number> =>
      (await startsOf([berlin('DTSTART', '20260504T180000'), `RRULE:FREQ=DAILY;UNTIL=${until}`])).length;
    assert.equal(await count('20260506T160000Z'), 3);
    assert.equal(await count('20260506T155959Z'), 2);
    assert.equal(await count('20260506'), 3);
    assert.equal(await count('20260506T160000'), 3);
  });

  it('loses what EXDATE names, by instant or by day, and gains what RDATE names, once', async () => {
    const starts = await startsOf([
      berlin('DTSTART', '20260504T180000'),
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'EXDATE:20260511T160000Z',
      'EXDATE;VALUE=DATE:20260518',
      berlin('RDATE', '20260506T180000,20260525T180000'),
    ]);
    assert.deepEqual(starts, ['2026-05-04T16:00:00Z', '2026-05-06T16:00:00Z', '2026-05-25T16:00:00Z']);
  });

  it('takes the length of a PERIOD from it', async () => {
    const { items } = await read(
      calendarOf(
        eventOf(
          berlin('DTSTART', '20260504T180000'),
          'DURATION:PT1H',
          'RDATE;VALUE=PERIOD:20260511T160000Z/PT3H,20260518T160000Z/20260518T200000Z',
        ),
      ),
    );
    assert.deepEqual(
      items.map(({ end }) => end),
      ['2026-05-04T17:00:00Z', '2026-05-11T19:00:00Z', '2026-05-18T20:00:00Z'],
    );
  });

  it('may have several rules, and rules that take away', async () => {
    const days = await startsOf([
      'DTSTART;VALUE=DATE:20260504',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'RRULE:FREQ=WEEKLY;COUNT=2;BYDAY=TH',
      'EXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2;BYDAY=MO',
    ]);
    assert.deepEqual(days, ['2026-05-07', '2026-05-11']);
  });

  it('carries its rule with it', async () => {
    const { items } = await read(
      calendarOf(eventOf(berlin('DTSTART', '20260504T180000'), 'RRULE:FREQ=WEEKLY;COUNT=2', 'EXDATE:20260511T160000Z')),
    );
    assert.deepEqual(items[0]?.recurrence, {
      rule: 'FREQ=WEEKLY;COUNT=2',
      removed: ['2026-05-11T16:00:00Z'],
      start: '2026-05-04T16:00:00Z',
    });
    assert.equal(items[0]?.recurrenceId, '2026-05-04T16:00:00Z');
  });

  it('keeps the wall clock length over a night in which the clocks change', async () => {
    const { items } = await read(
      calendarOf(
        eventOf(berlin('DTSTART', '20260321T220000'), berlin('DTEND', '20260322T060000'), 'RRULE:FREQ=WEEKLY;COUNT=2'),
      ),
    );
    assert.deepEqual(
      items.map(({ end }) => end),
      ['2026-03-22T05:00:00Z', '2026-03-29T04:00:00Z'],
    );
  });

  it('that would never end is cut off, and says so', async () => {
    const page = await read(calendarOf(eventOf('DTSTART:20000101T000000Z', 'RRULE:FREQ=SECONDLY')));
    assert.ok(page.items.length > 0 && page.items.length <= 20_000);
    assert.equal(page.problems[0]?.code, 'limit-reached');
    assert.equal(page.problems[0].item, 'one@test.example');
  });
});

describe('a changed instance', () => {
  const series = (...lines: string[]): string =>
    eventOf('UID:s', berlin('DTSTART', '20260601T180000'), 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=6', ...lines);
  const change = (day: string, ...lines: string[]): string =>
    eventOf('UID:s', berlin('RECURRENCE-ID', `${day}T180000`), ...lines);
  const june = { from: '2026-06-01', to: '2026-07-01' };

  it('stands in place of the one it names', async () => {
    const { items } = await read(
      calendarOf(change('20260608', berlin('DTSTART', '20260609T200000'), 'SUMMARY:Verlegt'), series('SUMMARY:Probe')),
      june,
    );
    assert.deepEqual(
      items.map(({ start, title, changed = false, recurrenceId }) => [start, title, changed, recurrenceId]).slice(0, 3),
      [
        ['2026-06-01T16:00:00Z', 'Probe', false, '2026-06-01T16:00:00Z'],
        ['2026-06-09T18:00:00Z', 'Verlegt', true, '2026-06-08T16:00:00Z'],
        ['2026-06-15T16:00:00Z', 'Probe', false, '2026-06-15T16:00:00Z'],
      ],
    );
    assert.equal(items.length, 5);
  });

  it('shows where it was moved to, in the range or out of it', async () => {
    const data = calendarOf(series(), change('20260608', berlin('DTSTART', '20260910T200000'), 'SUMMARY:Herbst'));
    assert.equal((await read(data, june)).items.length, 4);
    const autumn = await read(data, { from: '2026-09-01', to: '2026-10-01' });
    assert.deepEqual(
      autumn.items.map(({ title }) => title),
      ['Herbst'],
    );
  });

  it('that is cancelled is shown as cancelled', async () => {
    const { items } = await read(
      calendarOf(series(), change('20260608', berlin('DTSTART', '20260608T180000'), 'STATUS:CANCELLED')),
      june,
    );
    assert.deepEqual(
      items.map(({ status }) => status),
      ['scheduled', 'cancelled', 'scheduled', 'scheduled', 'scheduled'],
    );
  });

  it('changes all that follow where it says so', async () => {
    const { items } = await read(
      calendarOf(
        series('SUMMARY:Probe'),
        eventOf(
          'UID:s',
          'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260615T180000',
          berlin('DTSTART', '20260616T190000'),
          'DURATION:PT2H',
          'SUMMARY:Neuer Tag',
        ),
      ),
      june,
    );
    assert.deepEqual(
      items.map(({ start, end, title }) => [start, end, title]),
      [
        ['2026-06-01T16:00:00Z', '2026-06-01T17:00:00Z', 'Probe'],
        ['2026-06-08T16:00:00Z', '2026-06-08T17:00:00Z', 'Probe'],
        ['2026-06-16T17:00:00Z', '2026-06-16T19:00:00Z', 'Neuer Tag'],
        ['2026-06-23T17:00:00Z', '2026-06-23T19:00:00Z', 'Neuer Tag'],
        ['2026-06-30T17:00:00Z', '2026-06-30T19:00:00Z', 'Neuer Tag'],
      ],
    );
  });

  it('may be named in UTC, as a date, or by a midnight of Exchange', async () => {
    const timed = (id: string) =>
      read(calendarOf(series(), eventOf('UID:s', `RECURRENCE-ID${id}`, berlin('DTSTART', '20260608T200000'))), june);
    for (const id of [':20260608T160000Z', ';VALUE=DATE:20260608', ':20260608T180000']) {
      assert.equal((await timed(id)).items.length, 5, id);
    }
    const days = await read(
      calendarOf(
        eventOf('UID:d', 'DTSTART;VALUE=DATE:20260601', 'RRULE:FREQ=WEEKLY;COUNT=3'),
        eventOf('UID:d', 'RECURRENCE-ID;TZID=W. Europe Standard Time:20260608T000000', 'DTSTART;VALUE=DATE:20260609'),
        eventOf('UID:d', 'RECURRENCE-ID:20260614T220000Z', 'DTSTART;VALUE=DATE:20260616'),
      ),
      june,
    );
    assert.deepEqual(
      days.items.map(({ start }) => start),
      ['2026-06-01', '2026-06-09', '2026-06-16'],
    );
  });

  it('without its series is shown by itself', async () => {
    const { items } = await read(calendarOf(change('20260608', berlin('DTSTART', '20260609T200000'))), june);
    assert.deepEqual(
      items.map(({ recurrenceId, changed }) => [recurrenceId, changed]),
      [['2026-06-08T16:00:00Z', true]],
    );
  });
});

describe('events under one uid', () => {
  it('are versions of one where SEQUENCE tells them apart: the highest holds', async () => {
    const { items } = await read(
      calendarOf(
        eventOf('UID:v', 'SEQUENCE:2', 'DTSTART:20260504T100000Z', 'SUMMARY:Neu'),
        eventOf('UID:v', 'SEQUENCE:1', 'DTSTART:20260505T100000Z', 'SUMMARY:Alt'),
      ),
    );
    assert.deepEqual(
      items.map(({ title }) => title),
      ['Neu'],
    );
  });

  it('are all shown where nothing tells them apart, copies once', async () => {
    const data = calendarOf(
      eventOf('UID:x', 'DTSTART:20260504T100000Z'),
      eventOf('UID:x', 'DTSTART:20260505T100000Z'),
      eventOf('UID:x', 'DTSTART:20260504T100000Z'),
    );
    assert.equal((await read(data)).items.length, 2);
  });

  it('get one each where the file names none, the same at each reading', async () => {
    const data = calendarOf(
      'BEGIN:VEVENT\r\nDTSTART:20260504T100000Z\r\nSUMMARY:A\r\nEND:VEVENT',
      'BEGIN:VEVENT\r\nDTSTART:20260504T100000Z\r\nSUMMARY:B\r\nEND:VEVENT',
    );
    const uids = async (): Promise<string[]> => (await read(data)).items.map(({ uid }) => uid).sort();
    const first = await uids();
    assert.equal(new Set(first).size, 2);
    assert.deepEqual(await uids(), first);
  });
});

describe('whole days', () => {
  it('end with the day after the last, and have one where no end is named', async () => {
    const { items } = await read(
      calendarOf(
        eventOf('UID:a', 'DTSTART;VALUE=DATE:20260724', 'DTEND;VALUE=DATE:20260727'),
        eventOf('UID:b', 'DTSTART;VALUE=DATE:20260801'),
        eventOf('UID:c', 'DTSTART:20260802', 'DURATION:P1W'),
      ),
    );
    assert.deepEqual(
      items.map(({ start, end, allDay }) => [start, end, allDay]),
      [
        ['2026-07-24', '2026-07-27', true],
        ['2026-08-01', '2026-08-02', true],
        ['2026-08-02', '2026-08-09', true],
      ],
    );
  });

  it('belong to the day of the reader, wherever the reader is', async () => {
    const data = calendarOf(eventOf('DTSTART;VALUE=DATE:20260501'));
    for (const timeZone of ['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland']) {
      assert.equal((await read(data, { from: '2026-05-01', to: '2026-05-02', timeZone })).items.length, 1, timeZone);
      assert.equal((await read(data, { from: '2026-05-02', to: '2026-05-03', timeZone })).items.length, 0, timeZone);
    }
  });
});
