import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BackendError } from '../../../src/backend/backend-error.ts';
import type { PeersPort, PeersQuery } from '../../../src/backend/ports.ts';
import type { Facets } from '../../../src/model/page.ts';
import type { Peer } from '../../../src/model/peer.ts';

/**
 * Four people, by name. What a source cannot say is left out of its place (`PeersContractOptions.knows`); each also sends
 * an e-mail address where it has one to send.
 */
export const CONTRACT_PEERS = [
  {
    name: 'Änne Bürgerhoff',
    org: 'Stadt Lindenhafen',
    text: 'Formulare, die alle verstehen',
    topic: 'Bürgerbeteiligung',
    languages: ['de', 'tr'],
    direction: 'offer',
    paused: false,
  },
  {
    name: 'Cem Öztürk',
    org: 'Kreis Auental',
    text: 'Leitet die Digitalwerkstatt',
    topic: 'Digitalisierung',
    languages: ['de', 'en'],
    direction: 'seek',
    paused: false,
  },
  {
    name: 'Mira Müller',
    org: 'Stadt Brückfurt',
    text: 'Baumpatenschaften und Stadtgrün',
    topic: 'Klimaschutz',
    languages: ['de'],
    direction: 'offer',
    paused: true,
  },
  {
    name: 'Zoë Lindner',
    org: 'Stadt Lindenhafen',
    text: 'Moderiert offene Räume, gern mit Öztürk',
    topic: 'Klimaschutz',
    languages: ['de', 'en', 'fr'],
    direction: undefined,
    paused: false,
  },
] as const;

const [AENNE, CEM, MIRA, ZOE] = CONTRACT_PEERS.map(({ name }) => name) as [string, string, string, string];

export interface PeersPortPlace {
  readonly port: PeersPort;
  close?(): Promise<void> | void;
}

export type PeerKnowledge = 'text' | 'org' | 'topic' | 'language' | 'direction' | 'available';

export interface PeersContractOptions {
  /** What the source says of people beside their names; default everything. */
  readonly knows?: readonly PeerKnowledge[];
  /**
   * Who looks for words: `own` forgives spelling and looks into all that is shown; `server` finds names as they are
   * written. `only`: a server that answers searches and has no list.
   */
  readonly search?: 'own' | 'server' | 'only';
  /** Items of a page are known to be counted. */
  readonly counts?: boolean;
}

const ALL: readonly PeerKnowledge[] = ['text', 'org', 'topic', 'language', 'direction', 'available'];
const names = (peers: readonly Peer[]): string[] => peers.map(({ displayName }) => displayName);
const isKind = (kind: string) => (error: unknown) => error instanceof BackendError && error.kind === kind;
const counted = (facets: Facets | undefined, name: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    (facets?.[name] ?? []).filter(({ count }) => count).map(({ value, label, count }) => [label ?? value, count]),
  );
const ADDRESS = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;

/** No answer of a source of peers carries an e-mail address, wherever it might stand. */
export const assertNoAddress = (answer: unknown): void => {
  assert.doesNotMatch(JSON.stringify(answer), ADDRESS);
  assert.doesNotMatch(JSON.stringify(answer), /"(e-?mail|mail|phone|telephone)"/i);
};

/** What every source of peers promises (`PeersPort`). */
export function runPeersPortContract(
  name: string,
  open: () => Promise<PeersPortPlace> | PeersPortPlace,
  { knows = ALL, search = 'own', counts = true }: PeersContractOptions = {},
): void {
  const has = (what: PeerKnowledge): boolean => knows.includes(what);
  const listed = search !== 'only';

  describe(`peers of ${name}`, () => {
    let place: PeersPortPlace;
    let port: PeersPort;
    before(async () => {
      place = await open();
      port = place.port;
    });
    after(() => place?.close?.());
    const found = async (query: PeersQuery): Promise<string[]> => names((await port.list(query)).items);
    /** Everybody, also of a source that must be asked for each. */
    const everybody = async (): Promise<readonly Peer[]> =>
      listed
        ? (await port.list({})).items
        : (await Promise.all(CONTRACT_PEERS.map(async ({ name: q }) => (await port.list({ q })).items))).flat();

    if (listed)
      it('come by name, without problems', async () => {
        const { items, problems, next, total } = await port.list({});
        assert.deepEqual(problems, []);
        assert.deepEqual(names(items), [AENNE, CEM, MIRA, ZOE]);
        assert.equal(next, undefined);
        if (counts) assert.equal(total, 4);
      });
    else
      it('are not listed, and the list says that words are needed', async () => {
        const { items, problems } = await port.list({});
        assert.deepEqual(items, []);
        assert.deepEqual(
          problems.map(({ code }) => code),
          ['limit-reached'],
        );
      });

    it('are whole peers of the model, each with an id of its own, and no address of anybody', async () => {
      const items = await everybody();
      assert.equal(new Set(items.map(({ id }) => id)).size, 4);
      for (const peer of items) {
        assert.ok(peer.id.length > 0 && peer.displayName.length > 0);
        assert.ok(peer.can instanceof Array);
        assert.doesNotMatch([peer.displayName, peer.headline, peer.bio].join(' '), /&\w+;|<\w/, 'text, not HTML');
        for (const url of [peer.url, peer.photo?.url]) if (url) assert.match(url, /^https?:/);
        assert.doesNotMatch(JSON.stringify(peer), /gravatar/i);
      }
      assertNoAddress(items);
    });

    it('are found by name', async () => {
      assert.deepEqual(await found({ q: 'Müller' }), [MIRA]);
      assert.deepEqual(await found({ q: 'Lindner' }), [ZOE]);
      assert.deepEqual(await found({ q: 'Niemand' }), []);
    });

    if (search === 'own') {
      it('are found however their names are spelt', async () => {
        for (const q of ['MUELLER', 'muller', 'Mülelr', 'mira müller', 'Müll'])
          assert.deepEqual(await found({ q }), [MIRA], q);
        assert.deepEqual(await found({ q: 'mira lindner' }), []);
      });
      if (has('text'))
        it('are found by what they say, also by a part of a compound; who is called so comes first', async () => {
          assert.deepEqual(await found({ q: 'werkstatt' }), [CEM]);
          assert.deepEqual(await found({ q: 'baumpaten stadtgruen' }), [MIRA]);
          assert.deepEqual(await found({ q: 'Öztürk' }), [CEM, ZOE]);
        });
      if (has('org'))
        it('are found by their organisation', async () => {
          assert.deepEqual(await found({ q: 'brueckfurt' }), [MIRA]);
        });
      if (has('topic'))
        it('are found by what they know', async () => {
          assert.ok((await found({ q: 'beteiligung' })).includes(AENNE));
        });
    }

    if (has('org'))
      it('are narrowed by organisation, several widening, and counted as if nothing had been chosen', async () => {
        const all = counted((await port.list({})).facets, 'org');
        assert.deepEqual(all, { 'Stadt Lindenhafen': 2, 'Kreis Auental': 1, 'Stadt Brückfurt': 1 });
        const { items, facets } = await port.list({ org: ['Stadt Lindenhafen'] });
        assert.deepEqual(names(items), [AENNE, ZOE]);
        assert.deepEqual(counted(facets, 'org'), all);
        assert.deepEqual(await found({ org: ['Stadt Lindenhafen', 'Kreis Auental'] }), [AENNE, CEM, ZOE]);
        const value = facets?.['org']?.find(({ label, value: own }) => (label ?? own) === 'Kreis Auental')?.value;
        assert.deepEqual(await found({ org: [value!] }), [CEM], 'by its id');
        assert.deepEqual(await found({ org: ['Nirgendwo'] }), []);
      });

    if (has('topic'))
      it('are narrowed by topic', async () => {
        const { items, facets } = await port.list({ topic: ['Klimaschutz'] });
        assert.deepEqual(names(items), [MIRA, ZOE]);
        assert.equal(counted(facets, 'topic')['Klimaschutz'], 2);
        assert.ok((counted(facets, 'topic')['Digitalisierung'] ?? 0) >= 1);
      });

    if (has('language'))
      it('are narrowed by language', async () => {
        const { items, facets } = await port.list({ language: ['en'] });
        assert.deepEqual(names(items), [CEM, ZOE]);
        assert.deepEqual(Object.fromEntries(facets?.['language']?.map(({ value, count }) => [value, count]) ?? []), {
          de: 4,
          en: 2,
          tr: 1,
          fr: 1,
        });
        assert.deepEqual(await found({ language: ['tr', 'fr'] }), [AENNE, ZOE]);
      });

    if (has('direction'))
      it('are narrowed to those who offer or seek something', async () => {
        assert.deepEqual(await found({ direction: ['offer'] }), [AENNE, MIRA]);
        assert.deepEqual(await found({ direction: ['seek'] }), [CEM]);
        assert.deepEqual(await found({ direction: ['offer', 'seek'] }), [AENNE, CEM, MIRA]);
      });

    if (has('available'))
      it('are narrowed to those who answer requests', async () => {
        assert.deepEqual(await found({ available: true }), [AENNE, CEM, ZOE]);
        assert.deepEqual((await port.list({})).facets?.['available'], [{ value: 'yes', count: 3 }]);
      });

    if (has('org') && has('language'))
      it('are narrowed by several properties at once, each counted without its own choice', async () => {
        const { items, facets } = await port.list({ org: ['Stadt Lindenhafen'], language: ['en'] });
        assert.deepEqual(names(items), [ZOE]);
        assert.deepEqual(counted(facets, 'org'), { 'Kreis Auental': 1, 'Stadt Lindenhafen': 1 });
      });

    if (listed) {
      it('come in pages that together are the whole, each once', async () => {
        const walked: Peer[] = [];
        let cursor: string | undefined;
        do {
          const page = await port.list({ limit: 3, cursor });
          assert.ok(page.items.length <= 3);
          walked.push(...page.items);
          cursor = page.next;
        } while (cursor && walked.length <= 4);
        assert.deepEqual(names(walked), [AENNE, CEM, MIRA, ZOE]);
      });

      it('refuse a cursor that they did not give', async () => {
        await assert.rejects(port.list({ limit: 2, cursor: 'nonsense' }), isKind('invalid'));
      });
    }

    it('can be opened one by one; one that is not there is missing', async () => {
      if (!port.get) return;
      for (const { id, displayName } of await everybody()) {
        const peer = await port.get(id);
        assert.deepEqual([peer.id, peer.displayName], [id, displayName]);
        assertNoAddress(peer);
      }
      await assert.rejects(port.get('gibt-es-nicht'), isKind('missing'));
    });

    if (has('direction'))
      it('tell what they offer and seek, each with whose it is', async () => {
        if (!port.offers) return;
        const { items, facets, problems } = await port.offers({});
        assert.deepEqual(problems, []);
        assert.equal(items.length, 3);
        assert.deepEqual([...new Set(items.map(({ peer }) => peer?.displayName))].sort(), [CEM, MIRA, AENNE].sort());
        assertNoAddress(items);
        assert.deepEqual(counted(facets, 'direction'), { offer: 2, seek: 1 });
        const seeking = await port.offers({ direction: 'seek' });
        assert.deepEqual(
          seeking.items.map(({ peer }) => peer?.displayName),
          [CEM],
        );
        assert.deepEqual(counted(seeking.facets, 'direction'), { offer: 2, seek: 1 });
        if (has('topic')) {
          assert.equal((await port.offers({ q: 'klimaschutz' })).items.length, 1);
          assert.equal((await port.offers({ topic: ['Klimaschutz'], form: ['talk'] })).items.length, 1);
        }
        assert.equal((await port.offers({ form: ['pilot'] })).items.length, 0);
        assert.equal((await port.offers({ limit: 2 })).items.length, 2);
      });

    it('bear searches that make no sense', async () => {
      for (const q of [
        'x'.repeat(10_000),
        'wort '.repeat(2_000),
        '\u0000\u001b[31m\u0007',
        '‮مرحبا بالعالم‬',
        'ß',
        '  ',
        '%_\\\'";--',
        '*',
        '(((',
        '\ud800',
      ]) {
        const { items } = await port.list({ q, limit: 5 });
        assert.ok(items.length <= 5);
      }
    });

    it('can be called off', async () => {
      const reason = new DOMException('gone', 'AbortError');
      await assert.rejects(port.list({ q: 'Müller' }, { signal: AbortSignal.abort(reason) }), { name: 'AbortError' });
    });
  });
}
