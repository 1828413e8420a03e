import { sql, type RawBuilder } from 'kysely';
import type { HubTransaction } from '../database/database.ts';

/** Rows of a table (its name in SQL) for which a condition holds. */
export async function countRows(
  transaction: HubTransaction,
  table: string,
  condition: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} where ${condition}`.execute(transaction);
  return rows[0]?.count ?? 0;
}
