import { createHmac, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { foldText } from '../../../src/model/fold-text.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import type { ImportedPerson } from './imported-person.ts';
import './peer-import-tables.ts';

const SALT = 'peer-imports.salt';

/**
 * Keys of people at their sources as they are kept: salted hashes. They find somebody again, and say of nobody who it is.
 * The salt lies in the database, so that a restored backup still knows who has refused.
 */
export class ImportKeys {
  readonly #salt: string;

  constructor(salt: string) {
    this.#salt = salt;
  }

  static async open(transaction: Pick<HubTransaction, 'insertInto' | 'selectFrom'>): Promise<ImportKeys> {
    await transaction
      .insertInto('fact')
      .values({ name: SALT, value: randomBytes(32).toString('base64url') })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { value } = await transaction
      .selectFrom('fact')
      .select('value')
      .where('name', '=', SALT)
      .executeTakeFirstOrThrow();
    return new ImportKeys(value);
  }

  #hash(...parts: readonly string[]): string {
    return createHmac('sha256', this.#salt).update(parts.join('\u0000')).digest('base64url');
  }

  /** Of somebody at one source: their key there, else their name, which is all there is. */
  ofPerson(sourceId: string, { key, fields }: Pick<ImportedPerson, 'key' | 'fields'>): string {
    return this.#hash(sourceId, key?.toLowerCase() ?? `name ${foldText(fields.displayName ?? '')}`);
  }

  /** Of an address, whatever source names it. */
  ofAddress(email: string): string {
    return this.#hash('address', email.toLowerCase());
  }
}

/** Which of these keys are refused. */
export async function findRefusals(db: Kysely<Tables>, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const refused = new Set<string>();
  for (let at = 0; at < hashes.length; at += 1000) {
    const rows = await db
      .selectFrom('importRefusal')
      .select('keyHash')
      .where('keyHash', 'in', hashes.slice(at, at + 1000))
      .execute();
    for (const { keyHash } of rows) refused.add(keyHash);
  }
  return refused;
}
