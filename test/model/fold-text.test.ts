import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldText, foldWords } from '../../src/model/fold-text.ts';

/** Texts that a search takes for the same. */
const SAME = [
  ['Brückfurt', 'Brueckfurt', 'Bruckfurt', 'BRÜCKFURT', 'Bru\u0308ckfurt'],
  ['Straße', 'strasse', 'STRASSE'],
  ['Übergröße', 'Uebergroesse', 'Ubergrosse'],
  ['Ärztehaus', 'Aerztehaus'],
  ['Café', 'cafe', 'Cafe\u0301'],
  ['Søren', 'soren', 'Sören'],
  ['Łódź', 'lodz'],
  ['Æther', 'aether', 'Äther'],
  ['ﬁnden', 'finden'],
];

/** Texts that a fold must not bring together or tear apart. */
const OTHER = [
  ['neuer', 'neur'],
  ['Bauer', 'Baur'],
  ['Quelle', 'Qulle'],
  ['Auental', 'Auntal'],
];

describe('folded text', () => {
  for (const words of SAME) {
    it(`takes ${words.join(', ')} for the same`, () => {
      for (const word of words) assert.equal(foldText(word), foldText(words[0] ?? ''), word);
    });
  }

  for (const [word = '', other = ''] of OTHER) {
    it(`tells ${word} from ${other}`, () => assert.notEqual(foldText(word), foldText(other)));
  }

  it('is found as a part of a longer text', () => {
    assert.ok(foldText('Die große Bürgerversammlung').includes(foldText('Buerger')));
    assert.ok(foldText('Die große Bürgerversammlung').includes(foldText('grosse burger')));
  });

  it('stays as it is when it is folded again, for words that were typed with umlauts', () => {
    for (const word of ['Übergröße', 'Mädchen', 'Köln', 'Führung']) {
      assert.equal(foldText(foldText(word)), foldText(word));
    }
  });

  it('keeps digits, signs and other scripts', () => {
    assert.equal(foldText('§ 3 Abs. 2 – Ελλάδα'), '§ 3 abs. 2 – ελλαδα');
  });
});

describe('the words of a query', () => {
  it('are folded, each once, without signs', () => {
    assert.deepEqual(foldWords('  Übung, uebung / KITA-Planung!  '), ['ubung', 'kita', 'planung']);
    assert.deepEqual(foldWords(' … '), []);
  });

  it('are ten at most', () => {
    assert.equal(foldWords('a b c d e f g h i j k l').length, 10);
  });
});
