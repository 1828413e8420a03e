import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { onEitherEngine } from '../support/test-hub.ts';
import { INPUT, startNetwork, type Network } from './ideas-network.ts';

onEitherEngine('Submitting ideas', (engine) => {
  let hub: Network;
  before(async () => (hub = await startNetwork(engine)));
  after(() => hub.close());

  test('a colleague submits an idea with all that belongs to it, and a moderator of the town is told', async () => {
    const input = {
      ...INPUT,
      body: '## So geht es\r\n\r\nErst fragen.',
      problem: 'Siebzehn Formulare.',
      benefitFor: 'Wer umzieht',
      firstStep: 'Eine Liste',
      topicIds: ['Transparenz'],
      tags: ['#Umzug', 'umzug', ' Formulare '],
      needs: [{ kind: 'legal', text: 'Melderecht' }],
      place: { name: 'Rathaus' },
    };
    const answer = await hub.as('rosa', 'POST /ideas', input);
    assert.equal(answer.status, 201, answer.text);
    const { idea, secret } = answer.body;
    assert.equal(secret, undefined);
    assert.equal(answer.headers.location, `/api/v1/ideas/${idea.id}`);
    assert.equal(idea.stage, 'submitted');
    assert.equal(idea.body, '## So geht es\n\nErst fragen.');
    assert.deepEqual(idea.tags, ['Umzug', 'Formulare']);
    assert.deepEqual(
      idea.topics.map(({ id }: { id: string }) => id),
      ['transparenz'],
    );
    assert.equal(idea.authors[0].displayName, 'Rosa Wiesengrund');
    assert.deepEqual(idea.orgs, [{ id: 'lindenhafen', name: 'Stadt Lindenhafen' }]);
    assert.equal(idea.unit, 'Bürgeramt');
    assert.equal(idea.me.author, true);
    assert.equal(idea.history[0].action, 'create');
    const told = await hub.database.kysely
      .selectFrom('notification')
      .selectAll()
      .where('ideaId', '=', idea.id)
      .execute();
    assert.deepEqual(
      told.map(({ personId, kind }) => [personId, kind]),
      [['person-ayla', 'idea-submitted']],
    );
  });

  test('an idea that nobody has released is seen by its author and the moderators of its town only', async () => {
    const { id } = await hub.submit('rosa');
    for (const [who, status] of [
      ['rosa', 200],
      ['ayla', 200],
      ['kalle', 404],
      ['cem', 404],
      ['', 404],
    ] as const) {
      assert.equal((await hub.as(who, `GET /ideas/${id}`)).status, status, who || 'a stranger');
    }
  });

  test('a draft may be empty, is seen by its author only, and is told to nobody', async () => {
    const answer = await hub.as('rosa', 'POST /ideas', { draft: true });
    assert.equal(answer.status, 201, answer.text);
    const { id, stage } = answer.body.idea;
    assert.equal(stage, 'draft');
    assert.equal((await hub.as('ayla', `GET /ideas/${id}`)).status, 404);
    assert.equal((await hub.as('rosa', `GET /ideas/${id}`)).status, 200);
    const told = await hub.database.kysely.selectFrom('notification').selectAll().where('ideaId', '=', id).execute();
    assert.equal(told.length, 0);
  });

  test('who sees a released idea follows its reach', async () => {
    const within = await hub.released('rosa', { reach: 'within' });
    const between = await hub.released('rosa', { reach: 'between' });
    const civil = await hub.released('rosa', { reach: 'civil' });
    const seenBy = async (who: string) => {
      const statuses = [];
      for (const id of [within, between, civil]) statuses.push((await hub.as(who, `GET /ideas/${id}`)).status);
      return statuses;
    };
    assert.deepEqual(await seenBy('kalle'), [200, 200, 200]);
    assert.deepEqual(await seenBy('ida'), [404, 200, 200]);
    assert.deepEqual(await seenBy(''), [404, 404, 200]);
  });

  test('a form sent twice with one key makes one idea and gets one answer, secret and all', async () => {
    const headers = { 'idempotency-key': 'einmal-ist-genug' };
    const input = { ...INPUT, title: 'Nur einmal bitte einreichen', orgId: 'lindenhafen' };
    const first = await hub.as('', 'POST /ideas', input, headers);
    const second = await hub.as('', 'POST /ideas', input, headers);
    assert.equal(first.status, 201, first.text);
    assert.equal(second.headers['idempotency-replayed'], 'true');
    assert.deepEqual(second.body, first.body);
    assert.equal(second.headers.etag, first.headers.etag);
    const rows = await hub.database.kysely.selectFrom('idea').select('id').where('title', '=', input.title).execute();
    assert.equal(rows.length, 1);
    const forged = await hub.as('', 'POST /ideas', { ...input, title: 'Eine andere Idee mit dem Schlüssel' }, headers);
    assert.equal(forged.body.code, 'idempotency-key-reused');
    assert.equal(forged.body.secret, undefined);
  });

  test('fields that are not right are all named at once, counted as people count', async () => {
    const flags = '🏳️‍🌈'.repeat(121);
    const answer = await hub.as('rosa', 'POST /ideas', {
      title: flags,
      summary: ' ',
      topicIds: ['transparenz', 'gibt-es-nicht'],
      tags: ['x'.repeat(41)],
      orgId: 'brueckfurt',
      eventId: 'kein-termin',
      attachmentIds: ['keine-datei'],
    });
    assert.equal(answer.status, 400);
    const errors = answer.body.fieldErrors.map(
      ({ field, code }: { field: string; code: string }) => `${field} ${code}`,
    );
    assert.deepEqual(errors.toSorted(), [
      'attachmentIds.0 not-found',
      'eventId not-found',
      'orgId not-allowed',
      'reach required',
      'summary required',
      'tags.0 too-long',
      'title too-long',
      'topicIds.1 not-found',
    ]);
    assert.equal((await hub.as('rosa', 'POST /ideas', { ...INPUT, title: '🏳️‍🌈'.repeat(120) })).status, 201);
    assert.equal(
      (await hub.as('rosa', 'POST /ideas', { ...INPUT, title: 'Zu kurz' })).body.fieldErrors[0].code,
      'too-short',
    );
  });

  test('a change needs the version it was made from; its author makes it and history tells it', async () => {
    const { id, etag } = await hub.submit('rosa');
    const change = { summary: 'Wer umzieht, füllt genau ein Formular aus.', problem: 'Zu viele Formulare' };
    assert.equal((await hub.as('rosa', `PATCH /ideas/${id}`, change)).status, 428);
    assert.equal((await hub.as('rosa', `PATCH /ideas/${id}`, change, { 'if-match': '"99.x"' })).status, 412);
    assert.equal((await hub.as('ayla', `PATCH /ideas/${id}`, change, { 'if-match': etag })).status, 403);
    assert.equal((await hub.as('kalle', `PATCH /ideas/${id}`, change, { 'if-match': etag })).status, 404);
    const changed = await hub.as('rosa', `PATCH /ideas/${id}`, change, { 'if-match': etag });
    assert.equal(changed.status, 200, changed.text);
    assert.equal(changed.body.problem, 'Zu viele Formulare');
    assert.equal(changed.body.title, INPUT.title);
    assert.equal(changed.body.history.at(-1).action, 'update');
    const emptied = await hub.as(
      'rosa',
      `PATCH /ideas/${id}`,
      { problem: null },
      { 'if-match': String(changed.headers.etag) },
    );
    assert.equal(emptied.body.problem, undefined);
  });

  test('what many have seen is widened by its author and narrowed by a moderator only', async () => {
    const id = await hub.released('rosa', { reach: 'within' });
    const patch = (who: string, body: object) => hub.as(who, `PATCH /ideas/${id}`, body, { 'if-match': '*' });
    assert.equal((await patch('ayla', { reach: 'civil' })).status, 403);
    const wide = await patch('rosa', { reach: 'civil' });
    assert.equal(wide.status, 200, wide.text);
    assert.equal(wide.body.visibility, 'public');
    assert.equal(wide.body.history.at(-1).action, 'widen');
    assert.equal((await hub.as('', `GET /ideas/${id}`)).status, 200);
    const narrowed = await patch('rosa', { reach: 'within' });
    assert.deepEqual(
      narrowed.body.fieldErrors?.map(({ field }: { field: string }) => field),
      ['reach'],
      narrowed.text,
    );
    assert.equal((await patch('ayla', { reach: 'within', title: 'Ein Titel der Moderation' })).status, 403);
    assert.equal((await patch('ayla', { reach: 'within' })).status, 200);
    assert.equal((await hub.as('', `GET /ideas/${id}`)).status, 404);
    assert.equal((await patch('rosa', { orgId: 'brueckfurt' })).body.fieldErrors[0].field, 'orgId');
  });

  test('the configuration says who may submit and how it shows pictures', async () => {
    const { ideas } = (await hub.as('', 'GET /config')).body;
    assert.equal(ideas.anonymous, true);
    assert.equal(ideas.attachments.files, 5);
    assert.ok(ideas.attachments.mediaTypes.includes('image/png'));
    assert.ok(!ideas.attachments.mediaTypes.includes('image/svg+xml'));
  });
});

onEitherEngine('Submitting where members are trusted', (engine) => {
  let hub: Network;
  before(async () => (hub = await startNetwork(engine, { ideas: { anonymous: false, moderation: 'strangers' } })));
  after(() => hub.close());

  test('an idea of a member is open at once', async () => {
    const { id } = await hub.submit('rosa');
    assert.equal((await hub.as('', `GET /ideas/${id}`)).body.stage, 'open');
  });

  test('what only a program fills in so is read first, and never dropped', async () => {
    for (const input of [{ website: 'https://spam.example' }, { filledIn: 400 }]) {
      const { id } = await hub.submit('rosa', input);
      assert.equal((await hub.as('rosa', `GET /ideas/${id}`)).body.stage, 'submitted');
      const entry = await hub.database.kysely
        .selectFrom('auditEntry')
        .select('detail')
        .where('objectId', '=', id)
        .executeTakeFirstOrThrow();
      assert.ok('honeypot' in entry.detail || 'fast' in entry.detail);
    }
  });

  test('strangers are asked to sign in', async () => {
    assert.equal((await hub.as('', 'POST /ideas', INPUT)).status, 401);
    assert.equal((await hub.as('rosa', 'POST /ideas', { ...INPUT, anonymous: true })).status, 401);
  });
});
