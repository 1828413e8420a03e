import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { Budget } from '../../../demo/hub/limits/budget.ts';
import { clientKey } from '../../../demo/hub/limits/client-key.ts';
import { NOW, onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';

describe('A budget', () => {
  test('gives what is allowed at once, then evenly, and never counts what it refused', () => {
    const budget = new Budget(60, 300_000);
    for (let count = 0; count < 60; count += 1) assert.equal(budget.take('a', 0), 0);
    assert.equal(budget.take('a', 0), 5_000);
    for (let count = 0; count < 100; count += 1) budget.take('a', 1_000);
    assert.equal(budget.take('a', 5_000), 0);
    assert.equal(budget.take('a', 5_000), 5_000);
    assert.equal(budget.take('b', 5_000), 0, 'others have their own');
    for (let count = 0; count < 60; count += 1) assert.equal(budget.take('a', 400_000), 0);
  });

  test('shuts nobody out when the clock is set back', () => {
    const budget = new Budget(10, 1_000);
    budget.take('a', 1_000_000);
    assert.equal(budget.take('a', 0), 0);
  });

  test('forgets those that have rested, so that many strangers cannot fill the memory', () => {
    const budget = new Budget(1, 1_000);
    for (let count = 0; count < 120_000; count += 1) budget.take(`client ${count}`, count);
    assert.equal(budget.take('client 119999', 119_999), 1_000);
  });
});

describe('A client', () => {
  test('is an IPv4 address, or a /64 of IPv6', () => {
    assert.equal(clientKey('192.0.2.1'), '192.0.2.1');
    assert.equal(clientKey('::ffff:192.0.2.1'), '192.0.2.1');
    assert.equal(clientKey('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2');
    assert.equal(clientKey('2001:0DB8:1:2::6'), '2001:db8:1:2');
    assert.equal(clientKey('2001:db8::6'), '2001:db8:0:0');
    assert.equal(clientKey('::1'), '0:0:0:0');
    assert.notEqual(clientKey('2001:db8:1:3::1'), clientKey('2001:db8:1:2::1'));
  });
});

onEitherEngine('Rate limits', (engine) => {
  let hub: TestHub;
  let now = NOW;
  before(async () => {
    const limits = {
      ...testConfig().limits,
      requestsPerMinute: 10,
      submissionsPer5Minutes: 60,
      personSubmissionsPer5Minutes: 20,
    };
    hub = await engine.start({
      clock: () => now,
      config: testConfig({ limits, trustedProxies: ['10.0.0.1'] }),
    });
  });
  after(() => hub.close());

  const call = (options: InjectOptions, person = '') =>
    hub.app.inject({ ...options, headers: { 'x-test-person': person, ...options.headers } });
  const statuses = async (count: number, make: () => ReturnType<typeof call>): Promise<Record<number, number>> => {
    const found: Record<number, number> = {};
    for (let index = 0; index < count; index += 1) {
      const { statusCode } = await make();
      found[statusCode] = (found[statusCode] ?? 0) + 1;
    }
    return found;
  };
  const config = { url: '/api/v1/config' };
  const write = { method: 'POST' as const, url: '/api/v1/events', payload: {} };

  test('refuse with a problem that says when to come back, and let in again then', async () => {
    const remoteAddress = '192.0.2.10';
    assert.deepEqual(await statuses(10, () => call({ ...config, remoteAddress })), { 200: 10 });
    const refused = await call({ ...config, remoteAddress });
    assert.equal(refused.statusCode, 429);
    assert.equal(refused.headers['content-type'], 'application/problem+json; charset=utf-8');
    assert.equal(refused.headers['retry-after'], '6');
    assert.deepEqual([refused.json().code, refused.json().retryAfter], ['rate-limited', 6]);
    assert.match((await call({ url: '/metrics' })).body, /hub_rate_limited_total\{kind="read"\} 1/);
    now += 6_000;
    assert.equal((await call({ ...config, remoteAddress })).statusCode, 200);
  });

  test('count clients behind a trusted proxy one by one, and do not believe others', async () => {
    const through = (client: string, proxy: string) => () =>
      call({ ...config, remoteAddress: proxy, headers: { 'x-forwarded-for': client } });
    assert.deepEqual(await statuses(12, through('198.51.100.1', '10.0.0.1')), { 200: 10, 429: 2 });
    assert.deepEqual(await statuses(10, through('198.51.100.2', '10.0.0.1')), { 200: 10 });
    let count = 0;
    const lying = () =>
      call({ ...config, remoteAddress: '203.0.113.5', headers: { 'x-forwarded-for': `1.1.1.${(count += 1)}` } });
    assert.deepEqual(await statuses(12, lying), { 200: 10, 429: 2 });
  });

  test('let a town hall behind one address write together, and each person for themselves', async () => {
    const remoteAddress = '192.0.2.20';
    const people = ['organiserA', 'memberA', 'moderatorA', 'organiserB'];
    // A wrong body is a write as well.
    for (const person of people.slice(0, 3)) {
      assert.deepEqual(await statuses(20, () => call({ ...write, remoteAddress }, person)), { 400: 20 }, person);
    }
    assert.equal(
      (await call({ ...write, remoteAddress: '192.0.2.21' }, 'memberA')).statusCode,
      429,
      'wherever they are',
    );
    assert.equal((await call({ ...write, remoteAddress }, 'organiserB')).statusCode, 429, 'sixty from one address');
    assert.equal((await call({ ...write, remoteAddress: '192.0.2.22' }, 'organiserB')).statusCode, 400);
    const read = await call({ ...config, remoteAddress: '192.0.2.10' }, 'memberA');
    assert.equal(read.statusCode, 200, 'reading goes on');
  });

  test('never touch health checks and files', async () => {
    const remoteAddress = '192.0.2.30';
    assert.deepEqual(await statuses(30, () => call({ url: '/healthz', remoteAddress })), { 200: 30 });
  });
});
