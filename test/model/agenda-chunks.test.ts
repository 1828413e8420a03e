import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agendaChunks, agendaMonths } from '../../src/model/agenda-chunks.ts';
import { groupByDay, placeEvents } from '../../src/model/event-days.ts';
import { addDays, toEpochDay } from '../../src/model/plain-date.ts';
import { timed } from './support/events.ts';

const FIRST = '2026-03-01';

/** A list with as many events on each day as the counts say. */
function list(...counts: number[]): ReturnType<typeof groupByDay> {
  const events = counts.flatMap((count, day) => {
    const items = [];
    for (let at = 0; at < count; at++)
      items.push(timed(`${day}/${String(at).padStart(3, '0')}`, `${addDays(FIRST, day)}T11:00:00Z`));
    return items;
  });
  return groupByDay(placeEvents(events, 'UTC'), toEpochDay(FIRST));
}

const shape = (days: ReturnType<typeof groupByDay>, size: number): string[] =>
  agendaChunks(days, size).map((chunk) =>
    chunk
      .map(({ day, continued, items }) => `${day - toEpochDay(FIRST)}${continued ? '…' : ''}:${items.length}`)
      .join(' '),
  );

describe('the chunks of a list', () => {
  it('are none for an empty list', () => assert.deepEqual(shape(list(), 20), []));

  it('take whole days as long as there is room', () => {
    assert.deepEqual(shape(list(2, 3, 1), 20), ['0:2 1:3 2:1']);
  });

  it('cut a long day, and say that it goes on', () => {
    assert.deepEqual(shape(list(5), 2), ['0:2', '0…:2', '0…:1']);
    assert.deepEqual(shape(list(3, 4), 5), ['0:3 1:2', '1…:2']);
  });

  it('begin anew where a day fills one exactly', () => {
    assert.deepEqual(shape(list(5, 5, 1), 5), ['0:5', '1:5', '2:1']);
  });

  it('lose and double nothing, and keep the order', () => {
    const days = list(1, 0, 47, 3, 20, 9, 100);
    const all = [...days.values()].flat();
    const cut = agendaChunks(days, 20).flatMap((chunk) => chunk.flatMap(({ items }) => items));
    assert.deepEqual(cut, all);
    assert.equal(cut.length, 180);
  });
});

describe('the months of a list', () => {
  const empty: ReturnType<typeof groupByDay> = new Map();
  const told = (before: typeof empty, after: typeof empty, byMonth: boolean): string[] =>
    agendaMonths(before, after, 20, byMonth).map(
      ({ chunks }) => `${chunks.map(({ index, days }) => `${index}:${days.length}`).join(' ')}`,
    );
  const march = list(1, 1);
  const spring = groupByDay(
    placeEvents([timed('m', '2026-03-30T11:00:00Z'), timed('a', '2026-04-02T11:00:00Z')], 'UTC'),
    toEpochDay(FIRST),
  );

  it('stand apart, each with chunks of its own, and number them through', () => {
    assert.deepEqual(told(empty, spring, true), ['0:1', '1:1']);
    assert.deepEqual(told(empty, spring, false), ['0:2']);
  });

  it('keep their numbers when earlier ones come before them', () => {
    assert.deepEqual(told(march, spring, true), ['-1:2 0:1', '1:1']);
    assert.deepEqual(told(spring, empty, true), ['-2:1', '-1:1']);
  });
});
