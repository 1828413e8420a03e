import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  checkIdeaForm,
  EMPTY_IDEA_FORM,
  fieldsOfStep,
  formOfIdea,
  ideaInputOf,
  isEmptyIdeaForm,
  readIdeaForm,
  similarQueryOf,
  stepsWith,
  type IdeaForm,
  type IdeaFormField,
} from '../../src/model/idea-form.ts';

const ALL = new Set<IdeaFormField>([
  'problem',
  'title',
  'summary',
  'body',
  'benefitFor',
  'place',
  'orgId',
  'reach',
  'topicIds',
  'firstStep',
  'needs',
  'attachments',
]);

const FULL: IdeaForm = {
  problem: ' Wir suchen jeden Morgen Werkzeug. ',
  title: 'Ein Regal für alle',
  summary: 'Seltenes Werkzeug steht an einem Ort.',
  body: '',
  benefitFor: 'Allen Trupps',
  place: 'Depot Nord',
  orgId: 'lindenhafen',
  reach: 'between',
  topicIds: ['kultur'],
  firstStep: '',
  needs: [
    { kind: 'legal', text: ' Haftung ' },
    { kind: 'room', text: '' },
  ],
};

describe('the form of an idea', () => {
  it('asks in four steps, and leaves out those that have nothing to ask', () => {
    assert.deepEqual(stepsWith(ALL), ['problem', 'idea', 'benefit', 'needs']);
    assert.deepEqual(stepsWith(new Set<IdeaFormField>(['title', 'summary', 'reach'])), ['idea', 'benefit']);
    assert.deepEqual(fieldsOfStep('benefit', new Set<IdeaFormField>(['reach', 'place'])), ['place', 'reach']);
  });

  it('names what is missing, too short, too long and too many, and by how much', () => {
    const codes = (form: Partial<IdeaForm>, field: IdeaFormField): unknown[] =>
      checkIdeaForm({ ...EMPTY_IDEA_FORM, ...form }, [field]).map(({ code, limit, over, part }) => [
        code,
        limit,
        over,
        part,
      ]);
    for (const field of ['problem', 'title', 'summary', 'reach', 'orgId'] as const) {
      assert.deepEqual(codes({}, field), [['required', undefined, undefined, undefined]], field);
    }
    for (const field of ['body', 'benefitFor', 'place', 'topicIds', 'needs', 'attachments'] as const) {
      assert.deepEqual(codes({}, field), [], field);
    }
    assert.deepEqual(codes({ problem: '   ' }, 'problem'), [['required', undefined, undefined, undefined]]);
    assert.deepEqual(codes({ title: 'Zu kurz' }, 'title'), [['too-short', 10, undefined, undefined]]);
    assert.deepEqual(codes({ title: 'x'.repeat(123) }, 'title'), [['too-long', 120, 3, undefined]]);
    assert.deepEqual(codes({ title: '👩🏽‍🚒'.repeat(120) }, 'title'), []);
    assert.deepEqual(codes({ topicIds: ['1', '2', '3', '4', '5', '6'] }, 'topicIds'), [['too-many', 5, 1, undefined]]);
    assert.deepEqual(codes({ needs: [{ kind: 'it', text: 'x'.repeat(141) }] }, 'needs'), [['too-long', 140, 1, 'it']]);
  });

  it('sends what was written, trimmed, and leaves out what was not shown or not said', () => {
    assert.deepEqual(ideaInputOf(FULL, { shown: ALL, lang: 'de', eventId: 'treff', attachmentIds: [] }), {
      title: 'Ein Regal für alle',
      summary: 'Seltenes Werkzeug steht an einem Ort.',
      reach: 'between',
      orgId: 'lindenhafen',
      problem: 'Wir suchen jeden Morgen Werkzeug.',
      benefitFor: 'Allen Trupps',
      place: { name: 'Depot Nord' },
      topicIds: ['kultur'],
      needs: [{ kind: 'legal', text: 'Haftung' }, { kind: 'room' }],
      eventId: 'treff',
      lang: 'de',
    });
    const few = ideaInputOf({ ...FULL, topicIds: [] }, { shown: new Set(['title', 'summary', 'reach']) });
    assert.deepEqual(Object.keys(few), ['title', 'summary', 'reach', 'orgId']);
  });

  it('empties by null what a change takes out, and never moves an idea to another organisation', () => {
    const input = ideaInputOf({ ...FULL, place: '', benefitFor: ' ' }, { shown: ALL, change: true, attachmentIds: [] });
    assert.equal(input.place, null);
    assert.equal(input.benefitFor, null);
    assert.deepEqual(input.attachmentIds, []);
    assert.equal('orgId' in input, false);
  });

  it('reads back from a device what it kept, and nothing that is none of it', () => {
    assert.deepEqual(readIdeaForm(JSON.parse(JSON.stringify(FULL))), FULL);
    assert.equal(readIdeaForm('x'), undefined);
    assert.equal(readIdeaForm(null), undefined);
    assert.deepEqual(
      readIdeaForm({
        title: 7,
        reach: 'everywhere',
        topicIds: [1, 'a'],
        needs: [null, { kind: 'magic' }, { kind: 'it' }],
      }),
      { ...EMPTY_IDEA_FORM, topicIds: ['a'], needs: [{ kind: 'it', text: '' }] },
    );
  });

  it('knows an untouched form, also where the page has set something', () => {
    const preset: IdeaForm = { ...EMPTY_IDEA_FORM, reach: 'within' };
    assert.equal(isEmptyIdeaForm(preset, preset), true);
    assert.equal(isEmptyIdeaForm({ ...preset, title: 'x' }, preset), false);
  });

  it('looks for similar ones from three words on', () => {
    assert.equal(similarQueryOf({ ...EMPTY_IDEA_FORM, problem: 'Zu wenig' }), undefined);
    assert.equal(similarQueryOf({ ...EMPTY_IDEA_FORM, problem: 'Viel zu wenig Werkzeug' }), 'Viel zu wenig Werkzeug');
    assert.equal(similarQueryOf({ ...EMPTY_IDEA_FORM, title: 'Regal', problem: 'für Werkzeug' }), 'Regal für Werkzeug');
  });

  it('is filled from an idea that is there', () => {
    const form = formOfIdea({
      id: '1',
      title: 'T',
      summary: 'S',
      stage: 'open',
      authors: [],
      orgs: [{ id: 'auental', name: 'Kreis Auental' }],
      topics: [{ id: 'kultur', label: { de: 'Kultur' } }],
      tags: [],
      needs: [{ kind: 'it' }],
      attachments: [],
      counts: { supports: 0, usefulHere: 0, joins: 0, comments: 0, helpOffers: 0, followers: 0, adoptions: 0 },
      place: { name: 'Depot' },
      can: [],
    });
    assert.deepEqual(form, {
      ...EMPTY_IDEA_FORM,
      title: 'T',
      summary: 'S',
      orgId: 'auental',
      place: 'Depot',
      topicIds: ['kultur'],
      needs: [{ kind: 'it', text: '' }],
    });
  });
});
