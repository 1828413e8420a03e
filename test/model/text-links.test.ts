import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textParagraphs } from '../../src/model/text-links.ts';

const links = (text: string): (string | undefined)[] =>
  textParagraphs(text)
    .flat(2)
    .filter(({ href }) => href)
    .map(({ href }) => href);

const back = (text: string): string =>
  textParagraphs(text)
    .map((lines) => lines.map((parts) => parts.map((part) => part.text).join('')).join('\n'))
    .join('\n\n');

describe('plain text', () => {
  it('is parted into paragraphs by blank lines, and into lines', () => {
    assert.deepEqual(textParagraphs('Eins\nzwei\n\n \nDrei'), [
      [[{ text: 'Eins' }], [{ text: 'zwei' }]],
      [[{ text: 'Drei' }]],
    ]);
    assert.deepEqual(textParagraphs('Eins\r\nzwei\r\rDrei'), textParagraphs('Eins\nzwei\n\nDrei'));
    assert.deepEqual(textParagraphs(' \n \n'), []);
  });

  it('keeps an empty line break inside a paragraph harmless', () => {
    assert.equal(back('a\nb'), 'a\nb');
  });

  it('makes links of addresses, and nothing else', () => {
    assert.deepEqual(textParagraphs('Mehr auf https://beispiel.example/a?b=c#d bald'), [
      [
        [
          { text: 'Mehr auf ' },
          { text: 'https://beispiel.example/a?b=c#d', href: 'https://beispiel.example/a?b=c#d' },
          { text: ' bald' },
        ],
      ],
    ]);
    assert.deepEqual(links('www.beispiel.example'), ['https://www.beispiel.example']);
    assert.deepEqual(links('javascript:alert(1) data:text/html,x ftp://x.example mailto:a@b.example a@b.example'), []);
  });

  it('leaves the marks of the sentence outside', () => {
    assert.deepEqual(links('Siehe https://a.example/x. Oder (https://b.example/y), „https://c.example/z“!'), [
      'https://a.example/x',
      'https://b.example/y',
      'https://c.example/z',
    ]);
    assert.deepEqual(links('https://de.example/wiki/Amt_(Behörde)'), ['https://de.example/wiki/Amt_(Behörde)']);
    assert.deepEqual(links('(https://de.example/wiki/Amt_(Behörde))'), ['https://de.example/wiki/Amt_(Behörde)']);
  });

  it('stops at brackets and quotation marks of HTML', () => {
    assert.deepEqual(links('<https://a.example/x> "https://b.example"'), ['https://a.example/x', 'https://b.example']);
  });

  it('loses nothing of the text', () => {
    for (const text of ['a https://x.example/, b', 'https://x.example https://y.example', 'https://', 'http://[::']) {
      assert.equal(back(text), text);
    }
  });
});
