import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sendDigests } from '../../../demo/hub/notifications/digests.ts';
import { notify } from '../../../demo/hub/notifications/notify.ts';
import { forgetRegistrationTexts } from '../../../demo/hub/registration/forget-texts.ts';
import { onEveryEngine, NOW } from '../support/test-hub.ts';
import { DAY, startMeetingsHub, type MeetingsHub } from './meetings-hub.ts';

const iso = (at: number): string => new Date(at).toISOString().replace('.000', '');

onEveryEngine('Registering for events', (engine) => {
  let hub: MeetingsHub;
  before(async () => {
    hub = await startMeetingsHub(engine);
  });
  beforeEach(async () => {
    hub.now = NOW;
    await hub.mails();
    await hub.database.write([], (transaction) => transaction.deleteFrom('notification').execute());
  });
  after(() => hub.close());

  const join = (who: Parameters<MeetingsHub['as']>[0], id: string, body: object = {}, query = '') =>
    hub.as(who, `PUT /events/${id}/registration/me${query}`, body);
  const leave = (who: Parameters<MeetingsHub['as']>[0], id: string, query = '') =>
    hub.as(who, `DELETE /events/${id}/registration/me${query}`);
  const whole = (id: string, who: Parameters<MeetingsHub['as']>[0] = 'stranger') => hub.as(who, `GET /events/${id}`);

  test('200 people who race for 20 places get exactly 20, and 180 wait in an order without gaps', async () => {
    const id = await hub.event({ registration: { mode: 'hub', capacity: 20 } });
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => join(`extra-${index}`, id, { note: `Person ${index}` })),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(answers.filter(({ body }) => body.me.registered === true).length, 20);
    const { body } = await whole(id);
    assert.equal(body.registration.registered, 20);
    assert.equal(body.registration.waiting, 180);
    const positions = answers.map(({ body: { me } }) => Number(me.waitingPosition ?? 0));
    const waiting = positions.filter((position) => position > 0).sort((a, b) => a - b);
    assert.deepEqual(
      waiting,
      Array.from({ length: 180 }, (_, index) => index + 1),
    );
    const list = await hub.as('kalle', `GET /events/${id}/registrations`);
    assert.equal(list.body.total, 200);
    assert.equal(list.body.items.length, 200);
    // 20 give their places back at once: the first 20 who wait get them, nobody gets lost between.
    const holders = positions.flatMap((position, index) => (position === 0 ? [index] : []));
    await Promise.all(holders.map((index) => leave(`extra-${index}`, id)));
    const left = (await whole(id)).body.registration;
    assert.deepEqual([left.registered, left.waiting], [20, 160]);
  });

  test('a place is taken once, however often the button is pressed, and the texts of the last time hold', async () => {
    const id = await hub.event();
    const twice = await Promise.all([
      join('henrik', id, { note: 'Komme später' }),
      join('henrik', id, { needs: 'Rampe' }),
    ]);
    assert.deepEqual(
      twice.map(({ status }) => status),
      [200, 200],
    );
    await join('henrik', id, { needs: 'Rampe' });
    const { body } = await whole(id, 'henrik');
    assert.deepEqual(body.me, { registered: true, needs: 'Rampe' });
    assert.equal(body.registration.registered, 1);
    assert.ok(body.can.includes('unregister') && !body.can.includes('register'));
    const mails = await hub.mails();
    assert.equal(mails.length, 1, 'and is confirmed once');
    assert.equal(mails[0]?.to, 'henrik');
    assert.equal(mails[0]?.subject, 'Angemeldet: Meetup: Formulare, die man versteht');
    assert.equal(
      mails[0]?.text,
      [
        'Guten Tag Henrik Aktendeckel,',
        '',
        'Sie sind angemeldet:',
        '',
        'Meetup: Formulare, die man versteht',
        'Montag, 22. Juni 2026, 12:00 bis 14:00 Uhr',
        'Ort: Rathaus, Raum 12, Hafenstraße 1, Lindenhafen',
        'Es lädt ein: Stadt Lindenhafen',
        `Zum Termin: https://netz.example/#vr-event=${id}`,
        '',
        'Öffnen Sie die Datei im Anhang, um den Termin in Ihren Kalender zu übernehmen.',
        '',
        'Sie können doch nicht? Melden Sie sich beim Termin ab. Dann rückt jemand nach.',
        '',
        'Sie bekommen diese Mail, weil Sie sich angemeldet haben.',
        '',
      ].join('\n'),
    );
    assert.equal(mails[0]?.method, 'PUBLISH');
    assert.match(mails[0]?.file ?? '', new RegExp(`UID:${id}\r\n`));
    assert.match(mails[0]?.file ?? '', /ORGANIZER;CN="Stadt Lindenhafen":mailto:netz@netz\.example/);
  });

  test('who comes too late waits, moves up when somebody leaves, and is told of both', async () => {
    const id = await hub.event({ registration: { mode: 'hub', capacity: 1 } });
    await join('henrik', id);
    await join('mirja', id);
    await join('cem', id);
    assert.deepEqual((await whole(id, 'cem')).body.me, { waitingPosition: 2 });
    const waitingMails = (await hub.mails()).filter(({ to }) => to === 'cem');
    assert.match(waitingMails[0]?.text ?? '', /Alle Plätze sind vergeben[^]*Ihr Platz auf der Warteliste: 2/);
    assert.equal(waitingMails[0]?.method, undefined, 'what is not sure is in no calendar');
    await leave('henrik', id);
    assert.deepEqual(await hub.state(id), [
      ['henrik', 'cancelled', ''],
      ['mirja', 'registered', ''],
      ['cem', 'waiting', ''],
    ]);
    const mails = await hub.mails();
    assert.deepEqual(mails.map(({ to, subject, method }) => [to, subject.split(':')[0], method]).sort(), [
      ['henrik', 'Abgemeldet', 'CANCEL'],
      ['mirja', 'Sie haben einen Platz', 'PUBLISH'],
    ]);
    assert.deepEqual(
      (await hub.told('mirja')).map(([kind]) => kind),
      ['event-promoted'],
    );
    // Whoever comes back queues up behind those who wait.
    await join('henrik', id);
    assert.deepEqual((await whole(id, 'henrik')).body.me, { waitingPosition: 2 });
    const raised = await hub.change(id, { registration: { mode: 'hub', capacity: 3 } });
    assert.deepEqual((raised['registration'] as { registered: number; waiting: number }).registered, 3);
    assert.deepEqual(
      (await hub.told('cem')).map(([kind]) => kind),
      ['event-promoted'],
    );
  });

  test('the doors: strangers, events that are over, cancelled, not open yet or closed', async () => {
    const at = (change: object) => hub.event(change);
    const [open, later, closed, cancelled] = [
      await at({}),
      await at({ registration: { mode: 'hub', opensAt: iso(NOW + DAY) } }),
      await at({ registration: { mode: 'hub', closesAt: iso(NOW + DAY) } }),
      await at({ status: 'cancelled' }),
    ];
    assert.equal((await join('stranger', open)).body.code, 'sign-in-required');
    assert.equal((await join('henrik', 'nirgends')).status, 404);
    const refused = await join('henrik', later);
    assert.deepEqual([refused.status, refused.body.code], [409, 'registration-not-open']);
    assert.equal((await join('henrik', cancelled)).body.code, 'event-cancelled');
    assert.equal(
      (await join('henrik', await at({ registration: { mode: 'external', url: 'https://x.example' } }))).body.code,
      'registration-closed',
    );
    assert.equal((await join('henrik', open, { note: 'x'.repeat(501) })).body.fieldErrors[0].code, 'too-long');
    const mayRegister = async (id: string) => ((await whole(id, 'henrik')).body.can as string[]).includes('register');
    assert.deepEqual(
      [await mayRegister(later), await mayRegister(closed), await mayRegister(cancelled)],
      [false, true, false],
    );
    assert.equal((await whole(open)).body.can.includes('register'), false);
    // A kept answer does not outlive a deadline.
    hub.now = NOW + DAY + 1000;
    assert.deepEqual([await mayRegister(later), await mayRegister(closed)], [true, false]);
    assert.equal((await join('henrik', closed)).body.code, 'registration-closed');
    assert.equal((await join('henrik', later)).status, 200);
    hub.now = NOW + 8 * DAY;
    assert.equal((await join('mirja', open)).body.code, 'event-over');
    assert.equal((await leave('henrik', later)).body.code, 'event-over');
    assert.equal((await join('henrik', later, { note: 'x' })).status, 200, 'a repetition holds at any time');
  });

  test('those who were interested in an impulse may register before the others', async () => {
    const id = await hub.event({
      kind: 'impulse',
      registration: { mode: 'hub', capacity: 5, opensAt: iso(NOW + DAY) },
    });
    await hub.database.write(['events'], async (transaction) => {
      await transaction
        .insertInto('impulse')
        .values({
          id: `imp-${id}`,
          title: 'Impuls',
          topicIds: [],
          minutes: 30,
          state: 'dated',
          eventId: id,
          searchText: '',
        })
        .execute();
      await transaction
        .insertInto('impulseInterest')
        .values({ impulseId: `imp-${id}`, personId: 'person-mirja' })
        .execute();
    });
    assert.ok((await whole(id, 'mirja')).body.can.includes('register'));
    assert.equal((await join('mirja', id)).status, 200);
    assert.equal((await join('henrik', id)).body.code, 'registration-not-open');
  });

  test('a series: people register for single dates, or once for all of them', async () => {
    const weekly = { recurrence: { rule: 'FREQ=WEEKLY;COUNT=4' } };
    const dated = await hub.event({ ...weekly, registration: { mode: 'hub', capacity: 1 } });
    const dates = [1, 2, 3].map((week) => iso(NOW + 7 * week * DAY));
    const query = (index: number) => `?recurrenceId=${encodeURIComponent(dates[index] ?? '')}`;
    const without = await join('henrik', dated);
    assert.deepEqual(without.body.fieldErrors?.[0]?.field, 'recurrenceId');
    assert.equal((await join('henrik', dated, {}, '?recurrenceId=2026-06-23T10:00:00Z')).status, 404);
    assert.equal((await join('henrik', dated, {}, query(0))).body.me.registered, true);
    assert.equal((await join('henrik', dated, {}, query(1))).body.me.registered, true);
    assert.equal((await join('mirja', dated, {}, query(1))).body.me.waitingPosition, 1);
    const list = await hub.as(
      'mirja',
      `GET /events?from=${dates[0]}&to=${iso(NOW + 40 * DAY)}&q=Formulare&kind=meetup`,
    );
    const mine = list.body.items.filter((item: { id: string }) => item.id === dated);
    assert.deepEqual(
      mine.map(({ registration, me }: { registration: { registered: number; waiting: number }; me?: object }) => [
        registration.registered,
        registration.waiting,
        me,
      ]),
      [
        [1, 0, undefined],
        [1, 1, { waitingPosition: 1 }],
        [0, 0, undefined],
        [0, 0, undefined],
      ],
    );
    // One date gets a bigger room.
    await hub.change(dated, { registration: { mode: 'hub', capacity: 2 } }, dates[1]);
    assert.deepEqual((await hub.as('mirja', `GET /events/${dated}${query(1)}`)).body.me, { registered: true });

    const circle = await hub.event({ ...weekly, registration: { mode: 'hub', scope: 'series', capacity: 1 } });
    assert.equal((await join('henrik', circle)).body.me.registered, true);
    const later = await hub.as('henrik', `GET /events/${circle}${query(2)}`);
    assert.deepEqual([later.body.me, later.body.registration.registered], [{ registered: true }, 1]);
    assert.deepEqual(await hub.state(circle), [['henrik', 'registered', '']]);
    const listed = await hub.event({
      recurrence: { added: [dates[1]] },
      registration: { mode: 'hub', scope: 'series', capacity: 3 },
    });
    hub.now = NOW + 10 * DAY;
    assert.ok(
      (await whole(listed, 'mirja')).body.can.includes('register'),
      'between two dates of a group it still takes people',
    );
    hub.now = NOW + 20 * DAY;
    assert.equal((await whole(listed, 'mirja')).body.can.includes('register'), false);
    assert.ok((await whole(circle, 'henrik')).body.can.includes('unregister'), 'two of its four dates lie ahead');
    hub.now = NOW + 40 * DAY;
    for (const who of ['henrik', 'mirja'] as const) {
      const over = (await whole(circle, who)).body.can as string[];
      assert.deepEqual([over.includes('register'), over.includes('unregister')], [false, false], who);
    }
    assert.equal((await join('mirja', circle)).body.code, 'event-over');
    hub.now = NOW;
    const confirmation = (await hub.mails()).at(-1);
    assert.match(
      confirmation?.text ?? '',
      /Alle kommenden Termine:\n- Montag, 22\. Juni 2026, 12:00 bis 14:00 Uhr\n(- Montag, .*\n){3}Ort: Rathaus/,
    );
    const file = confirmation?.file ?? '';
    assert.match(file, /RRULE:FREQ=WEEKLY;COUNT=4/, 'whoever comes to all dates gets all of them');
  });

  test('note and needs are for the organisers: no list, answer, feed or mail gives them to anybody else', async () => {
    const id = await hub.event();
    const secrets = ['Rollstuhlplatz-geheim', 'Notiz-geheim'];
    await join('henrik', id, { needs: secrets[0], note: secrets[1] });
    await join('mirja', id);
    const period = `from=${iso(NOW)}&to=${iso(NOW + 40 * DAY)}`;
    for (const who of ['stranger', 'mirja', 'cem', 'kalle', 'henrik'] as const) {
      for (const path of [`/events?${period}`, `/events/${id}`, '/me/notifications', '/impulses', '/circles']) {
        const answer = await hub.as(who, `GET ${path}`);
        const isOwn = who === 'henrik' && path === `/events/${id}`;
        for (const secret of secrets)
          assert.equal(JSON.stringify(answer.body).includes(secret), isOwn, `${who} ${path}`);
      }
    }
    for (const path of ['/calendar.ics', '/calendar.rss', '/calendar.json', '/metrics']) {
      const { body } = await hub.app.inject({ url: path });
      for (const secret of secrets) assert.equal(body.includes(secret), false, path);
    }
    const mails = JSON.stringify(await hub.mails());
    for (const secret of secrets) assert.equal(mails.includes(secret), false, 'mails');
    const audit = JSON.stringify(await hub.database.kysely.selectFrom('auditEntry').selectAll().execute());
    for (const secret of secrets) assert.equal(audit.includes(secret), false, 'audit');
    for (const who of ['stranger', 'mirja', 'cem'] as const) {
      const listed = await hub.as(who, `GET /events/${id}/registrations`);
      assert.ok([401, 403].includes(listed.status), who);
    }
    const list = await hub.as('kalle', `GET /events/${id}/registrations`);
    assert.equal(list.headers['cache-control'], 'no-store');
    assert.deepEqual(
      list.body.items.map(({ person, state, needs, note }: Record<string, { displayName: string }>) => [
        person?.displayName,
        state,
        needs,
        note,
      ]),
      [
        ['Henrik Aktendeckel', 'registered', ...secrets],
        ['Mirja Feldweg', 'registered', undefined, undefined],
      ],
    );
    // Four weeks after the event they are gone.
    hub.now = NOW + (7 + 27) * DAY;
    assert.equal(await forgetRegistrationTexts({ ...hub.parts, clock: () => hub.now }), 0);
    hub.now = NOW + (7 + 29) * DAY;
    assert.ok((await forgetRegistrationTexts({ ...hub.parts, clock: () => hub.now })) >= 1);
    const after = JSON.stringify((await hub.as('kalle', `GET /events/${id}/registrations`)).body);
    for (const secret of secrets) assert.equal(after.includes(secret), false);
  });

  test('what one person is told about their place is never told to another who asks for the same address', async () => {
    const id = await hub.event();
    await join('henrik', id);
    const address = `GET /events?from=${iso(NOW)}&to=${iso(NOW + 40 * DAY)}&org=lindenhafen`;
    const meOf = async (who: Parameters<MeetingsHub['as']>[0]) => {
      const { body } = await hub.as(who, address);
      return (body.items as { id: string; me?: object }[]).find((item) => item.id === id)?.me;
    };
    for (let turn = 0; turn < 2; turn += 1) {
      assert.deepEqual(await meOf('henrik'), { registered: true });
      assert.equal(await meOf('mirja'), undefined);
      assert.equal(await meOf('stranger'), undefined);
    }
    await leave('henrik', id);
    assert.equal(await meOf('henrik'), undefined, 'nor is what was kept told when it no longer holds');
  });

  test('the list as a file opens in German Excel and calculates nothing', async () => {
    const id = await hub.event({ registration: { mode: 'hub', capacity: 1 } });
    await join('henrik', id, {
      note: '=HYPERLINK("https://boese.example";"Klick")',
      needs: 'Rampe; "breit"\nund Licht',
    });
    await join('mirja', id, { note: ' -2+3', needs: '＝1+1' });
    const answer = await hub.app.inject({
      url: `/api/v1/events/${id}/registrations.csv`,
      headers: { 'x-test-person': 'kalle' },
    });
    assert.equal(answer.headers['content-type'], 'text/csv; charset=utf-8');
    assert.match(String(answer.headers['content-disposition']), /^attachment; filename="anmeldungen\.csv"$/);
    assert.equal(
      answer.body,
      [
        '\ufeffName;Organisation;Stand;Warteliste;Bedarf;Notiz;Angemeldet am',
        'Henrik Aktendeckel;Kreis Auental;angemeldet;;"Rampe; ""breit""\nund Licht";"\'=HYPERLINK(""https://boese.example"";""Klick"")";2026-06-15 12:00',
        'Mirja Feldweg;Kreis Auental;Warteliste;1;"\'＝1+1";"\'-2+3";2026-06-15 12:00',
        '',
      ].join('\r\n'),
    );
    assert.equal((await hub.as('mirja', `GET /events/${id}/registrations.csv`)).status, 403);
  });

  test('an organiser takes somebody off the list: they are told, and the next one moves up', async () => {
    const id = await hub.event({ registration: { mode: 'hub', capacity: 1 } });
    await join('henrik', id, { needs: 'Rampe' });
    await join('mirja', id);
    await hub.mails();
    const { body } = await hub.as('kalle', `GET /events/${id}/registrations`);
    const path = `DELETE /events/${id}/registrations/${body.items[0].id}`;
    assert.equal((await hub.as('mirja', path)).status, 403);
    assert.equal((await hub.as('kalle', path)).status, 204);
    assert.equal((await hub.as('kalle', path)).status, 204, 'twice is once');
    assert.deepEqual((await hub.mails()).map(({ to, subject, method }) => [to, subject.split(':')[0], method]).sort(), [
      ['henrik', 'Ihre Anmeldung ist aufgehoben', 'CANCEL'],
      ['mirja', 'Sie haben einen Platz', 'PUBLISH'],
    ]);
    const news = await hub.as('henrik', 'GET /me/notifications');
    assert.equal(news.body.items[0].kind, 'event-removed');
    assert.deepEqual(news.body.items[0].event, { id, title: 'Meetup: Formulare, die man versteht' });
  });

  test('news about events stand in the page and in the digest, as long as the reader may see the event', async () => {
    const id = await hub.event({ title: 'Treffen der Formularfreunde' });
    await hub.database.write([], async (transaction) => {
      const by = 'person-kalle';
      await notify(transaction, {
        kind: 'session-proposed',
        to: ['person-henrik'],
        by,
        eventId: id,
        text: 'Leichte Sprache',
      });
    });
    const items = async () => (await hub.as('henrik', 'GET /me/notifications')).body.items;
    const [news] = await items();
    assert.deepEqual(news.event, { id, title: 'Treffen der Formularfreunde' });
    hub.now = Date.now();
    await hub.parts.jobs.start({ work: false, onError: () => undefined });
    assert.equal(await sendDigests(hub.parts, 'daily'), 1);
    await hub.parts.jobs.stop();
    const [mail] = await hub.mails();
    assert.match(mail?.subject ?? '', /Treffen der Formularfreunde: Kalle Uferlos schlägt eine Session vor\./);
    assert.match(
      mail?.text ?? '',
      new RegExp(`- Kalle Uferlos .*Leichte Sprache.*\nhttps://netz\\.example/#vr-event=${id}\n`),
    );
    hub.now = NOW;
    // A place can be given back also when the event is out of sight by then.
    await join('henrik', id);
    await hub.change(id, { visibility: 'organisation' });
    assert.deepEqual(await items(), []);
    assert.equal((await whole(id, 'henrik')).status, 404);
    assert.equal((await leave('henrik', id)).status, 200);
    assert.equal((await leave('henrik', id)).status, 404);
  });

  test('an account that is erased gives its place to who waits; of what is over the count stays, without a name', async () => {
    const id = await hub.event({ registration: { mode: 'hub', capacity: 1 } });
    const past = await hub.event({ start: iso(NOW + DAY), end: iso(NOW + DAY + 1000) });
    await join('mirja', past, { needs: 'Gebärdensprache' });
    await join('mirja', id, { needs: 'Gebärdensprache' });
    await join('cem', id);
    hub.now = NOW + 2 * DAY;
    const exported = await hub.as('mirja', 'GET /me/export');
    assert.match(JSON.stringify(exported.body.registrations), /Gebärdensprache/);
    await hub.mails();
    assert.equal((await hub.as('mirja', 'DELETE /me')).status, 204);
    assert.deepEqual(await hub.state(id), [['cem', 'registered', '']]);
    assert.deepEqual(
      (await hub.mails()).map(({ to, subject }) => [to, subject.split(':')[0]]),
      [['cem', 'Sie haben einen Platz']],
    );
    const { body } = await hub.as('kalle', `GET /events/${past}/registrations`);
    assert.deepEqual(
      body.items.map(({ person, state, needs }: Record<string, { displayName: string }>) => [
        person?.displayName,
        state,
        needs,
      ]),
      [['Ehemaliges Mitglied', 'registered', undefined]],
    );
  });
});
