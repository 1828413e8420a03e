import { sql } from 'kysely';
import { countRows } from '../accounts/count-rows.ts';
import type { PersonalDataPart } from '../accounts/personal-data.ts';
import { POST } from './post-store.ts';
import './post-tables.ts';

/** What is out, or waits to come out, is relied on by others. */
const KEPT = ['published', 'scheduled'] as const;

/** What somebody has written. What has not come out is theirs alone and goes; what is out stays under the pseudonym. */
export const postData: PersonalDataPart = {
  name: 'posts',
  export: (transaction, { personId }) =>
    transaction
      .selectFrom('post')
      .select([
        'id',
        'title',
        'texts',
        'document',
        'tags',
        'topicIds',
        'size',
        'maturity',
        'ideaId',
        'state',
        'question',
      ])
      .select(['publishAt', 'publishedAt', 'createdAt', 'updatedAt'])
      .where('personId', '=', personId)
      .orderBy('createdAt')
      .execute(),
  async foresee(transaction, { personId }) {
    const own = sql`person_id = ${personId}`;
    return {
      deleted: { posts: await countRows(transaction, 'post', sql`${own} and state not in ('published', 'scheduled')`) },
      kept: { posts: await countRows(transaction, 'post', sql`${own} and state in ('published', 'scheduled')`) },
    };
  },
  async erase({ transaction, personId, pseudonym }) {
    const gone = await transaction
      .deleteFrom('post')
      .where('personId', '=', personId)
      .where('state', 'not in', KEPT)
      .returning('id')
      .execute();
    const ids = gone.map(({ id }) => id);
    // What only they showed is shown by nothing any more, and goes with the person's other files.
    await sql`delete from upload_use where object_type = ${POST} and object_id = any(${ids}::text[])`.execute(
      transaction,
    );
    await transaction.updateTable('post').set({ personId: pseudonym }).where('personId', '=', personId).execute();
  },
};
