import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldWords } from '../../src/model/fold-text.ts';
import { markWords } from '../../src/model/mark-words.ts';

const hits = (text: string, query: string): readonly string[] =>
  markWords(text, foldWords(query))
    .filter(({ hit }) => hit)
    .map(({ text: word }) => word);

describe('markWords', () => {
  it('marks whole words of the original text, however they are written', () => {
    assert.deepEqual(hits('Formulare für Brückfurt', 'brueckfurt'), ['Brückfurt']);
    assert.deepEqual(hits('Bürgerbeteiligung im Bauamt', 'beteiligung'), ['Bürgerbeteiligung']);
  });

  it('forgives typing errors as the search does, fewer in short words', () => {
    assert.deepEqual(hits('Formulare testen', 'Formulate'), ['Formulare']);
    assert.deepEqual(hits('Rat und Tat', 'Rad'), []);
  });

  it('marks a letter or two only at the beginning of words', () => {
    assert.deepEqual(hits('IT hilft mit', 'it'), ['IT']);
  });

  it('gives back the whole text', () => {
    for (const text of ['', '  –  ', 'Ein „Zitat“, dann Schluss.', '𝒜lles 👩‍💻 klar']) {
      assert.equal(
        markWords(text, foldWords('schluss klar'))
          .map((part) => part.text)
          .join(''),
        text,
      );
    }
    assert.deepEqual(markWords('Text', []), [{ text: 'Text', hit: false }]);
  });
});
