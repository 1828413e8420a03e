import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { squeezeCss, squeezeHtml } from '../../scripts/build/squeeze-literals.ts';

const css = (text: string): string => squeezeCss([text]).join('');
const html = (text: string): string => squeezeHtml([text]).join('');

describe('squeezed CSS', () => {
  it('loses comments, indentation and last semicolons', () => {
    assert.equal(
      css('\n  /* why */\n  .a,\n  .b > .c {\n    color: red;\n    margin: 0 auto;\n  }\n'),
      '.a,.b>.c{color:red;margin:0 auto}',
    );
  });

  it('keeps the blanks that select or compute', () => {
    assert.equal(
      css('.a :hover { width: calc(1em + 2px - (3px * 2)); }'),
      '.a :hover{width:calc(1em + 2px - (3px * 2))}',
    );
    assert.equal(css('@media (a) and (b) { .a .b + .c ~ .d {} }'), '@media (a) and (b){.a .b + .c ~ .d{}}');
    assert.equal(css('.a:not( .b ) .c { color: red !important; }'), '.a:not(.b) .c{color:red!important}');
    assert.equal(
      css('.a { grid-template: [full-start] 1fr / auto [end]; }'),
      '.a{grid-template:[full-start] 1fr / auto [end]}',
    );
  });

  it('keeps strings and addresses letter for letter', () => {
    assert.equal(css(".a::before { content: ' ;  } /* x */ '; }"), ".a::before{content:' ;  } /* x */ '}");
    assert.equal(
      css('.a { background: url(data:image/svg+xml;a,  b) ; }'),
      '.a{background:url(data:image/svg+xml;a,  b)}',
    );
  });

  it('keeps its holes where they were', () => {
    assert.deepEqual(squeezeCss(['\n  ', '\n  :host { top: ', 'px; }\n']), ['', ' :host{top:', 'px}']);
  });
});

describe('squeezed HTML', () => {
  it('keeps one blank wherever there was white space', () => {
    assert.equal(html('\n  <b>a</b>\n  <i>b</i>\n'), ' <b>a</b> <i>b</i> ');
    assert.equal(html('<b>a</b><i>b</i>'), '<b>a</b><i>b</i>');
  });

  it('puts attributes on one line and leaves their values alone', () => {
    assert.equal(
      html('<a\n    class="x  y"\n    title=\'a\n b\'\n  >it\'s "so"\n  there</a>'),
      '<a class="x  y" title=\'a\n b\' >it\'s "so" there</a>',
    );
  });

  it('keeps holes in values, names and text', () => {
    assert.deepEqual(squeezeHtml(['<p\n  class="a  ', '  b"\n  ?hidden=', '>', '\n  </p>']), [
      '<p class="a  ',
      '  b" ?hidden=',
      '>',
      ' </p>',
    ]);
  });

  it('leaves preformatted text alone', () => {
    assert.equal(html('<pre>\n  a\n</pre>'), '<pre>\n  a\n</pre>');
  });
});
