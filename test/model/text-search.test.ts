import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isWithinEdits } from '../../src/model/edit-distance.ts';
import { foldText } from '../../src/model/fold-text.ts';
import { indexIdeas } from '../../src/model/idea-search.ts';
import { TextIndex } from '../../src/model/text-search.ts';
import { COMPOUNDS, ideaCorpus, seededRandom } from './support/idea-corpus.ts';

const index = (...texts: string[]): TextIndex<string> => new TextIndex(texts, [{ weight: 1, text: (text) => text }]);
const found = (texts: readonly string[], query: string): readonly string[] =>
  index(...texts)
    .search(query)
    .map(({ item }) => item);

const german = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüßéABCÄÖÜ'),
  minLength: 1,
  maxLength: 16,
});

describe('looking for words', () => {
  it('ranks the whole word before its beginning, a compound, what stands inside, and errors last', () => {
    const texts = ['Betreiligung', 'Mitbeteiligungsrecht', 'Bürgerbeteiligung', 'Beteiligungsrat', 'Beteiligung'];
    assert.deepEqual(found(texts, 'Beteiligung'), texts.slice(1).reverse());
    assert.deepEqual(found(texts.slice(0, 1), 'Beteiligung'), ['Betreiligung']);
  });

  it('knows other forms of a word', () => {
    assert.deepEqual(found(['ein Spielplatz', 'ein Bauplatz', 'Tapete'], 'Plätze'), ['ein Spielplatz', 'ein Bauplatz']);
    assert.deepEqual(found(['Verwaltung', 'Anleitung'], 'Verwaltungen'), ['Verwaltung']);
  });

  it('wants every word, unless one is enough', () => {
    const texts = ['Kita am Markt', 'Kita am Hafen', 'Schule am Hafen'];
    assert.deepEqual(found(texts, 'kita hafen'), ['Kita am Hafen']);
    const hits = index(...texts).search('kita hafen', { any: true });
    assert.equal(hits[0]?.item, 'Kita am Hafen');
    assert.equal(hits.length, 3);
    assert.equal(hits[0]?.share, 1);
    assert.ok(hits[1]!.share < 1);
  });

  it('finds what is written with and without hyphens', () => {
    assert.deepEqual(found(['Bürger-Beteiligung'], 'bürgerbeteiligung'), ['Bürger-Beteiligung']);
    assert.deepEqual(found(['Bürgerbeteiligung'], 'bürger-beteiligung'), ['Bürgerbeteiligung']);
  });

  it('does not guess errors where the word is spelt right somewhere', () => {
    assert.deepEqual(found(['Umleitung', 'Anleitung'], 'Umleitung'), ['Umleitung']);
  });

  it('finds nothing for nothing, and survives any text', () => {
    assert.deepEqual(found(['a'], '  –  '), []);
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 5 }),
        fc.string(),
        (texts, query) => {
          index(...texts).search(query);
        },
      ),
    );
  });

  it('folds the beginning of a word to the beginning of the folded word', () => {
    fc.assert(
      fc.property(german, (word) => {
        for (let length = 1; length <= word.length; length++) {
          assert.ok(foldText(word).startsWith(foldText(word.slice(0, length))), `${word} ${length}`);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every word of a text by the word itself, its beginning and its spelling without umlauts', () => {
    fc.assert(
      fc.property(fc.array(german, { minLength: 1, maxLength: 6 }), fc.nat(), (words, at) => {
        const text = words.join(' ');
        const word = words[at % words.length]!;
        const plain = word.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss');
        assert.deepEqual(found([text], word), [text]);
        assert.deepEqual(found([text], word.slice(0, 1 + (at % word.length))), [text]);
        // After a, e and q a u keeps its e (`Auental`), also after the e of an umlaut before it (`ueue`), and one e after a
        // vowel is enough: there an umlaut cannot be told.
        if (!/[aeqäöüé]ü|[äöü][eé]/i.test(word)) assert.deepEqual(found([text], plain), [text], plain);
      }),
      { numRuns: 500 },
    );
  });
});

describe('typing errors', () => {
  it('are letters missed, added, mistaken or swapped', () => {
    for (const [a, b, most, within] of [
      ['muller', 'mulelr', 1, true],
      ['muller', 'mller', 1, true],
      ['muller', 'mulller', 1, true],
      ['muller', 'mutler', 1, true],
      ['muller', 'mutlxr', 1, false],
      ['beteiligung', 'beetiligugn', 2, true],
      ['beteiligung', 'beetiligugn', 1, false],
      ['abc', 'abcdef', 2, false],
      ['', 'ab', 2, true],
    ] as const) {
      assert.equal(isWithinEdits(a, b, most), within, `${a} ${b} ${most}`);
      assert.equal(isWithinEdits(b, a, most), within, `${b} ${a} ${most}`);
    }
  });

  it('are as many as a plain count over the whole table says', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        assert.equal(isWithinEdits(a, b, most), distance(a, b) <= most);
      }),
      { numRuns: 3000 },
    );
  });
});

/** Optimal string alignment, as the textbook has it. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      table[i]![j] = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        table[i]![j] = Math.min(table[i]![j]!, table[i - 2]![j - 2]! + 1);
    }
  }
  return table[a.length]![b.length]!;
}

describe('the quality of the search over 2,000 German ideas', () => {
  const ideas = ideaCorpus(2000);
  const search = indexIdeas(ideas);
  const random = seededRandom(11);
  const some = Array.from({ length: 60 }, () => COMPOUNDS[Math.floor(random() * COMPOUNDS.length)]!);
  const at = (word: string, from: number, to: number): number =>
    from + Math.floor(random() * (word.length - from - to));

  const mistype = (word: string): string => {
    const position = at(word, 1, 1);
    const kind = Math.floor(random() * 3);
    if (kind === 0) return word.slice(0, position) + word.slice(position + 1);
    if (kind === 1) return `${word.slice(0, position)}x${word.slice(position)}`;
    return `${word.slice(0, position)}x${word.slice(position + 1)}`;
  };
  const swap = (word: string): string => {
    let position = at(word, 1, 2);
    while (word[position] === word[position + 1]) position = (position + 1) % (word.length - 1);
    return word.slice(0, position) + word[position + 1]! + word[position]! + word.slice(position + 2);
  };
  const spell = (word: string): string =>
    word.replace(/[äÄ]/g, 'ae').replace(/[öÖ]/g, 'oe').replace(/[üÜ]/g, 'ue').replace(/ß/g, 'ss');

  const classes: readonly (readonly [
    string,
    (word: (typeof some)[number]) => string,
    (word: (typeof some)[number]) => string,
  ])[] = [
    ['exact words', ({ whole }) => whole, ({ whole }) => whole],
    [
      'beginnings',
      ({ whole, front }) => whole.slice(0, front.length + 3),
      ({ whole, front }) => whole.slice(0, front.length + 3),
    ],
    ['one error', ({ whole }) => mistype(whole), ({ whole }) => whole],
    ['parts of compounds', ({ head }) => head, ({ head }) => head],
    ['umlauts spelt out', ({ whole }) => spell(whole), ({ whole }) => whole],
    ['umlauts left out', ({ whole }) => spell(whole).replace(/([aou])e/g, '$1'), ({ whole }) => whole],
    ['swapped letters', ({ whole }) => swap(whole), ({ whole }) => whole],
  ];
  for (const [name, query, wanted] of classes) {
    it(`${name}: at least 95 of 100 are among the first ten`, () => {
      const missed = some.filter((word) => {
        const text = foldText(wanted(word));
        return !search
          .search(query(word))
          .slice(0, 10)
          .some(({ item }) => foldText(`${item.title} ${item.summary}`).includes(text));
      });
      const share = 1 - missed.length / some.length;
      assert.ok(share >= 0.95, `${Math.round(share * 100)} %: ${missed.map(query).join(', ')}`);
    });
  }
});
