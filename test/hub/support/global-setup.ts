import { openDatabase } from '../../../demo/hub/database/database.ts';
import { bossOn } from '../../../demo/hub/jobs/boss.ts';
import { postgresMissing, sharePostgres, startPostgres, type PostgresServer } from './postgres.ts';

let server: PostgresServer | undefined;

/** One PostgreSQL for the whole run, and in it a database with all tables, of which every hub gets a copy. */
export async function globalSetup(): Promise<void> {
  if (postgresMissing()) return;
  server = await startPostgres();
  // A run that is stopped ends without a teardown.
  process.once('exit', globalTeardown);
  const url = await server.createDatabase();
  const database = await openDatabase({ database: { url, poolSize: 2 }, dataDir: '' });
  const boss = bossOn(database, { supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
  await database.close();
  const { pathname } = new URL(url);
  sharePostgres({ address: url.slice(0, -pathname.length), template: pathname.slice(1) });
}

export function globalTeardown(): void {
  server?.stop();
  server = undefined;
}
