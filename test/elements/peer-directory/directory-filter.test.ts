import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fixedFilter,
  noFilter,
  queryOf,
  searchOf,
  usedFilters,
} from '../../../src/elements/peer-directory/directory-filter.ts';
import { whyOf } from '../../../src/elements/shared/peer-words.ts';
import { de } from '../../../src/i18n/de/peers.ts';
import { en } from '../../../src/i18n/en/peers.ts';

test('A filter asks only for what is chosen, and an editor’s choice stands before the reader’s', () => {
  assert.deepEqual(queryOf(noFilter(), {}, 24), { limit: 24 });
  const filter = { ...noFilter(), q: '  Mara ', org: ['auental'], direction: ['seek'], available: ['yes'] };
  assert.deepEqual(queryOf(filter, { org: ['lindenhafen'] }, 24), {
    q: 'Mara',
    org: ['lindenhafen'],
    direction: ['seek'],
    available: true,
    limit: 24,
  });
  assert.equal(usedFilters(filter), 4);
});

test('What was pasted into the search is asked for without what nobody sees, and no longer than it can help', () => {
  assert.equal(searchOf('\u202eMara\u0000\nKestner\u200b'), 'Mara Kestner');
  assert.equal(searchOf('\u0000\u0007 '), '');
  assert.equal(searchOf('ö'.repeat(10_000)).length, 200);
  assert.equal(searchOf(`${'a'.repeat(199)}🦊`), 'a'.repeat(199));
});

test('Attributes hold names with blanks, and unknown directions are told', () => {
  const unknown: string[] = [];
  const fixed = fixedFilter({ org: 'Kreis Auental; auental', direction: 'offer gift' }, (name, value) =>
    unknown.push(`${name}=${value}`),
  );
  assert.deepEqual(fixed, { org: ['Kreis Auental', 'auental'], direction: ['offer'] });
  assert.deepEqual(unknown, ['direction=gift']);
});

test('Why two people fit is said with the strongest reason first and every topic once', () => {
  const moderation = { id: 'm', label: { de: 'Moderation', en: 'Facilitation' } };
  const processes = { id: 'p', label: { de: 'Prozesse' } };
  const why = [
    { kind: 'elsewhere' },
    { kind: 'shared', topic: processes },
    { kind: 'seeks-yours', topic: moderation },
    { kind: 'seeks-yours', topic: processes },
    { kind: 'seeks-yours', topic: moderation },
  ] as const;
  assert.equal(whyOf(why, de), 'sucht, was Sie bieten: Moderation, Prozesse; dasselbe Thema: Prozesse');
  assert.equal(whyOf(why, en), 'seeks what you offer: Facilitation, Prozesse; the same topic: Prozesse');
  assert.equal(whyOf([{ kind: 'elsewhere' }], de), 'aus einer anderen Verwaltung');
  assert.equal(whyOf([], de), '');
});
