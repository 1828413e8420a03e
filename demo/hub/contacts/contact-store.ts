import { sql, type Kysely, type Selectable } from 'kysely';
import type { ContactRequest, RequestState } from '../../../src/model/contact-request.ts';
import { actionsOf } from '../authorization/can.ts';
import type { AccountCaller } from '../authorization/caller.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { findBriefs } from '../peers/peer-briefs.ts';
import { findAbouts } from './contact-about.ts';
import { stateAt, stateForSender } from './contact-facts.ts';
import { CONTACT_REQUEST, isReceiver, isSender, type GuardedRequest } from './contact-rules.ts';
import type { ContactRequestTable } from './contact-tables.ts';
import './contact-tables.ts';

export type RequestRow = Selectable<ContactRequestTable>;

/** A request as rules look at it, for one of the two. */
export function guardedRequest(row: RequestRow, caller: AccountCaller, now: number, blocked: boolean): GuardedRequest {
  const state = stateAt(row, now);
  const { fromPerson, toPerson, hidden } = row;
  return {
    type: CONTACT_REQUEST,
    createdBy: fromPerson,
    toPerson,
    hidden,
    state: caller.person.id === fromPerson ? stateForSender(state) : state,
    blocked: blocked || state === 'blocked',
  };
}

const isMine = (caller: AccountCaller, row: RequestRow): boolean => {
  const sides = { createdBy: row.fromPerson, toPerson: row.toPerson };
  return isSender(caller, sides) || (isReceiver(caller, sides) && !row.hidden);
};

/** @throws HttpProblem `not-found` for what is not the caller's, or has never been delivered to them */
export async function findRequest(db: Kysely<Tables>, caller: AccountCaller, id: string): Promise<RequestRow> {
  const row = await db.selectFrom('contactRequest').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !isMine(caller, row)) throw new HttpProblem('not-found');
  return row;
}

/** The same, held until the transaction ends: of two answers at once the second finds the first. */
export async function holdRequest(transaction: HubTransaction, caller: AccountCaller, id: string): Promise<RequestRow> {
  const row = await transaction
    .selectFrom('contactRequest')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row || !isMine(caller, row)) throw new HttpProblem('not-found');
  return row;
}

/** Whom the caller has blocked, of these. */
async function blockedAmong(db: Kysely<Tables>, personId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('peerBlock')
    .select('blockedId')
    .where('personId', '=', personId)
    .where(sql<boolean>`blocked_id = any(${[...ids]}::text[])`)
    .execute();
  return new Set(rows.map(({ blockedId }) => blockedId));
}

/** Requests as one of the two sees them, in the order of the rows, without addresses. */
export async function answerRequests(
  hub: Hub,
  db: Kysely<Tables>,
  caller: AccountCaller,
  rows: readonly RequestRow[],
  now: number,
): Promise<readonly ContactRequest[]> {
  const me = caller.person.id;
  const others = rows.map(({ fromPerson, toPerson }) => (fromPerson === me ? toPerson : fromPerson));
  const briefs = await findBriefs(hub, db, caller, [...new Set(others)]);
  const blocked = await blockedAmong(db, me, others);
  const refs = rows.flatMap(({ aboutType: type, aboutId: id }) => (type && id !== null ? [{ type, id }] : []));
  const abouts = await findAbouts(hub, db, caller, refs, now);
  return rows.map((row): ContactRequest => {
    const sent = row.fromPerson === me;
    const other = sent ? row.toPerson : row.fromPerson;
    const guarded = guardedRequest(row, caller, now, !sent && blocked.has(other));
    const { id, aboutType, aboutId, topic, message, reveal, createdAt, expiresAt, answeredAt } = row;
    const about = aboutType && aboutId !== null ? abouts({ type: aboutType, id: aboutId }) : undefined;
    // What was taken back is its sender's alone again.
    const takenBack = !sent && guarded.state === 'withdrawn';
    return {
      id,
      box: sent ? 'sent' : 'received',
      peer: briefs(other),
      ...(about && !takenBack && { about }),
      ...(topic !== null && !takenBack && { topic }),
      message: takenBack ? '' : message,
      reveal: [...reveal],
      state: guarded.state,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      ...(answeredAt && { answeredAt: answeredAt.toISOString() }),
      can: actionsOf(caller, guarded),
    };
  });
}

export interface RequestsQuery {
  readonly box?: ContactRequest['box'];
  readonly cursor?: string;
  readonly limit: number;
}

export interface RequestsPage {
  readonly items: readonly ContactRequest[];
  readonly nextCursor: string | null;
  readonly total: number;
  /** Those that wait for the caller's answer. */
  readonly waiting: number;
}

/** What the caller has got and sent, the newest first. */
export async function listRequests(
  hub: Hub,
  db: Kysely<Tables>,
  caller: AccountCaller,
  { box, cursor, limit }: RequestsQuery,
  now: number,
): Promise<RequestsPage> {
  const me = caller.person.id;
  const [at, id] = readCursor(cursor, ['number', 'string']) ?? [];
  const before = at === undefined ? undefined : new Date(Number(at));
  // Before all years that databases know, too.
  if (before && !(before.getTime() >= 0)) throw new HttpProblem('invalid-request');
  const sent = sql<boolean>`from_person = ${me}`;
  const received = sql<boolean>`(to_person = ${me} and not hidden)`;
  const mine = box === 'sent' ? sent : box === 'received' ? received : sql<boolean>`(${sent} or ${received})`;
  let page = db
    .selectFrom('contactRequest')
    .selectAll()
    .where(mine)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (before) page = page.where(sql<boolean>`(created_at, id) < (${before}, ${String(id)})`);
  const rows = await page.execute();
  const { total, waiting } = await db
    .selectFrom('contactRequest')
    .select(sql<string>`count(*) filter (where ${mine})`.as('total'))
    .select(
      sql<string>`count(*) filter (where ${received} and state = 'sent' and expires_at > ${new Date(now)})`.as(
        'waiting',
      ),
    )
    .where(sql<boolean>`(${sent} or ${received})`)
    .executeTakeFirstOrThrow();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await answerRequests(hub, db, caller, shown, now),
    nextCursor: rows.length > limit && last ? writeCursor([last.createdAt.getTime(), last.id]) : null,
    total: Number(total),
    waiting: Number(waiting),
  };
}

/** What a state becomes, and when. */
export const setState = (
  transaction: HubTransaction,
  { id, version }: Pick<RequestRow, 'id' | 'version'>,
  state: RequestState,
  now: number,
): Promise<RequestRow> =>
  transaction
    .updateTable('contactRequest')
    .set({ state, version: version + 1, answeredAt: new Date(now) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
