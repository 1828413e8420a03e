import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Changes } from './changes.ts';
import type { Tables } from './tables.ts';

const INT8 = 20;
const RECONNECT_MS = 2_000;

const types: pg.CustomTypesConfig = {
  // Both engines give int8 as a number: counts and identities here stay far below 2^53.
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary'
      ? (text: string) => Number(text)
      : (pg.types.getTypeParser as (o: number, f?: string) => never)(oid, format),
};

/** Hears what other hubs write. The line is made anew when it breaks; until it stands, `changes` is blind. */
function listen(url: string, channel: string, changes: Changes): () => Promise<void> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  changes.blind = true;

  const connect = (): void => {
    const next = new pg.Client({ connectionString: url });
    client = next;
    const lost = (): void => {
      if (client !== next || closed) return;
      client = undefined;
      changes.blind = true;
      next.end().catch(() => undefined);
      timer = setTimeout(connect, RECONNECT_MS);
      timer.unref();
    };
    next.on('error', lost);
    next.on('end', lost);
    next.on('notification', ({ payload }) => changes.touch((payload ?? '').split(' ').filter(Boolean)));
    next
      .connect()
      .then(() => next.query(`listen ${channel}`))
      .then(() => (changes.blind = false), lost);
  };
  connect();
  return async () => {
    closed = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}

export interface PostgresDatabase {
  readonly kysely: Kysely<Tables>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** @throws Error in words when the server cannot be reached; the password of the address is not in it. */
export async function openPostgres(
  url: string,
  poolSize: number,
  channel: string,
  changes: Changes,
): Promise<PostgresDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    connectionTimeoutMillis: 10_000,
    // Lists over many dates look dear to the planner; compiling them takes longer than answering them.
    onConnect: (client) => client.query('set jit = off; set random_page_cost = 1.1'),
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    const { host, pathname } = new URL(url);
    throw new Error(`PostgreSQL at ${host}${pathname} does not answer: ${(error as Error).message}`, { cause: error });
  }
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const unlisten = listen(url, channel, changes);
  return {
    kysely,
    pool,
    async close() {
      await unlisten();
      await kysely.destroy();
    },
  };
}
