import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { growSources, SOURCE_MARKS, type EventSources } from '../../src/model/event-sources.ts';

const from = (id?: string, label?: string): CalendarEvent => ({
  uid: `${id}`,
  title: 'x',
  start: '2026-03-12',
  end: '2026-03-13',
  allDay: true,
  ...(id && { source: { id, ...(label && { label }) } }),
});
const told = (sources: EventSources): string[] =>
  [...sources.values()].map(({ id, label, mark }) => `${mark}${id}/${label}`);

describe('the sources of events', () => {
  it('get their marks in the order in which the page names them', () => {
    assert.deepEqual(told(growSources(new Map(), [from('b', 'B'), from('a', 'A')], 'x+a b')), ['●a/A', '■b/B']);
  });

  it('keep their marks when others come', () => {
    const first = growSources(new Map(), [from('b')], 'a b');
    assert.deepEqual(told(growSources(first, [from('a'), from('b')], 'a b')), ['●b/', '■a/']);
    assert.equal(growSources(first, [from('b')], 'a b'), first);
  });

  it('count events without one as one', () => {
    assert.deepEqual(told(growSources(new Map(), [from('a'), from(), from()], 'a')), ['●a/', '■/']);
  });

  it('begin again with the first shape after the last', () => {
    const many = [...'abcdefghi'].map((id) => from(id));
    assert.equal([...growSources(new Map(), many, 'abcdefghi').values()][SOURCE_MARKS.length]?.mark, SOURCE_MARKS[0]);
  });
});
