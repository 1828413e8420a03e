import type { Kysely } from 'kysely';
import { boundToInstant } from '../../../src/model/time-zone.ts';
import type { Tables } from '../database/database.ts';
import { dateBeyondHorizon, findDate } from '../events/event-query.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { HttpProblem, invalidFields } from '../http/http-problem.ts';
import { headDate, type DateTimes } from './date-view.ts';
import { registrationKey } from './registration-date.ts';

/** A date that somebody registers for. */
export interface WantedDate {
  readonly date: DateTimes;
  /** What the registration is kept under. */
  readonly recurrenceKey: string;
}

/**
 * The date that an address names, and what registrations for it are kept under.
 * @throws HttpProblem where there is no such date, or a series needs one
 */
export async function wantedDate(
  db: Kysely<Tables>,
  event: StoredEvent,
  recurrenceId: string | undefined,
  hubZone: string,
): Promise<WantedDate> {
  let date = headDate(event);
  if (recurrenceId) {
    const found = (await findDate(db, event.id, recurrenceId)) ?? dateBeyondHorizon(event, recurrenceId, hubZone);
    if (!found) throw new HttpProblem('not-found', { detail: 'The event has no such date.' });
    date = found;
  }
  const recurrenceKey = registrationKey(event, date);
  if (recurrenceKey === undefined) {
    throw invalidFields([
      { field: 'recurrenceId', code: 'required', message: 'must name the date: people register for each by itself' },
    ]);
  }
  return { date, recurrenceKey };
}

/** Epoch ms from which on nobody registers any more: the start of a date; of a whole series the end of its last. */
export async function overAt(
  db: Kysely<Tables>,
  event: StoredEvent,
  { date, recurrenceKey }: WantedDate,
  hubZone: string,
): Promise<number> {
  if (!event.series || recurrenceKey !== '') return boundToInstant(date.start, hubZone);
  const row = await db
    .selectFrom('event')
    .select('expandedUntil')
    .select((query) =>
      query
        .selectFrom('eventOccurrence')
        .select(({ fn }) => fn.max('endAt').as('last'))
        .whereRef('eventOccurrence.eventId', '=', 'event.id')
        .as('last'),
    )
    .where('id', '=', event.id)
    .executeTakeFirstOrThrow();
  return row.expandedUntil === null && row.last !== null ? new Date(row.last).getTime() : Infinity;
}
