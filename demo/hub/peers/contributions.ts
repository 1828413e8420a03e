import { sql, type Kysely } from 'kysely';
import type { Contribution } from '../../../src/model/peer.ts';
import type { Caller } from '../authorization/caller.ts';
import { visibleRows } from '../authorization/visible-rows.ts';
import type { Tables } from '../database/database.ts';
import { visibleIdeas } from '../ideas/idea-rules.ts';
import '../ideas/idea-tables.ts';
import '../impulses/impulse-tables.ts';
import '../programme/programme-tables.ts';

/** The latest of each kind that are looked for, and of all that are shown. */
const MOST = 20;

const EVENT = {
  visibility: 'event.visibility',
  orgId: 'event.orgId',
  unit: 'event.unit',
  createdBy: 'event.createdBy',
};
const title = sql<string>`event.document ->> 'title'`;
const stands = sql<boolean>`coalesce(event.document ->> 'status', '') <> 'cancelled'`;
/** When it takes place for the last time; what has no date lies where it was made. */
const lastDate = sql<Date>`coalesce((select max(o.start_at) from event_occurrence o where o.event_id = event.id),
  event.created_at)`;

interface Found {
  readonly kind: Contribution['kind'];
  readonly id: string;
  readonly title: string;
  readonly at: Date;
}

/** Ideas that somebody has a part in under their name. What was said without a name stays without one. */
async function inIdeas(db: Kysely<Tables>, caller: Caller, personId: string): Promise<Found[]> {
  const contact = sql<string | null>`idea.document -> 'practice' ->> 'contact'`;
  const isAuthor = sql<boolean>`(not idea.anonymous and idea.author_ids @> array[${personId}]::text[])`;
  const rows = await db
    .selectFrom('idea')
    .select(['id', 'title', 'patronId', 'activeAt', contact.as('contact'), isAuthor.as('isAuthor')])
    .where(sql<boolean>`(${isAuthor} or idea.patron_id = ${personId} or ${contact} = ${personId})`)
    .where(sql<boolean>`idea.released_at is not null and idea.stage not in ('withdrawn', 'declined', 'merged')`)
    .where(visibleIdeas(caller))
    .orderBy('activeAt', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute();
  return rows.map(({ id, title: name, activeAt, contact: answers, isAuthor: wrote }) => ({
    kind: answers === personId ? 'practice' : wrote ? 'idea' : 'patron',
    id,
    title: name,
    at: activeAt,
  }));
}

/** Meetings that somebody has called, circles that they have begun, impulses that they give. */
async function asHost(db: Kysely<Tables>, caller: Caller, personId: string): Promise<Found[]> {
  const kind = sql<string | null>`event.document ->> 'kind'`;
  const rows = await db
    .selectFrom('event')
    .select(['id', title.as('title'), kind.as('kind'), lastDate.as('at')])
    .where('sourceId', 'is', null)
    .where('createdBy', '=', personId)
    .where(stands)
    .where(visibleRows(caller, EVENT))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute();
  return rows.map(({ kind: of, ...event }) => ({
    ...event,
    kind: of === 'learning-circle' ? 'circle' : of === 'impulse' ? 'impulse' : 'event',
  }));
}

async function inProgrammes(db: Kysely<Tables>, caller: Caller, personId: string): Promise<Found[]> {
  const rows = await db
    .selectFrom('eventSession')
    .innerJoin('event', 'event.id', 'eventSession.eventId')
    .select(['event.id', 'eventSession.title', sql<Date>`coalesce(event_session.start_at, ${lastDate})`.as('at')])
    .where('eventSession.state', '=', 'scheduled')
    .where(sql<boolean>`event_session.hosts @> ${JSON.stringify([{ id: personId }])}::jsonb`)
    .where(stands)
    .where(visibleRows(caller, EVENT))
    .orderBy('at', 'desc')
    .orderBy('eventSession.id')
    .limit(MOST)
    .execute();
  return rows.map((session) => ({ ...session, kind: 'session' }));
}

/**
 * What somebody did under their name in ideas and at events, the latest first, as far as the caller may see these
 * themselves. Who took part, supported or commented is not asked: that was not done to be shown here.
 */
export async function contributionsOf(
  db: Kysely<Tables>,
  caller: Caller,
  personId: string,
): Promise<readonly Contribution[]> {
  const found = [
    ...(await inIdeas(db, caller, personId)),
    ...(await asHost(db, caller, personId)),
    ...(await inProgrammes(db, caller, personId)),
  ];
  return found
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, MOST)
    .map(({ at, ...contribution }) => ({ ...contribution, at: at.toISOString() }));
}
