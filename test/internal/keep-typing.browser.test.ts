import { expect } from '@open-wc/testing';
import { keepTyping } from '../../src/internal/keep-typing.ts';
import { press, type } from '../elements/support/keys.ts';

let host: HTMLElement;
let heard: string[];

const inner = (selector: string): HTMLElement => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
const note = (event: Event): void => {
  heard.push(`${event.type} ${(event as KeyboardEvent).key ?? ''}`.trim());
};
const TYPES = ['keydown', 'keypress', 'keyup', 'input'];

describe('keepTyping', () => {
  beforeEach(() => {
    host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    const parts = ['input', 'textarea', 'button'].map((name) => document.createElement(name));
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', id: 'box' });
    const deeper = document.createElement('div');
    deeper.append(...parts, box);
    root.append(deeper);
    keepTyping(root);
    document.body.append(host);
    heard = [];
    for (const name of TYPES) document.addEventListener(name, note);
  });
  afterEach(() => {
    host.remove();
    for (const name of TYPES) document.removeEventListener(name, note);
  });

  it('keeps letters, digits, signs, Enter and the way back from the page while somebody types', async () => {
    for (const field of ['input', 'textarea']) {
      inner(field).focus();
      await type('/s 7?');
      for (const key of ['Enter', 'Backspace', 'ArrowLeft', 'Home', 'Delete']) await press(key);
      expect((inner(field) as HTMLInputElement).value).to.contain('s 7');
    }
    expect(heard).to.deep.equal([]);
  });

  it('hands on what is meant for the page: Tab, Escape, keys of functions and chords', async () => {
    inner('input').focus();
    await press('Escape');
    await press('F2');
    await press('ArrowRight', 'Control');
    await press('k', 'Alt');
    const downs = heard.filter((text) => text.startsWith('keydown') && !/Control|Alt/.test(text));
    expect(downs).to.deep.equal(['keydown Escape', 'keydown F2', 'keydown ArrowRight', 'keydown k']);
    heard.length = 0;
    await press('Tab');
    expect(heard[0]).to.equal('keydown Tab');
  });

  it('keeps what a layout makes with AltGr, which comes as Ctrl and Alt', () => {
    const event = new KeyboardEvent('keydown', {
      key: '@',
      ctrlKey: true,
      altKey: true,
      modifierAltGraph: true,
      bubbles: true,
      composed: true,
    });
    inner('input').dispatchEvent(event);
    expect(heard).to.deep.equal([]);
  });

  it('lets buttons and boxes be pressed without the page hearing of Enter or the space bar, and hands on the rest', async () => {
    let clicks = 0;
    inner('button').addEventListener('click', () => clicks++);
    inner('button').focus();
    await press('Enter');
    await press('Space');
    expect(clicks).to.equal(2);
    expect(heard).to.deep.equal([]);
    await press('s');
    expect(heard).to.contain('keydown s');
    heard.length = 0;
    inner('#box').focus();
    await press('Space');
    expect((inner('#box') as HTMLInputElement).checked).to.equal(true);
    expect(heard).to.deep.equal([]);
  });
});
