import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wayOf } from '../../src/model/idea-way.ts';
import { IDEA_STAGES, type HistoryEntry } from '../../src/model/idea.ts';

const states = (...args: Parameters<typeof wayOf>): string =>
  wayOf(...args)
    .steps.map(({ state }) => state[0])
    .join('');
const step = (from: HistoryEntry['from'], to: HistoryEntry['to']): HistoryEntry => ({
  at: '',
  action: 'stage',
  from,
  to,
});

describe('the line of an idea’s stages', () => {
  it('has what is done behind and what is to come before the present stage', () => {
    assert.equal(states({ stage: 'submitted' }), 'naaaaaa');
    assert.equal(states({ stage: 'trying' }), 'dddnaaa');
    assert.equal(states({ stage: 'documented' }), 'ddddddn');
  });

  it('grows by being taken over', () => {
    assert.equal(states({ stage: 'transfer' }), 'dddddddn');
  });

  it('shows drafts as not begun, and a question as part of submitting', () => {
    assert.equal(states({ stage: 'draft' }), 'aaaaaaa');
    assert.deepEqual([states({ stage: 'returned' }), wayOf({ stage: 'returned' }).side], ['naaaaaa', 'returned']);
  });

  it('remembers how far an idea got that left the way', () => {
    const history = [step('submitted', 'open'), step('open', 'teaming'), step('teaming', 'parked')];
    assert.deepEqual(
      [states({ stage: 'parked', history }), wayOf({ stage: 'parked', history }).side],
      ['ddlaaaa', 'parked'],
    );
    assert.equal(states({ stage: 'stopped' }), 'aaaaaaa');
  });

  it('has a line for every stage', () => {
    for (const stage of IDEA_STAGES) assert.ok(wayOf({ stage }).steps.length >= 7, stage);
  });
});
