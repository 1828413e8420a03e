import type { Kysely } from 'kysely';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import '../accounts/account-tables.ts';

/**
 * Persons as callers, as far as they have an account: to ask what they may see. Not inside a transaction: it asks the
 * database by itself.
 */
export async function callersOf(
  { accounts }: Pick<Hub, 'accounts'>,
  db: Kysely<Tables>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Caller>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['id', 'personId'])
    .where('personId', 'in', [...personIds])
    .execute();
  const callers = new Map<string, Caller>();
  for (const { id, personId } of rows) {
    const caller = await accounts.caller(id);
    if (caller) callers.set(personId, caller);
  }
  return callers;
}
