import { sql } from 'kysely';
import { countRows } from '../accounts/count-rows.ts';
import type { PersonalDataPart } from '../accounts/personal-data.ts';
import './impulse-tables.ts';

/**
 * What somebody offered, and what interested them. Interest is theirs alone and goes; so does an offer that has no date.
 * What became an event stays under the pseudonym.
 */
export const impulseData: PersonalDataPart = {
  name: 'impulses',
  async export(transaction, { personId }) {
    const offered = await transaction
      .selectFrom('impulse')
      .select(['id', 'title', 'abstract', 'topicIds', 'minutes', 'state', 'eventId', 'createdAt'])
      .where('createdBy', '=', personId)
      .orderBy('createdAt')
      .execute();
    const interest = await transaction
      .selectFrom('impulseInterest')
      .select(['impulseId', 'at'])
      .where('personId', '=', personId)
      .orderBy('at')
      .execute();
    return { offered, interest };
  },
  async foresee(transaction, { personId }) {
    const own = sql`created_by = ${personId}`;
    return {
      deleted: {
        interests: await countRows(transaction, 'impulse_interest', sql`person_id = ${personId}`),
        impulses: await countRows(transaction, 'impulse', sql`${own} and state <> 'dated'`),
      },
      kept: { impulses: await countRows(transaction, 'impulse', sql`${own} and state = 'dated'`) },
    };
  },
  async erase({ transaction, personId, pseudonym }) {
    await transaction.deleteFrom('impulseInterest').where('personId', '=', personId).execute();
    await transaction.deleteFrom('impulse').where('createdBy', '=', personId).where('state', '!=', 'dated').execute();
    await transaction.updateTable('impulse').set({ createdBy: pseudonym }).where('createdBy', '=', personId).execute();
  },
};
