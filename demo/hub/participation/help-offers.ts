import type { FastifyRequest } from 'fastify';
import type { Kysely, Selectable } from 'kysely';
import type { HelpOffer, HelpState } from '../../../src/model/idea-participation.ts';
import { IDEA_LIMITS, type HelpKind, type HelpSize } from '../../../src/model/idea.ts';
import { findPeople } from '../accounts/person-refs.ts';
import { demand, maySee } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import { HttpProblem, invalidFields } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { demandIdeaAction, type GuardedIdea, type IdeaRow } from '../ideas/idea-rules.ts';
import { addHistory, saveIdea } from '../ideas/idea-store.ts';
import { notify } from '../notifications/notify.ts';
import { holdIdea, type ActedIdea } from './held-idea.ts';
import { recountIdea } from './idea-counts.ts';
import { orderedId } from './ordered-id.ts';
import { mayReadOfferer, mayReadOfferText, offerActions, type GuardedOffer } from './participation-rules.ts';
import type { HelpAnswer, HelpInput } from './participation-schema.ts';
import type { HelpOfferTable } from './participation-tables.ts';
import { demandPerson } from './supports.ts';
import { optionalText } from './texts.ts';

export type OfferRow = Selectable<HelpOfferTable>;
export type OfferAction = 'accept' | 'decline' | 'done' | 'withdraw';

/** An offer with the idea that it is for, held. */
export interface ActedOffer extends ActedIdea {
  readonly offer: OfferRow;
}

const guardedOffer = (idea: GuardedIdea, row: OfferRow): GuardedOffer => ({
  type: 'help-offer',
  idea,
  state: row.state,
  createdBy: row.personId,
  thanked: row.thanks !== null,
});

export const findOffers = (db: Kysely<Tables>, ideaId: string): Promise<OfferRow[]> =>
  db
    .selectFrom('helpOffer')
    .selectAll()
    .where('ideaId', '=', ideaId)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1_000)
    .execute();

/** Offers for one idea as one caller may read them. */
export async function answerOffers(
  hub: Hub,
  db: Kysely<Tables>,
  caller: Caller,
  idea: GuardedIdea,
  rows: readonly OfferRow[],
): Promise<HelpOffer[]> {
  const seen = rows.filter((row) => maySee(caller, guardedOffer(idea, row)));
  const people = await findPeople(
    hub,
    db,
    seen.map(({ personId }) => personId),
  );
  return seen.map((row): HelpOffer => {
    const guarded = guardedOffer(idea, row);
    const isReader = mayReadOfferText(caller, guarded);
    return {
      id: row.id,
      ideaId: row.ideaId,
      kinds: row.kinds as HelpKind[],
      ...(row.hours !== null && { hours: row.hours as HelpSize }),
      ...(row.text !== null && isReader && { text: row.text }),
      ...(mayReadOfferer(caller, guarded) && { person: people(row.personId) }),
      state: row.state as HelpState,
      // Thanks are said aloud.
      ...(row.thanks !== null && { thanks: row.thanks }),
      createdAt: row.createdAt.toISOString(),
      can: offerActions(caller, guarded),
    };
  });
}

/** Offers help. One offer of a person waits for an answer at a time. */
export async function addOffer(
  transaction: HubTransaction,
  request: FastifyRequest,
  ideaId: string,
  input: HelpInput,
): Promise<ActedOffer> {
  const held = await holdIdea(transaction, request, ideaId);
  const { row, act } = held;
  demandIdeaAction(act.caller, 'offer-help', row, act);
  const { person } = demandPerson(request);
  const text = optionalText('text', input.text, IDEA_LIMITS.helpText);
  const waiting = await transaction
    .selectFrom('helpOffer')
    .select('id')
    .where('ideaId', '=', ideaId)
    .where('personId', '=', person.id)
    .where('state', '=', 'offered')
    .executeTakeFirst();
  if (waiting) throw new HttpProblem('conflict', { detail: 'An offer of yours still waits for an answer.' });
  const at = new Date(act.now);
  const offer = await transaction
    .insertInto('helpOffer')
    .values({
      id: orderedId(act.now),
      ideaId,
      personId: person.id,
      kinds: input.kinds,
      hours: input.hours ?? null,
      text,
      state: 'offered',
      thanks: null,
      createdAt: at,
      updatedAt: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const news = { kind: 'help-offered', by: person.id, ideaId } as const;
  await notify(transaction, { ...news, to: row.authorIds, ...(text !== null && { text }) });
  // The words of an offer are for the authors alone.
  await notify(transaction, { ...news, to: [row.patronId].filter((id) => id !== null && !row.authorIds.includes(id)) });
  return { ...held, row: await recountIdea(transaction, ideaId, act.now, { active: true }), offer };
}

async function holdOffer(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  action: string,
): Promise<ActedOffer> {
  const find = () => transaction.selectFrom('helpOffer').selectAll().where('id', '=', id).executeTakeFirst();
  const found = await find();
  if (!found) throw new HttpProblem('not-found');
  const held = await holdIdea(transaction, request, found.ideaId);
  const offer = await find();
  if (!offer) throw new HttpProblem('not-found');
  const guarded = guardedOffer(held.guarded, offer);
  // `done` once more only adds thanks.
  const wanted = action === 'done' && offer.state === 'done' ? 'thank' : action;
  const inState: Readonly<Record<string, readonly string[]>> = {
    accept: ['offered'],
    decline: ['offered'],
    done: ['accepted'],
    thank: ['done'],
    withdraw: ['offered', 'accepted'],
  };
  // Said apart from rights: somebody was faster, and a page can tell that.
  const isAllowedElsewhere = inState[wanted]?.some((state) =>
    offerActions(request.caller, { ...guarded, state, thanked: false }).includes(wanted),
  );
  if (isAllowedElsewhere && !offerActions(request.caller, guarded).includes(wanted)) {
    throw new HttpProblem('conflict', { detail: `The offer is ${offer.state} already.` });
  }
  demand(request.caller, wanted, guarded);
  return { ...held, offer };
}

function needIndexOf({ document: { needs } }: IdeaRow, index: number): number {
  const need = needs[index];
  if (!need || need.filledBy !== undefined) {
    throw invalidFields([{ field: 'needIndex', code: 'not-found', message: 'is no need that is still open' }]);
  }
  return index;
}

/** The idea's needs with one met, or without what somebody who leaves has met. */
function withNeeds(
  row: IdeaRow,
  change: { readonly index: number; readonly by: string } | { readonly without: string },
) {
  const { document } = row;
  const needs = document.needs.map((need, index) => {
    if ('index' in change) return index === change.index ? { ...need, filledBy: change.by } : need;
    const { filledBy, ...rest } = need;
    return filledBy === change.without ? rest : need;
  });
  return { ...document, needs };
}

const NEXT_STATE: Readonly<Record<OfferAction, HelpState>> = {
  accept: 'accepted',
  decline: 'declined',
  done: 'done',
  withdraw: 'withdrawn',
};

/** Answers an offer, or takes it back. Whose help is accepted belongs to the team from then on. */
export async function answerOffer(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  action: OfferAction,
  input: HelpAnswer,
): Promise<ActedOffer> {
  const held = await holdOffer(transaction, request, id, action);
  const { act, offer: before } = held;
  let { row } = held;
  const thanks = optionalText('thanks', input.thanks, IDEA_LIMITS.thanks);
  if (input.needIndex !== undefined && action !== 'accept') {
    throw invalidFields([{ field: 'needIndex', code: 'not-allowed', message: 'belongs to `accept`' }]);
  }
  if (before.state === 'done' && thanks === null) {
    throw invalidFields([{ field: 'thanks', code: 'required', message: 'is what is still missing' }]);
  }
  const offer = await transaction
    .updateTable('helpOffer')
    .set({
      state: NEXT_STATE[action],
      updatedAt: new Date(act.now),
      ...((action === 'accept' || action === 'done') && thanks !== null && { thanks }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (action === 'accept' && input.needIndex !== undefined) {
    const index = needIndexOf(row, input.needIndex);
    row = await saveIdea(transaction, row, { document: withNeeds(row, { index, by: before.personId }) }, act.now);
  }
  const leaves = action === 'withdraw' && before.state === 'accepted';
  if (leaves && row.document.needs.some(({ filledBy }) => filledBy === before.personId)) {
    row = await saveIdea(transaction, row, { document: withNeeds(row, { without: before.personId }) }, act.now);
  }
  await record(transaction, { ...held, row, offer }, before.state, action, thanks);
  row = await recountIdea(transaction, row.id, act.now, { active: action !== 'decline' });
  return { ...held, row, offer };
}

/** Writes down what happened and tells those whom it concerns. */
async function record(
  transaction: HubTransaction,
  { act, row, offer }: ActedOffer,
  before: string,
  action: OfferAction,
  thanks: string | null,
): Promise<void> {
  const leaves = action === 'withdraw' && before === 'accepted';
  if (action === 'accept' || (action === 'done' && before === 'accepted') || leaves) {
    const name = action === 'accept' ? 'help-accepted' : leaves ? 'help-withdrawn' : 'help-done';
    await addHistory(transaction, { ideaId: row.id, at: act.now, personId: offer.personId, action: name });
  }
  const news = { by: act.by, ideaId: row.id, ...(thanks !== null && { text: thanks }) };
  const to = [offer.personId];
  if (action === 'accept') await notify(transaction, { kind: 'help-accepted', to, ...news });
  if (action === 'decline') await notify(transaction, { kind: 'help-declined', to, ...news });
  if (action === 'done' && (thanks !== null || before === 'accepted')) {
    await notify(transaction, { kind: 'help-thanks', to, ...news });
  }
  if (leaves) {
    const authors = [...row.authorIds, row.patronId].filter((id) => id !== offer.personId);
    await notify(transaction, { kind: 'help-withdrawn', to: authors, by: offer.personId, ideaId: row.id });
  }
}
