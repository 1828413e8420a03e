import type { FastifyRequest } from 'fastify';
import { EVENT_LIMITS } from '../../../src/model/event-input.ts';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { newId } from '../accounts/new-id.ts';
import { audit } from '../audit/audit.ts';
import { demand, demandAccount, maySee } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { addMembersEvent, homeOf, orgRefOf } from '../events/members-event.ts';
import { characterCount, FieldCheck } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { demandMatch } from '../http/preconditions.ts';
import type { Hub } from '../hub.ts';
import { notify } from '../notifications/notify.ts';
import { checkImpulse, type ImpulseDate, type ImpulsePatch, type NewImpulse } from './impulse-check.ts';
import { interestedIn } from './impulse-interest.ts';
import { guardedImpulse, impulseSearchText, type ImpulseRow } from './impulse-store.ts';

const IMPULSE = 'impulse';
/** How long those who were interested may register before everybody else, where places are few. */
const HEAD_START_MS = DAY_MS;

type Acting = Pick<FastifyRequest, 'caller' | 'now'>;

/** Offers an impulse; gives its id. */
export async function offerImpulse(
  hub: Hub,
  transaction: HubTransaction,
  { caller, now }: Acting,
  input: NewImpulse,
): Promise<string> {
  const account = demandAccount(caller);
  const orgId = input.orgId ?? homeOf(account) ?? null;
  demand(caller, 'create', { type: IMPULSE, orgId });
  const check = new FieldCheck();
  const words = checkImpulse(input, undefined, hub.directory, check);
  check.done();
  const id = newId();
  const at = new Date(now);
  const orgName = orgId === null ? '' : (await orgRefOf(hub, transaction, orgId)).name;
  await transaction
    .insertInto('impulse')
    .values({
      id,
      ...words,
      orgId,
      createdBy: account.person.id,
      state: 'offered',
      eventId: null,
      searchText: impulseSearchText({ ...words, orgName }, hub.directory),
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  await audit(transaction, caller, { action: 'impulse.offer', object: { type: IMPULSE, id, orgId } });
  return id;
}

/** An impulse that the caller sees, held until the transaction ends. */
async function holdImpulse(transaction: HubTransaction, caller: Caller, id: string): Promise<ImpulseRow> {
  const row = await transaction.selectFrom('impulse').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row || !maySee(caller, guardedImpulse(row))) throw new HttpProblem('not-found');
  return row;
}

/** Changes what an offered impulse says. */
export async function changeImpulse(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  patch: ImpulsePatch,
): Promise<ImpulseRow> {
  const { caller, now } = request;
  const row = await holdImpulse(transaction, caller, id);
  demand(caller, 'update', guardedImpulse(row));
  demandMatch(request, row.version);
  const orgId = patch.orgId ?? row.orgId;
  if (orgId !== row.orgId) demand(caller, 'create', { type: IMPULSE, orgId });
  const check = new FieldCheck();
  const words = checkImpulse(patch, row, hub.directory, check);
  check.done();
  const orgName = orgId === null ? '' : (await orgRefOf(hub, transaction, orgId)).name;
  await audit(transaction, caller, {
    action: 'impulse.update',
    object: { type: IMPULSE, id, orgId },
    detail: { fields: Object.keys(patch), version: row.version + 1 },
  });
  return transaction
    .updateTable('impulse')
    .set({
      ...words,
      orgId,
      searchText: impulseSearchText({ ...words, orgName }, hub.directory),
      version: row.version + 1,
      updatedAt: new Date(now),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Takes an offer back; a repetition changes nothing. Those who were interested are told. */
export async function withdrawImpulse(
  transaction: HubTransaction,
  { caller, now }: Acting,
  id: string,
): Promise<ImpulseRow> {
  const row = await holdImpulse(transaction, caller, id);
  if (row.state === 'withdrawn') return row;
  demand(caller, 'withdraw', guardedImpulse(row));
  await notify(transaction, {
    kind: 'impulse-withdrawn',
    to: [row.createdBy, ...(await interestedIn(transaction, id))],
    by: demandAccount(caller).person.id,
    impulseId: id,
    text: row.title,
  });
  await audit(transaction, caller, { action: 'impulse.withdraw', object: { type: IMPULSE, id, orgId: row.orgId } });
  return transaction
    .updateTable('impulse')
    .set({ state: 'withdrawn', version: row.version + 1, updatedAt: new Date(now) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Marks the caller's interest, which the offerer is told, or takes it back; a repetition changes nothing. */
export async function setImpulseInterest(
  transaction: HubTransaction,
  { caller, now }: Acting,
  id: string,
  interested: boolean,
): Promise<void> {
  const row = await holdImpulse(transaction, caller, id);
  const personId = demandAccount(caller).person.id;
  if (!interested) {
    await transaction
      .deleteFrom('impulseInterest')
      .where('impulseId', '=', id)
      .where('personId', '=', personId)
      .execute();
    return;
  }
  demand(caller, 'interest', guardedImpulse(row));
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('impulseInterest')
    .values({ impulseId: id, personId, at: new Date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await notify(transaction, { kind: 'impulse-interest', to: [row.createdBy], by: personId, impulseId: id });
}

/** When registration opens to all: a day from now, but never so late that nobody else could come. */
const opensAt = (now: number, start: number): string =>
  toInstantString(now + Math.min(HEAD_START_MS, Math.floor((start - now) / 2 / 60_000) * 60_000));

/** Gives an impulse its date: it becomes an event, and those who were interested hear of it before anybody else. */
export async function dateImpulse(
  hub: Hub,
  transaction: HubTransaction,
  { caller, now }: Acting,
  id: string,
  input: ImpulseDate,
): Promise<StoredEvent> {
  const row = await holdImpulse(transaction, caller, id);
  demand(caller, 'date', guardedImpulse(row));
  const account = demandAccount(caller);
  const start = Date.parse(input.start);
  const end = input.end === undefined ? start + row.minutes * 60_000 : Date.parse(input.end);
  const check = new FieldCheck();
  if (start <= now) check.wrong('start', 'out-of-range', 'must lie ahead');
  if (end <= start) check.wrong('end', 'order', 'must be after start');
  check.done();
  const orgId = row.orgId ?? homeOf(account);
  if (orgId === undefined) throw new HttpProblem('denied');
  const { abstract } = row;
  const isShort = abstract !== null && !abstract.includes('\n') && characterCount(abstract) <= EVENT_LIMITS.summary;
  const { place, onlineUrl, capacity } = input;
  const event = await addMembersEvent(
    hub,
    transaction,
    { caller: account, orgId, now },
    {
      title: row.title,
      ...(abstract !== null && (isShort ? { summary: abstract } : { description: abstract })),
      kind: 'impulse',
      start: toInstantString(start),
      end: toInstantString(end),
      ...(place && { place }),
      ...(onlineUrl !== undefined && { onlineUrl }),
      ...(row.topicIds.length > 0 && { topics: row.topicIds.map((topic) => ({ id: topic })) }),
      registration: { mode: 'hub', ...(capacity !== undefined && { capacity, opensAt: opensAt(now, start) }) },
    },
  );
  await transaction
    .updateTable('impulse')
    .set({ state: 'dated', eventId: event.id, version: row.version + 1, updatedAt: new Date(now) })
    .where('id', '=', id)
    .execute();
  await notify(transaction, {
    kind: 'impulse-dated',
    to: await interestedIn(transaction, id),
    by: account.person.id,
    impulseId: id,
    eventId: event.id,
  });
  await audit(transaction, caller, {
    action: 'impulse.date',
    object: { type: IMPULSE, id, orgId },
    detail: { event: event.id },
  });
  return event;
}
