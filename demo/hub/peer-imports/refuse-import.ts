import type { HubTransaction } from '../database/database.ts';
import { ImportKeys } from './import-keys.ts';
import './peer-import-tables.ts';

/**
 * Remembers that somebody does not want an entry, before it is erased: by salted hashes of their key at the source and of
 * their address, so that no later file and no directory brings them back. People who have never been imported are not
 * remembered.
 */
export async function rememberRefusal(transaction: HubTransaction, personId: string): Promise<void> {
  const entry = await transaction
    .selectFrom('peerProfile')
    .select(['sourceKey', 'imported', 'channels'])
    .where('personId', '=', personId)
    .executeTakeFirst();
  if (!entry || entry.sourceKey === null) return;
  const keys = await ImportKeys.open(transaction);
  const addresses = [entry.imported.email, entry.channels.email].filter((email) => email !== undefined);
  const hashes = new Set([entry.sourceKey, ...addresses.map((email) => keys.ofAddress(email))]);
  await transaction
    .insertInto('importRefusal')
    .values([...hashes].map((keyHash) => ({ keyHash })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Erases a draft for good: the person, the entry, links for it, and whatever hangs on them. */
export async function eraseDraft(transaction: HubTransaction, personId: string): Promise<void> {
  await transaction.deleteFrom('person').where('id', '=', personId).execute();
}
