import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { MIGRATIONS } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the database to the newest shape. Several hubs that start at once on one PostgreSQL wait for each other.
 *
 * @param migrations those up to an earlier shape; default: all
 * @throws Error naming the migration that failed, or that the database is newer than this program.
 */
export async function migrateToLatest(db: Kysely<Tables>, migrations = MIGRATIONS): Promise<readonly string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: 'hub_migration',
    migrationLockTableName: 'hub_migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
    const cause = error instanceof Error ? error.message : JSON.stringify(error);
    throw new Error(failed ? `The migration ${failed} failed: ${cause}` : `The database cannot be migrated: ${cause}`, {
      cause: error,
    });
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** Changes whenever a migration does: the key under which a prepared database may be kept. */
export const migrationsHash = (): string => {
  const hash = createHash('sha256');
  for (const name of Object.keys(MIGRATIONS).sort()) hash.update(`${name}\n${MIGRATIONS[name]?.up.toString()}\n`);
  return hash.digest('hex').slice(0, 16);
};
