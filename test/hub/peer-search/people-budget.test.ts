import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { peerCorpus } from '../../support/peer-corpus.ts';
import { NOW, onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';
import { fillPeople } from './fill-people.ts';

const HOUR = 3_600_000;

onEitherEngine('How many people somebody is shown', (engine) => {
  let hub: TestHub;
  let now = NOW;
  before(async () => {
    const config = testConfig();
    hub = await engine.start({
      clock: () => now,
      config: { ...config, trustedProxies: ['127.0.0.1'], limits: { ...config.limits, peersPerHour: 100 } },
    });
    // A fifth of the usual, of the limit and of the directory alike.
    await fillPeople(hub, peerCorpus(200), { now: NOW });
  });
  after(() => hub.close());

  const get = (path: string, headers: Readonly<Record<string, string>>) =>
    hub.app.inject({ url: `/api/v1/${path}`, headers });
  const entries = async () =>
    hub.database.kysely
      .selectFrom('auditEntry')
      .select(['accountId', 'personId', 'objectId', 'detail'])
      .where('action', '=', 'directory.limit-passed')
      .execute();

  /** Walks as fast as the hub lets them, for so long; gives whom they met. */
  async function walk(headers: Readonly<Record<string, string>>, milliseconds: number): Promise<number> {
    const end = now + milliseconds;
    const met = new Set<string>();
    for (let cursor = ''; now < end;) {
      const answer = await get(`peers?limit=20&cursor=${cursor}`, headers);
      if (answer.statusCode === 429) {
        now += Number(answer.headers['retry-after']) * 1000;
        continue;
      }
      const { items, nextCursor } = answer.json<{ items: { id: string }[]; nextCursor: string | null }>();
      for (const { id } of items) met.add(id);
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    return met.size;
  }

  it('does not let a member walk twice the limit in an hour, says so once, and goes on afterwards', async () => {
    const met = await walk({ 'x-test-person': 'memberA' }, HOUR - 1);
    assert.ok(met >= 100 && met < 200, String(met));
    const told = await entries();
    assert.deepEqual(
      told.map(({ accountId, objectId }) => [accountId, objectId]),
      [['account-memberA', 'peers']],
    );
    assert.doesNotMatch(JSON.stringify(told[0]?.detail), /peer-|cursor/);
    now += HOUR;
    assert.equal((await get('peers?limit=50', { 'x-test-person': 'memberA' })).statusCode, 200);
    assert.equal((await get('peers?limit=50', { 'x-test-person': 'organiserB' })).statusCode, 200);
  });

  it('holds for a stranger by their client, whoever else asks', async () => {
    const stranger = { 'x-forwarded-for': '203.0.113.7' };
    const met = await walk(stranger, HOUR - 1);
    assert.ok(met >= 100 && met < 200, String(met));
    assert.equal((await get('peers?limit=20', { 'x-forwarded-for': '203.0.113.8' })).statusCode, 200);
    now += HOUR;
    assert.equal((await get('peers?limit=20', stranger)).statusCode, 200);
  });

  it('counts nobody twice who is answered that nothing has changed', async () => {
    const who = { 'x-test-person': 'otherUnitA' };
    const first = await get('peers?limit=50', who);
    const etag = String(first.headers['etag']);
    for (let time = 0; time < 5; time += 1) {
      const again = await get('peers?limit=50', { ...who, 'if-none-match': etag });
      assert.equal(again.statusCode, 304);
    }
    assert.equal((await get('peers?limit=50', who)).statusCode, 200);
    const over = await get('peers?limit=50', who);
    assert.equal(over.statusCode, 429);
    assert.equal(over.json<{ code: string }>().code, 'rate-limited');
    assert.ok(Number(over.headers['retry-after']) > 0);
    assert.equal((await get('peers?limit=50', { ...who, 'if-none-match': etag })).statusCode, 304);
    assert.equal((await get('peers/peer-1', who)).statusCode, 429, 'one by one is no way round');
  });
});
