import { maySee } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import { findEvent } from '../events/event-store.ts';
import type { Hub } from '../hub.ts';
import { guardedCamp, guardedSession, type SessionRow } from './session-store.ts';

/** The session that an idea comes from, where the caller sees it. */
export async function sessionOfIdea(
  hub: Pick<Hub, 'config'>,
  transaction: HubTransaction,
  { caller, now }: { readonly caller: Caller; readonly now: number },
  sessionId: string,
): Promise<SessionRow | undefined> {
  const row = await transaction.selectFrom('eventSession').selectAll().where('id', '=', sessionId).executeTakeFirst();
  const event = row && (await findEvent(transaction, row.eventId));
  if (!event) return undefined;
  return maySee(caller, guardedSession(row, guardedCamp(event, hub.config.timeZone, now))) ? row : undefined;
}

/** Says at a session which idea came of it; of several, the first. */
export async function linkIdea(transaction: HubTransaction, sessionId: string, ideaId: string): Promise<void> {
  await transaction
    .updateTable('eventSession')
    .set({ ideaId })
    .where('id', '=', sessionId)
    .where('ideaId', 'is', null)
    .execute();
}

/** An idea that was taken back came of nothing. */
export async function unlinkIdea(transaction: HubTransaction, ideaId: string): Promise<void> {
  await transaction.updateTable('eventSession').set({ ideaId: null }).where('ideaId', '=', ideaId).execute();
}
