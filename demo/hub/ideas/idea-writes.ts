import type { FastifyRequest } from 'fastify';
import { IDEA_REACHES, type IdeaReach, type IdeaStage } from '../../../src/model/idea.ts';
import { newId } from '../accounts/new-id.ts';
import { audit } from '../audit/audit.ts';
import { ANONYMOUS, type Caller } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import { FieldCheck } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { demandMatch } from '../http/preconditions.ts';
import type { Hub } from '../hub.ts';
import { moderatorsOf } from '../idea-life/idea-people.ts';
import { notify } from '../notifications/notify.ts';
import { linkIdea, sessionOfIdea } from '../programme/session-idea.ts';
import { checkAttachments, showAttachments } from './idea-attachments.ts';
import { checkIdea, type IdeaPatch, type NewIdeaInput } from './idea-check.ts';
import { opensAtOnce } from './idea-moderation.ts';
import { demandIdeaAction, isReleased, mayDoWithIdea, maySeeIdea, type IdeaAccess } from './idea-rules.ts';
import { accessOf, newSecretSeed, secretHashOf, secretOfSeed } from './idea-secret.ts';
import { addHistory, findIdea, IDEA, insertIdea, saveIdea, type IdeaRow } from './idea-store.ts';
import { isLargeUnit } from './idea-units.ts';

/** Nobody fills in a form faster, in milliseconds. */
const FASTEST = 3_000;

interface Author {
  /** Who acts: nobody, where the idea has no name. */
  readonly caller: Caller;
  readonly personId: string | null;
  readonly orgId: string | null;
  readonly unit: string | null;
  readonly mayName: (orgId: string) => boolean;
}

/** Who writes, and for which organisation. Of somebody without a name only a large unit is kept. */
async function authorOf(transaction: HubTransaction, caller: Caller, input: NewIdeaInput): Promise<Author> {
  if (caller.kind === 'anonymous') {
    return { caller, personId: null, orgId: null, unit: null, mayName: () => true };
  }
  const orgId = input.orgId ?? caller.person.org?.id ?? caller.memberships[0]?.org.id ?? null;
  const membership = caller.memberships.find(({ org }) => org.id === orgId);
  const unit = membership?.unit ?? null;
  const mayName = (id: string): boolean => caller.memberships.some(({ org }) => org.id === id);
  const home = { orgId: membership?.org.id ?? null, mayName };
  if (input.anonymous !== true) return { ...home, caller, personId: caller.person.id, unit };
  const isLarge = home.orgId !== null && unit !== null && (await isLargeUnit(transaction, home.orgId, unit));
  return { ...home, caller: ANONYMOUS, personId: null, unit: isLarge ? unit : null };
}

/** What only programs do. It is never refused, only read by a moderator first. */
function suspicionsOf({ website, filledIn }: NewIdeaInput): Readonly<Record<string, boolean>> {
  return {
    ...(website !== undefined && website.trim() !== '' && { honeypot: true }),
    ...(filledIn !== undefined && filledIn < FASTEST && { fast: true }),
  };
}

export interface NewIdeaResult {
  readonly row: IdeaRow;
  /** What the secret of the private link is made from, for ideas without a name. */
  readonly seed?: string;
}

/**
 * Adds an idea.
 * @param caller whose it is, if it gets a name
 * @throws HttpProblem naming every field that is not right; `sign-in-required` where strangers may not submit
 */
export async function createIdea(
  hub: Hub,
  transaction: HubTransaction,
  { caller, now }: { readonly caller: Caller; readonly now: number },
  input: NewIdeaInput,
): Promise<NewIdeaResult> {
  const draft = input.draft === true;
  const author = await authorOf(transaction, caller, input);
  const anonymous = author.personId === null;
  if (anonymous && !hub.config.ideas.anonymous) throw new HttpProblem('sign-in-required');
  const check = new FieldCheck();
  if (anonymous && draft) check.wrong('draft', 'not-allowed', 'is for people who have signed in');
  const session =
    input.sessionId === undefined
      ? undefined
      : await sessionOfIdea(hub, transaction, { caller: author.caller, now }, input.sessionId);
  if (input.sessionId !== undefined && !session) {
    check.wrong('sessionId', 'not-found', 'is not a session of this hub');
  }
  const checked = await checkIdea(
    session ? { ...input, eventId: session.eventId } : input,
    { hub, transaction, caller: author.caller, draft, homeId: author.orgId, mayName: author.mayName },
    check,
  );
  await checkAttachments(hub, transaction, checked.document.attachmentIds, { authorId: author.personId, check });
  check.done();

  const suspicions = suspicionsOf(input);
  const isOpen = opensAtOnce(hub.config, author.caller) && Object.keys(suspicions).length === 0;
  const stage: IdeaStage = draft ? 'draft' : isOpen ? 'open' : 'submitted';
  const seed = anonymous ? newSecretSeed() : undefined;
  const row = await insertIdea(
    transaction,
    {
      ...checked,
      id: newId(),
      stage,
      unit: checked.orgId === author.orgId ? author.unit : null,
      createdBy: author.personId,
      anonymous,
      secretHash: seed === undefined ? null : secretHashOf(secretOfSeed(hub, seed)),
      authorIds: author.personId === null ? [] : [author.personId],
      orgIds: checked.orgId === null ? [] : [checked.orgId],
      releasedAt: stage === 'open' ? new Date(now) : null,
      patronId: null,
      question: null,
      reason: null,
      mergedInto: null,
      adaptedFrom: null,
      remindedAt: null,
    },
    now,
  );
  if (session) await linkIdea(transaction, session.id, row.id);
  await addHistory(transaction, { ideaId: row.id, at: now, personId: author.personId, action: 'create', to: stage });
  await showAttachments(hub, transaction, row);
  await audit(transaction, author.caller, {
    action: 'idea.create',
    object: { type: IDEA, id: row.id, orgId: row.orgId },
    detail: { stage, ...(anonymous && { anonymous }), ...suspicions },
  });
  if (!draft) {
    await notify(transaction, {
      kind: 'idea-submitted',
      to: await moderatorsOf(transaction, row.orgId),
      by: author.personId,
      ideaId: row.id,
      text: row.title,
    });
  }
  return { row, ...(seed !== undefined && { seed }) };
}

const widthOf = (reach: IdeaReach): number => IDEA_REACHES.indexOf(reach);

/** Who has been shown something cannot be made to forget it: only a moderator takes an idea back to fewer people. */
function checkReach(
  row: IdeaRow,
  patch: IdeaPatch,
  caller: Caller,
  access: IdeaAccess,
  check: FieldCheck,
): 'widen' | 'narrow' | undefined {
  if (patch.reach === undefined || patch.reach === row.reach || !isReleased(row)) return undefined;
  if (widthOf(patch.reach) > widthOf(row.reach)) {
    demandIdeaAction(caller, 'widen', row, access);
    return 'widen';
  }
  if (!mayDoWithIdea(caller, 'moderate', row, access)) {
    check.wrong('reach', 'not-allowed', 'has been seen by more people; only a moderator can narrow it');
  }
  return 'narrow';
}

/**
 * Changes what an idea says. Its author, or who holds its private link; a moderator may narrow its reach.
 * @throws HttpProblem when it does not exist, may not be changed, was changed by somebody else, or a field is not right
 */
export async function changeIdea(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  patch: IdeaPatch,
): Promise<IdeaRow> {
  const { caller, now } = request;
  const row = await findIdea(transaction, id, { forUpdate: true });
  if (!row) throw new HttpProblem('not-found');
  const access = accessOf(request, row);
  if (!maySeeIdea(caller, row, access)) throw new HttpProblem('not-found');
  const fields = Object.keys(patch);
  const onlyReach = fields.length === 1 && patch.reach !== undefined;
  if (!onlyReach || !mayDoWithIdea(caller, 'moderate', row, access)) {
    demandIdeaAction(caller, 'update', row, access);
  }
  demandMatch(request, row.version);

  const check = new FieldCheck();
  const move = checkReach(row, patch, caller, access, check);
  if (isReleased(row) && patch.orgId !== undefined && patch.orgId !== row.orgId) {
    check.wrong('orgId', 'not-allowed', 'stays as it is once the idea is open');
  }
  const secret = access.secret === true;
  // Who holds the private link stays without a name, also when signed in.
  const actor = secret ? ANONYMOUS : caller;
  const personId = actor.kind === 'account' ? actor.person.id : null;
  const mayName = (orgId: string): boolean =>
    actor.kind === 'anonymous' || actor.memberships.some(({ org }) => org.id === orgId);
  const checked = await checkIdea(
    patch,
    { hub, transaction, caller: actor, row, draft: row.stage === 'draft', homeId: row.orgId, mayName },
    check,
  );
  await checkAttachments(hub, transaction, checked.document.attachmentIds, { authorId: personId, row, check });
  check.done();

  const { orgId, ...rest } = checked;
  const moved = orgId !== row.orgId;
  const unit = moved && actor.kind === 'account' ? actor.memberships.find(({ org }) => org.id === orgId)?.unit : null;
  const saved = await saveIdea(
    transaction,
    row,
    { ...rest, ...(moved && { orgId, orgIds: orgId === null ? [] : [orgId], unit: unit ?? null }) },
    now,
  );
  if (row.document.attachmentIds.join() !== saved.document.attachmentIds.join()) {
    await showAttachments(hub, transaction, saved);
  }
  // A draft is its author's alone: nobody asks what happened to it.
  if (row.stage !== 'draft') {
    const others = fields.filter((field) => field !== 'reach' || move === undefined);
    if (move) await addHistory(transaction, { ideaId: row.id, at: now, personId, action: move });
    if (others.length > 0) await addHistory(transaction, { ideaId: row.id, at: now, personId, action: 'update' });
  }
  await audit(transaction, actor, {
    action: move ? `idea.${move}` : 'idea.update',
    object: { type: IDEA, id: row.id, orgId: row.orgId },
    detail: { fields, version: saved.version, ...(move && { from: row.reach, to: saved.reach }) },
  });
  return saved;
}
