import { sql } from 'kysely';
import { countRows } from '../accounts/count-rows.ts';
import type { PersonalDataPart } from '../accounts/personal-data.ts';
import './programme-tables.ts';

/**
 * What somebody did with camps. Interest is theirs alone and goes; a session that others planned with stays under the
 * pseudonym.
 */
export const programmeData: PersonalDataPart = {
  name: 'sessions',
  async export(transaction, { personId }) {
    const held = await transaction
      .selectFrom('eventSession')
      .select([
        'id',
        'eventId',
        'title',
        'abstract',
        'track',
        'minutes',
        'startAt',
        'endAt',
        'room',
        'state',
        'createdAt',
      ])
      .where((where) =>
        where.or([
          where('createdBy', '=', personId),
          sql<boolean>`hosts @> ${JSON.stringify([{ id: personId }])}::jsonb`,
        ]),
      )
      .orderBy('createdAt')
      .execute();
    const interest = await transaction
      .selectFrom('sessionInterest')
      .select(['sessionId', 'at'])
      .where('personId', '=', personId)
      .orderBy('at')
      .execute();
    return { held, interest };
  },
  async foresee(transaction, { personId }) {
    const hosts = sql`hosts @> ${JSON.stringify([{ id: personId }])}::jsonb`;
    return {
      deleted: { interests: await countRows(transaction, 'session_interest', sql`person_id = ${personId}`) },
      kept: { sessions: await countRows(transaction, 'event_session', sql`created_by = ${personId} or ${hosts}`) },
    };
  },
  async erase({ transaction, personId, pseudonym }) {
    await transaction.deleteFrom('sessionInterest').where('personId', '=', personId).execute();
    await transaction
      .updateTable('eventSession')
      .set({ createdBy: pseudonym })
      .where('createdBy', '=', personId)
      .execute();
    await sql`update event_session set version = version + 1, hosts = (
        select jsonb_agg(case when host.value ->> 'id' = ${personId}
          then jsonb_build_object('id', ${pseudonym}::text) else host.value end order by host.ordinality)
        from jsonb_array_elements(hosts) with ordinality host)
      where hosts @> ${JSON.stringify([{ id: personId }])}::jsonb`.execute(transaction);
  },
};
