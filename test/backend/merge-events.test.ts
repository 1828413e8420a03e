import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStaticBackend } from '../../src/backend/adapters/static/static-adapter.ts';
import { BackendError } from '../../src/backend/backend-error.ts';
import { mergeEvents } from '../../src/backend/merge-events.ts';
import type { EventsPort } from '../../src/backend/ports.ts';
import { runEventsPortContract } from './contract/events-port.contract.ts';

interface Given {
  readonly uid: string;
  readonly start: string;
  readonly title?: string;
}

const portOf = (events: readonly object[]): EventsPort => createStaticBackend({ data: { events } }).events!;
const at = (day: number, uid = `e${day}`): Given => ({
  uid,
  title: uid,
  start: `2026-03-${String(day).padStart(2, '0')}`,
});
const source = (id: string): { id: string; label: string } => ({ id, label: `Quelle ${id}` });
const failing = (kind: 'timeout' | 'missing'): EventsPort => ({
  list: () => Promise.reject(new BackendError(kind, `${kind} at the source`)),
});
const range = { from: '2026-01-01', to: '2027-01-01' };

describe('several calendars as one', () => {
  it('come in order of start and name their source', async () => {
    const merged = mergeEvents([
      { source: source('a'), port: portOf([at(1), at(5)]) },
      { source: source('b'), port: portOf([at(3), at(9)]) },
    ]);
    const page = await merged.list(range);
    assert.deepEqual(
      page.items.map(({ uid, source: from }) => [uid, from?.id, from?.label]),
      [
        ['e1', 'a', 'Quelle a'],
        ['e3', 'b', 'Quelle b'],
        ['e5', 'a', 'Quelle a'],
        ['e9', 'b', 'Quelle b'],
      ],
    );
    assert.equal(page.total, 4);
  });

  it('are one calendar each where an editor named them, also a hub that gathers others', async () => {
    const gathered = (event: Given): object => ({ ...event, source: { id: 'src-1', label: 'Vereine' } });
    const of = async (label?: string): Promise<unknown[]> => {
      const merged = mergeEvents([
        { source: { id: 'hub', label }, port: portOf([at(1), gathered(at(2))]) },
        { source: source('b'), port: portOf([at(3)]) },
      ]);
      return (await merged.list(range)).items.map(({ source: from }) => [from?.id, from?.label]);
    };
    assert.deepEqual(await of('Netzwerk'), [
      ['hub', 'Netzwerk'],
      ['hub', 'Netzwerk'],
      ['b', 'Quelle b'],
    ]);
    assert.deepEqual(await of(), [
      ['hub', undefined],
      ['src-1', 'Vereine'],
      ['b', 'Quelle b'],
    ]);
  });

  it('put the whole days of a day before its hours, in the zone of the reader', async () => {
    const merged = mergeEvents(
      [
        { source: source('a'), port: portOf([{ uid: 'early', title: 'early', start: '2026-03-11T23:30:00Z' }]) },
        { source: source('b'), port: portOf([{ uid: 'day', title: 'day', start: '2026-03-12' }]) },
      ],
      'Europe/Berlin',
    );
    assert.deepEqual(
      (await merged.list(range)).items.map(({ uid }) => uid),
      ['day', 'early'],
    );
  });

  it('show once what two of them have', async () => {
    const merged = mergeEvents([
      { source: source('a'), port: portOf([at(1, 'same')]) },
      { source: source('b'), port: portOf([at(1, 'same'), at(2, 'same')]) },
    ]);
    assert.deepEqual(
      (await merged.list(range)).items.map(({ uid, start, source: from }) => [uid, start, from?.id]),
      [
        ['same', '2026-03-01', 'a'],
        ['same', '2026-03-02', 'b'],
      ],
    );
  });

  it('do without one that fails, and tell which and how', async () => {
    const merged = mergeEvents([
      { source: source('a'), port: failing('timeout') },
      { source: source('b'), port: portOf([at(3)]) },
    ]);
    const { items, problems } = await merged.list(range);
    assert.equal(items.length, 1);
    assert.deepEqual(problems, [
      { code: 'source-failed', kind: 'timeout', detail: 'timeout at the source', source: source('a') },
    ]);
  });

  it('fail together with the error of the first', async () => {
    const merged = mergeEvents([
      { source: source('a'), port: failing('timeout') },
      { source: source('b'), port: failing('missing') },
    ]);
    await assert.rejects(merged.list(range), { kind: 'timeout' });
  });

  it('name the source of a problem with an item', async () => {
    const merged = mergeEvents([{ source: source('a'), port: portOf([{ uid: 'x' }]) }]);
    assert.deepEqual((await merged.list(range)).problems[0]?.source, source('a'));
  });

  it('are left at once when nobody waits any more', async () => {
    const abort = new AbortController();
    const merged = mergeEvents([
      {
        source: source('a'),
        port: {
          list: (_, options) =>
            new Promise((_resolve, reject) => {
              options?.signal?.addEventListener('abort', () => reject(options.signal!.reason as Error));
            }),
        },
      },
      { source: source('b'), port: portOf([at(1)]) },
    ]);
    const left = merged.list(range, { signal: abort.signal });
    abort.abort();
    await assert.rejects(left, { name: 'AbortError' });
  });

  for (const limit of [1, 2, 3, 7])
    it(`come in pages of ${limit}, in order, each once, though one ends early and one fails half-way`, async () => {
      const dying = portOf([2, 4, 6, 8].map((day) => at(day)));
      let calls = 0;
      const merged = mergeEvents([
        { source: source('a'), port: portOf([1, 3, 5, 7, 9, 11, 13].map((day) => at(day))) },
        { source: source('b'), port: portOf([]) },
        { source: source('c'), port: portOf([10, 12].map((day) => at(day))) },
        {
          source: source('d'),
          port: { list: (...args) => (++calls > 1 ? failing('timeout') : dying).list(...args) },
        },
      ]);
      const walked: string[] = [];
      let told = 0;
      let cursor: string | undefined;
      let pages = 0;
      do {
        const page = await merged.list({ ...range, limit, cursor });
        assert.ok(page.items.length <= limit);
        assert.ok(page.items.length > 0 || !page.next);
        walked.push(...page.items.map(({ start }) => start));
        told += page.problems.length;
        cursor = page.next;
      } while (cursor && ++pages < 50);
      assert.deepEqual(walked, [...walked].sort());
      assert.equal(new Set(walked).size, walked.length);
      for (const day of [1, 3, 5, 7, 9, 10, 11, 12, 13]) assert.ok(walked.includes(at(day).start), `day ${day}`);
      assert.ok(told <= 1, 'a dead source is told once');
    });

  it('are asked one after the other for a single event', async () => {
    const merged = mergeEvents([
      {
        source: source('a'),
        port: { ...failing('missing'), get: () => Promise.reject(new BackendError('missing', 'no')) },
      },
      { source: source('b'), port: portOf([at(1)]) },
    ]);
    assert.equal((await merged.get!('e1')).uid, 'e1');
    await assert.rejects(merged.get!('e2'), { kind: 'missing' });
  });

  it('cannot give single events when none of them can', () => {
    assert.equal(mergeEvents([{ source: source('a'), port: failing('missing') }]).get, undefined);
  });

  it('refuse a cursor that is not theirs', async () => {
    const merged = mergeEvents([{ source: source('a'), port: portOf([]) }]);
    await assert.rejects(merged.list({ ...range, cursor: 'x' }), { kind: 'invalid' });
    await assert.rejects(merged.list({ ...range, cursor: '{"a":1}' }), { kind: 'invalid' });
  });
});

runEventsPortContract('two merged sources', () => ({
  port: mergeEvents([
    {
      source: source('a'),
      port: portOf([
        {
          uid: 'woche',
          title: 'Wochenrunde',
          start: '2026-03-19T10:00',
          end: '2026-03-19T11:00',
          recurrence: { rule: 'FREQ=WEEKLY;COUNT=4', removed: ['2026-04-02'] },
        },
        { uid: 'camp', title: 'Zukunftscamp Auental', start: '2026-03-14', end: '2026-03-16' },
      ]),
    },
    {
      source: source('b'),
      port: portOf([
        { uid: 'nacht', title: 'Lange Nacht', start: '2026-03-31T22:00+02:00', end: '2026-04-01T02:00+02:00' },
        { uid: 'impuls', title: 'Impuls: Einfache Sprache', start: '2026-03-20T11:00:00Z' },
        {
          uid: 'treffen',
          title: 'Offenes Treffen',
          start: '2026-03-10T17:00:00Z',
          end: '2026-03-10T19:00:00Z',
          kind: 'meetup',
          organiser: 'Stadt Lindenhafen',
        },
      ]),
    },
  ]),
}));
