import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createGhostBackend, placeOf } from '../../../../src/backend/adapters/ghost/ghost-adapter.ts';
import { CONTRACT_POSTS, runPostsPortContract } from '../../contract/posts-port.contract.ts';
import { answering } from '../../support/answers.ts';

const site = 'https://magazin.lindenhafen.example/';
const shared = new URL('../../../../../shared/', import.meta.url);

interface Sent {
  readonly id: string;
  readonly [name: string]: unknown;
}

const sent: readonly Sent[] = CONTRACT_POSTS.map((post) => ({
  id: `ghost-${post.id}`,
  title: post.title,
  html: post.content,
  excerpt: post.teaser,
  url: post.url,
  canonical_url: null,
  feature_image: 'image' in post ? post.image.url : null,
  feature_image_alt: 'image' in post ? post.image.alt : null,
  published_at: post.publishedAt.replace('Z', '.000+00:00'),
  authors: post.authors.map(({ displayName }) => ({ name: displayName, email: 'redaktion@lindenhafen.example' })),
  tags: [...post.tags.map((name) => ({ name, visibility: 'public' })), { name: '#intern', visibility: 'internal' }],
  access: true,
}));

function ghost(posts: readonly Sent[], size = 100) {
  return answering(({ pathname, searchParams }) => {
    if (searchParams.get('key') !== 'abc') return Response.json({ errors: [{}] }, { status: 401 });
    const own = /\/content\/posts\/([\w-]+)\/$/.exec(pathname)?.[1];
    if (own) {
      const post = posts.find(({ id }) => id === own);
      return post && { posts: [post] };
    }
    if (pathname !== '/ghost/api/content/posts/') return undefined;
    const page = Number(searchParams.get('page'));
    const pages = Math.ceil(posts.length / size);
    return {
      posts: posts.slice((page - 1) * size, page * size),
      meta: { pagination: { page, pages, total: posts.length } },
    };
  });
}
const portOf = (fetch: typeof globalThis.fetch, src = `${site}?key=abc`) => createGhostBackend({ src, fetch }).posts!;

runPostsPortContract('Ghost', () => ({ port: portOf(ghost(sent).fetch) }));

describe('posts of Ghost', () => {
  it('are found by the address of a site or of its Content API, with its key and a filter', () => {
    const api = `${site}ghost/api/content/`;
    assert.deepEqual(placeOf(`${site}?key=abc`), { api, site, key: 'abc' });
    assert.deepEqual(placeOf(`${api}posts/?key=abc&filter=tag:praxis`), {
      api,
      site,
      key: 'abc',
      filter: 'tag:praxis',
    });
    assert.equal(placeOf(`${site}blog/ghost/api/v3/content/?key=a`).api, `${site}blog/ghost/api/v3/content/`);
  });

  it('need a key, which is told where there is none', async () => {
    const { fetch, asked } = ghost(sent);
    await assert.rejects(portOf(fetch, site).list({}), { kind: 'denied' });
    assert.equal(asked.length, 0);
    await assert.rejects(portOf(fetch, `${site}?key=falsch`).list({}), { kind: 'denied' });
  });

  it('for members only tell that they are; what was taken over leads to where it was first', async () => {
    const { fetch } = ghost([
      { ...sent[0]!, access: false, html: '<p>Anfang</p>' },
      { ...sent[1]!, canonical_url: 'https://anderswo.example/zuerst' },
    ]);
    const { items } = await portOf(fetch).list({});
    assert.deepEqual([items[0]?.isProtected, items[0]?.content], [true, undefined]);
    assert.equal(items[1]?.url, 'https://anderswo.example/zuerst');
  });

  it('come from all pages', async () => {
    const posts = Array.from({ length: 250 }, (_, index): Sent => ({
      id: `g${index}`,
      title: `Beitrag ${index}`,
      published_at: new Date(Date.UTC(2026, 0, 1) - index * 3_600_000).toISOString(),
    }));
    const { items, total, problems } = await portOf(ghost(posts).fetch).list({});
    assert.deepEqual([items.length, total, problems], [250, 250, []]);
  });

  it('of a real Ghost are read as they came', (context) => {
    const file = new URL('fixtures/ghost/posts.json', shared);
    if (!existsSync(file)) return context.skip('shared fixtures are not there');
    const { posts } = JSON.parse(readFileSync(file, 'utf8')) as { posts: Sent[] };
    return portOf(ghost(posts).fetch)
      .list({})
      .then(({ items, problems }) => {
        assert.deepEqual(problems, []);
        assert.equal(items.length, posts.length);
        for (const { teaser, authors, publishedAt } of items) {
          assert.ok(teaser && publishedAt?.endsWith('Z'));
          assert.equal(authors.length, 1);
        }
      });
  });
});
