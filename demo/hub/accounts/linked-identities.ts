import { audit } from '../audit/audit.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { ACCOUNTS_TOPIC, findAccount, type Identity } from './accounts.ts';
import { newId } from './new-id.ts';

/** A way to sign in to an account. */
export interface WayIn {
  readonly id: string;
  readonly issuer: string;
  readonly createdAt: Date;
  /** The one that the account began with. */
  readonly first: boolean;
}

/**
 * Adds a way to sign in to an account.
 * @returns false where the identity signs in to another account already: two people are never made one by a click
 */
export async function linkIdentity(
  hub: Pick<Hub, 'database'>,
  accountId: string,
  identity: Identity,
): Promise<boolean> {
  const { issuer, subject } = identity;
  return hub.database.write([ACCOUNTS_TOPIC], async (transaction) => {
    const known = await findAccount(transaction, identity);
    if (known) return known.id === accountId;
    const id = newId();
    await transaction.insertInto('linkedIdentity').values({ id, accountId, issuer, subject }).execute();
    await audit(transaction, ANONYMOUS, { action: 'account.link', object: { type: 'account', id: accountId } });
    return true;
  });
}

export async function waysInto(from: Pick<HubTransaction, 'selectFrom'>, accountId: string): Promise<readonly WayIn[]> {
  const first = await from
    .selectFrom('account')
    .select(['id', 'issuer', 'createdAt'])
    .where('id', '=', accountId)
    .execute();
  const further = await from
    .selectFrom('linkedIdentity')
    .select(['id', 'issuer', 'createdAt'])
    .where('accountId', '=', accountId)
    .orderBy('createdAt')
    .execute();
  return [...first.map((way) => ({ ...way, first: true })), ...further.map((way) => ({ ...way, first: false }))];
}

/** Takes a further way away; false where there is none of that id. */
export async function unlinkIdentity(hub: Pick<Hub, 'database'>, accountId: string, id: string): Promise<boolean> {
  return hub.database.write([ACCOUNTS_TOPIC], async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('linkedIdentity')
      .where('accountId', '=', accountId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await audit(transaction, ANONYMOUS, { action: 'account.unlink', object: { type: 'account', id: accountId } });
    return true;
  });
}
