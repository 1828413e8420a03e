import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlToText } from '../../src/model/html-text.ts';

describe('the words of a text', () => {
  it('stay as they are where it is no HTML', () => {
    for (const text of ['a < b und c > d', 'Zeile\n\nZeile', 'x <3 y', '5<6>4', '&amp;'])
      assert.equal(htmlToText(text), text);
  });

  it('lose their tags, with line ends where paragraphs and items were', () => {
    assert.equal(
      htmlToText('<p>Eins<br>zwei</p>\n<ul><li>drei</li><li>vier &amp; f&#252;nf</li></ul>'),
      'Eins\nzwei\ndrei\nvier & fünf',
    );
    assert.equal(htmlToText('<style>p{}</style><script>x()</script><b>Text</b>'), 'Text');
  });
});
