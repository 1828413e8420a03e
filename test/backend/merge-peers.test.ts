import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStaticBackend } from '../../src/backend/adapters/static/static-adapter.ts';
import { BackendError } from '../../src/backend/backend-error.ts';
import { mergeBackends } from '../../src/backend/merge-backends.ts';
import { mergePeers } from '../../src/backend/merge-peers.ts';
import type { AccountPort, PeersPort } from '../../src/backend/ports.ts';
import type { ContactInput, ContactRequest } from '../../src/model/contact-request.ts';
import type { Peer } from '../../src/model/peer.ts';
import { CONTRACT_PEERS, runPeersPortContract } from './contract/peers-port.contract.ts';

const file = (...peers: readonly object[]): PeersPort => createStaticBackend({ data: { peers } }).peers!;
const named = (label: string, port: PeersPort) => ({
  source: { id: `https://${label}.example/`, label, url: `https://${label}.example/` },
  port,
});
const names = (items: readonly Peer[]): string[] => items.map(({ displayName }) => displayName);

const AENNE = { id: '1', displayName: 'Änne Holm', org: 'Stadt Lindenhafen', languages: ['de'] };
const BEN = {
  id: '2',
  displayName: 'Ben Can',
  org: 'Kreis Auental',
  languages: ['de', 'tr'],
  url: 'https://auental.example/ben/',
};
const CIA = { id: '1', displayName: 'Cia Roth', org: 'Stadt Brückfurt', languages: ['de'] };

const toPeer = (
  { name, org, text, topic, languages, direction, paused }: (typeof CONTRACT_PEERS)[number],
  index: number,
) => ({
  id: String(index % 2),
  displayName: name,
  org,
  headline: text,
  expertise: [topic],
  languages,
  availability: { state: paused ? 'paused' : 'open' },
  ...(direction && { offers: [{ id: `o${index}`, direction, topic }] }),
});
// Two files that both begin to count at 0.
runPeersPortContract('two sources as one', () => ({
  port: mergePeers([
    named('auental', file(...[0, 3].map((index, at) => toPeer(CONTRACT_PEERS[index]!, at)))),
    named('lindenhafen', file(...[1, 2].map((index, at) => toPeer(CONTRACT_PEERS[index]!, at)))),
  ]),
}));

/** A source that holds the reader's own entry, and tells what was asked of it. */
class Recorder implements PeersPort {
  readonly asked: string[] = [];
  readonly #read: PeersPort;
  constructor(...peers: readonly object[]) {
    this.#read = file(...peers);
  }
  list: PeersPort['list'] = (query, options) => this.#read.list(query, options);
  get(id: string): Promise<Peer> {
    this.asked.push(`get ${id}`);
    return this.#read.get!(id);
  }
  profile(): Promise<never> {
    this.asked.push('profile');
    return Promise.reject(new BackendError('denied', 'nobody'));
  }
  requestContact({ toId }: ContactInput): Promise<ContactRequest> {
    this.asked.push(`contact ${toId}`);
    return Promise.reject(new BackendError('denied', 'nobody'));
  }
}

describe('several sources of peers', () => {
  it('are one directory, by name, each with the name of where they came from and counted together', async () => {
    const port = mergePeers([named('auental', file(BEN)), named('lindenhafen', file(AENNE, { ...CIA, id: '3' }))]);
    const { items, total, facets } = await port.list({});
    assert.deepEqual(
      items.map(({ displayName, source }) => [displayName, source?.label]),
      [
        ['Änne Holm', 'lindenhafen'],
        ['Ben Can', 'auental'],
        ['Cia Roth', 'lindenhafen'],
      ],
    );
    assert.equal(total, 3);
    assert.deepEqual(
      facets?.['language']?.map(({ value, count }) => [value, count]),
      [
        ['de', 3],
        ['tr', 1],
      ],
    );
  });

  it('keep people apart who share an id, and open each at their source', async () => {
    const port = mergePeers([named('a', file(AENNE)), named('b', file(CIA))]);
    const { items } = await port.list({});
    assert.equal(new Set(items.map(({ id }) => id)).size, 2);
    assert.equal(items[0]?.id, '1', 'those of the first source keep theirs');
    for (const { id, displayName } of items) assert.equal((await port.get!(id)).displayName, displayName);
  });

  it('show a person once who has the same page, or the same name in the same organisation', async () => {
    const port = mergePeers([
      named('a', file(BEN, AENNE)),
      named(
        'b',
        file(
          { id: 'x', displayName: 'Benjamin Can', url: 'https://auental.example/ben' },
          { id: 'y', displayName: 'AENNE HOLM', org: 'stadt lindenhafen' },
          { id: 'z', displayName: 'Änne Holm', org: 'Kreis Auental' },
          { id: 'w', displayName: 'Änne Holm' },
        ),
      ),
    ]);
    const { items } = await port.list({});
    assert.deepEqual(names(items).sort(), ['Ben Can', 'Änne Holm', 'Änne Holm', 'Änne Holm']);
    const walked: Peer[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await port.list({ limit: 1, cursor });
      walked.push(...page.items);
      cursor = page.next;
    }
    assert.equal(walked.length, 4, 'also over pages');
  });

  it('hide nobody of one list because of another list that was begun meanwhile', async () => {
    const [ada, bea, cora] = ['Ada', 'Bea', 'Cora'].map((displayName, index) => ({
      id: String(index),
      displayName,
      org: 'Kreis Auental',
      languages: displayName === 'Ada' ? ['de'] : ['de', 'en'],
    }));
    const port = mergePeers([named('auental', file(ada!, bea!, cora!)), named('lindenhafen', file())]);
    const all = await port.list({ limit: 1 });
    const english = await port.list({ language: ['en'], limit: 1 });
    assert.deepEqual(
      [all, english].map(({ items }) => names(items)),
      [['Ada'], ['Bea']],
    );
    assert.equal(all.next, english.next, 'both go on at the same place');
    assert.deepEqual(names((await port.list({ limit: 1, cursor: all.next })).items), ['Bea']);
  });

  it('take turns where they are searched', async () => {
    const port = mergePeers([
      named('a', file({ id: '1', displayName: 'Zoë Baum' }, { id: '2', displayName: 'Zita', bio: 'Baum' })),
      named('b', file({ id: '1', displayName: 'Ada Baum' }, { id: '2', displayName: 'Abel', bio: 'Baum' })),
    ]);
    assert.deepEqual(names((await port.list({ q: 'baum' })).items), ['Zoë Baum', 'Ada Baum', 'Zita', 'Abel']);
    const first = await port.list({ q: 'baum', limit: 3 });
    const second = await port.list({ q: 'baum', limit: 3, cursor: first.next });
    assert.deepEqual(names([...first.items, ...second.items]), ['Zoë Baum', 'Ada Baum', 'Zita', 'Abel']);
  });

  it('send what the reader does to the source of the own entry, a request where the person is', async () => {
    const hub = new Recorder(AENNE);
    const other = new Recorder(CIA);
    const port = mergePeers([named('file', file(BEN)), named('hub', hub), named('other', other)]);
    const { items } = await port.list({});
    assert.equal(items.find(({ displayName }) => displayName === 'Änne Holm')?.id, '1', 'ids of the hub are its own');
    await assert.rejects(port.profile!(), { kind: 'denied' });
    const ask = (name: string) =>
      port.requestContact!({
        toId: items.find(({ displayName }) => displayName === name)!.id,
        message: '',
        reveal: [],
      });
    await assert.rejects(ask('Änne Holm'), { kind: 'denied' });
    await assert.rejects(ask('Cia Roth'), { kind: 'denied' });
    await assert.rejects(ask('Ben Can'), { kind: 'unsupported' });
    assert.deepEqual(hub.asked, ['profile', 'contact 1']);
    assert.deepEqual(other.asked, ['contact 1']);
    assert.equal(port.saveProfile, undefined);
  });

  it('cost their own people only when one of them fails', async () => {
    const dead: PeersPort = { list: () => Promise.reject(new BackendError('timeout', 'late')) };
    const port = mergePeers([named('dead', dead), named('a', file(AENNE))]);
    const { items, problems } = await port.list({});
    assert.deepEqual(names(items), ['Änne Holm']);
    assert.deepEqual(
      problems.map(({ code, kind, source }) => [code, kind, source?.label]),
      [['source-failed', 'timeout', 'dead']],
    );
    await assert.rejects(mergePeers([named('dead', dead)]).list({}), { kind: 'timeout' });
  });

  it('tell what all of them offer, the newest first, each with whose it is', async () => {
    const offer = (id: string, createdAt: string) => ({ id, direction: 'offer', topic: 'Formulare', createdAt });
    const port = mergePeers([
      named('a', file({ ...AENNE, offers: [offer('o1', '2026-03-01T10:00:00Z')] })),
      named('b', file({ ...CIA, offers: [offer('o1', '2026-03-02T10:00:00Z')] })),
    ]);
    const { items } = await port.offers!({});
    assert.deepEqual(
      items.map(({ peer }) => peer?.displayName),
      ['Cia Roth', 'Änne Holm'],
    );
    assert.equal((await port.get!(items[0]!.peer!.id)).displayName, 'Cia Roth');
  });

  it('leave the account where it is', async () => {
    const account: AccountPort = { me: () => Promise.reject(new BackendError('denied', 'nobody')) };
    const merged = await mergeBackends([
      { source: { id: 'a' }, backend: { peers: file(AENNE) } },
      { source: { id: 'b' }, backend: { peers: new Recorder(CIA), account } },
    ]);
    assert.equal(merged.account, account);
    assert.equal((await merged.peers!.list({})).total, 2);
  });
});
