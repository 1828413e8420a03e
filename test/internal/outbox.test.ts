import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it, mock } from 'node:test';
import { BackendError, type BackendErrorKind } from '../../src/backend/backend-error.ts';
import { draftScope } from '../../src/internal/draft-scope.ts';
import { Outbox, type OutboxEntry, type OutboxOptions } from '../../src/internal/outbox.ts';
import { verdictOf } from '../../src/internal/outbox-entry.ts';
import { withMemoryStorage } from '../faults/support/memory-storage.ts';

interface Input {
  readonly title: string;
}
type Entry = OutboxEntry<Input, string>;

const scope = draftScope({ endpoint: 'https://hub.example/', user: 'p1', form: 'idea' });
const order = (title: string): { operation: string; input: Input } => ({ operation: 'ideas.create', input: { title } });
const fail = (kind: BackendErrorKind, status?: number, more: object = {}): BackendError =>
  new BackendError(kind, `${kind} ${status}`, { status, ...more });

/** A server that answers as it is told, in turn, and remembers what it was asked. */
function server(...answers: (string | BackendError)[]): {
  readonly asked: Entry[];
  readonly run: OutboxOptions<Input, string>['run'];
} {
  const asked: Entry[] = [];
  return {
    asked,
    run: (entry) => {
      asked.push(entry);
      const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
      return typeof answer === 'string' ? Promise.resolve(answer) : Promise.reject(answer);
    },
  };
}

const open: Outbox<Input, string>[] = [];
const outboxOf = (options: Partial<OutboxOptions<Input, string>>): Outbox<Input, string> => {
  const outbox = new Outbox<Input, string>({ storage: 'none', scope, run: server('done').run, ...options });
  open.push(outbox);
  return outbox;
};

/** Lets everything that is already decided happen. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe('the outbox', () => {
  before(() => mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 1_000_000 }));
  after(() => mock.timers.reset());
  let restore: () => void;
  beforeEach(() => (restore = withMemoryStorage()));
  afterEach(() => {
    for (const outbox of open.splice(0)) outbox.dispose();
    restore();
  });

  it('sends at once and gives the answer', async () => {
    const outbox = outboxOf({});
    const states: string[] = [];
    outbox.subscribe(([entry]) => states.push(entry!.state));
    const { id, state } = outbox.enqueue(order('Eins'));
    assert.equal(state, 'sending');
    const entry = await outbox.settled(id);
    assert.deepEqual([entry.state, entry.result, entry.tries], ['sent', 'done', 0]);
    assert.deepEqual([...new Set(states)], ['sending', 'sent']);
  });

  it('keeps the key over all tries, and waits longer each time', async () => {
    const { asked, run } = server(fail('unknown'), fail('timeout'), fail('busy', 503), 'done');
    const outbox = outboxOf({ run });
    const { id } = outbox.enqueue(order('Eins'));
    const waits: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      await settle();
      const entry = outbox.get(id)!;
      assert.equal(entry.state, 'waiting');
      waits.push(entry.nextAt! - Date.now());
      mock.timers.tick(waits.at(-1)!);
    }
    assert.equal((await outbox.settled(id)).state, 'sent');
    assert.deepEqual(
      waits.map((wait) => Math.floor(wait / 1000)),
      [1, 2, 4].map((seconds, turn) => Math.max(seconds, Math.floor(waits[turn]! / 1000))),
    );
    assert.ok(waits.every((wait, turn) => wait >= 1000 * 2 ** turn && wait <= 1250 * 2 ** turn));
    assert.equal(new Set(asked.map(({ key }) => key)).size, 1);
    assert.match(asked[0]!.key, /^[0-9a-f]{32}$/);
  });

  it('comes back when the server has asked it to, not before', async () => {
    const { asked, run } = server(fail('busy', 429, { retryAfter: 90 }), 'done');
    const outbox = outboxOf({ run });
    const { id } = outbox.enqueue(order('Eins'));
    await settle();
    mock.timers.tick(89_000);
    await settle();
    assert.equal(asked.length, 1);
    mock.timers.tick(1_000);
    assert.equal((await outbox.settled(id)).state, 'sent');
  });

  it('tells a refusal with its fields and gives the contents back for changing', async () => {
    const problem = { fieldErrors: [{ field: 'title', code: 'too-short' }] };
    const outbox = outboxOf({ run: server(fail('invalid', 400, { problem })).run });
    const { id } = outbox.enqueue(order('Kurz'));
    const entry = await outbox.settled(id);
    assert.equal(entry.state, 'refused');
    assert.deepEqual(entry.error?.problem, problem);
    assert.deepEqual(outbox.withdraw(id), { title: 'Kurz' });
    assert.equal(outbox.get(id), undefined);
  });

  it('gives nothing back that may have been written', async () => {
    const outbox = outboxOf({ run: server(fail('timeout'), fail('denied', 403)).run });
    const { id } = outbox.enqueue(order('Vielleicht da'));
    await settle();
    assert.equal(outbox.withdraw(id), undefined, 'the answer was lost');
    outbox.retry(id);
    assert.equal((await outbox.settled(id)).state, 'refused');
    assert.equal(outbox.withdraw(id), undefined, 'a later refusal says nothing of the first try');
  });

  it('waits for a sign-in, and goes on with the same key after it', async () => {
    const { asked, run } = server(fail('denied', 401), 'done');
    const outbox = outboxOf({ run });
    const { id } = outbox.enqueue(order('Eins'));
    assert.equal((await outbox.settled(id)).state, 'needs-sign-in');
    mock.timers.tick(3_600_000);
    await settle();
    assert.equal(asked.length, 1);
    outbox.retry(id);
    assert.equal((await outbox.settled(id)).state, 'sent');
    assert.equal(asked[0]!.key, asked[1]!.key);
  });

  it('sends nothing in a name that has gone', async () => {
    const { asked, run } = server('done');
    let isHere = false;
    const outbox = outboxOf({ run, mayGo: () => Promise.resolve(isHere) });
    const { id } = outbox.enqueue(order('Eins'));
    assert.equal((await outbox.settled(id)).state, 'needs-sign-in');
    assert.equal(asked.length, 0);
    isHere = true;
    outbox.retry(id);
    assert.equal((await outbox.settled(id)).state, 'sent');
  });

  it('keeps the order, and one that waits does not hold up the others', async () => {
    const { asked, run } = server(fail('busy', 503), 'done');
    const outbox = outboxOf({ run });
    for (const title of ['Eins', 'Zwei', 'Drei']) outbox.enqueue(order(title));
    await settle();
    assert.deepEqual(
      asked.map(({ input }) => input.title),
      ['Eins', 'Zwei', 'Drei'],
    );
    assert.deepEqual(
      outbox.entries.map(({ state }) => state),
      ['waiting', 'sent', 'sent'],
    );
  });

  it('takes an order of the same name once', async () => {
    const { asked, run } = server('done');
    const outbox = outboxOf({ run });
    const first = outbox.enqueue({ ...order('Eins'), id: 'a' });
    assert.equal(outbox.enqueue({ ...order('Zwei'), id: 'a' }).key, first.key);
    await outbox.settled('a');
    assert.equal(asked.length, 1);
  });

  it('goes on after a reload with the same key, where storage allows', async () => {
    const never = outboxOf({ storage: 'local', run: () => new Promise(() => undefined) });
    const { id, key } = never.enqueue(order('Eins'));
    await settle();
    never.dispose();
    const { asked, run } = server('done');
    const next = outboxOf({ storage: 'local', run });
    assert.deepEqual(next.entries, [], 'nothing is read before it is asked for');
    next.resume();
    const entry = await next.settled(id);
    assert.deepEqual([entry.state, entry.input, asked[0]!.key], ['sent', { title: 'Eins' }, key]);
    assert.equal(next.withdraw(id), undefined);
  });

  it('asks for the answer again when its page ended before anybody saw it', async () => {
    const first = outboxOf({ storage: 'local' });
    const { id, key } = first.enqueue(order('Eins'));
    await first.settled(id);
    first.dispose();
    const { asked, run } = server('the first answer');
    const second = outboxOf({ storage: 'local', run });
    second.resume();
    assert.equal((await second.settled(id)).result, 'the first answer');
    assert.equal(asked[0]!.key, key);
    second.forget(id);
    const third = outboxOf({ storage: 'local', run });
    third.resume();
    assert.deepEqual(third.entries, []);
  });

  it('keeps no answer on the device, which may hold the secret of a private link', async () => {
    const outbox = outboxOf({ storage: 'local', run: server('geheim-0815').run });
    const { id } = outbox.enqueue(order('Eins'));
    await outbox.settled(id);
    assert.doesNotMatch(JSON.stringify(dump()), /geheim/);
  });

  it('ignores what is corrupt or foreign, and touches no other scope', async () => {
    const other = outboxOf({ storage: 'local', scope: 'someone|else|idea', run: () => new Promise(() => undefined) });
    other.enqueue(order('Fremd'));
    await settle();
    other.dispose();
    const prefix = `vr:outbox:${scope}:`;
    localStorage.setItem(`${prefix}a`, '{"v":1,"id":"a"');
    localStorage.setItem(`${prefix}b`, '{"v":2,"id":"b"}');
    localStorage.setItem(`${prefix}c`, '"c"');
    localStorage.setItem(`${prefix}d`, JSON.stringify({ v: 1, id: 'x', operation: 'o', key: 'k'.repeat(32) }));
    const { asked, run } = server('done');
    const outbox = outboxOf({ storage: 'local', run });
    outbox.resume();
    await settle();
    assert.deepEqual([outbox.entries, asked], [[], []]);
    outbox.purge();
    assert.match(JSON.stringify(dump()), /Fremd/);
  });

  it('stops repeating by itself when the server may have forgotten the key', async () => {
    const { asked, run } = server(fail('timeout'), 'done');
    const outbox = outboxOf({ run, maxAge: 60_000, delays: [120_000, 120_000] });
    const { id, key } = outbox.enqueue(order('Eins'));
    await settle();
    mock.timers.tick(150_000);
    assert.equal((await outbox.settled(id)).state, 'refused');
    assert.equal(asked.length, 1);
    outbox.retry(id);
    assert.equal((await outbox.settled(id)).state, 'sent');
    assert.notEqual(asked[1]!.key, key);
  });

  it('goes on in memory when the device is full', async () => {
    localStorage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const outbox = outboxOf({ storage: 'local' });
    const { id } = outbox.enqueue(order('Eins'));
    assert.equal((await outbox.settled(id)).state, 'sent');
  });
});

const dump = (): Record<string, string | null> => {
  const all: Record<string, string | null> = {};
  for (let index = 0; index < localStorage.length; index++) {
    const key = localStorage.key(index)!;
    all[key] = localStorage.getItem(key);
  }
  return all;
};

describe('what happens after a failure', () => {
  for (const [kind, status, reason, verdict] of [
    ['offline', undefined, undefined, 'waiting'],
    ['timeout', undefined, undefined, 'waiting'],
    ['timeout', 408, undefined, 'waiting'],
    ['busy', 429, undefined, 'waiting'],
    ['busy', 503, undefined, 'waiting'],
    ['blocked', undefined, 'cors-or-csp', 'waiting'],
    ['unknown', undefined, undefined, 'waiting'],
    ['unknown', 500, undefined, 'waiting'],
    ['unknown', 425, undefined, 'waiting'],
    ['invalid', 200, 'html', 'waiting'],
    ['invalid', 201, undefined, 'waiting'],
    ['denied', 401, undefined, 'needs-sign-in'],
    ['denied', 200, 'sign-in', 'needs-sign-in'],
    ['denied', undefined, 'sign-in', 'needs-sign-in'],
    ['denied', 403, undefined, 'refused'],
    ['invalid', 400, undefined, 'refused'],
    ['invalid', 422, undefined, 'refused'],
    ['missing', 404, undefined, 'refused'],
    ['conflict', 409, undefined, 'refused'],
    ['conflict', 412, undefined, 'refused'],
    ['unknown', 418, undefined, 'refused'],
  ] as const)
    it(`${kind} ${status ?? ''} ${reason ?? ''} leaves it ${verdict}`, () => {
      assert.equal(verdictOf(fail(kind, status, { reason })), verdict);
    });
});
