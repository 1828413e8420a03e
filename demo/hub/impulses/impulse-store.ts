import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import type { Static } from 'typebox';
import { foldText, foldWords } from '../../../src/model/fold-text.ts';
import type { ImpulseState } from '../../../src/model/impulse.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { findPeople } from '../accounts/person-refs.ts';
import { actionsOf } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import { visibleRows } from '../authorization/visible-rows.ts';
import type { Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import type { EventDocument } from '../events/event-document.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { invalidFields } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import type { GuardedImpulse } from './impulse-rules.ts';
import type { ImpulseSchema } from './impulse-schema.ts';
import type { ImpulseTable } from './impulse-tables.ts';

export type ImpulseRow = Selectable<ImpulseTable>;
export type ImpulseAnswer = Static<typeof ImpulseSchema>;

export interface ImpulseListQuery {
  readonly q?: string;
  readonly topic?: string;
  readonly mine?: 'author' | 'interested';
  readonly limit: number;
  readonly cursor?: string;
}

export const guardedImpulse = (row: ImpulseRow): GuardedImpulse => ({
  type: 'impulse',
  orgId: row.orgId,
  createdBy: row.createdBy,
  state: row.state,
});

export function impulseSearchText(
  { title, abstract, topicIds, orgName }: Pick<ImpulseRow, 'title' | 'abstract' | 'topicIds'> & { orgName: string },
  directory: Directory,
): string {
  const topics = topicIds.flatMap((id) => Object.values(directory.topicOf(id).label));
  return foldText([title, abstract, orgName, ...topics].filter(Boolean).join(' ')).slice(0, 4000);
}

interface FoundImpulse extends ImpulseRow {
  rank: number;
  interested: number;
  mine: boolean;
  eventDocument: EventDocument | null;
}

const EVENT_COLUMNS = { visibility: 'e.visibility', orgId: 'e.orgId', unit: 'e.unit', createdBy: 'e.createdBy' };
/** Offered ones, then those with a date, then what was taken back. */
const RANK = sql`case i.state when 'offered' then 0 when 'dated' then 1 else 2 end`;
const meOf = (caller: Caller): string => (caller.kind === 'account' ? caller.person.id : '');

/** Conditions on impulses `i` that a list shows, of events `e` that they became. */
function listed({ q, topic, mine }: ImpulseListQuery, caller: Caller, directory: Directory, now: number) {
  const me = meOf(caller);
  const conditions: RawBuilder<unknown>[] = foldWords(q ?? '').map((word) => sql`i.search_text like ${`%${word}%`}`);
  if (topic) conditions.push(sql`i.topic_ids && ${[...directory.topicKeysWithin(topic)]}::text[]`);
  if (mine === 'author') conditions.push(sql`i.created_by = ${me}`);
  else {
    // What has had its date is in the calendar.
    conditions.push(sql`(i.state = 'offered' or (i.state = 'dated' and e.id is not null
      and coalesce(e.document ->> 'status', '') <> 'cancelled'
      and exists (select from event_occurrence o where o.event_id = e.id and o.end_at > ${new Date(now)})))`);
  }
  if (mine === 'interested') {
    conditions.push(sql`exists (select from impulse_interest w where w.impulse_id = i.id and w.person_id = ${me})`);
  }
  return sql.join([sql`true`, ...conditions], sql` and `);
}

async function answers(
  hub: Pick<Hub, 'directory' | 'config'>,
  db: Kysely<Tables>,
  caller: Caller,
  rows: readonly FoundImpulse[],
): Promise<ImpulseAnswer[]> {
  const isKnown = caller.kind === 'account';
  const people = await findPeople(hub, db, isKnown ? rows.map(({ createdBy }) => createdBy) : []);
  const orgs = await findOrganisations(
    hub,
    db,
    rows.flatMap(({ orgId }) => orgId ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    ...(row.abstract !== null && { abstract: row.abstract }),
    // Strangers read what is offered, not by whom.
    ...(isKnown && row.createdBy !== null && { by: people(row.createdBy) }),
    ...(row.orgId !== null && { org: orgs(row.orgId) }),
    topics: row.topicIds.map((id) => hub.directory.topicOf(id)),
    minutes: row.minutes,
    state: row.state as ImpulseState,
    interested: row.interested,
    ...(isKnown && { me: { interested: row.mine, author: row.createdBy === caller.person.id } }),
    // An event that was cancelled is no date of it.
    ...(row.state === 'dated' &&
      row.eventId !== null &&
      row.eventDocument && {
        event: { id: row.eventId, title: row.eventDocument.title, start: row.eventDocument.start },
      }),
    createdAt: row.createdAt.toISOString(),
    can: actionsOf(caller, guardedImpulse(row)),
    etag: `"${row.version}.impulse"`,
  }));
}

const select = (caller: Caller): RawBuilder<unknown> =>
  sql`select i.*, ${RANK} as rank,
      (select count(*) from impulse_interest w where w.impulse_id = i.id)::integer as interested,
      exists (select from impulse_interest w where w.impulse_id = i.id and w.person_id = ${meOf(caller)}) as mine,
      case when ${visibleRows(caller, EVENT_COLUMNS)} then e.document end as event_document
    from impulse i left join event e on e.id = i.event_id`;

/** One page of impulses: offered ones by newest, then those with a date ahead. */
export async function listImpulses(
  hub: Pick<Hub, 'directory' | 'config'>,
  db: Kysely<Tables>,
  caller: Caller,
  query: ImpulseListQuery,
  now: number,
): Promise<{ readonly items: ImpulseAnswer[]; readonly nextCursor: string | null; readonly total: number }> {
  const condition = listed(query, caller, hub.directory, now);
  const after = readCursor(query.cursor, ['number', 'string', 'string']);
  if (after && Number.isNaN(Date.parse(String(after[1])))) {
    throw invalidFields([{ field: 'cursor', code: 'format', message: 'is not a cursor of this list' }]);
  }
  const behind = after
    ? sql`(${RANK} > ${after[0]} or (${RANK} = ${after[0]}
        and (i.created_at, i.id) < (${new Date(String(after[1]))}, ${after[2]})))`
    : sql`true`;
  const { rows } = await sql<FoundImpulse>`${select(caller)} where ${condition} and ${behind}
    order by rank, i.created_at desc, i.id desc limit ${query.limit + 1}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::integer as total
    from impulse i left join event e on e.id = i.event_id where ${condition}`.execute(db);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await answers(hub, db, caller, page),
    nextCursor:
      rows.length > query.limit && last ? writeCursor([last.rank, last.createdAt.toISOString(), last.id]) : null,
    total: counted.rows[0]?.total ?? 0,
  };
}

/** One impulse as the caller sees it. */
export async function impulseAnswer(
  hub: Pick<Hub, 'directory' | 'config'>,
  db: Kysely<Tables>,
  caller: Caller,
  id: string,
): Promise<ImpulseAnswer | undefined> {
  const { rows } = await sql<FoundImpulse>`${select(caller)} where i.id = ${id}`.execute(db);
  return (await answers(hub, db, caller, rows))[0];
}
