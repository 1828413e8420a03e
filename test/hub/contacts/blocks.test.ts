import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { requestStates } from '../../../demo/hub/contacts/contact-facts.ts';
import { expireRequests } from '../../../demo/hub/contacts/contact-jobs.ts';
import { personId, type Answer, type Who } from '../participation/ideas-hub.ts';
import { DAY } from '../registration/meetings-hub.ts';
import { NOW, onEitherEngine } from '../support/test-hub.ts';
import { startContactsHub, type ContactsHub } from './contacts-hub.ts';

/** What an answer says, without what is another one's anyway: its id, its names, its hash. */
const shapeOf = ({ status, body, headers }: Answer, ...own: readonly string[]): unknown => {
  const text = own.reduce((rest, word) => rest.replaceAll(word, '…'), JSON.stringify(body));
  const names = Object.keys(headers)
    .filter((name) => name !== 'date')
    .toSorted();
  return [status, text, names, String(headers['etag'] ?? '').split('.')[0]];
};

onEitherEngine('Somebody who is blocked', (engine) => {
  let hub: ContactsHub;
  before(async () => {
    hub = await startContactsHub(engine);
    await hub.addPeople(3);
  });
  beforeEach(async () => {
    hub.now = NOW;
    await hub.clear();
    await hub.entry('henrik', { monthlyRequests: 2 });
    await hub.entry('mirja', { monthlyRequests: 2 });
  });
  after(async () => {
    await hub.parts.jobs.stop();
    await hub.close();
  });

  /** Rosa is blocked by Henrik; Mirja has declined. */
  async function refused(): Promise<readonly [string, string]> {
    const [blocked, declined] = [await hub.asked('rosa', 'henrik'), await hub.asked('rosa', 'mirja')];
    await hub.deliver();
    await hub.mails();
    hub.now = NOW + DAY;
    const reply = await hub.reply('henrik', blocked, 'block');
    assert.deepEqual([reply.status, reply.body.state, reply.body.can], [200, 'blocked', []]);
    await hub.reply('mirja', declined, 'decline');
    return [blocked, declined];
  }

  test('sees a refusal like any other: in the request, the list, the news and the mail', async () => {
    const [blocked, declined] = await refused();
    const own = [blocked, declined, 'henrik', 'Henrik Aktendeckel', 'mirja', 'Mirja Feldweg'];
    assert.deepEqual(
      shapeOf(await hub.seen('rosa', blocked), ...own),
      shapeOf(await hub.seen('rosa', declined), ...own),
    );
    const { items } = (await hub.as('rosa', 'GET /contact-requests?box=sent')).body;
    assert.deepEqual(
      items.map((item: { state: string; answeredAt: string }) => [item.state, item.answeredAt]),
      Array(2).fill(['declined', new Date(NOW + DAY).toISOString()]),
    );
    assert.deepEqual(
      (await hub.told('rosa')).map(([kind]) => kind),
      ['contact-declined', 'contact-declined'],
    );
    const mails = (await hub.mails()).map(({ subject, text }) =>
      [subject, text].map((words) => own.reduce((rest, word) => rest.replaceAll(word, '…'), words)),
    );
    assert.deepEqual(mails[0], mails[1]);
    const states = await requestStates(hub.database.kysely, personId('rosa'), own.slice(2).map((id) => personId(id as Who)), hub.now); // prettier-ignore
    assert.deepEqual([...states.values()], ['declined', 'declined']);
  });

  test('gets the answers of everybody, and is never delivered', async () => {
    await refused();
    const [toHenrik, toMirja] = [await hub.ask('rosa', 'henrik'), await hub.ask('rosa', 'mirja')];
    const own = [toHenrik, toMirja].flatMap(({ body }) => [body.id as string, body.peer.id as string, body.peer.displayName as string]); // prettier-ignore
    assert.deepEqual(shapeOf(toHenrik, ...own), shapeOf(toMirja, ...own));
    // Before the other one is told, the same has been done for both.
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from jobs.job where name = 'contacts.tell'`.execute(hub.database.kysely);
    assert.equal(rows[0]?.count, 2);
    await hub.mails();
    await hub.deliver();
    assert.deepEqual(
      (await hub.mails()).map(({ to }) => to),
      ['mirja'],
    );
    const inbox = (await hub.as('henrik', 'GET /contact-requests')).body;
    assert.deepEqual([inbox.total, inbox.waiting, inbox.items.length], [1, 0, 1]);
    for (const action of ['accept', 'decline', 'block'])
      assert.equal((await hub.reply('henrik', toHenrik.body.id, action, {})).status, 404, action);
    assert.equal((await hub.seen('henrik', toHenrik.body.id)).status, 404);
    assert.doesNotMatch(JSON.stringify((await hub.as('henrik', 'GET /me/export')).body), new RegExp(toHenrik.body.id));

    // The same rules for the next one: open, then used up, then over.
    for (const to of ['henrik', 'mirja'] as const) assert.equal((await hub.ask('rosa', to)).body.code, 'contact-open');
    const [one, two] = [toHenrik.body.id as string, toMirja.body.id as string];
    for (const id of [one, two]) assert.equal((await hub.reply('rosa', id, 'withdraw')).body.state, 'withdrawn');
    for (const to of ['henrik', 'mirja'] as const)
      assert.equal((await hub.ask('rosa', to)).body.code, 'contact-capacity', to);
    // For others there is room: what was never delivered takes none.
    assert.equal((await hub.ask('cem', 'henrik')).status, 201);
    assert.equal((await hub.ask('cem', 'mirja')).body.code, 'contact-capacity');
  });

  test('waits in vain as long as others do', async () => {
    await refused();
    const [one, two] = [await hub.asked('rosa', 'henrik'), await hub.asked('rosa', 'mirja')];
    for (const [days, state] of [
      [13, 'sent'],
      [14, 'expired'],
    ] as const) {
      hub.now = NOW + DAY + days * DAY;
      for (const id of [one, two]) assert.equal((await hub.seen('rosa', id)).body.state, state);
    }
    assert.equal(await expireRequests(hub.parts), 2);
    for (const id of [one, two]) assert.equal((await hub.seen('rosa', id)).body.answeredAt, undefined);
  });

  test('is in the list of who did it, and may ask again when taken out of it', async () => {
    const [blocked] = await refused();
    const lost = await hub.asked('rosa', 'henrik');
    const { items } = (await hub.as('henrik', 'GET /me/blocks')).body;
    assert.deepEqual(
      items.map((item: { peer: { displayName: string }; at: string }) => [item.peer.displayName, item.at]),
      [['Rosa Wiesengrund', new Date(NOW + DAY).toISOString()]],
    );
    assert.deepEqual((await hub.as('rosa', 'GET /me/blocks')).body.items, []);
    assert.equal((await hub.as('stranger', 'GET /me/blocks')).status, 401);
    await hub.entry('rosa');
    assert.equal((await hub.ask('henrik', 'rosa')).body.code, 'contact-blocked');
    for (let twice = 0; twice < 2; twice += 1)
      assert.equal((await hub.as('henrik', `DELETE /me/blocks/${personId('rosa')}`)).status, 204);
    assert.deepEqual((await hub.as('henrik', 'GET /me/blocks')).body.items, []);
    assert.equal((await hub.seen('henrik', lost)).status, 404, 'what was sent meanwhile stays undelivered');
    assert.equal((await hub.seen('henrik', blocked)).body.state, 'blocked');
    hub.now = NOW + 30 * DAY;
    const id = await hub.asked('rosa', 'henrik');
    assert.equal((await hub.seen('henrik', id)).body.state, 'sent');
  });

  test('may be so after the request has ended, and what was seen of it stays as it was', async () => {
    const id = await hub.asked('rosa', 'henrik');
    await hub.reply('henrik', id, 'accept', { reveal: ['email'] });
    const before = (await hub.seen('rosa', id)).body;
    const blocked = await hub.reply('henrik', id, 'block');
    assert.deepEqual(
      [blocked.status, blocked.body.state, blocked.body.can.includes('block')],
      [200, 'accepted', false],
    );
    assert.deepEqual((await hub.seen('rosa', id)).body, before);
    assert.equal((await hub.ask('rosa', 'henrik')).status, 201);
    assert.equal((await hub.as('henrik', 'GET /contact-requests')).body.total, 1);
  });
});
