import { sql } from 'kysely';
import type { HubTransaction } from '../database/database.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import type { DateTimes } from './date-view.ts';
import { countRegistered } from './register.ts';
import { dateStatus } from './registration-answer.ts';
import { hubRegistration, isWholeSeries } from './registration-date.ts';
import type { RegistrationNews } from './registration-news.ts';

/** A date whose places are given and taken: the event is held by the transaction. */
export interface PlacesOf {
  readonly event: StoredEvent;
  readonly date: DateTimes;
  /** What its registrations are kept under. */
  readonly recurrenceKey: string;
}

/**
 * Gives free places of one date to those who wait, first come first served, and tells them. In the transaction that
 * frees them. A date that is cancelled is nobody's luck.
 */
export async function fillPlaces(
  transaction: HubTransaction,
  { event, date, recurrenceKey }: PlacesOf,
  news: RegistrationNews,
  now: number,
): Promise<readonly string[]> {
  const registration = hubRegistration(event, recurrenceKey);
  if (!registration || dateStatus(event, recurrenceKey) === 'cancelled') return [];
  const { capacity } = registration;
  const free = capacity === undefined ? null : capacity - (await countRegistered(transaction, event.id, recurrenceKey));
  if (free !== null && free <= 0) return [];
  const { rows } = await sql<{ personId: string }>`
    update event_registration set state = 'registered', updated_at = ${new Date(now)}
    where id in (
      select id from event_registration
      where event_id = ${event.id} and recurrence_key = ${recurrenceKey} and state = 'waiting'
      order by queue limit ${free})
    returning person_id`.execute(transaction);
  const wholeSeries = isWholeSeries(event, recurrenceKey);
  const told = wholeSeries ? { ...date, recurrenceKey: '' } : date;
  for (const { personId } of rows) news.add(personId, { kind: 'promoted', event, date: told, wholeSeries });
  return rows.map(({ personId }) => personId);
}

/** Takes somebody off a date, tells them, and lets the next one in. Their words to the organisers go at once. */
export async function freePlace(
  transaction: HubTransaction,
  places: PlacesOf,
  row: {
    readonly id: string;
    readonly state: string;
    readonly personId: string;
    readonly kind: 'unregistered' | 'removed';
  },
  news: RegistrationNews,
  now: number,
): Promise<void> {
  await transaction
    .updateTable('eventRegistration')
    .set({ state: 'cancelled', note: null, needs: null, updatedAt: new Date(now) })
    .where('id', '=', row.id)
    .execute();
  const { event, date, recurrenceKey } = places;
  const wholeSeries = isWholeSeries(event, recurrenceKey);
  news.add(row.personId, {
    kind: row.kind,
    event,
    date: wholeSeries ? { ...date, recurrenceKey: '' } : date,
    wholeSeries,
    isWaiting: row.state === 'waiting',
  });
  if (row.state === 'registered') await fillPlaces(transaction, places, news, now);
}
