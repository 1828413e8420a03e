import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { untrustedHtml } from '../../src/model/common.ts';
import type { Post } from '../../src/model/post.ts';
import { withReport } from '../../src/model/report-lens.ts';
import { readSections } from '../../src/model/report-sections.ts';

const post = (content: string, more: Partial<Post> = {}): Post => ({
  id: '1',
  title: 'Sitzungsvorlagen halbiert',
  teaser: '',
  authors: [],
  tags: [],
  content: untrustedHtml(content),
  ...more,
});

describe('reports among posts', () => {
  it('finds the chapters under headings of HTML, whatever they are called', () => {
    const { report } = withReport(
      post(`<p>Vorweg</p>
<h2 class="wp-block-heading">1. Unsere Ausgangslage</h2><p>Alles lag.</p>
<h2>So sind wir vorgegangen</h2><p>Wir fingen an.</p><h3>Im Bauamt</h3><p>Zuerst dort.</p>
<h2><strong>Ergebnis:</strong> halb so lang</h2><p>Zehn Seiten.</p>
<h2>Was wir gelernt haben</h2><ul><li>Früh fragen</li></ul>
<h2>Ansprechpersonen</h2><p>Mara Kestner</p>`),
    );
    assert.deepEqual(report, {
      situation: '<p>Alles lag.</p>',
      approach: '<p>Wir fingen an.</p><h3>Im Bauamt</h3><p>Zuerst dort.</p>',
      result: '<p>Zehn Seiten.</p>',
      pitfalls: '<ul><li>Früh fragen</li></ul>',
      contact: '<p>Mara Kestner</p>',
    });
  });

  it('reads lines in bold, Markdown, plain text and English', () => {
    const bold = post('<p><b>Ausgangslage:</b><br>Viel Papier.</p><p><strong>Vorgehen</strong></p><p>Weniger.</p>');
    assert.equal(withReport(bold).report?.situation, '<p>Viel Papier.</p>');
    assert.equal(withReport(bold).report?.approach, '<p>Weniger.</p>');
    const markdown = post(
      'Vorab.\n\n## Ausgangslage\n\nViel.\n\n```\n## Ergebnis\n```\n\n**Stolpersteine**\n\nKeine.',
      {
        format: 'markdown',
      },
    );
    assert.deepEqual(withReport(markdown).report, {
      situation: 'Viel.\n\n```\n## Ergebnis\n```',
      pitfalls: 'Keine.',
    });
    const text = post('Ausgangslage:\nViel Papier.\n\nErgebnisse\nWeniger Papier. Das Ergebnis zählt.');
    assert.deepEqual(withReport(text).report, {
      situation: 'Viel Papier.',
      result: 'Weniger Papier. Das Ergebnis zählt.',
    });
    const english = post('<h3>Background</h3><p>a</p><h3>What we did</h3><p>b</p><h3>Lessons learned</h3><p>c</p>');
    assert.deepEqual(Object.keys(withReport(english).report ?? {}), ['situation', 'approach', 'pitfalls']);
  });

  it('takes no other post for a report', () => {
    for (const text of [
      '<h2>Das Ergebnis der Wahl im Kreistag</h2><p>a</p><h2>Kontakt</h2><p>b</p>',
      '<h2>Ergebnis</h2><p>a</p><h2>Kontakt</h2><p>b</p>',
      '<p>Unsere Ausgangslage war schwierig. Das Vorgehen auch.</p>',
      '',
    ]) {
      const plain = post(text, { tags: ['Kreis', 'Kultur'] });
      assert.equal(withReport(plain), plain, text);
    }
  });

  it('believes a tag or a title that says so, even without chapters', () => {
    for (const more of [
      { tags: ['#Erfahrungsbericht'] },
      { tags: ['Praxis-Bericht'] },
      { title: 'Erfahrungsbericht: Vorlagen' },
    ]) {
      assert.deepEqual(withReport(post('<p>Text</p>', more)).report, {});
    }
  });

  it('keeps what the source says itself', () => {
    const said = post('', { report: { result: untrustedHtml('x') }, size: 'city', tags: ['Kommune: 4.000'] });
    assert.equal(withReport(said), said);
  });

  const sizes: [string, Post['size']][] = [
    ['Kommune: 20.000', 'medium-town'],
    ['Kommune: unter 20.000', 'small-town'],
    ['Einwohnerzahl: 4 999', 'rural'],
    ['5.000 bis 20.000 Einwohner', 'small-town'],
    ['120 Tsd. Einwohner:innen', 'city'],
    ['Größe der Kommune: Landkreis', 'county'],
    ['Größe: Kleinstadt', 'small-town'],
    ['Groesse: Großstadt', 'city'],
    ['Kommune: county', 'county'],
    ['Kommune: bunt', undefined],
    ['Stadtrat', undefined],
    ['Großstadt', undefined],
  ];
  it('reads how large the municipality is', () => {
    for (const [tag, size] of sizes) assert.equal(withReport(post('', { tags: [tag] })).size, size, tag);
    assert.equal(withReport(post('', { tags: ['Erfahrungsbericht', 'Mittelstädte'] })).size, 'medium-town');
    assert.equal(withReport(post('', { tags: ['Erfahrungsbericht', 'Land'] })).size, undefined);
  });

  const maturities: [string, Post['maturity']][] = [
    ['Reifegrad: im Alltag', 'everyday'],
    ['Stand der Umsetzung: wird erprobt', 'trial'],
    ['Status=Ausgewertet', 'evaluated'],
    ['Reifegrad: in Planung', 'planned'],
    ['Reifegrad: transfer', 'transfer'],
    ['Reifegrad: übernommen', 'transfer'],
    ['Alltag', undefined],
  ];
  it('reads how far it has come', () => {
    for (const [tag, maturity] of maturities) {
      assert.equal(withReport(post('', { tags: [tag] })).maturity, maturity, tag);
    }
    assert.equal(withReport(post('', { tags: ['Erfahrungsbericht', 'Regelbetrieb'] })).maturity, 'everyday');
  });

  it('loses nothing of a text that it takes apart', () => {
    const { lead, sections } = readSections(
      '<h1>Titel</h1><p>Vorweg</p><h2>Herausforderungen</h2><p>a</p><h2>Ergebnis</h2><p>b</p><h2>Zahlen</h2><p>c</p><h2>Herausforderungen</h2><p>d</p>',
    )!;
    assert.equal(lead, '<h1>Titel</h1><p>Vorweg</p>');
    assert.deepEqual(
      sections.map(({ chapter, title, text }) => [chapter, title, text]),
      [
        ['situation', 'Herausforderungen', '<p>a</p>'],
        ['result', 'Ergebnis', '<p>b</p>'],
        [undefined, 'Zahlen', '<p>c</p>'],
        ['pitfalls', 'Herausforderungen', '<p>d</p>'],
      ],
    );
  });

  it('is done with hostile texts soon', { timeout: 20_000 }, () => {
    for (const piece of [
      '<h2>',
      '<h2 ',
      '<p><b>',
      '<!--',
      '## ',
      '**',
      'Ergebnis\n',
      '<h2>Ergebnis</h2>',
      '<p> ',
      '1. ',
    ]) {
      withReport(post(piece.repeat(200_000 / piece.length)));
      withReport(post(piece.repeat(200_000 / piece.length), { format: 'markdown' }));
    }
  });
});
