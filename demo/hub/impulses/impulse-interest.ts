import type { HubTransaction } from '../database/database.ts';
import './impulse-tables.ts';

/** Ids of the people whom an impulse interests. */
export async function interestedIn(transaction: HubTransaction, id: string): Promise<string[]> {
  const rows = await transaction.selectFrom('impulseInterest').select('personId').where('impulseId', '=', id).execute();
  return rows.map(({ personId }) => personId);
}
