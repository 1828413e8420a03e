import { sql, type Kysely } from 'kysely';
import type { Static } from 'typebox';
import type { CircleState } from '../../../src/model/impulse.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { findPeople } from '../accounts/person-refs.ts';
import type { Caller } from '../authorization/caller.ts';
import { visibleRows } from '../authorization/visible-rows.ts';
import type { Tables } from '../database/database.ts';
import { answerEvents } from '../events/event-answers.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { storedEvent } from '../events/event-store.ts';
import type { Hub } from '../hub.ts';
import { circleMembers } from './circle-members.ts';
import type { CircleSchema } from './circle-schema.ts';

export type CircleAnswer = Static<typeof CircleSchema>;

/** More circles at a time than any network has. */
const MOST = 200;

interface Meeting {
  readonly start: Date;
  readonly end: Date;
}

/** Dates of circles by the id of their event, the first in front. */
async function meetingsOf(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Meeting[]>> {
  const rows = await db
    .selectFrom('eventOccurrence')
    .select(['eventId', 'startAt', 'endAt'])
    .where('eventId', '=', sql<string>`any(${[...ids]}::text[])`)
    .orderBy('startAt')
    .execute();
  const dates = new Map<string, Meeting[]>();
  for (const { eventId, startAt, endAt } of rows) {
    dates.set(eventId, [...(dates.get(eventId) ?? []), { start: startAt, end: endAt }]);
  }
  return dates;
}

function stateOf(meetings: readonly Meeting[], isFull: boolean, now: number): CircleState {
  const last = meetings.at(-1);
  if (!last || last.end.getTime() <= now) return 'ended';
  if ((meetings[0]?.start.getTime() ?? 0) <= now) return 'running';
  return isFull ? 'full' : 'open';
}

async function findCircles(db: Kysely<Tables>, caller: Caller, now: number): Promise<StoredEvent[]> {
  const visible = visibleRows(caller, {
    visibility: 'event.visibility',
    orgId: 'event.orgId',
    unit: 'event.unit',
    createdBy: 'event.createdBy',
  });
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('sourceId', 'is', null)
    .where(sql<boolean>`document ->> 'kind' = 'learning-circle'`)
    .where(sql<boolean>`coalesce(document ->> 'status', '') <> 'cancelled'`)
    .where(visible)
    .where(
      sql<boolean>`exists (select from event_occurrence o where o.event_id = event.id and o.end_at > ${new Date(now)})`,
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute();
  return rows.map(storedEvent);
}

/** The circles that begin or go on, those that can be joined first; `until` is when that ends to be true by itself. */
export async function listCircles(
  hub: Pick<Hub, 'directory' | 'config'>,
  db: Kysely<Tables>,
  caller: Caller,
  now: number,
): Promise<{ readonly items: CircleAnswer[]; readonly until: number }> {
  const events = await findCircles(db, caller, now);
  const ids = events.map(({ id }) => id);
  const known = await answerEvents(
    hub,
    db,
    events.map((event) => ({ event })),
    { caller, now },
  );
  const dates = await meetingsOf(db, ids);
  const members = await circleMembers(db, hub, ids);
  const people = await findPeople(hub, db, caller.kind === 'account' ? events.map(({ createdBy }) => createdBy) : []);
  let { until } = known;
  const items = events.map((event, index): CircleAnswer => {
    const answer = known.answers[index];
    const { registration, me } = answer ?? {};
    const can = answer?.can ?? [];
    const meetings = dates.get(event.id) ?? [];
    const places = registration?.capacity ?? 0;
    const registered = registration?.registered ?? 0;
    const group = members.get(event.id);
    const isWithin = me?.registered === true || can.includes('registrations');
    for (const { start, end } of meetings) {
      for (const moment of [start.getTime(), end.getTime()]) if (moment > now) until = Math.min(until, moment);
    }
    const { title, summary, circle } = event.document;
    return {
      id: event.id,
      title,
      ...(summary !== undefined && { summary }),
      ...(circle?.guideUrl !== undefined && { guideUrl: circle.guideUrl }),
      ...(caller.kind === 'account' && event.createdBy !== null && { by: people(event.createdBy) }),
      ...(answer?.organiser && { org: answer.organiser }),
      topics: answer?.topics ?? [],
      dates: meetings.map(({ start, end }) => ({
        start: toInstantString(start.getTime()),
        end: toInstantString(end.getTime()),
      })),
      places,
      registered,
      waiting: registration?.waiting ?? 0,
      ...(isWithin && group && { members: group }),
      state: stateOf(meetings, registered >= places, now),
      ...(me && { me }),
      can: can.filter((action) => action !== 'registrations'),
    };
  });
  const order: readonly CircleState[] = ['open', 'full', 'running', 'ended'];
  const startOf = ({ dates: [first] }: CircleAnswer): string => first?.start ?? '';
  return {
    items: items.toSorted(
      (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (startOf(a) < startOf(b) ? -1 : 1),
    ),
    until,
  };
}
