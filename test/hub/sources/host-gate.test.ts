import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostGate } from '../../../demo/hub/sources/host-gate.ts';

test('one request at a time goes to a host, in the order in which they came; other hosts do not wait', async () => {
  const gate = new HostGate();
  const { signal } = new AbortController();
  const order: string[] = [];
  const first = await gate.enter('a', signal);
  const second = gate.enter('a', signal).then((leave) => {
    order.push('second');
    return leave;
  });
  const third = gate.enter('a', signal).then(() => order.push('third'));
  (await gate.enter('b', signal))();
  assert.deepEqual(order, []);
  first();
  const leave = await second;
  assert.deepEqual(order, ['second']);
  leave();
  await third;
  assert.deepEqual(order, ['second', 'third']);
});

test('who gives up waiting leaves its place to the next', async () => {
  const gate = new HostGate();
  const stop = new AbortController();
  const leave = await gate.enter('a', new AbortController().signal);
  const given = gate.enter('a', stop.signal);
  const next = gate.enter('a', new AbortController().signal);
  stop.abort(new Error('too late'));
  await assert.rejects(given, /too late/);
  leave();
  (await next)();
});
