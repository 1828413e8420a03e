import { sql, type Kysely } from 'kysely';
import type { Registration, RegistrationState } from '../../../src/model/registration.ts';
import { findPeople } from '../accounts/person-refs.ts';
import type { Tables } from '../database/database.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import type { Hub } from '../hub.ts';
import type { RegistrationDate } from './registration-facts.ts';

interface ListedRow {
  id: string;
  personId: string;
  state: string;
  rank: number;
  place: number;
  queue: number;
  note: string | null;
  needs: string | null;
  createdAt: Date;
  known: boolean;
}

export interface RegistrationPage {
  readonly items: Registration[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** Those who come first, then those who wait, in their order, and those who have cancelled. */
export async function listRegistrations(
  hub: Pick<Hub, 'directory' | 'config'>,
  db: Kysely<Tables>,
  { eventId, recurrenceKey }: RegistrationDate,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<RegistrationPage> {
  const [rank, queue] = readCursor(cursor, ['number', 'number']) ?? [-1, -1];
  const { rows } = await sql<ListedRow>`
    select * from (
      select r.id, r.person_id, r.state, r.note, r.needs, r.created_at, r.queue, p.id is not null as known,
        array_position(array['registered', 'waiting', 'cancelled'], r.state) as rank,
        row_number() over (partition by r.state order by r.queue) as place
      from event_registration r left join person p on p.id = r.person_id
      where r.event_id = ${eventId} and r.recurrence_key = ${recurrenceKey}) listed
    where (rank, queue) > (${Number(rank)}::integer, ${Number(queue)}::bigint)
    order by rank, queue limit ${limit + 1}`.execute(db);
  const { total } = await db
    .selectFrom('eventRegistration')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('eventId', '=', eventId)
    .where('recurrenceKey', '=', recurrenceKey)
    .executeTakeFirstOrThrow();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const people = await findPeople(
    hub,
    db,
    shown.map(({ personId }) => personId),
  );
  return {
    items: shown.map((row) => ({
      id: row.id,
      ...(row.known && { person: people(row.personId) }),
      state: row.state as RegistrationState,
      ...(row.state === 'waiting' && { waitingPosition: Number(row.place) }),
      ...(row.note !== null && { note: row.note }),
      ...(row.needs !== null && { needs: row.needs }),
      createdAt: new Date(row.createdAt).toISOString(),
    })),
    total: Number(total),
    nextCursor: rows.length > limit && last ? writeCursor([Number(last.rank), Number(last.queue)]) : null,
  };
}
