import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createStaticBackend } from '../../../../src/backend/adapters/static/static-adapter.ts';
import type { EventsPort } from '../../../../src/backend/ports.ts';
import { runEventsPortContract } from '../../contract/events-port.contract.ts';
import { serve, type TestServer } from '../../support/server.ts';

const contractEvents = [
  {
    uid: 'woche',
    title: 'Wochenrunde',
    start: '2026-03-19T10:00:00',
    end: '2026-03-19T11:00:00',
    recurrence: { rule: 'FREQ=WEEKLY;UNTIL=20260409T235959Z', removed: ['2026-04-02T10:00:00'] },
  },
  { uid: 'nacht', title: 'Lange Nacht', start: '2026-03-31T22:00:00+02:00', end: '2026-04-01T02:00:00+02:00' },
  { uid: 'impuls', title: 'Impuls: Einfache Sprache', start: '2026-03-20T11:00:00Z' },
  { uid: 'camp', title: 'Zukunftscamp Auental', start: '2026-03-14', end: '2026-03-16', allDay: true },
  {
    uid: 'treffen',
    title: 'Offenes Treffen',
    start: '2026-03-10T17:00:00.000Z',
    end: '2026-03-10T19:00:00Z',
    kind: 'meetup',
    organiser: { id: 'lindenhafen', name: 'Stadt Lindenhafen' },
  },
];

const portOf = (events: unknown, src?: string): EventsPort => createStaticBackend({ data: { events }, src }).events!;
const march = { from: '2026-03-01', to: '2026-04-01' };
const listOf = async (...events: unknown[]): ReturnType<EventsPort['list']> => portOf(events).list(march);

runEventsPortContract('a static document', () => ({ port: portOf(contractEvents) }));

runEventsPortContract('a static file', async () => {
  const server = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ events: contractEvents })),
  );
  return { port: createStaticBackend({ src: `${server.origin}/events.json` }).events!, close: server.close };
});

describe('a static file', () => {
  const servers: TestServer[] = [];
  after(() => Promise.all(servers.map((server) => server.close())));
  const at = async (...args: Parameters<typeof serve>): Promise<{ server: TestServer; port: EventsPort }> => {
    const server = await serve(...args);
    servers.push(server);
    return { server, port: createStaticBackend({ src: `${server.origin}/x/events.json` }).events! };
  };

  it('is fetched once for one month after another', async () => {
    const { server, port } = await at((_, response) => response.end('{"events":[]}'));
    await port.list(march);
    await port.list({ from: '2026-04-01', to: '2026-05-01' });
    assert.equal(server.requests.length, 1);
  });

  it('is fetched again where somebody wants to know how it is now', async () => {
    const { server, port } = await at((_, response) => response.end('{"events":[]}'));
    await port.list(march);
    await port.list(march, { fresh: true });
    assert.equal(server.requests.length, 2);
  });

  it('is asked for again after a failure', async () => {
    const { port } = await at((_, response, count) =>
      count === 1 ? response.writeHead(404).end() : response.end('{"events":[]}'),
    );
    await assert.rejects(port.list(march), { kind: 'missing' });
    assert.deepEqual((await port.list(march)).items, []);
  });

  for (const [what, body] of [
    ['a list', '[]'],
    ['no JSON', '{"events":'],
    ['something else under "events"', '{"events":{"a":1}}'],
    ['null', 'null'],
  ] as const)
    it(`with ${what} is refused as invalid`, async () => {
      const { port } = await at((_, response) => response.end(body));
      await assert.rejects(port.list(march), { name: 'BackendError', kind: 'invalid' });
    });

  it('without events has none', async () => {
    const { port } = await at((_, response) => response.end('{"posts":[]}'));
    assert.deepEqual(await port.list(march), { items: [], total: 0, problems: [] });
  });

  it('may have links relative to itself', async () => {
    const { server, port } = await at((_, response) =>
      response.end(JSON.stringify({ events: [{ uid: 'a', title: 'A', start: '2026-03-10', url: '../a.html' }] })),
    );
    assert.equal((await port.list(march)).items[0]?.url, `${server.origin}/a.html`);
  });
});

describe('an event of a static document', () => {
  it('keeps what the model knows, in the types it should have', async () => {
    const event = {
      uid: 'a',
      title: 'Werkstatt',
      start: '2026-03-10T10:00:00Z',
      end: '2026-03-10T12:00:00Z',
      allDay: false,
      kind: 'workshop',
      status: 'postponed',
      attendance: 'hybrid',
      summary: 'Kurz',
      description: '<p>Lang</p>',
      place: { name: 'Rathaus', address: 'Markt 1', lat: 53.5, lon: 10 },
      onlineUrl: 'https://treffen.lindenhafen.example/a?b=c',
      url: 'https://lindenhafen.example/a',
      organiser: { id: 'o', name: 'Stadt' },
      topics: [{ id: 't', label: { de: 'Transparenz', en: 'Transparency' } }],
      image: { url: 'https://lindenhafen.example/a.jpg', alt: 'Ein Saal' },
      links: [{ url: 'https://lindenhafen.example/b', label: 'Mehr' }],
      registration: { mode: 'hub', capacity: 20, registered: 3 },
      can: ['register'],
      lang: 'de',
    };
    const { items, problems } = await listOf(event);
    assert.deepEqual(problems, []);
    assert.deepEqual(JSON.parse(JSON.stringify(items[0])), event);
  });

  it('loses fields of a wrong type, unknown fields and dangerous addresses', async () => {
    const { items, problems } = await listOf({
      uid: 'a',
      title: 'A',
      start: '2026-03-10',
      kind: 'party',
      status: 7,
      place: { lat: 'x' },
      url: 'javascript:alert(1)',
      onlineUrl: 'data:text/html,x',
      image: { url: ['x'] },
      topics: 'Transparenz',
      can: [1, 'edit'],
      __proto__: { polluted: true },
      constructor: 'x',
      secret: 'x',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(JSON.parse(JSON.stringify(items[0])), {
      uid: 'a',
      title: 'A',
      start: '2026-03-10',
      end: '2026-03-11',
      allDay: true,
      can: ['edit'],
    });
  });

  it('may name topics, place and organiser by one word', async () => {
    const { items } = await listOf({
      uid: 'a',
      title: 'A',
      start: '2026-03-10',
      topics: ['Transparenz'],
      place: 'Rathaus',
      organiser: 'Stadt',
    });
    assert.deepEqual(JSON.parse(JSON.stringify(items[0]?.topics)), [
      { id: 'Transparenz', label: { de: 'Transparenz' } },
    ]);
    assert.equal(items[0]?.place?.name, 'Rathaus');
    assert.equal(items[0]?.organiser?.name, 'Stadt');
  });

  it('without zone is meant in the zone of the widget, summer and winter', async () => {
    const port = createStaticBackend({
      timeZone: 'Europe/Berlin',
      data: {
        events: [
          { uid: 'w', title: 'Winter', start: '2026-03-10T10:00' },
          { uid: 's', title: 'Sommer', start: '2026-03-30T10:00' },
        ],
      },
    }).events!;
    assert.deepEqual(
      (await port.list(march)).items.map(({ start }) => start),
      ['2026-03-10T09:00:00Z', '2026-03-30T08:00:00Z'],
    );
  });

  for (const [what, event, detail] of [
    ['no title', { uid: 'a', start: '2026-03-10' }, /title/],
    ['no uid', { title: 'A', start: '2026-03-10' }, /uid/],
    ['no start', { uid: 'a', title: 'A' }, /start/],
    ['a start in German form', { uid: 'a', title: 'A', start: '10.03.2026' }, /10\.03\.2026/],
    ['a start that does not exist', { uid: 'a', title: 'A', start: '2026-03-32' }, /start/],
    ['an end before its start', { uid: 'a', title: 'A', start: '2026-03-10', end: '2026-03-09' }, /end/],
    ['nothing', null, /uid/],
    ['a rule that is none', { uid: 'a', title: 'A', start: '2026-03-10', recurrence: { rule: 'FREQ=SOMETIMES' } }, /./],
  ] as const)
    it(`with ${what} is told, and the others still show`, async () => {
      const { items, problems } = await listOf(event, { uid: 'b', title: 'Gut', start: '2026-03-12' });
      assert.ok(items.some(({ title }) => title === 'Gut'));
      assert.equal(problems.length, 1);
      assert.equal(problems[0]?.code, 'invalid-item');
      assert.match(problems[0]?.detail ?? '', detail);
    });
});

describe('a series of a static document', () => {
  const series = (recurrence: object, more: object = {}): object => ({
    uid: 's',
    title: 'Runde',
    start: '2026-03-05T18:00',
    end: '2026-03-05T19:30',
    recurrence,
    ...more,
  });
  const startsOf = async (...events: unknown[]): Promise<string[]> =>
    (await listOf(...events)).items.map(({ start, title }) => `${start} ${title}`);

  it('gets added and removed dates', async () => {
    assert.deepEqual(
      await startsOf(series({ rule: 'FREQ=WEEKLY;COUNT=3', added: ['2026-03-25T12:00'], removed: ['2026-03-12'] })),
      ['2026-03-05T17:00:00Z Runde', '2026-03-19T17:00:00Z Runde', '2026-03-25T11:00:00Z Runde'],
    );
  });

  it('gets single instances changed, also into and out of the month', async () => {
    assert.deepEqual(
      await startsOf(
        series({ rule: 'FREQ=WEEKLY;COUNT=5' }),
        { uid: 's', title: 'Verlegt', recurrenceId: '2026-03-12T18:00', start: '2026-03-13T18:00' },
        { uid: 's', title: 'In den April', recurrenceId: '2026-03-19T18:00', start: '2026-04-03T18:00' },
        { uid: 's', title: 'In den März', recurrenceId: '2026-04-02T18:00', start: '2026-03-30T18:00' },
      ),
      [
        '2026-03-05T17:00:00Z Runde',
        '2026-03-13T17:00:00Z Verlegt',
        '2026-03-26T17:00:00Z Runde',
        '2026-03-30T16:00:00Z In den März',
      ],
    );
  });

  it('of whole days has whole days', async () => {
    const { items } = await listOf({
      uid: 'd',
      title: 'Tage',
      start: '2026-02-27',
      end: '2026-03-01',
      recurrence: { rule: 'FREQ=MONTHLY;BYDAY=-1FR', removed: ['2026-04-24'] },
    });
    assert.deepEqual(
      items.map(({ start, end, recurrenceId }) => [start, end, recurrenceId]),
      [['2026-03-27', '2026-03-29', '2026-03-27']],
    );
  });

  it('without end cannot hang the page', async () => {
    const { items, problems } = await listOf(series({ rule: 'FREQ=SECONDLY' }));
    assert.ok(items.length > 0);
    assert.deepEqual(problems, [{ code: 'limit-reached', item: 's' }]);
  });

  it('that a hub has expanded already is left as it is', async () => {
    const { items } = await listOf(
      series({ rule: 'FREQ=WEEKLY' }, { recurrenceId: '2026-03-05T17:00:00Z', start: '2026-03-05T17:00:00Z' }),
    );
    assert.equal(items.length, 1);
  });
});
