import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { placeEvents } from '../../src/model/event-days.ts';
import { addDays, toEpochDay } from '../../src/model/plain-date.ts';
import { weekLanes, type WeekLanes } from '../../src/model/week-lanes.ts';
import { timed, wholeDays } from './support/events.ts';

const MONDAY = '2026-03-09';

const lanesOf = (events: readonly CalendarEvent[], maxLanes = 3, week = MONDAY): WeekLanes =>
  weekLanes(placeEvents(events, 'Europe/Berlin'), toEpochDay(week), maxLanes);

/** Lanes as text: the title once for each day that it covers, a dot for an empty place. */
const drawn = ({ lanes }: WeekLanes): string[] =>
  lanes.map((lane) => {
    const places = ['.', '.', '.', '.', '.', '.', '.'];
    for (const segment of lane) {
      if (!segment) continue;
      for (let at = 0; at < segment.span; at++) {
        assert.equal(places[segment.column + at], '.', 'no two events in one place');
        places[segment.column + at] = segment.placed.event.title;
      }
    }
    return places.join('');
  });

const noon = (title: string, column: number): CalendarEvent =>
  timed(title, `${addDays(MONDAY, column)}T11:00:00Z`, `${addDays(MONDAY, column)}T12:00:00Z`);
const days = (title: string, from: number, to: number): CalendarEvent =>
  wholeDays(title, addDays(MONDAY, from), addDays(MONDAY, to + 1));

describe('the lanes of a week', () => {
  it('are none in an empty week', () => {
    assert.deepEqual(lanesOf([]), { lanes: [], hidden: [0, 0, 0, 0, 0, 0, 0], counts: [0, 0, 0, 0, 0, 0, 0] });
  });

  it('put events of different days side by side', () => {
    assert.deepEqual(drawn(lanesOf([noon('a', 0), noon('b', 3), noon('c', 6)])), ['a..b..c']);
  });

  it('put events of several days on top, and short ones into the gaps', () => {
    assert.deepEqual(drawn(lanesOf([noon('a', 1), days('L', 1, 3), days('M', 3, 5), noon('b', 5)])), [
      '.LLL.b.',
      '.a.MMM.',
    ]);
  });

  it('let a day whose upper lane is free use the next one only where it must', () => {
    assert.deepEqual(drawn(lanesOf([days('L', 0, 1), days('M', 1, 2), noon('a', 0), noon('b', 2)])), [
      'LLb....',
      'aMM....',
    ]);
  });

  it('cut what goes beyond the week, and say so', () => {
    const { lanes } = lanesOf([days('L', -3, 9)]);
    const segment = lanes[0]?.[0];
    assert.deepEqual([segment?.column, segment?.span, segment?.continues, segment?.continued], [0, 7, true, true]);
    const [before] = lanesOf([days('L', -3, 1)]).lanes;
    assert.deepEqual([before?.[0]?.span, before?.[0]?.continues, before?.[0]?.continued], [2, true, false]);
    const [after] = lanesOf([days('L', 5, 8)]).lanes;
    assert.deepEqual([after?.[5]?.span, after?.[5]?.continues, after?.[5]?.continued], [2, false, true]);
  });

  it('leave out other weeks', () => {
    assert.deepEqual(drawn(lanesOf([noon('a', -1), noon('b', 7), days('L', -5, -1), days('M', 7, 8)])), []);
  });

  it('count what finds no lane, day by day, and all of a day', () => {
    const events = [noon('a', 2), noon('b', 2), noon('c', 2), noon('d', 2), noon('e', 2), noon('f', 4)];
    const { hidden, counts, lanes } = lanesOf(events);
    assert.equal(lanes.length, 3);
    assert.deepEqual(hidden, [0, 0, 2, 0, 0, 0, 0]);
    assert.deepEqual(counts, [0, 0, 5, 0, 1, 0, 0]);
  });

  it('hide an event of several days on each of them', () => {
    const { hidden } = lanesOf([days('K', 0, 6), days('L', 0, 6), days('M', 0, 6), days('N', 4, 5)]);
    assert.deepEqual(hidden, [0, 0, 0, 0, 1, 1, 0]);
  });

  it('stay the same size however many events there are', () => {
    const many: CalendarEvent[] = [];
    for (let at = 0; at < 2000; at++) many.push(noon(`e${at}`, at % 7));
    const { lanes, hidden, counts } = lanesOf(many);
    assert.equal(lanes.flat().filter(Boolean).length, 21);
    assert.equal(
      counts.reduce((sum, count) => sum + count),
      2000,
    );
    assert.equal(
      hidden.reduce((sum, count) => sum + count),
      2000 - 21,
    );
  });

  it('begin with Sunday where the week does', () => {
    assert.deepEqual(drawn(lanesOf([noon('s', -1), noon('m', 0)], 3, addDays(MONDAY, -1))), ['sm.....']);
  });
});
