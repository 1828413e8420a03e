import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mentionAt, mentionedIn, peopleLike, withMention } from '../../src/model/mentions.ts';

const CEM = { id: 'cem', displayName: 'Cem Brückenbauer', org: { name: 'Stadt Brückfurt' } };
const ROSA = { id: 'rosa', displayName: 'Rosa Wiesengrund', org: { name: 'Stadt Lindenhafen' } };
const BODY = 'Hallo @Ro';

describe('naming people by @', () => {
  it('knows the name that is being typed where the caret stands', () => {
    assert.deepEqual(mentionAt(BODY, BODY.length), { from: 6, query: 'Ro' });
    assert.deepEqual(mentionAt('@', 1), { from: 0, query: '' });
    assert.deepEqual(mentionAt('(@Cem Br', 8), { from: 1, query: 'Cem Br' });
  });

  it('takes addresses, sentences and what is before the sign for no name', () => {
    for (const text of ['mara@stadt.example', '@ zwei', 'Hallo', '@eins zwei drei vier fünf', '@Ro\n']) {
      assert.equal(mentionAt(text, text.length), undefined, text);
    }
    assert.equal(mentionAt(BODY, 3), undefined);
  });

  it('finds people by any of their names, however the umlaut is typed', () => {
    for (const query of ['brü', 'brue', 'Bru', 'cem']) assert.deepEqual(peopleLike([ROSA, CEM], query), [CEM], query);
    assert.deepEqual(peopleLike([ROSA, CEM], 'lindenhafen'), [ROSA]);
    assert.deepEqual(peopleLike([{ displayName: 'Ohne Kennung' }], ''), []);
    assert.deepEqual(peopleLike([CEM, ROSA], '', 1), [CEM]);
  });

  it('puts the name in place of what was typed', () => {
    const query = mentionAt(BODY, BODY.length)!;
    assert.deepEqual(withMention(`${BODY} und mehr`, BODY.length, query, ROSA), {
      text: 'Hallo @Rosa Wiesengrund und mehr',
      caret: 24,
    });
  });

  it('tells those alone whose names still stand there, once each', () => {
    assert.deepEqual(mentionedIn('@Cem Brückenbauer und @Cem Brückenbauer', [CEM, CEM, ROSA]), ['cem']);
  });
});
