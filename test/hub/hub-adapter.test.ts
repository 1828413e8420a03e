import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHubBackend } from '../../src/backend/adapters/hub/hub-adapter.ts';
import { runEventsPortContract } from '../backend/contract/events-port.contract.ts';
import type { AccountCaller } from '../../demo/hub/authorization/caller.ts';
import { onEitherEngine, testConfig, type TestHub } from './support/test-hub.ts';

const organiser: AccountCaller = {
  kind: 'account',
  accountId: 'account-o',
  person: { id: 'person-o', displayName: 'Organisatorin' },
  memberships: [{ org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' }, roles: ['member', 'organiser'] }],
};
const other: AccountCaller = {
  ...organiser,
  memberships: [{ org: { id: 'auental', name: 'Kreis Auental' }, roles: ['member', 'organiser'] }],
};

const EVENTS = [
  {
    title: 'Offenes Treffen',
    start: '2026-03-10T17:00:00Z',
    end: '2026-03-10T19:00:00Z',
    kind: 'meetup',
    organiser: { id: 'lindenhafen' },
  },
  { title: 'Zukunftscamp Auental', start: '2026-03-14', end: '2026-03-16', allDay: true },
  { title: 'Impuls: Einfache Sprache', start: '2026-03-20T11:00:00Z', end: '2026-03-20T11:00:00Z' },
  { title: 'Lange Nacht', start: '2026-03-31T20:00:00Z', end: '2026-04-01T00:00:00Z' },
  {
    title: 'Wochenrunde',
    start: '2026-03-19T09:00:00Z',
    end: '2026-03-19T10:00:00Z',
    timeZone: 'Europe/Berlin',
    recurrence: { rule: 'FREQ=WEEKLY;COUNT=4', removed: ['2026-04-02T08:00:00Z'] },
  },
];

async function fill(hub: TestHub): Promise<void> {
  for (const event of EVENTS) {
    const own = 'organiser' in event;
    const response = await hub.app.inject({
      method: 'POST',
      url: '/api/v1/events',
      headers: { 'x-test-person': own ? 'organiser' : 'other' },
      payload: { organiser: { id: 'auental' }, visibility: 'public', ...event },
    });
    assert.equal(response.statusCode, 201, response.body);
  }
}

onEitherEngine('The hub read by its adapter', (engine) => {
  const start = async (): Promise<{ hub: TestHub; src: string }> => {
    const hub = await engine.start({
      config: testConfig({
        organisations: [
          { id: 'lindenhafen', name: 'Stadt Lindenhafen', kind: 'administration' },
          { id: 'auental', name: 'Kreis Auental', kind: 'administration' },
        ],
      }),
      clock: () => Date.parse('2026-03-01T10:00:00Z'),
      identify: ({ headers }) => {
        const person = headers['x-test-person'];
        return person === 'organiser' ? organiser : person === 'other' ? other : { kind: 'anonymous' };
      },
    });
    await fill(hub);
    return { hub, src: await hub.app.listen({ port: 0, host: '127.0.0.1' }) };
  };

  runEventsPortContract('a live hub', async () => {
    const { hub, src } = await start();
    return { port: createHubBackend({ src: `${src}/` }).events!, close: () => hub.close() };
  });

  describe('a live hub', () => {
    it('has no events of a kind that does not exist, and names an address to subscribe to', async () => {
      const { hub, src } = await start();
      try {
        const port = createHubBackend({ src: `${src}/api/v1` }).events!;
        assert.deepEqual((await port.list({ from: '2026-03-01', to: '2026-04-01', kind: 'party' })).items, []);
        assert.equal(port.subscribeUrl, `${src}/calendar.ics`);
      } finally {
        await hub.close();
      }
    });
  });
});
