import { sql, type Insertable } from 'kysely';
import type { HubTransaction } from '../database/database.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import type { Hub } from '../hub.ts';
import { impulseSearchText } from '../impulses/impulse-store.ts';
import type { EventSessionTable, StoredHost } from '../programme/programme-tables.ts';
import type { EventRegistrationTable } from '../registration/registration-tables.ts';
import { SEED_FOUNDERS, SEED_IMPULSES, SEED_REGISTRATIONS } from './events/offers.ts';
import { SEED_PEOPLE } from './ideas/people.ts';
import { timeAgo, type SeedPlace } from './ideas/write-idea.ts';
import { seedSpan, type SeedEvent, type SeedSession } from './seed-event.ts';
import { isFirstSeed } from './seed-once.ts';
import { SEED_GUESTS, writeSeedPeople } from './seed-people.ts';
import { DEMO_EVENTS, wantsSeed } from './seed.ts';

const SEEDED = 'seeded-meetings';
const CROWD = [...SEED_PEOPLE, ...SEED_GUESTS].map(({ id }) => id);

/** So many of the crowd, beginning with somebody else for each key, so that not everybody is everywhere. */
function someOf(count: number, key: string, without: ReadonlySet<string> = new Set()): string[] {
  let from = 0;
  for (const character of key) from = (from * 31 + (character.codePointAt(0) ?? 0)) % CROWD.length;
  const around = CROWD.map((_, index) => CROWD[(from + index * 7) % CROWD.length] ?? '');
  return [...new Set(around)].filter((id) => !without.has(id)).slice(0, count);
}

function hostsOf({ hosts = [] }: SeedSession, { person, homeOf }: SeedPlace): StoredHost[] {
  return hosts.map((host) => (homeOf(host) === null ? { displayName: host } : { id: person(host) }));
}

async function writeSessions(transaction: HubTransaction, event: SeedEvent, place: SeedPlace): Promise<void> {
  const { now, person } = place;
  const sessions = (event.sessions ?? []).map((session, index): Insertable<EventSessionTable> => {
    const span = seedSpan(event, session, now);
    const hosts = hostsOf(session, place);
    const first = hosts[0];
    const at = timeAgo(now, 10 + index, event.key);
    return {
      id: `demo-${event.key}-${index + 1}`,
      eventId: `demo-${event.key}`,
      title: session.title,
      abstract: session.abstract ?? null,
      startAt: span ? new Date(span.start) : null,
      endAt: span ? new Date(span.end) : null,
      room: session.room ?? null,
      track: session.track ?? null,
      minutes: session.minutes,
      hosts: JSON.stringify(hosts),
      state: session.state,
      createdBy: first && 'id' in first ? first.id : null,
      ideaId: null,
      createdAt: at,
      updatedAt: at,
    };
  });
  if (sessions.length === 0) return;
  await transaction.insertInto('eventSession').values(sessions).execute();
  const interest = (event.sessions ?? []).flatMap(({ interested = 0, title }, index) =>
    someOf(interested, title).map((key) => ({
      sessionId: `demo-${event.key}-${index + 1}`,
      personId: person(key),
      at: timeAgo(now, 1, `${key}${title}`),
    })),
  );
  if (interest.length > 0) await transaction.insertInto('sessionInterest').values(interest).execute();
}

/** Those who have registered for an event, in their order, the demo's own people among them. */
function comersOf({ key, registration }: SeedEvent) {
  const own = SEED_REGISTRATIONS.filter(({ event }) => event === key);
  const all = (registration?.registered ?? 0) + (registration?.waiting ?? 0);
  const others = someOf(Math.max(0, all - own.length), key, new Set(own.map(({ person }) => person)));
  return [
    ...own.filter(({ last }) => last !== true),
    ...others.map((person) => ({ person, note: undefined, needs: undefined })),
    ...own.filter(({ last }) => last === true),
  ];
}

async function writeRegistrations(transaction: HubTransaction, event: SeedEvent, place: SeedPlace): Promise<void> {
  const { registration } = event;
  const isByDate = (event.weekly ?? event.monthly) !== undefined && registration?.scope !== 'series';
  if (registration?.mode !== 'hub' || isByDate) return;
  const places = registration.registered ?? 0;
  const comers = comersOf(event);
  const rows = comers.map(({ person, note, needs }, index): Insertable<EventRegistrationTable> => {
    const at = new Date(place.now - (comers.length - index) * 97 * 60_000);
    return {
      id: `demo-${event.key}-${person}`,
      eventId: `demo-${event.key}`,
      recurrenceKey: '',
      personId: place.person(person),
      state: index < places ? 'registered' : 'waiting',
      note: note ?? null,
      needs: needs ?? null,
      createdAt: at,
      updatedAt: at,
    };
  });
  if (rows.length > 0) await transaction.insertInto('eventRegistration').values(rows).execute();
}

async function writeImpulses(hub: Hub, transaction: HubTransaction, { now, person }: SeedPlace): Promise<void> {
  for (const { key, by, org, title, abstract = null, topics, minutes, ago, interested, event } of SEED_IMPULSES) {
    const id = `demo-impulse-${key}`;
    const at = timeAgo(now, ago, key);
    const words = { title, abstract, topicIds: [...topics] };
    const orgName = hub.directory.orgRef(org)?.name ?? '';
    await transaction
      .insertInto('impulse')
      .values({
        id,
        ...words,
        minutes,
        orgId: org,
        createdBy: person(by),
        state: event === undefined ? 'offered' : 'dated',
        eventId: event === undefined ? null : `demo-${event}`,
        searchText: impulseSearchText({ ...words, orgName }, hub.directory),
        createdAt: at,
        updatedAt: at,
      })
      .execute();
    await transaction
      .insertInto('impulseInterest')
      .values(interested.map((each) => ({ impulseId: id, personId: person(each), at: timeAgo(now, 1, each) })))
      .execute();
  }
}

/**
 * Fills the demo's events with people, once: programmes, interest, registrations, waiting lists, offers. After the demo's
 * events and ideas. Gives the number of events that people come to.
 */
export async function seedMeetings(hub: Hub): Promise<number> {
  if (!wantsSeed(hub.config)) return 0;
  const now = hub.clock();
  return hub.database.write([EVENTS_TOPIC], async (transaction) => {
    if (!(await isFirstSeed(transaction, SEEDED, now))) return 0;
    const events = await transaction
      .selectFrom('event')
      .select('id')
      .where(
        'id',
        'in',
        DEMO_EVENTS.map(({ key }) => `demo-${key}`),
      )
      // What people have used already is left to them.
      .where(sql<boolean>`not exists (select from event_registration r where r.event_id = event.id)`)
      .where(sql<boolean>`not exists (select from event_session s where s.event_id = event.id)`)
      .execute();
    const known = new Set(events.map(({ id }) => id));
    if (known.size < DEMO_EVENTS.length) return 0;
    const place = await writeSeedPeople(transaction, now);
    for (const event of DEMO_EVENTS) {
      await writeSessions(transaction, event, place);
      await writeRegistrations(transaction, event, place);
    }
    for (const [key, founder] of Object.entries(SEED_FOUNDERS)) {
      await transaction
        .updateTable('event')
        .set({ createdBy: place.person(founder) })
        .where('id', '=', `demo-${key}`)
        .execute();
    }
    await writeImpulses(hub, transaction, place);
    return known.size;
  });
}
