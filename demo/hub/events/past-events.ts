import { sql } from 'kysely';
import { Type } from 'typebox';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import type { Hub } from '../hub.ts';
import { defineJob } from '../jobs/job-kind.ts';
import { HORIZON_BACK_MS } from './event-rows.ts';
import { EVENTS_TOPIC } from './event-store.ts';

const CHUNK = 1_000;

const FORGET_PAST = defineJob({ name: 'events.forget-past', data: Type.Object({}), once: true });

/**
 * Removes the hub's own events whose last date ended more than `retention.pastEventsDays` ago; gives their number.
 * A series goes as a whole, when its last date is that old. Gathered events go when their source drops them.
 */
export async function forgetPastEvents({ database, config, clock }: Hub): Promise<number> {
  const before = clock() - config.retention.pastEventsDays * DAY_MS;
  // A series without any date at hand ended before the dates that were kept when it was written.
  const writtenBefore = new Date(before + HORIZON_BACK_MS);
  let count = 0;
  for (;;) {
    const forgotten = await database.write([EVENTS_TOPIC], async (transaction) => {
      const { numAffectedRows } = await sql`delete from event where id in (
        select e.id from event e
        where e.source_id is null and e.expanded_until is null
          and not exists (select from event_occurrence o where o.event_id = e.id and o.end_at >= ${new Date(before)})
          and (e.updated_at < ${writtenBefore} or exists (select from event_occurrence o where o.event_id = e.id))
        limit ${CHUNK} for update skip locked)`.execute(transaction);
      return Number(numAffectedRows ?? 0);
    });
    count += forgotten;
    if (forgotten < CHUNK) return count;
  }
}

/** Has past events removed every night, once over all hubs. Before the jobs start. */
export function schedulePastEvents(hub: Hub): void {
  hub.jobs.define(FORGET_PAST, async () => void (await forgetPastEvents(hub)));
  hub.jobs.schedule(FORGET_PAST, '43 1 * * *', {});
}
