import { expect } from '@open-wc/testing';
import type { VrDialog } from '../../../src/elements/shared/vr-dialog.ts';
import '../../../src/elements/shared/vr-dialog.define.ts';
import { all, byName, focused, isShown, one } from '../support/deep.ts';
import { click, press } from '../support/keys.ts';
import { waitUntil } from '../support/wait-until.ts';

let page: HTMLDivElement;
let dialog: VrDialog;
let button: HTMLButtonElement;
let closed: number;

const inner = (): HTMLDialogElement => one<HTMLDialogElement>(dialog, 'dialog');
/** Until what was queued when it was closed has come. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
const open = async (): Promise<void> => {
  dialog.open = true;
  await dialog.updateComplete;
};

describe('<vr-dialog>', () => {
  beforeEach(async () => {
    closed = 0;
    page = document.createElement('div');
    page.innerHTML =
      '<button>Öffner</button><vr-dialog><p>Inhalt</p><a href="https://ziel.example">Verweis</a></vr-dialog>';
    document.body.append(page);
    button = page.querySelector('button')!;
    dialog = page.querySelector('vr-dialog')!;
    dialog.label = 'Name des Dialogs';
    dialog.addEventListener('vr-dialog-closed', () => closed++);
    await dialog.updateComplete;
    button.focus();
  });
  afterEach(() => page.remove());

  it('has no fault that axe finds', async () => {
    await open();
    await expect(dialog).to.be.accessible();
  });

  it('is named, modal and hidden until it is opened', async () => {
    expect(inner().open).to.equal(false);
    expect(isShown(page.querySelector('p')!)).to.equal(false);
    await open();
    expect(inner().matches(':modal')).to.equal(true);
    expect(inner().getAttribute('aria-label')).to.equal('Name des Dialogs');
    expect(isShown(page.querySelector('p')!)).to.equal(true);
  });

  it('takes the focus, and gives it back when Escape closes it', async () => {
    await open();
    expect(inner().contains(focused()) || focused() === inner()).to.equal(true);
    await press('Escape');
    await waitUntil(() => closed === 1);
    expect(inner().open).to.equal(false);
    expect(dialog.open).to.equal(false);
    await waitUntil(() => focused() === button);
  });

  it('opens again for who asks in the moment it was closed', async () => {
    await open();
    byName(dialog, 'Schließen').click();
    await open();
    await pause();
    expect(inner().open).to.equal(true);
    expect(closed).to.equal(1);
  });

  it('opens again for who asks as soon as Escape has closed it', async () => {
    await open();
    dialog.addEventListener('vr-dialog-closed', () => (dialog.open = true), { once: true });
    await press('Escape');
    await pause();
    expect(inner().open).to.equal(true);
    expect(closed).to.equal(1);
  });

  it('stays open when a file is not chosen after all', async () => {
    await open();
    page.querySelector('p')!.dispatchEvent(new Event('cancel', { bubbles: true }));
    await pause();
    expect(inner().open).to.equal(true);
  });

  it('gives the focus back into another shadow root', async () => {
    const host = document.createElement('div');
    const far = document.createElement('button');
    host.attachShadow({ mode: 'open' }).append(far);
    page.append(host);
    far.focus();
    await open();
    await press('Escape');
    await waitUntil(() => focused() === far);
  });

  it('closes by its button, and by a click beside it, but not by one inside', async () => {
    await open();
    await click(page.querySelector('p')!);
    expect(inner().open).to.equal(true);
    await click(byName(dialog, 'Schließen'));
    await waitUntil(() => closed === 1);
    await open();
    await click([2, 2]);
    await waitUntil(() => closed === 2);
  });

  it('closes and opens by its property, any number of times', async () => {
    for (let time = 1; time <= 3; time++) {
      await open();
      dialog.open = false;
      await dialog.updateComplete;
      await waitUntil(() => closed === time);
    }
    expect(inner().open).to.equal(false);
  });

  it('survives being taken off the page while it is open', async () => {
    await open();
    dialog.remove();
    page.append(dialog);
    await dialog.updateComplete;
    expect(all(page, 'dialog:modal').length).to.be.at.most(1);
    button.focus();
    expect(focused()).to.equal(button);
  });

  it('keeps what is typed in it from the page', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): void => void heard.push(event.key);
    document.addEventListener('keydown', listen);
    await open();
    await press('k');
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal([]);
  });

  it('fits in the window and scrolls inside, however long it is', async () => {
    page.querySelector('p')!.style.blockSize = '5000px';
    await open();
    const { top, bottom, left, right } = inner().getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    const box = one(dialog, '.box');
    box.scrollTop = 4000;
    expect(box.scrollTop).to.be.above(3000);
    expect(isShown(byName(dialog, 'Schließen'))).to.equal(true);
    expect(byName(dialog, 'Schließen').getBoundingClientRect().top).to.be.at.least(top);
  });
});
