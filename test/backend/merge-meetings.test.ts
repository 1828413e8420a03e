import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStaticBackend } from '../../src/backend/adapters/static/static-adapter.ts';
import { mergeBackends } from '../../src/backend/merge-backends.ts';
import type { EventsPort } from '../../src/backend/ports.ts';
import type { CalendarEvent, Session } from '../../src/model/calendar-event.ts';
import type { Impulse } from '../../src/model/impulse.ts';

const range = { from: '2026-01-01', to: '2027-01-01' };
const source = (id: string) => ({ id, label: `Quelle ${id}`, url: `https://${id}.example/` });
const eventOf = (id: string, day: number): CalendarEvent => ({
  id,
  uid: `${id}@netz.example`,
  title: id,
  start: `2026-03-0${day}T10:00:00Z`,
  end: `2026-03-0${day}T11:00:00Z`,
  allDay: false,
  sessions: [{ id: `${id}-session`, title: 'Sitzung', state: 'proposed' }],
});
const impulseOf = (id: string, createdAt: string): Impulse => ({
  id,
  title: id,
  topics: [],
  minutes: 30,
  state: 'offered',
  interested: 0,
  createdAt,
  can: [],
});

/** A hub that keeps what it was asked to do. */
function hubOf(name: string, day: number): { readonly port: EventsPort; readonly asked: string[] } {
  const asked: string[] = [];
  const event = eventOf(name, day);
  const note = <T>(what: string, answer: T): Promise<T> => {
    asked.push(what);
    return Promise.resolve(answer);
  };
  const session = event.sessions![0]!;
  const offers = [
    impulseOf(`${name}-neu`, `2026-02-0${day}T00:00:00Z`),
    impulseOf(`${name}-alt`, '2026-01-01T00:00:00Z'),
  ];
  const port: EventsPort = {
    list: () => Promise.resolve({ items: [event], problems: [] }),
    get: (uid) => (uid === event.id || uid === event.uid ? Promise.resolve(event) : createMissing(uid)),
    subscribeUrl: `https://${name}.example/calendar.ics`,
    subscribeFilters: true,
    feeds: { rss: `https://${name}.example/calendar.rss` },
    fileUrl: ({ id }) => `https://${name}.example/${id}.ics`,
    vocabulary: () => note('vocabulary', { topics: [], orgs: [], offers: true, mails: false }),
    create: ({ title }) => note(`create ${title}`, { ...event, id: `${name}-created`, uid: `${name}-created` }),
    register: ({ id }) => note(`register ${id}`, event),
    registrations: ({ id }) => note(`registrations ${id}`, { items: [], problems: [] }),
    updateSession: ({ id }: Session) => note(`session ${id}`, session),
    impulses: ({ limit = 9 }) => Promise.resolve({ items: offers.slice(0, limit), problems: [] }),
    impulseInterest: ({ id }) => note(`interest ${id}`, offers[0]!),
    circles: () => Promise.resolve({ items: [], problems: [] }),
  };
  return { port, asked };
}
const createMissing = (uid: string): Promise<never> =>
  createStaticBackend({ data: {} }).events!.get!(uid) as Promise<never>;

const calendar = createStaticBackend({
  data: { events: [{ uid: 'datei', title: 'Aus der Datei', start: '2026-03-09' }] },
});

async function merged() {
  const [first, second] = [hubOf('a', 1), hubOf('b', 2)];
  const { events } = await mergeBackends([
    { source: source('datei'), backend: { events: calendar.events! } },
    { source: source('a'), backend: { events: first.port } },
    { source: source('b'), backend: { events: second.port } },
  ]);
  return { events: events!, first, second };
}

describe('what is done with the events of several sources', () => {
  it('goes to the source that an event came from', async () => {
    const { events, first, second } = await merged();
    const { items } = await events.list(range);
    const [, theirs] = items;
    const answer = await events.register!({ id: theirs!.id! }, {});
    assert.equal(answer.source?.label, 'Quelle b');
    await events.registrations!({ id: theirs!.id! });
    await events.updateSession!(theirs!.sessions![0]!, { title: 'Anders' });
    assert.deepEqual(second.asked, ['register b', 'registrations b', 'session b-session']);
    assert.deepEqual(first.asked, []);
    assert.equal(events.fileUrl!(theirs!), 'https://b.example/b.ics');
  });

  it('finds the source of an event that was opened by its address', async () => {
    const { events, second } = await merged();
    await events.register!({ id: 'b' }, {});
    assert.deepEqual(second.asked, ['register b']);
  });

  it('is refused where its source takes no part, which its actions have told before', async () => {
    const { events, first, second } = await merged();
    await events.list(range);
    await assert.rejects(events.register!({ id: 'datei' }, {}), { kind: 'unsupported' });
    await assert.rejects(events.register!({ id: 'niemand' }, {}), { kind: 'unsupported' });
    assert.deepEqual([...first.asked, ...second.asked], []);
  });

  it('is new at the first source that takes it, and stays there', async () => {
    const { events, first, second } = await merged();
    const { orgs } = await events.vocabulary!();
    assert.deepEqual(orgs, []);
    const created = await events.create!({ title: 'Neu' });
    await events.register!({ id: created.id! }, {});
    assert.deepEqual(first.asked, ['vocabulary', 'create Neu', 'register a-created']);
    assert.deepEqual(second.asked, []);
  });

  it('shows the offers of all in one list, and answers each at its own source', async () => {
    const { events, second } = await merged();
    const { items } = await events.impulses!({});
    assert.deepEqual(
      items.map(({ id }) => id),
      ['b-neu', 'a-neu', 'a-alt', 'b-alt'],
    );
    await events.impulseInterest!(items[0]!, true);
    assert.deepEqual(second.asked, ['interest b-neu']);
    assert.deepEqual((await events.circles!()).items, []);
  });

  it('leads to the subscription and the feeds of the first that has some', async () => {
    const { events } = await merged();
    assert.equal(events.subscribeUrl, 'https://a.example/calendar.ics');
    assert.equal(events.subscribeFilters, true);
    assert.deepEqual(events.feeds, { rss: 'https://a.example/calendar.rss' });
  });

  it('is nothing where no source takes part', async () => {
    const files = await mergeBackends([
      { source: source('datei'), backend: { events: calendar.events! } },
      { source: source('zwei'), backend: { events: calendar.events! } },
    ]);
    assert.deepEqual(Object.keys(files.events!).sort(), ['get', 'list']);
  });
});
