import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import { decodeFeed } from '../../../../src/backend/adapters/feed/feed-charset.ts';
import { postsOfFeed, sourceOfFeed } from '../../../../src/backend/adapters/feed/feed-mapping.ts';
import { BARS, scoreFeed, type FeedRow } from './support/feed-score.ts';
import { readAnyFeed } from './support/feeds.ts';

const folder = fileURLToPath(new URL('../../../../../shared/corpus/feeds/', import.meta.url));
const skip = existsSync(`${folder}manifest.json`) ? false : '../shared/corpus/feeds is absent';
const rows = skip ? [] : (JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as readonly FeedRow[]);
const bytesOf = ({ file }: FeedRow): Uint8Array => readFileSync(folder + file);

describe('feeds of the corpus', { skip }, () => {
  for (const [suite, bar] of Object.entries(BARS)) {
    it(`say in suite ${suite} what is expected, ${bar * 100} of 100 times or more`, (test) => {
      const score = { met: 0, all: 0, missed: [] };
      for (const row of rows) if (row.suite === suite) scoreFeed(row, bytesOf(row), score);
      test.diagnostic(`${score.met} of ${score.all}`);
      assert.ok(score.met / score.all >= bar, `${score.met} of ${score.all}; missed: ${score.missed.join('\n')}`);
    });
  }

  it('become posts, or an error that says why, each of them', () => {
    for (const row of rows) {
      if (row.suite === 'own-api') continue;
      try {
        const feed = readAnyFeed(decodeFeed(bytesOf(row)), { url: 'https://blog.example/feed.xml' });
        for (const { id, title, url = 'https://x.example', publishedAt } of postsOfFeed(feed, sourceOfFeed(feed, 'a'))
          .items) {
          assert.ok(id && /^https?:/.test(url), `${row.file}: ${url}`);
          assert.ok(!/Invalid|undefined/.test(publishedAt ?? '') && title.length <= 500, row.file);
        }
      } catch (error) {
        if (!(error instanceof BackendError)) throw error;
        assert.match(String(error.reason), /^(?:empty|html|not-a-feed)$/, row.file);
      }
    }
  });

  it('that were made to hang or to swell do neither', () => {
    for (const row of rows) {
      if (row.suite !== 'own-hostile') continue;
      const begin = process.cpuUsage();
      const text = JSON.stringify(readAnyFeed(decodeFeed(bytesOf(row))));
      const { user, system } = process.cpuUsage(begin);
      for (const { kind, expect = '' } of row.asserts) {
        if (kind === 'not-contains') assert.ok(!text.includes(String(expect)), row.file);
        if (kind === 'max-ms') assert.ok((user + system) / 1000 < Number(expect), `${row.file}: ${user / 1000} ms`);
        if (kind === 'max-output-bytes') assert.ok(text.length < Number(expect), row.file);
      }
    }
  });
});
