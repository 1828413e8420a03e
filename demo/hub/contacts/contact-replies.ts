import type { Channel } from '../../../src/model/peer-profile.ts';
import type { AccountCaller } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import { invalidFields, HttpProblem } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { addBlock } from './contact-blocks.ts';
import { channelsOf } from './contact-channels.ts';
import { stateAt } from './contact-facts.ts';
import { tellOfAnswer } from './contact-news.ts';
import { isReceiver, isSender } from './contact-rules.ts';
import { holdRequest, setState, type RequestRow } from './contact-store.ts';

/** What the two may do with a request. */
export const CONTACT_ACTIONS = ['accept', 'decline', 'block', 'withdraw'] as const;
export type ContactAction = (typeof CONTACT_ACTIONS)[number];

interface Acting {
  readonly caller: AccountCaller;
  readonly now: number;
}

/** What the caller gives when they accept: ways to be reached that they have, and at least one of the two gives one. */
async function checkedReveal(
  transaction: HubTransaction,
  { caller }: Acting,
  row: RequestRow,
  wanted: readonly Channel[],
): Promise<Channel[]> {
  const reveal = [...new Set(wanted)];
  const channels = await channelsOf(transaction, caller.person.id);
  if (reveal.some((channel) => !channels[channel])) {
    throw invalidFields([
      { field: 'reveal', code: 'not-allowed', message: 'must be ways to be reached that the caller has' },
    ]);
  }
  if (reveal.length === 0 && row.reveal.length === 0) {
    throw invalidFields([{ field: 'reveal', code: 'required', message: 'must be given: the other one gives none' }]);
  }
  return reveal;
}

/**
 * Answers a request or takes it back.
 * @throws HttpProblem `request-over` when it is not open any more: of two answers at once the first holds
 */
export async function replyToRequest(
  hub: Hub,
  transaction: HubTransaction,
  acting: Acting,
  id: string,
  action: ContactAction,
  reveal: readonly Channel[] = [],
): Promise<RequestRow> {
  const { caller, now } = acting;
  const row = await holdRequest(transaction, caller, id);
  const sides = { createdBy: row.fromPerson, toPerson: row.toPerson };
  if (!(action === 'withdraw' ? isSender : isReceiver)(caller, sides)) throw new HttpProblem('denied');
  const isOpen = stateAt(row, now) === 'sent';
  if (action === 'block') {
    await addBlock(transaction, { personId: row.toPerson, blockedId: row.fromPerson }, now);
    // What has ended stays as it is: a state that changed would tell that it was done.
    if (!isOpen) return row;
  }
  if (!isOpen) throw new HttpProblem('request-over');
  switch (action) {
    case 'accept': {
      const answerReveal = await checkedReveal(transaction, acting, row, reveal);
      await transaction.updateTable('contactRequest').set({ answerReveal }).where('id', '=', id).execute();
      const saved = await setState(transaction, row, 'accepted', now);
      await tellOfAnswer(hub, transaction, saved);
      return saved;
    }
    case 'decline':
    case 'block': {
      const saved = await setState(transaction, row, action === 'block' ? 'blocked' : 'declined', now);
      await tellOfAnswer(hub, transaction, saved);
      return saved;
    }
    case 'withdraw':
      // Nobody is told any more of what was taken back.
      await transaction.deleteFrom('notification').where('contactId', '=', id).execute();
      return setState(transaction, row, 'withdrawn', now);
  }
}
