import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/database.ts';
import type { IdeaRow } from './idea-rules.ts';

/** In a unit of fewer people, its name would say who an anonymous author is. */
export const FEWEST_PEOPLE = 5;

/** How many people belong to each of some units, by organisation and unit. */
async function countPeople(
  db: Kysely<Tables>,
  units: readonly { readonly orgId: string; readonly unit: string }[],
): Promise<ReadonlyMap<string, number>> {
  const orgs = units.map(({ orgId }) => orgId);
  const names = units.map(({ unit }) => unit);
  const { rows } = await sql<{ orgId: string; unit: string; people: number }>`
    select org_id, unit, count(distinct person_id)::int as people from membership
    where (org_id, unit) in (select * from unnest(${orgs}::text[], ${names}::text[]))
    group by org_id, unit`.execute(db);
  return new Map(rows.map(({ orgId, unit, people }) => [keyOf(orgId, unit), people]));
}

const keyOf = (orgId: string, unit: string): string => `${orgId}\u0001${unit}`;

/** Whether so many people belong to a unit that nobody can tell who of them wrote something. */
export async function isLargeUnit(db: Kysely<Tables>, orgId: string, unit: string): Promise<boolean> {
  const people = await countPeople(db, [{ orgId, unit }]);
  return (people.get(keyOf(orgId, unit)) ?? 0) >= FEWEST_PEOPLE;
}

/** Tells of each row whether its unit must not be named (under-five rule). */
export async function findSmallUnits(db: Kysely<Tables>, rows: readonly IdeaRow[]): Promise<(row: IdeaRow) => boolean> {
  const units = rows.flatMap(({ anonymous, orgId, unit }) => (anonymous && orgId && unit ? [{ orgId, unit }] : []));
  const people = units.length > 0 ? await countPeople(db, units) : new Map<string, number>();
  return ({ anonymous, orgId, unit }) => anonymous && (people.get(keyOf(orgId ?? '', unit ?? '')) ?? 0) < FEWEST_PEOPLE;
}
