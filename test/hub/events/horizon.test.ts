import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { onEveryEngine, NOW, testConfig, type TestHub } from '../support/test-hub.ts';

interface Answer {
  readonly items: { readonly title: string }[];
  readonly total: number;
  readonly problems: { readonly code: string; readonly detail?: string }[];
}

onEveryEngine('Dates of series that are not kept', (engine) => {
  let hub: TestHub;
  before(async () => {
    hub = await engine.start();
  });
  after(() => hub.close());

  const list = async (from: string, to: string): Promise<Answer> =>
    (await hub.app.inject({ url: '/api/v1/events', query: { from, to } })).json();
  const create = async (payload: object): Promise<void> => {
    const { statusCode, body } = await hub.app.inject({
      method: 'POST',
      url: '/api/v1/events',
      headers: { 'x-test-person': 'organiserA' },
      payload: { kind: 'meetup', organiser: { id: 'stadt-a' }, ...payload },
    });
    assert.equal(statusCode, 201, body);
  };

  test('a window far away is complete while no series reaches it, and says so by saying nothing', async () => {
    await create({ title: 'Jubiläum', start: '2036-06-18T10:00:00Z', end: '2036-06-18T11:00:00Z' });
    await create({ title: 'Damals', start: '2016-06-18T10:00:00Z', end: '2016-06-18T11:00:00Z' });
    const ahead = await list('2036-06-01', '2036-07-01');
    assert.deepEqual([ahead.total, ahead.problems], [1, []]);
    const behind = await list('2016-06-01', '2016-07-01');
    assert.deepEqual([behind.total, behind.problems], [1, []]);
  });

  test('a window behind the last known date of a series says up to when dates are known', async () => {
    await create({
      title: 'Ohne Ende',
      start: '2026-06-02T10:00:00Z',
      end: '2026-06-02T11:00:00Z',
      recurrence: { rule: 'FREQ=WEEKLY' },
    });
    const near = await list('2027-06-01', '2027-07-01');
    assert.deepEqual([near.total, near.problems], [5, []]);
    const { problems } = await list('2036-06-01', '2036-07-01');
    const until = new Date(NOW + 2 * 366 * DAY_MS).toISOString().replace('.000', '');
    assert.deepEqual(problems, [{ code: 'limit-reached', detail: `Dates of series are known until ${until}` }]);
  });

  test('a window before the first known date of an old series says from when on dates are known', async () => {
    await create({
      title: 'Seit jeher',
      start: '2014-01-07',
      end: '2014-01-08',
      allDay: true,
      recurrence: { rule: 'FREQ=WEEKLY;UNTIL=20271231' },
    });
    assert.deepEqual((await list('2013-01-01', '2013-02-01')).problems, []);
    const { problems } = await list('2016-06-01', '2016-07-01');
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.code, 'limit-reached');
    assert.match(problems[0]?.detail ?? '', /known from 2023-06-13T10:00:00Z on$/);
    assert.deepEqual((await list('2024-06-01', '2024-07-01')).problems, []);
  });

  test('a stranger learns nothing of a series that is not for strangers', async () => {
    await hub.database.kysely.updateTable('event').set({ visibility: 'organisation' }).execute();
    hub.database.changes.touch(['events']);
    assert.deepEqual((await list('2036-06-01', '2036-07-01')).problems, []);
  });

  test('a window beyond what is taken from sources says so where the hub has sources', async () => {
    const gathering = await engine.start({
      config: testConfig({
        sources: [{ id: 'verein', kind: 'icalendar', url: 'https://verein.example/t.ics', label: 'Verein' }],
      }),
    });
    try {
      const codes = async (from: string, to: string) => {
        const answer: Answer = (await gathering.app.inject({ url: '/api/v1/events', query: { from, to } })).json();
        return answer.problems.map(({ code }) => code);
      };
      assert.deepEqual(await codes('2026-06-01', '2026-07-01'), []);
      assert.deepEqual(await codes('2025-07-01', '2028-06-01'), []);
      assert.deepEqual(await codes('2025-06-01', '2025-07-01'), ['limit-reached']);
      assert.deepEqual(await codes('2028-06-01', '2028-07-01'), ['limit-reached']);
    } finally {
      await gathering.close();
    }
  });
});
