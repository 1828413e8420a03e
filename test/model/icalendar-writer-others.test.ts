import ICAL from 'ical.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { writeCalendar, type CalendarSeries } from '../../src/model/icalendar-writer.ts';

const EVENT: CalendarEvent = {
  uid: 'a1',
  title: 'Offenes Treffen',
  start: '2026-03-10T17:00:00Z',
  end: '2026-03-10T19:00:00Z',
  allDay: false,
  timeZone: 'Europe/Berlin',
};

/** The events of a file, as a library of others reads it. */
function readByOthers(...entries: readonly (CalendarEvent | CalendarSeries)[]): ICAL.Event[] {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(writeCalendar(entries, { now: '2026-01-01T00:00:00Z' })) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}

function startsOf(event: ICAL.Event, most = 20): string[] {
  const starts: string[] = [];
  const dates = event.iterator();
  for (let date = dates.next(); date && starts.length < most; date = dates.next())
    starts.push(event.getOccurrenceDetails(date).startDate.toJSDate().toISOString().slice(0, 16));
  return starts;
}

describe('a calendar file, read by a library of others', () => {
  it('has its texts whole, whatever signs are in them and wherever lines are folded', () => {
    const title = `Rat; Haus, "Ä"\\n – ${'ganz 👩‍🚒 langer Titel '.repeat(12)}`.trim();
    const [event] = readByOthers({
      ...EVENT,
      title,
      summary: 'Zeile 1\nZeile 2; mit, Zeichen: "x"',
      place: { name: 'Saal; 1', address: 'Weg 3, Hof' },
    });
    assert.equal(event!.summary, title);
    assert.equal(event!.description, 'Zeile 1\nZeile 2; mit, Zeichen: "x"');
    assert.equal(event!.location, 'Saal; 1\nWeg 3, Hof');
  });

  it('has its times in their zone, over both changes of the clocks', () => {
    const [event] = readByOthers({ ...EVENT, recurrence: { rule: 'FREQ=MONTHLY;COUNT=9' } });
    assert.deepEqual(
      startsOf(event!).map((start) => start.slice(5)),
      [
        '03-10T17:00',
        '04-10T16:00',
        '05-10T16:00',
        '06-10T16:00',
        '07-10T16:00',
        '08-10T16:00',
        '09-10T16:00',
        '10-10T16:00',
        '11-10T17:00',
      ],
    );
  });

  it('has series of single dates, without those that were taken away', () => {
    const recurrence = {
      added: ['2026-03-24T17:00:00Z', '2026-04-07T16:00:00Z', '2026-04-21T16:00:00Z'],
      removed: ['2026-04-07T16:00:00Z'],
    };
    assert.deepEqual(startsOf(readByOthers({ ...EVENT, recurrence })[0]!), [
      '2026-03-10T17:00',
      '2026-03-24T17:00',
      '2026-04-21T16:00',
    ]);
  });

  it('has moved dates in the place of those that the rule names', () => {
    const master = { ...EVENT, recurrence: { rule: 'FREQ=WEEKLY;COUNT=3' } };
    const moved = {
      ...EVENT,
      recurrenceId: '2026-03-17T17:00:00Z',
      start: '2026-03-18T18:00:00Z',
      end: '2026-03-18T19:00:00Z',
    };
    const [series, override] = readByOthers({ master, overrides: [moved] });
    series!.relateException(override!);
    assert.deepEqual(startsOf(series!), ['2026-03-10T17:00', '2026-03-18T18:00', '2026-03-24T17:00']);
  });

  it('has whole days as days, with the day after as end', () => {
    const { startDate, endDate } = readByOthers({ ...EVENT, allDay: true, start: '2026-03-14', end: '2026-03-16' })[0]!;
    assert.deepEqual([startDate.isDate, startDate.toString(), endDate.toString()], [true, '2026-03-14', '2026-03-16']);
  });
});
