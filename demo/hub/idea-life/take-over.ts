import type { FastifyRequest } from 'fastify';
import { IDEA_LIMITS } from '../../../src/model/idea.ts';
import { newId } from '../accounts/new-id.ts';
import { maySee } from '../authorization/can.ts';
import type { HubTransaction } from '../database/database.ts';
import { FieldCheck } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { demandIdeaAction, guardedIdea, otherAdministrations, type IdeaRow } from '../ideas/idea-rules.ts';
import { addHistory, insertIdea, saveIdea } from '../ideas/idea-store.ts';
import { notify } from '../notifications/notify.ts';
import { heldIdea, type IdeaAct } from './idea-act.ts';
import { partakersOf } from './idea-people.ts';
import type { TakeOver } from './life-schema.ts';
import { checkTrial } from './trial-check.ts';

/** The administration that takes it over: the one named, else the only one that the caller belongs to. */
function orgOf(check: FieldCheck, act: IdeaAct, row: IdeaRow, orgId: string | undefined) {
  const own = otherAdministrations(act.caller, row);
  const found = orgId === undefined ? own[0] : own.find(({ org }) => org.id === orgId);
  if (!found) check.wrong('orgId', 'not-allowed', 'must be another administration that you belong to');
  return found;
}

/** What the new idea starts with, and what it keeps of the one that it comes from. */
function checkTakeOver(act: IdeaAct, row: IdeaRow, input: TakeOver) {
  const check = new FieldCheck();
  const title = check.text('title', input.title ?? row.title, { min: IDEA_LIMITS.titleMin, max: IDEA_LIMITS.title });
  const summary = check.text('summary', input.summary ?? row.document.summary, { min: 1, max: IDEA_LIMITS.summary });
  const changes = check.text('changes', input.changes, { max: IDEA_LIMITS.note });
  const membership = orgOf(check, act, row, input.orgId);
  const trial = checkTrial(check, input.trial);
  check.done();
  if (!title || !summary || !membership || !trial) throw new HttpProblem('invalid-request');
  const { body, problem, benefitFor, firstStep, tags, lang } = row.document;
  return {
    title,
    membership,
    document: {
      summary,
      ...(body !== undefined && { body }),
      ...(problem !== undefined && { problem }),
      ...(benefitFor !== undefined && { benefitFor }),
      ...(firstStep !== undefined && { firstStep }),
      tags,
      needs: [],
      attachmentIds: [],
      lang,
      trial,
      ...(changes !== undefined && { changes }),
    },
  };
}

/**
 * Another administration takes an idea over: an idea of its own that is tried there, with a link to where it comes from.
 * Checklist, costs and contact stay with the origin, where they are kept current.
 *
 * @throws HttpProblem when the idea is not there for the caller, cannot be taken over by them, or a field is not right
 */
export async function takeOver(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  input: TakeOver,
): Promise<IdeaRow> {
  const { row, act } = await heldIdea(transaction, request, id);
  if (act.caller.kind === 'anonymous') throw new HttpProblem('sign-in-required');
  if (!['adopted', 'documented', 'transfer'].includes(row.stage) && maySee(act.caller, guardedIdea(act.caller, row))) {
    throw new HttpProblem('conflict', { detail: 'Only what works in everyday life is taken over.' });
  }
  demandIdeaAction(act.caller, 'take-over', row);
  const { person } = act.caller;
  const { title, membership, document } = checkTakeOver(act, row, input);
  const made = await insertIdea(
    transaction,
    {
      id: newId(),
      stage: 'trying',
      reach: input.reach ?? row.reach,
      orgId: membership.org.id,
      unit: membership.unit ?? null,
      createdBy: person.id,
      authorIds: [person.id],
      orgIds: [membership.org.id],
      topicIds: row.topicIds,
      title,
      document,
      adaptedFrom: row.id,
      releasedAt: new Date(act.now),
      secretHash: null,
      patronId: null,
      question: null,
      reason: null,
      mergedInto: null,
      remindedAt: null,
    },
    act.now,
  );
  const line = { at: act.now, personId: person.id, action: 'take-over' } as const;
  await addHistory(transaction, { ...line, ideaId: made.id, to: 'trying', note: document.changes ?? null });
  await addHistory(transaction, {
    ...line,
    ideaId: row.id,
    ...(row.stage !== 'transfer' && { from: row.stage, to: 'transfer' }),
    note: membership.org.name,
  });
  await saveIdea(transaction, row, { stage: 'transfer', adoptions: row.adoptions + 1 }, act.now);
  await notify(transaction, {
    kind: 'taken-over',
    to: [...row.authorIds, row.document.practice?.contact, ...(await partakersOf(transaction, row))],
    by: person.id,
    ideaId: row.id,
    text: membership.org.name,
  });
  return made;
}
