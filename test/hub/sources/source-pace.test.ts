import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoffOf, pauseOf } from '../../../demo/hub/sources/source-pace.ts';

const answer = (body: string, cacheControl?: string) => ({
  asked: 'https://blog.example/feed',
  url: 'https://blog.example/feed',
  headers: cacheControl === undefined ? ({} as Record<string, string>) : { 'cache-control': cacheControl },
  bytes: Buffer.from(body),
});

test('a feed is looked at as seldom as it asks for, within 5 to 60 minutes', () => {
  const pause = (body: string, cacheControl?: string, every = 15) => pauseOf(every, [answer(body, cacheControl)]);
  assert.equal(pause('<rss><channel><item/></channel></rss>'), 15);
  assert.equal(pause('<rss><channel><ttl>40</ttl><item/></channel></rss>'), 40);
  assert.equal(pause('<rss><channel><ttl>1440</ttl></channel></rss>'), 60);
  assert.equal(pause('<rss><channel><ttl> 10 </ttl></channel></rss>'), 15);
  assert.equal(
    pause('<rss><channel><item><ttl>50</ttl></item></channel></rss>'),
    15,
    'an item says nothing of the feed',
  );
  const often = '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>';
  assert.equal(pause(`<rss><channel>${often}</channel></rss>`), 30);
  assert.equal(pause('[]', 'public, max-age=1800'), 30);
  assert.equal(pause('[]', 's-maxage=1800, max-age=0'), 15);
  assert.equal(pause('[]', undefined, 1), 5);
  assert.equal(pauseOf(20, []), 20);
});

test('failures are tried again later and later, never sooner than the source said, and at least four times a day', () => {
  const minutes = (failures: number, retryAfter?: number) => backoffOf(failures, 0.5, retryAfter) / 60_000;
  assert.deepEqual(
    [0, 1, 2, 3, 20].map((count) => minutes(count)),
    [1, 2, 4, 8, 360],
  );
  assert.equal(minutes(0, 3600), 60);
  assert.equal(minutes(0, 86_400), 360);
});
