import { sql } from 'kysely';
import { Type } from 'typebox';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { defineJob } from '../jobs/job-kind.ts';
import { holdProfile, PEERS_TOPIC } from './peer-store.ts';
import { writeProfile } from './profile-writes.ts';

const CHUNK = 100;

/** Every hour: whoever has changed organisation is no colleague of the former one any more. */
const BELONG = defineJob({ name: 'peers.belong', data: Type.Object({}), once: true });

/** Where somebody belongs now: their home if they are still there, else the first of their organisations. */
async function homeNow(
  transaction: HubTransaction,
  personId: string,
): Promise<{ readonly orgId: string | null; readonly unit: string | null }> {
  const found = await transaction
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['membership.orgId', 'membership.unit'])
    .where('personId', '=', personId)
    .orderBy(sql`membership.org_id = person.org_id`, 'desc')
    .orderBy('membership.orgId')
    .orderBy('membership.unit', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { orgId: found?.orgId ?? null, unit: found?.unit === '' ? null : (found?.unit ?? null) };
}

/**
 * Takes entries along whose people have left the organisation that stands in them; what a source has said stays with it.
 * Gives their number. Safe to run twice, and in several hubs at once.
 */
export async function moveEntries(hub: Hub): Promise<number> {
  let count = 0;
  for (;;) {
    const done = await hub.database.write([PEERS_TOPIC], async (transaction) => {
      const rows = await transaction
        .selectFrom('peerProfile')
        .select('personId')
        .where('orgId', 'is not', null)
        .where(
          sql<boolean>`not 'org' = any(locked_fields)
            and exists (select from account a where a.person_id = peer_profile.person_id)
            and not exists (select from membership m
              where m.person_id = peer_profile.person_id and m.org_id = peer_profile.org_id)`,
        )
        .orderBy('personId')
        .limit(CHUNK)
        .execute();
      for (const { personId } of rows) {
        const row = await holdProfile(transaction, personId);
        if (row) await writeProfile(hub, transaction, row, await homeNow(transaction, personId), hub.clock());
      }
      return rows.length;
    });
    count += done;
    if (done < CHUNK) return count;
  }
}

/** Before the jobs start. */
export function scheduleMoves(hub: Hub): void {
  hub.jobs.define(BELONG, async () => void (await moveEntries(hub)));
  hub.jobs.schedule(BELONG, '23 * * * *', {}, hub.config.timeZone);
}
