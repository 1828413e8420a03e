import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IDEA_PATH, IDEA_STAGES, type IdeaStage } from '../../src/model/idea.ts';
import {
  IDEA_STEPS,
  PARK_AFTER_DAYS,
  REMIND_AFTER_DAYS,
  STEP_FIELDS,
  stepBetween,
  stepsFor,
  WAITING_STAGES,
  type IdeaActor,
} from '../../src/model/idea-life.ts';

const ACTORS: readonly IdeaActor[] = ['author', 'patron', 'moderator', 'organisation', 'other-organisation', 'system'];

/** Stages that can be reached from one, by whatever steps. */
function reachable(from: IdeaStage): ReadonlySet<IdeaStage> {
  const found = new Set<IdeaStage>([from]);
  for (const stage of found) for (const step of IDEA_STEPS) if (step.from === stage) found.add(step.to);
  return found;
}

describe("An idea's way", () => {
  test('reaches every stage from a draft', () => {
    assert.deepEqual([...reachable('draft')].toSorted(), [...IDEA_STAGES].toSorted());
  });

  test('is never a dead end but where an idea has become part of another, or is practice elsewhere', () => {
    const ends = IDEA_STAGES.filter((stage) => !IDEA_STEPS.some(({ from }) => from === stage));
    assert.deepEqual(ends.toSorted(), ['merged', 'transfer']);
  });

  test('leads from whatever rests or was given up back to where people are looked for', () => {
    for (const stage of ['parked', 'stopped', 'declined', 'withdrawn'] as const) {
      assert.ok(stepBetween(stage, 'open')?.needs.includes('reason'), `${stage} opens again with a reason`);
    }
    assert.equal(stepBetween('merged', 'open'), undefined);
  });

  test('goes from each column of the board to the next', () => {
    for (const [index, stage] of IDEA_PATH.entries()) {
      const next = IDEA_PATH[index + 1];
      if (next) assert.ok(stepBetween(stage, next), `${stage} leads to ${next}`);
    }
  });

  test('has at most one step between two stages, and none to itself', () => {
    const pairs = IDEA_STEPS.map(({ from, to }) => `${from} ${to}`);
    assert.equal(new Set(pairs).size, pairs.length);
    assert.deepEqual(
      IDEA_STEPS.filter(({ from, to }) => from === to),
      [],
    );
  });

  test('ends with words: a reason or a lesson, but for a draft that nobody has seen', () => {
    for (const { from, to, needs } of IDEA_STEPS) {
      if (!['parked', 'stopped', 'declined', 'merged', 'withdrawn'].includes(to) || from === 'draft') continue;
      assert.ok(needs.includes('reason') || needs.includes('lesson'), `${from} to ${to}`);
    }
  });

  test('asks for what the domain says', () => {
    assert.deepEqual(stepBetween('submitted', 'returned')?.needs, ['question']);
    assert.deepEqual(stepBetween('open', 'teaming')?.needs, ['support', 'patron']);
    assert.deepEqual(stepBetween('teaming', 'trying')?.needs, ['trial']);
    assert.deepEqual(stepBetween('trying', 'evaluated')?.needs, ['result', 'lesson']);
    assert.deepEqual(stepBetween('evaluated', 'adopted')?.needs, ['adoption', 'confirmation']);
    assert.deepEqual(stepBetween('adopted', 'documented')?.needs, ['practice']);
    assert.deepEqual(stepBetween('documented', 'transfer')?.by, ['other-organisation']);
  });

  test('gives each part only its own steps', () => {
    for (const stage of IDEA_STAGES) {
      for (const actor of ACTORS) {
        const steps = stepsFor(stage, new Set([actor]), true);
        assert.ok(steps.every(({ by, from }) => by.includes(actor) && from === stage));
      }
      assert.deepEqual(stepsFor(stage, new Set(), true), []);
    }
  });

  test('tells what was released before from what nobody has looked at yet', () => {
    const author = new Set<IdeaActor>(['author']);
    const to = (released: boolean): IdeaStage[] => stepsFor('withdrawn', author, released).map((step) => step.to);
    assert.deepEqual(to(true), ['open']);
    assert.deepEqual(to(false), ['submitted']);
  });

  test('asks in a form for everything that somebody can write down', () => {
    const asked = new Set(Object.keys(STEP_FIELDS));
    const elsewhere = ['content', 'support', 'confirmation', 'consent', 'take-over', 'released', 'unreleased'];
    for (const { needs } of IDEA_STEPS) {
      for (const need of needs) assert.ok(asked.has(need) || elsewhere.includes(need), need);
    }
  });

  test('notices silence only where something could happen, and asks before it parks', () => {
    assert.ok(REMIND_AFTER_DAYS < PARK_AFTER_DAYS);
    for (const stage of WAITING_STAGES) assert.ok(stepBetween(stage, 'parked')?.by.includes('system'), stage);
  });
});
