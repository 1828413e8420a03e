import type { Kysely } from 'kysely';
import type { OrgRef } from '../../../src/model/common.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import './account-tables.ts';

/** Organisations as they are shown beside something, by id: as configured, else as people who signed in brought them. */
export async function findOrganisations(
  { directory }: Pick<Hub, 'directory'>,
  db: Kysely<Tables>,
  ids: Iterable<string>,
): Promise<(id: string) => OrgRef & { readonly id: string }> {
  const unknown = [...new Set(ids)].filter((id) => !directory.orgRef(id));
  const names = new Map<string, string>();
  if (unknown.length > 0) {
    const rows = await db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', unknown).execute();
    for (const { id, name } of rows) names.set(id, name);
  }
  return (id) => ({ ...(directory.orgRef(id) ?? { name: names.get(id) ?? id }), id });
}
