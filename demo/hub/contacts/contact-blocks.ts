import type { Kysely } from 'kysely';
import type { BlockedPeer } from '../../../src/model/contact-request.ts';
import type { AccountCaller } from '../authorization/caller.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { findBriefs } from '../peers/peer-briefs.ts';
import './contact-tables.ts';

/** Somebody does not want requests of somebody any more; a repetition changes nothing. */
export async function addBlock(
  transaction: HubTransaction,
  block: { readonly personId: string; readonly blockedId: string },
  now: number,
): Promise<void> {
  await transaction
    .insertInto('peerBlock')
    .values({ ...block, at: new Date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Lets somebody ask again. What they sent meanwhile stays undelivered. */
export async function removeBlock(
  transaction: HubTransaction,
  block: { readonly personId: string; readonly blockedId: string },
): Promise<void> {
  await transaction
    .deleteFrom('peerBlock')
    .where('personId', '=', block.personId)
    .where('blockedId', '=', block.blockedId)
    .execute();
}

/** Whom the caller has blocked, the last first. */
export async function listBlocks(hub: Hub, db: Kysely<Tables>, caller: AccountCaller): Promise<readonly BlockedPeer[]> {
  const rows = await db
    .selectFrom('peerBlock')
    .select(['blockedId', 'at'])
    .where('personId', '=', caller.person.id)
    .orderBy('at', 'desc')
    .orderBy('blockedId')
    .execute();
  const briefs = await findBriefs(
    hub,
    db,
    caller,
    rows.map(({ blockedId }) => blockedId),
  );
  return rows.map(({ blockedId, at }) => ({ peer: briefs(blockedId), at: at.toISOString() }));
}
