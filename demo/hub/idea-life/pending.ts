import type { FastifyRequest } from 'fastify';
import { IDEA_LIMITS } from '../../../src/model/idea.ts';
import { audit } from '../audit/audit.ts';
import type { HubTransaction } from '../database/database.ts';
import { FieldCheck } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { demandIdeaAction, type IdeaRow } from '../ideas/idea-rules.ts';
import { addHistory, findIdea, saveIdea } from '../ideas/idea-store.ts';
import type { KeptPending } from '../ideas/idea-tables.ts';
import { notify } from '../notifications/notify.ts';
import { heldIdea, type IdeaAct } from './idea-act.ts';
import { consentToMerge, refuseMerge } from './merge.ts';
import { moveIdea } from './steps.ts';

type PendingRow = IdeaRow & { readonly pending: KeptPending };

const hasPending = (row: IdeaRow): row is PendingRow => row.pending !== null;

/** The idea with the step that waits, held together with what it would become part of. */
async function heldPending(transaction: HubTransaction, request: FastifyRequest, id: string) {
  // Read first to know what else to hold; what counts is what is found once both are held.
  const seen = await findIdea(transaction, id);
  const into = seen?.pending?.into;
  const { row, act, held } = await heldIdea(transaction, request, id, into ? [into] : []);
  if (!hasPending(row)) throw new HttpProblem('conflict', { detail: 'Nothing waits for consent here.' });
  if (row.pending.into !== into) throw new HttpProblem('conflict', { detail: 'Something else waits here by now.' });
  return { row, act, into: into === undefined ? undefined : held.get(into) };
}

function noteOf(text: string | undefined): string | undefined {
  const check = new FieldCheck();
  const note = check.text('note', text, { max: IDEA_LIMITS.note });
  check.done();
  return note;
}

/** The organisation says that it is everyday work there. */
async function confirmAdoption(
  transaction: HubTransaction,
  row: PendingRow,
  { act, note }: { readonly act: IdeaAct; readonly note: string | undefined },
): Promise<IdeaRow> {
  const { adoption } = row.pending;
  const moved = await moveIdea(transaction, row, 'adopted', {
    act,
    checked: { changes: adoption ? { document: { ...row.document, adoption } } : {}, note },
  });
  await notify(transaction, { kind: 'adoption-confirmed', to: row.authorIds, by: act.by, ideaId: row.id });
  return moved;
}

async function refuseAdoption(
  transaction: HubTransaction,
  row: PendingRow,
  { act, note }: { readonly act: IdeaAct; readonly note: string | undefined },
): Promise<IdeaRow> {
  const saved = await saveIdea(transaction, row, { pending: null }, act.now);
  await addHistory(transaction, {
    ideaId: row.id,
    at: act.now,
    personId: act.by,
    action: 'adoption-refused',
    note: note ?? null,
  });
  await notify(transaction, {
    kind: 'adoption-refused',
    to: row.authorIds,
    by: act.by,
    ideaId: row.id,
    ...(note !== undefined && { text: note }),
  });
  return saved;
}

/** @throws HttpProblem `conflict` when nothing waits, `denied` when it waits for somebody else */
export async function acceptPending(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  body: { readonly note?: string },
): Promise<IdeaRow> {
  const { row, act, into } = await heldPending(transaction, request, id);
  demandIdeaAction(act.caller, 'confirm', row, act);
  const note = noteOf(body.note);
  if (row.pending.to === 'merged') return consentToMerge(transaction, row, into, act);
  return confirmAdoption(transaction, row, { act, note });
}

/** @throws HttpProblem `conflict` when nothing waits, `denied` when it waits for somebody else */
export async function refusePending(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  body: { readonly note?: string },
): Promise<IdeaRow> {
  const { row, act } = await heldPending(transaction, request, id);
  demandIdeaAction(act.caller, 'refuse', row, act);
  const note = noteOf(body.note);
  await audit(transaction, act.named, {
    action: 'idea.refuse',
    object: { type: 'idea', id: row.id, orgId: row.orgId },
    detail: { to: row.pending.to },
  });
  return row.pending.to === 'merged'
    ? refuseMerge(transaction, row, { act, note })
    : refuseAdoption(transaction, row, { act, note });
}
