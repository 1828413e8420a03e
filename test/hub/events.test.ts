import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { onEveryEngine, type TestHub } from './support/test-hub.ts';

interface Item {
  readonly id: string;
  readonly uid: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly recurrenceId?: string;
  readonly status?: string;
  readonly can: string[];
  readonly [key: string]: unknown;
}

interface Answer {
  readonly items: Item[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly facets: Record<'kind' | 'topic' | 'org', { value: string; label?: string; count: number }[]>;
  readonly problems: unknown[];
  readonly fieldErrors?: { field: string; code: string }[];
  readonly code?: string;
}

const meetup = {
  title: 'Lunch & Learn: Brücken bauen',
  start: '2026-06-18T10:00:00Z',
  end: '2026-06-18T11:00:00Z',
  kind: 'meetup',
  organiser: { id: 'stadt-a' },
  topics: [{ id: 'klimawandel' }],
  place: { name: 'Rathaus' },
};

onEveryEngine('Events', (engine) => {
  let hub: TestHub;
  before(async () => {
    hub = await engine.start();
  });
  after(() => hub.close());

  const call = async (options: InjectOptions, person?: string) => {
    const response = await hub.app.inject({
      ...options,
      headers: { ...options.headers, ...(person && { 'x-test-person': person }) },
    });
    return {
      status: response.statusCode,
      headers: response.headers,
      body: (response.body ? response.json() : {}) as Answer & Item,
    };
  };
  const list = async (query: Record<string, string>, person?: string) =>
    (await call({ url: '/api/v1/events', query: { from: '2026-06-01', to: '2026-07-01', ...query } }, person)).body;
  const create = async (payload: object, person = 'organiserA', headers: Record<string, string> = {}) =>
    call({ method: 'POST', url: '/api/v1/events', payload, headers }, person);

  test('an event that an organiser creates is seen by a stranger, with who invites and what it is about', async () => {
    const made = await create(meetup);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.equal(made.headers.location, `/api/v1/events/${made.body.id}`);
    const { items, facets, total } = await list({ q: 'Bruecken' });
    assert.equal(total, 1);
    assert.equal(items[0]?.start, '2026-06-18T10:00:00Z');
    assert.deepEqual(items[0]?.['organiser'], { id: 'stadt-a', name: 'Stadt Ähringen' });
    assert.deepEqual(items[0]?.can, []);
    assert.deepEqual(facets.topic, [{ value: 'klimawandel', label: 'Klimawandel', count: 1 }]);
    assert.deepEqual((await list({ q: 'Bruecken' }, 'organiserA')).items[0]?.can, [
      'update',
      'cancel',
      'registrations',
    ]);
  });

  test('strangers, plain members and organisers elsewhere may not create events', async () => {
    const stranger = await call({ method: 'POST', url: '/api/v1/events', payload: meetup });
    assert.deepEqual([stranger.status, stranger.body.code], [401, 'sign-in-required']);
    assert.equal((await create(meetup, 'memberA')).status, 403);
    assert.equal((await create(meetup, 'organiserB')).status, 403);
  });

  test('each field that is wrong is named with what is wrong about it', async () => {
    const { status, headers, body } = await create({
      ...meetup,
      title: '',
      end: '2026-06-18T09:00:00Z',
      topics: [{ id: 'nothing' }],
      recurrence: { rule: 'FREQ=SECONDLY' },
      registration: { mode: 'external' },
    });
    assert.equal(status, 400);
    assert.match(String(headers['content-type']), /^application\/problem\+json/);
    assert.deepEqual(
      body.fieldErrors?.map(({ field, code }) => `${field}: ${code}`),
      ['title: too-short'],
    );
    const second = await create({
      ...meetup,
      title: 'x'.repeat(201),
      end: '2026-06-18T09:00:00Z',
      topics: [{ id: 'nothing' }],
      recurrence: { rule: 'FREQ=SECONDLY' },
      registration: { mode: 'external' },
    });
    assert.deepEqual(second.body.fieldErrors?.map(({ field, code }) => `${field}: ${code}`).sort(), [
      'end: order',
      'recurrence.rule: not-allowed',
      'registration.url: required',
      'title: too-long',
      'topics.0: not-found',
    ]);
    const unknown = await create({ ...meetup, secret: 1 });
    assert.deepEqual(unknown.body.fieldErrors?.[0], {
      field: 'secret',
      code: 'unknown-field',
      message: 'must NOT have additional properties',
    });
  });

  test('a weekly series keeps its time on the clock when summer time ends', async () => {
    const made = await create({
      ...meetup,
      title: 'Sprechstunde',
      start: '2026-10-13T12:00:00Z',
      end: '2026-10-13T13:00:00Z',
      timeZone: 'Europe/Berlin',
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=4', removed: ['2026-10-20T12:00:00Z'] },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { items } = await list({ from: '2026-10-01', to: '2026-12-01', q: 'Sprechstunde' });
    assert.deepEqual(
      items.map(({ start, end, recurrenceId }) => [start, end, recurrenceId]),
      [
        ['2026-10-13T12:00:00Z', '2026-10-13T13:00:00Z', '2026-10-13T12:00:00Z'],
        ['2026-10-27T13:00:00Z', '2026-10-27T14:00:00Z', '2026-10-27T13:00:00Z'],
        ['2026-11-03T13:00:00Z', '2026-11-03T14:00:00Z', '2026-11-03T13:00:00Z'],
      ],
    );
  });

  test('one date of a series is moved and another cancelled, the rest stays', async () => {
    const { body, headers } = await create({
      ...meetup,
      title: 'Lernkreis Daten',
      start: '2026-09-01T08:00:00Z',
      end: '2026-09-01T09:00:00Z',
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=3' },
    });
    const moved = await call(
      {
        method: 'PATCH',
        url: `/api/v1/events/${body.id}`,
        query: { recurrenceId: '2026-09-08T08:00:00Z' },
        headers: { 'if-match': String(headers.etag) },
        payload: {
          start: '2026-09-09T08:00:00Z',
          end: '2026-09-09T10:00:00Z',
          title: 'Lernkreis Daten, ein Tag später',
        },
      },
      'organiserA',
    );
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    assert.equal(moved.body['changed'], true);
    const cancelled = await call(
      {
        method: 'PATCH',
        url: `/api/v1/events/${body.id}`,
        query: { recurrenceId: '2026-09-15T08:00:00Z' },
        headers: { 'if-match': String(moved.headers.etag) },
        payload: { status: 'cancelled' },
      },
      'organiserA',
    );
    assert.equal(cancelled.status, 200, JSON.stringify(cancelled.body));
    const { items } = await list({ from: '2026-09-01', to: '2026-10-01', q: 'Lernkreis' });
    assert.deepEqual(
      items.map(({ title, start, end, status }) => [title, start, end, status]),
      [
        ['Lernkreis Daten', '2026-09-01T08:00:00Z', '2026-09-01T09:00:00Z', undefined],
        ['Lernkreis Daten, ein Tag später', '2026-09-09T08:00:00Z', '2026-09-09T10:00:00Z', undefined],
        ['Lernkreis Daten', '2026-09-15T08:00:00Z', '2026-09-15T09:00:00Z', 'cancelled'],
      ],
    );
    const missing = await call(
      {
        method: 'PATCH',
        url: `/api/v1/events/${body.id}`,
        query: { recurrenceId: '2026-09-02T08:00:00Z' },
        headers: { 'if-match': '*' },
        payload: { status: 'cancelled' },
      },
      'organiserA',
    );
    assert.equal(missing.status, 404);
  });

  test('whoever writes over a change of somebody else is told, and nothing is lost', async () => {
    const { body, headers } = await create({ ...meetup, title: 'Zwei Köche' });
    const url = `/api/v1/events/${body.id}`;
    const patch = (etag: string | undefined, payload: object, person: string) =>
      call({ method: 'PATCH', url, payload, headers: etag === undefined ? {} : { 'if-match': etag } }, person);
    assert.equal((await patch(undefined, { title: 'Ohne' }, 'organiserA')).status, 428);
    const first = await patch(String(headers.etag), { title: 'Erster Koch' }, 'organiserA');
    assert.equal(first.status, 200);
    const second = await patch(String(headers.etag), { title: 'Zweiter Koch' }, 'moderatorA');
    assert.deepEqual([second.status, second.body.code], [412, 'precondition-failed']);
    assert.equal((await call({ url })).body.title, 'Erster Koch');
    const stranger = await call({ url });
    assert.equal((await patch(String(stranger.headers.etag), { title: 'Dritter' }, 'moderatorA')).status, 200);
  });

  test('a write that is sent twice with one key, even at once, has one effect and one answer', async () => {
    const payload = { ...meetup, title: 'Nur einmal' };
    const headers = { 'idempotency-key': 'key-1' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => create(payload, 'organiserA', headers)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201, 201, 201],
    );
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
    assert.equal(new Set(answers.map((answer) => answer.headers.etag)).size, 1);
    assert.equal((await list({ q: 'Nur einmal' })).total, 1);
    const other = await create({ ...payload, title: 'Anderes' }, 'organiserA', headers);
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency-key-reused']);
    assert.equal((await create(payload, 'moderatorA', headers)).status, 201);
  });

  test('who may not see an event does not find, count or open it', async () => {
    const made: Record<string, string> = {};
    for (const visibility of ['self', 'unit', 'organisation', 'network', 'public']) {
      made[visibility] = (await create({ ...meetup, title: `Sicht ${visibility}`, visibility })).body.id;
    }
    await hub.database.kysely
      .updateTable('event')
      .set({ unit: 'Amt 1' })
      .where('id', '=', made['unit'] ?? '')
      .execute();
    const seen = async (person?: string) => {
      const { items, total } = await list({ q: 'Sicht' }, person);
      assert.equal(total, items.length);
      return items
        .map(({ title }) => title.slice(6))
        .sort()
        .join(' ');
    };
    assert.equal(await seen(), 'public');
    assert.equal(await seen('organiserA'), 'network organisation public self unit');
    assert.equal(await seen('memberA'), 'network organisation public unit');
    assert.equal(await seen('otherUnitA'), 'network organisation public');
    assert.equal(await seen('moderatorA'), 'network organisation public unit');
    assert.equal(await seen('organiserB'), 'network public');
    assert.equal((await call({ url: `/api/v1/events/${made['network']}` })).status, 404);
    assert.equal((await call({ url: `/api/v1/events/${made['unit']}` }, 'otherUnitA')).status, 404);
    assert.equal(
      (await call({ method: 'PATCH', url: `/api/v1/events/${made['network']}`, payload: { title: 'x' } })).status,
      404,
    );
  });

  test('a walk through all pages meets every occurrence once, in order, also those that began before', async () => {
    const starts = Array.from(
      { length: 23 },
      (_, index) => `2027-03-0${1 + Math.floor(index / 5)}T0${index % 5}:00:00Z`,
    );
    for (const start of starts) await create({ ...meetup, title: 'Seite', start, end: start });
    await create({ ...meetup, title: 'Seite lang', start: '2027-01-01', end: '2027-04-01', allDay: true });
    await create({ ...meetup, title: 'Seite Nacht', start: '2027-02-28T21:00:00Z', end: '2027-02-28T23:30:00Z' });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Answer = await list({
        from: '2027-03-01',
        to: '2027-04-01',
        q: 'Seite',
        limit: '4',
        ...(cursor && { cursor }),
      });
      assert.equal(page.total, 25);
      seen.push(...page.items.map(({ id, start }) => `${start} ${id}`));
      cursor = page.nextCursor;
    }
    assert.equal(seen.length, 25);
    assert.equal(new Set(seen).size, 25);
    assert.deepEqual(seen.slice(2), [...seen.slice(2)].sort());
    assert.equal((await call({ url: '/api/v1/events?from=2027-01-01&to=2027-02-01&cursor=x' })).status, 400);
  });

  test('filters narrow by kind, organisation by name, and topic with all below it', async () => {
    await create({ ...meetup, title: 'Filter eins', kind: 'talk', topics: [{ id: 'transparenz' }] });
    await create({ ...meetup, title: 'Filter zwei', kind: 'workshop', topics: [{ id: 'klimawandel' }] });
    await create({ ...meetup, title: 'Filter drei', kind: 'workshop', organiser: { id: 'kreis-b' } }, 'organiserB');
    const titles = async (query: Record<string, string>) =>
      (await list({ q: 'Filter', ...query })).items.map(({ title }) => title.slice(7)).sort();
    assert.deepEqual(await titles({ kind: 'workshop' }), ['drei', 'zwei']);
    assert.deepEqual(await titles({ org: 'kreis bergtal' }), ['drei']);
    assert.deepEqual(await titles({ topic: 'Herausforderungen' }), ['drei', 'zwei']);
    assert.deepEqual(await titles({ topic: 'Transparency' }), ['eins']);
    const { facets, total } = await list({ q: 'Filter', kind: 'workshop' });
    assert.equal(total, 2);
    assert.deepEqual(facets.kind, [
      { value: 'workshop', count: 2 },
      { value: 'talk', count: 1 },
    ]);
    assert.deepEqual(
      facets.org.map(({ label, count }) => [label, count]),
      [
        ['Kreis Bergtal', 1],
        ['Stadt Ähringen', 1],
      ],
    );
  });

  test('an address that cannot be understood names the parameter', async () => {
    const wrong = async (query: string) =>
      (await call({ url: `/api/v1/events?${query}` })).body.fieldErrors?.map(({ field, code }) => `${field}: ${code}`);
    assert.deepEqual(await wrong('from=2026-06-01'), ['to: required']);
    assert.deepEqual(await wrong('from=gestern&to=2026-07-01'), ['from: format']);
    assert.deepEqual(await wrong('from=2026-02-30&to=2026-07-01'), ['from: format']);
    assert.deepEqual(await wrong('from=2026-07-01&to=2026-06-01'), ['to: order']);
    assert.deepEqual(await wrong('from=2026-06-01&to=2026-07-01&limit=51'), ['limit: out-of-range']);
    assert.deepEqual(await wrong('from=2026-06-01&to=2026-07-01&kind=party'), ['kind: not-allowed']);
  });

  test('an unchanged list is answered with 304, a changed one anew', async () => {
    const url = '/api/v1/events?from=2026-06-01&to=2026-07-01&q=Wechsel';
    const first = await call({ url });
    const again = async () => call({ url, headers: { 'if-none-match': String(first.headers.etag) } });
    assert.match(String(first.headers.etag), /^"[^"]+"$/);
    assert.equal((await again()).status, 304);
    await create({ ...meetup, title: 'Wechsel' });
    const changed = await again();
    assert.equal(changed.status, 200);
    assert.equal(changed.body.total, 1);
  });

  test('who did what is written down with the act itself', async () => {
    const { body, headers } = await create({ ...meetup, title: 'Spur' });
    await call(
      {
        method: 'PATCH',
        url: `/api/v1/events/${body.id}`,
        payload: { status: 'cancelled' },
        headers: { 'if-match': String(headers.etag) },
      },
      'moderatorA',
    );
    const entries = await hub.database.kysely
      .selectFrom('auditEntry')
      .selectAll()
      .where('objectId', '=', body.id)
      .orderBy('id')
      .execute();
    assert.deepEqual(
      entries.map(({ action, personId, orgId }) => [action, personId, orgId]),
      [
        ['event.create', 'person-organiserA', 'stadt-a'],
        ['event.cancel', 'person-moderatorA', 'stadt-a'],
      ],
    );
  });
});
