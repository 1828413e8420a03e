import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../../demo/hub/app.ts';
import { DEFAULT_CONFIG } from '../../../demo/hub/config/config-defaults.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { openMemoryDatabase, type HubDatabase } from '../../../demo/hub/database/database.ts';
import { careForIdeas } from '../../../demo/hub/idea-life/care.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { DEMO_ORGANISATIONS } from '../../../demo/hub/seed/demo-network.ts';
import { DEMO_IDEAS, seedIdeas } from '../../../demo/hub/seed/seed-ideas.ts';
import { demoPerson } from '../../../demo/hub/sign-in/demo-people.ts';
import { SEED_PEOPLE } from '../../../demo/hub/seed/ideas/people.ts';
import { characterCount } from '../../../demo/hub/http/characters.ts';
import { IDEA_LIMITS, IDEA_STAGES, type Idea } from '../../../src/model/idea.ts';
import { COMMENT_KINDS, HELP_STATES } from '../../../src/model/idea-participation.ts';
import { IDEA_STEPS } from '../../../src/model/idea-life.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');

describe('The ideas of the demo', () => {
  let database: HubDatabase;
  let app: FastifyInstance;
  const config: HubConfig = {
    ...DEFAULT_CONFIG,
    logLevel: 'silent',
    host: '127.0.0.1',
    seed: true,
    organisations: [...DEMO_ORGANISATIONS],
  };
  before(async () => {
    database = await openMemoryDatabase();
    app = await buildApp({ config, database, clock: () => NOW });
    await seedIdeas(makeHub({ config, database, clock: () => NOW }));
  });
  after(async () => {
    await app.close();
    await database.close();
  });

  const list = async (who?: string, query = ''): Promise<{ items: Idea[]; total: number }> =>
    (
      await app.inject({
        url: `/api/v1/ideas?limit=50${query}`,
        headers: { host: 'localhost', ...(who && { 'x-demo-person': who }) },
      })
    ).json();

  test('show a stranger a full board: every stage that is public, three reaches of sight for others', async () => {
    const { items, total } = await list();
    assert.ok(total >= 20, String(total));
    const stages = new Set(items.map(({ stage }) => stage));
    const unseen = ['draft', 'submitted', 'returned'];
    assert.deepEqual(
      IDEA_STAGES.filter((stage) => !stages.has(stage)),
      unseen,
    );
    assert.ok((await list('rosa-wiesengrund')).total > total, 'who has signed in sees more');
  });

  test('leave moderators something to do, one of it without a name', async () => {
    const { items } = await list('ayla-mutig', '&queue=true');
    assert.equal(items.filter(({ stage }) => stage === 'submitted').length, 3);
    assert.ok(items.some(({ anonymous }) => anonymous));
  });

  test('take only steps that there are, in their order, and hold to the limits of the form', () => {
    const known = new Set([...SEED_PEOPLE.map(({ id }) => id)]);
    for (const idea of DEMO_IDEAS) {
      assert.ok(characterCount(idea.title) >= IDEA_LIMITS.titleMin && characterCount(idea.title) <= IDEA_LIMITS.title);
      assert.ok(characterCount(idea.summary) <= IDEA_LIMITS.summary, idea.key);
      assert.ok((idea.tags ?? []).length <= IDEA_LIMITS.tags && (idea.topics ?? []).length <= IDEA_LIMITS.topics);
      for (const person of idea.authors) assert.ok(known.has(person) || demoPerson(person), person);
      for (const [index, { to, ago }] of idea.way.entries()) {
        const before = idea.way[index - 1];
        assert.ok(ago >= 0 && ago <= (before?.ago ?? idea.begun), `${idea.key} ${to}`);
        if (!before || before.to === to) continue;
        // A merge and a take-over are steps of two; both stand in the model.
        assert.ok(
          IDEA_STEPS.some((step) => step.from === before.to && step.to === to),
          `${idea.key}: ${before.to} to ${to}`,
        );
      }
      for (const support of idea.supports ?? []) {
        assert.ok(!idea.authors.includes(support.by), `${idea.key} is supported by its author`);
      }
    }
  });

  test('show comments of every kind, help in most states, a tree of take-overs, a merge and an ending with a lesson', () => {
    const comments = DEMO_IDEAS.flatMap(({ comments: each = [] }) =>
      each.flatMap((comment) => [comment, ...(comment.replies ?? [])]),
    );
    const kinds = new Set(comments.map(({ kind }) => kind ?? 'comment'));
    assert.deepEqual(
      [...COMMENT_KINDS].filter((kind) => !kinds.has(kind)),
      [],
    );
    const help = new Set(DEMO_IDEAS.flatMap(({ help: each = [] }) => each.map(({ state }) => state ?? 'offered')));
    assert.deepEqual(
      [...HELP_STATES].filter((state) => !help.has(state)),
      ['declined', 'withdrawn'],
    );
    assert.equal(DEMO_IDEAS.filter(({ adaptedFrom }) => adaptedFrom === 'offener-abend').length, 2);
    assert.ok(DEMO_IDEAS.some(({ mergedInto }) => mergedInto));
    assert.ok(DEMO_IDEAS.some(({ way, reason }) => way.at(-1)?.to === 'stopped' && reason));
    assert.ok(DEMO_IDEAS.filter(({ practice }) => practice).length >= 2);
  });

  test('come once, and nothing in them lies in the future', async () => {
    const hub = makeHub({ config, database, clock: () => NOW });
    assert.equal(await seedIdeas(hub), 0);
    for (const table of ['idea', 'ideaComment', 'helpOffer'] as const) {
      const late = await database.kysely
        .selectFrom(table)
        .select('id')
        .where('createdAt', '>', new Date(NOW))
        .execute();
      assert.deepEqual(late, [], table);
    }
    const late = await database.kysely.selectFrom('idea').select('id').where('activeAt', '>', new Date(NOW)).execute();
    assert.deepEqual(late, []);
  });

  test('need no care on the first day but for the trials that say so', async () => {
    const counts = await careForIdeas(makeHub({ config, database, clock: () => NOW }));
    assert.deepEqual({ ...counts, trials: 0 }, { asked: 0, parked: 0, trials: 0, answers: 0 });
  });
});
