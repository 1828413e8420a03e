import { sql } from 'kysely';
import { countRows } from '../accounts/count-rows.ts';
import type { PersonalDataPart } from '../accounts/personal-data.ts';
import './notification-tables.ts';

/** What a person was told: theirs alone, and gone with their account. What they did to others keeps a pseudonym. */
export const notificationData: PersonalDataPart = {
  name: 'notifications',
  export: (transaction, { personId }) =>
    transaction
      .selectFrom('notification')
      .select(['kind', 'ideaId', 'text', 'at', 'readAt', 'mailedAt'])
      .where('personId', '=', personId)
      .orderBy('at')
      .orderBy('id')
      .execute(),
  foresee: async (transaction, { personId }) => ({
    deleted: { notifications: await countRows(transaction, 'notification', sql`person_id = ${personId}`) },
  }),
  async erase({ transaction, personId, pseudonym }) {
    await transaction.deleteFrom('notification').where('personId', '=', personId).execute();
    await transaction
      .updateTable('notification')
      .set({ byPerson: pseudonym })
      .where('byPerson', '=', personId)
      .execute();
  },
};
