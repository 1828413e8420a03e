import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { daySegments, isAboveHours, packDay, weekNumber, type PackedDay } from '../../src/model/day-columns.ts';
import { placeEvents } from '../../src/model/event-days.ts';
import { toEpochDay } from '../../src/model/plain-date.ts';

const event = (title: string, start: string, end: string): CalendarEvent => ({
  uid: title,
  title,
  start,
  end,
  allDay: start.length === 10,
});
const DAY = '2026-03-12';
const at = (title: string, from: string, to: string): CalendarEvent =>
  event(title, `${DAY}T${from}:00Z`, `${DAY}T${to}:00Z`);

function pack(events: readonly CalendarEvent[], day = DAY, zone = 'UTC', ...limits: [number?, number?]): PackedDay {
  return packDay(daySegments(placeEvents(events, zone), toEpochDay(day), zone), ...limits);
}

/** Title: start–end, column+span/columns. */
const told = (packed: PackedDay): string[] =>
  packed.segments.map(
    ({ placed, start, end, column, span, columns }) =>
      `${placed.event.title}: ${start}–${end}, ${column}+${span}/${columns}`,
  );

describe('events of a day side by side', () => {
  it('takes the whole width for what stands alone, also where one begins as the other ends', () => {
    assert.deepEqual(told(pack([at('a', '09:00', '10:00'), at('b', '10:00', '11:30')])), [
      'a: 540–600, 0+1/1',
      'b: 600–690, 0+1/1',
    ]);
  });

  it('puts two that overlap beside each other, and lets a third take the column that became free', () => {
    const packed = pack([at('a', '09:00', '12:00'), at('b', '10:00', '10:30'), at('c', '11:00', '11:45')]);
    assert.deepEqual(told(packed), ['a: 540–720, 0+1/2', 'b: 600–630, 1+1/2', 'c: 660–705, 1+1/2']);
  });

  it('lets an event grow over the columns that nobody needs at its time', () => {
    const packed = pack([
      at('a', '09:00', '12:00'),
      at('b', '09:00', '10:00'),
      at('c', '09:00', '10:00'),
      at('d', '11:00', '12:00'),
    ]);
    assert.deepEqual(told(packed).at(-1), 'd: 660–720, 1+2/3');
  });

  it('gives the shortest ones a height that can be hit, and counts them as overlapping by it', () => {
    assert.deepEqual(told(pack([at('a', '09:00', '09:00'), at('b', '09:15', '09:20')])), [
      'a: 540–570, 0+1/2',
      'b: 555–585, 1+1/2',
    ]);
    assert.deepEqual(told(pack([at('late', '23:50', '23:55')])), ['late: 1410–1440, 0+1/1']);
  });

  it('counts what finds no column, and what is too much for a day', () => {
    const same = ['a', 'b', 'c', 'd', 'e'].map((title) => at(title, '09:00', '10:00'));
    assert.equal(pack(same).hidden, 1);
    assert.equal(pack(same, DAY, 'UTC', 9, 3).segments.length, 3);
    assert.equal(pack(same, DAY, 'UTC', 9, 3).hidden, 2);
  });

  it('cuts an event at midnight, and says on both days that it goes on', () => {
    const night = [event('night', '2026-03-12T21:00:00Z', '2026-03-13T01:00:00Z')];
    const [first] = pack(night).segments;
    const [second] = pack(night, '2026-03-13').segments;
    assert.deepEqual([first?.start, first?.end, first?.continued, first?.continues], [1260, 1440, true, false]);
    assert.deepEqual([second?.start, second?.end, second?.continued, second?.continues], [0, 60, false, true]);
    assert.equal(pack(night, '2026-03-14').segments.length, 0);
  });

  it('leaves all-day events and those of a day and longer above the hours', () => {
    const [whole, long, night] = placeEvents(
      [
        event('whole', '2026-03-12', '2026-03-13'),
        event('long', '2026-03-12T10:00:00Z', '2026-03-13T10:00:00Z'),
        event('night', '2026-03-12T21:00:00Z', '2026-03-13T01:00:00Z'),
      ],
      'UTC',
    );
    assert.deepEqual(
      [whole, long, night].map((item) => item && isAboveHours(item)),
      [true, true, false],
    );
  });

  it('goes by the clock on the wall when clocks change', () => {
    const berlin = 'Europe/Berlin';
    const spring = [event('spring', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z')];
    assert.deepEqual(told(pack(spring, '2026-03-29', berlin)), ['spring: 90–210, 0+1/1']);
    // 2:45 the first time to 2:15 the second time: half an hour of life, none on the clock.
    const autumn = [event('autumn', '2026-10-25T00:45:00Z', '2026-10-25T01:15:00Z')];
    assert.deepEqual(told(pack(autumn, '2026-10-25', berlin)), ['autumn: 165–195, 0+1/1']);
  });

  it('never lets two cross, and loses none, however they lie', () => {
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    const events: CalendarEvent[] = [];
    for (let index = 0; index < 200; index++) {
      const start = next(1300);
      const text = (minute: number): string => new Date(minute * 60_000).toISOString().slice(11, 16);
      events.push(at(String(index), text(start), text(start + next(139))));
    }
    const { segments, hidden } = pack(events, DAY, 'UTC', 99, 999);
    assert.equal(segments.length + hidden, 200);
    for (const a of segments) {
      for (const b of segments) {
        if (a === b || a.start >= b.end || b.start >= a.end) continue;
        assert.equal(a.columns, b.columns);
        assert.ok(a.column + a.span <= b.column || b.column + b.span <= a.column);
      }
    }
  });
});

describe('the number of a week', () => {
  it('is that of its Thursday (ISO 8601)', () => {
    const cases: readonly [string, number][] = [
      ['2026-01-01', 1],
      ['2026-12-31', 53],
      ['2027-01-03', 53],
      ['2027-01-04', 1],
      ['2024-12-30', 1],
      ['2026-03-12', 11],
    ];
    for (const [day, week] of cases) assert.equal(weekNumber(toEpochDay(day)), week, day);
  });
});
