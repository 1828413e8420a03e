import { sql, type Kysely } from 'kysely';
import { startOfMonth as firstOfMonth } from '../../../src/model/plain-date.ts';
import { plainDateAt, startOfDay } from '../../../src/model/time-zone.ts';
import type { RequestState } from '../../../src/model/contact-request.ts';
import type { Tables } from '../database/database.ts';
import './contact-tables.ts';

/** The state of a request by the clock: a job writes down that it expired, at some time after it did. */
export const stateAt = (row: { readonly state: RequestState; readonly expiresAt: Date }, now: number): RequestState =>
  row.state === 'sent' && row.expiresAt.getTime() <= now ? 'expired' : row.state;

/** As who sent it sees it: nobody learns that they are blocked. */
export const stateForSender = (state: RequestState): RequestState => (state === 'blocked' ? 'declined' : state);

/**
 * State of the last request that somebody sent to each of these people, as they see it; who has never been asked is not
 * in it.
 */
export async function requestStates(
  db: Kysely<Tables>,
  callerId: string,
  peerIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, RequestState>> {
  if (peerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('contactRequest')
    .distinctOn('toPerson')
    .select(['toPerson', 'state', 'expiresAt'])
    .where('fromPerson', '=', callerId)
    .where('toPerson', '=', sql<string>`any(${[...peerIds]}::text[])`)
    .orderBy('toPerson')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.toPerson, stateForSender(stateAt(row, now))]));
}

/** First instant of the calendar month in a zone, epoch ms. */
export const startOfMonth = (zone: string, now: number): number =>
  startOfDay(zone, firstOfMonth(plainDateAt(zone, now)));

/**
 * How many more requests reach somebody this month. What was never delivered takes no room, but for who sent it: their
 * answers tell them nothing either.
 */
export async function contactRoom(
  db: Kysely<Tables>,
  {
    to,
    from,
    monthly,
    monthStart,
  }: { readonly to: string; readonly from: string; readonly monthly: number; readonly monthStart: number },
): Promise<number> {
  const { count } = await db
    .selectFrom('contactRequest')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('toPerson', '=', to)
    .where('createdAt', '>=', new Date(monthStart))
    .where((where) => where.or([where('hidden', '=', false), where('fromPerson', '=', from)]))
    .executeTakeFirstOrThrow();
  return monthly - Number(count);
}

/** Written to whenever a request is sent, answered or ends (see `Changes`): answers about people name its state. */
export const CONTACTS_TOPIC = 'contact';
