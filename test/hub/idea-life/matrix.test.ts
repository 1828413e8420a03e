import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { IDEA_STAGES, type IdeaStage } from '../../../src/model/idea.ts';
import { IDEA_STEPS, stepBetween, type IdeaActor } from '../../../src/model/idea-life.ts';
import { onEitherEngine } from '../support/test-hub.ts';
import { fullInput, startLife, withSecret, type LifeHub, type Person, type Problem } from './life-hub.ts';

/** Which parts people have in an idea of `author` in Stadt Ähringen. */
const PARTS: Readonly<Partial<Record<Person, readonly IdeaActor[]>>> = {
  author: ['author'],
  patron: ['patron'],
  colleague: [],
  organiser: ['organisation'],
  moderator: ['moderator', 'organisation'],
  elsewhere: ['other-organisation'],
  helper: [],
  network: [],
  stranger: [],
  secret: ['author'],
};
const PEOPLE = Object.keys(PARTS) as Person[];

/** Who has not signed in. */
const NOBODY: readonly Person[] = ['stranger', 'secret'];
/** Who tries every stage, and not only the steps that there are. */
const THOROUGH: readonly Person[] = ['author', 'moderator', 'elsewhere', 'stranger'];

interface Place {
  readonly stage: IdeaStage;
  readonly released: boolean;
}

/** Stages as they come; those that may be reached before and after a release come twice. */
const PLACES: readonly Place[] = IDEA_STAGES.flatMap((stage): Place[] => {
  if (stage === 'draft' || stage === 'submitted' || stage === 'returned') return [{ stage, released: false }];
  if (stage === 'withdrawn' || stage === 'declined' || stage === 'merged') {
    return [
      { stage, released: true },
      { stage, released: false },
    ];
  }
  return [{ stage, released: true }];
});

const isSeen = ({ stage, released }: Place, parts: readonly IdeaActor[]): boolean => {
  if (released || parts.includes('author')) return true;
  return stage !== 'draft' && stage !== 'withdrawn' && parts.includes('moderator');
};

/** What the hub answers, by the model's table alone. */
function expected(place: Place, to: IdeaStage, person: Person): number {
  const parts = PARTS[person] ?? [];
  if (!isSeen(place, parts)) return 404;
  const step = stepBetween(place.stage, to);
  if (!step) return 409;
  if (!step.by.some((actor) => parts.includes(actor))) return NOBODY.includes(person) ? 401 : 403;
  if (step.needs.includes(place.released ? 'unreleased' : 'released')) return 409;
  return step.needs.includes('take-over') ? 400 : 200;
}

onEitherEngine('The steps of an idea', (engine) => {
  let life: LifeHub;
  let into: string;
  before(async () => {
    life = await startLife(engine);
    into = await life.idea({ authorIds: ['person-coAuthor'], orgId: 'kreis-b' });
  });
  after(() => life.close());

  async function place({ stage, released }: Place, person: Person): Promise<string> {
    // A secret is one idea's alone: the one before lets go of it.
    await life.database.kysely.updateTable('idea').set({ secretHash: null }).execute();
    const id = await life.idea({
      stage,
      releasedAt: released ? new Date(life.now()) : null,
      ...(person === 'secret' && withSecret()),
    });
    await life.join(id, 'helper');
    return id;
  }

  const targets = (from: IdeaStage, person: Person): readonly IdeaStage[] =>
    engine.name === 'pglite' && THOROUGH.includes(person)
      ? IDEA_STAGES
      : IDEA_STEPS.filter((step) => step.from === from).map(({ to }) => to);

  for (const person of PEOPLE) {
    test(`are for ${person} as the model says, every one allowed and every one refused`, async () => {
      for (const from of PLACES) {
        let id = await place(from, person);
        for (const to of targets(from.stage, person)) {
          const name = `${from.stage}${from.released ? '' : ' (unreleased)'} to ${to} by ${person}`;
          const response = await life.move(person, id, fullInput(to, into));
          assert.equal(response.statusCode, expected(from, to, person), `${name}: ${response.body.slice(0, 300)}`);
          const row = await life.row(id);
          if (response.statusCode !== 200) {
            assert.equal(row?.stage, from.stage, `${name} changes nothing`);
            assert.equal(row?.version, 1, `${name} changes nothing`);
            continue;
          }
          assert.equal(row?.pending?.to ?? row?.stage, to, name);
          id = await place(from, person);
        }
      }
    });
  }

  test('stand in can[] exactly where they may be taken', async () => {
    for (const from of PLACES) {
      const id = await place(from, 'author');
      for (const person of PEOPLE) {
        if (!isSeen(from, PARTS[person] ?? [])) continue;
        const { can } = await life.get(person, person === 'secret' ? await place(from, person) : id);
        const shown = can.filter((action) => action.startsWith('transition:')).map((action) => action.slice(11));
        const allowed = IDEA_STAGES.filter((to) => expected(from, to, person) === 200);
        assert.deepEqual(shown.toSorted(), allowed.toSorted(), `${from.stage} for ${person}`);
      }
    }
  });

  test('are not there for ideas that do not exist', async () => {
    const response = await life.move('author', 'nowhere', { to: 'open', note: 'x' });
    assert.equal(response.statusCode, 404);
    assert.equal(response.json<Problem>().code, 'not-found');
  });
});
