import { sql, type Selectable } from 'kysely';
import type { HubTransaction } from '../database/database.ts';
import type { PeerProfileTable } from '../peers/peer-tables.ts';

/** An entry, the name of its person, and whether they have an account of their own. */
export type EntryRow = Selectable<PeerProfileTable> & { readonly displayName: string; readonly hasAccount: boolean };

const CHUNK = 500;

/** Entries that are about to be changed, by their persons. */
export async function holdEntries(
  transaction: HubTransaction,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, EntryRow>> {
  const entries = new Map<string, EntryRow>();
  const ids = [...new Set(personIds)].toSorted();
  for (let at = 0; at < ids.length; at += CHUNK) {
    const rows = await transaction
      .selectFrom('peerProfile')
      .innerJoin('person', 'person.id', 'peerProfile.personId')
      .selectAll('peerProfile')
      .select([
        'person.displayName',
        sql<boolean>`exists (select from account a where a.person_id = peer_profile.person_id)`.as('hasAccount'),
      ])
      .where('peerProfile.personId', 'in', ids.slice(at, at + CHUNK))
      .orderBy('peerProfile.personId')
      .forUpdate('peerProfile')
      .execute();
    for (const row of rows) entries.set(row.personId, row);
  }
  return entries;
}

export interface AddressOwner {
  readonly personId: string;
  readonly entry?: EntryRow;
}

/** Who has these addresses: accounts for which somebody vouches, else drafts that some source has brought. */
export async function entriesByAddress(
  transaction: HubTransaction,
  emails: readonly string[],
): Promise<ReadonlyMap<string, AddressOwner>> {
  const owners = new Map<string, string>();
  for (let at = 0; at < emails.length; at += CHUNK) {
    const wanted = emails.slice(at, at + CHUNK);
    const drafts = await transaction
      .selectFrom('peerProfile')
      .select(['personId', sql<string>`lower(channels ->> 'email')`.as('email')])
      .where(sql<boolean>`channels ? 'email' and lower(channels ->> 'email') = any(${wanted}::text[])`)
      .where('source', '<>', 'self')
      .orderBy('createdAt', 'desc')
      .execute();
    for (const { email, personId } of drafts) owners.set(email, personId);
    const accounts = await transaction
      .selectFrom('account')
      .select(['personId', sql<string>`lower(email)`.as('email')])
      .where('emailVerified', '=', true)
      .where(sql<boolean>`lower(email) = any(${wanted}::text[])`)
      .orderBy('createdAt', 'desc')
      .execute();
    for (const { email, personId } of accounts) owners.set(email, personId);
  }
  const entries = await holdEntries(transaction, [...owners.values()]);
  return new Map(
    [...owners].map(([email, personId]) => {
      const entry = entries.get(personId);
      return [email, { personId, ...(entry && { entry }) }];
    }),
  );
}

/**
 * The draft of somebody who signs in for the first time under an address that is vouched for, or undefined: they are the
 * person whom a file or a directory has named.
 */
export async function draftOfAddress(transaction: HubTransaction, email: string): Promise<string | undefined> {
  const draft = await transaction
    .selectFrom('peerProfile')
    .select('personId')
    .where(sql<boolean>`channels ? 'email' and lower(channels ->> 'email') = ${email.toLowerCase()}`)
    .where('source', '<>', 'self')
    .where('leftAt', 'is', null)
    .where(sql<boolean>`not exists (select from account a where a.person_id = peer_profile.person_id)`)
    .orderBy('createdAt')
    .forUpdate()
    .executeTakeFirst();
  if (!draft) return undefined;
  // From now on the account says where they are written to.
  await transaction
    .updateTable('peerProfile')
    .set({ channels: sql`channels - 'email'` })
    .where('personId', '=', draft.personId)
    .execute();
  return draft.personId;
}
