import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { onEitherEngine } from '../support/test-hub.ts';
import { personId, startIdeasHub, type IdeasHub, type Who } from './ideas-hub.ts';

interface Comment {
  readonly id: string;
  readonly body: string;
  readonly state: string;
  readonly author?: { readonly displayName: string };
  readonly can: readonly string[];
}

onEitherEngine('Comments of an idea', (engine) => {
  let hub: IdeasHub;
  before(async () => {
    hub = await startIdeasHub(engine);
  });
  after(() => hub.close());

  async function say(who: Who, ideaId: string, body: string, more: object = {}): Promise<Comment> {
    const answer = await hub.as(who, `POST /ideas/${ideaId}/comments`, { kind: 'comment', body, ...more });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  }
  const list = async (who: Who, ideaId: string, headers = {}): Promise<readonly Comment[]> =>
    (await hub.as(who, `GET /ideas/${ideaId}/comments`, undefined, headers)).body.items;
  const bodies = async (who: Who, ideaId: string, headers = {}): Promise<readonly string[]> =>
    (await list(who, ideaId, headers)).map(({ body, state }) => `${state}: ${body}`);

  test('stand in the order in which they were said, replies after what they reply to', async () => {
    const id = await hub.idea();
    const first = await say('henrik', id, 'Erstens');
    await say('mirja', id, 'Zweitens', { kind: 'concern' });
    await say('rosa', id, 'Dazu', { parentId: first.id });
    await say('henrik', id, 'Danke', { parentId: first.id });
    assert.deepEqual(await bodies('stranger', id), [
      'visible: Erstens',
      'visible: Dazu',
      'visible: Danke',
      'visible: Zweitens',
    ]);
    assert.equal((await hub.row(id))['comments'], 4);
    assert.deepEqual(await hub.told('henrik'), [['reply', personId('rosa'), 'Dazu']]);
    assert.deepEqual(
      (await hub.told('rosa')).map(([kind]) => kind),
      ['comment', 'comment', 'comment'],
    );
  });

  test('have one level of replies, and replies belong to their own idea', async () => {
    const [id, other] = [await hub.idea(), await hub.idea({ title: 'Eine ganz andere Idee' })];
    const first = await say('henrik', id, 'Erstens');
    const reply = await say('rosa', id, 'Dazu', { parentId: first.id });
    for (const [ideaId, parentId] of [
      [id, reply.id],
      [other, first.id],
      [id, 'gibt-es-nicht'],
    ]) {
      const refused = await hub.as('mirja', `POST /ideas/${ideaId}/comments`, { kind: 'comment', body: 'x', parentId });
      assert.deepEqual([refused.status, refused.body.fieldErrors[0].field], [400, 'parentId']);
    }
    assert.deepEqual(reply.can.includes('reply'), false);
  });

  test('are kept as they were written, without what nobody types, and no longer than is said', async () => {
    const id = await hub.idea();
    const markup = 'Sehr **wichtig** <script>alert(1)</script>\u0000\u0007 [Link](javascript:alert(1))';
    const comment = await say('henrik', id, `  ${markup}\r\nZeile zwei  `);
    assert.equal(comment.body, 'Sehr **wichtig** <script>alert(1)</script> [Link](javascript:alert(1))\nZeile zwei');
    assert.equal((await say('henrik', id, '👩‍👩‍👧‍👦'.repeat(3000))).state, 'visible', 'people count characters, not bytes');
    for (const body of ['', '   ', 'ä'.repeat(4001), 7, null]) {
      const refused = await hub.as('henrik', `POST /ideas/${id}/comments`, { kind: 'comment', body });
      assert.deepEqual([refused.status, refused.body.fieldErrors[0].field], [400, 'body'], String(body).slice(0, 9));
    }
    const unknown = await hub.as('henrik', `POST /ideas/${id}/comments`, {
      kind: 'praise',
      body: 'x',
      state: 'visible',
    });
    assert.deepEqual(unknown.body.fieldErrors.map((error: { field: string }) => error.field).sort(), ['kind', 'state']);
  });

  test('tell each person once, and name nobody who may not see the idea', async () => {
    const id = await hub.idea({ reach: 'within' });
    await hub.as('kalle', `PUT /ideas/${id}/follow`);
    const outside = await hub.as('kalle', `POST /ideas/${id}/comments`, {
      kind: 'question',
      body: 'Was sagt Brückfurt?',
      mentionIds: [personId('bente'), personId('cem'), 'person-nobody'],
    });
    assert.equal(outside.status, 400);
    assert.deepEqual(
      outside.body.fieldErrors.map((error: { field: string }) => error.field),
      ['mentionIds.1', 'mentionIds.2'],
    );
    assert.deepEqual(await hub.told('cem'), []);
    const text = 'Was sagt die Moderation?';
    await say('kalle', id, text, { mentionIds: [personId('bente'), personId('rosa'), personId('kalle')] });
    assert.deepEqual(
      await hub.told('rosa'),
      [['mention', personId('kalle'), text]],
      'as the author and as named: once',
    );
    assert.deepEqual(await hub.told('bente'), [['mention', personId('kalle'), text]]);
    assert.deepEqual(await hub.told('kalle'), []);
    const people = (await hub.as('kalle', `GET /ideas/${id}/participants`)).body.items;
    assert.deepEqual(
      people.map(({ displayName }: { displayName: string }) => displayName),
      ['Rosa Wiesengrund', 'Kalle Uferlos'],
    );
  });

  test('are changed by their author, and by nobody who has not seen the last words', async () => {
    const id = await hub.idea();
    const comment = await say('henrik', id, 'Erste Fassung');
    const [listed] = await list('henrik', id);
    const etag = (listed as { etag?: string } | undefined)?.etag ?? '';
    const change = (who: Who, body: string, headers: Readonly<Record<string, string>>) =>
      hub.as(who, `PATCH /comments/${comment.id}`, { body }, headers);
    assert.equal((await change('henrik', 'x', {})).status, 428);
    assert.equal((await change('rosa', 'x', { 'if-match': etag })).status, 403);
    assert.equal((await change('ayla', 'x', { 'if-match': etag })).status, 403, 'moderators hide; they do not rewrite');
    assert.equal((await change('stranger', 'x', { 'if-match': etag })).status, 401);
    const changed = await change('henrik', 'Zweite Fassung', { 'if-match': etag });
    assert.deepEqual(
      [changed.status, changed.body.body, typeof changed.body.editedAt],
      [200, 'Zweite Fassung', 'string'],
    );
    assert.equal((await change('henrik', 'Dritte', { 'if-match': etag })).status, 412);
    const again = await change('henrik', 'Dritte', { 'if-match': String(changed.headers['etag']) });
    assert.equal(again.status, 200);
  });

  test('are taken back by their author: the words go, the replies stay', async () => {
    const id = await hub.idea();
    const first = await say('henrik', id, 'Das nehme ich zurück');
    await say('rosa', id, 'Schade', { parentId: first.id });
    assert.equal((await hub.as('rosa', `DELETE /comments/${first.id}`)).status, 403);
    const removed = await hub.as('henrik', `DELETE /comments/${first.id}`);
    assert.deepEqual([removed.status, removed.body.state, removed.body.body], [200, 'removed', '']);
    assert.deepEqual(await bodies('stranger', id), ['removed: ', 'visible: Schade']);
    assert.equal((await list('stranger', id))[0]?.author, undefined);
    assert.equal((await hub.row(id))['comments'], 1);
    const { body } = await hub.database.kysely
      .selectFrom('ideaComment')
      .select('body')
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow();
    assert.equal(body, '');
    assert.equal((await hub.as('henrik', `DELETE /comments/${first.id}`)).status, 403);
  });

  test('are hidden by moderators of the organisation, with a reason that everybody can read', async () => {
    const id = await hub.idea();
    const comment = await say('henrik', id, 'Das gehört sich nicht');
    const hide = (who: Who, body: object) => hub.as(who, `POST /comments/${comment.id}/hide`, body);
    for (const [who, status] of [
      ['stranger', 401],
      ['rosa', 403],
      ['henrik', 403],
      ['cem', 403],
    ] as const) {
      assert.equal((await hide(who, { reason: 'Ton' })).status, status, who);
    }
    assert.equal((await hide('ayla', { reason: '  ' })).status, 400);
    const hidden = await hide('ayla', { reason: 'Der Ton verletzt jemanden.' });
    assert.deepEqual([hidden.status, hidden.body.state, hidden.body.body], [200, 'hidden', 'Das gehört sich nicht']);
    const [seen] = await list('stranger', id);
    assert.deepEqual(
      [seen?.state, seen?.body, (seen as { reason?: string } | undefined)?.reason],
      ['hidden', '', 'Der Ton verletzt jemanden.'],
    );
    assert.deepEqual(await bodies('henrik', id), ['hidden: Das gehört sich nicht'], 'its author still reads it');
    assert.deepEqual(await hub.told('henrik'), [['comment-hidden', null, 'Der Ton verletzt jemanden.']]);
    assert.equal((await hub.row(id))['comments'], 0);
    assert.equal((await hub.as('ayla', `POST /comments/${comment.id}/show`, {})).body.state, 'visible');
    assert.deepEqual(await bodies('stranger', id), ['visible: Das gehört sich nicht']);
    const audited = await hub.database.kysely
      .selectFrom('auditEntry')
      .select(['action', 'personId', 'orgId', 'detail'])
      .where('objectId', '=', comment.id)
      .orderBy('id')
      .execute();
    assert.deepEqual(audited, [
      {
        action: 'comment.hide',
        personId: personId('ayla'),
        orgId: 'lindenhafen',
        detail: { ideaId: id, before: 'visible' },
      },
      {
        action: 'comment.show',
        personId: personId('ayla'),
        orgId: 'lindenhafen',
        detail: { ideaId: id, before: 'hidden' },
      },
    ]);
  });

  test('of somebody with a private link wait for a moderator and never carry a name', async () => {
    const { id, secret } = await hub.namelessIdea();
    const link = { 'x-idea-secret': secret };
    assert.equal((await hub.as('stranger', `POST /ideas/${id}/comments`, { kind: 'comment', body: 'x' })).status, 401);
    const wrong = { 'x-idea-secret': `${secret.slice(0, -2)}xx` };
    assert.equal(
      (await hub.as('stranger', `POST /ideas/${id}/comments`, { kind: 'comment', body: 'x' }, wrong)).status,
      401,
    );
    const said = await hub.as('stranger', `POST /ideas/${id}/comments`, { kind: 'comment', body: 'Ich bin es' }, link);
    assert.deepEqual(
      [said.status, said.body.state, said.body.anonymous, said.body.author],
      [201, 'pending', true, undefined],
    );
    assert.deepEqual(await bodies('stranger', id), []);
    assert.deepEqual(await bodies('henrik', id), []);
    assert.deepEqual(await bodies('stranger', id, link), ['pending: Ich bin es']);
    assert.deepEqual(await bodies('ayla', id), ['pending: Ich bin es']);
    assert.deepEqual(await bodies('cem', id), [], 'another town moderates its own');
    assert.deepEqual([(await hub.row(id))['held'], (await hub.row(id))['comments']], [1, 0]);
    assert.deepEqual(await hub.told('ayla'), [['comment', null, 'Ich bin es']]);
    assert.equal((await hub.as('cem', `POST /comments/${said.body.id}/show`, {})).status, 404);
    await hub.as('henrik', `PUT /ideas/${id}/follow`);
    assert.equal((await hub.as('ayla', `POST /comments/${said.body.id}/show`, {})).body.state, 'visible');
    assert.deepEqual([(await hub.row(id))['held'], (await hub.row(id))['comments']], [0, 1]);
    assert.deepEqual(await hub.told('henrik'), [['comment', null, 'Ich bin es']]);
    const [shown] = (await hub.as('stranger', `GET /ideas/${id}/comments`, undefined, link)).body.items;
    const edited = await hub.as(
      'stranger',
      `PATCH /comments/${shown.id}`,
      { body: 'Neu' },
      { ...link, 'if-match': shown.etag },
    );
    assert.deepEqual([edited.status, edited.body.state], [200, 'pending'], 'other words are read first, too');
    assert.equal((await hub.as('stranger', `DELETE /comments/${shown.id}`, undefined, link)).body.state, 'removed');
  });

  test('of somebody who has signed in and uses the private link do not give the name away', async () => {
    const { id, secret } = await hub.namelessIdea();
    const link = { 'x-idea-secret': secret };
    const said = await hub.as('mirja', `POST /ideas/${id}/comments`, { kind: 'comment', body: 'Ich bin es' }, link);
    assert.equal(said.status, 201, JSON.stringify(said.body));
    const kept = await hub.database.kysely
      .selectFrom('ideaComment')
      .select('personId')
      .where('ideaId', '=', id)
      .execute();
    assert.deepEqual([kept, said.body.state], [[{ personId: null }], 'pending']);
    assert.equal(JSON.stringify((await hub.as('ayla', `GET /ideas/${id}/comments`)).body).includes('Mirja'), false);
  });

  test('answer for the administration only where somebody speaks for it', async () => {
    const id = await hub.idea();
    const answer = (who: Who) => hub.as(who, `POST /ideas/${id}/comments`, { kind: 'answer', body: 'Wir prüfen das.' });
    for (const [who, status] of [
      ['rosa', 403],
      ['henrik', 403],
      ['cem', 403],
      ['kalle', 201],
      ['ayla', 201],
    ] as const) {
      assert.equal((await answer(who)).status, status, who);
    }
  });

  test('are thanked for with one click a person and sign', async () => {
    const id = await hub.idea();
    const comment = await say('henrik', id, 'So haben wir es gemacht', { kind: 'experience' });
    const path = `/comments/${comment.id}/reactions`;
    await hub.as('rosa', `PUT ${path}/thanks/me`);
    await hub.as('rosa', `PUT ${path}/thanks/me`);
    const both = await hub.as('mirja', `PUT ${path}/thanks/me`);
    assert.deepEqual([both.body.reactions, both.body.me], [{ thanks: 2 }, { reactions: ['thanks'] }]);
    assert.equal((await hub.as('stranger', `PUT ${path}/thanks/me`)).status, 401);
    assert.equal((await hub.as('henrik', `PUT ${path}/thanks/me`)).status, 403, 'nobody thanks themselves');
    assert.equal((await hub.as('mirja', `PUT ${path}/angry/me`)).status, 400);
    const less = await hub.as('mirja', `DELETE ${path}/thanks/me`);
    assert.deepEqual([less.body.reactions, less.body.me], [{ thanks: 1 }, undefined]);
  });

  test('sent twice with one key are said once', async () => {
    const id = await hub.idea();
    const send = () =>
      hub.as(
        'henrik',
        `POST /ideas/${id}/comments`,
        { kind: 'comment', body: 'Einmal' },
        { 'idempotency-key': `c-${id}` },
      );
    const answers = await Promise.all([send(), send(), send()]);
    assert.deepEqual(new Set(answers.map(({ body }) => body.id)).size, 1);
    assert.deepEqual(await bodies('henrik', id), ['visible: Einmal']);
  });
});
