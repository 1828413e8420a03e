import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { startIdeasHub, type IdeasHub, type Who } from '../participation/ideas-hub.ts';
import { NOW, onEitherEngine } from '../support/test-hub.ts';

const CAMP = {
  title: 'MachBar-Camp',
  kind: 'camp',
  start: '2026-07-02T07:00:00Z',
  end: '2026-07-03T15:00:00Z',
  organiser: { id: 'lindenhafen' },
  programme: {
    rooms: ['Kontor', 'Speicherboden'],
    tracks: ['Werkzeuge', 'Mit der Stadt'],
    slots: [
      { start: '2026-07-02T08:00:00Z', end: '2026-07-02T08:45:00Z' },
      { start: '2026-07-02T09:00:00Z', end: '2026-07-02T09:45:00Z' },
    ],
    proposals: 'open',
  },
};

const FIRST = CAMP.programme.slots[0]?.start ?? '';
const SECOND = CAMP.programme.slots[1]?.start ?? '';

onEitherEngine('the programme of a camp', (engine) => {
  let hub: IdeasHub;
  let now = NOW;
  before(async () => {
    hub = await startIdeasHub(engine, { clock: () => now });
  });
  after(() => hub.close());

  const camp = async (changes: object = {}): Promise<string> => {
    const made = await hub.as('kalle', 'POST /events', { ...CAMP, ...changes });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body.id;
  };
  const propose = async (who: Who, eventId: string, input: object = {}) => {
    const made = await hub.as(who, `POST /events/${eventId}/sessions`, {
      title: 'Vergabe ohne Bauchschmerzen',
      ...input,
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body;
  };
  const change = (who: Who, session: { id: string; etag: string }, patch: object, etag = session.etag) =>
    hub.as(who, `PATCH /sessions/${session.id}`, patch, { 'if-match': etag });
  const forgetNews = () => hub.database.write([], (transaction) => transaction.deleteFrom('notification').execute());

  it('goes from a proposal over interest to a place in the plan, and everybody concerned hears of it', async () => {
    const id = await camp();
    const before = await hub.as('rosa', `GET /events/${id}`);
    assert.ok(before.body.can.includes('propose'));
    assert.ok(!before.body.can.includes('arrange'));
    await forgetNews();

    const session = await propose('rosa', id, {
      abstract: 'Drei Fälle,\nein Formular.',
      track: 'Werkzeuge',
      minutes: 45,
    });
    assert.equal(session.state, 'proposed');
    assert.deepEqual(
      session.hosts.map(({ displayName }: { displayName: string }) => displayName),
      ['Rosa Wiesengrund'],
    );
    assert.deepEqual(session.me, { interested: false, host: true });
    assert.deepEqual([...session.can].sort(), ['cancel', 'update']);
    assert.deepEqual(await hub.told('kalle'), [['session-proposed', 'person-rosa', session.title]]);

    await hub.as('henrik', `PUT /sessions/${session.id}/interest/me`);
    const twice = await hub.as('henrik', `PUT /sessions/${session.id}/interest/me`);
    assert.equal(twice.body.interested, 1);
    assert.equal(twice.body.me.interested, true);
    assert.equal((await hub.as('stranger', `PUT /sessions/${session.id}/interest/me`)).status, 401);

    const placed = await change('kalle', session, { start: FIRST, room: 'Kontor' });
    assert.equal(placed.status, 200, JSON.stringify(placed.body));
    assert.deepEqual(
      [placed.body.state, placed.body.start, placed.body.end, placed.body.room],
      ['scheduled', FIRST, '2026-07-02T08:45:00Z', 'Kontor'],
    );
    assert.deepEqual(
      (await hub.told('rosa')).map(([kind]) => kind),
      ['session-placed'],
    );

    const { sessions } = (await hub.as('stranger', `GET /events/${id}`)).body;
    assert.deepEqual([sessions.length, sessions[0].interested, sessions[0].me, sessions[0].can], [1, 1, undefined, []]);
    const listed = await hub.as('henrik', 'GET /events?from=2026-07-02&to=2026-07-04');
    const inList = listed.body.items.find((event: { id: string }) => event.id === id);
    assert.deepEqual([inList.sessions[0].me.interested, inList.programme.rooms.length], [true, 2]);

    const cancelled = await change('rosa', placed.body, { state: 'cancelled' });
    assert.equal(cancelled.body.state, 'cancelled');
    assert.deepEqual(await hub.told('henrik'), [['session-cancelled', 'person-rosa', session.title]]);
    // What fell out of the plan still says so to those who had planned with it.
    const plan = await hub.as('henrik', `GET /events/${id}/sessions`);
    assert.deepEqual(
      plan.body.items.map((each: { state: string }) => each.state),
      ['cancelled'],
    );
  });

  it('lets only hosts change the words and only organisers the place; a proposal taken back is for these alone', async () => {
    const id = await camp();
    const session = await propose('rosa', id);
    assert.equal((await change('henrik', session, { title: 'Anders' })).status, 403);
    assert.equal((await change('rosa', session, { start: FIRST, room: 'Kontor' })).status, 403);
    assert.equal((await change('mirja', session, { start: FIRST, room: 'Kontor' })).status, 403);
    assert.equal((await hub.as('rosa', `PATCH /sessions/${session.id}`, { title: 'Anders' })).status, 428);
    const changed = await change('rosa', session, { title: 'Vergabe, ganz in Ruhe', minutes: null });
    assert.equal(changed.body.title, 'Vergabe, ganz in Ruhe');
    assert.equal((await change('rosa', session, { title: 'Aus altem Stand' })).status, 412);
    await change('rosa', changed.body, { state: 'cancelled' });
    const seenBy = async (who: Who) => (await hub.as(who, `GET /events/${id}/sessions`)).body.items.length;
    assert.deepEqual([await seenBy('rosa'), await seenBy('kalle'), await seenBy('henrik')], [1, 1, 0]);
    assert.equal((await hub.as('henrik', `PUT /sessions/${session.id}/interest/me`)).status, 404);
  });

  it('takes proposals only while they are asked for, of people who signed in, for a camp that is not over', async () => {
    const closed = await camp({ programme: { ...CAMP.programme, proposals: 'closed' } });
    const meetup = await camp({ kind: 'meetup', programme: null });
    const open = await camp();
    const tryAt = async (who: Who, id: string) =>
      (await hub.as(who, `POST /events/${id}/sessions`, { title: 'Ein Versuch' })).status;
    assert.deepEqual(
      [
        await tryAt('rosa', closed),
        await tryAt('rosa', meetup),
        await tryAt('stranger', open),
        await tryAt('rosa', 'nie'),
      ],
      [403, 403, 401, 404],
    );
    const session = await propose('rosa', open);
    now = Date.parse('2026-07-03T15:00:00Z');
    assert.equal(await tryAt('rosa', open), 403);
    assert.equal((await hub.as('henrik', `PUT /sessions/${session.id}/interest/me`)).status, 403);
    assert.ok(!(await hub.as('rosa', `GET /events/${open}`)).body.can.includes('propose'));
    now = NOW;
  });

  it('says which room or host is taken, and puts two into one room only on purpose', async () => {
    const id = await camp();
    const one = await propose('rosa', id, { title: 'Eins' });
    const two = await propose('rosa', id, { title: 'Zwei' });
    const first = await change('kalle', one, { start: FIRST, room: 'Kontor' });
    assert.equal(first.status, 200);

    const taken = await change('kalle', two, { start: FIRST, end: '2026-07-02T08:30:00Z', room: 'Kontor' });
    assert.equal(taken.status, 409);
    assert.equal(taken.body.code, 'session-conflict');
    assert.deepEqual(
      taken.body.fieldErrors.map(({ field, code }: { field: string; code: string }) => [field, code]),
      [
        ['room', 'taken'],
        ['hosts', 'taken'],
      ],
    );
    assert.deepEqual(taken.body.conflicts, [
      { sessionId: one.id, kind: 'room', name: 'Kontor' },
      { sessionId: one.id, kind: 'host', name: 'Rosa Wiesengrund' },
    ]);
    const wanted = await change('kalle', two, { start: FIRST, room: 'Kontor', despiteConflicts: true });
    assert.equal(wanted.body.state, 'scheduled');
    const back = await change('kalle', wanted.body, { start: null });
    assert.deepEqual([back.body.state, back.body.start, back.body.room], ['proposed', undefined, undefined]);
    assert.equal((await change('kalle', back.body, { start: SECOND, room: 'Kontor' })).status, 200);
  });

  it('gives one room to one of two organisers who place into it at once', async () => {
    const id = await camp();
    const sessions = await Promise.all(
      (['rosa', 'henrik'] as const).map((who) => propose(who, id, { title: `Von ${who}` })),
    );
    const answers = await Promise.all(
      sessions.map((session, index) =>
        change((['kalle', 'bente'] as const)[index] ?? 'kalle', session, { start: FIRST, room: 'Kontor' }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  });

  it('refuses places outside the camp, its slots and its rooms, and names each field', async () => {
    const id = await camp();
    const session = await propose('rosa', id);
    for (const [patch, status, field, code] of [
      [{ start: '2026-07-02T05:00:00Z' }, 422, 'start', 'outside'],
      [{ start: '2026-07-02T08:30:00Z', end: '2026-07-02T08:50:00Z' }, 422, 'start', 'outside'],
      [{ start: FIRST, end: FIRST }, 400, 'end', 'order'],
      [{ start: FIRST, room: 'Keller' }, 400, 'room', 'not-found'],
      [{ room: 'Kontor' }, 400, 'start', 'required'],
      [{ track: 'Sport' }, 400, 'track', 'not-found'],
      [{ hosts: [{ id: 'nobody' }] }, 400, 'hosts.0.id', 'not-found'],
      [{ title: ' ' }, 400, 'title', 'required'],
    ] as const) {
      const answer = await change('kalle', session, patch);
      const [error] = answer.body.fieldErrors ?? [];
      assert.deepEqual([answer.status, error?.field, error?.code], [status, field, code], JSON.stringify(patch));
    }
    const long = await hub.as('rosa', `POST /events/${id}/sessions`, { title: 'x'.repeat(121) });
    assert.deepEqual(
      long.body.fieldErrors.map(({ code }: { code: string }) => code),
      ['too-long'],
    );
    // Over the break between two slots.
    assert.equal((await change('kalle', session, { start: FIRST, end: '2026-07-02T09:45:00Z' })).status, 200);
  });

  it('refuses a frame that makes no sense', async () => {
    const { programme } = CAMP;
    for (const [changes, field, code] of [
      [{ programme: { ...programme, rooms: ['Kontor', 'kontor'] } }, 'programme.rooms.1', 'not-allowed'],
      [{ programme: { ...programme, slots: [{ start: FIRST, end: FIRST }] } }, 'programme.slots.0.end', 'order'],
      [
        { programme: { ...programme, slots: [{ start: '2026-07-04T08:00:00Z', end: '2026-07-04T09:00:00Z' }] } },
        'programme.slots.0',
        'outside',
      ],
      [{ kind: 'meetup' }, 'programme', 'not-allowed'],
      [{ recurrence: { rule: 'FREQ=YEARLY;COUNT=3' } }, 'programme', 'not-allowed'],
      [{ circle: { guideUrl: 'https://leitfaden.example/' } }, 'circle', 'not-allowed'],
    ] as const) {
      const answer = await hub.as('kalle', 'POST /events', { ...CAMP, ...changes });
      const [error] = answer.body.fieldErrors ?? [];
      assert.deepEqual([answer.status, error?.field, error?.code], [400, field, code], JSON.stringify(changes));
    }
  });

  it('moves with its camp, also over a change of the clocks, and keeps sessions in rooms that get another name', async () => {
    const id = await camp();
    const session = await propose('rosa', id);
    await change('kalle', session, { start: FIRST, room: 'Kontor' });
    const update = async (patch: object) => {
      const { headers } = await hub.as('kalle', `GET /events/${id}`);
      return hub.as('kalle', `PATCH /events/${id}`, patch, { 'if-match': String(headers['etag']) });
    };
    // From summer to winter time: ten o'clock stays ten o'clock.
    const moved = await update({ start: '2026-12-03T08:00:00Z', end: '2026-12-04T16:00:00Z' });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    assert.equal(moved.body.programme.slots[0].start, '2026-12-03T09:00:00Z');
    assert.deepEqual(
      [moved.body.sessions[0].start, moved.body.sessions[0].end],
      ['2026-12-03T09:00:00Z', '2026-12-03T09:45:00Z'],
    );

    const renamed = await update({ programme: { ...moved.body.programme, rooms: ['Kontor am Kai', 'Speicherboden'] } });
    assert.equal(renamed.body.sessions[0].room, 'Kontor am Kai');

    const without = await update({ programme: { ...moved.body.programme, rooms: ['Speicherboden'] } });
    assert.equal(without.body.fieldErrors[0].field, 'programme.rooms');
    const shorter = await update({
      start: '2026-12-04T08:00:00Z',
      end: '2026-12-04T16:00:00Z',
      programme: { rooms: ['Kontor am Kai', 'Speicherboden'], proposals: 'open' },
    });
    assert.deepEqual([shorter.status, shorter.body.fieldErrors[0].code], [400, 'outside']);
    const other = await update({ kind: 'meetup', programme: null });
    assert.equal(other.body.fieldErrors[0].field, 'kind');
  });

  it('writes a proposal down once, however often it is sent', async () => {
    const id = await camp();
    const send = () =>
      hub.as('rosa', `POST /events/${id}/sessions`, { title: 'Einmal' }, { 'idempotency-key': 'proposal-1' });
    const [one, two] = await Promise.all([send(), send()]);
    assert.equal(one.body.id, two.body.id);
    assert.equal((await hub.as('rosa', `GET /events/${id}/sessions`)).body.items.length, 1);
  });

  it('leads from a session to the idea that came of it, and forgets an idea that was taken back', async () => {
    const id = await camp();
    const session = await propose('henrik', id);
    const submit = (sessionId: string) =>
      hub.as('rosa', 'POST /ideas', {
        title: 'Vergabe mit einer Seite',
        summary: 'Aus der Session: eine Seite reicht.',
        reach: 'between',
        sessionId,
      });
    const unknown = await submit('nie');
    assert.deepEqual([unknown.status, unknown.body.fieldErrors?.[0]?.field], [400, 'sessionId']);
    const { idea } = (await submit(session.id)).body;
    assert.equal(idea.links.eventId, id);
    const seenBy = async (who: Who) => (await hub.as(who, `GET /events/${id}`)).body.sessions[0].ideaId;
    assert.deepEqual([await seenBy('rosa'), await seenBy('henrik')], [idea.id, undefined]);
    await hub.as('ayla', `POST /ideas/${idea.id}/transitions`, { to: 'open' });
    assert.equal(await seenBy('henrik'), idea.id);
    const taken = await hub.as('rosa', `POST /ideas/${idea.id}/transitions`, {
      to: 'withdrawn',
      note: 'Es gibt sie schon.',
    });
    assert.equal(taken.status, 200, JSON.stringify(taken.body));
    assert.deepEqual([await seenBy('rosa'), await seenBy('henrik')], [undefined, undefined]);
  });

  it('hands out what somebody did with camps, and keeps a session under no name when they leave', async () => {
    const id = await camp();
    const mine = await propose('mirja', id);
    const other = await propose('rosa', id);
    await hub.as('mirja', `PUT /sessions/${other.id}/interest/me`);
    const { body } = await hub.as('mirja', 'GET /me/export');
    assert.deepEqual(
      body.sessions.held.map((session: { id: string }) => session.id),
      [mine.id],
    );
    assert.deepEqual(
      body.sessions.interest.map((each: { sessionId: string }) => each.sessionId),
      [other.id],
    );
    assert.equal((await hub.as('mirja', 'DELETE /me')).status, 204);
    const { items } = (await hub.as('rosa', `GET /events/${id}/sessions`)).body;
    const held = new Map(
      items.map((each: { id: string; interested: number; hosts: { displayName: string }[] }) => [
        each.id,
        [each.interested, each.hosts[0]?.displayName],
      ]),
    );
    assert.deepEqual(
      [held.get(mine.id), held.get(other.id)],
      [
        [0, 'Ehemaliges Mitglied'],
        [0, 'Rosa Wiesengrund'],
      ],
    );
  });
});
