import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { IDEA_LIMITS } from '../../../src/model/idea.ts';
import { audit } from '../audit/audit.ts';
import { demand } from '../authorization/can.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { moderatorsOf } from '../idea-life/idea-people.ts';
import { demandIdeaAction, type IdeaRow } from '../ideas/idea-rules.ts';
import { notify } from '../notifications/notify.ts';
import { guardedComment } from './comment-mapping.ts';
import { findComment } from './comments.ts';
import { holdIdea } from './held-idea.ts';
import { recountIdea } from './idea-counts.ts';
import { orderedId } from './ordered-id.ts';
import type { ReportInput } from './participation-schema.ts';
import { wantedText } from './texts.ts';

/**
 * Tells moderators that something is not right. Who reports the same twice has said it in other words: one report of a
 * person and object waits at a time.
 * @returns the id of the report
 */
export async function addReport(
  transaction: HubTransaction,
  request: FastifyRequest,
  { object, reason: given }: ReportInput,
): Promise<string> {
  const reported = object.type === 'comment' ? await findComment(transaction, object.id) : undefined;
  const ideaId = object.type === 'idea' ? object.id : reported?.ideaId;
  if (ideaId === undefined) throw new HttpProblem('not-found');
  const { row, act, guarded } = await holdIdea(transaction, request, ideaId);
  if (reported) demand(act.caller, 'report', guardedComment(guarded, reported));
  else demandIdeaAction(act.caller, 'report', row, act);
  const reason = wantedText('reason', given, IDEA_LIMITS.note);
  const personId = act.caller.kind === 'account' ? act.caller.person.id : null;
  if (personId !== null) {
    const before = await transaction
      .updateTable('report')
      .set({ reason })
      .where('objectType', '=', object.type)
      .where('objectId', '=', object.id)
      .where('personId', '=', personId)
      .where('settledAt', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (before) return before.id;
  }
  const id = orderedId(act.now);
  await transaction
    .insertInto('report')
    .values({
      id,
      objectType: object.type,
      objectId: object.id,
      ideaId,
      personId,
      reason,
      createdAt: new Date(act.now),
      settledAt: null,
      settledBy: null,
      settledNote: null,
    })
    .execute();
  await recountIdea(transaction, ideaId, act.now, { active: false });
  // Who has reported it is told to nobody.
  const to = (await moderatorsOf(transaction, row.orgId)).filter((moderator) => moderator !== personId);
  await notify(transaction, { kind: 'report', to, ideaId, text: reason });
  return id;
}

export interface OpenReport {
  readonly id: string;
  readonly object: { readonly type: 'idea' | 'comment'; readonly id: string };
  readonly reason: string;
  readonly at: string;
}

/** What waits for the moderators of an idea, oldest first. */
export async function openReports(db: Kysely<Tables>, ideaId: string): Promise<OpenReport[]> {
  const rows = await db
    .selectFrom('report')
    .select(['id', 'objectType', 'objectId', 'reason', 'createdAt'])
    .where('ideaId', '=', ideaId)
    .where('settledAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(({ id, objectType, objectId, reason, createdAt }) => ({
    id,
    object: { type: objectType === 'comment' ? 'comment' : 'idea', id: objectId },
    reason,
    at: createdAt.toISOString(),
  }));
}

/** Settles all open reports of an idea and its comments with a word on what was done, and tells those who reported. */
export async function settleReports(
  transaction: HubTransaction,
  request: FastifyRequest,
  ideaId: string,
  given: string,
): Promise<IdeaRow> {
  const { row, act } = await holdIdea(transaction, request, ideaId);
  demandIdeaAction(act.caller, 'moderate', row, act);
  const note = wantedText('note', given, IDEA_LIMITS.note);
  const settled = await transaction
    .updateTable('report')
    .set({
      settledAt: new Date(act.now),
      settledBy: act.caller.kind === 'account' ? act.caller.person.id : null,
      settledNote: note,
    })
    .where('ideaId', '=', ideaId)
    .where('settledAt', 'is', null)
    .returning(['id', 'personId', 'objectType', 'objectId'])
    .execute();
  if (settled.length === 0) return row;
  // Words that their authors have taken back were kept for this moment only.
  const commentIds = settled.flatMap(({ objectType, objectId }) => (objectType === 'comment' ? [objectId] : []));
  if (commentIds.length > 0) {
    await transaction
      .updateTable('ideaComment')
      .set({ body: '' })
      .where('id', 'in', commentIds)
      .where('state', '=', 'removed')
      .execute();
  }
  await audit(transaction, act.caller, {
    action: 'report.settle',
    object: { type: 'idea', id: ideaId, orgId: row.orgId },
    detail: { reports: settled.map(({ id }) => id) },
  });
  await notify(transaction, {
    kind: 'report-settled',
    to: settled.map(({ personId }) => personId),
    ideaId,
    text: note,
  });
  return recountIdea(transaction, ideaId, act.now, { active: false });
}
