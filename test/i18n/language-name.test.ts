import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageName } from '../../src/i18n/language-name.ts';

test('Languages have their names in the reader’s language, sign languages too, and words of a source stay', () => {
  assert.equal(languageName('uk', 'de-DE'), 'Ukrainisch');
  assert.equal(languageName('uk', 'en-GB'), 'Ukrainian');
  assert.equal(languageName('gsg', 'de-DE'), 'Deutsche Gebärdensprache');
  assert.equal(languageName('gsg', 'en-GB'), 'German Sign Language');
  assert.equal(languageName('Plattdeutsch und so', 'de-DE'), 'Plattdeutsch und so');
});

test('A browser that cannot name languages shows their tags', () => {
  const { DisplayNames } = Intl;
  Object.assign(Intl, { DisplayNames: undefined });
  try {
    assert.equal(languageName('uk', 'de-DE'), 'uk');
  } finally {
    Object.assign(Intl, { DisplayNames });
  }
});
