import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStaticBackend } from '../../../../src/backend/adapters/static/static-adapter.ts';
import { CONTRACT_POSTS, runPostsPortContract } from '../../contract/posts-port.contract.ts';

const src = 'https://lindenhafen.example/daten/beitraege.json';
const portOf = (posts: readonly unknown[], topics: readonly unknown[] = []) =>
  createStaticBackend({ src, data: { posts, topics } }).posts!;

// A file tells its reports itself, with their chapters.
const [report, ...others] = CONTRACT_POSTS;
runPostsPortContract('a static file', () => ({
  port: portOf([
    ...others,
    {
      ...report,
      authors: [
        ...report.authors.map((author) => ({ ...author, email: 'aenne@lindenhafen.example' })),
        'nur@adresse.example',
      ],
      report: { result: '<p>Niemand wartet länger als zwölf Minuten.</p>' },
    },
  ]),
}));

describe('posts of a static file', () => {
  it('read what is written by hand: dates without time, relative links, words in place of objects', async () => {
    const { items, problems } = await portOf(
      [
        { id: '1', title: 'Mit Tag', publishedAt: '2026-03-04', url: '../p/1', authors: ['Änne'], topics: ['klima'] },
        { id: '2', title: 'Ohne Tag', publishedAt: 'gestern', content: '<p>Erster Satz. Zweiter […]</p>' },
        { id: '3' },
      ],
      [{ id: 'klima', label: { de: 'Klimaschutz' } }],
    ).list({});
    assert.deepEqual(
      items.map(({ title, publishedAt, url, teaser }) => [title, publishedAt, url, teaser]),
      [
        ['Mit Tag', '2026-03-03T23:00:00Z', 'https://lindenhafen.example/p/1', ''],
        ['Ohne Tag', undefined, undefined, 'Erster Satz. Zweiter …'],
      ],
    );
    assert.equal(items[0]?.topics?.[0]?.label.de, 'Klimaschutz');
    assert.deepEqual(
      problems.map(({ code, item }) => [code, item]),
      [['invalid-item', '3']],
    );
  });

  it('are narrowed by topic with those below, size, maturity and idea', async () => {
    const port = portOf(
      [
        { id: '1', title: 'Eins', topics: ['solar'], size: 'city', ideaId: 'i1' },
        { id: '2', title: 'Zwei', topics: ['klima'], maturity: 'trial', size: 'riesig' },
        { id: '3', title: 'Drei' },
      ],
      [
        { id: 'solar', label: { de: 'Solar' }, broader: 'klima' },
        { id: 'klima', label: { de: 'Klimaschutz' } },
      ],
    );
    const ids = async (query: Parameters<typeof port.list>[0]) => (await port.list(query)).items.map(({ id }) => id);
    assert.deepEqual(await ids({ topic: ['Klimaschutz'] }), ['1', '2']);
    assert.deepEqual(await ids({ topic: ['solar'] }), ['1']);
    assert.deepEqual(await ids({ size: ['city'] }), ['1']);
    assert.deepEqual(await ids({ maturity: ['trial', 'everyday'] }), ['2']);
    assert.deepEqual(await ids({ idea: 'i1' }), ['1']);
    assert.deepEqual(await ids({ mine: true }), []);
    assert.deepEqual(await ids({ queue: true }), []);
  });

  it('let nobody do anything, whatever the file says', async () => {
    const [post] = (
      await portOf([{ id: '1', title: 'T', can: ['update'], state: 'draft', question: 'Warum?' }]).list({})
    ).items;
    assert.deepEqual([post?.can, post?.state, post?.question], [undefined, undefined, undefined]);
  });

  it('take long and hostile values as far as anybody would write them', async () => {
    const [post] = (
      await portOf([
        {
          id: '1',
          title: 'x'.repeat(10_000),
          teaser: 'wort '.repeat(1000),
          url: 'javascript:alert(1)',
          image: { url: 'data:image/svg+xml,x' },
          tags: Array.from({ length: 10_000 }, (_, index) => `tag ${index}`),
          authors: [{ displayName: 'A'.repeat(999) }, { displayName: 7 }, null],
          __proto__: { polluted: true },
        },
      ]).list({})
    ).items;
    assert.ok(post && post.title.length <= 500 && post.teaser.length <= 410);
    assert.equal(post.url, undefined);
    assert.equal(post.image, undefined);
    assert.equal(post.tags.length, 50);
    assert.equal(post.authors.length, 1);
    assert.ok(post.authors[0]!.displayName.length <= 200);
  });
});
