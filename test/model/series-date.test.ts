import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { dateOfChanged } from '../../src/model/series-date.ts';

const date: CalendarEvent = {
  uid: 'runde',
  title: 'Runde',
  start: '2026-04-15T12:00:00Z',
  end: '2026-04-15T13:00:00Z',
  allDay: false,
  timeZone: 'Europe/Berlin',
  recurrenceId: '2026-04-15T12:00:00Z',
  registration: { mode: 'hub', registered: 3, waiting: 1 },
  me: { registered: true },
};
/** The whole of it, from January on, in which the clocks go differently. */
const series = (from: string, to: string, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'runde',
  title: 'Offene Runde',
  start: from,
  end: to,
  allDay: false,
  timeZone: 'Europe/Berlin',
  recurrence: { rule: 'FREQ=MONTHLY', start: from },
  registration: { mode: 'hub', registered: 0 },
  ...more,
});

describe('one date of a series whose whole has changed', () => {
  it('is still that date, with the new words and those who come', () => {
    assert.partialDeepStrictEqual(
      dateOfChanged(series('2026-01-15T13:00:00Z', '2026-01-15T14:00:00Z'), date, 'Europe/Berlin'),
      { ...date, title: 'Offene Runde' },
    );
  });

  it('is at the new time, by the clocks of that day', () => {
    const { recurrenceId, start, end } = dateOfChanged(
      series('2026-01-15T15:30:00Z', '2026-01-15T17:00:00Z'),
      date,
      'Europe/Berlin',
    );
    assert.deepEqual(
      [recurrenceId, start, end],
      ['2026-04-15T14:30:00Z', '2026-04-15T14:30:00Z', '2026-04-15T16:00:00Z'],
    );
  });

  it('stays where it was moved to', () => {
    const moved = { ...date, start: '2026-04-16T08:00:00Z', end: '2026-04-16T09:00:00Z', changed: true };
    const after = dateOfChanged(series('2026-01-15T13:00:00Z', '2026-01-15T14:00:00Z'), moved, 'Europe/Berlin');
    assert.deepEqual([after.recurrenceId, after.start, after.changed], [date.recurrenceId, moved.start, true]);
  });

  it('keeps its days, and shares the people of a series that is registered for as a whole', () => {
    const day = { ...date, allDay: true, start: '2026-04-15', end: '2026-04-16', recurrenceId: '2026-04-15' };
    const whole = series('2026-01-15', '2026-01-17', {
      allDay: true,
      registration: { mode: 'hub', scope: 'series', registered: 5 },
    });
    const after = dateOfChanged(whole, day, 'Europe/Berlin');
    assert.deepEqual([after.start, after.end, after.registration?.registered], ['2026-04-15', '2026-04-17', 5]);
  });

  it('is not to be found where hours became days', () => {
    const whole = series('2026-01-15', '2026-01-16', { allDay: true });
    assert.equal(dateOfChanged(whole, date, 'Europe/Berlin'), whole);
  });
});
