import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { storeGatheredPosts } from '../../../demo/hub/posts/post-store.ts';
import { untrustedHtml } from '../../../src/model/common.ts';
import type { Post } from '../../../src/model/post.ts';
import { startIdeasHub, type IdeasHub } from '../participation/ideas-hub.ts';
import { NOW, onEveryEngine } from '../support/test-hub.ts';

const post = (id: string, more: Partial<Post> = {}): Post => ({
  id,
  url: `https://blog.example/${id}`,
  title: `Beitrag ${id}`,
  teaser: 'Was wir gelernt haben.',
  authors: [{ displayName: 'Ada Beispiel' }],
  tags: [],
  ...more,
});

onEveryEngine('posts of a hub', (engine) => {
  let hub: IdeasHub;
  before(async () => {
    hub = await startIdeasHub(engine);
    const parts = makeHub({ config: hub.config, database: hub.database, clock: () => NOW });
    await storeGatheredPosts(parts, 'blog', [
      post('alt', { publishedAt: '2026-01-10T08:00:00Z', tags: ['Bürgerservice'] }),
      post('bericht', {
        title: 'Wie wir Sitzungsvorlagen halbiert haben',
        publishedAt: '2026-03-01T08:00:00Z',
        tags: ['Verwaltung', 'bürgerservice'],
        content: untrustedHtml('<h2>Ausgangslage</h2><p>Zu lang.</p>'),
        format: 'html',
        report: { situation: untrustedHtml('<p>Zu lang.</p>') },
        size: 'medium-town',
        maturity: 'everyday',
      }),
      post('ohne-datum', { authors: [] }),
    ]);
    await storeGatheredPosts(parts, 'konto', [
      post('status', {
        title: 'Wie wir Sitzungsvorlagen halbiert haben',
        url: 'https://sozial.example/@stadt/1',
        publishedAt: '2026-03-02T08:00:00Z',
        content: untrustedHtml('<p>Neu im Blog: <a href="https://blog.example/bericht">lesen</a></p>'),
      }),
    ]);
  });
  after(() => hub.close());

  const list = async (query = ''): Promise<{ items: Post[]; total: number; facets: Record<string, unknown[]> }> =>
    (await hub.as('stranger', `GET /posts${query}`)).body;
  const titles = async (query: string): Promise<string[]> => (await list(query)).items.map(({ title }) => title);

  it('are listed the newest first, each story once, without their full text', async () => {
    const { items, total } = await list();
    assert.deepEqual(
      items.map(({ title, alsoOn }) => [title, alsoOn?.length ?? 0]),
      [
        ['Wie wir Sitzungsvorlagen halbiert haben', 1],
        ['Beitrag alt', 0],
        ['Beitrag ohne-datum', 0],
      ],
    );
    assert.equal(total, 3);
    assert.ok(items.every(({ content }) => content === undefined));
  });

  it('are narrowed and counted by what they are about, and found by words of their text', async () => {
    assert.deepEqual(await titles('?tag=B%C3%9CRGERSERVICE&report=true'), ['Wie wir Sitzungsvorlagen halbiert haben']);
    assert.deepEqual(await titles('?size=medium-town&maturity=everyday'), ['Wie wir Sitzungsvorlagen halbiert haben']);
    assert.deepEqual(await titles('?q=sitzungsvorlage'), ['Wie wir Sitzungsvorlagen halbiert haben']);
    assert.deepEqual(await titles('?source=blog'), [
      'Wie wir Sitzungsvorlagen halbiert haben',
      'Beitrag alt',
      'Beitrag ohne-datum',
    ]);
    const { facets } = await list();
    assert.deepEqual(facets['tag'], [
      { value: 'Bürgerservice', count: 2 },
      { value: 'Verwaltung', count: 1 },
    ]);
    assert.deepEqual(facets['report'], [{ value: 'yes', count: 1 }]);
    const first = (await hub.as('stranger', 'GET /posts?limit=1')).body;
    assert.deepEqual(await titles(`?limit=1&cursor=${first.nextCursor}`), ['Beitrag alt']);
  });

  it('are read one by one with their full text, and what is not there is not found', async () => {
    const { items } = await list('?source=blog&report=true');
    const { body } = await hub.as('stranger', `GET /posts/${items[0]!.id}`);
    assert.match(body.content, /Zu lang/);
    assert.match(body.report.situation, /Zu lang/);
    assert.equal((await hub.as('stranger', 'GET /posts/gibt-es-nicht')).status, 404);
    assert.equal((await hub.as('stranger', 'GET /posts?mine=true')).status, 401);
  });
});
