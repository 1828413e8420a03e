import type { FastifyRequest } from 'fastify';
import { IDEA_LIMITS } from '../../../src/model/idea.ts';
import { isPlainDate } from '../../../src/model/plain-date.ts';
import { plainDateAt } from '../../../src/model/time-zone.ts';
import { audit } from '../audit/audit.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { FieldCheck } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { demandIdeaAction, type IdeaRow } from '../ideas/idea-rules.ts';
import { addHistory, saveIdea } from '../ideas/idea-store.ts';
import { notify } from '../notifications/notify.ts';
import { heldIdea } from './idea-act.ts';
import { partakersOf } from './idea-people.ts';

/**
 * Somebody of the organisation answers, or says until when they will.
 * @throws HttpProblem when the idea is not there for the caller, is not theirs to answer, or a field is not right
 */
export async function answerAnIdea(
  { config }: Pick<Hub, 'config'>,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  body: { readonly text: string; readonly promisedFor?: string },
): Promise<IdeaRow> {
  if (request.headers['if-match'] === undefined) throw new HttpProblem('precondition-required');
  const { row, act } = await heldIdea(transaction, request, id);
  demandIdeaAction(act.caller, 'answer', row);
  const by = act.by;
  if (by === null) throw new HttpProblem('denied');
  const check = new FieldCheck();
  const text = check.text('text', body.text, { min: 1, max: IDEA_LIMITS.answer });
  const { promisedFor } = body;
  if (promisedFor !== undefined && !isPlainDate(promisedFor)) {
    check.wrong('promisedFor', 'format', 'must be a plain date, such as 2026-07-01');
  } else if (promisedFor !== undefined && promisedFor <= plainDateAt(config.timeZone, act.now)) {
    check.wrong('promisedFor', 'out-of-range', 'must be a day to come');
  }
  check.done();
  const at = new Date(act.now).toISOString();
  const answer = { text: text ?? '', by, at, ...(promisedFor !== undefined && { promisedFor }) };
  const saved = await saveIdea(transaction, row, { document: { ...row.document, answer } }, act.now);
  await addHistory(transaction, { ideaId: id, at: act.now, personId: by, action: 'answer', note: answer.text });
  await audit(transaction, act.caller, {
    action: 'idea.answer',
    object: { type: 'idea', id, orgId: row.orgId },
    detail: { promised: promisedFor !== undefined },
  });
  await notify(transaction, {
    kind: 'idea-answer',
    to: [...row.authorIds, ...(await partakersOf(transaction, row))],
    by,
    ideaId: id,
    text: answer.text,
  });
  return saved;
}
