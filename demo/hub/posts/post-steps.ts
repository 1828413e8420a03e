import type { FastifyRequest } from 'fastify';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import type { PostStep } from '../../../src/model/post-input.ts';
import { POST_LIMITS, type PostState } from '../../../src/model/post.ts';
import { audit } from '../audit/audit.ts';
import { demandAccount } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import { FieldCheck } from '../http/characters.ts';
import { demandMatch } from '../http/preconditions.ts';
import type { Hub } from '../hub.ts';
import { moderatorsOf } from '../idea-life/idea-people.ts';
import { actorsOf } from '../ideas/idea-rules.ts';
import { findIdea, saveIdea } from '../ideas/idea-store.ts';
import { notify } from '../notifications/notify.ts';
import { demandPostDeed } from './post-rules.ts';
import { POST, type PostRow } from './post-store.ts';
import { clustersOf } from './post-story.ts';
import { keepPostWords } from './post-text.ts';
import { demandWhole, holdPost } from './post-writes.ts';

/** Further ahead nobody plans, and a mistyped year is told. */
const FURTHEST_MS = 366 * DAY_MS;

const STATES: Readonly<Record<PostStep['to'], PostState>> = {
  submit: 'pending',
  publish: 'published',
  schedule: 'scheduled',
  return: 'returned',
  withdraw: 'withdrawn',
};

/** The columns of a post that comes out now; its story is looked for among those that are out. */
export async function published(transaction: HubTransaction, row: PostRow, now: number) {
  await keepPostWords(transaction, [row]);
  const publishedAt = row.publishedAt ?? new Date(now);
  const cluster = (await clustersOf(transaction, [{ ...row, publishedAt }])).get(row.id) ?? row.id;
  return { state: 'published' as const, publishedAt, publishAt: null, question: null, cluster };
}

/** The practice of an idea names its report, where it names none yet and the caller is one of its authors. */
async function nameReport(
  transaction: HubTransaction,
  caller: Caller,
  { id, ideaId }: Pick<PostRow, 'id' | 'ideaId'>,
  now: number,
): Promise<void> {
  const idea = ideaId === null ? undefined : await findIdea(transaction, ideaId, { forUpdate: true });
  const practice = idea?.document.practice;
  if (!idea || !practice || practice.postId !== undefined || !actorsOf(caller, idea).has('author')) return;
  const document = { ...idea.document, practice: { ...practice, postId: id } };
  await saveIdea(transaction, idea, { document }, now, { active: false });
}

/** Takes a post a step further. */
export async function takePostStep(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  step: PostStep,
): Promise<PostRow> {
  const { caller, now } = request;
  const row = await holdPost(transaction, caller, id);
  demandPostDeed(hub.config, caller, step.to, row);
  if (request.headers['if-match'] !== undefined) demandMatch(request, row.version);
  const by = demandAccount(caller).person.id;
  const check = new FieldCheck();
  const isReturn = step.to === 'return';
  const isWithdrawal = step.to === 'withdraw';
  const note = check.text('note', step.note, { min: isReturn ? 1 : 0, max: POST_LIMITS.question });
  if (isReturn && step.note === undefined) check.wrong('note', 'required', 'must say what is asked');
  if (step.to === 'submit' || step.to === 'publish' || step.to === 'schedule') demandWhole(row, check);
  const publishAt = step.to === 'schedule' ? instantOf(step.publishAt, now, check) : null;
  check.done();

  const columns =
    step.to === 'publish'
      ? await published(transaction, row, now)
      : { state: STATES[step.to], publishAt, question: isReturn || isWithdrawal ? (note ?? null) : null };
  const saved = await transaction
    .updateTable('post')
    .set({ ...columns, version: row.version + 1, updatedAt: new Date(now) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (step.to === 'publish') await nameReport(transaction, caller, saved, now);
  await tell(transaction, saved, step, { by, note });
  await audit(transaction, caller, {
    action: `post.${step.to}`,
    object: { type: POST, id, orgId: row.orgId },
    detail: { from: row.state },
  });
  return saved;
}

function instantOf(text: string | undefined, now: number, check: FieldCheck): Date | null {
  const at = text === undefined ? NaN : Date.parse(text);
  if (Number.isNaN(at)) check.wrong('publishAt', 'required', 'must be an instant');
  else if (at <= now) check.wrong('publishAt', 'past', 'must lie ahead');
  else if (at > now + FURTHEST_MS) check.wrong('publishAt', 'out-of-range', 'must lie within a year');
  return Number.isNaN(at) ? null : new Date(at);
}

async function tell(
  transaction: HubTransaction,
  { id: postId, personId, orgId, title }: PostRow,
  { to }: PostStep,
  { by, note }: { readonly by: string; readonly note?: string },
): Promise<void> {
  if (to === 'submit') {
    await notify(transaction, {
      kind: 'post-submitted',
      to: await moderatorsOf(transaction, orgId),
      by,
      postId,
      text: title,
    });
  } else if (to === 'return' || to === 'withdraw') {
    // Whoever withdraws a post of their own need not be told.
    await notify(transaction, { kind: 'post-returned', to: [personId], by, postId, text: note });
  } else if (to === 'publish') {
    await notify(transaction, { kind: 'post-published', to: [personId], by, postId, text: title });
  }
}
