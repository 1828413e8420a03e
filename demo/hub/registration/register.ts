import { sql } from 'kysely';
import { newId } from '../accounts/new-id.ts';
import type { HubTransaction } from '../database/database.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import type { Hub } from '../hub.ts';
import { hubRegistration } from './registration-date.ts';
import './registration-tables.ts';

/** What answers with registrations are made of (see `Changes`). */
export const REGISTRATION_TOPIC = EVENTS_TOPIC;

export interface NewRegistration {
  /** Held (`for update`) by the transaction, so that two who want the last place come one after the other. */
  readonly event: StoredEvent;
  readonly recurrenceKey: string;
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

/** How many have a place at one date. */
export async function countRegistered(
  transaction: HubTransaction,
  eventId: string,
  recurrenceKey: string,
): Promise<number> {
  const { count } = await transaction
    .selectFrom('eventRegistration')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('eventId', '=', eventId)
    .where('recurrenceKey', '=', recurrenceKey)
    .where('state', '=', 'registered')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Gives a person a place, or a number on the waiting list where none is left or others wait already. Whoever has either
 * keeps it: only the texts change. Who may register is decided before.
 */
export async function register(
  _hub: Hub,
  transaction: HubTransaction,
  { event, recurrenceKey, personId, note = null, needs = null, now }: NewRegistration,
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
    return { id: before.id, state, isNew: true };
  }
  const id = newId();
  await transaction
    .insertInto('eventRegistration')
    .values({ id, eventId: event.id, recurrenceKey, personId, ...values })
    .execute();
  return { id, state, isNew: true };
}
