import type { FastifyRequest } from 'fastify';
import type { IdeaStage } from '../../../src/model/idea.ts';
import { stepBetween, type IdeaStep } from '../../../src/model/idea-life.ts';
import { audit } from '../audit/audit.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { opensAtOnce } from '../ideas/idea-moderation.ts';
import { actorsOf, isReleased, type IdeaRow } from '../ideas/idea-rules.ts';
import { addHistory, saveIdea } from '../ideas/idea-store.ts';
import type { KeptPending } from '../ideas/idea-tables.ts';
import { notify } from '../notifications/notify.ts';
import { unlinkIdea } from '../programme/session-idea.ts';
import { heldIdea, type IdeaAct } from './idea-act.ts';
import { organisersOf } from './idea-people.ts';
import type { StepInput } from './life-schema.ts';
import { proposeMerge } from './merge.ts';
import { checkStep, type CheckedStep } from './step-check.ts';
import { tellOfStep } from './step-news.ts';

/**
 * The step that the caller may take.
 * @throws HttpProblem `conflict` where the idea is not in a stage that leads there, `sign-in-required` or `denied` where
 * it is somebody else's to take
 */
function demandStep(row: IdeaRow, to: IdeaStage, act: IdeaAct): IdeaStep {
  const step = stepBetween(row.stage, to);
  if (!step) throw new HttpProblem('conflict', { detail: `There is no step from ${row.stage} to ${to}.` });
  const actors = actorsOf(act.caller, row, act);
  if (!step.by.some((actor) => actors.has(actor))) {
    throw new HttpProblem(act.caller.kind === 'anonymous' ? 'sign-in-required' : 'denied');
  }
  if (step.needs.includes(isReleased(row) ? 'unreleased' : 'released')) {
    throw new HttpProblem('conflict', {
      detail: isReleased(row)
        ? 'It has been released before: it opens again.'
        : 'Nobody has released it yet: it is handed in again.',
    });
  }
  if (row.pending?.to === to) {
    throw new HttpProblem('conflict', { detail: 'This step has been asked for and waits for consent.' });
  }
  return step;
}

/** Writes down that somebody moved an idea that is not theirs. */
async function auditStep(transaction: HubTransaction, row: IdeaRow, to: IdeaStage, act: IdeaAct): Promise<void> {
  if (act.by === null || actorsOf(act.caller, row, act).has('author')) return;
  await audit(transaction, act.caller, {
    action: 'idea.transition',
    object: { type: 'idea', id: row.id, orgId: row.orgId },
    detail: { from: row.stage, to },
  });
}

/** Moves an idea that may be moved, and tells whom it concerns. */
export async function moveIdea(
  transaction: HubTransaction,
  row: IdeaRow,
  to: IdeaStage,
  { act, checked }: { readonly act: IdeaAct; readonly checked: CheckedStep },
): Promise<IdeaRow> {
  const released = to === 'open' && !isReleased(row);
  const saved = await saveIdea(
    transaction,
    row,
    {
      ...checked.changes,
      stage: to,
      // What was asked for belongs to the stage that it was asked in.
      pending: null,
      ...(row.stage === 'returned' && { question: null }),
      ...(released && { releasedAt: new Date(act.now) }),
    },
    act.now,
  );
  await addHistory(transaction, {
    ideaId: row.id,
    at: act.now,
    personId: act.by,
    action: 'transition',
    from: row.stage,
    to,
    note: checked.note ?? null,
  });
  if (to === 'withdrawn') await unlinkIdea(transaction, row.id);
  await auditStep(transaction, row, to, act);
  await tellOfStep(transaction, { row: saved, from: row.stage, by: act.by, note: checked.note, released });
  return saved;
}

/** The organisation is asked to confirm that an idea has become everyday work there. */
async function askForAdoption(
  transaction: HubTransaction,
  row: IdeaRow,
  { act, checked }: { readonly act: IdeaAct; readonly checked: CheckedStep },
): Promise<IdeaRow> {
  const adoption = checked.changes.document?.adoption;
  const pending: KeptPending = {
    to: 'adopted',
    at: new Date(act.now).toISOString(),
    by: act.by,
    ...(checked.note !== undefined && { reason: checked.note }),
    ...(adoption && { adoption }),
  };
  const saved = await saveIdea(transaction, row, { pending }, act.now);
  await addHistory(transaction, {
    ideaId: row.id,
    at: act.now,
    personId: act.by,
    action: 'adoption-asked',
    note: checked.note ?? null,
  });
  await notify(transaction, {
    kind: 'adoption-asked',
    to: await organisersOf(transaction, row.orgId),
    by: act.by,
    ideaId: row.id,
  });
  return saved;
}

/**
 * Takes a step on an idea's way, as the state machine of the model has it. A step that somebody must agree to waits as
 * `pending`, unless the caller is the one who would be asked.
 *
 * @throws HttpProblem when the idea is not there for the caller, is not in a stage that leads there, is somebody else's
 * to move, or lacks something: each field by its name
 */
export async function takeStep(
  { config }: Pick<Hub, 'config'>,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  input: StepInput,
): Promise<IdeaRow> {
  const { row, act, held } = await heldIdea(transaction, request, id, input.into ? [input.into] : []);
  const step = demandStep(row, input.to, act);
  const into = input.into === undefined ? undefined : held.get(input.into);
  const checked = await checkStep(transaction, step, { row, act, input, into });
  if (input.to === 'merged' && into) {
    await auditStep(transaction, row, 'merged', act);
    return proposeMerge(transaction, row, into, { act, reason: checked.note });
  }
  if (input.to === 'adopted' && !actorsOf(act.named, row).has('organisation')) {
    return askForAdoption(transaction, row, { act, checked });
  }
  const moved = await moveIdea(transaction, row, input.to, { act, checked });
  if (row.stage !== 'draft' || moved.stage !== 'submitted' || !opensAtOnce(config, act.named)) return moved;
  const system: IdeaAct = { ...act, caller: ANONYMOUS, secret: false, named: ANONYMOUS, by: null };
  return moveIdea(transaction, moved, 'open', { act: system, checked: { changes: {}, note: undefined } });
}
