import type { HubTransaction } from '../database/database.ts';
import { notify } from '../notifications/notify.ts';
import type { EventChange } from '../registration/event-change.ts';
import { interestedIn } from './impulse-interest.ts';
import './impulse-tables.ts';

/**
 * Keeps an impulse right when the event that it became is cancelled: it is offered again, with everybody's interest, and
 * may be given another date. An event that takes place after all is its date again, unless it has found another.
 */
export async function followEvent(transaction: HubTransaction, { before, after, by, now }: EventChange): Promise<void> {
  const cancelled = after.document.status === 'cancelled';
  if (cancelled === (before.document.status === 'cancelled')) return;
  const [from, to] = cancelled ? ['dated', 'offered'] : ['offered', 'dated'];
  const impulses = await transaction
    .updateTable('impulse')
    .set(({ eb }) => ({ state: to, version: eb('version', '+', 1), updatedAt: new Date(now) }))
    .where('eventId', '=', after.id)
    .where('state', '=', from)
    .returning(['id', 'createdBy'])
    .execute();
  for (const { id, createdBy } of impulses) {
    await notify(transaction, {
      kind: cancelled ? 'impulse-reopened' : 'impulse-dated',
      to: [...(cancelled ? [createdBy] : []), ...(await interestedIn(transaction, id))],
      by,
      impulseId: id,
      ...(!cancelled && { eventId: after.id }),
    });
  }
}
