import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { keepSearch } from '../peer-search/peer-search.ts';

/**
 * To be called after every write of an entry, its offers, its picture or its consent, in the same transaction: what is
 * searched is rebuilt from what is kept.
 */
export async function savedProfile(
  hub: Hub,
  transaction: HubTransaction,
  { personId }: { readonly personId: string },
): Promise<void> {
  await keepSearch(hub, transaction, personId);
}
