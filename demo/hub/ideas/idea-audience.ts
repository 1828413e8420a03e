import { sql, type Kysely } from 'kysely';
import type { Audience } from '../../../src/backend/ports.ts';
import type { IdeaReach } from '../../../src/model/idea.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { FEWEST_PEOPLE } from './idea-units.ts';

/**
 * Who will see an idea of organisations with a reach. People are counted for those who have signed in, and not where so
 * few would be named by their number.
 */
export async function findAudience(
  hub: Pick<Hub, 'directory'>,
  db: Kysely<Tables>,
  caller: Caller,
  reach: IdeaReach,
  orgIds: readonly string[],
): Promise<Audience> {
  const isWithin = reach === 'within';
  const ids = isWithin ? orgIds : hub.directory.organisations.map(({ id }) => id);
  const orgs = await findOrganisations(hub, db, ids);
  const audience = { public: reach === 'civil', orgs: [...new Set(ids)].map(orgs) };
  if (caller.kind === 'anonymous') return audience;
  const { rows } = await sql<{ people: number }>`
    select count(distinct membership.person_id)::int as people from membership
    join account on account.person_id = membership.person_id
    where ${isWithin ? sql`membership.org_id = any(${[...ids]}::text[])` : sql`true`}`.execute(db);
  const people = rows[0]?.people ?? 0;
  return people < FEWEST_PEOPLE ? audience : { ...audience, people };
}
