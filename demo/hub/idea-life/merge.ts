import { sql } from 'kysely';
import { audit } from '../audit/audit.ts';
import type { HubTransaction } from '../database/database.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { mergeSidesOf, type IdeaRow } from '../ideas/idea-rules.ts';
import { addHistory, saveIdea } from '../ideas/idea-store.ts';
import type { KeptPending, MergeSide } from '../ideas/idea-tables.ts';
import { notify } from '../notifications/notify.ts';
import { recountIdea } from '../participation/idea-counts.ts';
import type { IdeaAct } from './idea-act.ts';
import { followersOf, moderatorsOf } from './idea-people.ts';

/** Who is asked for an idea: its authors; for an anonymous one its moderators. */
const askedFor = (transaction: HubTransaction, authorIds: readonly string[], orgId: string | null) =>
  authorIds.length > 0 ? Promise.resolve([...authorIds]) : moderatorsOf(transaction, orgId);

const agreed = ({ consents = [] }: KeptPending): boolean => consents.includes('from') && consents.includes('into');

/** Moves supports. Who supports both is counted once, with what says more; authors do not support their own idea. */
async function moveSupports(transaction: HubTransaction, from: IdeaRow, into: IdeaRow): Promise<void> {
  const rank = (level: string) => sql`case ${sql.ref(level)} when 'i-join' then 2 when 'useful-here' then 1 else 0 end`;
  await sql`insert into idea_support (idea_id, person_id, org_id, level, shown, note, at)
    select ${into.id}, person_id, org_id, level, shown, note, at from idea_support
    where idea_id = ${from.id} and person_id <> all(${into.authorIds}::text[])
    on conflict (idea_id, person_id) do update
    set level = excluded.level, note = coalesce(idea_support.note, excluded.note)
    where ${rank('excluded.level')} > ${rank('ideaSupport.level')}`.execute(transaction);
  await transaction.deleteFrom('ideaSupport').where('ideaId', '=', from.id).execute();
}

/** Moves followers; the authors of what became part follow what it became part of. */
async function moveFollowers(transaction: HubTransaction, from: IdeaRow, into: IdeaRow): Promise<void> {
  await sql`insert into idea_follow (idea_id, person_id, at)
    select ${into.id}, person_id, at from idea_follow where idea_id = ${from.id}
    union all
    select ${into.id}, person.id, now() from person
    where person.id = any(${from.authorIds}::text[]) and person.id <> all(${into.authorIds}::text[])
    on conflict do nothing`.execute(transaction);
  await transaction.deleteFrom('ideaFollow').where('ideaId', '=', from.id).execute();
}

/** Both have agreed: what people gave the one goes over to the other. Both texts stay. */
async function completeMerge(
  transaction: HubTransaction,
  from: IdeaRow,
  into: IdeaRow,
  { act, pending }: { readonly act: IdeaAct; readonly pending: KeptPending },
): Promise<IdeaRow> {
  const told = new Set([
    ...from.authorIds,
    ...into.authorIds,
    ...(await followersOf(transaction, from.id)),
    ...(pending.by ? [pending.by] : []),
  ]);
  await moveSupports(transaction, from, into);
  await moveFollowers(transaction, from, into);
  const note = pending.reason ?? null;
  await saveIdea(
    transaction,
    from,
    {
      stage: 'merged',
      mergedInto: into.id,
      reason: note,
      pending: null,
    },
    act.now,
  );
  const counted = await recountIdea(transaction, from.id, act.now, { active: false });
  await recountIdea(transaction, into.id, act.now, { active: true });
  const line = { at: act.now, personId: act.by, note };
  await addHistory(transaction, {
    ...line,
    ideaId: from.id,
    action: 'transition',
    from: from.stage,
    to: 'merged',
  });
  await addHistory(transaction, { ...line, ideaId: into.id, action: 'merged-in', note: from.title });
  await audit(transaction, act.named, {
    action: 'idea.merge',
    object: { type: 'idea', id: from.id, orgId: from.orgId },
    detail: { into: into.id },
  });
  await notify(transaction, {
    kind: 'merge-settled',
    to: [...told],
    by: act.by,
    ideaId: into.id,
    text: from.title,
  });
  return counted;
}

/**
 * Proposes that an idea becomes part of another, with the consent of whoever proposes it where that is an author; it is
 * done at once when nobody else has to agree.
 */
export async function proposeMerge(
  transaction: HubTransaction,
  row: IdeaRow,
  into: IdeaRow,
  { act, reason }: { readonly act: IdeaAct; readonly reason: string | undefined },
): Promise<IdeaRow> {
  const asked: KeptPending = {
    to: 'merged',
    at: new Date(act.now).toISOString(),
    by: act.by,
    into: into.id,
    ...(reason !== undefined && { reason }),
    intoAuthorIds: into.authorIds,
    intoOrgId: into.orgId,
  };
  const pending: KeptPending = { ...asked, consents: mergeSidesOf(act.caller, { ...row, pending: asked }, act) };
  if (agreed(pending)) return completeMerge(transaction, row, into, { act, pending });
  const saved = await saveIdea(transaction, row, { pending }, act.now);
  await addHistory(transaction, {
    ideaId: row.id,
    at: act.now,
    personId: act.by,
    action: 'merge-proposed',
    note: reason ?? null,
  });
  const missing = (side: MergeSide) => !pending.consents?.includes(side);
  const news = { kind: 'merge-proposed', by: act.by, ideaId: row.id, text: into.title } as const;
  await notify(transaction, {
    ...news,
    to: [
      ...(missing('from') ? await askedFor(transaction, row.authorIds, row.orgId) : []),
      ...(missing('into') ? await askedFor(transaction, into.authorIds, into.orgId) : []),
    ],
  });
  return saved;
}

/** The caller agrees for every idea that they speak for; with the last consent it is done. */
export async function consentToMerge(
  transaction: HubTransaction,
  row: IdeaRow & { readonly pending: KeptPending },
  into: IdeaRow | undefined,
  act: IdeaAct,
): Promise<IdeaRow> {
  if (!into || into.stage === 'merged' || into.stage === 'withdrawn' || into.stage === 'declined') {
    throw new HttpProblem('conflict', { detail: 'The idea that it would become part of has come to an end.' });
  }
  const consents = new Set([...(row.pending.consents ?? []), ...mergeSidesOf(act.caller, row, act)]);
  const pending: KeptPending = { ...row.pending, consents: [...consents] };
  if (agreed(pending)) return completeMerge(transaction, row, into, { act, pending });
  const saved = await saveIdea(transaction, row, { pending }, act.now);
  await addHistory(transaction, { ideaId: row.id, at: act.now, personId: act.by, action: 'merge-agreed' });
  return saved;
}

/** Somebody does not agree, or takes the proposal back. */
export async function refuseMerge(
  transaction: HubTransaction,
  row: IdeaRow & { readonly pending: KeptPending },
  { act, note }: { readonly act: IdeaAct; readonly note: string | undefined },
): Promise<IdeaRow> {
  const { pending } = row;
  const saved = await saveIdea(transaction, row, { pending: null }, act.now);
  await addHistory(transaction, {
    ideaId: row.id,
    at: act.now,
    personId: act.by,
    action: 'merge-refused',
    note: note ?? null,
  });
  await notify(transaction, {
    kind: 'merge-settled',
    to: [...row.authorIds, ...(pending.intoAuthorIds ?? []), pending.by],
    by: act.by,
    ideaId: row.id,
    ...(note !== undefined && { text: note }),
  });
  return saved;
}
