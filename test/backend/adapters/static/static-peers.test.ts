import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStaticBackend } from '../../../../src/backend/adapters/static/static-adapter.ts';
import type { PeersPort } from '../../../../src/backend/ports.ts';
import { assertNoAddress, CONTRACT_PEERS, runPeersPortContract } from '../../contract/peers-port.contract.ts';
import { peerCorpus, peerQueries, QUERY_KINDS, searchQuality } from '../../../support/peer-corpus.ts';

const SRC = 'https://lindenhafen.example/daten/menschen.json';

const people = CONTRACT_PEERS.map(({ name, org, text, topic, languages, direction, paused }, index) => ({
  id: String(4 - index),
  displayName: name,
  org: { id: `org-${org.length}`, name: org },
  headline: text,
  bio: `Schreiben Sie an person${index}@lindenhafen.example`,
  email: `person${index}@lindenhafen.example`,
  expertise: [topic],
  languages,
  availability: { state: paused ? 'paused' : 'open' },
  ...(direction && { offers: [{ direction, topic }] }),
}));
runPeersPortContract('a JSON file', () => ({
  port: createStaticBackend({ data: { peers: people.toReversed() } }).peers!,
}));

const portOf = (
  peers: readonly unknown[],
  rest: object = {},
): Required<Pick<PeersPort, 'list' | 'get' | 'offers' | 'vocabulary'>> =>
  createStaticBackend({ src: SRC, data: { peers, ...rest } }).peers as ReturnType<typeof portOf>;
const read = (...peers: readonly unknown[]) => portOf(peers).list({});
const names = (page: { readonly items: readonly { readonly displayName: string }[] }) =>
  page.items.map(({ displayName }) => displayName);

describe('people of a JSON file', () => {
  it('may be few and bare', async () => {
    const { items, problems } = await read({ id: '1', displayName: 'X' });
    assert.deepEqual(problems, []);
    assert.deepEqual(items, [{ id: '1', displayName: 'X', can: [] }]);
    assert.deepEqual(names(await portOf(items).list({ q: 'x' })), ['X'], 'a name of one letter is found');
  });

  it('that make no sense are left out and told; the rest is there', async () => {
    const page = await read(null, 7, 'x', {}, { id: 'a' }, { displayName: 'ohne id' }, { id: 'b', displayName: 'Gut' });
    assert.deepEqual(names(page), ['Gut']);
    assert.equal(page.problems.length, 6);
    assert.ok(page.problems.every(({ code }) => code === 'invalid-item'));
  });

  it('let nobody do anything, whatever the file says', async () => {
    const { items } = await read({ id: 'a', displayName: 'A', can: ['contact', 'update'], me: { self: true } });
    assert.deepEqual(items, [{ id: 'a', displayName: 'A', can: [] }]);
  });

  it('have no address in any text, nor as their name or their id', async () => {
    const page = await read(
      {
        id: 'mira@auental.example',
        displayName: 'Mira Holm',
        headline: 'mira (at) auental.example',
        email: 'm@a.example',
      },
      { id: 'b', displayName: 'mira.holm@auental.example' },
      {
        id: 'c',
        displayName: 'C',
        url: 'https://a.example/?an=c%40auental.example',
        bio: 'Mail: c@auental.example, gern',
      },
      {
        id: 'd',
        displayName: 'D',
        url: 'https://social.example/@d',
        offers: [{ direction: 'offer', topic: 'T', text: 'd@auental.example' }],
      },
    );
    assertNoAddress(page);
    assert.deepEqual(names(page), ['C', 'D', 'Mira Holm']);
    assert.deepEqual(
      page.items.map(({ bio, url }) => [bio, url]),
      [
        ['Mail: …, gern', undefined],
        [undefined, 'https://social.example/@d'],
        [undefined, undefined],
      ],
    );
    const { id } = page.items[2]!;
    assert.match(id, /^p-\w+$/);
    assert.equal((await portOf([{ id: 'mira@auental.example', displayName: 'Mira Holm' }]).get(id)).id, id, 'stable');
  });

  it('have portraits that lie beside the file, and none elsewhere', async () => {
    const { items } = await read(
      { id: 'a', displayName: 'A', photo: { url: 'bilder/a.jpg', alt: 'A am Fenster' } },
      { id: 'b', displayName: 'B', photo: 'https://www.gravatar.example/avatar/0' },
      { id: 'c', displayName: 'C', photo: 'javascript:alert(1)' },
    );
    assert.deepEqual(
      items.map(({ photo }) => photo),
      [{ url: 'https://lindenhafen.example/daten/bilder/a.jpg', alt: 'A am Fenster' }, undefined, undefined],
    );
  });

  it('are back when their pause is over, and what they offered is gone when its time is', async () => {
    const { items } = await read({
      id: 'a',
      displayName: 'A',
      availability: { state: 'paused', until: '2020-01-31' },
      offers: [
        { direction: 'offer', topic: 'Alt', until: '2020-01-31' },
        { direction: 'offer', topic: 'Zu', state: 'closed' },
        { direction: 'offer', topic: 'Neu', until: '2999-01-31' },
      ],
    });
    assert.deepEqual(items[0]?.availability, { state: 'open' });
    assert.deepEqual(
      items[0].offers?.map(({ topic }) => topic.id),
      ['Neu'],
    );
  });

  it('are found by a topic above theirs, which the file or an offer tells of', async () => {
    const port = portOf(
      [
        { id: 'a', displayName: 'A', expertise: [{ label: 'Wärmenetze', topicId: 'heat' }] },
        {
          id: 'b',
          displayName: 'B',
          offers: [{ direction: 'seek', topic: { id: 'trees', label: { de: 'Bäume' }, broader: 'climate' } }],
        },
        { id: 'c', displayName: 'C' },
      ],
      {
        topics: [
          { id: 'climate', label: { de: 'Klima' } },
          { id: 'heat', label: { de: 'Wärme' }, broader: 'climate' },
        ],
      },
    );
    assert.deepEqual(names(await port.list({ topic: ['climate'] })), ['A', 'B']);
    assert.deepEqual(names(await port.list({ topic: ['Wärme'] })), ['A']);
    const { facets } = await port.list({});
    assert.deepEqual(facets?.['topic']?.[0], { value: 'climate', label: 'Klima', count: 2 });
    const { topics, mails } = await port.vocabulary();
    assert.deepEqual([topics.map(({ id }) => id).sort(), mails], [['climate', 'heat', 'trees'], false]);
  });

  it('of one id are one', async () => {
    assert.deepEqual(names(await read({ id: 'a', displayName: 'Erste' }, { id: 'a', displayName: 'Zweite' })), [
      'Erste',
    ]);
  });

  it('of topics that go round in a circle end', async () => {
    const port = portOf([{ id: 'a', displayName: 'A', expertise: [{ label: 'x', topicId: 'x' }] }], {
      topics: [
        { id: 'x', broader: 'y' },
        { id: 'y', broader: 'x' },
      ],
    });
    assert.equal((await port.list({ topic: ['y'] })).total, 1);
  });

  it('cut texts and lists that nobody would write', async () => {
    const { items } = await read({
      id: 'a',
      displayName: '😀'.repeat(1000),
      bio: 'x'.repeat(10_000_000),
      expertise: Array.from({ length: 10_000 }, (_, index) => `t${index}`),
    });
    assert.ok(items[0]!.displayName.length <= 500 && encodeURIComponent(items[0]!.displayName));
    assert.ok(items[0]!.bio!.length <= 20_000);
    assert.ok(items[0]!.expertise!.length <= 100);
  });
});

describe('searching in the page', () => {
  it('finds at least 95 of 100 in each way that people type, among 2,000', async () => {
    const corpus = peerCorpus(2000);
    const port = portOf(corpus);
    const table = await searchQuality(peerQueries(corpus), async (q) => (await port.list({ q, limit: 10 })).items);
    for (const kind of QUERY_KINDS) assert.ok(table[kind] >= 95, `${kind}: ${table[kind]} %`);
  });

  it('finds the same with the index for long lists, where there is no worker', async () => {
    const corpus = peerCorpus(2100);
    const port = portOf(corpus);
    const table = await searchQuality(
      peerQueries(corpus, 2, 20),
      async (q) => (await port.list({ q, limit: 10 })).items,
    );
    for (const kind of QUERY_KINDS) assert.ok(table[kind] >= 95, `${kind}: ${table[kind]} %`);
  });

  it('of more than 20,000 shows the first, and says that a server should search', async () => {
    const port = portOf(
      Array.from({ length: 20_010 }, (_, index) => ({ id: `${index}`, displayName: `Person ${index}` })),
    );
    const { items, total, problems } = await port.list({ limit: 5 });
    assert.equal(items.length, 5);
    assert.equal(total, 20_000);
    assert.deepEqual(problems, [
      { code: 'limit-reached', detail: 'The first 20000 of 20010 people; a hub searches more than 20000' },
    ]);
  });
});
