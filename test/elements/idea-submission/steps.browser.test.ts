import { expect } from '@open-wc/testing';
import { MIRJA, ROSA, SECRET, submissionBackend } from '../../../stories/idea-submission/sample-backends.ts';
import { all, byName, focused, one, textOf } from '../support/deep.ts';
import { press, type } from '../support/keys.ts';
import {
  announced,
  appears,
  choose,
  clearStage,
  fillTo,
  goOn,
  headed,
  pressButton,
  putForm,
  says,
  submitAll,
  write,
} from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

describe('<vr-idea-submission> step by step', () => {
  afterEach(clearStage);

  it('asks one thing a step, says where the next button leads, and leads the focus to each new question', async () => {
    const form = await putForm();
    await says(form, 'Schritt 1 von 4 Was ist das Problem?');
    expect(focused()).not.to.equal(one(form, '#heading'));
    expect(byName(form, 'Weiter zu Ihrer Idee')).to.exist;
    await fillTo(form, 'idea');
    await says(form, 'Schritt 2 von 4 Was ist Ihre Idee?');
    expect(byName(form, 'Weiter zu Nutzen und Ort')).to.exist;
    await goOn(form);
    await headed('Schritt 3 von 4 Wem hilft sie, und wo?');
    expect(byName(form, 'Weiter zu dem, was Sie brauchen')).to.exist;
    await says(form, 'Sehen können sie 34 Menschen bei Stadt Lindenhafen.');
    await says(form, 'Sehen können sie 212 Menschen bei Stadt Lindenhafen, Kreis Auental und Stadt Brückfurt.');
    await says(form, 'Alle können sie lesen, auch ohne sich einzuloggen.');
    one<HTMLSelectElement>(form, 'select').value = 'auental';
    one(form, 'select').dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await choose(form, 'within');
    await goOn(form);
    await headed('Schritt 4 von 4 Was brauchen Sie?');
    await goOn(form);
    await headed('Vorschau Stimmt alles so?');
    expect(byName(form, 'Idee einreichen')).to.exist;
  });

  it('goes back without losing anything, and from the preview to one answer and back at once', async () => {
    const form = await putForm();
    await fillTo(form, 'preview');
    for (const title of ['Was brauchen Sie?', 'Wem hilft sie', 'Was ist Ihre Idee?', 'Was ist das Problem?']) {
      await pressButton(form, 'Zurück');
      await headed(title);
    }
    expect(one<HTMLTextAreaElement>(form, 'textarea').value).to.contain('jeden Morgen Werkzeug');
    await pressButton(form, 'Weiter zur Vorschau');
    await headed('Stimmt alles so?');
    await pressButton(form, 'Titel ändern');
    await headed('Was ist Ihre Idee?');
    await write(form, 'title', 'Ein Werkzeugregal für alle');
    await pressButton(form, 'Weiter zur Vorschau');
    await says(form, 'Ein Werkzeugregal für alle');
    expect(textOf(form)).to.contain('Depot Nord').and.to.contain('Organisationskultur').and.to.contain('Recht');
  });

  it('can be walked by keyboard alone', async () => {
    const backend = submissionBackend();
    const form = await putForm({ backend });
    (await appears(form, 'textarea')).focus();
    await type('Niemand weiss, wo das Werkzeug ist');
    await press('Tab');
    await press('Enter');
    await headed('Was ist Ihre Idee?');
    await press('Tab');
    await type('Ein Regal mit Liste');
    await press('Tab');
    await type('Alles steht an einem Ort');
    await press('Tab');
    await press('Tab');
    await press('Enter');
    await headed('Wem hilft sie');
    await press('Tab');
    await press('Tab');
    await press('Tab');
    await type('Stadt L');
    await press('Tab');
    await press('Space');
    // Enter in a field leads on, as in every form.
    await press('Enter');
    await headed('Was brauchen Sie?');
    await press('Tab');
    await press('Space');
    await press('Tab');
    await type('Wer haftet?');
    await press('Enter');
    await headed('Stimmt alles so?');
    byName(form, 'Idee einreichen').focus();
    await press('Enter');
    await headed('Ihre Idee ist angekommen');
    const [sent] = backend.heard;
    expect(sent?.input).to.deep.include({
      title: 'Ein Regal mit Liste',
      reach: 'within',
      orgId: 'lindenhafen',
      needs: [{ kind: 'knowledge', text: 'Wer haftet?' }],
    });
  });

  it('sends what the hub needs to tell people from programs, once, with a key', async () => {
    const backend = submissionBackend();
    const form = await putForm({ backend, attributes: 'event-id="treff-1"' });
    await submitAll(form);
    await headed('Ihre Idee ist angekommen');
    expect(backend.heard).to.have.length(1);
    const { input, options } = backend.heard[0]!;
    expect(input).to.deep.include({
      eventId: 'treff-1',
      lang: 'de',
      topicIds: ['kultur'],
      place: { name: 'Depot Nord' },
    });
    expect(options?.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
    expect(options?.filledIn).to.be.a('number');
    expect(options?.website).to.equal(undefined);
  });

  it('gives the private link once, never as an attribute, with a way to copy it, and warns before it is lost', async () => {
    const form = await putForm();
    await submitAll(form);
    await headed('Ihre Idee ist angekommen');
    const link = one<HTMLInputElement>(form, '#private-link');
    expect(link.value).to.contain(`#vr-idea=idee-1&vr-secret=${SECRET}`);
    expect(form.shadowRoot!.innerHTML).not.to.contain(SECRET);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.contain(SECRET);
    await says(form, 'Er lässt sich später nicht noch einmal abrufen.');
    const leaving = (): boolean => !window.dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));
    expect(leaving()).to.equal(true);
    await pressButton(form, 'Link kopieren');
    await says(form, /Der Link ist kopiert|Kopieren ist hier nicht möglich/);
    await pressButton(form, 'Noch eine Idee');
    await headed('Was ist das Problem?');
    expect(leaving()).to.equal(false);
    expect(one<HTMLTextAreaElement>(form, 'textarea').value).to.equal('');
  });

  it('says as whom one submits, and lets who belongs to two administrations choose', async () => {
    const rosa = await putForm({ backend: submissionBackend({ me: ROSA }) });
    await says(rosa, 'Sie reichen ein als Rosa Wiesengrund, Stadt Lindenhafen.');
    await fillTo(rosa, 'benefit');
    expect(all(rosa, 'select')).to.have.length(0);
    const mirja = await putForm({ backend: submissionBackend({ me: MIRJA }) });
    await fillTo(mirja, 'benefit');
    expect([...one<HTMLSelectElement>(mirja, 'select').options].map(({ text }) => text)).to.deep.equal([
      'Bitte auswählen',
      'Kreis Auental',
      'Stadt Lindenhafen',
    ]);
    await goOn(mirja);
    await goOn(mirja);
    await pressButton(mirja, 'Idee einreichen');
    await headed('Ihre Idee ist angekommen');
    expect(all(mirja, '#private-link')).to.have.length(0);
    await says(mirja, 'Hat sie eine Frage, bekommen Sie eine Nachricht.');
  });

  it('counts characters as people do, and speaks of them near the end only', async () => {
    const form = await putForm();
    await fillTo(form, 'idea');
    await write(form, 'title', 'Ein Regal 👩🏽‍🚒');
    await says(form, '11 von 120 Zeichen');
    expect(announced(form)).not.to.contain('Zeichen');
    await write(form, 'title', 'x'.repeat(112));
    await waitUntil(() => announced(form) === 'Noch 8 Zeichen', announced(form));
    await write(form, 'title', 'x'.repeat(111));
    expect(announced(form)).to.equal('Noch 8 Zeichen');
    await write(form, 'title', 'x'.repeat(123));
    await waitUntil(() => announced(form) === '3 Zeichen zu viel', announced(form));
  });
});
