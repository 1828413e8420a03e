import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createDrupalBackend } from '../../../../src/backend/adapters/drupal/drupal-adapter.ts';
import { CONTRACT_POSTS, runPostsPortContract } from '../../contract/posts-port.contract.ts';
import { answering } from '../../support/answers.ts';

const site = 'https://cms.lindenhafen.example/';
const shared = new URL('../../../../../shared/', import.meta.url);

interface Resource {
  readonly type: string;
  readonly id: string;
  readonly [name: string]: unknown;
}
type Reference = { readonly type: string; readonly id: string; readonly meta?: object };

const user = (name: string): Reference => ({ type: 'user--user', id: `u-${name}` });
const term = (name: string): Reference => ({ type: 'taxonomy_term--tags', id: `t-${name}` });

const nodes: readonly Resource[] = CONTRACT_POSTS.map((post, index) => ({
  type: 'node--article',
  id: `uuid-${index}`,
  attributes: {
    title: post.title,
    created: post.publishedAt.replace('Z', '+00:00'),
    path: { alias: new URL(post.url).pathname },
    body: { value: post.content, processed: post.content, summary: post.teaser },
    langcode: 'de',
  },
  relationships: {
    uid: { data: user(post.authors[0].displayName) },
    revision_uid: { data: user('admin@lindenhafen.example') },
    field_tags: { data: post.tags.map(term) },
    ...('image' in post && {
      field_image: { data: { type: 'file--file', id: 'f1', meta: { alt: post.image.alt, width: 900, height: 600 } } },
    }),
  },
}));
const included: readonly Resource[] = [
  ...CONTRACT_POSTS.map(({ authors: [{ displayName }] }) => ({
    ...user(displayName),
    attributes: { display_name: displayName, mail: 'redaktion@lindenhafen.example' },
  })),
  ...CONTRACT_POSTS.flatMap(({ tags }) => tags).map((name) => ({ ...term(name), attributes: { name } })),
  { type: 'file--file', id: 'f1', attributes: { uri: { url: '/tresen.jpg' } } },
];

interface DrupalOptions {
  readonly size?: number;
  /** Refuses to bring users along. */
  readonly keepsUsers?: boolean;
  readonly path?: string;
}

/** A Drupal with these nodes, as its JSON:API sends them. */
function drupal(
  all: readonly Resource[],
  { size = 50, keepsUsers = false, path = 'node/article' }: DrupalOptions = {},
) {
  return answering((url) => {
    const { pathname, searchParams } = url;
    if (pathname === '/jsonapi')
      return { jsonapi: {}, links: { 'node--page': {}, 'node--article': {}, [path.replace('/', '--')]: {} } };
    const include = searchParams.get('include');
    if (include?.includes('uid') && keepsUsers) return Response.json({ errors: [{}] }, { status: 400 });
    const along = include ? { included } : {};
    const own = pathname.startsWith(`/jsonapi/${path}/`) ? pathname.split('/').at(-1) : undefined;
    if (own) {
      const found = all.find(({ id }) => id === own);
      return found && { jsonapi: {}, data: found, ...along };
    }
    if (pathname !== `/jsonapi/${path}`) return undefined;
    const offset = Number(searchParams.get('page[offset]') ?? 0);
    const length = Math.min(size, Number(searchParams.get('page[limit]')));
    const next = new URL(url);
    next.protocol = 'http:';
    next.searchParams.set('page[offset]', String(offset + length));
    return {
      jsonapi: {},
      data: all.slice(offset, offset + length),
      ...along,
      links: offset + length < all.length ? { next: { href: next.href } } : {},
    };
  });
}
const portOf = (fetch: typeof globalThis.fetch, src = `${site}jsonapi`) => createDrupalBackend({ src, fetch }).posts!;

// Links and files are told relative to the site, so it is that of the contract.
runPostsPortContract('Drupal', () => ({
  port: portOf(drupal(nodes).fetch, 'https://blog.lindenhafen.example/jsonapi/node/article'),
}));

describe('posts of Drupal', () => {
  it('come from the type that sounds most like posts, or the one that the address names', async () => {
    const { fetch, asked } = drupal(nodes, { path: 'node/erfahrungsbericht' });
    assert.equal((await portOf(fetch).list({})).items.length, 4);
    assert.ok(asked.some(({ pathname }) => pathname === '/jsonapi/node/erfahrungsbericht'));
    const named = drupal(nodes, { path: 'node/notiz' });
    assert.equal((await portOf(named.fetch, `${site}?vr-type=notiz`).list({})).items.length, 4);
  });

  it('go on page by page as the site says, whatever protocol it writes for itself', async () => {
    const all = Array.from({ length: 120 }, (_, index): Resource => ({
      type: 'node--article',
      id: `n${index}`,
      attributes: { title: `Beitrag ${index}`, created: '2026-05-01T10:00:00+00:00', drupal_internal__nid: index },
    }));
    const { fetch, asked } = drupal(all);
    const { items } = await portOf(fetch).list({});
    assert.equal(items.length, 120);
    assert.ok(items.every(({ url }) => url?.startsWith(`${site}node/`)));
    assert.ok(asked.every(({ protocol }) => protocol === 'https:'));
  });

  it('do without authors where a site keeps its users to itself', async () => {
    const { items, problems } = await portOf(drupal(nodes, { keepsUsers: true }).fetch).list({});
    assert.deepEqual([items.length, problems], [4, []]);
    assert.deepEqual(items[0]?.authors, []);
  });

  it('have a text whatever its field is called, and a teaser of their own', async () => {
    const node = {
      type: 'node--article',
      id: 'x',
      attributes: {
        title: 'Kurz &amp; gut',
        created: '2026-05-01T10:00:00+00:00',
        field_langtext: { processed: '<p>Lang</p>' },
        field_teaser: '<p>Der Vorspann</p>',
      },
    };
    const [post] = (await portOf(drupal([node]).fetch).list({})).items;
    assert.deepEqual([post?.title, post?.content, post?.teaser], ['Kurz & gut', '<p>Lang</p>', 'Der Vorspann']);
  });

  it('of the corpus are read as they came', (context) => {
    const file = new URL('corpus/feeds/own-api/drupal-jsonapi.json', shared);
    if (!existsSync(file)) return context.skip('the shared corpus is not there');
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { fetch } = answering((url) => (url.searchParams.has('page[offset]') ? { jsonapi: {}, data: [] } : data));
    return portOf(fetch, 'https://cms.musterstadt.example/jsonapi/node/article')
      .list({})
      .then(({ items: [post] }) => {
        assert.deepEqual(
          [post?.title, post?.url, post?.authors[0]?.displayName, post?.tags, post?.image?.alt],
          [
            'Low-Code im Ordnungsamt',
            'https://cms.musterstadt.example/blog/low-code',
            'Jens Groß',
            ['Werkzeuge'],
            'Skizze',
          ],
        );
      });
  });
});
