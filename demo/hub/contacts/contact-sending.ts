import { sql } from 'kysely';
import { PEER_LIMITS } from '../../../src/model/peer.ts';
import type { ContactInput } from '../../../src/model/contact-request.ts';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { newId } from '../accounts/new-id.ts';
import { maySee } from '../authorization/can.ts';
import type { AccountCaller } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import { FieldCheck } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { guardedPeer } from '../peers/peer-mapping.ts';
import { findProfile, todayOf } from '../peers/peer-store.ts';
import { findAbouts } from './contact-about.ts';
import { channelsOf } from './contact-channels.ts';
import { contactRoom, startOfMonth } from './contact-facts.ts';
import { tellLater } from './contact-jobs.ts';
import type { RequestRow } from './contact-store.ts';
import './contact-tables.ts';

/** How long somebody may think about it. */
const OPEN_DAYS = 14;
/** So often a month somebody asks the same person: who asks again and again is no request any more. */
const PAIR_LIMIT = 3;

interface Acting {
  readonly caller: AccountCaller;
  readonly now: number;
}

/** What the request says, checked. */
async function checkedWords(
  hub: Hub,
  transaction: HubTransaction,
  { caller, now }: Acting,
  input: ContactInput,
): Promise<Pick<RequestRow, 'message' | 'topic' | 'reveal' | 'aboutType' | 'aboutId'>> {
  const check = new FieldCheck();
  if (input.toId === caller.person.id) check.wrong('toId', 'not-allowed', 'must be somebody else');
  const message = check.text('message', input.message, { min: PEER_LIMITS.messageMin, max: PEER_LIMITS.message });
  const topic = check.text('topic', input.topic, { max: PEER_LIMITS.headline, line: true });
  const reveal = [...new Set(input.reveal)];
  const channels = await channelsOf(transaction, caller.person.id);
  if (reveal.some((channel) => !channels[channel])) {
    check.wrong('reveal', 'not-allowed', 'must be ways to be reached that the caller has');
  }
  if (input.about) {
    const { type, id } = input.about;
    const about = (await findAbouts(hub, transaction, caller, [{ type, id }], now))({ type, id });
    if (!about) check.wrong('about.id', 'not-found', 'is nothing that the caller can see');
  }
  check.done();
  const { type = null, id = null } = input.about ?? {};
  return { message: message ?? '', topic: topic ?? null, reveal, aboutType: type, aboutId: id };
}

/** @throws HttpProblem `rate-limited`, which is all that the audit learns of it */
async function demandBudget(
  hub: Hub,
  transaction: HubTransaction,
  { caller, now }: Acting,
  toId: string,
): Promise<void> {
  const { limits, timeZone } = hub.config;
  const sent = await transaction
    .selectFrom('contactRequest')
    .select(['toPerson', 'createdAt'])
    .where('fromPerson', '=', caller.person.id)
    .where('createdAt', '>=', new Date(Math.min(startOfMonth(timeZone, now), now - DAY_MS)))
    .orderBy('createdAt', 'desc')
    .execute();
  const day = sent.filter(({ createdAt }) => createdAt.getTime() > now - DAY_MS);
  const oldest = day[limits.contactRequestsPerDay - 1];
  if (oldest) {
    const wait = oldest.createdAt.getTime() + DAY_MS - now;
    throw new HttpProblem('rate-limited', { retryAfter: Math.max(1, Math.ceil(wait / 1000)) });
  }
  const month = startOfMonth(timeZone, now);
  const pair = sent.filter(({ toPerson, createdAt }) => toPerson === toId && createdAt.getTime() >= month);
  if (pair.length >= PAIR_LIMIT) {
    const wait = startOfMonth(timeZone, month + 32 * DAY_MS) - now;
    throw new HttpProblem('rate-limited', { retryAfter: Math.max(1, Math.ceil(wait / 1000)) });
  }
}

/**
 * Sends a request. Who was blocked gets every answer that others would get, by the same rules and the same work; their
 * request is kept and never delivered.
 */
export async function sendRequest(
  hub: Hub,
  transaction: HubTransaction,
  { caller, now }: Acting,
  input: ContactInput,
): Promise<RequestRow> {
  const from = caller.person.id;
  const to = input.toId;
  const words = await checkedWords(hub, transaction, { caller, now }, input);
  // Both in one order: capacity and limits are counted by one request after the other, and two who ask each other at
  // once do not wait for each other for ever.
  await transaction
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [from, to])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const profile = await findProfile(transaction, to);
  const peer = profile && guardedPeer(profile, now, todayOf(hub, now));
  if (!profile || !peer?.listed || !maySee(caller, peer)) throw new HttpProblem('not-listed');
  if (peer.availability === 'paused') throw new HttpProblem('contact-paused');
  const blocks = await transaction
    .selectFrom('peerBlock')
    .select('personId')
    .where((where) =>
      where.or([
        where.and([where('personId', '=', from), where('blockedId', '=', to)]),
        where.and([where('personId', '=', to), where('blockedId', '=', from)]),
      ]),
    )
    .execute();
  if (blocks.some(({ personId }) => personId === from)) throw new HttpProblem('contact-blocked');
  await demandNoneOpen(transaction, from, to, now);
  await demandBudget(hub, transaction, { caller, now }, to);
  const monthStart = startOfMonth(hub.config.timeZone, now);
  const room = await contactRoom(transaction, { to, from, monthly: profile.monthlyRequests, monthStart });
  if (room <= 0) throw new HttpProblem('contact-capacity');
  const row = await transaction
    .insertInto('contactRequest')
    .values({
      id: newId(),
      fromPerson: from,
      toPerson: to,
      ...words,
      state: 'sent',
      hidden: blocks.length > 0,
      createdAt: new Date(now),
      expiresAt: new Date(now + OPEN_DAYS * DAY_MS),
      answeredAt: null,
      toldAt: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await tellLater(hub, transaction, row.id);
  return row;
}

/** @throws HttpProblem `contact-open` */
async function demandNoneOpen(transaction: HubTransaction, from: string, to: string, now: number): Promise<void> {
  const pair = sql<boolean>`((from_person = ${from} and to_person = ${to})
    or (from_person = ${to} and to_person = ${from} and not hidden))`;
  const open = await transaction
    .selectFrom('contactRequest')
    .select(['id', 'expiresAt'])
    .where(pair)
    .where('state', '=', 'sent')
    .execute();
  if (open.some(({ expiresAt }) => expiresAt.getTime() > now)) throw new HttpProblem('contact-open');
  if (open.length === 0) return;
  // Over by the clock: the job has not come by yet.
  await transaction
    .updateTable('contactRequest')
    .set({ state: 'expired' })
    .where(pair)
    .where('state', '=', 'sent')
    .execute();
}
