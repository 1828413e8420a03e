import { sql, type Kysely } from 'kysely';
import type { FastifyRequest } from 'fastify';
import { IDEA_LIMITS } from '../../../src/model/idea.ts';
import type { IdeaSupport, SupportLevel } from '../../../src/model/idea-participation.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { findPeople } from '../accounts/person-refs.ts';
import type { AccountCaller } from '../authorization/caller.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { demandIdeaAction, type IdeaRow } from '../ideas/idea-rules.ts';
import { notify } from '../notifications/notify.ts';
import { recountIdea } from './idea-counts.ts';
import { holdIdea } from './held-idea.ts';
import type { SupportInput } from './participation-schema.ts';
import { optionalText } from './texts.ts';

/** More are counted, but not named. */
const MOST = 1_000;

export function demandPerson({ caller }: Pick<FastifyRequest, 'caller'>): AccountCaller {
  if (caller.kind === 'anonymous') throw new HttpProblem('sign-in-required');
  return caller;
}

/** The organisation that somebody speaks for when they say "useful here". */
const orgOf = ({ person, memberships }: AccountCaller): string | null =>
  person.org?.id ?? memberships[0]?.org.id ?? null;

/** Who supports an idea, as far as they show themselves; how the caller does it, always. */
export async function listSupports(
  hub: Hub,
  db: Kysely<Tables>,
  { caller }: Pick<FastifyRequest, 'caller'>,
  ideaId: string,
): Promise<IdeaSupport[]> {
  const me = caller.kind === 'account' ? caller.person.id : null;
  const rows = await db
    .selectFrom('ideaSupport')
    .selectAll()
    .where('ideaId', '=', ideaId)
    .where((where) => where.or([where('shown', '!=', 'count-only'), where('personId', '=', me ?? '')]))
    .orderBy('at')
    .orderBy('personId')
    .limit(MOST)
    .execute();
  const isNamed = ({ personId, shown }: (typeof rows)[number]): boolean => shown === 'name' || personId === me;
  const people = await findPeople(
    hub,
    db,
    rows.filter(isNamed).map(({ personId }) => personId),
  );
  const orgIds = rows.flatMap(({ orgId }) => orgId ?? []);
  const orgs = await findOrganisations(hub, db, orgIds);
  return rows.map((row) => ({
    level: row.level as SupportLevel,
    ...(isNamed(row) && { person: people(row.personId) }),
    ...(row.orgId !== null && { org: orgs(row.orgId) }),
    ...(row.note !== null && { note: row.note }),
    at: row.at.toISOString(),
  }));
}

/** Adds a follower; nothing happens to who follows already. */
async function addFollow(transaction: HubTransaction, ideaId: string, personId: string, now: number): Promise<void> {
  await transaction
    .insertInto('ideaFollow')
    .values({ ideaId, personId, at: new Date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Supports an idea, or changes how. Whoever begins to, follows it; whoever has stopped following is left in peace. */
export async function putSupport(
  transaction: HubTransaction,
  request: FastifyRequest,
  ideaId: string,
  input: SupportInput,
): Promise<{ readonly row: IdeaRow; readonly isNew: boolean }> {
  const { row, act } = await holdIdea(transaction, request, ideaId);
  demandIdeaAction(act.caller, 'support', row, act);
  const caller = demandPerson(request);
  const note = optionalText('note', input.note, IDEA_LIMITS.supportNote);
  const { level, shown } = input;
  const values = { level, shown, note, orgId: orgOf(caller) };
  const before = await transaction
    .selectFrom('ideaSupport')
    .select(['level', 'shown', 'note', 'orgId'])
    .where('ideaId', '=', ideaId)
    .where('personId', '=', caller.person.id)
    .executeTakeFirst();
  if (before && JSON.stringify(before) === JSON.stringify({ level, shown, note, orgId: values.orgId })) {
    return { row, isNew: false };
  }
  await transaction
    .insertInto('ideaSupport')
    .values({ ideaId, personId: caller.person.id, at: new Date(act.now), ...values })
    .onConflict((conflict) => conflict.columns(['ideaId', 'personId']).doUpdateSet(values))
    .execute();
  if (!before) await addFollow(transaction, ideaId, caller.person.id, act.now);
  if (!before || (level === 'i-join' && before.level !== 'i-join')) {
    await notify(transaction, {
      kind: 'support',
      to: [...row.authorIds, ...(level === 'i-join' ? [row.patronId] : [])].filter((id) => id !== caller.person.id),
      // Who does not show their name is named to nobody, not even to the authors.
      by: shown === 'name' ? caller.person.id : null,
      ideaId,
      ...(note !== null && shown !== 'count-only' && { text: note }),
    });
  }
  return { row: await recountIdea(transaction, ideaId, act.now, { active: !before }), isNew: !before };
}

/** Takes the support back; following is another choice and stays. */
export async function removeSupport(
  transaction: HubTransaction,
  request: FastifyRequest,
  ideaId: string,
): Promise<IdeaRow> {
  const { act } = await holdIdea(transaction, request, ideaId);
  const caller = demandPerson(request);
  await transaction
    .deleteFrom('ideaSupport')
    .where('ideaId', '=', ideaId)
    .where('personId', '=', caller.person.id)
    .execute();
  return recountIdea(transaction, ideaId, act.now, { active: false });
}

/** Follows an idea, or stops to. */
export async function setFollow(
  transaction: HubTransaction,
  request: FastifyRequest,
  ideaId: string,
  following: boolean,
): Promise<IdeaRow> {
  const { row, act } = await holdIdea(transaction, request, ideaId);
  const caller = demandPerson(request);
  if (following) {
    demandIdeaAction(act.caller, 'follow', row, act);
    await addFollow(transaction, ideaId, caller.person.id, act.now);
  } else {
    await transaction
      .deleteFrom('ideaFollow')
      .where('ideaId', '=', ideaId)
      .where('personId', '=', caller.person.id)
      .execute();
  }
  return recountIdea(transaction, ideaId, act.now, { active: false });
}

/** Persons who take part in an idea and do not hide it, those who did so first in front. */
export async function findParticipants(db: Kysely<Tables>, row: IdeaRow): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id, min(at) as since from (
      select person_id, at from idea_support where idea_id = ${row.id} and shown = 'name'
      union all
      select person_id, created_at from idea_comment
      where idea_id = ${row.id} and state = 'visible' and person_id is not null
      union all
      select person_id, created_at from help_offer where idea_id = ${row.id} and state in ('accepted', 'done')
    ) taking_part group by person_id order by since, person_id limit 200`.execute(db);
  const authors = row.anonymous ? [] : row.authorIds;
  const patron = row.patronId === null ? [] : [row.patronId];
  return [...new Set([...authors, ...patron, ...rows.map(({ personId }) => personId)])];
}
