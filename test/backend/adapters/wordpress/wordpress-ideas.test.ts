import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  createWordpressBackend,
  placeOf,
  type WordpressOptions,
} from '../../../../src/backend/adapters/wordpress/wordpress-adapter.ts';
import { wordpressPage } from '../../../../src/backend/adapters/wordpress/wordpress-page.ts';
import type { IdeasPort } from '../../../../src/backend/ports.ts';
import { CONTRACT_IDEAS, runIdeasPortContract } from '../../contract/ideas-port.contract.ts';
import { wordpressNetwork, type WpFixturePost } from './support/wordpress-network.ts';

const SITE = 'https://lindenhafen.example/blog/';
const STAGES = ['open', 'trying', 'declined', 'Warteliste'];

const post = (index: number, changes: Partial<WpFixturePost> = {}): WpFixturePost => ({
  id: 40 + index,
  date_gmt: `2026-03-0${index + 1}T09:00:00`,
  modified_gmt: `2026-03-0${index + 1}T10:00:00`,
  status: 'publish',
  link: `${SITE}idee/${index}/`,
  title: { rendered: CONTRACT_IDEAS[index]!.title.replace('ü', '&uuml;') },
  excerpt: { rendered: `<p>${CONTRACT_IDEAS[index]!.text}</p>\n` },
  content: {
    rendered: `<p>${CONTRACT_IDEAS[index]!.text} &#8211; überall.</p>\n<p>Zweiter Absatz.</p>`,
    protected: false,
  },
  meta: { vr_stage: STAGES[index]! },
  ...changes,
});
const POSTS = [3, 2, 1, 0].map((index) => post(index));

const open = (posts: readonly WpFixturePost[], options: Partial<WordpressOptions> = {}) => {
  const network = wordpressNetwork(SITE, 'idee', posts);
  const port = createWordpressBackend({ src: SITE, fetch: network.fetch, ...options }).ideas!;
  return { port, ...network };
};

runIdeasPortContract('WordPress', () => open(POSTS), { stageLabel: 'Warteliste' });

describe('the address of a WordPress', () => {
  it('names the site, and the post type by query or path', () => {
    for (const [src, site, type] of [
      ['https://a.example/', 'https://a.example/', 'idee'],
      ['https://a.example', 'https://a.example/', 'idee'],
      ['https://a.example/blog?vr-type=vorschlag', 'https://a.example/blog/', 'vorschlag'],
      ['https://a.example/blog/wp-json/', 'https://a.example/blog/', 'idee'],
      ['https://a.example/wp-json/wp/v2/posts?x=1', 'https://a.example/', 'posts'],
      ['https://a.example/?vr-type=../users', 'https://a.example/', 'idee'],
    ] as const) {
      assert.deepEqual(placeOf(src), { site, type }, src);
    }
  });
});

describe('ideas of a WordPress', () => {
  const first = async (changes: Partial<WpFixturePost>) => (await open([post(0, changes)]).port.list({})).items[0]!;

  it('have text in place of HTML and entities', async () => {
    const idea = await first({
      title: { rendered: 'Fragen &amp; Antworten &#8211; &#x201E;einfach&#8220; &lt;b&gt;' },
    });
    assert.equal(idea.title, 'Fragen & Antworten – „einfach“ <b>');
    assert.equal(idea.body, 'Einmal ausfüllen statt fünfmal – überall.\n\nZweiter Absatz.');
  });

  it('have topics of categories, tags, an author without picture, and the picture of the post', async () => {
    const idea = await first({
      _embedded: {
        author: [{ name: 'Mira Holm', avatar_urls: { 96: 'https://gravatar.example/x' } }],
        'wp:term': [
          [
            { id: 1, slug: 'allgemein', name: 'Allgemein', taxonomy: 'category' },
            { id: 6, slug: 'teilhabe', name: 'Teilhabe &amp; Mitsprache', taxonomy: 'category' },
          ],
          [{ id: 9, slug: 'formular', name: 'Formular', taxonomy: 'post_tag' }],
        ],
        'wp:featuredmedia': [
          {
            id: 5,
            source_url: `${SITE}bild.png`,
            mime_type: 'image/png',
            alt_text: 'Ein Bild',
            media_details: { width: 12, height: 8, filesize: 90 },
          },
        ],
      },
    });
    assert.deepEqual(idea.topics, [{ id: 'teilhabe', label: { de: 'Teilhabe & Mitsprache' } }]);
    assert.deepEqual(idea.tags, ['Formular']);
    assert.deepEqual(idea.authors, [{ displayName: 'Mira Holm' }]);
    assert.deepEqual(idea.attachments, [
      {
        id: '5',
        url: `${SITE}bild.png`,
        mediaType: 'image/png',
        alt: 'Ein Bild',
        width: 12,
        height: 8,
        bytes: 90,
        fileName: 'bild.png',
      },
    ]);
  });

  it('have reach and needs where the site registered them, as lists or with commas', async () => {
    const idea = await first({ meta: { vr_reach: 'between', vr_needs: 'legal, it, quatsch' } });
    assert.equal(idea.reach, 'between');
    assert.deepEqual(idea.needs, [{ kind: 'legal' }, { kind: 'it' }]);
    const bare = await first({ meta: [] });
    assert.equal(bare.stage, 'open');
    assert.equal((await first({ acf: { stage: 'adopted' }, meta: [] })).stage, 'adopted');
  });

  it('come over all pages, and a bad post is told', async () => {
    const many = Array.from({ length: 230 }, (_, index) =>
      post(0, { id: index + 1, title: { rendered: `Idee ${index}` } }),
    );
    const { port, asked } = open([...many, post(0, { id: 999, title: { rendered: '' } })]);
    const { items, problems, total } = await port.list({});
    assert.equal(items.length, 230);
    assert.equal(total, 230);
    assert.deepEqual(problems, [{ code: 'invalid-item', detail: 'no title', item: '999' }]);
    assert.equal(asked.filter((line) => line.includes('/idee?')).length, 3);
  });

  it('are asked of nobody but the site', async () => {
    const { port, asked } = open(POSTS);
    await port.list({});
    assert.ok(asked.length > 0 && asked.every((line) => line.startsWith(`GET ${SITE}wp-json/`)), asked.join('\n'));
  });

  const folder = new URL('../../../../../shared/fixtures/wordpress/', import.meta.url);
  it(
    'are made of posts as a real site sent them',
    { skip: existsSync(folder) ? false : 'no recorded answers beside the project' },
    async () => {
      const recorded = (name: string) => readFileSync(new URL(name, folder), 'utf8');
      const fetch: typeof globalThis.fetch = () =>
        Promise.resolve(new Response(recorded('posts-embed-page1.json'), { headers: { 'x-wp-totalpages': '1' } }));
      const port = createWordpressBackend({ src: 'http://127.0.0.1:18080/wp-json/wp/v2/posts', fetch }).ideas!;
      const { items, problems } = await port.list({});
      assert.deepEqual(problems, []);
      assert.equal(items.length, 10);
      const idea = items.find(({ title }) => title === 'Beitrag 29')!;
      assert.equal(idea.body, 'Absatz 29 mit HTML & Link.');
      assert.equal(idea.createdAt, '2026-04-02T07:00:00Z');
      assert.deepEqual(idea.authors, [{ displayName: 'Aulis Author' }]);
      assert.equal(idea.attachments[0]?.alt, 'Alternativtext 1');
    },
  );
});

describe('a new idea for a WordPress', () => {
  const page = (nonce: string | undefined, origin = 'https://lindenhafen.example') => ({ origin, nonce: () => nonce });
  const INPUT = {
    title: 'Regale <tauschen> & teilen',
    summary: 'Kurz gesagt',
    problem: 'Es steht zu viel herum.',
    body: 'Erster Absatz\nmit Zeile\n\nZweiter',
    reach: 'within' as const,
    topicIds: ['teilhabe'],
    needs: [{ kind: 'room' as const }],
  };

  it('waits for an editor, with markup as text', async () => {
    const { port, posted } = open(POSTS, { page: page('nonce-12345') });
    const { idea } = await port.create!(INPUT, { idempotencyKey: 'k1' });
    assert.equal(idea.stage, 'submitted');
    assert.equal(idea.title, 'Regale <tauschen> & teilen');
    assert.deepEqual(posted[0]?.body, {
      status: 'pending',
      title: 'Regale &lt;tauschen&gt; &amp; teilen',
      excerpt: 'Kurz gesagt',
      content: '<p>Es steht zu viel herum.</p>\n<p>Erster Absatz<br />mit Zeile</p>\n<p>Zweiter</p>',
      categories: [6],
      meta: { vr_reach: 'within', vr_needs: ['room'] },
    });
    assert.equal(posted[0].nonce, 'nonce-12345');
  });

  it('is sent once, also when the first answer was lost', async () => {
    const { port, posted, loseNextAnswer } = open([], { page: page('nonce-12345') });
    loseNextAnswer();
    await assert.rejects(port.create!(INPUT, { idempotencyKey: 'k1' }));
    const { idea } = await port.create!(INPUT, { idempotencyKey: 'k1' });
    assert.equal(posted.length, 1);
    assert.equal(idea.title, INPUT.title);
  });

  it('gets a newer nonce where that of the page has run out, or asks for a sign-in', async () => {
    const old = open([], { page: page('nonce-outdated') });
    await old.port.create!(INPUT);
    assert.deepEqual(
      old.posted.map(({ nonce }) => nonce),
      ['nonce-12345'.replace('-', '')],
    );
    const stranger = open([], { page: page(undefined) });
    stranger.signOut();
    await assert.rejects(stranger.port.create!(INPUT), { kind: 'denied', reason: 'sign-in' });
  });

  it('is taken on the site’s own pages only', () => {
    for (const options of [{}, { page: page('n', 'https://auental.example') }]) {
      const { port }: { port: IdeasPort } = open(POSTS, options);
      assert.equal(port.create, undefined);
    }
  });

  it('finds the nonce where WordPress puts it', () => {
    const location = { origin: 'https://a.example' };
    assert.equal(wordpressPage({ location, wpApiSettings: { nonce: 'abc' } })?.nonce(), 'abc');
    assert.equal(wordpressPage({ location, wp: { apiFetch: { nonceMiddleware: { nonce: 'def' } } } })?.nonce(), 'def');
    assert.equal(wordpressPage({ location })?.nonce(), undefined);
    assert.equal(wordpressPage({}), undefined);
  });
});
