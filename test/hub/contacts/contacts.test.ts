import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { requestStates } from '../../../demo/hub/contacts/contact-facts.ts';
import { expireRequests, forgetRequests } from '../../../demo/hub/contacts/contact-jobs.ts';
import { personId, type Who } from '../participation/ideas-hub.ts';
import { DAY } from '../registration/meetings-hub.ts';
import { NOW, onEitherEngine } from '../support/test-hub.ts';
import { MESSAGE, startContactsHub, type ContactsHub } from './contacts-hub.ts';

onEitherEngine('Requests for contact', (engine) => {
  let hub: ContactsHub;
  let crowd: readonly Who[];
  before(async () => {
    hub = await startContactsHub(engine);
    crowd = await hub.addPeople(30);
  });
  beforeEach(async () => {
    hub.now = NOW;
    await hub.clear();
    await hub.entry('henrik', { channels: { phone: '+49 30 1111', chat: '@henrik:netz.example' } });
  });
  after(async () => {
    await hub.parts.jobs.stop();
    await hub.close();
  });

  const inbox = async (who: Who, query = '') => (await hub.as(who, `GET /contact-requests${query}`)).body;
  const stateOf = async (who: Who, id: string) => (await hub.seen(who, id)).body.state;
  const codeOf = async (from: Who, to: Who, input?: object) => (await hub.ask(from, to, input)).body.code;

  test('bring nobody’s address along, and on acceptance each sees exactly what the other chose', async () => {
    await hub.entry('rosa', { channels: { phone: '+49 40 2222' } });
    const made = await hub.ask('rosa', 'henrik', { topic: 'Formulare', reveal: ['phone'] });
    assert.deepEqual(
      [made.status, made.body.state, made.body.box, made.body.peer.displayName, made.body.can],
      [201, 'sent', 'sent', 'Henrik Aktendeckel', ['withdraw']],
    );
    assert.equal(made.headers['location'], `/api/v1/contact-requests/${made.body.id}`);
    assert.equal(made.body.expiresAt, new Date(NOW + 14 * DAY).toISOString());
    const { id } = made.body;
    const [got] = (await inbox('henrik', '?box=received')).items;
    assert.deepEqual(
      [got.id, got.box, got.topic, got.message, got.peer.displayName, got.peer.org.name, got.reveal, got.can],
      [id, 'received', 'Formulare', MESSAGE, 'Rosa Wiesengrund', 'Stadt Lindenhafen', ['phone'], ['accept', 'decline', 'block']], // prettier-ignore
    );
    assert.equal((await inbox('henrik')).waiting, 1);
    assert.equal((await hub.seen('henrik', id)).body.contact, undefined);

    const accepted = await hub.reply('henrik', id, 'accept', { reveal: ['chat'] });
    assert.deepEqual([accepted.status, accepted.body.state, accepted.body.contact], [200, 'accepted', undefined]);
    const [toRosa, toHenrik] = [await hub.seen('rosa', id), await hub.seen('henrik', id)];
    assert.deepEqual([toRosa.body.contact, toHenrik.body.contact], [
      { chat: '@henrik:netz.example' },
      { phone: '+49 40 2222' },
    ]); // prettier-ignore
    assert.equal(toRosa.headers['cache-control'], 'no-store');
    assert.ok(toRosa.body.can.includes('contact'));
    for (const who of ['rosa', 'henrik'] as const) {
      const page = await inbox(who);
      assert.equal(page.waiting, 0);
      assert.doesNotMatch(JSON.stringify(page), /2222|@henrik|lindenhafen\.example|auental\.example/);
    }
    for (const who of ['bente', 'mirja', 'cem'] as const) assert.equal((await hub.seen(who, id)).status, 404, who);
    assert.equal((await hub.seen('stranger', id)).status, 401);

    // What is corrected or taken away is so for everybody: nothing keeps a copy.
    await hub.entry('henrik', { channels: { chat: '@neu:netz.example' } });
    assert.deepEqual((await hub.seen('rosa', id)).body.contact, { chat: '@neu:netz.example' });
    await hub.entry('henrik', { channels: {} });
    assert.deepEqual((await hub.seen('rosa', id)).body.contact, {});
  });

  test('are told once, in the page and by mail, in the language of who gets it, without an address', async () => {
    await hub.as('henrik', 'PUT /me/settings', { locale: 'en', digest: 'daily', muted: [] }, { 'if-match': '*' });
    const idea = await hub.idea();
    await hub.mails();
    const id = await hub.asked('rosa', 'henrik', {
      topic: 'Formulare',
      message: `Guten Tag.\n\n${MESSAGE}`,
      about: { type: 'idea', id: idea },
    });
    await hub.deliver();
    const [asked, ...more] = await hub.mails();
    assert.ok(asked);
    assert.deepEqual([asked.to, asked.subject, more], ['henrik', 'Rosa Wiesengrund would like to get in touch with you', []]); // prettier-ignore
    assert.equal(
      asked.text.trim(),
      [
        'Hello Henrik Aktendeckel,',
        'Rosa Wiesengrund (Stadt Lindenhafen) would like to get in touch with you.',
        'Topic: Formulare\nAbout the idea: Ein Formular statt siebzehn',
        `Rosa Wiesengrund writes:\n> Guten Tag.\n>\n> ${MESSAGE}`,
        'Answer by 29 June 2026 if you like. You decide whether to accept, and which contact details to give then. Declining needs no reason.',
        `See the request: https://netz.example/#vr-contact=${id}`,
        'Rosa Wiesengrund does not know your address. You cannot reply to this mail.',
        'You get this mail because you are listed in the directory of Verwaltungsrebellen. Change or switch off: https://netz.example/#vr-notifications',
      ].join('\n\n'),
    );
    const { items } = (await hub.as('henrik', 'GET /me/notifications')).body;
    assert.deepEqual(
      [items[0].kind, items[0].contact, items[0].by.displayName],
      ['contact-requested', { id, title: 'Formulare' }, 'Rosa Wiesengrund'],
    );
    const mailed = await hub.database.kysely.selectFrom('notification').select('mailedAt').execute();
    assert.ok(
      mailed.every(({ mailedAt }) => mailedAt !== null),
      'no digest tells it again',
    );

    await hub.reply('henrik', id, 'accept', { reveal: ['email', 'phone'] });
    const [accepted] = await hub.mails();
    assert.deepEqual([accepted?.to, accepted?.subject], ['rosa', 'Henrik Aktendeckel freut sich auf den Austausch mit Ihnen']); // prettier-ignore
    assert.match(
      accepted?.text ?? '',
      /Wie Sie Henrik Aktendeckel erreichen, steht im Netzwerk, nicht in dieser Mail\./,
    );
    const other = await hub.asked('mirja', 'henrik', { reveal: ['email'] });
    await hub.deliver();
    await hub.mails();
    await hub.reply('henrik', other, 'decline');
    const [declined] = await hub.mails();
    assert.deepEqual([declined?.to, declined?.subject], ['mirja', 'Henrik Aktendeckel hat gerade keine Zeit']);
    for (const mail of [asked, accepted, declined]) assert.doesNotMatch(mail?.text ?? '', /@|1111/);
    assert.deepEqual(
      (await hub.told('mirja')).map(([kind]) => kind),
      ['contact-declined'],
    );
    await hub.as('henrik', 'PUT /me/settings', { locale: 'de', digest: 'daily', muted: [] }, { 'if-match': '*' });
  });

  test('name an idea, an event or an offer to those who may see it, and to nobody else', async () => {
    const inside = await hub.idea();
    await hub.database.write(['idea'], (transaction) =>
      transaction.updateTable('idea').set({ visibility: 'organisation' }).where('id', '=', inside).execute(),
    );
    const id = await hub.asked('rosa', 'henrik', { about: { type: 'idea', id: inside } });
    assert.equal((await hub.seen('rosa', id)).body.about.title, 'Ein Formular statt siebzehn');
    assert.equal((await hub.seen('henrik', id)).body.about, undefined);
    await hub.mails();
    await hub.deliver();
    assert.doesNotMatch((await hub.mails())[0]?.text ?? 'Zur Idee', /Zur Idee/);
    // Nobody asks about what they cannot see, to learn whether it is there.
    const blind = await hub.ask('mirja', 'henrik', { about: { type: 'idea', id: inside } });
    assert.deepEqual([blind.status, blind.body.fieldErrors[0].field, blind.body.fieldErrors[0].code], [400, 'about.id', 'not-found']); // prettier-ignore
    const event = await hub.event();
    const about = { type: 'event', id: event };
    assert.equal((await hub.ask('mirja', 'henrik', { about })).body.about.title, 'Meetup: Formulare, die man versteht');

    await hub.database.write(['peer'], (transaction) =>
      transaction
        .insertInto('peerOffer')
        .values({
          id: 'o1',
          personId: personId('henrik'),
          direction: 'offer',
          topic: 'klimawandel',
          form: 'talk',
          until: '2026-12-31',
          state: 'open',
          text: null,
          remindedAt: null,
        }) // prettier-ignore
        .execute(),
    );
    const offer = await hub.asked('cem', 'henrik', { about: { type: 'offer', id: 'o1' } });
    const title = (await hub.seen('cem', offer)).body.about.title;
    assert.ok(title.length > 3);
    await hub.entry('henrik', { listed: false });
    assert.equal(
      (await hub.seen('cem', offer)).body.about,
      undefined,
      'an entry that is taken out takes its offers along',
    );
    assert.equal((await hub.seen('henrik', offer)).body.about.title, title);
  });

  test('end by refusal, by being taken back, or by the clock, and then no more', async () => {
    const declined = await hub.asked('rosa', 'henrik');
    assert.equal((await hub.reply('rosa', declined, 'accept', { reveal: ['email'] })).status, 403);
    assert.equal((await hub.reply('henrik', declined, 'decline')).body.state, 'declined');
    for (const [who, action] of [
      ['henrik', 'accept'],
      ['henrik', 'decline'],
      ['rosa', 'withdraw'],
    ] as const) {
      const late = await hub.reply(who, declined, action, {});
      assert.deepEqual([late.status, late.body.code], [409, 'request-over'], action);
    }

    const back = await hub.asked('rosa', 'henrik', { topic: 'Geheimes' });
    await hub.deliver();
    assert.equal((await hub.reply('henrik', back, 'withdraw')).status, 403);
    assert.equal((await hub.reply('rosa', back, 'withdraw')).body.state, 'withdrawn');
    const { message, topic, state, can } = (await hub.seen('henrik', back)).body;
    assert.deepEqual([message, topic, state, can], ['', undefined, 'withdrawn', ['block']]);
    assert.equal((await hub.seen('rosa', back)).body.message, MESSAGE);
    assert.deepEqual(await hub.told('henrik'), [], 'nobody is told of what was taken back');

    hub.now = NOW + 1;
    const open = await hub.asked('rosa', 'henrik');
    hub.now = NOW + 14 * DAY;
    assert.equal(await stateOf('henrik', open), 'sent');
    hub.now = NOW + 14 * DAY + 1;
    assert.deepEqual([await stateOf('henrik', open), await stateOf('rosa', open)], ['expired', 'expired']);
    assert.equal((await inbox('henrik')).waiting, 0);
    assert.equal((await hub.reply('henrik', open, 'accept', { reveal: ['email'] })).body.code, 'request-over');
    const states = await requestStates(hub.database.kysely, personId('rosa'), [personId('henrik')], hub.now);
    assert.equal(states.get(personId('henrik')), 'expired');
    assert.equal(await expireRequests(hub.parts), 1);
    assert.equal(await expireRequests(hub.parts), 0);
    assert.equal(await stateOf('rosa', open), 'expired');

    assert.equal(await forgetRequests(hub.parts), 0);
    hub.now = NOW + 380 * DAY;
    assert.equal(await forgetRequests(hub.parts), 3);
    assert.deepEqual((await inbox('rosa')).items, []);
  });

  test('are one a pair, whoever asks first, and one for each key', async () => {
    await hub.entry('rosa');
    const key = { 'idempotency-key': 'einmal' };
    const [first, again] = await Promise.all([hub.ask('rosa', 'henrik', {}, key), hub.ask('rosa', 'henrik', {}, key)]);
    assert.deepEqual([first.status, again.status, again.body.id], [201, 201, first.body.id]);
    assert.deepEqual(
      [await codeOf('rosa', 'henrik'), await codeOf('henrik', 'rosa')],
      ['contact-open', 'contact-open'],
    );
    // The other way round at the same moment: one of the two is first.
    await hub.reply('henrik', first.body.id, 'decline');
    const both = await Promise.all([hub.ask('rosa', 'henrik'), hub.ask('henrik', 'rosa')]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409]);
    const [open] = both.flatMap(({ status, body }) => (status === 201 ? [body] : []));
    // Over by the clock, though no job has come by yet.
    hub.now = Date.parse(open.expiresAt);
    assert.equal((await hub.ask('rosa', 'henrik')).status, 201);
  });

  test('of two answers at once the first holds', async () => {
    const id = await hub.asked('rosa', 'henrik');
    const answers = await Promise.all([
      hub.reply('henrik', id, 'accept', { reveal: ['email'] }),
      hub.reply('henrik', id, 'decline'),
      hub.reply('rosa', id, 'withdraw'),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409]);
    const [held] = answers.flatMap(({ status, body }) => (status === 200 ? [body.state] : []));
    assert.equal(await stateOf('rosa', id), held);
    assert.ok(answers.every(({ status, body }) => status === 200 || body.code === 'request-over'));
    const news = await hub.told('rosa');
    assert.equal(news.length, held === 'withdrawn' ? 0 : 1, 'nobody is told two answers');
  });

  test('reach nobody beyond what they can answer, though thirty ask at once', async () => {
    const answers = await Promise.all(crowd.map((who) => hub.ask(who, 'henrik')));
    const codes = answers.map(({ status, body }) => (status === 201 ? 'sent' : body.code));
    assert.deepEqual([codes.filter((code) => code === 'sent').length, new Set(codes)], [5, new Set(['sent', 'contact-capacity'])]); // prettier-ignore
    assert.equal((await inbox('henrik')).total, 5);
    // Answered ones count as well, until the month is over where the hub is: 30 June, 22:00 UTC.
    for (const { id } of (await inbox('henrik')).items) await hub.reply('henrik', id, 'decline');
    hub.now = Date.parse('2026-06-30T21:59:59Z');
    assert.equal(await codeOf('rosa', 'henrik'), 'contact-capacity');
    hub.now = Date.parse('2026-06-30T22:00:00Z');
    assert.equal((await hub.ask('rosa', 'henrik')).status, 201);
    await hub.entry('mirja', { monthlyRequests: 0 });
    assert.equal(await codeOf('rosa', 'mirja'), 'contact-capacity');
  });

  test('are ten a day, and three a month to the same person; only that it was passed is written down', async () => {
    const asking = crowd.slice(0, 12);
    for (const who of asking) await hub.entry(who);
    const answers = await Promise.all(asking.map((who) => hub.ask('rosa', who)));
    assert.equal(answers.filter(({ status }) => status === 201).length, 10);
    const refused = answers.filter(({ status }) => status === 429);
    assert.deepEqual([refused.length, refused[0]?.body.code, refused[0]?.headers['retry-after']], [2, 'rate-limited', '86400']); // prettier-ignore
    const entries = await hub.database.kysely.selectFrom('auditEntry').selectAll().execute();
    assert.deepEqual(
      entries.map(({ action, objectId, detail }) => [action, objectId, detail]),
      [['contact.limit-passed', personId('rosa'), {}]],
    );
    hub.now = NOW + DAY;
    assert.equal((await hub.ask('rosa', 'henrik')).status, 201);

    await hub.entry('henrik', { monthlyRequests: 20 });
    for (let index = 0; index < 3; index += 1) await hub.reply('mirja', await hub.asked('mirja', 'henrik'), 'withdraw');
    assert.equal(await codeOf('mirja', 'henrik'), 'rate-limited');
    hub.now = Date.parse('2026-07-01T00:00:00Z');
    assert.equal((await hub.ask('mirja', 'henrik')).status, 201);
  });

  test('say in words why somebody cannot be asked, and tell nobody apart whom one may not see', async () => {
    assert.equal(await codeOf('stranger', 'henrik'), 'sign-in-required');
    const self = await hub.ask('henrik', 'henrik');
    assert.deepEqual([self.status, self.body.fieldErrors[0].field], [400, 'toId']);
    await hub.entry('mirja', { document: { availability: { state: 'paused' } } });
    assert.equal(await codeOf('rosa', 'mirja'), 'contact-paused');
    await hub.entry('mirja', { document: { availability: { state: 'paused', until: '2026-06-14' } } });
    assert.equal((await hub.ask('rosa', 'mirja')).status, 201, 'what was said for some days is over');
    // Between the page and the request the consent may go.
    const refusals: unknown[] = [];
    for (const [index, entry] of [
      { listed: false },
      { consentExpiresAt: new Date(NOW) },
      { visibility: 'organisation' },
    ].entries()) {
      await hub.entry('cem', entry);
      const { status, body } = await hub.ask('kalle', 'cem');
      assert.deepEqual([status, body.code], [404, 'not-listed'], String(index));
      refusals.push(body);
    }
    refusals.push((await hub.ask('kalle', 'bente')).body);
    refusals.push((await hub.ask('kalle', 'extra-999')).body);
    assert.equal(new Set(refusals.map((body) => JSON.stringify(body))).size, 1);
  });

  test('take long, strange and foreign texts as they are, or say what is wrong', async () => {
    const wrong = async (input: object) => {
      const { status, body } = await hub.ask('rosa', 'henrik', input);
      return [status, ...(body.fieldErrors ?? []).map((error: { field: string; code: string }) => `${error.field} ${error.code}`)]; // prettier-ignore
    };
    assert.deepEqual(await wrong({ message: 'x'.repeat(10_000) }), [400, 'message too-long']);
    assert.deepEqual(await wrong({ message: 'x'.repeat(60_000) }), [400, 'message too-long']);
    assert.deepEqual(await wrong({ message: `Kurz${' \n'.repeat(30)}` }), [400, 'message too-short']);
    assert.deepEqual(await wrong({ message: '\u0000'.repeat(50) }), [400, 'message too-short']);
    assert.deepEqual(await wrong({ reveal: ['phone', 'chat'] }), [400, 'reveal not-allowed']);
    assert.deepEqual(await wrong({ reveal: ['fax'] }), [400, 'reveal.0 not-allowed']);
    assert.deepEqual(await wrong({ topic: 'x'.repeat(200), message: 'kurz' }), [400, 'message too-short', 'topic too-long']); // prettier-ignore
    assert.deepEqual(await wrong({ email: 'rosa@lindenhafen.example' }), [400, 'email unknown-field']);
    const message = 'مرحبا، كيف قمتم بتبسيط النماذج؟\u0007\u0085\ud800 👩‍👩‍👧‍👦 \u202eumgedreht\u202c';
    const id = await hub.asked('rosa', 'henrik', { message, topic: 'Zeile\r\nzwei\u2028drei\u0000' });
    const seen = (await hub.seen('henrik', id)).body;
    assert.equal(seen.message, 'مرحبا، كيف قمتم بتبسيط النماذج؟\n\ufffd 👩‍👩‍👧‍👦 \u202eumgedreht\u202c');
    assert.equal(seen.topic, 'Zeile zwei drei');
    await hub.deliver();
    assert.equal((await hub.mails()).length, 1);

    const nothing = await hub.asked('mirja', 'henrik', { reveal: [] });
    const empty = await hub.reply('henrik', nothing, 'accept', { reveal: [] });
    assert.deepEqual([empty.status, empty.body.fieldErrors[0].code], [400, 'required'], 'one of the two writes first');
    assert.equal((await hub.reply('henrik', nothing, 'accept', { reveal: ['email'] })).status, 200);
    assert.deepEqual((await hub.seen('henrik', nothing)).body.contact, {});
    assert.equal((await hub.as('rosa', 'GET /contact-requests?cursor=forged')).status, 400);
    const early = Buffer.from(JSON.stringify([-8e15, 'x'])).toString('base64url');
    assert.equal((await hub.as('rosa', `GET /contact-requests?cursor=${early}`)).status, 400);
    assert.equal((await hub.as('rosa', 'GET /contact-requests?box=all')).status, 400);
  });

  test('come in pages, the newest first, none twice', async () => {
    await hub.entry('henrik', { monthlyRequests: 20 });
    for (const who of crowd.slice(0, 5)) {
      hub.now += 1;
      await hub.asked(who, 'henrik');
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { peer: { displayName: string } }[]; nextCursor: string | null; total: number } =
        await inbox('henrik', `?limit=2${cursor && `&cursor=${cursor}`}`);
      assert.equal(page.total, 5);
      seen.push(...page.items.map(({ peer }) => peer.displayName));
      cursor = page.nextCursor;
    }
    assert.deepEqual(seen, crowd.slice(0, 5).toReversed());
  });

  test('are handed out to both, and go with either of them', async () => {
    const id = await hub.asked('mirja', 'henrik', { message: 'Von Mirja: können wir uns austauschen?' });
    await hub.deliver();
    hub.now += 1;
    const other = await hub.asked('rosa', 'henrik', { message: 'Von Rosa: können wir uns austauschen?' });
    await hub.reply('henrik', other, 'block');
    const [sent, got] = [
      (await hub.as('mirja', 'GET /me/export')).body,
      (await hub.as('henrik', 'GET /me/export')).body,
    ];
    assert.deepEqual(
      [sent.contacts.sent[0].message, sent.contacts.sent[0].to, got.contacts.received[0].from],
      ['Von Mirja: können wir uns austauschen?', 'Henrik Aktendeckel', 'Mirja Feldweg'],
    );
    assert.equal(got.contacts.blocked[0].displayName, 'Rosa Wiesengrund');
    const told = (await hub.as('rosa', 'GET /me/export')).body;
    assert.deepEqual([told.contacts.sent[0].state, told.contacts.sent[0].hidden], ['declined', undefined]);
    assert.doesNotMatch(JSON.stringify(sent.contacts), /@|1111/);

    assert.equal((await hub.as('mirja', 'DELETE /me')).status, 204);
    assert.equal((await hub.seen('henrik', id)).status, 404);
    assert.deepEqual(await hub.told('henrik'), []);
    for (const table of ['contactRequest', 'peerBlock', 'notification', 'idempotencyKey'] as const) {
      const rows = await hub.database.kysely.selectFrom(table).selectAll().execute();
      assert.doesNotMatch(JSON.stringify(rows), /person-mirja|Von Mirja/, table);
    }
  });
});
