import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { onEitherEngine } from '../support/test-hub.ts';
import { INPUT, startNetwork, type Network } from './ideas-network.ts';

onEitherEngine('Ideas without a name', (engine) => {
  let hub: Network;
  before(async () => (hub = await startNetwork(engine, { ideas: { anonymous: true, moderation: 'none' } })));
  after(() => hub.close());

  /** Every table's rows as text. */
  async function everything(): Promise<string> {
    const { kysely } = hub.database;
    const tables = ['idea', 'ideaHistory', 'auditEntry', 'idempotencyKey', 'notification', 'upload'] as const;
    const rows = [];
    for (const table of tables) rows.push(await kysely.selectFrom(table).selectAll().execute());
    return JSON.stringify(rows);
  }

  test('a stranger’s idea waits for a moderator, whatever members may do', async () => {
    const { id } = await hub.submit('', { orgId: 'lindenhafen' });
    const seen = await hub.as('ayla', `GET /ideas/${id}`);
    assert.equal(seen.body.stage, 'submitted');
    assert.equal(seen.body.anonymous, true);
    assert.deepEqual(seen.body.authors, []);
    assert.equal((await hub.as('', `GET /ideas/${id}`)).status, 404);
  });

  test('who holds the private link follows and changes it, and stays without a name when signed in', async () => {
    const { id, secret = '', etag } = await hub.submit('', { orgId: 'lindenhafen' });
    const link = { 'x-idea-secret': secret };
    const seen = await hub.as('', `GET /ideas/${id}`, undefined, link);
    assert.equal(seen.status, 200);
    assert.equal(seen.body.me.author, true);
    assert.match(String(seen.headers['cache-control']), /private/);
    assert.match(String(seen.headers.vary), /X-Idea-Secret/i);
    assert.equal((await hub.as('', `GET /ideas/${id}`)).status, 404, 'nobody else is given the kept answer');
    const changed = await hub.as(
      'kalle',
      `PATCH /ideas/${id}`,
      { summary: 'Neu gefasst.' },
      { ...link, 'if-match': etag },
    );
    assert.equal(changed.status, 200, changed.text);
    assert.equal(changed.body.history.at(-1).by, undefined);
    const entries = await hub.database.kysely.selectFrom('auditEntry').selectAll().where('objectId', '=', id).execute();
    assert.ok(entries.every(({ personId, accountId }) => personId === null && accountId === null));
  });

  test('a forged secret opens nothing', async () => {
    const { id, secret = '' } = await hub.submit('');
    const other = await hub.submit('');
    for (const wrong of ['', 'x', `${secret}x`, other.secret ?? '', 'A'.repeat(10_000)]) {
      const answer = await hub.as('', `GET /ideas/${id}`, undefined, { 'x-idea-secret': wrong });
      assert.equal(answer.status, 404, wrong.slice(0, 20));
    }
  });

  test('no table holds the secret, not even where an answer is kept for a repetition', async () => {
    const answer = await hub.as('', 'POST /ideas', INPUT, { 'idempotency-key': 'geheim-1' });
    const { secret } = answer.body;
    assert.equal(Buffer.from(secret, 'base64url').length, 32);
    assert.ok(!(await everything()).includes(secret));
  });

  test('somebody who is signed in may leave the name out, and nothing kept says who it was', async () => {
    const input = { ...INPUT, title: 'Aus dem Bürgeramt, ohne Namen', anonymous: true };
    const answer = await hub.as('rosa', 'POST /ideas', input, { 'idempotency-key': 'geheim-2' });
    assert.equal(answer.status, 201, answer.text);
    assert.ok(answer.body.secret);
    assert.equal(answer.body.idea.anonymous, true);
    assert.deepEqual(answer.body.idea.orgs, [{ id: 'lindenhafen', name: 'Stadt Lindenhafen' }]);
    assert.ok(!(await everything()).includes('rosa'));
  });

  test('a unit is named as long as five people or more work there', async () => {
    const large = await hub.submit('rosa', { anonymous: true });
    const small = await hub.submit('kalle', { anonymous: true });
    assert.equal((await hub.as('ayla', `GET /ideas/${large.id}`)).body.unit, 'Bürgeramt');
    assert.equal((await hub.as('ayla', `GET /ideas/${small.id}`)).body.unit, undefined);
    const row = await hub.database.kysely
      .selectFrom('idea')
      .select('unit')
      .where('id', '=', small.id)
      .executeTakeFirstOrThrow();
    assert.equal(row.unit, null, 'it is not even kept');
    // Two leave, four are left.
    await hub.database.write(['account'], (transaction) =>
      transaction.deleteFrom('membership').where('personId', 'in', ['person-desk1', 'person-desk2']).execute(),
    );
    assert.equal((await hub.as('ayla', `GET /ideas/${large.id}`)).body.unit, undefined);
    const { items } = (await hub.as('ayla', 'GET /ideas?queue=true')).body as {
      items: { id: string; unit?: string }[];
    };
    assert.equal(items.find(({ id }) => id === large.id)?.unit, undefined);
  });

  test('strangers name an organisation of the network or none, and keep no drafts', async () => {
    assert.equal((await hub.as('', 'POST /ideas', { ...INPUT, orgId: 'atlantis' })).body.fieldErrors[0].field, 'orgId');
    assert.equal((await hub.as('', 'POST /ideas', { ...INPUT, draft: true })).body.fieldErrors[0].field, 'draft');
    assert.deepEqual((await hub.as('', 'POST /ideas', INPUT)).body.idea.orgs, []);
  });
});
