import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { IdeaStage } from '../../../src/model/idea.ts';
import { IDEA_STEPS, type IdeaActor, type IdeaStep } from '../../../src/model/idea-life.ts';
import { onEitherEngine } from '../support/test-hub.ts';
import { CONTENT, fullInput, personId, startLife, TRIAL, type LifeHub, type Person, type Problem } from './life-hub.ts';

const WHO: Readonly<Record<IdeaActor, Person>> = {
  author: 'author',
  patron: 'patron',
  moderator: 'moderator',
  organisation: 'organiser',
  'other-organisation': 'elsewhere',
  system: 'author',
};

/** What takes a need away, and the fields that a refusal then names. */
const MISSING: Readonly<Record<string, { readonly without: Record<string, unknown>; readonly fields: string[] }>> = {
  question: { without: { note: undefined }, fields: ['note'] },
  reason: { without: { note: '   ' }, fields: ['note'] },
  lesson: { without: { learned: undefined }, fields: ['learned'] },
  patron: { without: { patronId: undefined }, fields: ['patronId'] },
  trial: { without: { trial: undefined }, fields: ['trial'] },
  result: { without: { result: undefined }, fields: ['result'] },
  adoption: { without: { adoption: undefined }, fields: ['adoption'] },
  practice: { without: { practice: undefined }, fields: ['practice'] },
  into: { without: { into: undefined }, fields: ['into'] },
  'take-over': { without: {}, fields: ['to'] },
  content: { without: {}, fields: ['title', 'summary'] },
  support: { without: {}, fields: ['support'] },
};

onEitherEngine('What a step needs', (engine) => {
  let life: LifeHub;
  let into: string;
  before(async () => {
    life = await startLife(engine);
    into = await life.idea({ authorIds: [personId('coAuthor')], orgId: 'kreis-b' });
  });
  after(() => life.close());

  const fieldsOf = (response: { json<T>(): T }): string[] =>
    (response.json<Problem>().fieldErrors ?? []).map(({ field }) => field);

  /** An idea that a step could be taken with, but for one need. */
  async function ideaFor({ from, needs }: IdeaStep, without: string): Promise<string> {
    const bare = without === 'content';
    const id = await life.idea({
      stage: from,
      ...(needs.includes('unreleased') && { releasedAt: null }),
      ...(without === 'patron' && { patronId: null }),
      ...(bare && { title: 'Kurz', document: { ...CONTENT, summary: '' } }),
    });
    if (without !== 'support') await life.join(id, 'helper');
    return id;
  }

  for (const step of IDEA_STEPS) {
    for (const need of step.needs) {
      const missing = MISSING[need];
      if (!missing) continue;
      test(`${need} is asked for by name from ${step.from} to ${step.to}`, async () => {
        const id = await ideaFor(step, need);
        const person = WHO[step.by[0] ?? 'author'];
        const response = await life.move(person, id, { ...fullInput(step.to, into), ...missing.without });
        assert.equal(response.statusCode, 400, response.body);
        assert.deepEqual(fieldsOf(response), missing.fields);
        assert.equal((await life.row(id))?.stage, step.from);
      });
    }
  }

  describe('in detail', () => {
    /** Field errors of a step that lacks something, by `field code`. */
    async function wrong(stage: IdeaStage, to: IdeaStage, input: Record<string, unknown>): Promise<string[]> {
      const id = await life.idea({ stage });
      await life.join(id, 'helper');
      const response = await life.move('author', id, { ...fullInput(to, into), ...input });
      assert.equal(response.statusCode, 400, response.body);
      return (response.json<Problem>().fieldErrors ?? []).map(({ field, code }) => `${field} ${code}`);
    }

    test('a trial says where, from when to when and how people will know', async () => {
      assert.deepEqual(await wrong('teaming', 'trying', { trial: { indicators: [] } }), [
        'trial.hypothesis required',
        'trial.place required',
        'trial.start required',
        'trial.end required',
      ]);
    });

    test('a trial ends on the day it starts or later, on days that there are', async () => {
      assert.deepEqual(await wrong('teaming', 'trying', { trial: { ...TRIAL, end: '2026-06-15' } }), [
        'trial.end order',
      ]);
      assert.deepEqual(await wrong('teaming', 'trying', { trial: { ...TRIAL, start: '2026-02-30' } }), [
        'trial.start format',
      ]);
    });

    test('a trial measures at most five things, each by a name of its own', async () => {
      const indicators = Array.from({ length: 6 }, (_, index) => ({ name: `Zahl ${index}` }));
      assert.deepEqual(await wrong('teaming', 'trying', { trial: { ...TRIAL, indicators } }), [
        'trial.indicators too-many',
      ]);
      const twice = [{ name: 'Besuche' }, { name: 'Besuche' }, { name: '' }];
      assert.deepEqual(await wrong('teaming', 'trying', { trial: { ...TRIAL, indicators: twice } }), [
        'trial.indicators.2.name required',
        'trial.indicators.1.name not-allowed',
      ]);
    });

    test('a Patin or Pate is somebody else than the authors, and known here', async () => {
      assert.deepEqual(await wrong('open', 'teaming', { patronId: personId('author') }), ['patronId not-allowed']);
      assert.deepEqual(await wrong('open', 'teaming', { patronId: 'person-unknown' }), ['patronId not-found']);
    });

    test('everyday work names who to ask and what it takes', async () => {
      assert.deepEqual(await wrong('evaluated', 'adopted', { adoption: {} }), [
        'adoption.contact required',
        'adoption.effort required',
      ]);
    });

    test('a practice has something to tick off, and somebody who can be asked', async () => {
      assert.deepEqual(await wrong('adopted', 'documented', { practice: { checklist: [' '] } }), [
        'practice.checklist required',
      ]);
      assert.deepEqual(
        await wrong('adopted', 'documented', { practice: { checklist: ['Los'], contactId: 'person-unknown' } }),
        ['practice.contactId not-found'],
      );
    });

    test('an idea becomes part of another one that goes on', async () => {
      const own = await life.idea();
      const ended = await life.idea({ stage: 'declined' });
      const draft = await life.idea({ stage: 'draft', authorIds: [personId('coAuthor')] });
      assert.deepEqual(await wrong('open', 'merged', { into: 'nowhere' }), ['into not-found']);
      assert.deepEqual(await wrong('open', 'merged', { into: draft }), ['into not-found']);
      assert.deepEqual(await wrong('open', 'merged', { into: ended }), ['into not-allowed']);
      const response = await life.move('author', own, { to: 'merged', note: 'Weil.', into: own });
      assert.deepEqual(fieldsOf(response), ['into']);
    });

    test('words have their limits, and what no form has is refused', async () => {
      assert.deepEqual(await wrong('open', 'parked', { note: 'x'.repeat(1001) }), ['note too-long']);
      assert.deepEqual(await wrong('open', 'parked', { stage: 'open' }), ['stage unknown-field']);
      assert.deepEqual(await wrong('open', 'parked', { note: { $ne: 1 } }), ['note type']);
      assert.deepEqual(await wrong('open', 'parked', { to: 'done' }), ['to not-allowed']);
    });

    test('everything that is missing is told at once', async () => {
      assert.deepEqual(await wrong('trying', 'evaluated', { result: undefined, learned: '' }), [
        'result required',
        'learned required',
      ]);
    });
  });
});
