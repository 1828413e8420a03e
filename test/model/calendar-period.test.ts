import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agendaPeriod, campsPeriod, daysPeriod, monthPeriod, weekPeriod } from '../../src/model/calendar-period.ts';

describe('what a calendar asks for', () => {
  it('is the weeks of the month, with the days of its neighbours', () => {
    assert.deepEqual(monthPeriod('2026-03-12', 1), { from: '2026-02-23', to: '2026-04-06', upcoming: false });
    assert.deepEqual(monthPeriod('2026-03-12', 7), { from: '2026-03-01', to: '2026-04-05', upcoming: false });
  });

  it('is a week from its first day, a day alone, and for camps a year', () => {
    assert.deepEqual(weekPeriod('2026-03-12', 1), { from: '2026-03-09', to: '2026-03-16', upcoming: false });
    assert.deepEqual(weekPeriod('2026-03-08', 7), { from: '2026-03-08', to: '2026-03-15', upcoming: false });
    assert.deepEqual(daysPeriod('2026-02-28', 1), { from: '2026-02-28', to: '2026-03-01', upcoming: false });
    assert.deepEqual(campsPeriod('2026-03-12'), { from: '2026-03-01', to: '2027-04-01', upcoming: false });
  });

  it('is what is still to come, for a list in the running month', () => {
    assert.deepEqual(agendaPeriod('2026-03-12', '2026-03-12', 3), {
      from: '2026-03-12',
      to: '2026-06-12',
      upcoming: true,
    });
    assert.equal(agendaPeriod('2026-03-01', '2026-03-12', 3).from, '2026-03-12');
    assert.equal(agendaPeriod('2026-03-01', '2026-03-12', 3).upcoming, true);
  });

  it('is some months from the date on, for a list elsewhere', () => {
    assert.deepEqual(agendaPeriod('2026-05-01', '2026-03-12', 3), {
      from: '2026-05-01',
      to: '2026-08-01',
      upcoming: false,
    });
    assert.deepEqual(agendaPeriod('2025-12-01', '2026-03-12', 3).from, '2025-12-01');
    assert.deepEqual(agendaPeriod('2026-03-20', '2026-03-12', 1), {
      from: '2026-03-20',
      to: '2026-04-20',
      upcoming: false,
    });
  });
});
