import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { JsonLdController } from '../../src/internal/json-ld-controller.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';

const EVENT: CalendarEvent = {
  uid: 'treffen',
  title: 'Treffen </script><script>parent.hacked = true</script> <!-- <script>',
  start: '2026-03-10T17:00:00Z',
  end: '2026-03-10T19:00:00Z',
  allDay: false,
};

/** An element on a page, with what Lit would tell its controllers. */
class Host {
  readonly element: ReactiveControllerHost & HTMLElement;
  #controller: ReactiveController | undefined;

  constructor(page: Document) {
    const element = page.createElement('div');
    element.innerHTML = '<a href="/termine">Termine</a><p>Wort</p>';
    page.body.append(element);
    this.element = Object.assign(element, {
      addController: (controller: ReactiveController) => (this.#controller = controller),
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    });
  }

  leave(): void {
    this.element.remove();
    this.#controller?.hostDisconnected?.();
  }

  comeBack(page: Document): void {
    page.body.append(this.element);
    this.#controller?.hostConnected?.();
  }
}

const blocks = (element: Element): HTMLScriptElement[] => [...element.querySelectorAll('script')];
const dataOf = (element: Element): Record<string, unknown>[] =>
  JSON.parse(blocks(element)[0]?.textContent ?? '[]') as Record<string, unknown>[];

describe('the data block of a widget', () => {
  let host: Host;
  afterEach(() => host.element.remove());

  it('stands behind what the editor wrote, in no slot, once for what is shown', () => {
    host = new Host(document);
    const [link, word] = [...host.element.children];
    const data = new JsonLdController(host.element);
    data.show([EVENT], 'de');
    data.show([EVENT, { ...EVENT, uid: 'intern', visibility: 'network' }], 'de');
    data.show([{ ...EVENT, title: 'Anders' }], 'de');
    expect(blocks(host.element)).to.have.length(1);
    expect([...host.element.children].slice(0, 2)).to.deep.equal([link, word]);
    expect(host.element.lastElementChild?.slot).to.equal('vr-data');
    expect(dataOf(host.element).map(({ name }) => name)).to.deep.equal(['Anders']);
    expect(dataOf(host.element)[0]?.url).to.equal(`${location.href.split('#')[0]}#vr-event=treffen`);
    data.show([], 'de');
    expect(blocks(host.element)).to.have.length(0);
  });

  it('changes nothing on the page while what is shown stays the same', async () => {
    host = new Host(document);
    const data = new JsonLdController(host.element);
    data.show([EVENT], 'de');
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(host.element, { childList: true, subtree: true, characterData: true, attributes: true });
    data.show([{ ...EVENT }], 'de');
    await new Promise(requestAnimationFrame);
    observer.disconnect();
    expect(seen).to.have.length(0);
  });

  it('goes with the element, comes back with it, and again where the page has swept it away', () => {
    host = new Host(document);
    const data = new JsonLdController(host.element);
    data.show([EVENT], 'de');
    host.leave();
    expect(blocks(host.element)).to.have.length(0);
    host.comeBack(document);
    expect(dataOf(host.element)).to.have.length(1);
    host.element.replaceChildren();
    data.show([EVENT], 'de');
    expect(dataOf(host.element)).to.have.length(1);
  });

  it('is written under the strictest policy without a violation, and never run', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html vr"><body></body>`;
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    document.body.append(frame);
    await loaded;
    const page = frame.contentDocument!;
    const violations: string[] = [];
    page.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
    const element = page.createElement('div');
    page.body.append(element);
    host = new Host(document);
    const strict = Object.assign(element, { addController: () => undefined }) as unknown as typeof host.element;
    const data = new JsonLdController(strict);
    data.show([EVENT], 'de');
    data.show([{ ...EVENT, uid: 'zwei' }], 'de');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(violations).to.deep.equal([]);
    expect(dataOf(element).map(({ name }) => name)).to.deep.equal([EVENT.title]);
    expect(blocks(element)[0]?.textContent).not.to.contain('<');
    expect((window as { hacked?: boolean }).hacked).to.equal(undefined);
    frame.remove();
  });
});
