import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Topic } from '../../src/model/common.ts';
import type { Peer, PeerOffer } from '../../src/model/peer.ts';
import { matchPeers, type MatchedPerson } from '../../src/model/peer-match.ts';

const TOPICS: readonly Topic[] = [
  { id: 'umwelt', label: { de: 'Umwelt', en: 'Environment' } },
  { id: 'klima', label: { de: 'Klimawandel', en: 'Climate change' }, broader: 'umwelt' },
  { id: 'wasser', label: { de: 'Wasser', en: 'Water' }, broader: 'umwelt' },
  { id: 'daten', label: { de: 'Offene Daten', en: 'Open data' } },
];
const LINDENHAFEN = { id: 'lindenhafen', name: 'Stadt Lindenhafen' };
const AUENTAL = { id: 'auental', name: 'Kreis Auental' };

const peer = (id: string, parts: Partial<Peer> = {}): Peer => ({
  id,
  displayName: id,
  org: AUENTAL,
  can: [],
  ...parts,
});
const offer = (direction: 'offer' | 'seek', id: string, parts: Partial<PeerOffer> = {}): PeerOffer => ({
  id: `${direction}-${id}`,
  direction,
  topic: TOPICS.find((topic) => topic.id === id) ?? { id, label: { de: id, en: id } },
  form: 'talk',
  until: '2026-12-31',
  state: 'open',
  createdAt: '2026-06-01T08:00:00Z',
  can: [],
  ...parts,
});
const READER: MatchedPerson = {
  id: 'me',
  org: LINDENHAFEN,
  expertise: [{ label: 'Klimawandel', topicId: 'klima', level: 'expert' }],
  interests: [{ label: 'Leichte Sprache' }],
  offers: [offer('offer', 'daten')],
};
const match = (peers: readonly Peer[], reader = READER) =>
  matchPeers(reader, peers, { topics: TOPICS, today: '2026-06-15' });
const whys = (peers: readonly Peer[], reader = READER) =>
  match(peers, reader).map(({ why }) => why.map(({ kind, topic }) => (topic ? `${kind} ${topic.id}` : kind)));

describe('People who fit', () => {
  it('share a topic, in whatever language or spelling they wrote it', () => {
    const found = match([
      peer('a', { interests: [{ label: 'climate change' }] }),
      peer('b', { expertise: [{ label: 'LEICHTE SPRACHE', level: 'beginner' }] }),
      peer('c', { expertise: [{ label: 'Archiv', level: 'expert' }] }),
    ]);
    assert.deepEqual(
      found.map(({ peer: { id }, why }) => [id, why[0]?.kind, why[0]?.topic?.label.de]),
      [
        ['a', 'shared', 'Klimawandel'],
        ['b', 'shared', 'LEICHTE SPRACHE'],
      ],
    );
  });

  it('fit less by a topic of the same field, and it says so', () => {
    const same = peer('same', { interests: [{ label: 'Klimawandel', topicId: 'klima' }] });
    const beside = peer('beside', { interests: [{ label: 'Wasser', topicId: 'wasser' }] });
    const above = peer('above', { interests: [{ label: 'Umwelt', topicId: 'umwelt' }] });
    const [first, ...rest] = match([above, beside, same]);
    assert.equal(first?.peer.id, 'same');
    assert.deepEqual(
      rest.map(({ peer: { id }, why }) => [id, why[0]?.kind, why[0]?.topic?.id]),
      [
        ['above', 'broader', 'umwelt'],
        ['beside', 'broader', 'wasser'],
      ],
    );
    assert.ok(first.score > rest[0]!.score);
  });

  it('come first when one seeks what the other offers', () => {
    const seeker = peer('seeker', { offers: [offer('seek', 'daten')] });
    const sharer = peer('sharer', { interests: [{ label: 'Offene Daten' }] });
    assert.deepEqual(whys([sharer, seeker]), [
      ['seeks-yours daten', 'elsewhere'],
      ['shared daten', 'elsewhere'],
    ]);
    const other = { ...READER, offers: [offer('seek', 'daten')] };
    assert.deepEqual(whys([peer('x', { offers: [offer('offer', 'daten')] })], other), [
      ['offers-yours daten', 'elsewhere'],
    ]);
  });

  it('are not matched by what is closed or over', () => {
    const over = peer('over', { offers: [offer('seek', 'daten', { until: '2026-06-14' })] });
    const closed = peer('closed', { offers: [offer('seek', 'daten', { state: 'closed' })] });
    assert.deepEqual(match([over, closed]), []);
  });

  it('come from elsewhere before colleagues, and are never matched by organisation alone or with oneself', () => {
    const interests = [{ label: 'Klimawandel' }];
    const near = { topics: TOPICS, isNear: () => true };
    const people = [
      peer('colleague', { org: LINDENHAFEN, interests }),
      peer('guest', { interests }),
      peer('nobody'),
      peer('me', { interests }),
    ];
    assert.deepEqual(
      matchPeers(READER, people, near).map(({ peer: { id }, why }) => [id, why.map(({ kind }) => kind)]),
      [
        ['guest', ['shared', 'near', 'elsewhere']],
        ['colleague', ['shared', 'near']],
      ],
    );
  });

  it('have a score from 0 to 1, the same in whatever order they come, and at most as many as asked for', () => {
    const all = peer('all', {
      expertise: [{ label: 'Klimawandel', level: 'expert' }],
      interests: [{ label: 'Leichte Sprache' }],
      offers: [offer('seek', 'daten')],
    });
    const people = ['c', 'a', 'b'].map((id) => peer(id, { interests: [{ label: 'Klimawandel' }] }));
    const near = { topics: TOPICS, isNear: () => true };
    const found = matchPeers(READER, [...people, all], near);
    assert.deepEqual(found, matchPeers(READER, [all, ...people].reverse(), near));
    assert.deepEqual(
      found.map(({ peer: { id } }) => id),
      ['all', 'a', 'b', 'c'],
    );
    assert.equal(found[0]?.score, 1);
    assert.ok(found.every(({ score }) => score > 0 && score <= 1));
    assert.equal(matchPeers(READER, people, { ...near, limit: 2 }).length, 2);
  });

  it('find nobody for a reader who has said nothing', () => {
    assert.deepEqual(match([peer('a', { interests: [{ label: 'Klimawandel' }] })], { id: 'me' }), []);
  });
});
