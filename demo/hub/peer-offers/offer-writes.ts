import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { OfferInput } from '../../../src/model/peer-profile.ts';
import { PEER_LIMITS } from '../../../src/model/peer.ts';
import { countRows } from '../accounts/count-rows.ts';
import { newId } from '../accounts/new-id.ts';
import { audit } from '../audit/audit.ts';
import { demand, demandAccount } from '../authorization/can.ts';
import type { HubTransaction } from '../database/database.ts';
import { FieldCheck } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { demandMatch } from '../http/preconditions.ts';
import type { Hub } from '../hub.ts';
import { PEER_OFFER } from '../peers/peer-rules.ts';
import { todayOf, type OfferRow } from '../peers/peer-store.ts';
import { ensureProfile } from '../peers/profile-writes.ts';
import { savedProfile } from '../peers/saved-profile.ts';
import { checkOffer } from './offer-check.ts';
import { offerRow } from './offer-list.ts';

/** Offers that somebody may have, closed ones among them: what is over may be deleted with the entry, or used again. */
const MOST_KEPT = 200;

/** How many of the caller's offers there are, but one; the entry is held, so that two writes at once count each other. */
async function checkRoom(transaction: HubTransaction, personId: string, but: string, check: FieldCheck): Promise<void> {
  const own = sql`person_id = ${personId} and id <> ${but}`;
  const open = await countRows(transaction, 'peer_offer', sql`${own} and state = 'open'`);
  const all = await countRows(transaction, 'peer_offer', own);
  if (open >= PEER_LIMITS.offers || all >= MOST_KEPT) {
    const limit = open >= PEER_LIMITS.offers ? PEER_LIMITS.offers : MOST_KEPT;
    check.wrong('offers', 'too-many', `must be at most ${limit}`, limit);
  }
}

/** Adds an offer or a seek to the caller's entry, which is made where there is none; gives its id. */
export async function createOffer(
  hub: Hub,
  transaction: HubTransaction,
  { caller, now }: Pick<FastifyRequest, 'caller' | 'now'>,
  input: OfferInput,
): Promise<string> {
  const account = demandAccount(caller);
  demand(caller, 'create', { type: PEER_OFFER });
  const { personId, orgId } = await ensureProfile(transaction, account, now);
  const check = new FieldCheck();
  const offer = checkOffer(input, undefined, { directory: hub.directory, today: todayOf(hub, now), check });
  await checkRoom(transaction, personId, '', check);
  check.done();
  const id = newId();
  const at = new Date(now);
  await transaction
    .insertInto('peerOffer')
    .values({ id, personId, ...offer, createdAt: at, updatedAt: at })
    .execute();
  await savedProfile(hub, transaction, { personId });
  await audit(transaction, caller, { action: 'peer-offer.create', object: { type: PEER_OFFER, id, orgId } });
  return id;
}

/** Changes, renews, closes or reopens an offer of the caller's own. Others are told that there is no such thing. */
export async function changeOffer(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  input: OfferInput,
): Promise<OfferRow> {
  const { caller, now } = request;
  const account = demandAccount(caller);
  const { personId, orgId } = await ensureProfile(transaction, account, now);
  const before = await offerRow(transaction, id);
  if (!before || before.personId !== personId) throw new HttpProblem('not-found');
  demandMatch(request, before.version);
  const check = new FieldCheck();
  const offer = checkOffer(input, before, { directory: hub.directory, today: todayOf(hub, now), check });
  if (offer.state === 'open' && before.state !== 'open') await checkRoom(transaction, personId, id, check);
  check.done();
  await transaction
    .updateTable('peerOffer')
    .set({ ...offer, version: before.version + 1, updatedAt: new Date(now) })
    .where('id', '=', id)
    .execute();
  await savedProfile(hub, transaction, { personId });
  await audit(transaction, caller, {
    action: 'peer-offer.update',
    object: { type: PEER_OFFER, id, orgId },
    detail: { fields: Object.keys(input), version: before.version + 1 },
  });
  return { ...before, ...offer, version: before.version + 1 };
}
