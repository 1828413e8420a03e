import { sql } from 'kysely';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { savedProfile } from '../peers/saved-profile.ts';
import { holdEntries } from './import-entries.ts';
import { withoutImported } from './merge-imported.ts';
import { sortNameOf } from './plan-import.ts';

/**
 * People whom their directory does not name any more, or names as deactivated. Their entries are hidden at once; drafts are
 * deleted after a while (`sweepImports`), so that a mistake in the directory can be undone. Who has an account keeps what
 * they wrote themselves, unlocked, and may publish it again.
 */
export async function leaveImport(hub: Hub, transaction: HubTransaction, personIds: readonly string[]): Promise<void> {
  const now = new Date(hub.clock());
  for (const entry of (await holdEntries(transaction, personIds)).values()) {
    const common = { listed: false, leftAt: now, version: sql<number>`version + 1`, updatedAt: now };
    if (!entry.hasAccount) {
      await transaction.updateTable('peerProfile').set(common).where('personId', '=', entry.personId).execute();
    } else {
      const own = withoutImported(entry, entry.imported);
      const person = await transaction
        .selectFrom('person')
        .select('orgId')
        .where('id', '=', entry.personId)
        .executeTakeFirst();
      await transaction
        .updateTable('peerProfile')
        .set({
          ...common,
          orgId: own.orgId ?? person?.orgId ?? null,
          unit: own.unit,
          sortName: sortNameOf(own.displayName),
          document: JSON.stringify(own.document),
          channels: JSON.stringify(own.channels),
          // The key stays: who comes back is the same person.
          source: 'self',
          lockedFields: [],
          imported: JSON.stringify({}),
        })
        .where('personId', '=', entry.personId)
        .execute();
    }
    await savedProfile(hub, transaction, entry);
  }
}

/** Deletes drafts that have left before `leftBefore`, and those of files that nobody has claimed since `madeBefore`. */
export async function sweepImports(
  transaction: HubTransaction,
  { leftBefore, madeBefore }: { readonly leftBefore: Date; readonly madeBefore: Date },
): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('person')
    .where('id', 'in', (query) =>
      query
        .selectFrom('peerProfile')
        .select('personId')
        .where('source', '<>', 'self')
        .where((where) =>
          where.or([
            where('leftAt', '<', leftBefore),
            where.and([where('source', 'in', ['import', 'vcard']), where('updatedAt', '<', madeBefore)]),
          ]),
        ),
    )
    .where(sql<boolean>`not exists (select from account a where a.person_id = person.id)`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
