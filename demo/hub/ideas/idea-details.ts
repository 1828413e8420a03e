import { sql, type Kysely } from 'kysely';
import type { OrgRef } from '../../../src/model/common.ts';
import type { HistoryEntry, Idea, IdeaRef, IdeaStage, PendingStep } from '../../../src/model/idea.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { actorsOf, visibleIdeas, type IdeaAccess, type IdeaRow } from './idea-rules.ts';

/** What the page of an idea shows beside its row, persons still as ids. */
export interface IdeaDetails {
  readonly history: readonly (Omit<HistoryEntry, 'by'> & { readonly by?: string })[];
  readonly team: readonly string[];
  readonly usefulTo: readonly OrgRef[];
  readonly links: Pick<NonNullable<Idea['links']>, 'mergedInto' | 'adaptedFrom'>;
  readonly adaptations: readonly IdeaRef[];
  readonly merged: readonly IdeaRef[];
  readonly pending?: Omit<PendingStep, 'by'> & { readonly by?: string };
  readonly mergeRequests: readonly IdeaRef[];
  readonly reports?: number;
  /** Everybody who is named. */
  readonly personIds: readonly string[];
}

/** More of one kind are not shown beside an idea. */
const MOST = 200;

async function findHistory(db: Kysely<Tables>, ideaId: string): Promise<IdeaDetails['history']> {
  const rows = await db
    .selectFrom('ideaHistory')
    .selectAll()
    .where('ideaId', '=', ideaId)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  return rows.reverse().map(({ at, personId, action, fromStage, toStage, note }) => ({
    at: at.toISOString(),
    ...(personId !== null && { by: personId }),
    action,
    ...(fromStage !== null && { from: fromStage as IdeaStage }),
    ...(toStage !== null && { to: toStage as IdeaStage }),
    ...(note !== null && { note }),
  }));
}

/** Who works on it beside its authors: those who join by name, and those whose help was taken. */
async function findTeam(db: Kysely<Tables>, row: IdeaRow): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id, min(at) as since from (
      select person_id, at from idea_support where idea_id = ${row.id} and level = 'i-join' and shown = 'name'
      union all
      select person_id, created_at from help_offer where idea_id = ${row.id} and state in ('accepted', 'done')) team
    group by person_id order by since, person_id limit ${MOST}`.execute(db);
  return rows.map(({ personId }) => personId).filter((id) => !row.authorIds.includes(id));
}

async function findUsefulTo(
  hub: Pick<Hub, 'directory'>,
  db: Kysely<Tables>,
  ideaId: string,
): Promise<readonly OrgRef[]> {
  const rows = await db
    .selectFrom('ideaSupport')
    .select('orgId')
    .distinct()
    .where('ideaId', '=', ideaId)
    .where('level', '=', 'useful-here')
    .where('shown', '!=', 'count-only')
    .where('orgId', 'is not', null)
    .orderBy('orgId')
    .limit(MOST)
    .execute();
  const ids = rows.flatMap(({ orgId }) => orgId ?? []);
  return ids.map(await findOrganisations(hub, db, ids));
}

interface LinkedRow {
  readonly id: string;
  readonly title: string;
  readonly stage: IdeaStage;
  readonly orgId: string | null;
  readonly mergedInto: string | null;
  readonly adaptedFrom: string | null;
  readonly asks: boolean;
}

/** Ideas beside this one in any way, as far as the caller may see them. */
async function findLinked(db: Kysely<Tables>, caller: Caller, row: IdeaRow): Promise<readonly LinkedRow[]> {
  const named = [row.mergedInto, row.adaptedFrom, row.pending?.into].filter((id) => typeof id === 'string');
  const { rows } = await sql<LinkedRow>`
    select id, title, stage, org_id, merged_into, adapted_from,
      coalesce(pending->>'to' = 'merged' and pending->>'into' = ${row.id}, false) as asks
    from idea
    where (id = any(${named}::text[]) or merged_into = ${row.id} or adapted_from = ${row.id}
      or pending->>'into' = ${row.id}) and ${visibleIdeas(caller)}
    order by created_at, id limit ${MOST}`.execute(db);
  return rows;
}

async function countReports(db: Kysely<Tables>, ideaId: string): Promise<number> {
  const { count } = await db
    .selectFrom('report')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('ideaId', '=', ideaId)
    .where('settledAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Reads what stands beside an idea, for one caller. */
export async function findIdeaDetails(
  hub: Pick<Hub, 'directory'>,
  db: Kysely<Tables>,
  caller: Caller,
  access: IdeaAccess,
  row: IdeaRow,
): Promise<IdeaDetails> {
  const actors = actorsOf(caller, row, access);
  const [history, team, usefulTo, linked, reports] = await Promise.all([
    findHistory(db, row.id),
    findTeam(db, row),
    findUsefulTo(hub, db, row.id),
    findLinked(db, caller, row),
    actors.has('moderator') ? countReports(db, row.id) : undefined,
  ]);
  const orgs = await findOrganisations(
    hub,
    db,
    linked.flatMap(({ orgId }) => orgId ?? []),
  );
  const ref = ({ id, title, stage, orgId }: LinkedRow): IdeaRef => ({
    id,
    title,
    stage,
    ...(orgId !== null && { org: orgs(orgId) }),
  });
  const refOf = (id: string | null | undefined): IdeaRef | undefined => {
    const found = linked.find((other) => other.id === id);
    return found && ref(found);
  };
  const refsWhere = (test: (other: LinkedRow) => boolean): IdeaRef[] => linked.filter(test).map(ref);
  const { pending } = row;
  const mergedInto = refOf(row.mergedInto);
  const adaptedFrom = refOf(row.adaptedFrom);
  const into = refOf(pending?.into);
  return {
    history,
    team,
    usefulTo,
    links: { ...(mergedInto && { mergedInto }), ...(adaptedFrom && { adaptedFrom }) },
    adaptations: refsWhere((other) => other.adaptedFrom === row.id),
    merged: refsWhere((other) => other.mergedInto === row.id),
    ...(pending && {
      pending: {
        to: pending.to,
        at: pending.at,
        ...(pending.by !== null && { by: pending.by }),
        ...(into && { into }),
        ...(pending.reason !== undefined && { reason: pending.reason }),
      },
    }),
    // Whose consent is asked is the authors' matter, and that of those who look after the idea.
    mergeRequests: actors.has('author') || actors.has('moderator') ? refsWhere(({ asks }) => asks) : [],
    ...(reports !== undefined && { reports }),
    personIds: [
      ...history.flatMap(({ by }) => by ?? []),
      ...team,
      ...(pending?.by ? [pending.by] : []),
      ...(row.document.practice ? [row.document.practice.contact] : []),
    ],
  };
}
