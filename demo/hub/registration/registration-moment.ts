import { sql, type Kysely } from 'kysely';
import { boundToInstant } from '../../../src/model/time-zone.ts';
import type { Tables } from '../database/database.ts';
import { demandDate } from '../events/event-query.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { invalidFields } from '../http/http-problem.ts';
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
  const date = recurrenceId ? await demandDate(db, event, recurrenceId, hubZone) : headDate(event);
  const recurrenceKey = registrationKey(event, date);
  if (recurrenceKey === undefined) {
    throw invalidFields([
      { field: 'recurrenceId', code: 'required', message: 'must name the date: people register for each by itself' },
    ]);
  }
  return { date, recurrenceKey };
}

/**
 * When the last date of each series ends, epoch ms: `Infinity` where it goes on behind what the hub keeps of it. A series
 * without any date at hand ended before these.
 */
export async function seriesEnds(
  db: Kysely<Tables>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('event')
    .select(['id', 'expandedUntil'])
    .select((query) =>
      query
        .selectFrom('eventOccurrence')
        .select(({ fn }) => fn.max('endAt').as('last'))
        .whereRef('eventOccurrence.eventId', '=', 'event.id')
        .as('last'),
    )
    .where('id', '=', sql<string>`any(${[...eventIds]}::text[])`)
    .execute();
  return new Map(
    rows.map(({ id, expandedUntil, last }) => [
      id,
      expandedUntil !== null ? Infinity : last === null ? 0 : new Date(last).getTime(),
    ]),
  );
}

/** Epoch ms from which on nobody registers any more: the start of a date; of a whole series the end of its last. */
export async function overAt(
  db: Kysely<Tables>,
  event: StoredEvent,
  { date, recurrenceKey }: WantedDate,
  hubZone: string,
): Promise<number> {
  if (!event.series || recurrenceKey !== '') return boundToInstant(date.start, hubZone);
  return (await seriesEnds(db, [event.id])).get(event.id) ?? Infinity;
}
