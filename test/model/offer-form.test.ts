import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Impulse } from '../../src/model/impulse.ts';
import {
  circleFaults,
  circleInput,
  followCircle,
  followImpulseDate,
  impulseDateFaults,
  impulseDateInput,
  impulseInput,
} from '../../src/model/offer-form.ts';

const ZONE = 'Europe/Berlin';
const NOW = Date.parse('2026-03-01T10:00:00Z');
const IMPULSE: Impulse = {
  id: 'i1',
  title: 'Ich zeige, wie wir proben',
  topics: [{ id: 'a', label: {} }],
  minutes: 30,
  state: 'offered',
  interested: 2,
  createdAt: '2026-02-01T10:00:00Z',
  can: [],
};

describe('an impulse as it is typed', () => {
  it('sends all of a new one, and of a known one what was changed', () => {
    const values = { title: 'Neu', abstract: '', minutes: '20', topicIds: ['a'], orgId: 'x' };
    assert.deepEqual(impulseInput(values), { title: 'Neu', topicIds: ['a'], minutes: 20, orgId: 'x' });
    assert.deepEqual(impulseInput(values, IMPULSE), { title: 'Neu', minutes: 20 });
    assert.deepEqual(
      impulseInput({ ...values, abstract: '' }, { ...IMPULSE, abstract: 'x', title: 'Neu', minutes: 20 }),
      {
        abstract: null,
      },
    );
  });

  it('has a date by the clock of its zone, over midnight too, and an end that follows', () => {
    const values = {
      date: '2026-07-14',
      time: '23:30',
      end: '00:15',
      attendance: 'onsite',
      place: 'Rathaus',
      onlineUrl: 'x',
    };
    assert.deepEqual(impulseDateInput(values, ZONE), {
      start: '2026-07-14T21:30:00Z',
      end: '2026-07-14T22:15:00Z',
      place: { name: 'Rathaus' },
    });
    assert.equal(followImpulseDate({ ...values, time: '09:00' }, 'time', 45)['end'], '09:45');
  });

  it('is not in the past, nor at a time that there is not', () => {
    const at = (date: string, time: string, end = '23:00'): unknown =>
      impulseDateFaults({ date, time, end }, ZONE, NOW);
    assert.deepEqual(at('2026-03-01', '10:59'), { date: 'past' });
    assert.deepEqual(at('2026-03-29', '02:30'), { time: 'skipped' });
    assert.deepEqual(at('2026-04-01', '10:00', '10:00'), { end: 'order' });
    assert.deepEqual(at('2026-04-01', '10:00'), {});
  });
});

describe('a circle as it is typed', () => {
  const filled = followCircle(
    { title: 'Kreis', places: '6', firstDate: '2026-03-24', from: '10:00', to: '11:30', rhythm: '14', meetings: '2' },
    'meetings',
  );

  it('fills its dates from first date, rhythm and number, at the same hour in summer', () => {
    assert.deepEqual(circleInput(filled, ZONE), {
      title: 'Kreis',
      topicIds: [],
      places: 6,
      dates: [
        { start: '2026-03-24T09:00:00Z', end: '2026-03-24T10:30:00Z' },
        { start: '2026-04-07T08:00:00Z', end: '2026-04-07T09:30:00Z' },
      ],
    });
    assert.equal(followCircle({ ...filled, title: 'Anders' }, 'title')['dates'], filled['dates']);
  });

  it('meets at least twice, in the future', () => {
    assert.deepEqual(circleFaults(filled, ZONE, NOW), {});
    assert.deepEqual(circleFaults({ ...filled, dates: [] }, ZONE, NOW), { dates: 'too-few-dates' });
    assert.deepEqual(circleFaults(filled, ZONE, Date.parse('2026-03-25T10:00:00Z')), { dates: 'past' });
  });
});
