import type { HubTransaction } from '../database/database.ts';

/**
 * Whether a part of the demo is to be written now: once in the life of a database, so that what people remove stays
 * removed. Remembers it in the same transaction.
 * @param name of the fact that tells of the part
 * @param now epoch ms
 */
export async function isFirstSeed(transaction: HubTransaction, name: string, now: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('fact')
    .values({ name, value: new Date(now).toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
}
