import { expect } from '@open-wc/testing';
import { newIdeaLink } from '../../../src/internal/new-idea-link.ts';
import type { IdeaInput } from '../../../src/model/idea-input.ts';
import { submissionBackend } from '../../../stories/idea-submission/sample-backends.ts';
import { all, byName, focused, one } from '../support/deep.ts';
import { appears, choose, clearStage, goOn, pressButton, putForm, says, stopClock, write } from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const SESSION = {
  title: 'Bescheide, die man versteht',
  summary: 'Wir schreiben zwei Bescheide gemeinsam um.',
  eventId: 'barcamp',
  sessionId: 'bescheide',
};

const follow = (link = SESSION): void => {
  location.hash = newIdeaLink(link).split('#')[1]!;
};

const valueOf = async (form: Element, name: string): Promise<string> =>
  (await appears<HTMLInputElement>(form, `[name="${name}"]`)).value;

describe('an idea that begins in a session of a camp', () => {
  beforeEach(() => stopClock());
  afterEach(clearStage);

  it('fills the form, takes the focus there, says where it comes from, and is sent with event and session', async () => {
    const sent: IdeaInput[] = [];
    const backend = submissionBackend();
    const create = backend.ideas!.create!;
    const form = await putForm({
      backend: {
        ...backend,
        ideas: { ...backend.ideas!, create: (input, options) => (sent.push(input), create(input, options)) },
      },
    });
    await appears(form, '[name="problem"]');
    follow();
    await says(form, 'Aus der Session „Bescheide, die man versteht“');
    await waitUntil(() => focused()?.id === 'heading', 'the question has the focus');
    expect(location.hash).to.equal('');
    await write(form, 'problem', 'Niemand versteht unsere Bescheide.');
    byName(form, /^Weiter/).click();
    expect(await valueOf(form, 'title')).to.equal(SESSION.title);
    expect(await valueOf(form, 'summary')).to.equal(SESSION.summary);
    await goOn(form);
    await choose(form, 'between');
    const [org] = all<HTMLSelectElement>(form, 'select[name=orgId]');
    if (org) {
      org.value = 'lindenhafen';
      org.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    }
    await goOn(form);
    await appears(form, 'input[value=legal]');
    await goOn(form);
    await says(form, 'Stimmt alles so?');
    await pressButton(form, 'Idee einreichen');
    await waitUntil(() => sent.length > 0, 'it is sent');
    expect(sent[0]).to.include({ eventId: 'barcamp', sessionId: 'bescheide', title: SESSION.title });
  });

  it('asks before it takes the place of what was begun, and loses neither', async () => {
    const form = await putForm();
    await write(form, 'problem', 'Etwas ganz anderes.');
    follow();
    await says(form, 'Sie haben schon eine Idee begonnen.');
    await waitUntil(() => focused()?.id === 'offered');
    byName(form, 'Meinen Entwurf behalten').click();
    await waitUntil(() => focused()?.id === 'heading');
    expect(await valueOf(form, 'problem')).to.equal('Etwas ganz anderes.');
    follow();
    await says(form, 'Sie haben schon eine Idee begonnen.');
    byName(form, 'Neue Idee beginnen').click();
    await says(form, 'Aus der Session');
    expect(await valueOf(form, 'problem')).to.equal('');
    byName(form, 'Bezug entfernen').click();
    await form.updateComplete;
    expect(one(form, 'section').textContent).not.to.contain('Aus der Session');
  });

  it('finds the link when the page is opened with it, and asks where an earlier draft is kept', async () => {
    const first = await putForm({ attributes: 'storage="session"' });
    await write(first, 'problem', 'Von gestern.');
    await waitUntil(() => sessionStorage.length > 0, 'the draft is kept');
    first.remove();
    follow();
    const form = await putForm({ attributes: 'storage="session"' });
    await says(form, 'Sie haben schon eine Idee begonnen.');
    expect(await valueOf(form, 'problem')).to.equal('Von gestern.');
  });
});
