import type { Kysely } from 'kysely';
import type { PersonRef } from '../../../src/model/common.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { FORMER_MEMBER } from './personal-data.ts';
import './account-tables.ts';

/** Persons as they are shown beside something, by id. */
export type People = (id: string) => PersonRef & { readonly id: string };

/**
 * Looks persons up all at once. Who is not there any more is a former member, so that an answer never breaks on it.
 */
export async function findPeople(
  { directory, config }: Pick<Hub, 'directory' | 'config'>,
  db: Kysely<Tables>,
  ids: Iterable<string | null | undefined>,
): Promise<People> {
  const wanted = [...new Set([...ids].filter((id): id is string => typeof id === 'string'))];
  const known = new Map<string, PersonRef & { readonly id: string }>();
  if (wanted.length > 0) {
    const rows = await db
      .selectFrom('person')
      .leftJoin('organisation', 'organisation.id', 'person.orgId')
      .select(['person.id', 'person.displayName', 'person.orgId', 'organisation.name'])
      .where('person.id', 'in', wanted)
      .execute();
    for (const { id, displayName, orgId, name } of rows) {
      const org = orgId === null ? undefined : (directory.orgRef(orgId) ?? { id: orgId, name: name ?? orgId });
      known.set(id, { id, displayName, ...(org && { org }) });
    }
  }
  return (id) => known.get(id) ?? { id, displayName: FORMER_MEMBER[config.language] };
}
