import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { forgetPastEvents } from '../../../demo/hub/events/past-events.ts';
import { insertEvents, type NewStoredEvent } from '../../../demo/hub/events/event-store.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { NOW, onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const HOUR_MS = 3_600_000;
const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** An event of one hour that begins so many days before now. */
const event = (id: string, daysAgo: number, more: Partial<NewStoredEvent> = {}): NewStoredEvent => ({
  id,
  uid: id,
  sourceId: null,
  visibility: 'public',
  orgId: 'stadt-a',
  unit: null,
  createdBy: null,
  document: {
    title: id,
    start: instant(NOW - daysAgo * DAY_MS),
    end: instant(NOW - daysAgo * DAY_MS + HOUR_MS),
    allDay: false,
  },
  series: null,
  overrides: [],
  ...more,
});

onEitherEngine('Past events', (engine) => {
  let hub: TestHub;
  before(async () => {
    hub = await engine.start();
  });
  after(() => hub.close());

  /** What is left of some events when those older than `pastEventsDays` are removed, written at `now`. */
  async function remaining(
    pastEventsDays: number,
    events: readonly NewStoredEvent[],
    written = NOW,
  ): Promise<readonly string[]> {
    const config = testConfig();
    const parts = makeHub({
      config: { ...config, retention: { ...config.retention, pastEventsDays } },
      database: hub.database,
      clock: () => NOW,
    });
    await hub.database.write(['events'], async (transaction) => {
      await transaction.deleteFrom('event').execute();
      await insertEvents(transaction, parts, events, written);
    });
    const count = await forgetPastEvents(parts);
    const left = await hub.database.kysely.selectFrom('event').select('id').orderBy('id').execute();
    assert.equal(count, events.length - left.length);
    return left.map(({ id }) => id);
  }

  test('an event goes when it ended longer ago than may be kept, with its dates, and not a day before', async () => {
    const left = await remaining(30, [event('old', 31), event('younger', 29), event('ahead', -5)]);
    assert.deepEqual(left, ['ahead', 'younger']);
    const dates = await hub.database.kysely.selectFrom('eventOccurrence').select('eventId').execute();
    assert.deepEqual(dates.map(({ eventId }) => eventId).sort(), ['ahead', 'younger']);
  });

  test('a series stays as a whole until its last date is too old', async () => {
    const left = await remaining(30, [
      event('ended', 100, { series: { rule: 'FREQ=WEEKLY;COUNT=4' } }),
      event('going on', 100, { series: { rule: 'FREQ=WEEKLY' } }),
      event('just ended', 100, { series: { rule: 'FREQ=WEEKLY;COUNT=12' } }),
    ]);
    assert.deepEqual(left, ['going on', 'just ended']);
  });

  test('a series that ended before the dates that are kept goes when that is certain', async () => {
    const ancient = event('ancient', 2000, { series: { rule: 'FREQ=WEEKLY;COUNT=4' } });
    assert.deepEqual(await remaining(1095, [ancient]), []);
    assert.deepEqual(await remaining(20_000, [ancient]), ['ancient']);
  });

  test('gathered events are left to their source', async () => {
    assert.deepEqual(await remaining(30, [event('gathered', 400, { sourceId: 'elsewhere' })]), ['gathered']);
  });

  test('the hub has it done every night', async () => {
    const working = await engine.start({ runJobs: true, config: testConfig({ seed: false }) });
    try {
      const planned = await sql<{
        cron: string;
      }>`select cron from jobs.schedule where name = 'events.forget-past'`.execute(working.database.kysely);
      assert.deepEqual(planned.rows, [{ cron: '43 1 * * *' }]);
    } finally {
      await working.close();
    }
  });
});
