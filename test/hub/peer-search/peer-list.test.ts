import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { keepSearch } from '../../../demo/hub/peer-search/peer-search.ts';
import { PEERS_TOPIC } from '../../../demo/hub/peers/peer-store.ts';
import { Directory } from '../../../demo/hub/directory/directory.ts';
import type { Peer } from '../../../src/model/peer.ts';
import { peerCorpus, peerQueries, QUERY_KINDS, searchQuality } from '../../support/peer-corpus.ts';
import { NOW, onEveryEngine, testConfig, type TestHub } from '../support/test-hub.ts';
import { fillPeople } from './fill-people.ts';

const A = { id: 'stadt-a', name: 'Stadt Ähringen' };
const B = { id: 'kreis-b', name: 'Kreis Bergtal' };
const DAY = 86_400_000;

const peer = (id: string, displayName: string, parts: Partial<Peer> = {}): Peer => ({
  id,
  displayName,
  org: A,
  can: [],
  ...parts,
});

interface Body {
  readonly items: readonly Peer[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
  readonly code?: string;
}

onEveryEngine('The list of people', (engine) => {
  let hub: TestHub;
  let now = NOW;
  before(async () => {
    const config = testConfig();
    hub = await engine.start({
      clock: () => now,
      config: { ...config, limits: { ...config.limits, peersPerHour: 1_000_000 } },
    });
    const common = { now: NOW };
    await fillPeople(
      hub,
      [
        peer('p1', 'Ägidia Müller', { unit: 'Amt 1', headline: 'Bürgerbeteiligung', languages: ['de', 'tr'] }),
        peer('p2', 'Bo Unterwegs', { org: B, headline: 'Müllerhandwerk', languages: ['de'] }),
      ],
      common,
    );
    await fillPeople(
      hub,
      [
        peer('p3', 'Cem Netz', {
          unit: 'Amt 1',
          headline: 'Quellenkunde',
          bio: 'Nachtigallenzucht',
          expertise: [{ label: 'Klimawandel', topicId: 'klimawandel', level: 'expert' }],
          interests: [{ label: 'Transparenz', topicId: 'transparenz' }],
          languages: ['pl'],
        }),
      ],
      {
        ...common,
        visibility: 'network',
        fieldVisibility: { bio: 'unit', expertise: 'organisation', interests: 'network', languages: 'organisation' },
      },
    );
    await fillPeople(hub, [peer('p4', 'Dörte Drinnen', { unit: 'Amt 2' })], { ...common, visibility: 'organisation' });
    await fillPeople(hub, [peer('p5', 'Emre Endet', { org: B })], { ...common, until: NOW + 3 * DAY });
  });
  after(() => hub.close());

  const get = async (path: string, who = '', headers: Readonly<Record<string, string>> = {}) => {
    const answer = await hub.app.inject({
      url: `/api/v1/${path}`,
      headers: { ...headers, ...(who && { 'x-test-person': who }) },
    });
    return { status: answer.statusCode, headers: answer.headers, body: (answer.body ? answer.json() : {}) as Body };
  };
  const ids = async (path: string, who = '') => {
    const { status, body } = await get(path, who);
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.total, body.items.length);
    return body.items.map(({ id }) => id);
  };
  const counts = async (facet: string, path = 'peers', who = '') =>
    Object.fromEntries(((await get(path, who)).body.facets[facet] ?? []).map(({ value, count }) => [value, count]));
  const search = (q: string, who = '') => ids(`peers?q=${encodeURIComponent(q)}`, who);

  it('shows each reader whom they may see, by name', async () => {
    assert.deepEqual(await ids('peers'), ['p1', 'p2', 'p5']);
    assert.deepEqual(await ids('peers', 'organiserB'), ['p1', 'p2', 'p3', 'p5']);
    assert.deepEqual(await ids('peers', 'memberA'), ['p1', 'p2', 'p3', 'p4', 'p5']);
  });

  it('neither finds nor counts what is hidden from the reader', async () => {
    const readers = ['', 'organiserB', 'otherUnitA', 'memberA'];
    const found = async (q: string) => Promise.all(readers.map(async (who) => (await search(q, who)).includes('p3')));
    assert.deepEqual(await found('Quellenkunde'), [false, true, true, true]);
    assert.deepEqual(await found('Klimawandel'), [false, false, true, true]);
    assert.deepEqual(await found('Nachtigallenzucht'), [false, false, false, true]);
    // Parts and typing errors of hidden words find nobody either, and change no other search.
    assert.deepEqual(await found('Nachtigall'), [false, false, false, true]);
    assert.deepEqual(await found('Nachtigallenzuhct'), [false, false, false, true]);

    for (const [who, klima, polish] of [
      ['', undefined, undefined],
      ['organiserB', undefined, undefined],
      ['otherUnitA', 1, 1],
    ] as const) {
      assert.equal((await counts('topic', 'peers', who))['klimawandel'], klima, who);
      assert.equal((await counts('language', 'peers', who))['pl'], polish, who);
    }
    assert.deepEqual(await ids('peers?topic=klimawandel', 'organiserB'), []);
    assert.deepEqual(await ids('peers?topic=klimawandel', 'otherUnitA'), ['p3']);
    assert.deepEqual(await counts('topic'), {});
  });

  it('forgets a word with the last who said it, and learns it for those who may know it', async () => {
    const scopes = async () =>
      (await hub.database.kysely.selectFrom('peerWord').selectAll().where('word', 'like', 'nachtigall%').execute()).map(
        ({ scope }) => scope,
      );
    assert.deepEqual(await scopes(), ['ustadt-a\u0001Amt 1']);
    const parts = { config: hub.config, directory: new Directory(hub.config), clock: () => now };
    const say = (bio: string) =>
      hub.database.write([PEERS_TOPIC], async (transaction) => {
        await transaction
          .updateTable('peerProfile')
          .set({ document: JSON.stringify({ headline: 'Quellenkunde', bio }) })
          .where('personId', '=', 'p3')
          .execute();
        await keepSearch(parts, transaction, 'p3');
      });
    const { document } = await hub.database.kysely
      .selectFrom('peerProfile')
      .select('document')
      .where('personId', '=', 'p3')
      .executeTakeFirstOrThrow();
    await say('Amselzucht');
    assert.deepEqual(await scopes(), []);
    assert.deepEqual(await search('Amselzucht', 'memberA'), ['p3']);
    assert.deepEqual(await search('Nachtigall', 'memberA'), []);
    await hub.database.write([PEERS_TOPIC], async (transaction) => {
      await transaction
        .updateTable('peerProfile')
        .set({ document: JSON.stringify(document) })
        .where('personId', '=', 'p3')
        .execute();
      await keepSearch(parts, transaction, 'p3');
    });
    assert.deepEqual(await search('Nachtigall', 'memberA'), ['p3']);
  });

  it('puts names first, and counts a property as if nothing had been chosen in it', async () => {
    assert.deepEqual(await search('Müller'), ['p1', 'p2']);
    assert.deepEqual(await search('mueller ähringen'), ['p1']);
    assert.deepEqual(await search('Stadt Aehringen', 'memberA'), ['p1', 'p3', 'p4']);
    assert.deepEqual(await counts('org', 'peers?org=kreis-b'), { 'kreis-b': 2, 'stadt-a': 1 });
    assert.deepEqual(await counts('language', 'peers?org=kreis-b'), { de: 1 });
    assert.deepEqual(await ids('peers?org=Kreis%20Bergtal&language=DE'), ['p2']);
    assert.deepEqual(await counts('org', 'peers?org=nirgends'), { 'kreis-b': 2, 'stadt-a': 1, nirgends: 0 });
  });

  it('takes any text for a search, and no cursor that is none', async () => {
    assert.deepEqual(await search('M\u0000ü\u0007ller'), ['p1', 'p2']);
    assert.deepEqual(await search(`Müller${' '.repeat(300)}Unsinn`), ['p1', 'p2']);
    for (const q of [
      'x'.repeat(10_000),
      'שלום עולם',
      '‮tfahcstob‬',
      "'; drop table person; --",
      '\\',
      ':*&|!()',
      '%_',
    ]) {
      const { status } = await get(`peers?q=${encodeURIComponent(q)}`, 'memberA');
      assert.equal(status, 200, q.slice(0, 20));
    }
    assert.deepEqual(await ids('peers?topic=gibt-es-nicht'), []);
    for (const cursor of ['x', 'WzEsMl0', Buffer.from('[99,"a","b"]').toString('base64url')]) {
      const { status, body } = await get(`peers?q=m&cursor=${cursor}`);
      assert.deepEqual([status, body.code], [400, 'invalid-request'], cursor);
    }
    assert.equal((await get('peers?direction=sideways')).status, 400);
    assert.equal((await get('peers?limit=51')).status, 400);
  });

  it('hides people by the clock when their consent ends, from lists, searches and counts', async () => {
    now = NOW + 3 * DAY;
    try {
      assert.deepEqual(await ids('peers'), ['p1', 'p2']);
      assert.deepEqual(await search('Emre'), []);
      assert.deepEqual(await counts('org'), { 'kreis-b': 1, 'stadt-a': 1 });
    } finally {
      now = NOW;
    }
    assert.deepEqual(await search('Emre'), ['p5']);
  });

  it('drops who is erased, and pages through everybody once while people come and go', async () => {
    const many = peerCorpus(30, 7).map((one) => ({ ...one, org: B, displayName: `Walk ${one.displayName}` }));
    await fillPeople(hub, many, { now: NOW });
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await get(`peers?q=walk&limit=7&cursor=${cursor}`);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor ?? '';
      if (seen.length === 7) {
        await fillPeople(hub, [peer('w0', 'Walk 0'), peer('w9', 'Walk Ω')], { now: NOW });
        await hub.database.write([PEERS_TOPIC], (transaction) =>
          transaction.deleteFrom('person').where('id', '=', seen[0]!).execute(),
        );
      }
    } while (cursor);
    assert.equal(new Set(seen).size, seen.length);
    assert.deepEqual(
      many.map(({ id }) => id).filter((id) => !seen.includes(id)),
      [],
    );
    assert.ok(seen.includes('w9') && !seen.includes('w0'));
    assert.equal((await get('peers?q=walk')).body.total, 31);
    assert.equal((await get(`peers/${seen[0]}`)).status, 404);
    await hub.database.write([PEERS_TOPIC], (transaction) =>
      transaction.deleteFrom('person').where('displayName', 'like', 'Walk %').execute(),
    );
    assert.deepEqual(await ids('peers'), ['p1', 'p2', 'p5']);
  });

  it('finds 95 of 100 of each kind of search among 2,000 people', async () => {
    // The embedded database answers the same, and takes its time: it is asked among fewer.
    const corpus = peerCorpus(engine.name === 'postgres' ? 2_000 : 500);
    await fillPeople(hub, corpus, { now: NOW });
    const quality = await searchQuality(peerQueries(corpus, 2, 20), async (q) => {
      return (await get(`peers?limit=10&q=${encodeURIComponent(q)}`)).body.items;
    });
    for (const kind of QUERY_KINDS) assert.ok(quality[kind] >= 95, `${kind}: ${quality[kind]} %`);
  });
});
