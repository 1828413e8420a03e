import { expect } from '@open-wc/testing';
import { SIMILAR, submissionBackend, VOCABULARY } from '../../../stories/idea-submission/sample-backends.ts';
import { watchWarnings, type ConsoleWatch } from '../../support/console-watch.ts';
import { all, byName, one, textOf } from '../support/deep.ts';
import {
  appears,
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

describe("<vr-idea-submission>'s attributes", () => {
  let watch: ConsoleWatch;
  beforeEach(() => (watch = watchWarnings()));
  afterEach(() => {
    watch.restore();
    clearStage();
  });

  it('fields leaves out what is not asked, and counts the steps that are left', async () => {
    const form = await putForm({ attributes: 'fields=""' });
    await says(form, 'Schritt 1 von 2 Was ist Ihre Idee?');
    await write(form, 'title', 'Ein Regal für alle');
    await write(form, 'summary', 'Mit Liste');
    await goOn(form);
    await headed('Schritt 2 von 2');
    expect(all(form, 'textarea, input[name=place], input[name=topicIds]')).to.have.length(0);
  });

  it('topic, org, reach and event-id are chosen at first, and nobody is asked for the organisation', async () => {
    const backend = submissionBackend();
    const form = await putForm({
      backend,
      attributes: 'topic="Transparenz" org="auental" reach="civil" event-id="treff" fields="problem topics"',
    });
    await write(form, 'problem', 'Zu wenig Einblick');
    await goOn(form);
    await write(form, 'title', 'Ein Fenster ins Amt');
    await write(form, 'summary', 'Alle sehen, wie weit es ist');
    await goOn(form);
    await headed('Wem hilft sie');
    expect(all(form, 'select')).to.have.length(0);
    await goOn(form);
    await pressButton(form, 'Idee einreichen');
    await headed('angekommen');
    expect(backend.heard[0]?.input).to.deep.include({
      topicIds: ['transparenz'],
      orgId: 'auental',
      reach: 'civil',
      eventId: 'treff',
    });
  });

  for (const [name, value] of [
    ['fields', 'titel'],
    ['reach', 'überall'],
    ['topic', 'Raumfahrt'],
    ['org', 'Stadt Nirgends'],
    ['storage', 'immer'],
    ['messages', '{kaputt'],
    ['messages', '{"nirgends": "x"}'],
    ['address', 'ihr'],
  ] as const) {
    it(`${name}=${value} is told once by VR005, and the form works`, async () => {
      const form = await putForm({ attributes: `${name}='${value}'` });
      await says(form, /Was ist (das Problem|Ihre Idee)\?/);
      await waitUntil(() => watch.warnings.some((text) => text.includes('VR005') && text.includes(name)), name);
      expect(watch.warnings.filter((text) => text.includes('VR005'))).to.have.length(1);
    });
  }

  it('messages puts the page’s own words in place of ours', async () => {
    const form = await putForm({
      attributes: `messages='{"steps": {"problem": "Was stört?"}, "step": "Frage {1} von {2}"}'`,
    });
    await says(form, 'Frage 1 von 4 Was stört?');
    form.messages = { submit: 'Abschicken' };
    await says(form, 'Schritt 1 von 4 Was ist das Problem?');
  });

  it('address="du" speaks to readers by their first name', async () => {
    const form = await putForm({ attributes: 'address="du"' });
    await says(form, 'Beschreibe das Problem');
    await submitAll(form);
    await headed('Deine Idee ist angekommen');
    expect(textOf(form)).not.to.match(/\bIhre?\b/);
  });

  it('lang speaks English', async () => {
    const form = await putForm({ attributes: 'lang="en"' });
    await says(form, 'Step 1 of 4 What is the problem?');
    expect(byName(form, 'Continue to your idea')).to.exist;
  });

  it('keeps the editor’s link until there is a source, and says where nothing can be submitted', async () => {
    const waiting = await putForm({ backend: null, content: '<a href="/idee">Idee per Formular</a>' });
    await says(waiting, 'Idee per Formular');
    const { create: _create, ...ideas } = submissionBackend().ideas!;
    const form = await putForm({ backend: { ideas } });
    await says(form, 'Hier lassen sich zurzeit keine Ideen einreichen.');
  });

  it('works where the source says nothing of topics, files and who may submit', async () => {
    const { create, list } = submissionBackend().ideas!;
    const form = await putForm({ backend: { ideas: { create: create!, list } } });
    await fillTo(form, 'idea');
    await goOn(form);
    await headed('Wem hilft sie');
    expect(all(form, 'select, input[name=topicIds]')).to.have.length(0);
  });
});

describe('what is similar', () => {
  afterEach(clearStage);

  it('stands beside the form with kind, stage and where, leads there, and tells the page first', async () => {
    const form = await putForm({ backend: submissionBackend({ similar: SIMILAR }) });
    await fillTo(form, 'problem');
    const list = await appears(form, '.similar');
    expect(textOf(list))
      .to.contain('Wird ausprobiert')
      .and.to.contain('Erprobte Praxis')
      .and.to.contain('Do., 26. März 2026');
    const practice = byName<HTMLAnchorElement>(form, /Werkstattzettel/, 'a');
    expect(practice.target).to.equal('_blank');
    const opened: string[] = [];
    form.addEventListener('vr-idea-open', (event) => {
      event.preventDefault();
      opened.push(event.detail.id);
    });
    byName(form, /Fahrten zum Bauhof/, 'a').click();
    expect(opened).to.deep.equal(['fahrten']);
    expect(location.hash).to.equal('');
  });

  it('is found among coming meetings, too, and what fails is left out in silence', async () => {
    const form = await putForm({
      backend: {
        ...submissionBackend({
          ideas: { similar: () => Promise.reject(new Error('down')) },
          events: [
            {
              uid: 'w@x',
              title: 'Werkstatt: Werkzeug teilen',
              start: '2026-04-01T10:00:00Z',
              end: '2026-04-01T11:00:00Z',
              allDay: false,
              kind: 'workshop',
              status: 'scheduled',
              topics: [],
            } as never,
          ],
        }),
      },
    });
    await fillTo(form, 'problem');
    await says(await appears(form, '.similar'), 'Werkstatt: Werkzeug teilen');
    expect(one(form, 'p.visually-hidden[role=status]').textContent).to.contain('1 ähnlicher Eintrag gefunden');
  });

  it('asks for nothing under three words', async () => {
    let asked = 0;
    const form = await putForm({
      backend: submissionBackend({ vocabulary: VOCABULARY, ideas: { similar: async () => (asked++, []) } }),
    });
    await write(form, 'problem', 'Zu wenig');
    await goOn(form);
    await headed('Was ist Ihre Idee?');
    expect(asked).to.equal(0);
  });
});
