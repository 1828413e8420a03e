import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixedFilter, noFilter, queryOf, usedFilters } from '../../../src/elements/idea-board/board-filter.ts';

describe("the board's question", () => {
  it('leaves out what is not limited', () => {
    assert.deepEqual(queryOf(noFilter(), {}, 20), { sort: 'active', limit: 20 });
  });

  it('lets what the editor set hold against the reader’s choice', () => {
    const filter = { ...noFilter('new'), q: ' Formular ', stage: ['open'], topic: ['digital'] };
    assert.deepEqual(queryOf(filter, { stage: ['trying'] }, 10), {
      q: 'Formular',
      stage: ['trying'],
      topic: ['digital'],
      sort: 'new',
      limit: 10,
    });
    assert.equal(usedFilters(filter), 3);
  });

  it('asks for the queue, or for ideas of the reader', () => {
    assert.equal(queryOf({ ...noFilter(), scope: 'queue' }, {}, 5).queue, true);
    assert.equal(queryOf({ ...noFilter(), scope: 'following' }, {}, 5).mine, 'following');
  });

  it('reads attributes: stages parted by blanks, names by semicolons; tells what does not exist', () => {
    const unknown: string[] = [];
    const fixed = fixedFilter(
      { stage: 'open, trying done', org: 'Stadt Lindenhafen; auental', topic: '' },
      (name, value) => unknown.push(`${name}=${value}`),
    );
    assert.deepEqual(fixed, { stage: ['open', 'trying'], org: ['Stadt Lindenhafen', 'auental'] });
    assert.deepEqual(unknown, ['stage=done']);
  });
});
