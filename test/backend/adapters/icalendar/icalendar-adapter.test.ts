import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressesOf, createIcalendarBackend } from '../../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import { serve } from '../../support/server.ts';
import { calendarOf, eventOf, read } from './support/calendars.ts';

const range = { from: '2026-05-01', to: '2026-06-01' };
const meeting = (uid: string, day: number, ...lines: string[]): string =>
  eventOf(
    `UID:${uid}`,
    `DTSTART;TZID=Europe/Berlin:202605${String(day).padStart(2, '0')}T180000`,
    'DURATION:PT1H',
    ...lines,
  );
const answering = (body: string | Uint8Array<ArrayBuffer>, type = 'text/calendar; charset=utf-8', status = 200) =>
  (() => Promise.resolve(new Response(body, { status, headers: { 'content-type': type } }))) as typeof fetch;

describe('a calendar on a server', () => {
  it('is fetched once for several windows', async () => {
    const server = await serve((_, response) => {
      response.setHeader('content-type', 'text/calendar').end(calendarOf(meeting('a', 4)));
    });
    try {
      const { events } = createIcalendarBackend({ src: `${server.origin}/a.ics` });
      const [may, again] = await Promise.all([events.list(range), events.list(range)]);
      const june = await events.list({ from: '2026-06-01', to: '2026-07-01' });
      assert.equal(may.items.length, 1);
      assert.deepEqual(again.items, may.items);
      assert.equal(june.items.length, 0);
      assert.equal(server.requests.length, 1);
      assert.match(server.requests[0]?.headers.accept ?? '', /^text\/calendar/);
    } finally {
      await server.close();
    }
  });

  it('is asked itself where somebody wants to know how it is now', async () => {
    let day = 4;
    const fetch = (() =>
      Promise.resolve(new Response(calendarOf(meeting('a', day))))) as unknown as typeof globalThis.fetch;
    const { events } = createIcalendarBackend({ src: 'https://kalender.example/a.ics', fetch });
    const start = async (fresh?: boolean): Promise<string | undefined> =>
      (await events.list(range, { fresh })).items[0]?.start;
    assert.equal(await start(), '2026-05-04T16:00:00Z');
    day = 5;
    assert.equal(await start(), '2026-05-04T16:00:00Z', 'kept for a while');
    assert.equal(await start(true), '2026-05-05T16:00:00Z');
    assert.equal(await start(), '2026-05-05T16:00:00Z');
  });

  it('is asked again after a failure', async () => {
    const server = await serve((_, response, count) => {
      if (count === 1) response.writeHead(404).end();
      else response.setHeader('content-type', 'text/calendar').end(calendarOf(meeting('a', 4)));
    });
    try {
      const { events } = createIcalendarBackend({ src: `${server.origin}/a.ics` });
      await assert.rejects(events.list(range), { kind: 'missing', status: 404 });
      assert.equal((await events.list(range)).items.length, 1);
    } finally {
      await server.close();
    }
  });

  it('that is out of reach for a while is answered for by the last copy, also for other months', async () => {
    let status = 200;
    const fetch = (() => {
      const body = status === 200 ? calendarOf(meeting('a', 4), eventOf('UID:b', 'DTSTART:20260605T100000Z')) : '';
      return Promise.resolve(new Response(body, { status, headers: { 'retry-after': '60' } }));
    }) as typeof globalThis.fetch;
    const { events } = createIcalendarBackend({ src: 'https://kalender.example/a.ics', fetch, maxAge: 0 });
    assert.deepEqual((await events.list(range)).problems, []);
    status = 503;
    const june = await events.list({ from: '2026-06-01', to: '2026-07-01' });
    assert.deepEqual(
      june.items.map(({ uid }) => uid),
      ['b'],
    );
    const { since, ...stale } = june.problems[0] ?? {};
    assert.match(since ?? '', /Z$/);
    assert.deepEqual(stale, {
      code: 'stale',
      kind: 'busy',
      detail: '503 from https://kalender.example/a.ics',
      source: { id: 'https://kalender.example/a.ics' },
    });
    status = 404;
    await assert.rejects(events.list(range), { kind: 'missing' });
    status = 200;
    assert.deepEqual((await events.list(range)).problems, []);
  });

  it('with a webcal: address is asked by https:, from an http: page by http: first', () => {
    assert.deepEqual(addressesOf('webcal://kalender.example/a.ics', 'https:'), ['https://kalender.example/a.ics']);
    assert.deepEqual(addressesOf('webcal://kalender.example/a.ics', undefined), ['https://kalender.example/a.ics']);
    assert.deepEqual(addressesOf('webcals://kalender.example/a.ics', 'http:'), [
      'http://kalender.example/a.ics',
      'https://kalender.example/a.ics',
    ]);
  });

  it('can be subscribed to', () => {
    const { events } = createIcalendarBackend({ src: 'https://kalender.example/a.ics' });
    assert.equal(events.subscribeUrl, 'webcal://kalender.example/a.ics');
  });

  it('gives up when the caller does', async () => {
    const stop = new AbortController();
    const never = ((_: string, init: RequestInit) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      })) as unknown as typeof fetch;
    const { events } = createIcalendarBackend({ src: 'https://kalender.example/a.ics', fetch: never });
    const asked = events.list(range, { signal: stop.signal });
    stop.abort();
    await assert.rejects(asked, { name: 'AbortError' });
  });
});

describe('an answer that is no calendar', () => {
  const ask = (fetch: typeof globalThis.fetch) =>
    createIcalendarBackend({ src: 'https://kalender.example/a.ics', fetch }).events.list(range);

  it('is told apart: a page, something else, nothing', async () => {
    await assert.rejects(ask(answering('<!DOCTYPE html><title>Anmelden</title>', 'text/html')), {
      kind: 'invalid',
      reason: 'html',
    });
    await assert.rejects(ask(answering('{"events":[]}', 'application/json')), {
      kind: 'invalid',
      reason: 'content-type',
      url: 'https://kalender.example/a.ics',
    });
    await assert.rejects(ask(answering('  \r\n')), { kind: 'invalid', reason: 'empty' });
  });

  it('is refused when it is larger than agreed', async () => {
    const backend = createIcalendarBackend({
      src: 'https://kalender.example/a.ics',
      fetch: answering('x'.repeat(2000)),
      maxBytes: 1000,
    });
    await assert.rejects(backend.events.list(range), { kind: 'invalid', reason: 'too-large' });
    const given = createIcalendarBackend({ src: 'a', data: 'x'.repeat(2000), maxBytes: 1000 });
    await assert.rejects(given.events.list(range), { kind: 'invalid', reason: 'too-large' });
  });

  it('is not meant: a calendar sent as text/plain or text/html is one', async () => {
    assert.equal((await ask(answering(calendarOf(meeting('a', 4)), 'text/html'))).items.length, 1);
    assert.equal((await ask(answering(calendarOf(meeting('a', 4)), 'text/plain'))).items.length, 1);
  });

  it('is not meant: a calendar without events is an empty page', async () => {
    assert.deepEqual(await ask(answering(calendarOf())), { items: [], total: 0, problems: [] });
  });
});

describe('a list of events', () => {
  const calendar = calendarOf(
    meeting(
      'c',
      20,
      'SUMMARY:Impuls zu Formularen',
      'CATEGORIES:Impuls,Digitales',
      'ORGANIZER;CN=Stadt Nordau:mailto:x@nordau.example',
    ),
    meeting('a', 4, 'SUMMARY:Stammtisch', 'LOCATION:Rathaus Südau', 'CATEGORIES:Stammtisch'),
    meeting('b', 12, 'SUMMARY:Werkstatt', 'CATEGORIES:Workshop'),
  );
  const { events } = createIcalendarBackend({
    src: 'https://kalender.example/a.ics',
    data: calendar,
    label: 'Stadt A',
  });
  const uids = async (query: object): Promise<string> =>
    (await events.list({ ...range, ...query })).items.map(({ uid }) => uid).join('');

  it('is sorted by start', async () => {
    assert.equal(await uids({}), 'abc');
  });

  it('is narrowed by words, kind, topic and organisation', async () => {
    assert.equal(await uids({ q: 'formularen' }), 'c');
    assert.equal(await uids({ q: 'RATHAUS suedau' }), 'a');
    assert.equal(await uids({ q: 'Rathaus Formulare' }), '');
    assert.equal(await uids({ kind: 'meetup' }), 'a');
    assert.equal(await uids({ topic: 'Digitales' }), 'c');
    assert.equal(await uids({ org: 'Stadt Nordau' }), 'c');
  });

  it('comes in pages', async () => {
    const first = await events.list({ ...range, limit: 2 });
    assert.equal(first.items.length, 2);
    assert.equal(first.total, 3);
    const second = await events.list({ ...range, limit: 2, cursor: first.next });
    assert.deepEqual(
      second.items.map(({ uid }) => uid),
      ['c'],
    );
    assert.equal(second.next, undefined);
  });

  it('says where its events come from', async () => {
    const { items } = await events.list(range);
    assert.deepEqual(items[0]?.source, { id: 'https://kalender.example/a.ics', label: 'Stadt A' });
  });

  it('holds what touches the range: what began before it, and not what ends with its beginning', async () => {
    const data = calendarOf(
      eventOf('UID:over', 'DTSTART:20260430T220000Z', 'DTEND:20260501T020000Z'),
      eventOf('UID:ends', 'DTSTART:20260430T200000Z', 'DTEND:20260430T220000Z'),
      eventOf('UID:point', 'DTSTART:20260430T220000Z'),
      eventOf('UID:later', 'DTSTART:20260531T220000Z'),
    );
    const { items } = await read(data, range);
    assert.deepEqual(
      items.map(({ uid }) => uid),
      ['over', 'point'],
    );
  });

  it('takes instants as bounds too, and refuses what is neither', async () => {
    assert.equal(await uids({ from: '2026-05-12T15:00:00Z', to: '2026-05-12T17:00:00Z' }), 'b');
    await assert.rejects(events.list({ from: 'gestern', to: 'heute' }), { kind: 'invalid' });
  });
});

describe('one event', () => {
  const data = calendarOf(
    eventOf('UID:serie', 'DTSTART;TZID=Europe/Berlin:20260504T180000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=5'),
    eventOf(
      'UID:serie',
      'RECURRENCE-ID;TZID=Europe/Berlin:20260518T180000',
      'DTSTART;TZID=Europe/Berlin:20260609T200000',
      'SUMMARY:Verlegt',
    ),
  );
  const { events } = createIcalendarBackend({ src: 'https://kalender.example/a.ics', data });

  it('is found by uid, an instance by its recurrenceId, moved or not', async () => {
    assert.equal((await events.get?.('serie'))?.start, '2026-05-04T16:00:00Z');
    assert.equal(
      (await events.get?.('serie', { recurrenceId: '2026-05-25T16:00:00Z' }))?.start,
      '2026-05-25T16:00:00Z',
    );
    assert.equal((await events.get?.('serie', { recurrenceId: '2026-05-18T16:00:00Z' }))?.title, 'Verlegt');
  });

  it('that is not there is missing', async () => {
    await assert.rejects(async () => events.get?.('nirgends'), { kind: 'missing' });
    await assert.rejects(async () => events.get?.('serie', { recurrenceId: '2026-05-19T16:00:00Z' }), {
      kind: 'missing',
    });
  });
});
