import type { FastifyRequest } from 'fastify';
import { sessionConflicts } from '../../../src/model/session-conflicts.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { newId } from '../accounts/new-id.ts';
import { audit } from '../audit/audit.ts';
import { demand, demandAccount, maySee } from '../authorization/can.ts';
import type { HubTransaction } from '../database/database.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { findEvent } from '../events/event-store.ts';
import { FieldCheck } from '../http/characters.ts';
import { HttpProblem, type FieldError } from '../http/http-problem.ts';
import { demandMatch } from '../http/preconditions.ts';
import type { Hub } from '../hub.ts';
import { organisersOf } from '../idea-life/idea-people.ts';
import { notify } from '../notifications/notify.ts';
import { liesWithin } from './programme-check.ts';
import { campSpan } from './programme-follow.ts';
import { checkHosts, checkPlace, checkWords, namedHosts, type NewSession, type SessionPatch } from './session-check.ts';
import { guardedCamp, guardedSession, type SessionRow } from './session-store.ts';

const SESSION = 'event-session';

type Acting = Pick<FastifyRequest, 'caller' | 'now' | 'headers'>;

/** Adds a proposal of the caller's; gives its id. */
export async function proposeSession(
  hub: Hub,
  transaction: HubTransaction,
  { caller, now }: Acting,
  eventId: string,
  input: NewSession,
): Promise<string> {
  const event = await findEvent(transaction, eventId, true);
  if (!event) throw new HttpProblem('not-found');
  demand(caller, 'propose', guardedCamp(event, hub.config.timeZone, now));
  const check = new FieldCheck();
  const words = checkWords(input, undefined, event.document.programme, check);
  check.done();
  const id = newId();
  const me = demandAccount(caller).person.id;
  await transaction
    .insertInto('eventSession')
    .values({
      id,
      eventId: event.id,
      ...words,
      startAt: null,
      endAt: null,
      room: null,
      hosts: JSON.stringify([{ id: me }]),
      state: 'proposed',
      createdBy: me,
      ideaId: null,
      createdAt: new Date(now),
      updatedAt: new Date(now),
    })
    .execute();
  await notify(transaction, {
    kind: 'session-proposed',
    to: [event.createdBy, ...(await organisersOf(transaction, event.orgId))],
    by: me,
    eventId: event.id,
    text: words.title,
  });
  await audit(transaction, caller, { action: 'session.propose', object: { type: SESSION, id, orgId: event.orgId } });
  return id;
}

const find = (transaction: HubTransaction, id: string): Promise<SessionRow | undefined> =>
  transaction.selectFrom('eventSession').selectAll().where('id', '=', id).executeTakeFirst();

/**
 * A session and its camp, both held until the transaction ends: whatever changes the plan of one camp comes one after the
 * other, so that two organisers do not put two sessions into one room.
 */
async function holdSession(
  transaction: HubTransaction,
  id: string,
): Promise<{ readonly row: SessionRow; readonly event: StoredEvent }> {
  const before = await find(transaction, id);
  const event = before && (await findEvent(transaction, before.eventId, true));
  const row = event && (await find(transaction, id));
  if (!row) throw new HttpProblem('not-found');
  return { row, event };
}

const PLACING = ['start', 'end', 'room', 'hosts', 'despiteConflicts'] as const;
const WORDS = ['title', 'abstract', 'track', 'minutes'] as const;

/** What somebody must be allowed to do to make a change. */
function actionsFor(patch: SessionPatch): readonly string[] {
  const actions: string[] = [];
  if (WORDS.some((field) => patch[field] !== undefined)) actions.push('update');
  const places = PLACING.some((field) => patch[field] !== undefined);
  if (places || (patch.state !== undefined && patch.state !== 'cancelled')) actions.push('place');
  else if (patch.state === 'cancelled') actions.push('cancel');
  return actions;
}

const personIds = ({ hosts }: Pick<SessionRow, 'hosts'>): string[] =>
  hosts.flatMap((host) => ('id' in host ? host.id : []));

async function interestedIn(transaction: HubTransaction, id: string): Promise<string[]> {
  const rows = await transaction.selectFrom('sessionInterest').select('personId').where('sessionId', '=', id).execute();
  return rows.map(({ personId }) => personId);
}

/** @throws HttpProblem where the session lies outside of the camp, or room or hosts are taken then */
async function demandFreePlace(
  hub: Hub,
  transaction: HubTransaction,
  event: StoredEvent,
  next: SessionRow,
  despiteConflicts: boolean,
): Promise<void> {
  const { startAt, endAt } = next;
  if (!startAt || !endAt) return;
  const camp = campSpan(event.document, hub.config.timeZone);
  const span = { start: startAt.getTime(), end: endAt.getTime() };
  if (!liesWithin(span, camp, event.document.programme)) {
    throw new HttpProblem('outside', {
      fieldErrors: [{ field: 'start', code: 'outside', message: 'must lie within the camp and its slots' }],
    });
  }
  if (despiteConflicts) return;
  const others = await transaction
    .selectFrom('eventSession')
    .selectAll()
    .where('eventId', '=', event.id)
    .where('state', '=', 'scheduled')
    .where('id', '!=', next.id)
    .where('startAt', '<', endAt)
    .execute();
  const hostsOf = await namedHosts(hub, transaction, [...others, next]);
  const placed = (row: SessionRow) => ({
    id: row.id,
    hosts: hostsOf(row.hosts),
    ...(row.startAt && { start: toInstantString(row.startAt.getTime()) }),
    ...(row.endAt && { end: toInstantString(row.endAt.getTime()) }),
    ...(row.room !== null && { room: row.room }),
  });
  const conflicts = sessionConflicts(others.map(placed), placed(next));
  if (conflicts.length === 0) return;
  const fieldErrors = (['room', 'host'] as const).flatMap((kind): FieldError[] => {
    const first = conflicts.find((conflict) => conflict.kind === kind);
    if (!first) return [];
    return [{ field: kind === 'room' ? 'room' : 'hosts', code: 'taken', message: `is taken then: ${first.name}` }];
  });
  throw new HttpProblem('session-conflict', {
    fieldErrors,
    more: { conflicts: conflicts.map(({ kind, session, name }) => ({ sessionId: session.id, kind, name })) },
  });
}

const isSamePlace = (a: SessionRow, b: SessionRow): boolean =>
  a.startAt?.getTime() === b.startAt?.getTime() && a.endAt?.getTime() === b.endAt?.getTime() && a.room === b.room;

async function tell(
  transaction: HubTransaction,
  { before, after, by }: { readonly before: SessionRow; readonly after: SessionRow; readonly by: string | null },
): Promise<void> {
  const about = { by, eventId: after.eventId, text: after.title };
  if (after.state === 'cancelled' && before.state !== 'cancelled') {
    const to = [...personIds(after), ...(await interestedIn(transaction, after.id))];
    await notify(transaction, { kind: 'session-cancelled', to, ...about });
  } else if (after.state === 'scheduled' && (before.state !== 'scheduled' || !isSamePlace(before, after))) {
    await notify(transaction, { kind: 'session-placed', to: personIds(after), ...about });
  }
}

/**
 * Changes a session: its words, its place in the plan, or that it takes place at all.
 * @throws HttpProblem for what the caller may not do, for what was changed meanwhile, and for a place that is not free
 */
export async function changeSession(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  patch: SessionPatch,
): Promise<SessionRow> {
  const { caller, now } = request;
  const { row, event } = await holdSession(transaction, id);
  const guarded = guardedSession(row, guardedCamp(event, hub.config.timeZone, now));
  if (!maySee(caller, guarded)) throw new HttpProblem('not-found');
  for (const action of actionsFor(patch)) demand(caller, action, guarded);
  demandMatch(request, row.version);

  const check = new FieldCheck();
  const words = checkWords(patch, row, event.document.programme, check);
  const place = checkPlace(patch, row, words.minutes, event.document, check);
  const hosts = patch.hosts ? await checkHosts(transaction, patch.hosts, check) : row.hosts;
  check.done();
  const next: SessionRow = { ...row, ...words, ...place, hosts };
  const isPlaced = next.state === 'scheduled' && (row.state !== 'scheduled' || !isSamePlace(row, next) || patch.hosts);
  if (isPlaced) await demandFreePlace(hub, transaction, event, next, patch.despiteConflicts === true);
  const saved = await transaction
    .updateTable('eventSession')
    .set({
      ...words,
      ...place,
      hosts: JSON.stringify(hosts),
      version: row.version + 1,
      updatedAt: new Date(now),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await tell(transaction, {
    before: row,
    after: saved,
    by: caller.kind === 'account' ? caller.person.id : null,
  });
  await audit(transaction, caller, {
    action: saved.state === 'cancelled' && row.state !== 'cancelled' ? 'session.cancel' : 'session.update',
    object: { type: SESSION, id, orgId: event.orgId },
    detail: { fields: Object.keys(patch), state: saved.state, version: saved.version },
  });
  return saved;
}

/** Marks the caller's interest, or takes it back; a repetition changes nothing. */
export async function setInterest(
  hub: Hub,
  transaction: HubTransaction,
  { caller, now }: Acting,
  id: string,
  interested: boolean,
): Promise<void> {
  const row = await find(transaction, id);
  const event = row && (await findEvent(transaction, row.eventId));
  if (!event) throw new HttpProblem('not-found');
  const guarded = guardedSession(row, guardedCamp(event, hub.config.timeZone, now));
  if (!maySee(caller, guarded)) throw new HttpProblem('not-found');
  const personId = demandAccount(caller).person.id;
  if (interested) {
    demand(caller, 'interest', guarded);
    await transaction
      .insertInto('sessionInterest')
      .values({ sessionId: id, personId, at: new Date(now) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await transaction
      .deleteFrom('sessionInterest')
      .where('sessionId', '=', id)
      .where('personId', '=', personId)
      .execute();
  }
}
