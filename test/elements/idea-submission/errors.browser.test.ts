import { expect } from '@open-wc/testing';
import { failing, submissionBackend } from '../../../stories/idea-submission/sample-backends.ts';
import { all, byName, focused, one, textOf } from '../support/deep.ts';
import {
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

const onSummary = (): Promise<void> => waitUntil(() => focused()?.id === 'summary', 'the summary has the focus');

/** The sentences of the summary, in their order. */
const summary = (form: Element): string[] => all(form, '#summary a').map((link) => link.textContent?.trim() ?? '');

describe('what is wrong in <vr-idea-submission>', () => {
  afterEach(clearStage);

  it('is told in a summary that has the focus, and at the field, and its link leads there', async () => {
    const form = await putForm();
    await goOn(form);
    await onSummary();
    expect(summary(form)).to.deep.equal(['Beschreiben Sie das Problem in ein, zwei Sätzen.']);
    const field = one<HTMLTextAreaElement>(form, 'textarea');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    const described = field.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => one(form, `#${id}`).textContent).join(' ')).to.contain(
      'Beschreiben Sie das Problem in ein',
    );
    byName(form, /Beschreiben Sie das Problem in/, 'a').click();
    expect(focused()).to.equal(field);
    expect(location.hash).to.equal('');
    await write(form, 'problem', 'Etwas');
    await waitUntil(() => all(form, '.error').length === 0, 'a mended field is mended at once');
  });

  it('names each field of a step', async () => {
    const form = await putForm();
    await fillTo(form, 'idea');
    await write(form, 'title', 'Kurz');
    await write(form, 'summary', 'x'.repeat(300));
    await goOn(form);
    await onSummary();
    await says(form, '2 Angaben fehlen noch oder passen nicht');
    expect(summary(form)).to.deep.equal([
      'Der Titel ist zu kurz. Er braucht mindestens 10 Zeichen.',
      '„Kurz gesagt“ ist um 20 Zeichen zu lang. Möglich sind 280.',
    ]);
    await write(form, 'title', '');
    await write(form, 'summary', '');
    await goOn(form);
    await waitUntil(() => summary(form)[0] === 'Geben Sie Ihrer Idee einen Titel.', summary(form).join());
    expect(summary(form)[1]).to.equal('Sagen Sie in ein, zwei Sätzen, worum es geht.');
  });

  it('opens what hides a field that is wrong', async () => {
    const form = await putForm();
    await fillTo(form, 'idea');
    one<HTMLDetailsElement>(form, 'details').open = true;
    await write(form, 'body', 'x'.repeat(10_001));
    one<HTMLDetailsElement>(form, 'details').open = false;
    await goOn(form);
    await onSummary();
    byName(form, /Mehr zu Ihrer Idee/, 'a').click();
    expect(one<HTMLDetailsElement>(form, 'details').open).to.equal(true);
    expect(focused()?.getAttribute('name')).to.equal('body');
  });

  it('asks for administration and reach, and for no more than five topics', async () => {
    const form = await putForm();
    await fillTo(form, 'idea');
    await goOn(form);
    await appears(form, 'select');
    for (const id of ['kultur', 'ko-produktion', 'transparenz', 'demografie', 'struktur', 'klima'])
      await choose(form, id);
    await goOn(form);
    await onSummary();
    expect(summary(form)).to.deep.equal([
      'Wählen Sie die Verwaltung aus, für die Ihre Idee ist.',
      'Wählen Sie aus, wer mitmachen kann.',
      'Wählen Sie höchstens 5 Themen aus.',
    ]);
    byName(form, /wer mitmachen kann/, 'a').click();
    expect((focused() as HTMLInputElement).value).to.equal('within');
    await choose(form, 'within');
    await waitUntil(() => summary(form).length === 2);
  });

  it('says which need has too long a text', async () => {
    const form = await putForm();
    await fillTo(form, 'needs');
    const text = await appears<HTMLInputElement>(form, '#field-needs-legal');
    text.value = 'x'.repeat(150);
    text.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await goOn(form);
    await onSummary();
    byName(form, /Was würde Ihnen helfen/, 'a').click();
    expect(focused()).to.equal(text);
  });

  it('is shown at its field where the hub refuses it, and the same idea goes once it is mended', async () => {
    const fieldErrors = [
      { field: 'title', code: 'too-long', message: 'x', limit: 30 },
      { field: 'summary', code: 'not-allowed', message: 'x' },
    ];
    const form = await putForm({
      backend: submissionBackend({ create: failing('invalid', { status: 400, problem: { fieldErrors } }, 1) }),
    });
    await submitAll(form);
    await onSummary();
    await says(form, 'Was ist Ihre Idee?');
    expect(summary(form)[1]).to.equal('„Kurz gesagt“ wurde so nicht angenommen. Bitte ändern Sie die Angabe.');
    await write(form, 'title', 'Ein Regal für alle');
    await write(form, 'summary', 'Mit Liste');
    await pressButton(form, 'Weiter zur Vorschau');
    await headed('Stimmt alles so?');
    await pressButton(form, 'Idee einreichen');
    await headed('Ihre Idee ist angekommen');
  });

  it('is told in words also where the hub names no field, and nothing that was written is lost', async () => {
    const form = await putForm({ backend: submissionBackend({ create: failing('invalid', { status: 400 }) }) });
    await submitAll(form);
    await says(form, 'Die Idee ist noch nicht angekommen');
    await pressButton(form, 'Zurück zum Formular');
    await says(form, 'Stimmt alles so?');
    expect(textOf(form)).to.contain('Ein Regal für Werkzeug');
    expect(byName(form, 'Idee einreichen')).to.exist;
  });
});
