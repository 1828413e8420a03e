import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { eventsOfDay, groupByDay, placeEvents } from '../../src/model/event-days.ts';
import { fromEpochDay, toEpochDay } from '../../src/model/plain-date.ts';
import { timed, wholeDays } from './support/events.ts';

const BERLIN = 'Europe/Berlin';

/** First day, last day and minute of one event. */
function place(event: CalendarEvent, zone = BERLIN): [string, string, number] {
  const [placed] = placeEvents([event], zone);
  assert.ok(placed);
  return [fromEpochDay(placed.firstDay), fromEpochDay(placed.lastDay), placed.minute];
}

const titles = (events: readonly CalendarEvent[], zone = BERLIN): string[] =>
  placeEvents(events, zone).map(({ event }) => event.title);

describe('the days of an event', () => {
  it('are those of the zone that it is shown in', () => {
    const late = timed('Spät', '2026-03-12T23:30:00Z', '2026-03-13T00:30:00Z');
    assert.deepEqual(place(late), ['2026-03-13', '2026-03-13', 30]);
    assert.deepEqual(place(late, 'UTC'), ['2026-03-12', '2026-03-13', 23 * 60 + 30]);
    assert.deepEqual(place(late, 'America/Los_Angeles'), ['2026-03-12', '2026-03-12', 16 * 60 + 30]);
  });

  it('do not take in the day that begins with its end', () => {
    assert.deepEqual(place(timed('Abend', '2026-03-12T18:00:00Z', '2026-03-12T23:00:00Z')), [
      '2026-03-12',
      '2026-03-12',
      19 * 60,
    ]);
  });

  it('take in the day that it ends in by a minute', () => {
    assert.equal(place(timed('Nacht', '2026-03-12T18:00:00Z', '2026-03-12T23:01:00Z'))[1], '2026-03-13');
  });

  it('are one for an event without length, also at midnight, and for one that ends before it begins', () => {
    assert.deepEqual(place(timed('Frist', '2026-03-12T23:00:00Z')), ['2026-03-13', '2026-03-13', 0]);
    assert.deepEqual(place(timed('Verdreht', '2026-03-12T12:00:00Z', '2026-03-11T12:00:00Z')), [
      '2026-03-12',
      '2026-03-12',
      13 * 60,
    ]);
  });

  it('are the plain dates of an all-day event in every zone; its end is the day after the last', () => {
    const camp = wholeDays('Camp', '2026-03-28', '2026-03-30');
    for (const zone of [BERLIN, 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      assert.deepEqual(place(camp, zone), ['2026-03-28', '2026-03-29', -1]);
    }
    assert.deepEqual(place(wholeDays('Ein Tag', '2026-03-12', '2026-03-12')), ['2026-03-12', '2026-03-12', -1]);
  });

  it('hold on the days when the clock changes', () => {
    assert.deepEqual(place(timed('Vor der Lücke', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z')), [
      '2026-03-29',
      '2026-03-29',
      90,
    ]);
    assert.equal(place(timed('Nach der Lücke', '2026-03-29T01:00:00Z'))[2], 180);
    assert.equal(place(timed('Vor der Dopplung', '2026-10-25T00:30:00Z'))[2], 150);
    assert.equal(place(timed('In der Dopplung', '2026-10-25T01:30:00Z'))[2], 150);
    // A day of 23 hours, from midnight to midnight, is one day.
    assert.deepEqual(place(timed('Kurzer Tag', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')), [
      '2026-03-29',
      '2026-03-29',
      0,
    ]);
  });
});

describe('the order of events', () => {
  it('goes by day, all-day first, then time, the longer first, then title', () => {
    const events = [
      timed('Später', '2026-03-12T15:00:00Z', '2026-03-12T16:00:00Z'),
      timed('B gleichzeitig', '2026-03-12T08:00:00Z', '2026-03-12T09:00:00Z'),
      timed('A gleichzeitig', '2026-03-12T08:00:00Z', '2026-03-12T09:00:00Z'),
      timed('Über Nacht', '2026-03-12T08:00:00Z', '2026-03-13T09:00:00Z'),
      wholeDays('Ganztägig', '2026-03-12', '2026-03-13'),
      wholeDays('Ganztägig, drei Tage', '2026-03-12', '2026-03-15'),
      timed('Gestern', '2026-03-11T20:00:00Z', '2026-03-11T21:00:00Z'),
    ];
    assert.deepEqual(titles(events), [
      'Gestern',
      'Ganztägig, drei Tage',
      'Ganztägig',
      'Über Nacht',
      'A gleichzeitig',
      'B gleichzeitig',
      'Später',
    ]);
  });
});

describe('the events of a day', () => {
  const placed = placeEvents(
    [
      wholeDays('Camp', '2026-03-10', '2026-03-13'),
      timed('Meetup', '2026-03-12T17:00:00Z', '2026-03-12T19:00:00Z'),
      timed('Vortrag', '2026-03-14T17:00:00Z', '2026-03-14T19:00:00Z'),
    ],
    BERLIN,
  );

  it('are all that touch it', () => {
    const on = (date: string): string[] => eventsOfDay(placed, toEpochDay(date)).map(({ event }) => event.title);
    assert.deepEqual(on('2026-03-09'), []);
    assert.deepEqual(on('2026-03-10'), ['Camp']);
    assert.deepEqual(on('2026-03-12'), ['Camp', 'Meetup']);
    assert.deepEqual(on('2026-03-13'), []);
  });

  it('stand in a list under their first day, or under the first of the list where they began before', () => {
    const groups = groupByDay(placed, toEpochDay('2026-03-12'));
    assert.deepEqual(
      [...groups].map(([day, items]) => [fromEpochDay(day), items.map(({ event }) => event.title)]),
      [
        ['2026-03-12', ['Camp', 'Meetup']],
        ['2026-03-14', ['Vortrag']],
      ],
    );
  });
});
