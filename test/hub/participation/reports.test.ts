import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { onEitherEngine } from '../support/test-hub.ts';
import { personId, startIdeasHub, type IdeasHub, type Who } from './ideas-hub.ts';

onEitherEngine('Reports', (engine) => {
  let hub: IdeasHub;
  before(async () => {
    hub = await startIdeasHub(engine);
  });
  after(() => hub.close());

  const report = (who: Who, type: 'idea' | 'comment', id: string, reason = 'Das stimmt nicht.') =>
    hub.as(who, 'POST /reports', { object: { type, id }, reason });
  const comment = async (ideaId: string): Promise<string> =>
    (await hub.as('henrik', `POST /ideas/${ideaId}/comments`, { kind: 'comment', body: 'Unerhört' })).body.id;

  test('wait for the moderators of the organisation and name nobody who sent them', async () => {
    const id = await hub.idea();
    const commentId = await comment(id);
    assert.equal((await report('mirja', 'comment', commentId, 'Beleidigt jemanden')).status, 201);
    assert.equal((await report('stranger', 'idea', id, 'Werbung')).status, 201);
    assert.equal((await hub.row(id))['held'], 2);
    assert.equal((await hub.as('ayla', `GET /ideas/${id}`)).body.reports, 2);
    assert.equal((await hub.as('rosa', `GET /ideas/${id}`)).body.reports, undefined);
    const { items } = (await hub.as('ayla', `GET /ideas/${id}/reports`)).body;
    assert.deepEqual(
      items.map(({ object, reason }: { object: object; reason: string }) => [object, reason]),
      [
        [{ type: 'comment', id: commentId }, 'Beleidigt jemanden'],
        [{ type: 'idea', id }, 'Werbung'],
      ],
    );
    assert.equal(JSON.stringify(items).includes('mirja'), false);
    for (const [who, status] of [
      ['stranger', 401],
      ['rosa', 403],
      ['cem', 403],
    ] as const) {
      assert.equal((await hub.as(who, `GET /ideas/${id}/reports`)).status, status, who);
      assert.equal((await hub.as(who, `POST /ideas/${id}/reports/settle`, { note: 'x' })).status, status, who);
    }
    assert.deepEqual(
      (await hub.told('ayla')).map(([kind, by]) => [kind, by]),
      [
        ['report', null],
        ['report', null],
      ],
    );
  });

  test('of one person about one thing are one', async () => {
    const id = await hub.idea();
    const [first, second] = [
      await report('mirja', 'idea', id, 'Erst so'),
      await report('mirja', 'idea', id, 'Dann so'),
    ];
    assert.equal(first.body.id, second.body.id);
    assert.deepEqual((await hub.as('ayla', `GET /ideas/${id}/reports`)).body.items.length, 1);
  });

  test('are settled with a word that those who reported are told, and leave a trail', async () => {
    const id = await hub.idea();
    const commentId = await comment(id);
    await report('mirja', 'comment', commentId);
    await hub.as('henrik', `DELETE /comments/${commentId}`);
    const kept = () =>
      hub.database.kysely.selectFrom('ideaComment').select('body').where('id', '=', commentId).executeTakeFirst();
    assert.deepEqual(await kept(), { body: 'Unerhört' }, 'taking it back does not make it unseen');
    assert.equal((await hub.as('ayla', `POST /ideas/${id}/reports/settle`, { note: '' })).status, 400);
    const settled = await hub.as('ayla', `POST /ideas/${id}/reports/settle`, { note: 'Der Kommentar ist weg.' });
    assert.deepEqual([settled.status, settled.body.reports], [200, 0]);
    assert.equal((await hub.row(id))['held'], 0);
    assert.deepEqual(await kept(), { body: '' });
    assert.deepEqual(await hub.told('mirja'), [['report-settled', null, 'Der Kommentar ist weg.']]);
    const [entry] = await hub.database.kysely
      .selectFrom('auditEntry')
      .select(['personId', 'objectId', 'orgId'])
      .where('action', '=', 'report.settle')
      .execute();
    assert.deepEqual(entry, { personId: personId('ayla'), objectId: id, orgId: 'lindenhafen' });
    assert.equal((await hub.as('bente', `POST /ideas/${id}/reports/settle`, { note: 'Noch einmal' })).status, 200);
    assert.equal((await hub.told('mirja')).length, 1);
  });

  test('are taken of what one may see only, and of nothing that is one’s own', async () => {
    const within = await hub.idea({ reach: 'within' });
    assert.equal((await report('stranger', 'idea', within)).status, 404);
    assert.equal((await report('cem', 'idea', within)).status, 404);
    assert.equal((await report('rosa', 'idea', within)).status, 403);
    assert.equal((await report('kalle', 'comment', 'gibt-es-nicht')).status, 404);
    const id = await hub.idea();
    assert.equal((await report('henrik', 'comment', await comment(id))).status, 403);
    const wrong = await hub.as('henrik', 'POST /reports', { object: { type: 'person', id: 'x' }, reason: 'x' });
    assert.equal(wrong.status, 400);
  });

  test('make ideas stand in the queue of their moderators', async () => {
    const id = await hub.idea();
    await report('mirja', 'idea', id);
    const queue = async (who: Who): Promise<readonly string[]> =>
      (await hub.as(who, 'GET /ideas?queue=true')).body.items.map((idea: { id: string }) => idea.id);
    assert.ok((await queue('ayla')).includes(id));
    assert.equal((await queue('cem')).includes(id), false);
    await hub.as('ayla', `POST /ideas/${id}/reports/settle`, { note: 'Geprüft, in Ordnung.' });
    assert.equal((await queue('ayla')).includes(id), false);
  });
});
