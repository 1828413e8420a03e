import { sql } from 'kysely';
import type { Role } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import type { IdeaRow } from '../ideas/idea-rules.ts';
import '../accounts/account-tables.ts';
import '../participation/participation-tables.ts';

const idsOf = (rows: readonly { personId: string }[]): string[] => rows.map(({ personId }) => personId);

const withRoles = (roles: readonly Role[]) => sql<boolean>`membership.roles && ${roles}::text[]`;

/** Who has one of the roles in an organisation; without one: who looks after what belongs to none (see `idea-rules.ts`). */
async function peopleWith(
  transaction: HubTransaction,
  orgId: string | null,
  roles: readonly Role[],
): Promise<string[]> {
  const query = transaction.selectFrom('membership').select('membership.personId').distinct();
  if (orgId !== null) return idsOf(await query.where('orgId', '=', orgId).where(withRoles(roles)).execute());
  return idsOf(
    await query
      .innerJoin('organisation', 'organisation.id', 'membership.orgId')
      .where((where) =>
        where.or([
          where.and([where('organisation.kind', '=', 'network'), withRoles(['moderator', 'admin'])]),
          withRoles(['admin']),
        ]),
      )
      .execute(),
  );
}

/** Who releases and asks back. */
export const moderatorsOf = (transaction: HubTransaction, orgId: string | null): Promise<string[]> =>
  peopleWith(transaction, orgId, ['moderator', 'admin']);

/** Who speaks for the organisation. */
export const organisersOf = (transaction: HubTransaction, orgId: string | null): Promise<string[]> =>
  peopleWith(transaction, orgId, ['organiser', 'moderator', 'admin']);

export const followersOf = async (transaction: HubTransaction, ideaId: string): Promise<string[]> =>
  idsOf(await transaction.selectFrom('ideaFollow').select('personId').where('ideaId', '=', ideaId).execute());

/** Who joins in, and whose help was accepted. */
export async function teamOf(transaction: HubTransaction, ideaId: string): Promise<string[]> {
  const joined = await transaction
    .selectFrom('ideaSupport')
    .select('personId')
    .where('ideaId', '=', ideaId)
    .where('level', '=', 'i-join')
    .execute();
  const helping = await transaction
    .selectFrom('helpOffer')
    .select('personId')
    .where('ideaId', '=', ideaId)
    .where('state', 'in', ['accepted', 'done'])
    .execute();
  return [...new Set(idsOf([...joined, ...helping]))];
}

/** Everybody who has something to do with an idea, but for its authors. */
export async function partakersOf(transaction: HubTransaction, row: IdeaRow): Promise<string[]> {
  const everybody = new Set([
    ...(row.patronId ? [row.patronId] : []),
    ...(await teamOf(transaction, row.id)),
    ...(await followersOf(transaction, row.id)),
  ]);
  return [...everybody].filter((id) => !row.authorIds.includes(id));
}

/** Whether somebody is known here and can be told things. */
export async function hasAccount(transaction: HubTransaction, personId: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('account')
    .select('id')
    .where('personId', '=', personId)
    .executeTakeFirst();
  return found !== undefined;
}
