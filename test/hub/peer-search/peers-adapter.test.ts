import { createHubBackend } from '../../../src/backend/adapters/hub/hub-adapter.ts';
import type { PeersPort } from '../../../src/backend/ports.ts';
import type { FieldVisibility } from '../../../src/model/peer-profile.ts';
import { PEER_FIELDS, type Peer } from '../../../src/model/peer.ts';
import { CONTRACT_PEERS, runPeersPortContract } from '../../backend/contract/peers-port.contract.ts';
import { NOW, onEitherEngine, testConfig } from '../support/test-hub.ts';
import { fillPeople } from './fill-people.ts';

const TOPICS = [...new Set(CONTRACT_PEERS.map(({ topic }) => topic))].map((label) => ({
  id: label.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, ''),
  label: { de: label, en: label },
}));
const topicOf = (label: string) => TOPICS.find((topic) => topic.label.de === label)!;

const PEOPLE: readonly Peer[] = CONTRACT_PEERS.map(
  ({ name, org, text, topic, languages, direction, paused }, index) => ({
    id: `vertrag-${index}`,
    displayName: name,
    org: { id: `org-${org.replace(/\W/g, '').toLowerCase()}`, name: org },
    headline: text,
    expertise: [{ label: topic, topicId: topicOf(topic).id, level: 'average' }],
    languages,
    availability: { state: paused ? 'paused' : 'open' },
    offers: direction
      ? [
          {
            id: `angebot-${index}`,
            direction,
            topic: topicOf(topic),
            form: 'talk',
            until: '2026-12-31',
            state: 'open',
            createdAt: new Date(NOW).toISOString(),
            can: [],
          },
        ]
      : [],
    can: [],
  }),
);

const ORGS = [...new Map(PEOPLE.map(({ org }) => [org!.id!, org!.name]))].map(([id, name]) => ({
  id,
  name,
  kind: 'administration' as const,
}));
/** Strangers read here. */
const ALL_PUBLIC = Object.fromEntries(PEER_FIELDS.map((field) => [field, 'public'])) as FieldVisibility;

onEitherEngine('People of the hub read by its adapter', (engine) => {
  runPeersPortContract('a live hub', async () => {
    const base = testConfig();
    const config = {
      ...base,
      organisations: [...base.organisations, ...ORGS],
      topics: [...base.topics, ...TOPICS],
      limits: { ...base.limits, peersPerHour: 100_000 },
    };
    const hub = await engine.start({ config });
    try {
      await fillPeople({ database: hub.database, config }, PEOPLE, { now: NOW, fieldVisibility: ALL_PUBLIC });
    } catch (error) {
      await hub.close();
      throw error;
    }
    const src = await hub.app.listen({ port: 0, host: '127.0.0.1' });
    return { port: createHubBackend({ src }).peers as PeersPort, close: () => hub.close() };
  });
});
