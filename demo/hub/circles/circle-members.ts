import { sql, type Kysely } from 'kysely';
import type { PersonRef } from '../../../src/model/common.ts';
import { findPeople } from '../accounts/person-refs.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import '../registration/registration-tables.ts';

/** Who belongs to learning circles, those who came first in front, by the id of the circle's event. */
export async function circleMembers(
  db: Kysely<Tables>,
  hub: Pick<Hub, 'directory' | 'config'>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, PersonRef[]>> {
  const members = new Map<string, PersonRef[]>();
  if (eventIds.length === 0) return members;
  const rows = await db
    .selectFrom('eventRegistration')
    .select(['eventId', 'personId'])
    .where('eventId', '=', sql<string>`any(${[...eventIds]}::text[])`)
    .where('recurrenceKey', '=', '')
    .where('state', '=', 'registered')
    .orderBy('createdAt')
    .orderBy('queue')
    .execute();
  const people = await findPeople(
    hub,
    db,
    rows.map(({ personId }) => personId),
  );
  for (const { eventId, personId } of rows) {
    members.set(eventId, [...(members.get(eventId) ?? []), people(personId)]);
  }
  return members;
}
