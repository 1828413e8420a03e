import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import type { Static } from 'typebox';
import type { SessionState } from '../../../src/model/calendar-event.ts';
import type { Visibility } from '../../../src/model/common.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { findPeople, type People } from '../accounts/person-refs.ts';
import { maySee } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import type { EventTable } from '../database/tables.ts';
import type { Hub } from '../hub.ts';
import { visibleIdeas } from '../ideas/idea-rules.ts';
import { campFacts, isHost, sessionActions, type GuardedCamp, type GuardedSession } from './programme-rules.ts';
import type { EventSessionTable, StoredHost } from './programme-tables.ts';
import type { SessionSchema } from './session-schema.ts';

export type SessionRow = Selectable<EventSessionTable>;
export type SessionAnswer = Static<typeof SessionSchema>;

/** What decides about a camp, from its row. */
export type CampRow = Readonly<
  Pick<Selectable<EventTable>, 'id' | 'visibility' | 'orgId' | 'unit' | 'createdBy' | 'sourceId' | 'document'>
>;

/** An event as rules about its programme look at it. */
export const guardedCamp = (camp: CampRow, hubZone: string, now: number): GuardedCamp => ({
  type: 'event',
  visibility: camp.visibility as Visibility,
  orgId: camp.orgId,
  unit: camp.unit,
  createdBy: camp.createdBy,
  gathered: camp.sourceId !== null,
  ...(camp.document.status && { state: camp.document.status }),
  ...campFacts(camp.document, hubZone, now),
});

export const guardedSession = (row: SessionRow, camp: GuardedCamp): GuardedSession => ({
  type: 'event-session',
  camp,
  state: row.state,
  hosts: row.hosts,
  createdBy: row.createdBy,
  hasTime: row.startAt !== null,
});

/** What is known of a session beside its row, for one caller. */
interface Beside {
  readonly people: People;
  readonly interested: number;
  readonly mine: boolean;
  /** The idea that came of it, where the caller may see it. */
  readonly ideaId: string | undefined;
}

const hostRef = (host: StoredHost, people: People) =>
  'id' in host ? people(host.id) : { displayName: host.displayName, ...(host.org && { org: host.org }) };

function sessionAnswer(row: SessionRow, camp: GuardedCamp, caller: Caller, beside: Beside): SessionAnswer {
  const { startAt, endAt, hosts } = row;
  const host = isHost(caller, hosts);
  return {
    id: row.id,
    title: row.title,
    ...(row.abstract !== null && { abstract: row.abstract }),
    ...(startAt && { start: toInstantString(startAt.getTime()) }),
    ...(endAt && { end: toInstantString(endAt.getTime()) }),
    ...(row.room !== null && { room: row.room }),
    ...(row.track !== null && { track: row.track }),
    ...(row.minutes !== null && { minutes: row.minutes }),
    ...(hosts.length > 0 && { hosts: hosts.map((one) => hostRef(one, beside.people)) }),
    state: row.state as SessionState,
    interested: beside.interested,
    ...(caller.kind === 'account' && { me: { interested: beside.mine, host } }),
    ...(beside.ideaId !== undefined && { ideaId: beside.ideaId }),
    can: sessionActions(caller, guardedSession(row, camp)),
    etag: `"${row.version}.session"`,
  };
}

/** What stands in the plan by time, then proposals, those that most want first; what was called off without a time last. */
const ORDER = sql`s.start_at nulls last, s.room, s.state = 'cancelled', interested desc, s.created_at, s.id`;

/** Sessions that the caller sees, each with the id of its camp. However many, they cost four queries. */
async function findSessions(
  db: Kysely<Tables>,
  hub: Pick<Hub, 'directory' | 'config'>,
  caller: Caller,
  condition: RawBuilder<unknown>,
  now: number,
): Promise<{ readonly eventId: string; readonly answer: SessionAnswer }[]> {
  const me = caller.kind === 'account' ? caller.person.id : '';
  const { rows } = await sql<SessionRow & { interested: number; mine: boolean; seenIdea: string | null }>`
    select s.*, count(i.person_id)::integer as interested, coalesce(bool_or(i.person_id = ${me}), false) as mine,
      (select idea.id from idea where idea.id = s.idea_id and ${visibleIdeas(caller)}) as seen_idea
    from event_session s left join session_interest i on i.session_id = s.id
    where ${condition} group by s.id order by ${ORDER}`.execute(db);
  if (rows.length === 0) return [];
  const camps = await campsOf(db, hub, new Set(rows.map(({ eventId }) => eventId)), now);
  const people = await findPeople(
    hub,
    db,
    rows.flatMap(({ hosts }) => hosts.map((host) => ('id' in host ? host.id : undefined))),
  );
  return rows.flatMap(({ interested, mine, seenIdea, ...row }) => {
    const camp = camps.get(row.eventId);
    if (!camp || !maySee(caller, guardedSession(row, camp))) return [];
    const beside = { people, interested, mine, ideaId: seenIdea ?? undefined };
    return [{ eventId: row.eventId, answer: sessionAnswer(row, camp, caller, beside) }];
  });
}

/**
 * The sessions of events that the caller sees, as answers, by event. All of them cost as much as one.
 * @param now epoch ms
 */
export async function sessionsOf(
  db: Kysely<Tables>,
  hub: Pick<Hub, 'directory' | 'config'>,
  caller: Caller,
  eventIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, SessionAnswer[]>> {
  const found = new Map<string, SessionAnswer[]>();
  if (eventIds.length === 0) return found;
  const condition = sql`s.event_id = any(${[...new Set(eventIds)]}::text[])`;
  for (const { eventId, answer } of await findSessions(db, hub, caller, condition, now)) {
    const known = found.get(eventId);
    if (known) known.push(answer);
    else found.set(eventId, [answer]);
  }
  return found;
}

/** One session as the caller sees it; undefined where they do not. */
export async function sessionById(
  db: Kysely<Tables>,
  hub: Pick<Hub, 'directory' | 'config'>,
  caller: Caller,
  id: string,
  now: number,
): Promise<SessionAnswer | undefined> {
  return (await findSessions(db, hub, caller, sql`s.id = ${id}`, now))[0]?.answer;
}

async function campsOf(
  db: Kysely<Tables>,
  { config }: Pick<Hub, 'config'>,
  ids: ReadonlySet<string>,
  now: number,
): Promise<ReadonlyMap<string, GuardedCamp>> {
  const rows = await db
    .selectFrom('event')
    .select(['id', 'visibility', 'orgId', 'unit', 'createdBy', 'sourceId', 'document'])
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, guardedCamp(row, config.timeZone, now)]));
}
