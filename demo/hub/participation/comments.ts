import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Reaction } from '../../../src/model/idea-participation.ts';
import { IDEA_LIMITS } from '../../../src/model/idea.ts';
import { audit } from '../audit/audit.ts';
import { can, demand, maySee } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import { HttpProblem, invalidFields } from '../http/http-problem.ts';
import { demandMatch } from '../http/preconditions.ts';
import { moderatorsOf, partakersOf } from '../idea-life/idea-people.ts';
import { demandIdeaAction, maySeeIdea, type IdeaRow } from '../ideas/idea-rules.ts';
import { notify } from '../notifications/notify.ts';
import { guardedComment, type CommentRow } from './comment-mapping.ts';
import { holdIdea, type ActedIdea } from './held-idea.ts';
import { recountIdea } from './idea-counts.ts';
import { orderedId } from './ordered-id.ts';
import type { CommentInput } from './participation-schema.ts';
import { demandPerson } from './supports.ts';
import { wantedText } from './texts.ts';

/** A comment with the idea that it belongs to, held. */
export interface ActedComment extends ActedIdea {
  readonly comment: CommentRow;
}

export const findComment = (db: Kysely<Tables>, id: string): Promise<CommentRow | undefined> =>
  db.selectFrom('ideaComment').selectAll().where('id', '=', id).executeTakeFirst();

/** All comments of an idea, oldest first. */
export const findComments = (db: Kysely<Tables>, ideaId: string): Promise<CommentRow[]> =>
  db
    .selectFrom('ideaComment')
    .selectAll()
    .where('ideaId', '=', ideaId)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(5_000)
    .execute();

/** @throws HttpProblem `not-found` for a comment or an idea that the caller may not see */
async function holdSeenComment(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
): Promise<ActedComment> {
  const found = await findComment(transaction, id);
  if (!found) throw new HttpProblem('not-found');
  const held = await holdIdea(transaction, request, found.ideaId);
  // Every write to a comment holds its idea: read again, it is as the one before has left it.
  const comment = await findComment(transaction, id);
  if (!comment || !maySee(request.caller, guardedComment(held.guarded, comment))) throw new HttpProblem('not-found');
  return { ...held, comment };
}

/** @throws HttpProblem as the rules say */
async function holdComment(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  action: string,
): Promise<ActedComment> {
  const held = await holdSeenComment(transaction, request, id);
  demand(request.caller, action, guardedComment(held.guarded, held.comment));
  return held;
}

async function save(
  transaction: HubTransaction,
  { comment, act }: ActedComment,
  changes: Partial<Omit<CommentRow, 'id' | 'version'>>,
  { active = false } = {},
): Promise<CommentRow> {
  const saved = await transaction
    .updateTable('ideaComment')
    .set({ ...changes, version: comment.version + 1 })
    .where('id', '=', comment.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recountIdea(transaction, comment.ideaId, act.now, { active });
  return saved;
}

/** Tells those whom a comment concerns, each once: who is named, who is answered, who wrote or follows the idea. */
async function tellOf(transaction: HubTransaction, row: IdeaRow, comment: CommentRow): Promise<void> {
  const { personId: by, parentId, mentionIds, body: text } = comment;
  const parent = parentId === null ? undefined : await findComment(transaction, parentId);
  // A reply to the anonymous author is one to whom it belongs.
  const answered = parent === undefined ? [] : parent.personId === null ? row.authorIds : [parent.personId];
  const told = new Set<string | null>([by]);
  const news = { by, ideaId: row.id, text };
  const rest = (ids: readonly (string | null)[]): (string | null)[] => {
    const fresh = ids.filter((id) => !told.has(id));
    for (const id of fresh) told.add(id);
    return fresh;
  };
  await notify(transaction, { kind: 'mention', to: rest(mentionIds), ...news });
  await notify(transaction, { kind: 'reply', to: rest(answered), ...news });
  const others = [...row.authorIds, ...(await partakersOf(transaction, row))];
  await notify(transaction, { kind: 'comment', to: rest(others), ...news });
}

function checkParent(held: ActedIdea, caller: Caller, parent: CommentRow | undefined): void {
  const fits =
    parent?.ideaId === held.row.id &&
    parent.parentId === null &&
    can(caller, 'reply', guardedComment(held.guarded, parent));
  if (!fits) {
    throw invalidFields([
      { field: 'parentId', code: 'not-allowed', message: 'must be a visible comment of this idea that is no reply' },
    ]);
  }
}

/** Nobody hears by a mention of an idea that they may not see. */
function checkMentions(ids: readonly string[], callers: ReadonlyMap<string, Caller>, row: IdeaRow): string[] {
  const wanted = [...new Set(ids)];
  const fieldErrors = wanted.flatMap((id, index) => {
    const mentioned = callers.get(id);
    if (mentioned && maySeeIdea(mentioned, row)) return [];
    return [{ field: `mentionIds.${index}`, code: 'not-found' as const, message: 'is nobody who takes part here' }];
  });
  if (fieldErrors.length > 0) throw invalidFields(fieldErrors);
  return wanted;
}

/**
 * Says something about an idea. What is said without a name waits for a moderator.
 * @param callers those whom `mentionIds` names, as far as they have an account
 */
export async function addComment(
  transaction: HubTransaction,
  request: FastifyRequest,
  ideaId: string,
  input: CommentInput,
  callers: ReadonlyMap<string, Caller>,
): Promise<{ readonly held: ActedIdea; readonly comment: CommentRow }> {
  const held = await holdIdea(transaction, request, ideaId);
  const { row, act } = held;
  demandIdeaAction(act.caller, 'comment', row, act);
  if (input.kind === 'answer') demandIdeaAction(act.caller, 'answer', row, act);
  const body = wantedText('body', input.body, IDEA_LIMITS.comment);
  const mentionIds = checkMentions(input.mentionIds ?? [], callers, row);
  if (input.parentId !== undefined) {
    checkParent(held, act.caller, await findComment(transaction, input.parentId));
  }
  // Who answers for the organisation does so by name.
  const personId = input.kind === 'answer' && act.caller.kind === 'account' ? act.caller.person.id : act.by;
  const waits = personId === null;
  const comment = await transaction
    .insertInto('ideaComment')
    .values({
      id: orderedId(act.now),
      ideaId,
      parentId: input.parentId ?? null,
      personId,
      kind: input.kind,
      body,
      state: waits ? 'pending' : 'visible',
      reason: null,
      mentionIds,
      createdAt: new Date(act.now),
      editedAt: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const saved = await recountIdea(transaction, ideaId, act.now, { active: !waits });
  if (waits) {
    const to = await moderatorsOf(transaction, row.orgId);
    await notify(transaction, { kind: 'comment', to, ideaId, text: body });
  } else {
    await tellOf(transaction, row, comment);
  }
  return { held: { ...held, row: saved }, comment };
}

/** Says it in other words. What was said without a name waits for a moderator again. */
export async function editComment(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  text: string,
): Promise<ActedComment> {
  const held = await holdComment(transaction, request, id, 'update');
  demandMatch(request, held.comment.version);
  const body = wantedText('body', text, IDEA_LIMITS.comment);
  const comment = await save(transaction, held, {
    body,
    editedAt: new Date(held.act.now),
    ...(held.comment.personId === null && { state: 'pending' }),
  });
  return { ...held, comment };
}

/** Its author takes it back. The words go, unless a moderator still has to look at them; the replies stay. */
export async function removeComment(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
): Promise<ActedComment> {
  const held = await holdComment(transaction, request, id, 'remove');
  const reported = await transaction
    .selectFrom('report')
    .select('id')
    .where('objectType', '=', 'comment')
    .where('objectId', '=', id)
    .where('settledAt', 'is', null)
    .executeTakeFirst();
  await transaction.deleteFrom('commentReaction').where('commentId', '=', id).execute();
  const comment = await save(transaction, held, {
    state: 'removed',
    reason: null,
    mentionIds: [],
    ...(!reported && { body: '' }),
  });
  return { ...held, comment };
}

/** A moderator hides a comment, and its author is told why. */
export async function hideComment(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  given: string,
): Promise<ActedComment> {
  const held = await holdComment(transaction, request, id, 'hide');
  const { act, row, comment: before } = held;
  const reason = wantedText('reason', given, IDEA_LIMITS.note);
  const comment = await save(transaction, held, { state: 'hidden', reason });
  await audit(transaction, act.caller, {
    action: 'comment.hide',
    object: { type: 'comment', id, orgId: row.orgId },
    detail: { ideaId: row.id, before: before.state },
  });
  const to = before.personId === null ? row.authorIds : [before.personId];
  await notify(transaction, { kind: 'comment-hidden', to, ideaId: row.id, text: reason });
  return { ...held, comment };
}

/** A moderator shows what was hidden or waited. */
export async function showComment(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
): Promise<ActedComment & { readonly isNew: boolean }> {
  const held = await holdComment(transaction, request, id, 'show');
  const { act, row, comment: before } = held;
  const isNew = before.state === 'pending' && before.editedAt === null;
  const comment = await save(transaction, held, { state: 'visible', reason: null }, { active: isNew });
  await audit(transaction, act.caller, {
    action: 'comment.show',
    object: { type: 'comment', id, orgId: row.orgId },
    detail: { ideaId: row.id, before: before.state },
  });
  if (isNew) await tellOf(transaction, row, comment);
  return { ...held, comment, isNew };
}

/** One click of thanks; a second one changes nothing. */
export async function react(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  reaction: Reaction,
  on: boolean,
): Promise<ActedComment> {
  const caller = demandPerson(request);
  const held = await holdSeenComment(transaction, request, id);
  if (on) {
    demand(caller, 'react', guardedComment(held.guarded, held.comment));
    await transaction
      .insertInto('commentReaction')
      .values({ commentId: id, personId: caller.person.id, reaction })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await transaction
      .deleteFrom('commentReaction')
      .where('commentId', '=', id)
      .where('personId', '=', caller.person.id)
      .where('reaction', '=', reaction)
      .execute();
  }
  return held;
}
