import { sql, type Kysely, type RawBuilder } from 'kysely';
import { foldWords } from '../../../src/model/fold-text.ts';
import { DAY_MS, isPlainDate } from '../../../src/model/plain-date.ts';
import { boundToInstant, toInstantString } from '../../../src/model/time-zone.ts';
import type { Caller } from '../authorization/caller.ts';
import { visibleRows } from '../authorization/visible-rows.ts';
import type { Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { HttpProblem, invalidFields } from '../http/http-problem.ts';
import { LONG_MS, type StoredEvent } from './event-rows.ts';
import { storedEvent } from './event-store.ts';
import type { AnswerDate } from './event-mapping.ts';
import { expand } from './occurrences.ts';

/** `EventsQuery` of the ports, as it comes in an address. */
export interface EventListQuery {
  readonly from: string;
  readonly to: string;
  readonly q?: string;
  readonly kind?: string;
  readonly topic?: string;
  readonly org?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface FacetValue {
  value: string;
  label?: string;
  count: number;
}

export interface EventFacets {
  readonly kind: FacetValue[];
  readonly topic: FacetValue[];
  readonly org: FacetValue[];
}

interface Window {
  readonly from: Date;
  readonly to: Date;
}

interface DateRow {
  eventId: string;
  recurrenceKey: string;
  startAt: Date;
  endAt: Date;
  startDate: string | null;
  endDate: string | null;
}

interface GroupRow {
  kind: string;
  orgKey: string | null;
  topicKeys: string[];
  count: number;
}

/** @throws HttpProblem with the bound that cannot be read. */
export function readWindow(query: Pick<EventListQuery, 'from' | 'to'>, hubZone: string): Window {
  // The platform reads 30 February as 2 March; a bound that does not exist is a mistake to be told.
  const read = (bound: string): number => (isPlainDate(bound.slice(0, 10)) ? boundToInstant(bound, hubZone) : NaN);
  const from = read(query.from);
  const to = read(query.to);
  const wrong = (field: string) => ({
    field,
    code: 'format' as const,
    message: 'must be an RFC 3339 instant or a plain date that exists',
  });
  if (Number.isNaN(from) || Number.isNaN(to)) {
    throw invalidFields([...(Number.isNaN(from) ? [wrong('from')] : []), ...(Number.isNaN(to) ? [wrong('to')] : [])]);
  }
  if (to < from) throw invalidFields([{ field: 'to', code: 'order', message: 'must not be before from' }]);
  return { from: new Date(from), to: new Date(to) };
}

/** Conditions on rows `o` that a stranger's and a member's list share. */
function audience(caller: Caller): RawBuilder<boolean> {
  if (caller.kind === 'anonymous') return sql<boolean>`o.visibility = 'public'`;
  const columns = { visibility: 'e.visibility', orgId: 'e.orgId', unit: 'e.unit', createdBy: 'e.createdBy' };
  return sql<boolean>`(o.visibility = 'public' or exists (
    select from event e where e.id = o.event_id and ${visibleRows(caller, columns)}))`;
}

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(conditions, sql` and `);

function textConditions(q: string | undefined): RawBuilder<unknown>[] {
  return foldWords(q ?? '').map((word) => sql`o.search_text like ${`%${word}%`}`);
}

/** Several values of one property widen, several properties narrow. */
export interface EventChoice {
  readonly kind?: string | readonly string[];
  readonly topic?: string | readonly string[];
  readonly org?: string | readonly string[];
}

const valuesOf = (choice: string | readonly string[] | undefined): readonly string[] =>
  (typeof choice === 'string' ? [choice] : (choice ?? [])).filter(Boolean);

function filterConditions(query: EventChoice, directory: Directory): RawBuilder<unknown>[] {
  const [kinds, orgs, topics] = [valuesOf(query.kind), valuesOf(query.org), valuesOf(query.topic)];
  const conditions: RawBuilder<unknown>[] = [];
  if (kinds.length > 0) conditions.push(sql`o.kind = any(${kinds}::text[])`);
  if (orgs.length > 0) conditions.push(sql`o.org_key = any(${orgs.map((org) => directory.orgKey(org))}::text[])`);
  if (topics.length > 0) {
    const keys = new Set(topics.flatMap((topic) => [...directory.topicKeysWithin(topic)]));
    conditions.push(sql`o.topic_keys && ${[...keys]}::text[]`);
  }
  return conditions;
}

/**
 * Short occurrences are found by their start, which the index is sorted by; the few that last longer than a week by
 * range. So a window costs what is in it, however many events lie before and behind.
 */
const shortIn = ({ from, to }: Window): RawBuilder<unknown> =>
  sql`not o.long and o.start_at < ${to} and o.start_at >= ${new Date(from.getTime() - LONG_MS)} and (o.start_at >= ${from} or o.end_at > ${from})`;

const longIn = ({ from, to }: Window): RawBuilder<unknown> =>
  sql`o.long and tstzrange(o.start_at, o.end_at, '[]') && tstzrange(${from}, ${to}, '[)') and (o.start_at >= ${from} or o.end_at > ${from})`;

const COLUMNS = sql`o.event_id, o.recurrence_key, o.start_at, o.end_at, o.start_date, o.end_date`;
const ORDER = sql`order by start_at, event_id, recurrence_key`;

export interface ListedDate {
  readonly event: StoredEvent;
  readonly date: AnswerDate;
}

export interface EventListResult {
  readonly items: readonly ListedDate[];
  readonly nextCursor: string | null;
}

const answerDate = (row: DateRow): AnswerDate => ({
  recurrenceKey: row.recurrenceKey,
  start: row.startDate ?? toInstantString(row.startAt.getTime()),
  end: row.endDate ?? toInstantString(row.endAt.getTime()),
});

/** One date of an event that is kept. */
async function findDate(db: Kysely<Tables>, eventId: string, recurrenceId: string): Promise<AnswerDate | undefined> {
  const row = await db
    .selectFrom('eventOccurrence')
    .select(['eventId', 'recurrenceKey', 'startAt', 'endAt', 'startDate', 'endDate'])
    .where('eventId', '=', eventId)
    .where('recurrenceKey', '=', recurrenceId)
    .executeTakeFirst();
  return row && answerDate(row);
}

const AROUND_MS = 400 * DAY_MS;

/** One date of a series that lies further away than dates are kept. */
function dateBeyondHorizon(event: StoredEvent, recurrenceId: string, hubZone: string): AnswerDate | undefined {
  const at = Date.parse(recurrenceId);
  if (Number.isNaN(at)) return undefined;
  const window = { from: at - AROUND_MS, to: at + AROUND_MS };
  return expand(event.document, event.series, event.overrides, window, hubZone).items.find(
    ({ recurrenceKey }) => recurrenceKey === recurrenceId,
  );
}

/**
 * One date of an event, however far away.
 * @throws HttpProblem where the event has no such date
 */
export async function demandDate(
  db: Kysely<Tables>,
  event: StoredEvent,
  recurrenceId: string,
  hubZone: string,
): Promise<AnswerDate> {
  const date = (await findDate(db, event.id, recurrenceId)) ?? dateBeyondHorizon(event, recurrenceId, hubZone);
  if (!date) throw new HttpProblem('not-found', { detail: 'The event has no such date.' });
  return date;
}

export interface CalendarQuery extends EventChoice {
  /** Events that ended before are left out. */
  readonly since: Date;
  readonly limit: number;
}

/** Public events, each once however many dates it has, by its first; what is furthest ahead is left out beyond `limit`. */
export async function calendarEvents(
  db: Kysely<Tables>,
  query: CalendarQuery,
  directory: Directory,
): Promise<StoredEvent[]> {
  const conditions = all([
    sql`o.visibility = 'public'`,
    sql`o.end_at >= ${query.since}`,
    // The index knows starts: what ends after `since` and is not long begins at most a week before.
    sql`(o.long or o.start_at >= ${new Date(query.since.getTime() - LONG_MS)})`,
    ...filterConditions(query, directory),
  ]);
  const { rows } = await sql<{ eventId: string }>`select event_id from (
      select event_id, min(start_at) as first from (
        (select o.event_id, o.start_at from event_occurrence o where not o.long and ${conditions})
        union all
        (select o.event_id, o.start_at from event_occurrence o where o.long and ${conditions})) dates
      group by event_id) events order by first, event_id limit ${query.limit}`.execute(db);
  const ids = rows.map(({ eventId }) => eventId);
  if (ids.length === 0) return [];
  const order = new Map(ids.map((id, index) => [id, index]));
  const events = await db
    .selectFrom('event')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  return events.map(storedEvent).sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** Dates with their events. */
async function listed(db: Kysely<Tables>, rows: readonly DateRow[]): Promise<ListedDate[]> {
  const events = new Map<string, StoredEvent>();
  const ids = [...new Set(rows.map(({ eventId }) => eventId))];
  if (ids.length > 0) {
    for (const row of await db.selectFrom('event').selectAll().where('id', 'in', ids).execute())
      events.set(row.id, storedEvent(row));
  }
  const items: ListedDate[] = [];
  for (const row of rows) {
    const event = events.get(row.eventId);
    // Removed between the two queries: then it is gone from this page as well.
    if (event) items.push({ event, date: answerDate(row) });
  }
  return items;
}

/** Public events that have not ended yet, each once, by the date that comes next. */
export async function comingEvents(
  db: Kysely<Tables>,
  query: EventChoice & { readonly now: Date; readonly limit: number },
  directory: Directory,
): Promise<readonly ListedDate[]> {
  const conditions = all([
    sql`o.visibility = 'public'`,
    sql`o.end_at > ${query.now}`,
    sql`(o.long or o.start_at >= ${new Date(query.now.getTime() - LONG_MS)})`,
    ...filterConditions(query, directory),
  ]);
  const { rows } = await sql<DateRow>`select * from (
      select distinct on (o.event_id) ${COLUMNS} from event_occurrence o
      where ${conditions} order by o.event_id, o.start_at, o.recurrence_key) next
    ${ORDER} limit ${query.limit}`.execute(db);
  return listed(db, rows);
}

/** One page of occurrences in a window, by start. A walk by cursors meets each once, whatever is written meanwhile. */
export async function listEvents(
  db: Kysely<Tables>,
  query: EventListQuery,
  caller: Caller,
  directory: Directory,
  hubZone: string,
): Promise<EventListResult> {
  const window = readWindow(query, hubZone);
  const conditions = [audience(caller), ...textConditions(query.q), ...filterConditions(query, directory)];
  const after = readCursor(query.cursor, ['string', 'string', 'string']);
  if (after) {
    if (Number.isNaN(Date.parse(String(after[0]))))
      throw invalidFields([{ field: 'cursor', code: 'format', message: 'is not a cursor of this list' }]);
    conditions.push(
      sql`(o.start_at, o.event_id, o.recurrence_key) > (${new Date(String(after[0]))}, ${after[1]}, ${after[2]})`,
    );
  }
  const most = query.limit + 1;
  const arm = (within: RawBuilder<unknown>) =>
    sql`(select ${COLUMNS} from event_occurrence o where ${all([within, ...conditions])} ${ORDER} limit ${most})`;
  const { rows } =
    await sql<DateRow>`select * from (${arm(shortIn(window))} union all ${arm(longIn(window))}) found ${ORDER} limit ${most}`.execute(
      db,
    );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const items = await listed(db, page);
  const nextCursor =
    rows.length > query.limit && last
      ? writeCursor([last.startAt.toISOString(), last.eventId, last.recurrenceKey])
      : null;
  return { items, nextCursor };
}

const add = (counts: Map<string, number>, value: string, count: number): void =>
  void counts.set(value, (counts.get(value) ?? 0) + count);

const facet = (counts: ReadonlyMap<string, number>, label?: (value: string) => string | undefined): FacetValue[] =>
  [...counts]
    .map(([value, count]) => {
      const text = label?.(value);
      return { value, count, ...(text !== undefined && { label: text }) };
    })
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

/**
 * How many occurrences there are over all pages, and how many each choice of a filter would leave: a filter's own
 * choice does not narrow its own numbers.
 */
export async function countEvents(
  db: Kysely<Tables>,
  query: EventListQuery,
  caller: Caller,
  directory: Directory,
  hubZone: string,
): Promise<{ readonly total: number; readonly facets: EventFacets }> {
  const window = readWindow(query, hubZone);
  const conditions = [audience(caller), ...textConditions(query.q)];
  const arm = (within: RawBuilder<unknown>) =>
    sql`(select o.kind, o.org_key, o.topic_keys from event_occurrence o where ${all([within, ...conditions])})`;
  const { rows } = await sql<GroupRow>`select kind, org_key, topic_keys, count(*) as count
    from (${arm(shortIn(window))} union all ${arm(longIn(window))}) found group by kind, org_key, topic_keys`.execute(
    db,
  );

  const topics = query.topic ? new Set(directory.topicKeysWithin(query.topic)) : undefined;
  const org = query.org ? directory.orgKey(query.org) : undefined;
  const counts = { kind: new Map<string, number>(), topic: new Map<string, number>(), org: new Map<string, number>() };
  let total = 0;
  for (const { kind, orgKey, topicKeys, count } of rows) {
    const fitsKind = !query.kind || query.kind === kind;
    const fitsOrg = org === undefined || org === orgKey;
    const fitsTopic = !topics || topicKeys.some((key) => topics.has(key));
    if (fitsKind && fitsOrg && fitsTopic) total += count;
    if (fitsOrg && fitsTopic) add(counts.kind, kind, count);
    if (fitsKind && fitsTopic && orgKey !== null) add(counts.org, orgKey, count);
    if (fitsKind && fitsOrg) for (const key of topicKeys) add(counts.topic, key, count);
  }
  return {
    total,
    facets: {
      kind: facet(counts.kind),
      topic: facet(counts.topic, (value) => directory.topicOf(value).label.de),
      org: facet(counts.org, (value) => directory.orgRef(value)?.name ?? value),
    },
  };
}
