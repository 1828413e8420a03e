import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { Type } from 'typebox';
import { defineJob, GiveUpError } from '../../../demo/hub/jobs/job-kind.ts';
import { Jobs } from '../../../demo/hub/jobs/jobs.ts';
import { onEveryEngine, type TestHub } from '../support/test-hub.ts';

const POLL_SECONDS = 0.5;

const ONCE = defineJob({ name: 'test.once', data: Type.Object({ name: Type.String() }), once: true });
const GREET = defineJob({ name: 'test.greet', data: Type.Object({ name: Type.String() }), retries: 2, retryAfter: 1 });

/** Calls come here; `next` waits for one. */
function inbox<T>() {
  const arrived: T[] = [];
  const wanted: ((item: T) => void)[] = [];
  return {
    arrived,
    put(item: T) {
      const taker = wanted.shift();
      if (taker) taker(item);
      else arrived.push(item);
    },
    next: (): Promise<T> => {
      const first = arrived.shift();
      return first === undefined ? new Promise((resolve) => wanted.push(resolve)) : Promise.resolve(first);
    },
  };
}

onEveryEngine('Jobs', (engine) => {
  let hub: TestHub;
  const started: Jobs[] = [];
  before(async () => {
    hub = await engine.start();
  });
  afterEach(async () => {
    for (const jobs of started.splice(0)) await jobs.stop();
  });
  after(() => hub.close());

  /** Jobs on the database of the hub; `after` stops them whatever happens. */
  async function startJobs(
    handler: (name: string, attempt: number) => Promise<void> = () => Promise.resolve(),
    work = true,
  ): Promise<Jobs> {
    const jobs = new Jobs(hub.database);
    started.push(jobs);
    jobs.define(GREET, ({ name }, { attempt }) => handler(name, attempt));
    jobs.define(ONCE, () => Promise.resolve());
    await jobs.start({ work, onError: () => undefined, pollSeconds: POLL_SECONDS });
    return jobs;
  }

  test('runs what a committed transaction has sent, and nothing of one that failed', async () => {
    const done = inbox<string>();
    const jobs = await startJobs((name) => Promise.resolve(done.put(name)));
    await assert.rejects(
      hub.database.write([], async (transaction) => {
        await jobs.send(GREET, { name: 'never' }, { transaction });
        throw new Error('taken back');
      }),
      /taken back/,
    );
    await hub.database.write([], (transaction) => jobs.send(GREET, { name: 'kept' }, { transaction }));
    assert.equal(await done.next(), 'kept');
    assert.deepEqual(done.arrived, []);
  });

  test('tries again what failed', async () => {
    const tries = inbox<number>();
    const jobs = await startJobs((_name, attempt) => {
      tries.put(attempt);
      return attempt < 2 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    });
    await jobs.send(GREET, { name: 'stubborn' });
    assert.equal(await tries.next(), 1);
    assert.equal(await tries.next(), 2);
  });

  test('puts aside what cannot be done, where the metrics show it', async () => {
    const tries = inbox<string>();
    const jobs = await startJobs((name) => {
      tries.put(name);
      return Promise.reject(new GiveUpError('hopeless'));
    });
    await jobs.send(GREET, { name: 'hopeless' });
    assert.equal(await tries.next(), 'hopeless');
    // Stopping waits for the run, so that its outcome stands after it.
    await jobs.stop();
    const { body } = await hub.app.inject('/metrics');
    assert.match(body, /hub_jobs\{queue="dead",state="created"\} 1/);
  });

  test('lets only one job wait where more would do the same', async () => {
    const jobs = await startJobs(undefined, false);
    const startAfter = new Date('2100-01-01');
    await jobs.send(ONCE, { name: 'one' }, { startAfter });
    await jobs.send(ONCE, { name: 'two' }, { startAfter });
    await jobs.send(ONCE, { name: 'three' }, { startAfter, key: 'another' });
    const waiting = (await jobs.counts()).find(({ queue }) => queue === ONCE.name);
    assert.equal(waiting?.count, 2);
  });

  test('refuses data of another shape and kinds that nobody has defined', async () => {
    const jobs = await startJobs(undefined, false);
    await assert.rejects(jobs.send(GREET, { name: 7 } as never), /do not have its shape/);
    await assert.rejects(jobs.send({ ...GREET, name: 'test.unknown' }, { name: 'x' }), /Nobody has defined/);
  });

  test('lets a run come to its end before it stops', async () => {
    let finished = false;
    const begun = inbox<true>();
    const release = inbox<true>();
    const jobs = await startJobs(async () => {
      begun.put(true);
      await release.next();
      finished = true;
    });
    await jobs.send(GREET, { name: 'slow' });
    await begun.next();
    const stopped = jobs.stop();
    release.put(true);
    await stopped;
    assert.equal(finished, true);
  });
});
