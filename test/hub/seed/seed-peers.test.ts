import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../../demo/hub/app.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { openMemoryDatabase, type HubDatabase } from '../../../demo/hub/database/database.ts';
import { characterCount } from '../../../demo/hub/http/characters.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { careForPeers } from '../../../demo/hub/peers/peer-care.ts';
import { DEMO_ORGANISATIONS } from '../../../demo/hub/seed/demo-network.ts';
import { SEED_ENTRIES, seedPeers } from '../../../demo/hub/seed/seed-peers.ts';
import { PEER_LIMITS, type Peer, type PeerMatch } from '../../../src/model/peer.ts';
import type { PeerProfile } from '../../../src/model/peer-profile.ts';
import { testConfig } from '../support/test-hub.ts';

const NOW = Date.parse('2026-11-23T09:30:00Z');

describe('The directory of the demo', () => {
  let database: HubDatabase;
  let app: FastifyInstance;
  let count = 0;
  const base = testConfig({ seed: true, organisations: [...DEMO_ORGANISATIONS] });
  const config: HubConfig = { ...base, signIn: { ...base.signIn, mode: 'demo' } };
  const hub = () => makeHub({ config, database, clock: () => NOW });
  before(async () => {
    database = await openMemoryDatabase();
    app = await buildApp({ config, database, clock: () => NOW });
    count = await seedPeers(hub());
  });
  after(async () => {
    await app.close();
    await database.close();
  });

  const get = async <T>(path: string, who?: string): Promise<T> =>
    (
      await app.inject({
        url: `/api/v1${path}`,
        headers: { host: 'localhost', ...(who && { 'x-demo-person': who }) },
      })
    ).json();

  test('comes once, and nobody is told about what never happened', async () => {
    assert.equal(count, SEED_ENTRIES.length);
    assert.equal(await seedPeers(hub()), 0);
    assert.deepEqual(await careForPeers(hub()), { expired: 0, reminded: 0, offers: 0 });
  });

  test('shows strangers most of it, without addresses, and members more', async () => {
    const strangers = await get<{ total: number; items: readonly Peer[] }>('/peers');
    const members = await get<{ total: number }>('/peers', 'rosa-wiesengrund');
    assert.ok(strangers.total >= 40, String(strangers.total));
    assert.ok(members.total > strangers.total);
    assert.equal(/@|23125|matrix:/.test(JSON.stringify(strangers)), false);
  });

  test('has an entry of every kind among the people who can be tried', async () => {
    const states = new Map<string, string>();
    for (const who of ['rosa-wiesengrund', 'mirja-feldweg', 'henrik-aktendeckel', 'bente-weitblick']) {
      const { state, availability } = await get<PeerProfile>('/me/profile', who);
      states.set(who, `${state} ${availability.state}`);
    }
    assert.deepEqual([...states.values()], ['listed open', 'draft open', 'expired open', 'listed paused']);
  });

  test('keeps the limits that forms have', () => {
    for (const entry of SEED_ENTRIES) {
      const short = (text: string | undefined, max: number) => characterCount(text ?? '') <= max;
      assert.ok(short(entry.headline, PEER_LIMITS.headline), entry.key);
      assert.ok(short(entry.function, PEER_LIMITS.function), entry.key);
      assert.ok(short(entry.bio, PEER_LIMITS.bio), entry.key);
      assert.ok(entry.knows.length <= PEER_LIMITS.expertise, entry.key);
      for (const { text, days } of entry.offers ?? []) {
        assert.ok(short(text, PEER_LIMITS.offerText) && days > 0 && days <= 365, entry.key);
      }
    }
  });

  test('has somebody for Rosa who offers what she seeks, elsewhere', async () => {
    const { items } = await get<{ items: readonly PeerMatch[] }>('/me/matches', 'rosa-wiesengrund');
    const [first] = items;
    assert.ok(first && first.score > 0.5, JSON.stringify(items.slice(0, 2)));
    assert.notEqual(first.peer.org?.id, 'lindenhafen');
    assert.ok(items.some(({ why }) => why.some(({ kind }) => kind === 'offers-yours')));
    assert.ok(items.some(({ why }) => why.some(({ kind }) => kind === 'seeks-yours')));
  });
});
