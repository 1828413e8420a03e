import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import { decodeFeed } from '../../../../src/backend/adapters/feed/feed-charset.ts';
import { postsOfFeed, sourceOfFeed } from '../../../../src/backend/adapters/feed/feed-mapping.ts';
import { FULL_FEEDS, readAnyFeed } from './support/feeds.ts';

const numRuns = process.env['VR_FULL'] ? 5000 : 300;

/** Posts, or an explained error; anything else, or more than a second of work, is a fault. */
function survives(bytes: Uint8Array): void {
  const begin = process.cpuUsage();
  try {
    const feed = readAnyFeed(decodeFeed(bytes), { url: 'https://blog.example/feed.xml' });
    for (const post of postsOfFeed(feed, sourceOfFeed(feed, 'a')).items) {
      assert.ok(post.id !== '' && post.tags.length <= 50);
      assert.match(post.publishedAt ?? '2026-01-01T00:00:00Z', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      for (const url of [post.url, post.image?.url, post.source?.url])
        assert.match(url ?? 'https://a', /^https?:\/\//i);
    }
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
  }
  const { user, system } = process.cpuUsage(begin);
  assert.ok((user + system) / 1000 < 1000, `${(user + system) / 1000} ms of work`);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const feeds = fc.constantFrom(...FULL_FEEDS).map(bytesOf);
const PARTS =
  '<item>|</item>|<entry|<title>|</TITLE>|<![CDATA[|]]>|<!--|-->|<!DOCTYPE rss [|<!ENTITY a "b">|&a;|&#x110000;|&#0;|&uuml|<link href="|"/>|<a b=\'|>|<|<?xml|?>|<div xmlns="http://www.w3.org/1999/xhtml">|xml:base="//"|<pubDate>|99999-99-99|-1 Foo 0|<media:group>|<img src=x width=1>|__proto__|<constructor>|<content type="xhtml">|<category>|\ud800|\0'.split(
    '|',
  );

describe('the reader of feeds', () => {
  it('survives feeds that are cut off, at every place', () => {
    fc.assert(
      fc.property(feeds, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, share) =>
        survives(bytes.subarray(0, Math.floor(bytes.length * share))),
      ),
      { numRuns },
    );
  });

  it('survives feeds with bytes that fell over', () => {
    const flips = fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(feeds, flips, (bytes, all) => {
        const copy = bytes.slice();
        for (const [place, byte] of all) copy[place % copy.length] = byte;
        survives(copy);
      }),
      { numRuns },
    );
  });

  it('survives any parts that a feed can be made of, nested in any way', () => {
    const parts = fc.array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 8 })), { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.constantFrom('<rss><channel>', '<feed xmlns="http://www.w3.org/2005/Atom">', '{'),
        parts,
        (root, all) => survives(bytesOf(root + all.join(''))),
      ),
      { numRuns },
    );
  });

  it('survives JSON feeds with any values', () => {
    const item = fc.dictionary(
      fc.constantFrom(
        'id',
        'url',
        'title',
        'content_html',
        'date_published',
        'authors',
        'tags',
        'image',
        'attachments',
      ),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(item, fc.jsonValue({ maxDepth: 2 })), { maxLength: 6 }), (items) =>
        survives(bytesOf(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }))),
      ),
      { numRuns },
    );
  });

  it('is not slowed down by what makes patterns slow', () => {
    const many = 10_000;
    for (const part of [
      '<!DOCTYPE ',
      '<!DOCTYPE a [',
      '<!--',
      '<![CDATA[',
      '<a b="',
      '<a b=\'c" ',
      '<',
      '&',
      '&#',
      '<img ',
      '<style>',
      '</x>',
      '<a xmlns:b="c">',
      '<item><title>',
      '(a@b ',
      'http://A@',
      '<category>x',
      ' ',
      '\n',
      'The post ',
    ]) {
      const text = part.repeat(many);
      survives(
        bytesOf(`<rss><channel><item><title>a</title><description>${text}</description></item></channel></rss>`),
      );
      survives(bytesOf(`<rss><channel><item><title>${text}</title><author>${text}</author></item></channel></rss>`));
      survives(
        bytesOf(`<rss><item><description><![CDATA[${text}]]></description><pubDate>${text}</pubDate></item></rss>`),
      );
      survives(bytesOf(text));
    }
  });
});
