import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { monthGrid } from '../../src/model/month-grid.ts';
import { daysBetween, weekday } from '../../src/model/plain-date.ts';

describe('the grid of a month', () => {
  it('has whole weeks around the month', () => {
    const { month, from, to, weeks } = monthGrid('2026-03-12');
    assert.equal(month, '2026-03-01');
    assert.equal(from, '2026-02-23');
    assert.equal(to, '2026-04-06');
    assert.equal(weeks.length, 6);
    assert.deepEqual(weeks[0], [
      '2026-02-23',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
  });

  it('has four weeks where February fits exactly, and six where a month is spread widest', () => {
    assert.equal(monthGrid('2021-02-14').weeks.length, 4);
    assert.equal(monthGrid('2026-02-01', 7).weeks.length, 4);
    assert.equal(monthGrid('2026-08-31').weeks.length, 6);
  });

  it('begins its weeks on the day asked for', () => {
    assert.equal(monthGrid('2026-03-12', 7).from, '2026-03-01');
    assert.equal(monthGrid('2026-03-12', 7).to, '2026-04-05');
    assert.equal(monthGrid('2026-03-12', 6).from, '2026-02-28');
  });

  it('has the leap day', () => {
    assert.ok(monthGrid('2024-02-01').weeks.flat().includes('2024-02-29'));
    assert.ok(!monthGrid('2023-02-01').weeks.flat().includes('2023-02-29'));
  });

  it('has each day of each month of 40 years once and in order, from any first day of the week', () => {
    for (let year = 2000; year < 2040; year++) {
      for (let month = 1; month <= 12; month++) {
        const date = `${year}-${String(month).padStart(2, '0')}-15`;
        for (let firstDay = 1; firstDay <= 7; firstDay++) {
          const { from, to, weeks } = monthGrid(date, firstDay);
          const days = weeks.flat();
          assert.equal(days.length, daysBetween(from, to));
          assert.equal(days.length % 7, 0);
          assert.equal(weekday(from), firstDay);
          const own = days.filter((day) => day.startsWith(date.slice(0, 7)));
          assert.equal(own[0]?.slice(8), '01');
          assert.equal(own.length, new Date(Date.UTC(year, month, 0)).getUTCDate());
          assert.ok(
            weeks[0]?.some((day) => day === own[0]),
            `${date} begins in its first week`,
          );
          assert.ok(
            weeks.at(-1)?.some((day) => day === own.at(-1)),
            `${date} ends in its last week`,
          );
        }
      }
    }
  });
});
