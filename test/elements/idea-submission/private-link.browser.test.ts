import { expect } from '@open-wc/testing';
import { followUpBackend, QUESTION, SECRET } from '../../../stories/idea-submission/sample-backends.ts';
import type { TransitionInput } from '../../../src/model/idea-input.ts';
import { byName, textOf } from '../support/deep.ts';
import { appears, clearStage, goOn, headed, pressButton, putForm, says, write } from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const open = (): void => history.replaceState(null, '', `#vr-idea=idee-1&vr-secret=${SECRET}`);
const ASKED = {
  stage: 'returned' as const,
  question: QUESTION,
  can: ['update', 'transition:submitted', 'transition:withdrawn'],
};

describe('a private link', () => {
  afterEach(clearStage);

  it('shows how the idea stands and what is asked, and sends the answer with the secret', async () => {
    open();
    const sent: [TransitionInput, string | undefined][] = [];
    const base = followUpBackend(ASKED);
    const form = await putForm({
      backend: {
        ...base,
        ideas: {
          ...base.ideas!,
          transition: async (id, input, options) => {
            sent.push([input, options?.secret]);
            return base.ideas!.transition!(id, input, options);
          },
        },
      },
    });
    await says(form, 'Rückfrage');
    await says(form, QUESTION);
    const answer = await appears<HTMLTextAreaElement>(form, '#answer');
    answer.value = 'Der Frühdienst, reihum.';
    answer.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await pressButton(form, 'Antworten und erneut einreichen');
    await says(form, 'Ihre Antwort ist angekommen.');
    expect(sent).to.deep.equal([[{ to: 'submitted', note: 'Der Frühdienst, reihum.' }, SECRET]]);
    expect(form.shadowRoot!.innerHTML).not.to.contain(SECRET);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.contain(SECRET);
  });

  it('lets the idea be changed and submitted again', async () => {
    open();
    const form = await putForm({ backend: followUpBackend(ASKED) });
    await pressButton(form, 'Idee bearbeiten');
    await headed('Was ist das Problem?');
    await goOn(form);
    expect((await appears<HTMLInputElement>(form, 'input[name=title]')).value).to.equal(
      'Ein Regal für Werkzeug, das alle brauchen',
    );
    await write(form, 'title', 'Ein Regal mit Frühdienst');
    await goOn(form);
    await headed('Wem hilft sie');
    await goOn(form);
    await headed('Was brauchen Sie?');
    await goOn(form);
    await pressButton(form, 'Idee erneut einreichen');
    await says(form, 'Ihre Antwort ist angekommen.');
    expect(textOf(form)).to.contain('Ein Regal mit Frühdienst').and.to.contain('Eingereicht');
  });

  it('asks for a reason before an idea is withdrawn', async () => {
    open();
    const form = await putForm({ backend: followUpBackend(ASKED) });
    await pressButton(form, 'Idee zurückziehen');
    await pressButton(form, 'Idee zurückziehen');
    await says(form, 'Schreiben Sie in einem Satz, warum');
    const reason = await appears<HTMLTextAreaElement>(form, '#reason');
    reason.value = 'Hat sich erledigt.';
    reason.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await pressButton(form, 'Idee zurückziehen');
    await says(form, 'Ihre Idee ist zurückgezogen.');
  });

  it('says when it opens nothing, and leads back to a new idea', async () => {
    history.replaceState(null, '', '#vr-idea=idee-1&vr-secret=falsch');
    const form = await putForm({ backend: followUpBackend(ASKED) });
    await says(form, 'Zu diesem Link gibt es keine Idee.');
    expect(byName(form, 'Erneut versuchen')).to.exist;
    await pressButton(form, 'Eine neue Idee einreichen');
    await headed('Was ist das Problem?');
    expect(location.hash).to.equal('');
  });

  it('brings its reader to a form that lies far down the page', async () => {
    open();
    const form = await putForm({ backend: followUpBackend(ASKED), below: '400vh' });
    await says(form, QUESTION);
    await waitUntil(() => form.getBoundingClientRect().top < innerHeight, 'the form comes into view');
  });

  it('opens also while the form is on the page already', async () => {
    const form = await putForm({ backend: followUpBackend(ASKED) });
    await says(form, 'Was ist das Problem?');
    location.hash = `#vr-idea=idee-1&vr-secret=${SECRET}`;
    await waitUntil(() => textOf(form).includes(QUESTION), 'the question appears');
  });
});
