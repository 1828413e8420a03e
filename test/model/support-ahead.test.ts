import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Idea } from '../../src/model/idea.ts';
import { withSupport } from '../../src/model/support-ahead.ts';

const ORG = { id: 'lindenhafen', name: 'Stadt Lindenhafen' };
const IDEA: Idea = {
  id: 'x',
  title: 'Idee',
  summary: '',
  stage: 'open',
  authors: [],
  orgs: [],
  topics: [],
  tags: [],
  needs: [],
  attachments: [],
  counts: { supports: 2, usefulHere: 1, joins: 0, comments: 0, helpOffers: 0, followers: 0, adoptions: 0 },
  usefulTo: [{ id: 'auental', name: 'Kreis Auental' }],
  can: [],
};

describe('an idea with the reader’s support counted in ahead', () => {
  it('counts one more, names the administration, and goes back to where it was', () => {
    const next = withSupport(IDEA, { level: 'useful-here', shown: 'org' }, ORG);
    assert.deepEqual([next.counts.supports, next.counts.usefulHere], [3, 2]);
    assert.deepEqual(next.usefulTo?.at(-1), ORG);
    const back = withSupport(next, undefined, ORG);
    assert.deepEqual(back.counts, IDEA.counts);
    assert.deepEqual(back.usefulTo, IDEA.usefulTo);
    assert.equal(back.me?.support, undefined);
  });

  it('moves from one level to another without counting twice', () => {
    const first = withSupport(IDEA, { level: 'useful-here', shown: 'name' }, ORG);
    const second = withSupport(first, { level: 'i-join', shown: 'name' }, ORG);
    assert.deepEqual([second.counts.supports, second.counts.usefulHere, second.counts.joins], [3, 1, 1]);
  });

  it('names no administration that wants to be a number', () => {
    const next = withSupport(IDEA, { level: 'useful-here', shown: 'count-only' }, ORG);
    assert.equal(next.counts.usefulHere, 2);
    assert.deepEqual(next.usefulTo, IDEA.usefulTo);
  });

  it('counts an administration once', () => {
    const next = withSupport({ ...IDEA, usefulTo: [ORG] }, { level: 'useful-here', shown: 'name' }, ORG);
    assert.equal(next.counts.usefulHere, 1);
  });
});
