import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/database.ts';
import type { EntryRow } from './post-entry.ts';

/** Rows that are read at once: the process answers others in between. */
export const ROWS_AT_ONCE = 5_000;

export interface ReadRow extends EntryRow {
  readonly state: string;
}

const COLUMNS = (
  at: 'published_at' | 'updated_at',
) => sql`p.ordinal, p.id, p.source_id, p.person_id, p.idea_id, p.cluster, p.tags, p.topic_ids, p.author_names,
  p.size, p.maturity, p.is_report, p.state, extract(epoch from ${sql.ref(`p.${at}`)})::float8 * 1000 as at,
  person.display_name as display_name`;

/** The next rows behind an ordinal: all that are published, or, from a transaction on, all that were written. */
export async function readEntryRows(
  db: Kysely<Tables>,
  last: number,
  since: string | undefined,
): Promise<readonly ReadRow[]> {
  const wanted = since === undefined ? sql`p.state = 'published'` : sql`p.changed >= ${since}::text::xid8`;
  const { rows } = await sql<ReadRow>`
    select ${COLUMNS('published_at')} from post p left join person on person.id = p.person_id
    where p.ordinal > ${last} and ${wanted} order by p.ordinal limit ${ROWS_AT_ONCE}`.execute(db);
  return rows;
}

/** Rows that a condition on `p` names, the last written first. They are few: one's own, or those that wait. */
export async function readSomeRows(
  db: Kysely<Tables>,
  condition: RawBuilder<unknown>,
  most: number,
): Promise<readonly EntryRow[]> {
  const { rows } = await sql<ReadRow>`
    select ${COLUMNS('updated_at')}
    from post p left join person on person.id = p.person_id
    where ${condition} order by p.updated_at desc, p.id desc limit ${most}`.execute(db);
  return rows;
}

/** What people who have published something are called now. */
export async function readAuthorNames(
  db: Kysely<Tables>,
): Promise<readonly { readonly ordinal: number; readonly displayName: string | null }[]> {
  const { rows } = await sql<{ ordinal: number; displayName: string | null }>`
    select p.ordinal, person.display_name from post p left join person on person.id = p.person_id
    where p.source_id is null and p.state = 'published'`.execute(db);
  return rows;
}
