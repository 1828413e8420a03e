import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventFacets, filterEvents, isFiltering, NO_FILTER, type EventFilter } from '../../src/model/event-filter.ts';
import { timed } from './support/events.ts';

const START = '2026-03-12T10:00:00Z';
const events = [
  timed('Frühstück für Digitallotsen', START, START, {
    kind: 'meetup',
    topics: [{ id: 'digital', label: { de: 'Digitalisierung', en: 'Digitalisation' } }],
    organiser: { id: 'musterstadt', name: 'Stadt Musterstadt' },
    place: { name: 'Rathaus', address: 'Brückenstraße 1, Musterstadt' },
  }),
  timed('Öffentliche Übung', START, START, {
    kind: 'workshop',
    summary: 'Wir proben Vereinfachung.',
    topics: [{ id: 'recht', label: { de: 'Recht' } }],
    organiser: { name: 'Kreis Beispielheim' },
  }),
  timed('Ohne alles', START),
];

const found = (filter: Partial<EventFilter>): string[] =>
  filterEvents(events, { ...NO_FILTER, ...filter }).map(({ title }) => title);

describe('filters', () => {
  it('leave the very same list where nothing is chosen', () => {
    assert.equal(filterEvents(events, NO_FILTER), events);
    assert.equal(filterEvents(events, { ...NO_FILTER, q: '  ' }), events);
    assert.equal(isFiltering({ ...NO_FILTER, q: ' ' }), false);
    assert.equal(isFiltering({ ...NO_FILTER, org: 'x' }), true);
  });

  it('find words in title, summary, place, address, organiser and topic, in any order and case', () => {
    assert.deepEqual(found({ q: 'DIGITALLOTSEN frühstück' }), ['Frühstück für Digitallotsen']);
    assert.deepEqual(found({ q: 'vereinfachung' }), ['Öffentliche Übung']);
    assert.deepEqual(found({ q: 'rathaus' }), ['Frühstück für Digitallotsen']);
    assert.deepEqual(found({ q: 'brückenstr' }), ['Frühstück für Digitallotsen']);
    assert.deepEqual(found({ q: 'beispielheim' }), ['Öffentliche Übung']);
    assert.deepEqual(found({ q: 'digitalisation' }), ['Frühstück für Digitallotsen']);
    assert.deepEqual(found({ q: 'rathaus vereinfachung' }), []);
  });

  it('find umlauts however they are typed', () => {
    for (const q of ['Übung', 'uebung', 'ubung', 'ÜBUNG', 'U\u0308bung'])
      assert.deepEqual(found({ q }), ['Öffentliche Übung'], q);
    for (const q of ['Brückenstraße', 'brueckenstrasse', 'bruckenstrasse']) {
      assert.deepEqual(found({ q }), ['Frühstück für Digitallotsen'], q);
    }
  });

  it('count an event without a kind as other', () => {
    assert.deepEqual(found({ kind: 'other' }), ['Ohne alles']);
    assert.deepEqual(found({ kind: 'workshop' }), ['Öffentliche Übung']);
  });

  it('know topics by id and by label, organisations by id and by name', () => {
    for (const topic of ['digital', 'Digitalisierung', 'Digitalisation']) {
      assert.deepEqual(found({ topic }), ['Frühstück für Digitallotsen']);
    }
    for (const org of ['musterstadt', 'Stadt Musterstadt']) {
      assert.deepEqual(found({ org }), ['Frühstück für Digitallotsen']);
    }
    assert.deepEqual(found({ org: 'Kreis Beispielheim' }), ['Öffentliche Übung']);
  });

  it('all hold at once', () => {
    assert.deepEqual(found({ q: 'übung', kind: 'workshop', topic: 'recht' }), ['Öffentliche Übung']);
    assert.deepEqual(found({ q: 'übung', kind: 'meetup' }), []);
  });
});

describe('facets', () => {
  it('are the values that occur, with their number, in the order of their labels', () => {
    const { kind, topic, org } = eventFacets([...events, timed('Noch eins', START)], 'de');
    assert.deepEqual(
      kind.map(({ value, count }) => [value, count]),
      [
        ['meetup', 1],
        ['workshop', 1],
        ['other', 2],
      ],
    );
    assert.deepEqual(topic, [
      { value: 'digital', label: 'Digitalisierung', count: 1 },
      { value: 'recht', label: 'Recht', count: 1 },
    ]);
    assert.deepEqual(org, [
      { value: 'Kreis Beispielheim', label: 'Kreis Beispielheim', count: 1 },
      { value: 'musterstadt', label: 'Stadt Musterstadt', count: 1 },
    ]);
  });

  it('sort umlauts as German does', () => {
    const orgs = ['Zebra', 'Österberg', 'Oberstadt', 'Ahausen', 'Äpfelbach'].map((name) =>
      timed(name, START, START, { organiser: { name } }),
    );
    assert.deepEqual(
      eventFacets(orgs, 'de').org.map(({ label }) => label),
      ['Ahausen', 'Äpfelbach', 'Oberstadt', 'Österberg', 'Zebra'],
    );
  });

  it('speak English where the topic does, else German, else its id', () => {
    const [, recht] = eventFacets(events, 'en').topic;
    assert.deepEqual(eventFacets(events, 'en').topic[0]?.label, 'Digitalisation');
    assert.equal(recht?.label, 'Recht');
    const bare = timed('Kahl', START, START, { topics: [{ id: 'kahl', label: {} }] });
    assert.equal(eventFacets([bare], 'en').topic[0]?.label, 'kahl');
  });

  it('lead back to the events that they count', () => {
    const { kind, topic, org } = eventFacets(events, 'de');
    for (const { value, count } of kind) assert.equal(found({ kind: value }).length, count);
    for (const { value, count } of topic) assert.equal(found({ topic: value }).length, count);
    for (const { value, count } of org) assert.equal(found({ org: value }).length, count);
  });
});
