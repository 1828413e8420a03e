import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  contrast,
  contrastProblems,
  coloursOf,
  cssOf,
  emptyState,
  fromQuery,
  PRESETS,
  splitKind,
  toQuery,
} from './builder.ts';

const read = (query: string) => fromQuery(query, splitKind);

describe('the address of the embed builder', () => {
  it('is empty where nothing is chosen, and says all that is', () => {
    assert.equal(toQuery(emptyState()), '');
    const state = {
      ...emptyState(),
      widget: 'event-calendar',
      sources: [
        { url: 'https://a.example/?x=1&y=2#z', kind: 'icalendar', label: 'Stadt & Kreis' },
        { url: '/b.ics', kind: '', label: '' },
      ],
      settings: { view: 'agenda', topic: 'Ä ö=&+' },
      preset: 'kern',
      colours: { accent: '#123456' },
      system: 'wordpress',
      rights: 'html',
      site: 'www.stadt.example',
      linkText: '<b>"Termine"</b>',
      width: '320',
    };
    assert.deepEqual(read(toQuery(state)), state);
    assert.equal(toQuery(read(toQuery(state))), toQuery(state));
  });

  it('says no password, whatever was typed', () => {
    const sources = [{ url: 'https://mara:geheim@a.example/x@y.ics', kind: '', label: '' }];
    assert.equal(toQuery({ ...emptyState(), sources }), `src=${encodeURIComponent('https://a.example/x@y.ics')}`);
  });

  it('may be anything: what makes no sense is not taken', () => {
    const state = read('?set.__proto__=1&set.ON=2&set.view=week&src=&constructor=3&widget=x&colour=red');
    assert.deepEqual(state.settings, { view: 'week' });
    assert.equal(state.widget, 'x');
    assert.deepEqual(state.colours, {});
    assert.equal(read(`?${'src=x&'.repeat(500)}`).sources.length, 20);
  });
});

describe('the colours of a page', () => {
  it('are measured as WCAG does', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
    assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
  });

  it('are warned of where they cannot be read, with the direction to go', () => {
    const [dark] = contrastProblems({ accent: '#77aaff', text: '#000000', background: '#ffffff' });
    assert.match(dark ?? '', /Akzentfarbe .*4,5 : 1.*dunklere/);
    const onWhite = (accent: string) => contrastProblems({ accent, text: '#000000', background: '#ffffff' }).length;
    assert.deepEqual([onWhite('#777777'), onWhite('#767676')], [1, 0], 'the border lies at 4.5');
    const [light] = contrastProblems({ accent: '#223344', text: '#ffffff', background: '#000000' });
    assert.match(light ?? '', /hellere/);
    assert.equal(contrastProblems({ accent: '#005a70', text: '#777777', background: '#ffffff' }).length, 1);
  });

  it('of every preset can be read', () => {
    for (const { id, shown } of PRESETS) assert.deepEqual(contrastProblems(shown), [], id);
  });

  it('become lines for the CSS of the website, and nothing else does', () => {
    assert.equal(cssOf('', {}), '');
    assert.equal(
      cssOf('', { accent: '#005A70', size: '18' }),
      ':root {\n  --vr-color-accent: #005a70;\n  --vr-color-on-accent: #ffffff;\n  --vr-font-size: 18px;\n}',
    );
    assert.match(cssOf('kern', {}), /--vr-color-accent: var\(--kern-color-action-default\);/);
    assert.match(cssOf('dark', {}), /color-scheme: dark;/);
    assert.equal(cssOf('', { accent: 'red;} body{display:none' }), '');
    assert.equal(coloursOf('gibt-es-nicht', { accent: '#12', size: '999' }).accent, coloursOf('', {}).accent);
  });
});
