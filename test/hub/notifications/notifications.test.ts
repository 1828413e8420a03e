import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { forgetNotifications } from '../../../demo/hub/notifications/digests.ts';
import { notify } from '../../../demo/hub/notifications/notify.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { personId, startIdeasHub, type IdeasHub, type Who } from '../participation/ideas-hub.ts';
import { onEitherEngine } from '../support/test-hub.ts';

onEitherEngine('What is new for people', (engine) => {
  let hub: IdeasHub;
  before(async () => {
    hub = await startIdeasHub(engine);
  });
  beforeEach(() => hub.database.write([], (transaction) => transaction.deleteFrom('notification').execute()));
  after(() => hub.close());

  const news = async (who: Who, query = '') => (await hub.as(who, `GET /me/notifications${query}`)).body;
  const say = (who: Who, id: string, body: string) =>
    hub.as(who, `POST /ideas/${id}/comments`, { kind: 'comment', body });

  test('is told with who did it, about which idea, and the first words', async () => {
    const id = await hub.idea();
    const long = `Liebe Rosa,\n\n${'sehr '.repeat(60)}gut 👩‍👩‍👧‍👦`;
    await say('henrik', id, long);
    const { items, unread } = await news('rosa');
    assert.equal(unread, 1);
    const [item] = items;
    assert.deepEqual(
      [item.kind, item.by.displayName, item.by.org.name, item.idea, item.read],
      ['comment', 'Henrik Aktendeckel', 'Kreis Auental', { id, title: 'Ein Formular statt siebzehn' }, false],
    );
    assert.match(item.text, /^Liebe Rosa, sehr sehr .*…$/);
    assert.ok(item.text.length <= 200);
    assert.equal(JSON.stringify(items).includes('@'), false);
    assert.deepEqual((await news('henrik')).items, [], 'what one does oneself is no news');
    assert.equal((await hub.as('stranger', 'GET /me/notifications')).status, 401);
    assert.equal((await hub.as('stranger', 'POST /me/notifications/read', {})).status, 401);
  });

  test('comes in pages, the newest first, none twice and none left out', async () => {
    const id = await hub.idea();
    for (let index = 0; index < 7; index += 1) await say('henrik', id, `Nummer ${index}`);
    const texts: string[] = [];
    let cursor: string | undefined = '';
    let pages = 0;
    while (cursor !== undefined) {
      const page: { items: { text: string }[]; nextCursor?: string; unread: number } = await news(
        'rosa',
        `?limit=3${cursor && `&cursor=${cursor}`}`,
      );
      assert.equal(page.unread, 7);
      texts.push(...page.items.map(({ text }) => text));
      cursor = page.nextCursor;
      pages += 1;
    }
    assert.deepEqual([pages, new Set(texts).size, texts.length], [3, 7, 7]);
    assert.equal((await hub.as('rosa', 'GET /me/notifications?cursor=forged')).status, 400);
    assert.equal((await hub.as('rosa', 'GET /me/notifications?limit=51')).status, 400);
  });

  test('is marked as read, one by one or all, and by nobody else', async () => {
    const id = await hub.idea();
    for (const text of ['eins', 'zwei', 'drei']) await say('henrik', id, text);
    const { items } = await news('rosa');
    const ids = [items[0].id];
    assert.equal((await hub.as('kalle', 'POST /me/notifications/read', { ids })).status, 204);
    assert.equal((await news('rosa')).unread, 3);
    await hub.as('rosa', 'POST /me/notifications/read', { ids });
    assert.deepEqual([(await news('rosa')).unread, (await news('rosa')).items[0].read], [2, true]);
    await hub.as('rosa', 'POST /me/notifications/read', { ids: [] });
    assert.equal((await news('rosa')).unread, 2, 'no ids are none, not all');
    await hub.as('rosa', 'POST /me/notifications/read', {});
    assert.equal((await news('rosa')).unread, 0);
  });

  test('leaves out what a person has switched off', async () => {
    const id = await hub.idea();
    const { headers } = await hub.as('rosa', 'GET /me/settings');
    const settings = { locale: 'de', digest: 'daily', muted: ['comment'] };
    const saved = await hub.as('rosa', 'PUT /me/settings', settings, { 'if-match': String(headers['etag']) });
    assert.deepEqual([saved.status, saved.body], [200, settings]);
    await say('henrik', id, 'Hört jemand zu?');
    await hub.as('henrik', `PUT /ideas/${id}/supports/me`, { level: 'i-join', shown: 'name' });
    assert.deepEqual(
      (await news('rosa')).items.map(({ kind }: { kind: string }) => kind),
      ['support'],
    );
    const wrong = { ...settings, muted: ['everything'] };
    assert.equal((await hub.as('rosa', 'PUT /me/settings', wrong, { 'if-match': '*' })).status, 400);
    await hub.as('rosa', 'PUT /me/settings', { ...settings, muted: [] }, { 'if-match': '*' });
  });

  test('tells no title of an idea that one may no longer see', async () => {
    const id = await hub.idea();
    await hub.as('henrik', `PUT /ideas/${id}/follow`);
    await say('kalle', id, 'Für alle');
    assert.equal((await news('henrik')).unread, 1);
    await hub.database.write(['idea'], (transaction) =>
      transaction.updateTable('idea').set({ visibility: 'organisation' }).where('id', '=', id).execute(),
    );
    assert.deepEqual(await news('henrik'), { items: [], unread: 0 });
  });

  test('reaches thousands of followers at once', async () => {
    const id = await hub.idea();
    const people = Array.from({ length: 2_500 }, (_, index) => `follower-${index}`);
    await hub.database.write([], async (transaction) => {
      for (let start = 0; start < people.length; start += 500) {
        const some = people.slice(start, start + 500);
        await transaction
          .insertInto('person')
          .values(some.map((name) => ({ id: name, displayName: name, orgId: null })))
          .execute();
        await transaction
          .insertInto('account')
          .values(some.map((name) => ({ id: `a-${name}`, personId: name, issuer: 'many', subject: name, email: null })))
          .execute();
      }
      await notify(transaction, {
        kind: 'comment',
        to: [...people, 'nobody', null, undefined],
        ideaId: id,
        text: 'An alle',
      });
    });
    const { count } = await hub.database.kysely
      .selectFrom('notification')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(Number(count), 2_500);
  });

  test('is forgotten when its time is over', async () => {
    const id = await hub.idea();
    await say('henrik', id, 'Altes');
    await say('henrik', id, 'Neues');
    const days = hub.config.retention.notificationDays;
    const clock = (): number => Date.now() + (days - 1) * 86_400_000;
    await hub.database.kysely
      .updateTable('notification')
      .set({ at: new Date(Date.now() - 2 * 86_400_000) })
      .where('text', '=', 'Altes')
      .execute();
    assert.equal(await forgetNotifications(makeHub({ config: hub.config, database: hub.database, clock })), 1);
    assert.deepEqual(
      (await hub.told('rosa')).map(([, , text]) => text),
      ['Neues'],
    );
  });

  test('is handed out to its person and goes with them; what they did to others keeps no name', async () => {
    const id = await hub.idea();
    await hub.as('mirja', `PUT /ideas/${id}/supports/me`, { level: 'useful-here', shown: 'name', note: 'Kennen wir' });
    const first = (await say('mirja', id, 'Wir auch')).body.id;
    await hub.as('henrik', `PUT /comments/${first}/reactions/heart/me`);
    await hub.as('rosa', `POST /ideas/${id}/comments`, { kind: 'comment', body: 'Danke', parentId: first });
    const offer = await hub.as('mirja', `POST /ideas/${id}/help-offers`, { kinds: ['it'], text: 'Privatnummer' });
    await hub.as('rosa', `POST /help-offers/${offer.body.id}/accept`, { needIndex: 1 });
    await hub.as('mirja', 'POST /reports', { object: { type: 'idea', id }, reason: 'Tippfehler' });
    const exported = (await hub.as('mirja', 'GET /me/export')).body;
    const { supports, comments, helpOffers, reports, follows } = exported.participation;
    assert.deepEqual(
      [supports[0].note, comments[0].body, helpOffers[0].text, reports[0].reason, follows.length],
      ['Kennen wir', 'Wir auch', 'Privatnummer', 'Tippfehler', 1],
    );
    assert.deepEqual(exported.notifications.map(({ kind }: { kind: string }) => kind).sort(), [
      'help-accepted',
      'reply',
    ]);

    assert.equal((await hub.as('mirja', 'DELETE /me')).status, 204);
    const idea = (await hub.as('rosa', `GET /ideas/${id}`)).body;
    assert.deepEqual(
      [
        idea.counts.supports,
        idea.counts.usefulHere,
        idea.counts.followers,
        idea.counts.comments,
        idea.counts.helpOffers,
      ],
      [0, 0, 0, 2, 1],
    );
    const [comment] = (await hub.as('rosa', `GET /ideas/${id}/comments`)).body.items;
    assert.deepEqual(
      [comment.body, comment.author.displayName, comment.reactions],
      ['Wir auch', 'Ehemaliges Mitglied', { heart: 1 }],
    );
    for (const table of [
      'ideaSupport',
      'ideaFollow',
      'ideaComment',
      'helpOffer',
      'report',
      'notification',
      'idea',
      'ideaHistory',
    ] as const) {
      const rows = await hub.database.kysely.selectFrom(table).selectAll().execute();
      assert.equal(JSON.stringify(rows).includes(personId('mirja')), false, table);
    }
    assert.equal(
      JSON.stringify(await hub.database.kysely.selectFrom('helpOffer').selectAll().execute()).includes('Privatnummer'),
      false,
    );
  });
});
