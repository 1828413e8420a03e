import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FacetMemory } from '../../../src/elements/blog-feed/facet-memory.ts';
import { fixedFilter, noFilter, queryOf, searchOf, usedFilters } from '../../../src/elements/blog-feed/feed-filter.ts';

test('A filter asks only for what is chosen, and an editor’s choice stands before the reader’s', () => {
  assert.deepEqual(queryOf(noFilter(), {}, 10), { limit: 10 });
  const filter = { ...noFilter(), q: '  Vorlage ', tag: ['Recht'], size: ['county'], report: ['yes'] };
  assert.deepEqual(queryOf(filter, { tag: ['Haushalt'] }, 10), {
    q: 'Vorlage',
    size: ['county'],
    tag: ['Haushalt'],
    report: true,
    limit: 10,
  });
  assert.equal(usedFilters(filter), 4);
});

test('Attributes name tags and topics parted by semicolons, since they hold blanks', () => {
  const none = { tag: undefined, topic: undefined, report: false };
  assert.deepEqual(fixedFilter({ ...none, tag: ' Klare Sprache ;; E-Akte ' }), { tag: ['Klare Sprache', 'E-Akte'] });
  assert.deepEqual(fixedFilter({ ...none, topic: 'council', report: true }), { topic: ['council'], report: ['yes'] });
  assert.deepEqual(fixedFilter(none), {});
});

test('What was pasted into the search is asked for without what nobody sees, and no longer than it can help', () => {
  assert.equal(searchOf('\u202eAkten\u0000\nplan\u200b'), 'Akten plan');
  assert.equal(searchOf('ö'.repeat(10_000)).length, 200);
  assert.doesNotMatch(searchOf(`a${'😀'.repeat(150)}`), /[\ud800-\udbff]$/);
});

test('Values that were there once keep their place, with none of them left', () => {
  const memory = new FacetMemory();
  const names = (): undefined => undefined;
  memory.learn(
    {
      tag: [
        { value: 'Recht', count: 3 },
        { value: 'Haushalt', count: 5 },
      ],
    },
    names,
  );
  memory.learn({ tag: [{ value: 'Recht', count: 1 }] }, names);
  assert.deepEqual(
    memory
      .options('tag', { ...noFilter(), tag: ['Recht'] })
      .map(({ label, count, checked }) => [label, count, checked]),
    [
      ['Haushalt', 0, false],
      ['Recht', 1, true],
    ],
  );
});

test('Sizes and how far things have come stand in their own order, not by number', () => {
  const memory = new FacetMemory();
  memory.learn(
    {
      size: [
        { value: 'state', count: 9 },
        { value: 'rural', count: 1 },
      ],
    },
    (_, value) => value,
  );
  assert.deepEqual(
    memory.options('size', noFilter()).map(({ value }) => value),
    ['rural', 'state'],
  );
});
