import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStaticBackend } from '../../src/backend/adapters/static/static-adapter.ts';
import { BackendError } from '../../src/backend/backend-error.ts';
import { mergePosts, type PostsSource } from '../../src/backend/merge-posts.ts';
import type { PostsPort } from '../../src/backend/ports.ts';
import { CONTRACT_POSTS, runPostsPortContract } from './contract/posts-port.contract.ts';

const addressOf = (name: string): string => `https://${name}.example/posts.json`;
const port = (name: string, posts: readonly object[]): PostsPort =>
  createStaticBackend({ src: addressOf(name), label: name, data: { posts } }).posts!;
const source = (name: string, posts: readonly object[] | PostsPort): PostsSource => ({
  source: { id: addressOf(name), label: name, url: addressOf(name) },
  port: posts instanceof Array ? port(name, posts) : posts,
});
const post = (id: string, day: string, over: object = {}): object => ({
  id,
  title: `Beitrag ${id}`,
  publishedAt: `${day}T08:00:00Z`,
  url: `https://blog.example/${id}`,
  ...over,
});
const dead: PostsPort = { list: () => Promise.reject(new BackendError('timeout', 'No answer')) };
const silent: PostsPort = { list: () => new Promise(() => undefined) };
const later = (answer: PostsPort, ms: number): PostsPort => ({
  list: async (query, options) => {
    await new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
    return answer.list(query, options);
  },
});

const report = { ...CONTRACT_POSTS[0], report: { result: 'Niemand wartet länger als zwölf Minuten.' } };
runPostsPortContract('several sources', () => {
  // All are of one source for the contract, which counts it as one.
  const all = { id: 'https://lindenhafen.example/', label: 'Lindenhafen' };
  const of = (posts: readonly object[]) => posts.map((each) => ({ ...each, source: all }));
  return {
    port: mergePosts([
      source('a', of([report, CONTRACT_POSTS[3]])),
      source('b', of([CONTRACT_POSTS[1], CONTRACT_POSTS[2]])),
      source('leer', []),
    ]),
  };
});

describe('several sources of posts', () => {
  it('give one stream, the newest first, undated last, each with the name of its source', async () => {
    const { items, facets } = await mergePosts([
      source('a', [post('1', '2026-05-04'), post('2', '2026-03-01'), { id: '3', title: 'Ohne Tag' }]),
      source('b', [post('4', '2026-04-01', { tags: ['offen'] })]),
    ]).list({ limit: 10 });
    assert.deepEqual(
      items.map(({ title, source: from }) => [title, from?.label]),
      [
        ['Beitrag 1', 'a'],
        ['Beitrag 4', 'b'],
        ['Beitrag 2', 'a'],
        ['Ohne Tag', 'a'],
      ],
    );
    assert.deepEqual(
      facets?.['source']?.map(({ value, label, count }) => [value, label, count]),
      [
        [addressOf('a'), 'a', 3],
        [addressOf('b'), 'b', 1],
      ],
    );
  });

  it('count a tag as one, whatever its case', async () => {
    const { facets } = await mergePosts([
      source('a', [post('1', '2026-05-04', { tags: ['Digital'] })]),
      source('b', [post('2', '2026-05-03', { tags: ['digital'] })]),
    ]).list({});
    assert.deepEqual(facets?.['tag'], [{ value: 'Digital', count: 2 }]);
  });

  it('know a post by an id of its own, also where two have the same one', async () => {
    const merged = mergePosts([
      source('a', [post('1', '2026-05-04', { title: 'Von a', url: 'https://a.example/1' })]),
      source('b', [post('1', '2026-05-03', { title: 'Von b', url: 'https://b.example/1' })]),
    ]);
    const { items } = await merged.list({});
    for (const { id, title } of items) assert.equal((await merged.get!(id)).title, title);
    assert.equal(new Set(items.map(({ id }) => id)).size, 2);
  });

  it('show a story once, also when its copy comes on a later page', async () => {
    const copies = source('b', [
      post('x', '2026-05-01', { url: 'http://www.blog.example/1/' }),
      post('9', '2026-04-01', { url: 'https://b.example/9' }),
    ]);
    const merged = mergePosts([source('a', [post('1', '2026-05-04'), post('2', '2026-05-03')]), copies]);
    const first = await merged.list({ limit: 2 });
    const second = await merged.list({ limit: 2, cursor: first.next! });
    assert.deepEqual(
      [...first.items, ...second.items].map(({ title }) => title),
      ['Beitrag 1', 'Beitrag 2', 'Beitrag 9'],
    );
    assert.equal(second.next, undefined);
  });

  it('say where else a story stands, also when the copy itself would be on a later page', async () => {
    const copy = post('x', '2026-05-01', {
      title: 'Bürgerbüro ohne Termin im Kreis Auental',
      url: 'https://b.example/x',
    });
    const { items } = await mergePosts([
      source('a', [
        post('1', '2026-05-04', { title: 'Bürgerbüro ohne Termin im Kreis Auental' }),
        post('2', '2026-05-03'),
      ]),
      source('b', [copy]),
    ]).list({ limit: 2 });
    assert.deepEqual(
      items[0]?.alsoOn?.map(({ url, source: from }) => [url, from.label]),
      [['https://b.example/x', 'b']],
    );
  });

  it('lose only the posts of those that fail, and say which', async () => {
    const { items, problems } = await mergePosts([source('a', [post('1', '2026-05-04')]), source('tot', dead)]).list(
      {},
    );
    assert.equal(items.length, 1);
    assert.deepEqual(
      problems.map(({ code, kind, source: from }) => [code, kind, from?.label]),
      [['source-failed', 'timeout', 'tot']],
    );
    await assert.rejects(mergePosts([source('tot', dead), source('auch', dead)]).list({}), { kind: 'timeout' });
  });

  it('do not wait for two silent ones: the other eight are there soon after the slowest of them', async () => {
    const good = [0, 1, 2, 3, 4, 5, 6, 7].map((index) =>
      source(`g${index}`, later(port(`g${index}`, [post(String(index), '2026-05-04')]), index * 5)),
    );
    const start = performance.now();
    const merged = mergePosts([source('s1', silent), ...good, source('s2', silent)], { grace: 100 });
    const { items, problems, next } = await merged.list({ limit: 20 });
    assert.ok(performance.now() - start < 1000);
    assert.equal(items.length, 8);
    assert.deepEqual(
      problems.map(({ kind, source: from }) => [kind, from?.label]),
      [
        ['timeout', 's1'],
        ['timeout', 's2'],
      ],
    );
    assert.ok(next, 'they may still come');
  });

  it('bring in who was late: those who watch are called, the next page has the posts', async () => {
    let answer: (() => void) | undefined;
    const inner = port('spaet', [post('9', '2026-05-09')]);
    const slow: PostsPort = {
      list: async (query, options) => {
        if (!answer) await new Promise<void>((resolve) => (answer = resolve));
        return inner.list(query, options);
      },
    };
    const merged = mergePosts([source('a', [post('1', '2026-05-04')]), source('spaet', slow)], { grace: 10 });
    const first = await merged.list({ limit: 5 });
    assert.equal(first.items.length, 1);
    const arrived = new Promise<void>((resolve) => {
      const stop = merged.watch!(() => {
        stop();
        resolve();
      });
    });
    answer!();
    await arrived;
    const more = await merged.list({ limit: 5, cursor: first.next! });
    assert.deepEqual([more.items.map(({ title }) => title), more.next, more.problems], [['Beitrag 9'], undefined, []]);
    assert.equal((await merged.list({ limit: 5 })).items.length, 2);
  });

  it('have what one of them can do; what is written goes there', async () => {
    const calls: string[] = [];
    const writer: PostsPort = {
      ...port('hub', [post('1', '2026-05-04')]),
      create: () => (calls.push('create'), Promise.resolve({ ...CONTRACT_POSTS[0] })),
      remove: (id) => (calls.push(`remove ${id}`), Promise.resolve()),
      feeds: { rss: 'https://hub.example/feed.xml' },
    };
    const merged = mergePosts([source('a', [post('2', '2026-05-05')]), source('hub', writer)]);
    assert.equal(merged.update, undefined);
    assert.equal(merged.feeds?.rss, 'https://hub.example/feed.xml');
    await merged.create!({ title: 'Neu' });
    const { items } = await merged.list({});
    await merged.remove!(items.find(({ title }) => title === 'Beitrag 1')!.id);
    await assert.rejects(merged.remove!(items.find(({ title }) => title === 'Beitrag 2')!.id), { kind: 'unsupported' });
    assert.deepEqual(calls, ['create', 'remove 1']);
  });
});
