import { expect } from '@open-wc/testing';
import { defineElement } from '../../src/internal/define-element.ts';
import { isSwitchedOff } from '../../src/internal/page-switch.ts';
import { isPlatformWhole } from '../../src/internal/platform-guard.ts';
import { runtime } from '../../src/internal/runtime.ts';
import { VERSION } from '../../src/internal/version.ts';
import { warnOnce } from '../../src/internal/warn.ts';
import { watchWarnings, type ConsoleWatch } from '../support/console-watch.ts';

describe('registering a tag', () => {
  let watch: ConsoleWatch;
  beforeEach(() => {
    watch = watchWarnings();
  });
  afterEach(() => watch.restore());

  it('remembers the version for other copies on the page', () => {
    class One extends HTMLElement {}
    defineElement('test-define-one', One);
    expect(customElements.get('test-define-one')).to.equal(One);
    expect(runtime().tags.get('test-define-one')).to.equal(VERSION);
    expect(watch.warnings).to.deep.equal([]);
  });

  it('may be repeated with the same class', () => {
    class Two extends HTMLElement {}
    defineElement('test-define-two', Two);
    defineElement('test-define-two', Two);
    expect(watch.warnings).to.deep.equal([]);
  });

  it('leaves the first copy in place, and names both versions', () => {
    class Old extends HTMLElement {}
    customElements.define('test-define-three', Old);
    runtime().tags.set('test-define-three', '0.0.9');
    defineElement('test-define-three', class extends HTMLElement {});
    expect(customElements.get('test-define-three')).to.equal(Old);
    expect(watch.warnings.join()).to.contain('VR002').and.contain('0.0.9').and.contain(VERSION);
  });

  for (const [first, together] of [
    ['9.0.0', false],
    ['0.9.0', false],
    [VERSION.replace(/\d+$/, '99'), true],
  ] as const) {
    it(`uses ${together ? 'what is missing' : 'nothing of this copy'} where version ${first} was there first`, () => {
      const page = runtime() as { version: string; others?: Set<string> };
      page.version = first;
      try {
        const tag = `test-define-after-${first.replaceAll('.', '-')}`;
        defineElement(tag, class extends HTMLElement {});
        expect(customElements.get(tag) !== undefined).to.equal(together);
        expect([...(page.others ?? [])]).to.deep.equal(together ? [] : [VERSION]);
        const told = watch.warnings.join();
        if (together) expect(told).to.equal('');
        else expect(told).to.contain('VR002').and.contain(first).and.contain(VERSION);
      } finally {
        page.version = VERSION;
        delete page.others;
      }
    });
  }

  it('leaves what a browser extension has put there', () => {
    customElements.define('test-define-four', class extends HTMLElement {});
    defineElement('test-define-four', class extends HTMLElement {});
    expect(watch.warnings.join()).to.match(/VR002.*another script/);
  });
});

describe('the guard', () => {
  it('passes in this browser', () => {
    expect(isPlatformWhole()).to.equal(true);
  });

  it('sees that a page has replaced what events are made of', () => {
    const { CustomEvent: original } = globalThis;
    try {
      globalThis.CustomEvent = (() => ({})) as unknown as typeof CustomEvent;
      expect(isPlatformWhole()).to.equal(false);
    } finally {
      globalThis.CustomEvent = original;
    }
  });
});

describe('the emergency stop', () => {
  it('is pulled by an attribute on any script tag', () => {
    expect(isSwitchedOff()).to.equal(false);
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.dataset.vrDisabled = '';
    document.body.append(script);
    expect(isSwitchedOff()).to.equal(true);
    script.dataset.vrDisabled = 'false';
    expect(isSwitchedOff()).to.equal(false);
    script.remove();
  });
});

describe('a warning', () => {
  it('has a code, words and the place to look it up, once a page', () => {
    const watch = watchWarnings();
    warnOnce('VR001', 'Nur einmal.');
    warnOnce('VR001', 'Nur einmal.');
    warnOnce('VR001', 'Noch etwas.');
    watch.restore();
    expect(watch.warnings).to.deep.equal([
      '[bausteine VR001] Nur einmal. (docs/errors.md#vr001)',
      '[bausteine VR001] Noch etwas. (docs/errors.md#vr001)',
    ]);
  });
});
