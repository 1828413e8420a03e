import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/database.ts';
import type { ReadOffer } from './offer-index.ts';
import type { Mark } from './peer-text.ts';
import './search-tables.ts';

/** Rows that are read at once: the process answers others in between. */
export const ROWS_AT_ONCE = 5_000;

/** Somebody who is listed, as lists order them. */
export interface Listed {
  readonly ordinal: number;
  readonly personId: string;
  readonly sortName: string;
  readonly orgId: string | null;
  readonly unit: string | null;
  /** Epoch ms at which their consent ends. */
  readonly until: number;
  readonly marks: readonly Mark[];
}

export interface ListedRow extends Listed {
  readonly offers: readonly ReadOffer[] | null;
}

/** The next rows behind an ordinal, of those that a transaction from `since` on has written; undefined: of all. */
export async function readListed(
  kysely: Kysely<Tables>,
  last: number,
  since: string | undefined,
): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select ordinal, person_id, sort_name, org_id, unit, marks, extract(epoch from listed_until)::float8 * 1000 as until,
      (select json_agg(json_build_array(o.level, o.direction, o.topic, o.form, o.until)) from peer_offer_search o
        where o.person_id = s.person_id) as offers
    from peer_search s where ordinal > ${last} ${since === undefined ? sql`` : sql`and changed >= ${since}::text::xid8`}
    order by ordinal limit ${ROWS_AT_ONCE}`.execute(kysely);
  return rows;
}
