import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createWordpressBackend } from '../../../../src/backend/adapters/wordpress/wordpress-adapter.ts';
import { CONTRACT_POSTS, runPostsPortContract } from '../../contract/posts-port.contract.ts';
import { answering } from '../../support/answers.ts';

const site = 'https://blog.lindenhafen.example/';
const shared = new URL('../../../../../shared/', import.meta.url);
const entities = (text: string): string =>
  text.replace(/[&äöüßÄÖÜ–]/g, (sign) => (sign === '&' ? '&#038;' : `&#${sign.codePointAt(0)};`));

interface Sent {
  readonly id: number;
  readonly [name: string]: unknown;
}

/** Posts as the REST API sends them. */
const sent: readonly Sent[] = CONTRACT_POSTS.map((post, index) => ({
  id: index + 1,
  date_gmt: post.publishedAt.replace('Z', ''),
  modified_gmt: post.publishedAt.replace('Z', ''),
  sticky: index === 3,
  link: post.url,
  title: { rendered: entities(post.title) },
  content: { rendered: post.content, protected: false },
  excerpt: { rendered: `<p>${entities(post.teaser)} [&hellip;]</p>\n`, protected: false },
  _embedded: {
    author: post.authors.map(({ displayName }) => ({
      name: displayName,
      slug: 'login@lindenhafen.example',
      avatar_urls: { 96: 'https://secure.gravatar.com/avatar/1' },
    })),
    'wp:term': [
      [{ name: 'Allgemein', slug: 'allgemein', taxonomy: 'category' }],
      post.tags.map((name) => ({ name: entities(name), slug: name.toLowerCase(), taxonomy: 'post_tag' })),
    ],
    ...('image' in post && {
      'wp:featuredmedia': [{ source_url: post.image.url, alt_text: post.image.alt, media_details: {} }],
    }),
  },
}));

/** A WordPress with these posts, whose pages hold so many. */
function wordpress(posts: readonly Sent[], size = 100) {
  return answering((url) => {
    const own = /\/posts\/(\d+)$/.exec(url.pathname)?.[1];
    if (own) return posts.find(({ id }) => id === Number(own));
    if (!url.pathname.endsWith('/wp-json/wp/v2/posts')) return undefined;
    const page = Number(url.searchParams.get('page'));
    const pages = Math.max(1, Math.ceil(posts.length / size));
    if (page > pages)
      return Response.json({ code: 'rest_post_invalid_page_number', data: { status: 400 } }, { status: 400 });
    return Response.json(posts.slice((page - 1) * size, page * size), {
      headers: { 'x-wp-total': String(posts.length), 'x-wp-totalpages': String(pages) },
    });
  });
}
const portOf = (fetch: typeof globalThis.fetch, src = `${site}wp-json/`, label?: string) =>
  createWordpressBackend({ src, fetch, ...(label && { label }) }).posts!;

runPostsPortContract('WordPress', () => ({ port: portOf(wordpress(sent).fetch) }));

const many = (count: number): readonly Sent[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    title: { rendered: `Beitrag ${count - index}` },
    date_gmt: new Date(Date.UTC(2026, 0, 1) - index * 3_600_000).toISOString().slice(0, 19),
    content: { rendered: `<p>Text ${index}</p>` },
    link: `${site}${index}/`,
  }));

describe('posts of WordPress', () => {
  it('are asked for by what the address names, and by nothing else of it', async () => {
    const { fetch, asked } = wordpress(sent);
    await portOf(fetch, `${site}wp-json/wp/v2/posts?categories=4,7&tags=drop;table&per_page=3`).list({});
    const [{ searchParams }] = asked as [URL];
    assert.equal(searchParams.get('categories'), '4,7');
    assert.equal(searchParams.get('tags'), null);
    assert.equal(searchParams.get('per_page'), '100');
    assert.match(searchParams.get('_embed')!, /wp:featuredmedia/);
  });

  it('know their source by the name that an editor gave, or by its host', async () => {
    const nameOf = async (label?: string) =>
      (await portOf(wordpress(sent).fetch, undefined, label).list({})).facets?.['source']?.[0]?.label;
    assert.equal(await nameOf('Impulswerk'), 'Impulswerk');
    assert.equal(await nameOf(), 'blog.lindenhafen.example');
  });

  it('of a large blog: the newest 500 are there at once, the rest when somebody walks that far', async () => {
    const { fetch, asked } = wordpress(many(730));
    const port = portOf(fetch);
    const first = await port.list({ limit: 20 });
    assert.deepEqual([first.items[0]?.title, first.total, first.problems], ['Beitrag 730', 730, []]);
    assert.equal(asked.length, 5);
    const seen = new Set(first.items.map(({ id }) => id));
    let { next } = first;
    while (next) {
      const page = await port.list({ limit: 100, cursor: next });
      for (const { id } of page.items) assert.ok(!seen.has(id) && seen.add(id));
      next = page.next;
    }
    assert.equal(seen.size, 730);
    assert.equal(asked.length, 8);
  });

  it('say where a search ends that could not look at all of them', async () => {
    const port = portOf(wordpress(many(730)).fetch);
    const { problems, items } = await port.list({ q: 'Beitrag', limit: 5 });
    assert.equal(items.length, 5);
    assert.deepEqual(problems, [{ code: 'limit-reached', detail: 'The newest 500 posts' }]);
  });

  it('keep what was read when a later page fails, and say so', async () => {
    const good = wordpress(many(730));
    const port = portOf((input, init) =>
      /[?&]page=3/.test(input instanceof Request ? input.url : input.toString())
        ? Promise.resolve(new Response('', { status: 500 }))
        : good.fetch(input, init),
    );
    const { items, problems } = await port.list({ limit: 200 });
    assert.equal(items.length, 100);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['source-failed'],
    );
  });

  it('lose their last page without a word when posts are taken away meanwhile', async () => {
    const posts = [...many(201)];
    const { fetch } = answering((url) => {
      const page = Number(url.searchParams.get('page'));
      if (page === 3)
        return Response.json({ code: 'rest_post_invalid_page_number', data: { status: 400 } }, { status: 400 });
      return Response.json(posts.slice((page - 1) * 100, page * 100), { headers: { 'x-wp-totalpages': '3' } });
    });
    const { items, problems } = await portOf(fetch).list({});
    assert.deepEqual([items.length, problems], [200, []]);
  });

  it('behind a password tell only that they are', async () => {
    const { fetch } = wordpress([
      {
        ...sent[0]!,
        content: { rendered: '', protected: true },
        excerpt: { rendered: '', protected: true },
      },
    ]);
    const [post] = (await portOf(fetch).list({})).items;
    assert.deepEqual([post?.isProtected, post?.teaser, post?.content], [true, '', undefined]);
  });

  it('have the picture of a size that lists need, in its own shape, and no description that nobody wrote', async () => {
    const size = (source_url: string, width: number, height: number) => ({ source_url, width, height });
    const { fetch } = wordpress([
      {
        ...sent[0]!,
        _embedded: {
          'wp:featuredmedia': [
            {
              source_url: `${site}gross.jpg`,
              alt_text: '',
              media_details: {
                width: 4000,
                height: 3000,
                sizes: {
                  thumbnail: size(`${site}eckig.jpg`, 700, 700),
                  large: size(`${site}l.jpg`, 1024, 768),
                  medium_large: size(`${site}ml.jpg`, 768, 576),
                  medium: size(`${site}m.jpg`, 300, 225),
                },
              },
            },
          ],
        },
      },
    ]);
    const [post] = (await portOf(fetch).list({})).items;
    assert.deepEqual(post?.image, { url: `${site}ml.jpg`, width: 768, height: 576 });
  });

  it('of a real WordPress are read as they came', (context) => {
    const file = new URL('fixtures/wordpress/posts-embed-page1.json', shared);
    if (!existsSync(file)) return context.skip('shared fixtures are not there');
    const posts = JSON.parse(readFileSync(file, 'utf8')) as Sent[];
    return portOf(wordpress(posts).fetch)
      .list({})
      .then(({ items, problems }) => {
        assert.deepEqual(problems, []);
        assert.equal(items.length, posts.length);
        assert.ok(items.some(({ tags }) => tags.includes('Ankündigungen & Mehr')));
        assert.ok(items.every(({ authors, title }) => authors.length === 1 && !/&#?\w+;/.test(title)));
      });
  });
});
