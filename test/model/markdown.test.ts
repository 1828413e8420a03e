import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { markdownToHtml, markdownToText } from '../../src/model/markdown.ts';

/** Everything between angle brackets in the answer. */
const tagsOf = (html: string): string[] => [...html.matchAll(/<[^<>]*>/g)].map(([tag]) => tag);
const KNOWN =
  /^<(?:\/?(?:p|strong|em|del|code|pre|ul|ol|li|blockquote)|br|hr|\/a|a href="(?:https?:\/\/|mailto:)[^"<>]*")>$/i;

describe('markdownToHtml', () => {
  const cases: readonly (readonly [what: string, markdown: string, html: string])[] = [
    ['paragraphs and line breaks', 'eins\nzwei\n\ndrei', '<p>eins<br>zwei</p><p>drei</p>'],
    [
      'bold, italic and struck text',
      '**a** *b* __c__ _d_ ~~e~~',
      '<p><strong>a</strong> <em>b</em> <strong>c</strong> <em>d</em> <del>e</del></p>',
    ],
    ['bold that is italic, too', '***a***', '<p><strong><em>a</em></strong></p>'],
    ['code', '`a<b` und ``c`d``', '<p><code>a&lt;b</code> und <code>c`d</code></p>'],
    ['blocks of code', '```js\n<b>\n**x**\n```', '<pre><code>&lt;b&gt;\n**x**</code></pre>'],
    ['headings, as bold paragraphs', '## Titel ##', '<p><strong>Titel</strong></p>'],
    ['lists', '- a\n* b\n\n1. c\n2) d', '<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>'],
    ['lists in lists', '- a\n  - b\n- c', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
    [
      'lists right after a sentence',
      'Wir brauchen:\n- Zeit\n- Mut',
      '<p>Wir brauchen:</p><ul><li>Zeit</li><li>Mut</li></ul>',
    ],
    ['quotes', '> a\n> b', '<blockquote><p>a<br>b</p></blockquote>'],
    ['lines', 'a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
    ['links', '[a](https://a.example/x_(y) "Titel")', '<p><a href="https://a.example/x_(y)">a</a></p>'],
    ['links to mail', '[a](mailto:a@b.example)', '<p><a href="mailto:a@b.example">a</a></p>'],
    [
      'addresses, without the mark behind them',
      'Siehe https://a.example/b_c_d.',
      '<p>Siehe <a href="https://a.example/b_c_d">https://a.example/b_c_d</a>.</p>',
    ],
    [
      'addresses in brackets',
      '(https://a.example) <https://b.example>',
      '<p>(<a href="https://a.example">https://a.example</a>) <a href="https://b.example">https://b.example</a></p>',
    ],
    ['marks that were escaped', '\\*a\\* \\[b\\]', '<p>*a* [b]</p>'],
    ['marks that are not closed, as text', '*a **b ~~c `d [e', '<p>*a **b ~~c `d [e</p>'],
    ['signs of arithmetic, as text', '3 * 4 * 5 und a_b_c', '<p>3 * 4 * 5 und a_b_c</p>'],
    ['HTML, as text', '<b onclick="x">a</b> &amp;', '<p>&lt;b onclick=&quot;x&quot;&gt;a&lt;/b&gt; &amp;amp;</p>'],
    ['links that lead elsewhere, as text', '[a](javascript:alert(1)) [b](data:text/html,x) [c](/d)', '<p>a b c</p>'],
    ['line ends of other systems', 'a\r\nb\rc', '<p>a<br>b<br>c</p>'],
    ['nothing', ' \n\n ', ''],
  ];
  for (const [what, markdown, html] of cases) {
    it(`reads ${what}`, () => assert.equal(markdownToHtml(markdown), html));
  }

  it('gives only elements and addresses that it knows, whatever is written', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '*',
        '**',
        '_',
        '~~',
        '`',
        '```\n',
        '[',
        '](',
        ')',
        '<',
        '>',
        '"',
        "'",
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '    ',
        '\\',
        'https://a.example/',
        'javascript:',
        'mailto:a@b',
        '<a href="',
        '&',
        '\u0000',
        '#',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const html = markdownToHtml(pieces.join(''));
        for (const tag of tagsOf(html)) assert.match(tag, KNOWN);
        // Outside of tags no sign is left that could open one.
        assert.doesNotMatch(html.replace(/<[^<>]*>/g, ''), /[<>"']/);
      }),
      { numRuns: 2000 },
    );
  });

  it('closes what it opens, in order', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      '~~',
      '`',
      'wort',
      ' ',
      '\n',
      '- ',
      '> ',
      '[a](https://a.example)',
      '  ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const open: string[] = [];
        for (const tag of tagsOf(markdownToHtml(pieces.join('')))) {
          const name = /[a-z]+/.exec(tag)?.[0] ?? '';
          if (name === 'br' || name === 'hr') continue;
          if (tag.startsWith('</')) assert.equal(open.pop(), name);
          else open.push(name);
        }
        assert.deepEqual(open, []);
      }),
      { numRuns: 2000 },
    );
  });

  it('grows with the text and no faster, also with marks that never close', () => {
    for (const mark of ['*', '**', '[', '`', '> ', '- ', '_a', '[a](', '<', 'h', '(['] as const) {
      const cost = (length: number): number => {
        const text = mark.repeat(length / mark.length);
        const begun = process.cpuUsage().user;
        for (let turn = 0; turn < 3; turn++) markdownToHtml(text);
        return process.cpuUsage().user - begun;
      };
      cost(10_000);
      // Eight times the text may cost far less than eight times eight times as much.
      assert.ok(cost(80_000) < 40 * Math.max(cost(10_000), 2000), mark);
    }
  });
});

describe('markdownToText', () => {
  it('keeps the words and drops the marks', () => {
    assert.equal(
      markdownToText('# Titel\n\n**a** & [b](https://a.example)\n- c\n  - d\n\n> "e" <f>'),
      'Titel\na & b\nc\nd\n"e" <f>',
    );
  });
});
