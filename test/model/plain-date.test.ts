import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  fromEpochDay,
  isPlainDate,
  startOfMonth,
  startOfWeek,
  toEpochDay,
  weekday,
  weekdayOf,
} from '../../src/model/plain-date.ts';

describe('plain dates', () => {
  it('are dates that exist in the calendar, written in full', () => {
    for (const date of ['2026-03-12', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) {
      assert.equal(isPlainDate(date), true, date);
    }
    for (const text of [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-3-12',
      '20260312',
    ]) {
      assert.equal(isPlainDate(text), false, text);
    }
    for (const text of ['', 'heute', '2026-03-12T10:00:00Z', ' 2026-03-12', '2026-03-12\n']) {
      assert.equal(isPlainDate(text), false, JSON.stringify(text));
    }
  });

  it('count days from 1970-01-01, back and forth, also before it', () => {
    assert.equal(toEpochDay('1970-01-01'), 0);
    assert.equal(toEpochDay('1969-12-31'), -1);
    for (const date of ['1582-10-15', '1969-07-20', '2000-02-29', '2026-03-29', '2100-03-01']) {
      assert.equal(fromEpochDay(toEpochDay(date)), date);
    }
  });

  it('take the day of an instant as it is written', () => {
    assert.equal(toEpochDay('2026-03-12T23:59:59Z'), toEpochDay('2026-03-12'));
  });

  it('step over the ends of months, leap days and changes of the clock', () => {
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2025-02-28', 1), '2025-03-01');
    assert.equal(addDays('2026-03-28', 1), '2026-03-29');
    assert.equal(addDays('2026-03-29', 1), '2026-03-30');
    assert.equal(addDays('2026-10-25', 1), '2026-10-26');
    assert.equal(addDays('2026-01-01', -1), '2025-12-31');
    assert.equal(daysBetween('2024-01-01', '2025-01-01'), 366);
    assert.equal(daysBetween('2026-03-12', '2026-03-01'), -11);
  });

  it('stay in the month when they go on by months', () => {
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
    assert.equal(addMonths('2026-03-31', -1), '2026-02-28');
    assert.equal(addMonths('2026-12-15', 1), '2027-01-15');
    assert.equal(addMonths('2026-01-15', -1), '2025-12-15');
    assert.equal(addMonths('2024-02-29', 12), '2025-02-28');
    assert.equal(addMonths('2024-02-29', -48), '2020-02-29');
    assert.equal(addMonths('0999-12-01', 1), '1000-01-01');
  });

  it('know their weekday by ISO, Monday 1 to Sunday 7', () => {
    assert.equal(weekday('1970-01-01'), 4);
    assert.equal(weekday('2026-03-09'), 1);
    assert.equal(weekday('2026-03-15'), 7);
    assert.equal(weekday('1969-12-29'), 1);
    assert.equal(weekdayOf(-8), 3);
  });

  it('begin their week on the day asked for', () => {
    assert.equal(startOfWeek('2026-03-12'), '2026-03-09');
    assert.equal(startOfWeek('2026-03-09'), '2026-03-09');
    assert.equal(startOfWeek('2026-03-15'), '2026-03-09');
    assert.equal(startOfWeek('2026-03-15', 7), '2026-03-15');
    assert.equal(startOfWeek('2026-03-14', 7), '2026-03-08');
    assert.equal(startOfWeek('2026-03-12', 6), '2026-03-07');
    assert.equal(startOfMonth('2026-03-12'), '2026-03-01');
  });

  it('know how long a month is', () => {
    assert.deepEqual(
      [2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2)),
      [28, 29, 28, 29],
    );
    assert.equal(daysInMonth(2026, 12), 31);
    assert.equal(daysInMonth(4, 2), 29);
  });
});
