import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { careForIdeas, IDEA_CARE, scheduleIdeaCare } from '../../../demo/hub/idea-life/care.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import type { Hub } from '../../../demo/hub/hub.ts';
import { onEitherEngine } from '../support/test-hub.ts';
import { CONTENT, personId, startLife, TRIAL, withSecret, type LifeHub } from './life-hub.ts';

onEitherEngine('Looking after ideas', (engine) => {
  let life: LifeHub;
  let hub: Hub;
  before(async () => {
    life = await startLife(engine);
    hub = makeHub({ config: life.config, database: life.database, clock: life.now });
  });
  after(() => life.close());
  beforeEach(async () => {
    await life.database.kysely.deleteFrom('idea').execute();
  });

  const news = async (): Promise<string[]> => (await life.told()).map(({ to, kind }) => `${kind} ${to}`);

  test('asks once after 60 days of silence', async () => {
    const id = await life.idea();
    life.advance(59);
    assert.equal((await careForIdeas(hub)).asked, 0);
    life.advance(2);
    assert.equal((await careForIdeas(hub)).asked, 1);
    assert.deepEqual(await news(), ['idea-reminder author']);
    life.advance(1);
    assert.equal((await careForIdeas(hub)).asked, 0);
    assert.deepEqual(await news(), []);
    assert.equal((await life.row(id))?.stage, 'open');
  });

  test('asks again only after something has happened in between', async () => {
    const id = await life.idea();
    life.advance(61);
    await careForIdeas(hub);
    await life.move('author', id, { to: 'parked', note: 'Sommerpause.' });
    await life.move('author', id, { to: 'open', note: 'Weiter geht es.' });
    life.advance(31);
    assert.deepEqual(await careForIdeas(hub), { asked: 0, parked: 0, trials: 0, answers: 0 });
    life.advance(30);
    assert.equal((await careForIdeas(hub)).asked, 1);
  });

  test('puts to rest what nobody looks after for 90 days, with a reason, and lets it be taken up again', async () => {
    const id = await life.idea();
    await life.database.kysely
      .insertInto('ideaFollow')
      .values({ ideaId: id, personId: personId('helper') })
      .execute();
    life.advance(61);
    await careForIdeas(hub);
    await life.told();
    life.advance(30);
    assert.equal((await careForIdeas(hub)).parked, 1);
    assert.deepEqual(await news(), ['idea-parked author', 'idea-parked helper', 'idea-parked patron']);
    const idea = await life.get('stranger', id);
    assert.equal(idea.stage, 'parked');
    assert.match(idea.reason ?? '', /90 Tage/);
    const last = idea.history?.at(-1);
    assert.deepEqual([last?.from, last?.to, last?.by], ['open', 'parked', undefined]);
    assert.deepEqual(await careForIdeas(hub), { asked: 0, parked: 0, trials: 0, answers: 0 });
    assert.equal((await life.move('author', id, { to: 'open', note: 'Ich bin zurück.' })).statusCode, 200);
    assert.deepEqual(await careForIdeas(hub), { asked: 0, parked: 0, trials: 0, answers: 0 });
  });

  test('does so without a name to ask, too', async () => {
    const id = await life.idea({ ...withSecret(), patronId: null });
    life.advance(91);
    assert.deepEqual(await careForIdeas(hub), { asked: 0, parked: 1, trials: 0, answers: 0 });
    assert.equal((await life.row(id))?.stage, 'parked');
    assert.deepEqual(await news(), []);
    assert.equal((await life.move('secret', id, { to: 'open', note: 'Ich lebe noch.' })).statusCode, 200);
  });

  test('leaves alone what waits for nobody', async () => {
    for (const stage of [
      'draft',
      'submitted',
      'returned',
      'evaluated',
      'adopted',
      'documented',
      'transfer',
      'stopped',
    ] as const) {
      await life.idea({ stage });
    }
    life.advance(200);
    assert.deepEqual(await careForIdeas(hub), { asked: 0, parked: 0, trials: 0, answers: 0 });
  });

  test('does not put to rest a trial that has been planned for longer', async () => {
    const end = new Date(life.now() + 120 * 86_400_000).toISOString().slice(0, 10);
    const id = await life.idea({ stage: 'trying', document: { ...CONTENT, trial: { ...TRIAL, end } } });
    life.advance(91);
    await careForIdeas(hub);
    assert.equal((await life.row(id))?.stage, 'trying');
    life.advance(31);
    await careForIdeas(hub);
    assert.equal((await life.row(id))?.stage, 'parked');
  });

  test('reminds of a trial shortly before it ends, and once more when it has', async () => {
    const day = (days: number) => new Date(life.now() + days * 86_400_000).toISOString().slice(0, 10);
    const id = await life.idea({ stage: 'trying', document: { ...CONTENT, trial: { ...TRIAL, end: day(10) } } });
    await life.join(id, 'helper');
    await life.told();
    const counts = async () => (await careForIdeas(hub)).trials;
    assert.equal(await counts(), 0);
    life.advance(4);
    assert.equal(await counts(), 1);
    assert.deepEqual(await news(), ['trial-ending author', 'trial-ending helper', 'trial-ending patron']);
    assert.equal(await counts(), 0);
    life.advance(6);
    assert.equal(await counts(), 0, 'the last day still belongs to it');
    life.advance(1);
    assert.equal(await counts(), 1);
    assert.equal(await counts(), 0);
    assert.equal((await life.row(id))?.stage, 'trying');
  });

  test('reminds of a promised answer on its day, and two weeks later its organisation with it', async () => {
    const id = await life.idea();
    const etag = (await life.send('organiser', { url: `/api/v1/ideas/${id}` })).headers.etag as string;
    const promisedFor = new Date(life.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const given = await life.send('organiser', {
      method: 'PUT',
      url: `/api/v1/ideas/${id}/answer`,
      payload: { text: 'Ich frage nach.', promisedFor },
      headers: { 'if-match': etag },
    });
    assert.equal(given.statusCode, 200, given.body);
    await life.told();
    life.advance(19);
    assert.equal((await careForIdeas(hub)).answers, 0);
    life.advance(1);
    assert.equal((await careForIdeas(hub)).answers, 1);
    assert.deepEqual(await news(), ['idea-answer-due organiser']);
    life.advance(13);
    assert.equal((await careForIdeas(hub)).answers, 0);
    life.advance(1);
    assert.equal((await careForIdeas(hub)).answers, 1);
    assert.deepEqual(await news(), ['idea-answer-due moderator', 'idea-answer-due organiser']);
    life.advance(1);
    assert.equal((await careForIdeas(hub)).answers, 0);
  });

  test('does each thing once though two hubs do it at the same time', async () => {
    for (let count = 0; count < 5; count += 1) await life.idea();
    life.advance(61);
    await Promise.all([careForIdeas(hub), careForIdeas(hub)]);
    assert.equal((await news()).length, 5);
  });

  test('is done by a job every morning', async () => {
    const id = await life.idea();
    life.advance(91);
    let tellBegun = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      tellBegun = resolve;
    });
    const working = makeHub({
      config: life.config,
      database: life.database,
      clock: () => {
        tellBegun();
        return life.now();
      },
    });
    scheduleIdeaCare(working);
    const failures: unknown[] = [];
    await working.jobs.start({ work: true, onError: (error) => failures.push(error), pollSeconds: 0.5 });
    const { rows } = await sql<{ cron: string }>`select cron from jobs.schedule where name = ${IDEA_CARE.name}`.execute(
      life.database.kysely,
    );
    assert.deepEqual(rows, [{ cron: '17 5 * * *' }]);
    await working.jobs.send(IDEA_CARE, {});
    await begun;
    // Stopping waits for the run.
    await working.jobs.stop();
    assert.equal((await life.row(id))?.stage, 'parked');
    assert.deepEqual(failures, []);
  });
});
