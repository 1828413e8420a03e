import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { HubConfig, SourceConfig } from '../../../demo/hub/config/config.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { Gatherer } from '../../../demo/hub/sources/gatherer.ts';
import { NOW, onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//DE', ...events, 'END:VCALENDAR', ''].join('\r\n');

const event = (uid: string, title: string, start = '20260618T080000Z', more = ''): string =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART:${start}`,
    'DURATION:PT1H',
    `SUMMARY:${title}`,
    ...(more ? [more] : []),
    'END:VEVENT',
  ].join('\r\n');

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

const text =
  (body: string, headers: Record<string, string> = {}): Reply =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8', ...headers }).end(body);
  };

interface ListAnswer {
  readonly items: {
    readonly title: string;
    readonly start: string;
    readonly source?: { id: string; label: string; url?: string };
    readonly organiser?: { id: string };
    readonly id: string;
  }[];
  readonly problems: {
    readonly code: string;
    readonly kind: string;
    readonly since?: string;
    readonly source: { id: string };
  }[];
}

interface SourceAnswer {
  readonly id: string;
  readonly state: string;
  readonly items: number;
  readonly words: string;
  readonly nextTryAt?: string;
  readonly problem?: { readonly kind: string; readonly detail: string };
}

onEitherEngine('Gathering', (engine) => {
  let server: Server;
  let origin: string;
  let replies: Record<string, Reply> = {};
  let requests: IncomingMessage[] = [];
  let hub: TestHub | undefined;
  let folder: string;
  let now = NOW;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hub-source-'));
    server = createServer((request, response) => {
      requests.push(request);
      const reply = replies[request.url ?? ''];
      if (reply) reply(request, response);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(async () => {
    await hub?.close();
    hub = undefined;
    replies = {};
    requests = [];
    now = NOW;
  });
  after(async () => {
    await hub?.close();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const source = (id: string, path = `/${id}.ics`, more: Partial<SourceConfig> = {}): SourceConfig => ({
    id,
    kind: 'icalendar',
    url: `${origin}${path}`,
    label: `Quelle ${id}`,
    allowPrivate: ['127.0.0.1'],
    ...more,
  });

  const gatherFrom = async (sources: SourceConfig[], changes: Partial<HubConfig> = {}) => {
    const config = testConfig({
      sources,
      limits: { ...testConfig().limits, sourceSeconds: 1, sourceBytes: 20_000 },
      ...changes,
    });
    hub = await engine.start({ config, clock: () => now });
    return gathererOf(hub);
  };
  const gathererOf = async (started: TestHub) => {
    const parts = makeHub({ config: started.config, database: started.database, clock: () => now });
    const gatherer = new Gatherer(parts, { folders: [folder], random: () => 0.5 });
    await gatherer.prepare();
    return gatherer;
  };
  const get = async <T>(url: string): Promise<T> => ((await hub?.app.inject({ url }))?.json() ?? {}) as T;
  const list = () => get<ListAnswer>('/api/v1/events?from=2026-06-01&to=2026-07-01');
  const health = async () => (await get<{ items: SourceAnswer[] }>('/api/v1/sources')).items;

  test('events of a source stand in the list with where they came from, series expanded', async () => {
    replies['/good.ics'] = text(
      calendar(event('a', 'Einmal'), event('b', 'Wöchentlich', '20260602T080000Z', 'RRULE:FREQ=WEEKLY;COUNT=3')),
    );
    const gatherer = await gatherFrom([
      source('good', undefined, { org: 'stadt-a', link: 'https://www.stadt.example/kalender' }),
    ]);
    assert.deepEqual(
      (await health()).map(({ state }) => state),
      ['waiting'],
    );
    await gatherer.gatherDue();
    const { items, problems } = await list();
    assert.deepEqual(
      items.map(({ title, start }) => `${start} ${title}`),
      [
        '2026-06-02T08:00:00Z Wöchentlich',
        '2026-06-09T08:00:00Z Wöchentlich',
        '2026-06-16T08:00:00Z Wöchentlich',
        '2026-06-18T08:00:00Z Einmal',
      ],
    );
    assert.deepEqual(items[0]?.source, { id: 'good', label: 'Quelle good', url: 'https://www.stadt.example/kalender' });
    assert.equal(items[0]?.organiser?.id, 'stadt-a');
    assert.deepEqual(problems, []);
    const [state] = await health();
    assert.deepEqual([state?.state, state?.items, state?.nextTryAt], ['good', 4, '2026-06-15T10:15:00Z']);
  });

  test('what has not changed is asked for by its ETag and not read again', async () => {
    replies['/good.ics'] = (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else text(calendar(event('a', 'Einmal')), { etag: '"v1"' })(request, response);
    };
    const gatherer = await gatherFrom([source('good')]);
    await gatherer.gather('good');
    const [before] = (await list()).items;
    now += 3_600_000;
    await gatherer.gather('good');
    assert.equal(requests.length, 2);
    assert.equal(requests[1]?.headers['if-none-match'], '"v1"');
    assert.deepEqual((await list()).items[0], before);
    assert.equal((await health())[0]?.state, 'good');
  });

  test('changed events change, missing ones go, the others stay untouched', async () => {
    replies['/good.ics'] = text(calendar(event('a', 'Bleibt'), event('b', 'Ändert sich'), event('c', 'Geht')));
    const gatherer = await gatherFrom([source('good')]);
    await gatherer.gather('good');
    replies['/good.ics'] = text(calendar(event('a', 'Bleibt'), event('b', 'Hat sich geändert'), event('d', 'Kommt')));
    await gatherer.gather('good');
    assert.deepEqual((await list()).items.map(({ title }) => title).sort(), ['Bleibt', 'Hat sich geändert', 'Kommt']);
    const rows = await hub?.database.kysely.selectFrom('event').select(['uid', 'version']).orderBy('uid').execute();
    assert.deepEqual(rows, [
      { uid: 'a', version: 1 },
      { uid: 'b', version: 2 },
      { uid: 'd', version: 1 },
    ]);
  });

  test('a source that dies costs nothing that is there: its last good copy stays, and its age is told', async () => {
    replies['/good.ics'] = text(calendar(event('a', 'Gut')));
    replies['/dies.ics'] = text(calendar(event('b', 'Von gestern')));
    const gatherer = await gatherFrom([source('good'), source('dies'), source('never')]);
    await gatherer.gatherDue();
    now += 86_400_000;
    replies['/dies.ics'] = (_request, response) => void response.writeHead(500).end('oops');
    await gatherer.gatherDue();
    const { items, problems } = await list();
    assert.deepEqual(items.map(({ title }) => title).sort(), ['Gut', 'Von gestern']);
    assert.deepEqual(
      problems.map(({ code, kind, since, source: { id } }) => [code, kind, since, id]),
      [
        ['stale', 'unknown', '2026-06-15T10:00:00Z', 'dies'],
        ['source-failed', 'missing', undefined, 'never'],
      ],
    );
    assert.deepEqual(
      (await health()).map(({ id, state }) => `${id} ${state}`),
      ['good good', 'dies failing', 'never failing'],
    );
  });

  test('the last good copy survives a restart of the hub', async () => {
    replies['/good.ics'] = text(calendar(event('a', 'Gut')));
    await (await gatherFrom([source('good')])).gatherDue();
    replies = {};
    if (hub) await (await gathererOf(hub)).gather('good');
    assert.deepEqual(
      (await list()).items.map(({ title }) => title),
      ['Gut'],
    );
    assert.equal((await health())[0]?.state, 'failing');
  });

  test('failures are tried again later and later, and a source that says when is listened to', async () => {
    replies['/busy.ics'] = (_request, response) => void response.writeHead(503, { 'retry-after': '7200' }).end();
    const gatherer = await gatherFrom([source('busy'), source('never')]);
    const waits: (number | undefined)[] = [];
    for (let round = 0; round < 4; round += 1) {
      await gatherer.gather('never');
      const next = (await health())[1]?.nextTryAt;
      waits.push(next === undefined ? undefined : (Date.parse(next) - now) / 60_000);
    }
    assert.deepEqual(waits, [1, 2, 4, 8]);
    await gatherer.gather('busy');
    const [busy] = await health();
    assert.deepEqual([busy?.problem?.kind, busy?.nextTryAt], ['busy', '2026-06-15T12:00:00Z']);
  });

  test('each way to be no calendar has its own name, and no address stands in the words', async () => {
    replies['/html.ics'] = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Anmeldung</title>');
    replies['/slow.ics'] = (_request, response) => void response.writeHead(200).write('BEGIN:VCALENDAR');
    replies['/loop.ics'] = (_request, response) => void response.writeHead(302, { location: '/loop.ics' }).end();
    replies['/large.ics'] = text(calendar(event('a', 'x'.repeat(30_000))));
    replies['/denied.ics'] = (_request, response) => void response.writeHead(403).end();
    const names = ['html', 'slow', 'loop', 'large', 'denied', 'missing'];
    const gatherer = await gatherFrom(names.map((name) => source(name)));
    await gatherer.gatherDue();
    const states = await health();
    assert.deepEqual(
      states.map(({ id, problem }) => `${id}: ${problem?.kind}`),
      ['html: invalid', 'slow: timeout', 'loop: invalid', 'large: invalid', 'denied: denied', 'missing: missing'],
    );
    for (const { problem } of states) assert.doesNotMatch(problem?.detail ?? '', /127\.0\.0\.1|https?:/);
  });

  test('an inner address is only read where the operator allows it, also behind a redirect and under any spelling', async () => {
    replies['/good.ics'] = text(calendar(event('a', 'Innen')));
    replies['/out.ics'] = (_request, response) =>
      void response.writeHead(302, { location: `${origin.replace('127.0.0.1', '127.0.0.2')}/good.ics` }).end();
    const port = new URL(origin).port;
    const forbidden = { allowPrivate: [] };
    const gatherer = await gatherFrom([
      source('literal', '/good.ics', forbidden),
      { ...source('name', '', forbidden), url: `http://localhost:${port}/good.ics` },
      { ...source('decimal', '', forbidden), url: `http://2130706433:${port}/good.ics` },
      { ...source('mapped', '', forbidden), url: `http://[::ffff:127.0.0.1]:${port}/good.ics` },
      source('redirect', '/out.ics'),
    ]);
    await gatherer.gatherDue();
    assert.deepEqual(
      (await health()).map(({ problem }) => problem?.kind),
      ['denied', 'denied', 'denied', 'denied', 'denied'],
    );
    assert.equal(requests.length, 1);
  });

  test('who asks for a source that is being read waits for the same reading', async () => {
    replies['/good.ics'] = text(calendar(event('a', 'Einmal')));
    const gatherer = await gatherFrom([source('good')]);
    await Promise.all([gatherer.gather('good'), gatherer.gather('good'), gatherer.gather('good')]);
    assert.equal(requests.length, 1);
  });

  test('a broken event costs itself, the calendar around it stays', async () => {
    replies['/good.ics'] = text(
      calendar(event('a', 'Heil'), 'BEGIN:VEVENT\r\nUID:x\r\nDTSTART:gestern\r\nSUMMARY:Kaputt\r\nEND:VEVENT'),
    );
    await (await gatherFrom([source('good')])).gatherDue();
    assert.deepEqual(
      (await list()).items.map(({ title }) => title),
      ['Heil'],
    );
    const [state] = (await get<{ items: { problems: { code: string }[] }[] }>('/api/v1/sources')).items;
    assert.deepEqual(
      state?.problems.map(({ code }) => code),
      ['invalid-item'],
    );
  });

  test('files are read from the folders that are meant for it, and from nowhere else', async () => {
    writeFileSync(join(folder, 'mine.ics'), calendar(event('a', 'Aus der Datei')));
    const gatherer = await gatherFrom([
      source('mine', '', { url: pathToFileURL(join(folder, 'mine.ics')).href }),
      source('escape', '', { url: `${pathToFileURL(folder).href}/../../etc/hostname` }),
      source('gone', '', { url: pathToFileURL(join(folder, 'gone.ics')).href }),
    ]);
    await gatherer.gatherDue();
    assert.deepEqual(
      (await list()).items.map(({ title }) => title),
      ['Aus der Datei'],
    );
    assert.deepEqual(
      (await health()).map(({ problem }) => problem?.kind),
      [undefined, 'denied', 'missing'],
    );
  });

  test('a source that is no longer configured goes with its events', async () => {
    replies['/good.ics'] = text(calendar(event('a', 'Einmal')));
    await (await gatherFrom([source('good')])).gatherDue();
    if (!hub) return;
    const parts = makeHub({ config: { ...hub.config, sources: [] }, database: hub.database, clock: () => now });
    await new Gatherer(parts).prepare();
    assert.deepEqual((await list()).items, []);
  });
});
