import { sql } from 'kysely';
import type { HubTransaction } from '../database/database.ts';
import type { IdeaRow } from '../ideas/idea-rules.ts';
import './participation-tables.ts';

/**
 * Counts anew what people do with an idea; the one place that writes these numbers. The caller holds the row, so that
 * of two who write at once the second counts the first, too. The idea keeps its version: what others do is no reason to
 * refuse what its author is writing.
 *
 * @param now epoch ms
 * @param options.active false where nothing happened to the idea that people would call activity
 */
export async function recountIdea(
  transaction: HubTransaction,
  ideaId: string,
  now: number,
  { active }: { readonly active: boolean },
): Promise<IdeaRow> {
  return transaction
    .updateTable('idea')
    .set({
      supports: sql<number>`(select count(*) from idea_support where idea_id = idea.id)`,
      usefulHere: sql<number>`(select count(distinct org_id) from idea_support
        where idea_id = idea.id and level = 'useful-here')`,
      joins: sql<number>`(select count(*) from idea_support where idea_id = idea.id and level = 'i-join')`,
      followers: sql<number>`(select count(*) from idea_follow where idea_id = idea.id)`,
      comments: sql<number>`(select count(*) from idea_comment where idea_id = idea.id and state = 'visible')`,
      helpOffers: sql<number>`(select count(*) from help_offer
        where idea_id = idea.id and state in ('offered', 'accepted', 'done'))`,
      held: sql<number>`(select count(*) from idea_comment where idea_id = idea.id and state = 'pending')
        + (select count(*) from report where idea_id = idea.id and settled_at is null)`,
      ...(active && { activeAt: new Date(now), remindedAt: null }),
    })
    .where('id', '=', ideaId)
    .returningAll()
    .executeTakeFirstOrThrow();
}
