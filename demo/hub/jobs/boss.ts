import { fromPglite, PgBoss, type ConstructorOptions } from 'pg-boss';
import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';

/** The schema that pg-boss owns beside the tables of the hub. */
export const JOBS_SCHEMA = 'jobs';

type Engine = { readonly pglite?: PGlite; readonly pool?: Pool };

/** pg-boss on the engine of the hub, over its own connections. */
export function bossOn({ pglite, pool }: Engine, options: ConstructorOptions): PgBoss {
  if (pglite) {
    // One session cannot rebuild an index beside other work.
    return new PgBoss({ ...options, schema: JOBS_SCHEMA, db: fromPglite(pglite), backend: 'pglite', reindex: false });
  }
  if (!pool) throw new Error('There is no database for jobs.');
  return new PgBoss({
    ...options,
    schema: JOBS_SCHEMA,
    db: { executeSql: (text, values) => pool.query(text, values) },
  });
}

/** Creates the tables of pg-boss, so that a prepared database has them already. */
export async function installJobs(pglite: PGlite): Promise<void> {
  const boss = bossOn({ pglite }, { supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
}
