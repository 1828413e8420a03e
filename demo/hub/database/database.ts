import { join } from 'node:path';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import type { HubConfig } from '../config/config.ts';
import { Changes, type Topic } from './changes.ts';
import { lockDataFolder } from './data-lock.ts';
import { migrateToLatest } from './migrate.ts';
import { kyselyOnPglite, openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import type { Tables } from './tables.ts';

export type { Tables } from './tables.ts';
export type HubTransaction = Transaction<Tables>;

/** The database of the hub, migrated and ready, whichever engine it runs on. */
export interface HubDatabase {
  readonly engine: 'pglite' | 'postgres';
  readonly kysely: Kysely<Tables>;
  readonly changes: Changes;
  /** The engine itself, for what needs more than queries (jobs, backup); the one that is not in use is absent. */
  readonly pglite?: PGlite;
  readonly pool?: Pool;
  /**
   * One transaction that writes; `topics` names what it touches, so that kept answers are made anew.
   * On PGlite a query outside of `transaction` that is awaited inside waits for itself: use only the given one.
   */
  write<T>(topics: readonly Topic[], work: (transaction: HubTransaction) => Promise<T>): Promise<T>;
  /** @throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

interface Engine {
  readonly engine: HubDatabase['engine'];
  readonly kysely: Kysely<Tables>;
  readonly changes: Changes;
  readonly pglite?: PGlite;
  readonly pool?: Pool;
  readonly close: () => Promise<void>;
}

const CHANNEL = 'hub_changes';

function databaseOn(engine: Engine): HubDatabase {
  const { kysely, changes } = engine;
  return {
    ...engine,
    async write(topics, work) {
      const result = await kysely.transaction().execute(async (transaction) => {
        const made = await work(transaction);
        if (engine.engine === 'postgres') {
          await sql`select pg_notify(${CHANNEL}, ${topics.join(' ')})`.execute(transaction);
        }
        return made;
      });
      changes.touch(topics);
      return result;
    },
    async ping() {
      await sql`select 1`.execute(kysely);
    },
  };
}

/** An embedded database in memory, for tests and trials. */
export async function openMemoryDatabase(): Promise<HubDatabase> {
  const pglite = await openPglite();
  const kysely = kyselyOnPglite(pglite);
  await migrateToLatest(kysely);
  return databaseOn({ engine: 'pglite', kysely, pglite, changes: new Changes(), close: () => kysely.destroy() });
}

/**
 * Opens the configured database: PostgreSQL where `database.url` is set, else the embedded one in `<dataDir>/database`,
 * which one process owns alone.
 *
 * @param options.migrate false leaves the tables in the shape that they have
 * @throws DataFolderInUseError, or an Error in words when the database cannot be reached or migrated.
 */
export async function openDatabase(
  config: Pick<HubConfig, 'database' | 'dataDir'>,
  { migrate = true } = {},
): Promise<HubDatabase> {
  if (config.database.url) {
    const changes = new Changes();
    const opened = await openPostgres(config.database.url, config.database.poolSize, CHANNEL, changes);
    const { kysely, pool } = opened;
    const close = (): Promise<void> => opened.close();
    try {
      if (migrate) await migrateToLatest(kysely);
    } catch (error) {
      await close();
      throw error;
    }
    return databaseOn({ engine: 'postgres', kysely, pool, changes, close });
  }
  const lock = lockDataFolder(config.dataDir);
  try {
    const pglite = await openPglite(join(config.dataDir, 'database'));
    const kysely = kyselyOnPglite(pglite);
    if (migrate) await migrateToLatest(kysely);
    return databaseOn({
      engine: 'pglite',
      kysely,
      pglite,
      changes: new Changes(),
      async close() {
        await kysely.destroy();
        lock.release();
      },
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}
