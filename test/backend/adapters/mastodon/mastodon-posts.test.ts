import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createMastodonBackend, placeOf } from '../../../../src/backend/adapters/mastodon/mastodon-adapter.ts';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import { CONTRACT_POSTS, runPostsPortContract } from '../../contract/posts-port.contract.ts';
import { answering } from '../../support/answers.ts';

const server = 'https://social.example';
const shared = new URL('../../../../../shared/', import.meta.url);

interface Status {
  readonly id: string;
  readonly [name: string]: unknown;
}

const account = {
  id: '7',
  username: 'lab',
  display_name: 'Lab :verified:',
  url: `${server}/@lab`,
  email: 'lab@lab.example',
};
/** Statuses have no titles: what else would be one begins their text. */
const sent: readonly Status[] = CONTRACT_POSTS.map((post, index) => ({
  id: String(900 - index),
  created_at: post.publishedAt.replace('Z', '.000Z'),
  visibility: index % 2 ? 'unlisted' : 'public',
  url: post.url,
  content: `<p>${post.title.replace('&', '&amp;')}. ${post.teaser}</p>${post.content}`,
  account,
  tags: post.tags.map((name) => ({ name })),
  media_attachments:
    'image' in post
      ? [{ type: 'image', url: `${post.image.url}?original`, preview_url: post.image.url, description: post.image.alt }]
      : [],
}));

/** A server with these statuses of one account, in pages of so many. */
function mastodon(statuses: readonly unknown[], size = 40) {
  return answering(({ pathname, searchParams }) => {
    if (pathname === '/api/v1/accounts/lookup') return searchParams.get('acct') === 'lab' ? account : undefined;
    const own = /^\/api\/v1\/statuses\/(\w+)$/.exec(pathname)?.[1];
    if (own) return (statuses as readonly Status[]).find(({ id }) => id === own);
    if (pathname !== '/api/v1/accounts/7/statuses') return undefined;
    const before = searchParams.get('max_id');
    const start = before ? (statuses as readonly Status[]).findIndex(({ id }) => id === before) + 1 : 0;
    return statuses.slice(start, start + size);
  });
}
const portOf = (fetch: typeof globalThis.fetch, src = `${server}/@lab`) => createMastodonBackend({ src, fetch }).posts!;

runPostsPortContract('Mastodon', () => ({ port: portOf(mastodon(sent).fetch) }), { knows: ['title', 'image'] });

describe('the address of an account', () => {
  it('is that of a profile, in its several forms', () => {
    for (const path of ['@lab', '@lab/', 'users/lab', 'web/@lab', '@lab/with_replies'])
      assert.equal(placeOf(`${server}/${path}`)?.account, 'lab', path);
    assert.equal(placeOf(`${server}/@lab@anderswo.example`)?.account, 'lab@anderswo.example');
    assert.equal(placeOf(`${server}/explore`), undefined);
  });

  it('may ask for replies, boosts and a hashtag', () => {
    const { replies, boosts, tag } = placeOf(`${server}/@lab?replies=1&boosts=0&tagged=%23OpenGov`)!;
    assert.deepEqual([replies, boosts, tag], [true, false, 'OpenGov']);
  });

  it('that names nobody, or somebody who is not there, is missing', async () => {
    const missing = (error: unknown): boolean => error instanceof BackendError && error.kind === 'missing';
    await assert.rejects(portOf(mastodon(sent).fetch, `${server}/explore`).list({}), missing);
    await assert.rejects(portOf(mastodon(sent).fetch, `${server}/@niemand`).list({}), missing);
  });
});

const status = (over: Readonly<Record<string, unknown>>): Status => ({
  id: '1',
  created_at: '2026-05-01T08:00:00.000Z',
  visibility: 'public',
  url: `${server}/@lab/1`,
  content: '<p>Text</p>',
  account,
  ...over,
});
const one = async (over: Readonly<Record<string, unknown>>, src?: string) =>
  (await portOf(mastodon([status(over)]).fetch, src).list({})).items[0];

describe('statuses', () => {
  it('come without replies and boosts, unless the address asks for them', async () => {
    const { fetch, asked } = mastodon(sent);
    await portOf(fetch).list({});
    assert.equal(asked[1]?.searchParams.get('exclude_replies'), 'true');
    assert.equal(asked[1]?.searchParams.get('exclude_reblogs'), 'true');
    const all = mastodon(sent);
    await portOf(all.fetch, `${server}/@lab?replies&boosts=1`).list({});
    assert.equal(all.asked[1]?.searchParams.get('exclude_replies'), null);
    assert.equal(all.asked[1]?.searchParams.get('exclude_reblogs'), null);
  });

  it('that not everybody may read are left out, boosted ones too', async () => {
    for (const visibility of ['private', 'direct']) assert.equal(await one({ visibility }), undefined);
    const reblog = status({ id: '2', visibility: 'private' });
    assert.equal(await one({ reblog }, `${server}/@lab?boosts=1`), undefined);
    assert.equal(await one({ reblog: status({ id: '2' }) }), undefined, 'a boost that the server sent unasked');
  });

  it('of somebody else are named after them when they are boosted', async () => {
    const reblog = status({ id: '2', url: 'https://anderswo.example/@mira/2', account: { username: 'mira' } });
    const post = await one({ reblog }, `${server}/@lab?boosts=1`);
    assert.deepEqual([post?.authors, post?.url], [[{ displayName: '@mira' }], 'https://anderswo.example/@mira/2']);
  });

  it('have their words of warning; a picture that is marked without any stays where it is', async () => {
    const media_attachments = [{ type: 'image', url: `${server}/m.jpg`, preview_url: `${server}/s.jpg` }];
    const warned = await one({ spoiler_text: 'Politik', sensitive: true, media_attachments });
    assert.deepEqual([warned?.warning, warned?.image?.url], ['Politik', `${server}/s.jpg`]);
    const marked = await one({ sensitive: true, media_attachments });
    assert.deepEqual([marked?.warning, marked?.image], [undefined, undefined]);
  });

  it('have all their pictures with their descriptions, and the page that they link to', async () => {
    const post = await one({
      content:
        '<p>Lesen <a href="https://x.example"><span class="invisible">https://</span><span class="ellipsis">x.exam</span><span class="invisible">ple</span></a></p>',
      media_attachments: [
        { type: 'video', url: `${server}/v.mp4` },
        { type: 'image', url: `${server}/1.jpg`, description: 'Eins', meta: { original: { width: 8, height: 6 } } },
        { type: 'image', url: `${server}/2.jpg`, description: 'Zwei "& mehr"' },
      ],
      card: { url: 'https://blog.example/a', title: 'A & B' },
    });
    assert.deepEqual(post?.image, { url: `${server}/1.jpg`, width: 8, height: 6, alt: 'Eins' });
    assert.match(post?.content ?? '', /<img src="[^"]*2\.jpg" alt="Zwei &quot;&amp; mehr&quot;">/);
    assert.match(post?.content ?? '', /<a href="https:\/\/blog\.example\/a">A &amp; B<\/a>/);
    assert.equal(post?.teaser, 'Lesen x.exam…');
  });

  it('go on as far as somebody walks', async () => {
    const statuses = Array.from({ length: 200 }, (_, index) =>
      status({ id: String(1000 - index), created_at: new Date(Date.UTC(2026, 4, 1) - index * 60_000).toISOString() }),
    );
    const port = portOf(mastodon(statuses).fetch);
    let count = 0;
    let cursor: string | undefined;
    do {
      const page = await port.list({ limit: 30, cursor });
      count += page.items.length;
      cursor = page.next;
    } while (cursor);
    assert.equal(count, 200);
  });

  it('of another account are not opened by a link to this one', async () => {
    const { fetch } = answering(({ pathname }) => {
      if (pathname.endsWith('/lookup')) return account;
      if (pathname.endsWith('/9')) return status({ id: '9', account: { id: '8', username: 'mira' } });
      return pathname.endsWith('/8') ? status({ id: '8' }) : [];
    });
    const port = portOf(fetch);
    assert.equal((await port.get!('social.example:8')).url, `${server}/@lab/1`);
    await assert.rejects(port.get!('social.example:9'), { kind: 'missing' });
  });

  it('of the corpus are read as they came', (context) => {
    const file = new URL('corpus/feeds/own-api/mastodon-statuses.json', shared);
    if (!existsSync(file)) return context.skip('the shared corpus is not there');
    const statuses = JSON.parse(readFileSync(file, 'utf8')) as unknown[];
    return portOf(mastodon(statuses).fetch)
      .list({})
      .then(({ items }) => {
        assert.equal(items.length, 2);
        const post = items.find(({ url }) => url === 'https://social.example/@lab/1');
        assert.deepEqual([post?.image?.alt, post?.tags], ['Whiteboard mit Zetteln', ['opengov']]);
        assert.equal(items.find(({ url }) => url?.endsWith('/2'))?.warning, 'Politik');
      });
  });
});
