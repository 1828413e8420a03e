import type { PersonalDataPart } from '../accounts/personal-data.ts';
import { rememberRefusal } from './refuse-import.ts';

/**
 * What a source has said of somebody. Who is erased is not brought back by the next list: the part has to be added before
 * that of the entries, which deletes what the key is read from.
 */
export const importsData: PersonalDataPart = {
  name: 'imports',
  async export(transaction, { personId }) {
    const entry = await transaction
      .selectFrom('peerProfile')
      .select(['source', 'sourceId', 'imported', 'lockedFields', 'leftAt', 'createdAt'])
      .where('personId', '=', personId)
      .where('sourceKey', 'is not', null)
      .executeTakeFirst();
    const invitations = await transaction
      .selectFrom('invitation')
      .select(['email', 'orgId', 'createdAt', 'expiresAt'])
      .where('personId', '=', personId)
      .execute();
    return { ...(entry && { entry }), invitations };
  },
  async erase({ transaction, personId, pseudonym }) {
    await rememberRefusal(transaction, personId);
    await transaction
      .updateTable('invitation')
      .set({ invitedBy: pseudonym })
      .where('invitedBy', '=', personId)
      .execute();
  },
};
