import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { VrPostDesk } from '../../../src/elements/blog-feed/post-desk/vr-post-desk.ts';
import '../../../src/elements/blog-feed/post-desk/vr-post-desk.define.ts';
import type { VrPostEditor } from '../../../src/elements/blog-feed/post-editor/vr-post-editor.ts';
import '../../../src/elements/blog-feed/post-editor/vr-post-editor.define.ts';
import type { Me } from '../../../src/model/account.ts';
import '../../../stories/support/story-frame.ts';
import {
  AYLA,
  MODERATOR,
  ownPost,
  STRANGER,
  writingPort,
  type WritingPort,
} from '../../../stories/blog-feed/writing-port.ts';
import { all, focused, one, textOf } from '../support/deep.ts';
import { press, type as typeKeys } from '../support/keys.ts';
import { waitUntil } from '../support/wait-until.ts';
import { appears, control, says, typeInto } from './support/feed-stage.ts';

const stages: HTMLElement[] = [];

function put<E extends HTMLElement>(element: E, given: Partial<E>, width = 900): E {
  const frame = document.createElement('vr-story-frame');
  frame.style.inlineSize = `${width}px`;
  frame.append(Object.assign(element, given));
  document.body.append(frame);
  stages.push(frame);
  return element;
}

const putEditor = (port: WritingPort, given: Partial<VrPostEditor> = {}, width?: number): VrPostEditor =>
  put(document.createElement('vr-post-editor'), { port, me: AYLA, ...given }, width);
const putDesk = (port: WritingPort, me: Me): VrPostDesk => put(document.createElement('vr-post-desk'), { port, me });

const field = (root: Element, name: string): Promise<HTMLElement> => appears(root, `#in-${name}`);
const click = async (root: Element, name: string | RegExp): Promise<void> => (await control(root, name)).click();
const doneBy = (port: WritingPort, what: string): readonly (readonly unknown[])[] =>
  port.calls.filter(([name]) => name === what);

/** A picture of one pixel, as somebody has it on their device. */
const pictureFile = (name: string): File => {
  const bytes = atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkaPhfDwADRQG/1OsWcQAAAABJRU5ErkJggg==',
  );
  return new File([Uint8Array.from(bytes, (sign) => sign.charCodeAt(0))], name, { type: 'image/png' });
};

async function choosePicture(root: Element, name: string): Promise<void> {
  const input = await appears(root, 'label.picker').then((label) => label.querySelector<HTMLInputElement>('input')!);
  const data = new DataTransfer();
  data.items.add(pictureFile(name));
  input.files = data.files;
  input.dispatchEvent(new CustomEvent('change'));
}

describe('writing a post', () => {
  afterEach(async () => {
    for (const stage of stages.splice(0)) stage.remove();
    document.documentElement.lang = 'de';
    await emulateMedia({ colorScheme: 'light' });
    await setViewport({ width: 1000, height: 800 });
  });

  it('is done by the keyboard alone: from the title to the moderators', async () => {
    const port = writingPort();
    const editor = putEditor(port);
    (await field(editor, 'title')).focus();
    await typeKeys('Akten im Zug');
    await press('Tab');
    await press('Tab');
    expect(focused()?.id).to.equal('in-situation');
    await typeKeys('Vorher fuhr Papier mit.');
    (await control(editor, 'Speichern und weiter zur Vorschau')).focus();
    await press('Enter');
    await says(editor, 'Bevor Ihr Beitrag erscheint, liest ihn die Redaktion');
    expect(focused()?.textContent).to.equal('Prüfen und veröffentlichen');
    await says(editor, 'Namen oder persönliche Angaben sind nicht aufgefallen');
    await waitUntil(() => all(editor, 'vr-post-page').length === 1, 'the preview is drawn');
    (await control(editor, 'Zur Freigabe einreichen')).focus();
    await press('Enter');
    await says(editor, '„Akten im Zug“ liegt jetzt bei der Redaktion');
    expect(port.calls).to.deep.equal([
      [
        'create',
        { title: 'Akten im Zug', chapters: { situation: 'Vorher fuhr Papier mit.' }, orgId: 'lindenhafen', lang: 'de' },
      ],
      ['step', 'neu-1', { to: 'submit' }],
    ]);
  });

  it('begins with what the idea knows, and says what it does not know', async () => {
    const port = writingPort();
    const editor = putEditor(port, { ideaId: 'i-7' });
    await says(editor, 'Aus der Idee „Sitzungsvorlagen auf einer Seite“ übernommen');
    await says(editor, 'Dazu sagt die Idee noch nichts: Stolpersteine und Kontakt.');
    expect(await field(editor, 'approach'))
      .to.have.property('value')
      .that.contains('fünf Fragen');
    await click(editor, 'Entwurf speichern');
    await says(editor, 'Der Entwurf ist gespeichert. Nur Sie sehen ihn.');
    const [[, sent]] = doneBy(port, 'create') as [[string, { ideaId: string; maturity: string }]];
    expect([sent.ideaId, sent.maturity]).to.deep.equal(['i-7', 'evaluated']);
    // Writing goes on in the same draft.
    typeInto(await field(editor, 'pitfalls'), 'Die Anlagen.');
    await click(editor, 'Entwurf speichern');
    await waitUntil(() => doneBy(port, 'update').length === 1, 'the draft is changed');
  });

  it('takes a picture at once, and asks for its words before it goes out', async () => {
    const port = writingPort([ownPost('draft', { images: [] })]);
    const editor = putEditor(port, { postId: 'p-draft' });
    await choosePicture(editor, 'vorlage.png');
    await says(editor, 'Hochgeladen');
    await click(editor, 'Speichern und weiter zur Vorschau');
    await says(editor, 'Bitte beschreiben Sie das Bild');
    await waitUntil(
      () => focused()?.getAttribute('aria-label') === null && focused()?.id.startsWith('alt-') === true,
      'the words are asked for',
    );
    await expect(editor).to.be.accessible();
    await typeKeys('Eine Seite mit fünf Fragen');
    await click(editor, 'Speichern und weiter zur Vorschau');
    await says(editor, 'Ein Bild geht mit hinaus');
    const [[, , sent]] = doneBy(port, 'update') as [[string, string, unknown]];
    expect(sent).to.deep.equal({ images: [{ id: 'u-2', alt: 'Eine Seite mit fünf Fragen' }] });
  });

  it('refuses what is no picture, and says so', async () => {
    const editor = putEditor(writingPort());
    const input = await appears(editor, 'label.picker').then((label) =>
      label.querySelector<HTMLInputElement>('input')!,
    );
    const data = new DataTransfer();
    data.items.add(new File(['Nur Text'], 'notiz.png', { type: 'image/png' }));
    input.files = data.files;
    input.dispatchEvent(new CustomEvent('change'));
    await says(editor, 'notiz.png ist kein Bild, das hier geht: PNG, JPEG, WebP.');
  });

  it('keeps what was typed until it has arrived', async () => {
    const port = writingPort();
    const editor = putEditor(port, { storage: 'session' });
    typeInto(await field(editor, 'title'), 'Nur angefangen');
    editor.parentElement?.remove();
    const again = putEditor(port, { storage: 'session' });
    await says(again, 'Ihr Entwurf von vorhin ist wieder da.');
    expect(await field(again, 'title')).to.have.property('value', 'Nur angefangen');
    await click(again, 'Entwurf verwerfen');
    expect(await field(again, 'title')).to.have.property('value', '');
  });

  it('lays both versions beside each other where somebody was faster', async () => {
    const port = writingPort([ownPost('returned')]);
    const editor = putEditor(port, { postId: 'p-returned' });
    await says(editor, 'Wie viel Zeit hat das die Ämter gekostet?');
    typeInto(await field(editor, 'result'), 'Mein Ergebnis');
    port.change('p-returned', { title: 'Anderer Titel' });
    await click(editor, 'Speichern und weiter zur Vorschau');
    await says(editor, 'Inzwischen hat jemand anderes etwas geändert');
    await says(editor, 'Anderer Titel');
    await expect(editor).to.be.accessible();
    await click(editor, 'Auswahl speichern');
    await says(editor, 'Prüfen und veröffentlichen');
    const [[, , sent]] = doneBy(port, 'update') as [[string, string, { chapters: { result: string }; title?: string }]];
    expect([sent.chapters.result, sent.title]).to.deep.equal(['Mein Ergebnis', undefined]);
  });

  it('lets a moderator read first, ask back, and choose a time', async () => {
    const port = writingPort([ownPost('pending')], { who: 'moderator' });
    const editor = putEditor(port, { postId: 'p-pending', me: MODERATOR });
    await says(editor, 'Frau Sorgsam');
    await click(editor, 'Mit Rückfrage zurückgeben');
    await waitUntil(() => focused()?.id === 'in-note', 'the question is asked for');
    await click(editor, 'Zeitpunkt festlegen');
    typeInto(await field(editor, 'date'), '2020-01-01');
    typeInto(await field(editor, 'time'), '08:00');
    all(one(editor, 'vr-form.step'), '[type=submit]')[0]!.click();
    await says(editor, 'Dieser Zeitpunkt ist schon vorbei');
    typeInto(await field(editor, 'date'), '2099-07-01');
    all(one(editor, 'vr-form.step'), '[type=submit]')[0]!.click();
    await says(editor, 'erscheint am Mi., 1. Juli 2099, 08:00 Uhr');
    expect(port.calls).to.deep.equal([['step', 'p-pending', { to: 'schedule', publishAt: '2099-07-01T06:00:00Z' }]]);
  });

  it('brings nothing out that was changed since it was read', async () => {
    const port = writingPort([ownPost('pending')], { who: 'moderator' });
    const editor = putEditor(port, { postId: 'p-pending', me: MODERATOR });
    await control(editor, 'Veröffentlichen');
    port.change('p-pending', { title: 'Ganz anders' });
    await click(editor, 'Veröffentlichen');
    await says(editor, 'Der Beitrag wurde inzwischen geändert');
    expect(port.calls).to.deep.equal([]);
    await click(editor, 'Veröffentlichen');
    await says(editor, '„Ganz anders“ ist veröffentlicht.');
  });

  it('shows strangers the way in', async () => {
    const account = { me: () => Promise.resolve(STRANGER), signIn: () => Promise.reject(new Error('planned')) };
    const editor = putEditor(writingPort(), { me: STRANGER, account });
    await click(editor, 'Einloggen');
    await says(editor, 'Das Einloggen hat nicht geklappt');
  });

  it('has nothing that axe objects to, in the dark and within 320 px', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    await setViewport({ width: 320, height: 700 });
    const editor = putEditor(writingPort([ownPost('draft')]), { postId: 'p-draft' }, 288);
    await appears(editor, 'li.file');
    await expect(editor).to.be.accessible();
    expect(editor.scrollWidth).to.be.at.most(288);
    await click(editor, 'Speichern und weiter zur Vorschau');
    await says(editor, 'Bitte vorher prüfen');
    await waitUntil(() => all(editor, 'vr-post-page').length === 1, 'the preview is drawn');
    await expect(editor).to.be.accessible();
    expect(editor.scrollWidth).to.be.at.most(288);
  });
});

describe('the desk of posts', () => {
  afterEach(() => {
    for (const stage of stages.splice(0)) stage.remove();
  });

  it('tells where each post stands, and deletes a draft only when asked twice', async () => {
    const port = writingPort([
      ownPost('returned'),
      ownPost('draft', { title: 'Weg damit' }),
      ownPost('scheduled'),
      ownPost('published'),
    ]);
    const desk = putDesk(port, AYLA);
    await says(desk, 'Rückfrage · zuletzt geändert am Fr., 20. November 2026');
    await says(desk, 'Geplant · erscheint am Di., 12. Januar 2027, 08:00 Uhr');
    await expect(desk).to.be.accessible();
    await click(desk, 'Löschen: Weg damit');
    await says(desk, '„Weg damit“ wird gelöscht.');
    await click(desk, 'Endgültig löschen');
    await says(desk, '„Weg damit“ ist gelöscht.');
    expect(port.calls).to.deep.equal([['remove', 'p-draft']]);
    expect(all(desk, 'li').length).to.equal(3);
  });

  it('asks for writing, reading and examining', async () => {
    const port = writingPort([ownPost('pending'), ownPost('published')], { who: 'moderator' });
    const desk = putDesk(port, MODERATOR);
    const asked: unknown[] = [];
    for (const name of ['vr-post-edit', 'vr-post-read'] as const)
      desk.addEventListener(name, ({ type, detail }) => asked.push([type, detail.id]));
    await click(desk, /^Prüfen/);
    await click(desk, 'Erfahrungsbericht schreiben');
    expect(asked).to.deep.equal([
      ['vr-post-edit', 'p-pending'],
      ['vr-post-edit', undefined],
    ]);
    expect(textOf(desk)).to.contain('Sie haben noch nichts geschrieben');
  });
});
