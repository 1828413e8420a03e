import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { eventFormFaults } from '../../src/model/event-form-check.ts';
import {
  eventChanges,
  eventFormValues,
  eventInput,
  followEventForm,
  seriesHead,
  type EventFormFrame,
} from '../../src/model/event-form.ts';
import { readFormValues, type FormValues } from '../../src/model/form-values.ts';
import { repeatedRanges } from '../../src/model/wall-clock.ts';

const FRAME: EventFormFrame = { timeZone: 'Europe/Berlin', scope: 'single', date: '2026-03-12', orgId: 'lindenhafen' };
const MEETUP: CalendarEvent = {
  id: 'e1',
  uid: 'e1',
  title: 'Meetup',
  start: '2026-03-10T13:00:00Z',
  end: '2026-03-10T15:00:00Z',
  allDay: false,
  timeZone: 'Europe/Berlin',
  kind: 'meetup',
  attendance: 'onsite',
  place: { name: 'Rathaus', lat: 53.5, lon: 9.9 },
  organiser: { id: 'lindenhafen', name: 'Stadt Lindenhafen' },
  visibility: 'network',
  registration: { mode: 'hub', capacity: 20, registered: 12, closesAt: '2026-03-09T22:59:00Z' },
};
const SERIES: CalendarEvent = {
  ...MEETUP,
  start: '2026-04-14T12:00:00Z',
  end: '2026-04-14T14:00:00Z',
  recurrenceId: '2026-04-14T12:00:00Z',
  recurrence: {
    rule: 'FREQ=MONTHLY;BYDAY=2TU;UNTIL=20260630T215959Z',
    start: '2026-03-10T13:00:00Z',
    removed: ['2026-05-12T12:00:00Z'],
  },
};
const series: EventFormFrame = { ...FRAME, scope: 'series' };
const newForm = (change: FormValues = {}): FormValues => ({
  ...eventFormValues(undefined, FRAME),
  title: 'Neu',
  ...change,
});

describe('an event as an organiser types it', () => {
  it('shows the times of the zone that it was planned in, and an exclusive end as its last day', () => {
    const { startDate, startTime, endTime, closesTime } = eventFormValues(MEETUP, FRAME);
    assert.deepEqual([startDate, startTime, endTime, closesTime], ['2026-03-10', '14:00', '16:00', '23:59']);
    const camp = eventFormValues({ ...MEETUP, allDay: true, start: '2026-03-20', end: '2026-03-22' }, FRAME);
    assert.deepEqual([camp['startDate'], camp['endDate'], camp['allDay']], ['2026-03-20', '2026-03-21', 'yes']);
    const elsewhere = eventFormValues({ ...MEETUP, timeZone: 'Europe/Lisbon' }, FRAME);
    assert.deepEqual([elsewhere['startTime'], elsewhere['timeZone']], ['13:00', 'Europe/Lisbon']);
  });

  it('becomes the same event again: what nobody changed is not sent', () => {
    assert.deepEqual(eventChanges(eventFormValues(MEETUP, FRAME), MEETUP, FRAME), {});
    const head = seriesHead(SERIES);
    assert.deepEqual([head.start, head.end], ['2026-03-10T13:00:00Z', '2026-03-10T15:00:00Z']);
    assert.deepEqual(eventChanges(eventFormValues(head, series), head, series), {});
  });

  it('sends what was changed, with beginning and end together, and keeps the map only for the same place', () => {
    const values = { ...eventFormValues(MEETUP, FRAME), endTime: '17:00', placeName: 'Bücherei' };
    assert.deepEqual(eventChanges(values, MEETUP, FRAME), {
      start: '2026-03-10T13:00:00Z',
      end: '2026-03-10T16:00:00Z',
      place: { name: 'Bücherei' },
    });
    const online = { ...eventFormValues(MEETUP, FRAME), attendance: 'online', onlineUrl: 'https://treffen.example' };
    assert.deepEqual(eventChanges(online, MEETUP, FRAME), {
      attendance: 'online',
      place: null,
      onlineUrl: 'https://treffen.example',
    });
  });

  it('leaves to the series what belongs to the series, where one date is changed', () => {
    const frame: EventFormFrame = { ...FRAME, scope: 'date' };
    const values = { ...eventFormValues(SERIES, frame), visibility: 'public', title: 'Einmal anders', allDay: 'yes' };
    assert.deepEqual(Object.keys(eventChanges({ ...values, allDay: '' }, SERIES, frame)), ['title']);
  });

  it('turns choices into rules, and rules into choices', () => {
    const rule = (change: FormValues): string | undefined =>
      eventInput(newForm({ startDate: '2026-03-10', endDate: '2026-03-10', ...change }), FRAME).recurrence?.rule;
    assert.equal(rule({ repeat: 'weekly', interval: '2', weekdays: ['2', '4'] }), 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH');
    assert.equal(rule({ repeat: 'monthly-nth', ends: 'count', count: '6' }), 'FREQ=MONTHLY;BYDAY=2TU;COUNT=6');
    assert.equal(rule({ repeat: 'monthly-day' }), 'FREQ=MONTHLY;BYMONTHDAY=10');
    assert.equal(
      rule({
        repeat: 'monthly-last',
        startDate: '2026-03-31',
        endDate: '2026-03-31',
        ends: 'until',
        until: '2026-06-30',
      }),
      'FREQ=MONTHLY;BYDAY=-1TU;UNTIL=20260630T215959Z',
    );
    const choice = (text: string): unknown =>
      eventFormValues({ ...seriesHead(SERIES), recurrence: { rule: text } }, series)['repeat'];
    assert.deepEqual(
      ['FREQ=WEEKLY', 'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', 'FREQ=MONTHLY', 'FREQ=YEARLY', 'FREQ=MONTHLY;BYDAY=3TU', 'kaputt'].map(choice),
      ['weekly', 'monthly-nth', 'monthly-day', 'kept', 'kept', 'kept'],
    ); // prettier-ignore
  });

  it('keeps a rule that no choice says, and moves dates that were taken out along with the first', () => {
    const odd = { ...seriesHead(SERIES), recurrence: { ...SERIES.recurrence, rule: 'FREQ=YEARLY;BYWEEKNO=11' } };
    const values = { ...eventFormValues(odd, series), startTime: '15:00', endTime: '17:00' };
    assert.deepEqual(eventChanges(values, odd, series).recurrence, {
      rule: 'FREQ=YEARLY;BYWEEKNO=11',
      removed: ['2026-05-12T13:00:00Z'],
    });
  });

  it('takes dates by hand, in the summer as in the winter at the same hour', () => {
    const dates = [
      { date: '2026-04-14', time: '' },
      { date: '2026-05-05', time: '10:00' },
      { date: '', time: '' },
    ];
    const { recurrence } = eventInput(newForm({ repeat: 'dates', dates }), FRAME);
    assert.deepEqual(recurrence, { added: ['2026-04-14T12:00:00Z', '2026-05-05T08:00:00Z'] });
  });

  it('says of a camp where and when its sessions may be', () => {
    const slots = [{ date: '2026-03-12', from: '14:00', to: '14:45' }];
    const { programme } = eventInput(newForm({ kind: 'camp', rooms: 'Saal\nSaal\n- Werkraum', slots }), FRAME);
    assert.deepEqual(programme, {
      rooms: ['Saal', 'Werkraum'],
      slots: [{ start: '2026-03-12T13:00:00Z', end: '2026-03-12T13:45:00Z' }],
      proposals: 'open',
    });
  });

  it('lets the end and the weekday follow the first date', () => {
    const before = newForm({ repeat: 'weekly', weekdays: ['4'] });
    const after = followEventForm({ ...before, startDate: '2026-03-17' }, 'startDate', before);
    assert.deepEqual([after['endDate'], after['weekdays']], ['2026-03-17', ['2']]);
    const later = followEventForm({ ...after, startTime: '23:00' }, 'startTime', after);
    assert.deepEqual([later['endDate'], later['endTime']], ['2026-03-18', '01:00']);
    assert.equal(followEventForm({ ...before, kind: 'impulse' }, 'kind', before)['attendance'], 'online');
  });
});

describe('what is wrong with an event', () => {
  const known: readonly (readonly [string, FormValues, Readonly<Record<string, string>>])[] = [
    ['nothing', {}, {}],
    ['an end before the beginning', { endTime: '13:00' }, { endTime: 'order' }],
    ['an end on a day before', { endDate: '2026-03-11' }, { endDate: 'order' }],
    ['an unknown zone', { timeZone: 'Europe/Lindenhafen' }, { timeZone: 'not-found' }],
    ['more than a year', { endDate: '2027-04-01' }, { endDate: 'out-of-range' }],
    ['a time that the clocks leave out', { startDate: '2026-03-29', startTime: '02:30', endDate: '2026-03-29', endTime: '05:00' }, { startTime: 'skipped' }],
    ['a deadline after the beginning', { registration: 'hub', closesDate: '2026-03-13' }, { closesDate: 'after-start' }],
    ['an hour without its day', { registration: 'hub', closesTime: '12:00' }, { closesDate: 'required' }],
    ['fewer places than people', { registration: 'hub', capacity: '11' }, { capacity: 'below-registered' }],
    ['a slot outside the camp', { kind: 'camp', slots: [{ date: '2026-03-13', from: '14:00', to: '15:00' }] }, { slots: 'outside' }],
    ['a first date beside the days of the series', { repeat: 'weekly', weekdays: ['1'] }, { weekdays: 'not-that-day' }],
    ['a series that ends before it begins', { repeat: 'monthly-day', ends: 'until', until: '2026-03-01' }, { until: 'order' }],
    ['dates by hand without a date', { repeat: 'dates', dates: [] }, { dates: 'required' }],
  ]; // prettier-ignore
  for (const [what, change, faults] of known) {
    it(`finds ${what}`, () => assert.deepEqual(eventFormFaults(newForm(change), 12), faults));
  }
});

describe('what a device kept', () => {
  it('is taken as far as it is a form', () => {
    assert.deepEqual(readFormValues({ a: 'x', b: ['y'], c: [{ d: 'z' }], e: 3, f: [[1]], g: null }), {
      a: 'x',
      b: ['y'],
      c: [{ d: 'z' }],
    });
    for (const none of [null, 'x', []]) assert.equal(readFormValues(none), undefined);
  });
});

describe('a circle that meets every second week', () => {
  it('has as many dates as were asked for', () => {
    const dates = repeatedRanges({ date: '2026-03-24', from: '10:00', to: '11:30' }, 14, 3).map(({ date }) => date);
    assert.deepEqual(dates, ['2026-03-24', '2026-04-07', '2026-04-21']);
  });
});
