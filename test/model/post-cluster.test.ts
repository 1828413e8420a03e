import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { untrustedHtml } from '../../src/model/common.ts';
import { clusterPosts, isNearTitle, storyTitleOf, storyUrlOf } from '../../src/model/post-cluster.ts';
import type { Post } from '../../src/model/post.ts';

const post = (over: Partial<Post> & { readonly from?: string }): Post => {
  const { from = 'a', ...rest } = over;
  return {
    id: '1',
    title: '',
    teaser: '',
    authors: [],
    tags: [],
    source: { id: from, label: `Quelle ${from}` },
    publishedAt: '2026-05-04T08:00:00Z',
    ...rest,
  };
};
const TITLE = 'Bürgerbüro ohne Termin: was wir gelernt haben';

describe('the address of a story', () => {
  it('is the same for all ways in which it is linked', () => {
    const story = storyUrlOf('https://blog.example/2026/termin');
    for (const address of [
      'http://blog.example/2026/termin/',
      'https://www.blog.example/2026/termin?utm_source=newsletter&utm_medium=mail',
      'https://blog.example/2026/termin?fbclid=1#kommentare',
    ])
      assert.equal(storyUrlOf(address), story, address);
  });

  it('tells apart what other parameters, in any order, or a widget point to', () => {
    assert.equal(storyUrlOf('https://x.example/?b=2&p=1'), storyUrlOf('https://x.example/?p=1&b=2'));
    assert.notEqual(storyUrlOf('https://x.example/?p=1'), storyUrlOf('https://x.example/?p=2'));
    assert.notEqual(storyUrlOf('https://x.example/b#vr-post=1'), storyUrlOf('https://x.example/b#vr-post=2'));
    for (const no of [undefined, 'mailto:a@b.example', 'kein Link']) assert.equal(storyUrlOf(no), undefined);
  });
});

describe('titles', () => {
  const near = (a: string, b: string): boolean => isNearTitle(storyTitleOf(a)!, storyTitleOf(b)!);

  it('are near with a word more, in another order, or spelt in another way', () => {
    assert.ok(near(TITLE, 'BUERGERBUERO ohne Termin – was wir gelernt haben'));
    assert.ok(near(TITLE, 'Was wir gelernt haben: Bürgerbüro ohne Termin'));
    assert.ok(near(TITLE, 'Unser Bürgerbüro ohne Termin: was wir gelernt haben'));
  });

  it('are not near by common words, and never with other numbers', () => {
    assert.ok(!near(TITLE, 'Bauhof ohne Stau: was wir dort gelernt haben'));
    assert.ok(!near('Newsletter der Digitalwerkstatt 11/2026', 'Newsletter der Digitalwerkstatt 12/2026'));
    assert.ok(!near('Reallabor Rathaus, ein Tagebuch, Teil 1', 'Reallabor Rathaus, ein Tagebuch, Teil 2'));
  });

  it('that are short say nothing', () => {
    assert.equal(storyTitleOf('Neues im Mai'), undefined);
  });
});

describe('a stream of several sources', () => {
  it('shows a story once and says where else it stands', () => {
    const posts = clusterPosts([
      post({ id: '1', title: TITLE, url: 'https://a.example/termin' }),
      post({ id: '2', title: 'Anderes', url: 'https://a.example/anders' }),
      post({
        id: '3',
        title: TITLE,
        url: 'https://b.example/gefunden',
        from: 'b',
        publishedAt: '2026-05-10T08:00:00Z',
      }),
      post({ id: '4', title: 'Kopie', url: 'http://www.a.example/termin/?utm_source=c', from: 'c' }),
    ]);
    assert.deepEqual(
      posts.map(({ id, alsoOn = [] }) => [id, alsoOn.map(({ url, source }) => [url, source.label])]),
      [
        ['1', [['https://b.example/gefunden', 'Quelle b']]],
        ['2', []],
      ],
    );
  });

  it('keeps apart what has the same title weeks later, without a date, or in one source', () => {
    const all = [
      post({ id: '1', title: TITLE }),
      post({ id: '2', title: TITLE, from: 'b', publishedAt: '2026-06-04T08:00:00Z' }),
      post({ id: '3', title: TITLE, from: 'c', publishedAt: undefined }),
      post({ id: '4', title: TITLE, from: 'a' }),
    ];
    assert.equal(clusterPosts(all).length, 4);
  });

  it('puts the story itself before a status that points to it, whichever comes first', () => {
    const status = post({
      id: 's',
      url: 'https://social.example/@lab/1',
      from: 's',
      content: untrustedHtml('<p>Neu: <a href="https://a.example/termin?utm_source=m&amp;x=1">Blog</a></p>'),
    });
    const story = post({ id: '1', title: TITLE, url: 'https://a.example/termin?x=1' });
    for (const posts of [
      [status, story],
      [story, status],
    ]) {
      const [one, ...rest] = clusterPosts(posts);
      assert.deepEqual([one?.id, rest.length], ['1', 0]);
      assert.deepEqual(
        one?.alsoOn?.map(({ url }) => url),
        ['https://social.example/@lab/1'],
      );
    }
  });

  it('knows what has one name for the whole world', () => {
    const urn = 'urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6';
    assert.equal(clusterPosts([post({ id: urn, title: 'A' }), post({ id: urn, title: 'B', from: 'b' })]).length, 1);
    assert.equal(clusterPosts([post({ id: '1', title: 'A' }), post({ id: '1', title: 'B', from: 'b' })]).length, 2);
  });

  it('is sorted out in a moment, also where thousands of titles share their words', () => {
    const posts: Post[] = [];
    for (let index = 0; index < 5000; index++)
      posts.push(
        post({
          id: String(index),
          from: String(index % 10),
          title: `Erfahrungsbericht aus der Verwaltung über Vorhaben ${index}`,
          url: `https://x.example/${index}`,
        }),
      );
    const start = performance.now();
    assert.equal(clusterPosts(posts).length, 5000);
    assert.ok(performance.now() - start < 2000, `${performance.now() - start} ms`);
  });
});
