import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Caller } from '../../../demo/hub/authorization/caller.ts';
import { ANONYMOUS } from '../../../demo/hub/authorization/caller.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { openMemoryDatabase, type HubDatabase } from '../../../demo/hub/database/database.ts';
import { listEvents } from '../../../demo/hub/events/event-query.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { DEMO_ORGANISATIONS } from '../../../demo/hub/seed/demo-network.ts';
import { demoCalendarText } from '../../../demo/hub/seed/demo-calendar-file.ts';
import { DEMO_EVENTS, seedEvents } from '../../../demo/hub/seed/seed.ts';
import { createIcalendarBackend } from '../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import { EVENT_KINDS } from '../../../src/model/calendar-event.ts';
import { addMonths, startOfMonth } from '../../../src/model/plain-date.ts';
import { testConfig } from '../support/test-hub.ts';

/** Days at which somebody may start the demo: winter, leap day, both changes of the clocks, turn of the year. */
const STARTS = ['2026-11-22', '2028-02-29', '2027-03-28', '2026-10-25', '2026-12-31', '2027-07-01'];
const berlin = new Intl.DateTimeFormat('de', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });

describe('The events of the demo', () => {
  let database: HubDatabase;
  const config: HubConfig = testConfig({ seed: true, organisations: [...DEMO_ORGANISATIONS] });
  before(async () => {
    database = await openMemoryDatabase();
  });
  after(() => database.close());

  /** A hub that was first started on a day, and the list that a caller sees. */
  async function seeded(day: string) {
    await database.kysely.deleteFrom('event').execute();
    await database.kysely.deleteFrom('fact').execute();
    const hub = makeHub({ config, database, clock: () => Date.parse(`${day}T11:00:00Z`) });
    const count = await seedEvents(hub);
    const list = async (from: string, to: string, caller: Caller = ANONYMOUS) => {
      const query = { from, to, limit: 1_000 };
      return (await listEvents(database.kysely, query, caller, hub.directory, config.timeZone)).items;
    };
    return { hub, count, list };
  }

  for (const day of STARTS) {
    test(`fill every month from the last to three ahead, started on ${day}`, async () => {
      const { count, list } = await seeded(day);
      assert.equal(count, DEMO_EVENTS.length);
      let all = 0;
      for (let month = -1; month <= 3; month += 1) {
        const from = startOfMonth(addMonths(day, month));
        const dates = (await list(from, addMonths(from, 1))).length;
        assert.ok(dates >= 5, `${from}: ${dates}`);
        all += dates;
      }
      assert.ok(all >= 50, String(all));
    });
  }

  test('show every kind and every status, all to a stranger, each with who invites', async () => {
    const { list } = await seeded('2026-11-22');
    const dates = await list('2026-01-01', '2028-01-01');
    const hidden = await database.kysely.selectFrom('event').select('id').where('visibility', '!=', 'public').execute();
    assert.deepEqual(hidden, []);
    const kinds = new Set(dates.map(({ event }) => event.document.kind));
    assert.deepEqual([...kinds].toSorted(), [...EVENT_KINDS].toSorted());
    const statuses = new Set(
      dates.flatMap(({ event }) => [
        event.document.status ?? 'scheduled',
        ...event.overrides.map(({ content }) => content.status ?? 'scheduled'),
      ]),
    );
    for (const status of ['scheduled', 'cancelled', 'postponed', 'moved-online']) {
      assert.ok(statuses.has(status as 'cancelled'), status);
    }
    const organisations = new Set(dates.map(({ event }) => event.orgId));
    assert.deepEqual([...organisations].toSorted(), DEMO_ORGANISATIONS.map(({ id }) => id).toSorted());
    assert.ok(dates.some(({ event }) => event.document.allDay));
    assert.ok(dates.some(({ event }) => (event.document.programme?.slots?.length ?? 0) > 3));
  });

  test('keep a weekly series at its time on the clock over the change', async () => {
    for (const day of ['2026-10-10', '2027-03-10']) {
      const { list } = await seeded(day);
      const dates = (await list(addMonths(day, -1), addMonths(day, 3))).filter(
        ({ event, date }) =>
          event.id === 'demo-offene-sprechstunde' &&
          !event.overrides.some(({ recurrenceId }) => recurrenceId === date.recurrenceKey),
      );
      assert.ok(dates.length > 8);
      const starts = dates.map(({ date }) => date.start);
      assert.equal(new Set(starts.map((start) => start.slice(11))).size, 2, 'the instants differ');
      assert.deepEqual(new Set(starts.map((start) => berlin.format(new Date(start)))), new Set(['13:30']));
    }
  });

  test('come once: what people remove stays away', async () => {
    const { hub } = await seeded('2026-11-22');
    await database.kysely.deleteFrom('event').execute();
    assert.equal(await seedEvents(hub), 0);
  });

  test('come with a calendar file that another system could have written', async () => {
    const text = demoCalendarText(Date.parse('2026-11-22T11:00:00Z'));
    const fetch = (() =>
      Promise.resolve(new Response(text, { headers: { 'content-type': 'text/calendar' } }))) as typeof globalThis.fetch;
    const { events } = createIcalendarBackend({ src: 'https://bibliothek.example/a.ics', fetch });
    const { items, problems } = await events.list({ from: '2026-11-01', to: '2027-02-01' });
    assert.deepEqual(problems, []);
    assert.ok(items.length >= 8, String(items.length));
  });
});
