import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../../demo/hub/app.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { openMemoryDatabase, type HubDatabase } from '../../../demo/hub/database/database.ts';
import { characterCount } from '../../../demo/hub/http/characters.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { campSpan } from '../../../demo/hub/programme/programme-follow.ts';
import { liesWithin } from '../../../demo/hub/programme/programme-check.ts';
import { DEMO_ORGANISATIONS } from '../../../demo/hub/seed/demo-network.ts';
import { seedMeetings } from '../../../demo/hub/seed/seed-meetings.ts';
import { seedEvents } from '../../../demo/hub/seed/seed.ts';
import type { CalendarEvent, Session } from '../../../src/model/calendar-event.ts';
import { EVENT_LIMITS } from '../../../src/model/event-input.ts';
import type { Impulse, LearningCircle } from '../../../src/model/impulse.ts';
import { sessionConflicts } from '../../../src/model/session-conflicts.ts';
import { testConfig } from '../support/test-hub.ts';

const NOW = Date.parse('2026-11-23T09:30:00Z');

describe('The meetings of the demo', () => {
  let database: HubDatabase;
  let app: FastifyInstance;
  let count = 0;
  const config: HubConfig = testConfig({ seed: true, organisations: [...DEMO_ORGANISATIONS] });
  const hub = () => makeHub({ config, database, clock: () => NOW });
  before(async () => {
    database = await openMemoryDatabase();
    app = await buildApp({
      config: { ...config, signIn: { ...config.signIn, mode: 'demo' } },
      database,
      clock: () => NOW,
    });
    await seedEvents(hub());
    count = await seedMeetings(hub());
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

  test('come once, and to every event of the demo', async () => {
    assert.ok(count > 20, String(count));
    assert.equal(await seedMeetings(hub()), 0);
  });

  test('show a camp that is on right now, and one whose proposals wait for a place', async () => {
    const today = await get<CalendarEvent>('/events/demo-camp-heute');
    const running = (today.sessions ?? []).filter(
      ({ start, end, state }) =>
        state === 'scheduled' && start && end && Date.parse(start) <= NOW && NOW < Date.parse(end),
    );
    assert.ok(running.length >= 2, JSON.stringify(running));
    const ahead = await get<CalendarEvent>('/events/demo-machbar-camp', 'rosa-wiesengrund');
    const proposals = (ahead.sessions ?? []).filter(({ state }) => state === 'proposed');
    assert.ok(proposals.length >= 3);
    assert.ok(proposals.every(({ interested = 0 }) => interested > 0));
    assert.ok(proposals.some(({ me }) => me?.host === true));
    assert.ok(ahead.can?.includes('propose'));
  });

  test('have programmes that an organiser could have made: within the camp, in its rooms, without conflict', async () => {
    for (const id of ['demo-camp-heute', 'demo-machbar-camp', 'demo-klimacamp-rueckblick']) {
      const event = await get<CalendarEvent>(`/events/${id}`);
      const { programme, sessions = [] } = event;
      assert.ok(programme && sessions.length > 1, id);
      for (const session of sessions.filter(({ state }) => state === 'scheduled')) {
        const { start = '', end = '', room, track, title } = session;
        const camp = campSpan(event, config.timeZone);
        const span = { start: Date.parse(start), end: Date.parse(end) };
        assert.ok(liesWithin(span, camp, programme), title);
        assert.ok(room === undefined || programme.rooms.includes(room), title);
        assert.ok(track === undefined || programme.tracks?.includes(track), title);
        assert.deepEqual(sessionConflicts<Session>(sessions, session), [], title);
      }
      for (const { title, abstract = '' } of sessions) {
        assert.ok(characterCount(title) <= EVENT_LIMITS.sessionTitle);
        assert.ok(characterCount(abstract) <= EVENT_LIMITS.sessionAbstract);
      }
    }
  });

  test('fill a small workshop with a waiting list, whose people an organiser sees', async () => {
    const workshop = await get<CalendarEvent>('/events/demo-bescheide-verstehen', 'henrik-aktendeckel');
    assert.deepEqual(
      [workshop.registration?.registered, workshop.registration?.waiting, workshop.me?.waitingPosition],
      [16, 5, 5],
    );
    const list = await get<{ items: { person?: { displayName: string } }[] }>(
      '/events/demo-bescheide-verstehen/registrations',
      'kalle-uferlos',
    );
    const names = list.items.map(({ person }) => person?.displayName);
    assert.equal(new Set(names).size, 21, 'everybody has a name of their own');
  });

  test('offer impulses, one with a date, and circles: one with places, one running and full', async () => {
    const impulses = await get<{ items: Impulse[] }>('/impulses', 'rosa-wiesengrund');
    assert.ok(impulses.items.filter(({ state }) => state === 'offered').length >= 4);
    assert.equal(impulses.items.find(({ state }) => state === 'dated')?.event?.id, 'demo-impuls-vergabe');
    assert.ok(impulses.items.some(({ me }) => me?.author === true));
    const { items } = await get<{ items: LearningCircle[] }>('/circles', 'rosa-wiesengrund');
    const open = items.find(({ state }) => state === 'open');
    const full = items.find(({ state, registered, places }) => state === 'running' && registered === places);
    assert.ok(open && open.registered < open.places && open.can.includes('update'), 'of her own');
    assert.equal(open.me?.registered, true);
    assert.ok(full && full.waiting > 0 && full.guideUrl);
  });
});
