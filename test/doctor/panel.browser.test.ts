import { expect } from '@open-wc/testing';
import { openPanel } from '../../src/doctor/panel.ts';
import { press } from '../elements/support/keys.ts';
import { waitUntil } from '../elements/support/wait-until.ts';

let page: HTMLDivElement;
const host = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-vr-doctor]');
const root = (): ShadowRoot => host()!.shadowRoot!;
const panel = (): HTMLElement => root().querySelector('dialog')!;
const button = (name: string): HTMLButtonElement =>
  [...root().querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
  )!;
const summary = (): string => root().querySelector('.summary')!.textContent ?? '';

describe("the doctor's panel", () => {
  beforeEach(() => {
    document.documentElement.lang = 'de';
    page = document.createElement('div');
    page.innerHTML = '<h1>Kreis Auental</h1><button>Suche</button><vr-event-calender>Termine</vr-event-calender>';
    document.body.append(page);
  });
  afterEach(() => {
    for (const each of document.querySelectorAll('[data-vr-doctor]')) each.remove();
    page.remove();
    document.documentElement.removeAttribute('lang');
  });

  for (const language of ['de', 'en']) {
    it(`has no fault that axe finds (${language})`, async () => {
      document.documentElement.lang = language;
      await openPanel();
      await expect(host()).to.be.accessible();
    });
  }

  it('stands above the page, which stays usable, and has the focus', async () => {
    await openPanel();
    expect(panel().matches(':popover-open')).to.equal(true);
    expect(panel().matches(':modal')).to.equal(false);
    expect(root().activeElement?.textContent).to.equal('Bausteine auf dieser Seite');
    page.querySelector('button')!.focus();
    expect(document.activeElement).to.equal(page.querySelector('button'));
  });

  it('is one, however often it is asked for', async () => {
    await Promise.all([openPanel(), openPanel()]);
    expect(document.querySelectorAll('[data-vr-doctor]')).to.have.lengthOf(1);
  });

  it('says in a sentence how it stands, then what does not work, with its cure', async () => {
    await openPanel();
    expect(summary()).to.match(/^\d+ Fehler, (keine|\d+) Hinweise?, \d+ in Ordnung$/);
    const first = [...root().querySelectorAll('li')].find((item) => item.textContent?.includes('vr-event-calender'))!;
    expect(first.querySelector('.mark')?.textContent).to.equal('Fehler');
    expect(first.textContent).to.contain('Berichtigen Sie die Schreibweise');
  });

  it('is walked by keyboard, keeps its keys from the page, and Escape closes it', async () => {
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', listen);
    await openPanel();
    await press('Tab');
    expect(root().activeElement).to.equal(button('Schließen'));
    await press('Tab');
    expect(root().activeElement).to.equal(button('Als Text kopieren'));
    await press('Tab');
    expect(root().activeElement).to.equal(button('Erneut prüfen'));
    await press('Tab');
    expect(root().activeElement?.classList.contains('findings')).to.equal(true);
    await press('Escape');
    document.removeEventListener('keydown', listen);
    expect(host()).to.equal(null);
    expect(heard).to.deep.equal([]);
  });

  it('checks again on wish', async () => {
    await openPanel();
    const before = summary();
    page.querySelector('vr-event-calender')!.remove();
    button('Erneut prüfen').click();
    await waitUntil(() => summary() !== before && !summary().includes('…'));
    expect(root().textContent).not.to.contain('vr-event-calender');
  });

  it('shows its text to be copied by hand where the browser does not copy', async () => {
    const { execCommand } = document;
    document.execCommand = () => false;
    const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!;
    Object.defineProperty(Navigator.prototype, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
    });
    try {
      await openPanel();
      button('Als Text kopieren').click();
      await waitUntil(() => root().querySelector('.said')?.textContent?.includes('Strg+C'));
      const field = root().querySelector('textarea')!;
      expect(field.offsetHeight).to.be.greaterThan(0);
      expect(field.value).to.contain('Bausteine: Prüfung einer Seite').and.to.contain('(unknown-tag)');
      expect(field.selectionEnd - field.selectionStart).to.equal(field.value.length);
      await expect(host()).to.be.accessible();
    } finally {
      document.execCommand = execCommand;
      Object.defineProperty(Navigator.prototype, 'clipboard', clipboard);
    }
  });
});
