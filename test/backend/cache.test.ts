import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCache } from '../../src/backend/cache.ts';

describe('cache', () => {
  it('loads once for all who ask at the same time', async () => {
    const cache = createCache<number>();
    let loads = 0;
    const load = async (): Promise<number> => ++loads;
    assert.deepEqual(await Promise.all([cache.get('a', load), cache.get('a', load)]), [1, 1]);
    assert.equal(await cache.get('a', load), 2);
  });

  it('keeps a value for its time, apart from other keys', async () => {
    const cache = createCache<number>({ ttl: 60_000 });
    let loads = 0;
    const load = async (): Promise<number> => ++loads;
    assert.equal(await cache.get('a', load), 1);
    assert.equal(await cache.get('a', load), 1);
    assert.equal(await cache.get('b', load), 2);
    cache.clear();
    assert.equal(await cache.get('a', load), 3);
  });

  it('never keeps a failure', async () => {
    const cache = createCache<string>({ ttl: 60_000 });
    await assert.rejects(
      cache.get('a', () => Promise.reject(new Error('down'))),
      /down/,
    );
    assert.equal(await cache.get('a', () => Promise.resolve('up')), 'up');
  });

  it('forgets the oldest when it is full', async () => {
    const cache = createCache<string>({ ttl: 60_000, max: 2 });
    for (const key of ['a', 'b', 'c']) await cache.get(key, () => Promise.resolve(`${key}1`));
    assert.equal(await cache.get('c', () => Promise.resolve('c2')), 'c1');
    assert.equal(await cache.get('a', () => Promise.resolve('a2')), 'a2');
  });

  it('calls a load off only when nobody waits for it any more', async () => {
    const cache = createCache<string>({ ttl: 60_000 });
    const signals: AbortSignal[] = [];
    const load = (signal: AbortSignal): Promise<string> => {
      signals.push(signal);
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    };
    const [one, two] = [new AbortController(), new AbortController()];
    const first = assert.rejects(cache.get('a', load, one.signal), { name: 'AbortError' });
    const second = assert.rejects(cache.get('a', load, two.signal), { name: 'AbortError' });
    one.abort();
    await first;
    assert.equal(signals[0]?.aborted, false);
    two.abort();
    await second;
    assert.equal(signals[0]?.aborted, true);
    assert.equal(await cache.get('a', () => Promise.resolve('fresh')), 'fresh');
  });
});
