import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BackendError } from '../../../src/backend/backend-error.ts';
import type { PostsPort, PostsQuery } from '../../../src/backend/ports.ts';
import { untrustedHtml } from '../../../src/model/common.ts';
import type { Facets } from '../../../src/model/page.ts';
import type { Post } from '../../../src/model/post.ts';

/**
 * Four posts, the newest first; one is an experience report. Sources send them in their own ways, and with each what they
 * have of e-mail addresses: as the name of an author, or in fields beside it.
 */
export const CONTRACT_POSTS = [
  {
    id: 'p1',
    url: 'https://blog.lindenhafen.example/buergerbuero',
    title: 'Bürgerbüro ohne Termin & Warten',
    teaser: 'Wer kommt, kommt dran.',
    content: untrustedHtml(
      '<h2>Ausgangslage</h2><p>Die Warteschlange reichte bis zur Straße.</p>' +
        '<h2>Vorgehen</h2><p>Wir haben die Termine gestrichen.</p>' +
        '<h2>Ergebnis</h2><p>Niemand wartet länger als zwölf Minuten.</p>',
    ),
    authors: [{ displayName: 'Änne Bürgerhoff' }],
    publishedAt: '2026-05-04T08:00:00Z',
    tags: ['Erfahrungsbericht', 'Digitalisierung'],
    image: { url: 'https://blog.lindenhafen.example/tresen.jpg', alt: 'Ein leerer Tresen' },
    report: {},
  },
  {
    id: 'p2',
    url: 'https://blog.lindenhafen.example/low-code',
    title: 'Low-Code im Ordnungsamt',
    teaser: 'Drei Formulare in einer Woche.',
    content: untrustedHtml('<p>Drei <b>Formulare</b> in einer Woche, mit der Digitalwerkstatt.</p>'),
    authors: [{ displayName: 'Cem Öztürk' }],
    publishedAt: '2026-04-12T10:00:00Z',
    tags: ['Digitalisierung'],
  },
  {
    id: 'p3',
    url: 'https://blog.lindenhafen.example/baeume',
    title: 'Baumpatenschaften im Kreis Auental',
    teaser: 'Zweihundert Linden haben Namen.',
    content: untrustedHtml('<p>Zweihundert Linden haben Namen.</p>'),
    authors: [{ displayName: 'Mira Müller' }],
    publishedAt: '2026-03-01T10:00:00Z',
    tags: ['Stadtgrün'],
  },
  {
    id: 'p4',
    url: 'https://blog.lindenhafen.example/bauhof',
    title: 'Ein Tag im Bauhof',
    teaser: 'Früh um sechs mit Mira Müller.',
    content: untrustedHtml('<p>Früh um sechs mit Mira Müller.</p>'),
    authors: [{ displayName: 'Cem Öztürk' }],
    publishedAt: '2026-02-01T05:00:00Z',
    tags: [],
  },
] as const satisfies readonly Post[];

const [FIRST, SECOND, THIRD, FOURTH] = CONTRACT_POSTS.map(({ title }) => title) as [string, string, string, string];

export interface PostsPortPlace {
  readonly port: PostsPort;
  close?(): Promise<void> | void;
}

export type PostKnowledge = 'title' | 'author' | 'image';

export interface PostsContractOptions {
  /** What the source says of posts beside texts and tags; default everything. A status has no title, but a text. */
  readonly knows?: readonly PostKnowledge[];
}

const ALL: readonly PostKnowledge[] = ['title', 'author', 'image'];
const isKind = (kind: string) => (error: unknown) => error instanceof BackendError && error.kind === kind;
const counted = (facets: Facets | undefined, name: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    (facets?.[name] ?? []).filter(({ count }) => count).map(({ value, label, count }) => [label ?? value, count]),
  );
const ADDRESS = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;

/** No answer of a source of posts carries the e-mail address of whoever wrote it. */
export const assertNoPostAddress = (posts: readonly Post[]): void => {
  for (const { content: _content, report: _report, ...rest } of posts) {
    assert.doesNotMatch(JSON.stringify(rest), ADDRESS);
    assert.doesNotMatch(JSON.stringify(rest), /"(e-?mail|mail|login|gravatar)"/i);
  }
};

/** What every source of posts promises (`PostsPort`). */
export function runPostsPortContract(
  name: string,
  open: () => Promise<PostsPortPlace> | PostsPortPlace,
  { knows = ALL }: PostsContractOptions = {},
): void {
  const has = (what: PostKnowledge): boolean => knows.includes(what);
  /** Which post it is, also of a source without titles. */
  const titled = ({ title, teaser }: Post): string =>
    CONTRACT_POSTS.find((each) => each.title === title || teaser.startsWith(each.title))?.title ?? `${title}|${teaser}`;

  describe(`posts of ${name}`, () => {
    let place: PostsPortPlace;
    let port: PostsPort;
    before(async () => {
      place = await open();
      port = place.port;
    });
    after(() => place?.close?.());
    const found = async (query: PostsQuery): Promise<string[]> => (await port.list(query)).items.map(titled);

    it('come the newest first, without problems', async () => {
      const { items, problems, next, total } = await port.list({ limit: 50 });
      assert.deepEqual(problems, []);
      assert.deepEqual(items.map(titled), [FIRST, SECOND, THIRD, FOURTH]);
      assert.equal(next, undefined);
      assert.equal(total, 4);
    });

    it('are whole posts of the model, with plain words, instants and the name of their source', async () => {
      const { items } = await port.list({ limit: 50 });
      assert.equal(new Set(items.map(({ id }) => id)).size, 4);
      for (const [index, post] of items.entries()) {
        const sent = CONTRACT_POSTS[index]!;
        assert.doesNotMatch([post.title, post.teaser, ...post.tags].join(' '), /&\w+;|&#|<\w/, 'text, not HTML');
        assert.ok(post.teaser.length > 0 && post.teaser.length <= 400);
        assert.doesNotMatch(post.teaser, /\[(…|\.\.\.)\]|Weiterlesen/);
        assert.equal(post.publishedAt, sent.publishedAt);
        assert.equal(post.url, sent.url);
        assert.deepEqual([...post.tags].sort(), [...sent.tags].sort());
        assert.ok(post.source?.id, 'a source');
        if (has('author'))
          assert.deepEqual(
            post.authors.map(({ displayName }) => displayName),
            sent.authors.map(({ displayName }) => displayName),
          );
      }
      if (has('image')) {
        assert.deepEqual(
          [items[0]!.image?.url, items[0]!.image?.alt],
          [CONTRACT_POSTS[0].image.url, CONTRACT_POSTS[0].image.alt],
        );
        assert.equal(items[1]!.image, undefined);
      }
      assertNoPostAddress(items);
    });

    it('are found by words of title, text, tags and authors, however they are spelt', async () => {
      assert.deepEqual(await found({ q: 'buergerbuero' }), [FIRST]);
      assert.deepEqual(await found({ q: 'warteschlange' }), [FIRST]);
      assert.deepEqual(await found({ q: 'werkstatt' }), [SECOND]);
      assert.deepEqual(await found({ q: 'Baumpatenschaftn' }), [THIRD]);
      assert.deepEqual(await found({ q: 'stadtgrün' }), [THIRD]);
      assert.deepEqual(await found({ q: 'linden warteschlange' }), []);
      if (has('author')) assert.deepEqual((await found({ q: 'Mira Müller' })).sort(), [THIRD, FOURTH].sort());
    });

    it('are narrowed by tag, whatever its case, several widening, and counted as if nothing had been chosen', async () => {
      const all = counted((await port.list({ limit: 50 })).facets, 'tag');
      assert.deepEqual(all, { Digitalisierung: 2, Erfahrungsbericht: 1, Stadtgrün: 1 });
      const { items, facets, total } = await port.list({ tag: ['DIGITALISIERUNG'], limit: 50 });
      assert.deepEqual(items.map(titled), [FIRST, SECOND]);
      assert.equal(total, 2);
      assert.deepEqual(counted(facets, 'tag'), all);
      assert.deepEqual(await found({ tag: ['stadtgrün', 'Erfahrungsbericht'] }), [FIRST, THIRD]);
      assert.deepEqual(await found({ tag: ['Nirgendwo'] }), []);
    });

    if (has('author'))
      it('are narrowed by author, and by several properties at once', async () => {
        assert.deepEqual(await found({ author: ['Cem Öztürk'] }), [SECOND, FOURTH]);
        const { items, facets } = await port.list({ author: ['Cem Öztürk'], tag: ['Digitalisierung'] });
        assert.deepEqual(items.map(titled), [SECOND]);
        assert.deepEqual(counted(facets, 'author'), { 'Änne Bürgerhoff': 1, 'Cem Öztürk': 1 });
      });

    it('are narrowed to experience reports, and by source', async () => {
      const { items, facets } = await port.list({ report: true });
      assert.deepEqual(items.map(titled), [FIRST]);
      assert.deepEqual(facets?.['report'], [{ value: 'yes', count: 1 }]);
      const [source] = facets?.['source'] ?? [];
      assert.ok(source);
      assert.equal((await found({ source: [source.value] })).length, 4);
      assert.equal((await found({ source: [source.label ?? source.value] })).length, 4);
      assert.deepEqual(await found({ source: ['anderswo'] }), []);
      assert.deepEqual(await found({ idea: 'keine' }), []);
    });

    it('come in pages that together are the whole, each once', async () => {
      const walked: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await port.list({ limit: 3, cursor });
        assert.ok(page.items.length <= 3);
        walked.push(...page.items.map(titled));
        cursor = page.next;
      } while (cursor && walked.length <= 4);
      assert.deepEqual(walked, [FIRST, SECOND, THIRD, FOURTH]);
    });

    it('refuse a cursor that they did not give', async () => {
      await assert.rejects(port.list({ limit: 2, cursor: 'nonsense' }), isKind('invalid'));
    });

    it('can be opened one by one with their full text; one that is not there is missing', async () => {
      if (!port.get) return;
      for (const { id, title } of (await port.list({ limit: 50 })).items) {
        const post = await port.get(id);
        assert.deepEqual([post.id, post.title], [id, title]);
        assert.ok(post.content, 'a text');
        assertNoPostAddress([post]);
      }
      const [{ id } = { id: '' }] = (await port.list({ report: true })).items;
      const { report } = await port.get(id);
      assert.match(report?.result ?? '', /zwölf Minuten/);
      await assert.rejects(port.get('gibt-es-nicht'), isKind('missing'));
    });

    it('bear searches that make no sense', async () => {
      for (const q of [
        'x'.repeat(10_000),
        '\u0000\u001b[31m\u0007',
        '‮مرحبا بالعالم‬',
        '  ',
        '%_\\\'";--',
        '(((',
        '\ud800',
      ])
        assert.ok((await port.list({ q, limit: 5 })).items.length <= 5);
    });

    it('can be called off', async () => {
      const reason = new DOMException('gone', 'AbortError');
      await assert.rejects(port.list({ q: 'Linden' }, { signal: AbortSignal.abort(reason) }), { name: 'AbortError' });
    });
  });
}
