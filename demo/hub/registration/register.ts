import { sql } from 'kysely';
import { newId } from '../accounts/new-id.ts';
import type { HubTransaction } from '../database/database.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import type { Hub } from '../hub.ts';
import { headDate, type DateTimes } from './date-view.ts';
import { RegistrationNews } from './registration-news.ts';
import { hubRegistration, isWholeSeries } from './registration-date.ts';
import './registration-tables.ts';

/** What answers with registrations are made of (see `Changes`). */
export const REGISTRATION_TOPIC = EVENTS_TOPIC;

export interface NewRegistration {
  /** Held (`for update`) by the transaction, so that two who want the last place come one after the other. */
  readonly event: StoredEvent;
  readonly recurrenceKey: string;
  /** When that is, where it is one date of a series. */
  readonly date?: DateTimes;
  readonly personId: string;
  readonly note?: string | null;
  readonly needs?: string | null;
  /** Epoch ms. */
  readonly now: number;
}

export type RegisteredState = 'registered' | 'waiting';

export interface Registered {
  readonly id: string;
  readonly state: RegisteredState;
  /** The person had neither a place nor waited for one before. */
  readonly isNew: boolean;
}

async function countIn(
  transaction: HubTransaction,
  eventId: string,
  recurrenceKey: string,
  state: RegisteredState,
): Promise<number> {
  const { count } = await transaction
    .selectFrom('eventRegistration')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('eventId', '=', eventId)
    .where('recurrenceKey', '=', recurrenceKey)
    .where('state', '=', state)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many have a place at one date. */
export const countRegistered = (transaction: HubTransaction, eventId: string, recurrenceKey: string): Promise<number> =>
  countIn(transaction, eventId, recurrenceKey, 'registered');

/** How many wait for one: whoever came last has that number. */
const countWaiting = (transaction: HubTransaction, eventId: string, recurrenceKey: string): Promise<number> =>
  countIn(transaction, eventId, recurrenceKey, 'waiting');

/**
 * Gives a person a place, or a number on the waiting list where none is left or others wait already. Whoever has either
 * keeps it: only the texts change; who is new is sent a mail. Who may register is decided before.
 */
export async function register(
  hub: Hub,
  transaction: HubTransaction,
  { event, recurrenceKey, date, personId, note = null, needs = null, now }: NewRegistration,
): Promise<Registered> {
  const before = await transaction
    .selectFrom('eventRegistration')
    .select(['id', 'state'])
    .where('eventId', '=', event.id)
    .where('recurrenceKey', '=', recurrenceKey)
    .where('personId', '=', personId)
    .executeTakeFirst();
  const at = new Date(now);
  if (before && before.state !== 'cancelled') {
    await transaction
      .updateTable('eventRegistration')
      .set({ note, needs, updatedAt: at })
      .where('id', '=', before.id)
      .execute();
    return { id: before.id, state: before.state as RegisteredState, isNew: false };
  }
  const capacity = hubRegistration(event, recurrenceKey)?.capacity;
  const state =
    capacity === undefined || (await countRegistered(transaction, event.id, recurrenceKey)) < capacity
      ? 'registered'
      : 'waiting';
  const values = { state, note, needs, createdAt: at, updatedAt: at };
  if (before) {
    // Whoever comes back queues up again.
    await transaction
      .updateTable('eventRegistration')
      .set({ ...values, queue: sql<string>`default` })
      .where('id', '=', before.id)
      .execute();
  }
  const id = before?.id ?? newId();
  if (!before) {
    await transaction
      .insertInto('eventRegistration')
      .values({ id, eventId: event.id, recurrenceKey, personId, ...values })
      .execute();
  }
  const news = new RegistrationNews(hub, transaction, { by: personId, now });
  const where = { event, date: date ?? headDate(event), wholeSeries: isWholeSeries(event, recurrenceKey) };
  if (state === 'registered') news.add(personId, { kind: state, ...where });
  else
    news.add(personId, { kind: state, ...where, position: await countWaiting(transaction, event.id, recurrenceKey) });
  await news.send();
  return { id, state, isNew: true };
}
