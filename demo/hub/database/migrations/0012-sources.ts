import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Sources that said they are gone for good, and how often a source wants to be looked at. */
export const sources: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      // The hash of the address that answered 410; another address begins anew.
      sql`alter table source add column stopped_for text`,
      sql`alter table source add column pause_minutes integer`,
      sql`alter table source add column failure_status integer`,
    ];
    for (const statement of statements) await statement.execute(db);
  },
};
