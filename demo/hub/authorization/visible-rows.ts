import { sql, type RawBuilder } from 'kysely';
import type { Caller } from './caller.ts';

/** Names of the columns that decide who may see a row, as raw SQL references. */
export interface VisibilityColumns {
  readonly visibility: string;
  readonly orgId: string;
  readonly unit: string;
  readonly createdBy: string;
}

/**
 * `maySee` as a condition on rows, so that lists count and page over nothing that the caller may not see.
 * Strangers are asked by one comparison, which an index can answer.
 */
export function visibleRows(caller: Caller, columns: VisibilityColumns): RawBuilder<boolean> {
  const visibility = sql.ref(columns.visibility);
  if (caller.kind === 'anonymous') return sql<boolean>`${visibility} = 'public'`;
  const orgId = sql.ref(columns.orgId);
  const orgs = caller.memberships.map(({ org }) => org.id);
  const wholeOrgs = caller.memberships
    .filter(({ roles }) => roles.some((role) => role === 'moderator' || role === 'admin'))
    .map(({ org }) => org.id);
  const units = caller.memberships.flatMap(({ org, unit }) => (unit === undefined ? [] : [`${org.id}\u0001${unit}`]));
  return sql<boolean>`(${visibility} in ('public', 'network')
    or ${sql.ref(columns.createdBy)} = ${caller.person.id}
    or (${visibility} = 'organisation' and ${orgId} = any(${orgs}::text[]))
    or (${visibility} = 'unit' and (${orgId} = any(${wholeOrgs}::text[])
      or ${orgId} || ${'\u0001'} || coalesce(${sql.ref(columns.unit)}, '') = any(${units}::text[]))))`;
}
