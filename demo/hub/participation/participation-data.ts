import { sql } from 'kysely';
import { countRows } from '../accounts/count-rows.ts';
import type { PersonalDataPart } from '../accounts/personal-data.ts';
import { recountIdea } from './idea-counts.ts';
import './participation-tables.ts';

/**
 * What somebody did with ideas. Support, following, reactions and offers that nobody took are theirs alone and go, and
 * the counts with them; what was said and the help that was taken stay under the pseudonym, because others rely on them.
 */
export const participationData: PersonalDataPart = {
  name: 'participation',
  async export(transaction, { personId }) {
    const supports = await transaction
      .selectFrom('ideaSupport')
      .select(['ideaId', 'level', 'shown', 'note', 'at'])
      .where('personId', '=', personId)
      .orderBy('at')
      .execute();
    const follows = await transaction
      .selectFrom('ideaFollow')
      .select(['ideaId', 'at'])
      .where('personId', '=', personId)
      .orderBy('at')
      .execute();
    const comments = await transaction
      .selectFrom('ideaComment')
      .select(['id', 'ideaId', 'parentId', 'kind', 'body', 'state', 'reason', 'createdAt', 'editedAt'])
      .where('personId', '=', personId)
      .orderBy('createdAt')
      .execute();
    const reactions = await transaction
      .selectFrom('commentReaction')
      .select(['commentId', 'reaction'])
      .where('personId', '=', personId)
      .orderBy('commentId')
      .execute();
    const helpOffers = await transaction
      .selectFrom('helpOffer')
      .select(['id', 'ideaId', 'kinds', 'hours', 'text', 'state', 'thanks', 'createdAt'])
      .where('personId', '=', personId)
      .orderBy('createdAt')
      .execute();
    const reports = await transaction
      .selectFrom('report')
      .select(['objectType', 'objectId', 'reason', 'createdAt', 'settledAt'])
      .where('personId', '=', personId)
      .orderBy('createdAt')
      .execute();
    return { supports, follows, comments, reactions, helpOffers, reports };
  },
  async foresee(transaction, { personId }) {
    const own = sql`person_id = ${personId}`;
    const taken = sql`${own} and state in ('accepted', 'done')`;
    return {
      deleted: {
        supports: await countRows(transaction, 'idea_support', own),
        follows: await countRows(transaction, 'idea_follow', own),
        reactions: await countRows(transaction, 'comment_reaction', own),
        help: await countRows(transaction, 'help_offer', sql`${own} and state not in ('accepted', 'done')`),
      },
      kept: {
        comments: await countRows(transaction, 'idea_comment', own),
        help: await countRows(transaction, 'help_offer', taken),
      },
    };
  },
  async erase({ transaction, personId, pseudonym }) {
    const own = (table: 'ideaSupport' | 'ideaFollow') =>
      transaction.selectFrom(table).select('ideaId').distinct().where('personId', '=', personId).execute();
    const offered = await transaction
      .selectFrom('helpOffer')
      .select('ideaId')
      .distinct()
      .where('personId', '=', personId)
      .execute();
    const touched = [...(await own('ideaSupport')), ...(await own('ideaFollow')), ...offered];
    const ideaIds = [...new Set(touched.map(({ ideaId }) => ideaId))].toSorted();
    const held = await transaction
      .selectFrom('idea')
      .select('id')
      .where('id', 'in', ideaIds.length > 0 ? ideaIds : [''])
      .orderBy('id')
      .forUpdate()
      .execute();
    await transaction.deleteFrom('ideaSupport').where('personId', '=', personId).execute();
    await transaction.deleteFrom('ideaFollow').where('personId', '=', personId).execute();
    await transaction.deleteFrom('commentReaction').where('personId', '=', personId).execute();
    await transaction
      .deleteFrom('helpOffer')
      .where('personId', '=', personId)
      .where('state', 'not in', ['accepted', 'done'])
      .execute();
    await transaction
      .updateTable('helpOffer')
      .set({ personId: pseudonym, text: null })
      .where('personId', '=', personId)
      .execute();
    await transaction
      .updateTable('ideaComment')
      .set({ personId: pseudonym })
      .where('personId', '=', personId)
      .execute();
    await transaction.updateTable('report').set({ personId: null }).where('personId', '=', personId).execute();
    await transaction.updateTable('report').set({ settledBy: pseudonym }).where('settledBy', '=', personId).execute();
    for (const { id } of held) await recountIdea(transaction, id, 0, { active: false });
  },
};
