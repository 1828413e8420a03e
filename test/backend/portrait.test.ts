import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPeer } from '../../src/backend/read-peer.ts';

const read = (photo: unknown, base: string | undefined = 'https://hub.lindenhafen.example/'): string | undefined =>
  readPeer({ id: 'mara', displayName: 'Mara Kestner', photo }, { timeZone: 'Europe/Berlin', ...(base && { base }) })
    .photo?.url;

test('A portrait is shown from the house of its source only', () => {
  assert.equal(read('/photos/mara.webp'), 'https://hub.lindenhafen.example/photos/mara.webp');
  assert.equal(
    read({ url: 'photos/mara.webp', alt: 'Mara am See' }),
    'https://hub.lindenhafen.example/photos/mara.webp',
  );
  assert.equal(
    read('https://hub.lindenhafen.example/photos/mara.webp'),
    'https://hub.lindenhafen.example/photos/mara.webp',
  );
  for (const foreign of [
    'https://secure.gravatar.com/avatar/0',
    'https://lindenhafen.example/photos/mara.webp',
    'https://hub.lindenhafen.example:8443/mara.webp',
    'http://hub.lindenhafen.example/mara.webp',
    '//cdn.example/mara.webp',
    'https://hub.lindenhafen.example@cdn.example/mara.webp',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
  ]) {
    assert.equal(read(foreign), undefined, foreign);
  }
});

test('Where nobody knows the house of a source, no portrait is shown', () => {
  assert.equal(read('https://hub.lindenhafen.example/mara.webp', ''), undefined);
});

test('A person beside an offer has their portrait by the same rule', () => {
  const offer = {
    id: 'o',
    direction: 'offer',
    topic: 'Moderation',
    peer: { id: 'b', displayName: 'Bo', photo: 'https://cdn.example/bo.png' },
  };
  const peer = readPeer(
    { id: 'a', displayName: 'A', offers: [offer] },
    { timeZone: 'UTC', base: 'https://hub.example/' },
  );
  assert.equal(peer.offers?.[0]?.peer?.displayName, 'Bo');
  assert.equal(peer.offers?.[0]?.peer?.photo, undefined);
});
