import { sql, type Kysely, type Selectable } from 'kysely';
import type { Visibility } from '../../../src/model/common.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import type { EventTable } from '../database/tables.ts';
import type { Hub } from '../hub.ts';
import {
  HORIZON_AHEAD_MS,
  HORIZON_SLACK_MS,
  occurrenceRows,
  type OccurrenceRow,
  type StoredEvent,
} from './event-rows.ts';

/** What answers about events are made of (see `Changes`). */
export const EVENTS_TOPIC = 'events';

type Surroundings = Pick<Hub, 'directory' | 'config'>;
export type NewStoredEvent = Omit<StoredEvent, 'version' | 'createdAt' | 'updatedAt'>;

export const storedEvent = (row: Selectable<EventTable>): StoredEvent => ({
  ...row,
  visibility: row.visibility as Visibility,
});

/** By id; a calendar program or a link may know an event by its uid only. */
export async function findEvent(db: Kysely<Tables>, idOrUid: string, lock = false): Promise<StoredEvent | undefined> {
  let query = db
    .selectFrom('event')
    .selectAll()
    .where((where) => where.or([where('id', '=', idOrUid), where('uid', '=', idOrUid)]))
    .orderBy(sql`id = ${idOrUid}`, 'desc')
    .limit(1);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row && storedEvent(row);
}

const CHUNK = 500;

/** Adds dates of events that are there. */
export async function insertOccurrences(transaction: HubTransaction, rows: readonly OccurrenceRow[]): Promise<void> {
  for (let index = 0; index < rows.length; index += CHUNK) {
    await transaction
      .insertInto('eventOccurrence')
      .values(rows.slice(index, index + CHUNK))
      .execute();
  }
}

const values = (event: NewStoredEvent, expandedUntil: Date | null) => ({
  id: event.id,
  sourceId: event.sourceId,
  uid: event.uid,
  visibility: event.visibility,
  orgId: event.orgId,
  unit: event.unit,
  createdBy: event.createdBy,
  document: JSON.stringify(event.document),
  series: event.series && JSON.stringify(event.series),
  overrides: JSON.stringify(event.overrides),
  contentHash: null,
  expandedUntil,
});

/** Adds events with their dates. */
export async function insertEvents(
  transaction: HubTransaction,
  { directory, config }: Surroundings,
  events: readonly NewStoredEvent[],
  now: number,
): Promise<void> {
  for (let index = 0; index < events.length; index += CHUNK) {
    const expanded = events
      .slice(index, index + CHUNK)
      .map((event) => ({ event, ...occurrenceRows(event, directory, now, config.timeZone) }));
    await transaction
      .insertInto('event')
      .values(
        expanded.map(({ event, expandedUntil }) => ({
          ...values(event, expandedUntil),
          createdAt: new Date(now),
          updatedAt: new Date(now),
        })),
      )
      .execute();
    await insertOccurrences(
      transaction,
      expanded.flatMap(({ rows }) => rows),
    );
  }
}

/** Writes an event anew, its dates with it, and gives it the next version. */
export async function updateEvent(
  transaction: HubTransaction,
  { directory, config }: Surroundings,
  event: NewStoredEvent,
  now: number,
): Promise<StoredEvent> {
  const { rows, expandedUntil } = occurrenceRows(event, directory, now, config.timeZone);
  const row = await transaction
    .updateTable('event')
    .set({ ...values(event, expandedUntil), version: sql<number>`version + 1`, updatedAt: new Date(now) })
    .where('id', '=', event.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await transaction.deleteFrom('eventOccurrence').where('eventId', '=', event.id).execute();
  await insertOccurrences(transaction, rows);
  return storedEvent(row);
}

/**
 * Moves the horizon on: gives series that go on their next dates. Cheap when nothing is due, safe to run in several
 * hubs at once. Gives the number of series that got dates.
 */
export async function extendHorizon(hub: Hub): Promise<number> {
  const now = hub.clock();
  const due = new Date(now + HORIZON_AHEAD_MS - HORIZON_SLACK_MS);
  let count = 0;
  for (;;) {
    const some = await hub.database.kysely
      .selectFrom('event')
      .select('id')
      .where('expandedUntil', '<', due)
      .limit(1)
      .executeTakeFirst();
    if (!some) return count;
    count += await hub.database.write([EVENTS_TOPIC], async (transaction) => {
      const events = await transaction
        .selectFrom('event')
        .selectAll()
        .where('expandedUntil', '<', due)
        .limit(100)
        .forUpdate()
        .skipLocked()
        .execute();
      for (const event of events) {
        const { rows, expandedUntil } = occurrenceRows(storedEvent(event), hub.directory, now, hub.config.timeZone);
        await transaction.deleteFrom('eventOccurrence').where('eventId', '=', event.id).execute();
        await insertOccurrences(transaction, rows);
        await transaction.updateTable('event').set({ expandedUntil }).where('id', '=', event.id).execute();
      }
      return events.length;
    });
  }
}
