import { sql } from 'kysely';
import { EVENTS_TOPIC, insertOccurrences } from '../events/event-store.ts';
import type { Hub } from '../hub.ts';
import type { GatheredEvent } from './gathered-events.ts';

/** Events a transaction: a large source must not keep everybody else waiting. */
const CHUNK = 200;

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let index = 0; index < items.length; index += CHUNK) yield items.slice(index, index + CHUNK);
}

async function writeChunk(hub: Hub, chunk: readonly GatheredEvent[]): Promise<void> {
  const at = new Date(hub.clock());
  await hub.database.write([EVENTS_TOPIC], async (transaction) => {
    await transaction
      .insertInto('event')
      .values(
        chunk.map(({ event, hash }) => ({
          id: event.id,
          sourceId: event.sourceId,
          uid: event.uid,
          visibility: event.visibility,
          orgId: null,
          unit: null,
          createdBy: null,
          document: JSON.stringify(event.document),
          series: event.series && JSON.stringify(event.series),
          overrides: JSON.stringify(event.overrides),
          contentHash: hash,
          expandedUntil: null,
          createdAt: at,
          updatedAt: at,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          uid: eb.ref('excluded.uid'),
          document: eb.ref('excluded.document'),
          series: eb.ref('excluded.series'),
          overrides: eb.ref('excluded.overrides'),
          contentHash: eb.ref('excluded.contentHash'),
          updatedAt: eb.ref('excluded.updatedAt'),
          version: sql<number>`event.version + 1`,
        })),
      )
      .execute();
    const ids = chunk.map(({ event }) => event.id);
    await transaction.deleteFrom('eventOccurrence').where('eventId', 'in', ids).execute();
    await insertOccurrences(
      transaction,
      chunk.flatMap(({ rows }) => rows),
    );
  });
}

/**
 * Makes the events of a source what it says now: new ones come, changed ones get a new version, missing ones go. What
 * has not changed is not touched. Gives the number of dates.
 */
export async function storeGathered(hub: Hub, sourceId: string, gathered: readonly GatheredEvent[]): Promise<number> {
  const known = new Map<string, string | null>();
  const rows = await hub.database.kysely
    .selectFrom('event')
    .select(['id', 'contentHash'])
    .where('sourceId', '=', sourceId)
    .execute();
  for (const { id, contentHash } of rows) known.set(id, contentHash);
  const changed = gathered.filter(({ event, hash }) => known.get(event.id) !== hash);
  for (const { event } of gathered) known.delete(event.id);
  for (const chunk of chunks(changed)) await writeChunk(hub, chunk);
  for (const gone of chunks([...known.keys()])) {
    await hub.database.write([EVENTS_TOPIC], (transaction) =>
      transaction
        .deleteFrom('event')
        .where('id', 'in', [...gone])
        .execute(),
    );
  }
  return gathered.reduce((count, { rows: dates }) => count + dates.length, 0);
}
