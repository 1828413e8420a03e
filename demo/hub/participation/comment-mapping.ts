import type { Kysely, Selectable } from 'kysely';
import {
  REACTIONS,
  type CommentKind,
  type CommentState,
  type IdeaComment,
  type Reaction,
} from '../../../src/model/idea-participation.ts';
import { findPeople } from '../accounts/person-refs.ts';
import { maySee } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import type { GuardedIdea } from '../ideas/idea-rules.ts';
import { commentActions, mayReadHeld, type GuardedComment } from './participation-rules.ts';
import type { IdeaCommentTable } from './participation-tables.ts';

export type CommentRow = Selectable<IdeaCommentTable>;

export const guardedComment = (idea: GuardedIdea, row: CommentRow): GuardedComment => ({
  type: 'idea-comment',
  idea,
  state: row.state,
  createdBy: row.personId,
  isReply: row.parentId !== null,
});

interface Reactions {
  readonly counts: Partial<Record<Reaction, number>>;
  readonly mine: readonly Reaction[];
}

async function findReactions(
  db: Kysely<Tables>,
  caller: Caller,
  commentIds: readonly string[],
): Promise<ReadonlyMap<string, Reactions>> {
  const found = new Map<string, Reactions>();
  if (commentIds.length === 0) return found;
  const me = caller.kind === 'account' ? caller.person.id : '';
  const rows = await db
    .selectFrom('commentReaction')
    .select((select) => [
      'commentId',
      'reaction',
      select.fn.countAll<string>().as('count'),
      select.fn<boolean>('bool_or', [select('personId', '=', me)]).as('mine'),
    ])
    .where('commentId', 'in', commentIds)
    .groupBy(['commentId', 'reaction'])
    .execute();
  for (const { commentId, reaction, count, mine } of rows) {
    const known = found.get(commentId) ?? { counts: {}, mine: [] };
    const name = reaction as Reaction;
    found.set(commentId, {
      counts: { ...known.counts, [name]: Number(count) },
      mine: mine ? [...known.mine, name] : known.mine,
    });
  }
  return found;
}

/** Comments of one idea for one caller; those that the caller may not see are left out. */
export async function answerComments(
  hub: Hub,
  db: Kysely<Tables>,
  caller: Caller,
  idea: GuardedIdea,
  rows: readonly CommentRow[],
): Promise<IdeaComment[]> {
  const seen = rows.filter((row) => maySee(caller, guardedComment(idea, row)));
  const ids = seen.map(({ id }) => id);
  const people = await findPeople(
    hub,
    db,
    seen.flatMap(({ personId, mentionIds }) => [personId, ...mentionIds]),
  );
  const reactions = await findReactions(db, caller, ids);
  return seen.map((row): IdeaComment => {
    const guarded = guardedComment(idea, row);
    const isReadable = row.state === 'visible' || (row.state !== 'removed' && mayReadHeld(caller, guarded));
    const { counts = {}, mine = [] } = reactions.get(row.id) ?? {};
    const hasReactions = isReadable && Object.keys(counts).length > 0;
    return {
      id: row.id,
      ideaId: row.ideaId,
      ...(row.parentId !== null && { parentId: row.parentId }),
      kind: row.kind as CommentKind,
      body: isReadable ? row.body : '',
      // Who has taken words back is not named beside their place.
      ...(row.state !== 'removed' && (row.personId === null ? { anonymous: true } : { author: people(row.personId) })),
      state: row.state as CommentState,
      ...(row.reason !== null && row.state === 'hidden' && { reason: row.reason }),
      ...(isReadable && row.mentionIds.length > 0 && { mentions: row.mentionIds.map(people) }),
      ...(hasReactions && { reactions: inOrder(counts) }),
      ...(hasReactions && mine.length > 0 && { me: { reactions: mine } }),
      createdAt: row.createdAt.toISOString(),
      ...(row.editedAt !== null && { editedAt: row.editedAt.toISOString() }),
      etag: `"${row.version}.${row.id}"`,
      can: commentActions(caller, guarded),
    };
  });
}

const inOrder = (counts: Partial<Record<Reaction, number>>): Partial<Record<Reaction, number>> =>
  Object.fromEntries(REACTIONS.flatMap((name) => (counts[name] === undefined ? [] : [[name, counts[name]]])));

/** Oldest first, replies after what they reply to. */
export function inThreads(rows: readonly CommentRow[]): CommentRow[] {
  const replies = new Map<string, CommentRow[]>();
  for (const row of rows) {
    if (row.parentId !== null) replies.set(row.parentId, [...(replies.get(row.parentId) ?? []), row]);
  }
  return rows.flatMap((row) => (row.parentId === null ? [row, ...(replies.get(row.id) ?? [])] : []));
}
