import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { countGraphemes } from '../../src/model/graphemes.ts';

const SAMPLES: readonly (readonly [string, number])[] = [
  ['', 0],
  ['Bauhof', 6],
  ['Bürgeramt', 9],
  ['u\u0308ber', 4],
  ['eins\nzwei', 9],
  ['eins\r\nzwei', 9],
  ['👍🏽', 1],
  ['👩‍🚒!', 2],
];

describe('characters as a reader counts them', () => {
  const { Segmenter } = Intl;
  afterEach(() => Object.defineProperty(Intl, 'Segmenter', { value: Segmenter, configurable: true, writable: true }));

  for (const [text, count] of SAMPLES) {
    it(`${JSON.stringify(text)} has ${count}, with and without the browser's help`, () => {
      assert.equal(countGraphemes(text), count);
      Object.defineProperty(Intl, 'Segmenter', { value: undefined, configurable: true, writable: true });
      assert.equal(countGraphemes(text), count);
    });
  }
});
