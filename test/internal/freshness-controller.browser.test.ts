import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { FreshnessController } from '../../src/internal/freshness-controller.ts';
import { waitUntil } from '../elements/support/wait-until.ts';

class FreshnessProbe extends LitElement {
  looks = 0;
  constructor() {
    super();
    new FreshnessController(this, 20, () => this.looks++);
  }
}
customElements.define('freshness-probe', FreshnessProbe);

function pageIs(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new CustomEvent('visibilitychange'));
}

describe('FreshnessController', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    for (const probe of document.querySelectorAll('freshness-probe')) probe.remove();
  });

  it('looks again and again while the page is seen, and no more once the element has left', async () => {
    const probe = new FreshnessProbe();
    const control = new FreshnessProbe();
    document.body.append(probe, control);
    await waitUntil(() => probe.looks >= 2, 'two looks');
    probe.remove();
    const { looks } = probe;
    const before = control.looks;
    await waitUntil(() => control.looks >= before + 3, 'time passes');
    expect(probe.looks).to.equal(looks);
  });

  it('asks nothing in the background, and looks at once when the page is seen again', async () => {
    pageIs('hidden');
    const probe = new FreshnessProbe();
    document.body.append(probe);
    const start = performance.now();
    await waitUntil(() => performance.now() - start > 60, 'three times as long', { interval: 10 });
    expect(probe.looks).to.equal(0);
    pageIs('visible');
    await waitUntil(() => probe.looks > 0, 'a look');
  });
});
